"""From O*NET's workbooks to tables of occupations and activities."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Cell, Inputs, require_columns
from levelling.sources.onet.moves import moves

_FOLDER = "onet-29.2"
OCCUPATIONS = f"{_FOLDER}/Occupation Data.xlsx"
ZONES = f"{_FOLDER}/Job Zones.xlsx"
ACTIVITIES = f"{_FOLDER}/DWA Reference.xlsx"
TASKS = f"{_FOLDER}/Tasks to DWAs.xlsx"
RELATED = f"{_FOLDER}/Related Occupations.xlsx"
FILES = (OCCUPATIONS, ZONES, ACTIVITIES, TASKS, RELATED)

_CODE = "O*NET-SOC Code"
_NUMBERS = pl.List(pl.UInt16)
_LOWEST_ZONE, _HIGHEST_ZONE = 1, 5


def tidy(inputs: Inputs) -> Tidy:
    """Occupations with their job zone, activities and neighbours; activities; codes that moved.

    Raises:
        SourceChanged: A workbook is missing or not in the known shape.
    """
    titles = _pairs(inputs, OCCUPATIONS, "Occupation Data", _CODE, "Title")
    occupation = {code: number for number, code in enumerate(sorted(titles))}
    names = _pairs(inputs, ACTIVITIES, "DWA Reference", "DWA ID", "DWA Title")
    activity = {code: number for number, code in enumerate(sorted(names))}
    done: dict[str, set[int]] = defaultdict(set)
    for code, key in _rows(inputs, TASKS, "Tasks to DWAs", _CODE, "DWA ID"):
        done[code].add(_known(activity, key, TASKS))
    zones = _zones(inputs)
    related = _related(inputs, occupation)
    _require_known(occupation, [*done, *zones, *related, *moves().values()])
    order = sorted(titles)
    table = pl.DataFrame(
        {
            "number": pl.Series(range(len(order)), dtype=pl.UInt16),
            "code": order,
            "title": [titles[code] for code in order],
            "zone": pl.Series([zones.get(code) for code in order], dtype=pl.UInt8),
            "activities": pl.Series([sorted(done.get(code, ())) for code in order], dtype=_NUMBERS),
            "related": pl.Series([related.get(code, []) for code in order], dtype=_NUMBERS),
        }
    )
    activities = pl.DataFrame(
        {
            "number": pl.Series(range(len(names)), dtype=pl.UInt16),
            "code": sorted(names),
            "title": [names[code].rstrip(".") for code in sorted(names)],
        }
    )
    moved = pl.DataFrame(sorted(moves().items()), schema={"old": pl.String, "new": pl.String}, orient="row")
    return Tidy(tables={"onet_occupations": table, "onet_activities": activities, "onet_moves": moved})


def _pairs(inputs: Inputs, name: str, sheet: str, key: str, value: str) -> dict[str, str]:
    return {row[0]: row[1] for row in _rows(inputs, name, sheet, key, value)}


def _rows(inputs: Inputs, name: str, sheet: str, *columns: str) -> list[tuple[str, ...]]:
    heading, *rows = inputs.sheet(name, sheet) or [[]]
    have = [str(cell) for cell in heading]
    require_columns(name, have, columns)
    places = [have.index(column) for column in columns]
    found = [tuple(_text(row[place]) for place in places) for row in rows]
    empty = sum(not all(cells) for cells in found)
    if empty or not found:
        raise SourceChanged(
            f"The workbook {name} has {empty or 'no'} row(s) {'without' if empty else 'with'} {' and '.join(columns)}.",
            "Compare it with the release this reader was made for.",
        )
    return found


def _text(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) else "" if cell is None else str(cell).strip()


def _zones(inputs: Inputs) -> dict[str, int]:
    rows = _rows(inputs, ZONES, "Job Zones", _CODE, "Job Zone")
    odd = [zone for _, zone in rows if not (zone.isdecimal() and _LOWEST_ZONE <= int(zone) <= _HIGHEST_ZONE)]
    if odd:
        raise SourceChanged(f"The workbook {ZONES} has {len(odd)} job zone(s) that are not 1 to 5, such as '{odd[0]}'.")
    return {code: int(zone) for code, zone in rows}


def _related(inputs: Inputs, occupation: Mapping[str, int]) -> dict[str, list[int]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for code, other, place in _rows(inputs, RELATED, "Related Occupations", _CODE, "Related O*NET-SOC Code", "Index"):
        found[code].append((int(place), _known(occupation, other, RELATED)))
    return {code: [number for _, number in sorted(others)] for code, others in found.items()}


def _known(numbers: Mapping[str, int], code: str, name: str) -> int:
    if code not in numbers:
        raise SourceChanged(f"The workbook {name} names {code}, which its reference does not hold.")
    return numbers[code]


def _require_known(occupation: Mapping[str, int], codes: Sequence[str]) -> None:
    strange = sorted(set(codes) - set(occupation))
    if strange:
        raise SourceChanged(
            f"{len(strange)} code(s) are not in {OCCUPATIONS}, such as {strange[0]}.",
            "The files may be of two versions of O*NET.",
        )
