"""The UK's occupation groups: SOC 2020 at every level, its job titles, and the sample coded to SOC 2010 as well.

Several publishers' figures meet the UK's occupations by these titles, so they are read here once.
"""

from collections import defaultdict
from dataclasses import dataclass

from levelling.atlas.uk_occupations import Group
from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell, Inputs

UNITS = "soc-crosswalks/soc2020volume1structureanddescriptionofunitgroupsexcel16042025.xlsx"
SAMPLE = "soc-crosswalks/ONS_SOC2010_SOC2020.xlsx"

_SHEET = "SOC2020 descriptions"
_MAJOR, _SUB_MAJOR, _MINOR, _UNIT, _TITLE, _ENTRY, _TITLES = 0, 1, 2, 3, 4, 7, 9
_LEVELS = {_MAJOR: "major", _SUB_MAJOR: "sub-major", _MINOR: "minor", _UNIT: "unit"}
_MEN, _WOMEN = (4, 5), (8, 9)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit group of SOC 2020.

    Attributes:
        code: Its four digits; the first two are its sub-major group.
        title: Its name.
        titles: Job titles the publisher relates to it.
        sub_major: The name of its sub-major group.
        entry: What the publisher says of how people come into it: read by rule, never carried over.
    """

    code: str
    title: str
    titles: tuple[str, ...]
    sub_major: str
    entry: str = ""


def read_units(inputs: Inputs) -> tuple[Unit, ...]:
    """Every unit group with its job titles.

    Raises:
        SourceChanged: The workbook is not in the known shape.
    """
    names: dict[str, str] = {}
    units = []
    for row in _rows(inputs):
        if code := _code(row[_SUB_MAJOR]):
            names[code] = str(row[_TITLE]).strip()
        elif code := _code(row[_UNIT]):
            titles = tuple(text for line in str(row[_TITLES] or "").splitlines() if (text := line.strip("~ ")))
            units.append(Unit(code, str(row[_TITLE]).strip(), titles, names.get(code[:2], ""), str(row[_ENTRY] or "")))
    if not units or not all(unit.sub_major for unit in units):
        raise SourceChanged(f"The workbook {UNITS} holds no unit groups below named sub-major groups.")
    return tuple(units)


def read_groups(inputs: Inputs) -> tuple[Group, ...]:
    """Every group of every level, in the publisher's order.

    Raises:
        SourceChanged: The workbook is not in the known shape.
    """
    found = []
    for row in _rows(inputs):
        column, code = next(((at, code) for at in _LEVELS if (code := _code(row[at]))), (_MAJOR, ""))
        if code:
            found.append(Group(code, str(row[_TITLE]).strip(), _LEVELS[column]))
    return tuple(found)


def read_sample(inputs: Inputs) -> dict[tuple[str, str], float]:
    """People of the sample by unit group of SOC 2010 and of SOC 2020, from its larger, census part.

    Raises:
        SourceChanged: The workbook is not in the known shape.
    """
    found: dict[tuple[str, str], float] = defaultdict(float)
    old, men, women = "", 0.0, 0.0
    for row in inputs.sheet(SAMPLE, "Sheet1")[1:]:
        if row[1] == "Total sample":
            old, men, women = str(row[0])[:4], _number(row[_MEN[0]]), _number(row[_WOMEN[0]])
        elif row[1]:
            found[old, str(row[1])[:4]] += men * _number(row[_MEN[1]]) + women * _number(row[_WOMEN[1]])
    if not found or not all(old.isdigit() and new.isdigit() for old, new in found):
        raise SourceChanged(f"The workbook {SAMPLE} has rows that are not unit groups of SOC 2010 and SOC 2020.")
    return dict(found)


def _rows(inputs: Inputs) -> list[list[Cell]]:
    rows = inputs.sheet(UNITS, _SHEET)
    heading = [str(cell or "").replace("\n", " ") for cell in rows[0]]
    if len(heading) <= _TITLES or heading[_UNIT] != "SOC 2020 Unit Group" or heading[_TITLES] != "Related Job Titles":
        raise SourceChanged(
            f"The workbook {UNITS} has no columns 'SOC 2020 Unit Group' and 'Related Job Titles' where they were.",
            "The publisher may have changed its layout: compare it with the release this reader was made for.",
        )
    return rows[1:]


def _code(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, int | float) else str(cell) if str(cell).isdigit() else ""


def _number(cell: Cell) -> float:
    return float(cell) if isinstance(cell, int | float) else 0.0
