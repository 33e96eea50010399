"""A fund of your own, from a CSV file of area, amount and period: what is good is used, what is not is listed row by row."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from levelling.atlas import Atlas
from levelling.atlas.files import read_within
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.period import Period, UnreadablePeriod
from levelling.core.words import listed, opened
from levelling.solutions.funding.fund import Award, Cited, Fund, RowFault
from levelling.solutions.funding.ground import Ground

_FIELDS = ("area", "amount", "period")
_AMOUNT = re.compile(r"^£? ?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$")
_YEARS = re.compile(r"^(\d{4})[/-](\d{2}|\d{4})$")
_TOO_LARGE = {Level.UK, Level.NATION}
_LISTED = 12
_MOST = 1e13


class _Line(NamedTuple):
    row: int
    area: str
    amount: str
    period: str


def own_fund(atlas: Atlas, path: Path, *, complete: bool = False) -> Fund:
    """A fund from a CSV file.

    The file has a heading with the columns `area` (a name or code), `amount` (pounds) and `period` (a year such as 2024, a school
    or financial year such as 2024/25, or ISO 8601), in any order, beside others, parted by commas, semicolons or tabs. A row that
    cannot be used is left out and told in the fund's `faults`. A row that says again what another says is left out too.

    Args:
        atlas: Where areas are found.
        path: The file.
        complete: Whether the file lists all who were given any: then the other areas were given none.

    Raises:
        UserError: The file cannot be read, lacks a column, or has no row that can be used.
    """
    lines = list(_lines(path))
    if not lines:
        raise UserError(f"The file {path.name} has a heading and no rows.", "Give one row an award.")
    faults: list[RowFault] = []
    awards: list[Award] = []
    periods: dict[str, Period] = {}
    areas: dict[str, Area] = {}
    seen: dict[tuple[str, float, str], int] = {}
    ground: Ground | None = None
    for line in lines:
        area, pounds, period = _area(atlas, line.area), _pounds(line.amount), _period(line.period)
        wrong = [
            RowFault(line.row, field, why)
            for field, why in zip(_FIELDS, (area, pounds, period), strict=True)
            if isinstance(why, str)
        ]
        if wrong or isinstance(area, str) or isinstance(pounds, str) or isinstance(period, str):
            faults += wrong
            continue
        ground = ground or Ground.of(atlas, period)
        if not ground.parts([area.code]):
            faults.append(
                RowFault(line.row, "area", f"the people of {area.name} cannot be counted, so nothing can be shared there")
            )
            continue
        key = (area.code, pounds, period.iso)
        if key in seen:
            faults.append(RowFault(line.row, "area", f"it says again what row {seen[key]} says, and is not counted twice"))
            continue
        seen[key] = line.row
        periods[period.iso], areas[area.code] = period, area
        cited = Cited(f"{path.name}, row {line.row}")
        awards.append(Award(area.name, (area.code,), pounds, cited, note=_ended(area, line.area)))
    if not awards:
        raise UserError(f"No row of {path.name} can be used.", _some(faults))
    return _made(path, awards, areas, periods, faults, complete=complete)


def _made(
    path: Path,
    awards: list[Award],
    areas: Mapping[str, Area],
    periods: Mapping[str, Period],
    faults: list[RowFault],
    *,
    complete: bool,
) -> Fund:
    ordered = sorted(periods.values())
    cautions = []
    if len(ordered) > 1:
        cautions.append(f"Amounts of {len(ordered)} periods are added up: {listed([item.label for item in ordered])}.")
    levels = {area.level for area in areas.values()}
    told = (
        "Your file is said to list all who were given any."
        if complete
        else "Your file is not said to list all who were given any."
    )
    return Fund(
        slug=path.stem,
        title=path.stem.replace("-", " ").replace("_", " ").strip().capitalize() or path.name,
        enabler="",
        what=f"Read from {path.name}.",
        nations=tuple(sorted({area.nation for area in areas.values()}, key="EWSN".index)),
        level=Level.LEP if levels == {Level.LEP} else Level.LAD,
        period=Period(ordered[0].start, max(item.end for item in ordered)),
        complete=complete,
        completeness=told,
        awards=tuple(awards),
        cautions=tuple(cautions),
        faults=tuple(faults),
    )


def _some(faults: list[RowFault]) -> str:
    shown = "; ".join(f"row {fault.row}, {fault.field}: {fault.reason}" for fault in faults[:_LISTED])
    more = len(faults) - _LISTED
    return f"{opened(shown)}{f'; and {more} more' if more > 0 else ''}."


def _lines(path: Path) -> Iterator[_Line]:
    text = _text(path)
    heading = text.split("\n", 1)[0]
    separator = max(",;\t", key=heading.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as error:
        raise UserError(f"The file {path.name} cannot be read as a table: {error}.", "Save it again as CSV.") from error
    names = [name.strip().casefold() for name in rows[0]] if rows else []
    missing = [field for field in _FIELDS if names.count(field) != 1]
    if missing:
        have = listed([name for name in rows[0] if name.strip() and name.isprintable()][:_LISTED]) if rows else ""
        raise UserError(
            f"The file {path.name} needs just one column named {listed(missing)}{f'; it has {have}' if have else ''}.",
            "The first row names the columns: area, amount, period.",
        )
    places = [names.index(field) for field in _FIELDS]
    for number, row in enumerate(rows[1:], 2):
        if any(cell.strip() for cell in row):
            cells = [row[at].strip() if at < len(row) else "" for at in places]
            yield _Line(number, *cells)


def _text(path: Path) -> str:
    try:
        raw = read_within(path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UserError(f"The file {path} cannot be read: {why}.", "Give a CSV file of area, amount and period.") from error
    if not raw.strip():
        raise UserError(f"The file {path.name} is empty.", "The first row names the columns: area, amount, period.")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raw = raw.decode("utf-16", errors="replace").encode()  # what Excel calls 'Unicode text'
    if b"\0" in raw:
        raise UserError(f"The file {path.name} is not text.", "Save the table as CSV: area, amount, period.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What Excel writes as plain 'CSV' on Windows: only the pound sign and accents differ.
        text = raw.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _area(atlas: Atlas, text: str) -> Area | str:
    if not text:
        return "no area is named"
    try:
        found = atlas.gazetteer.find(text, abolished=True)
    except UserError as error:
        return f"{error}".rstrip(".")
    if found.level in _TOO_LARGE:
        return f"{found.name} is a whole {found.level.words}: give the places in it"
    return found


def _ended(area: Area, text: str) -> str:
    return "" if area.is_current else f"{area.name} has ended; its sum lies where its people live now ('{text}' in the file)."


def _pounds(text: str) -> float | str:
    if not text:
        return "there is no amount"
    plain = text.replace("\u00a0", " ").strip()
    if plain.startswith(("-", "\u2212")) or (plain.startswith("(") and plain.endswith(")")):
        return f"'{text[:40]}' is below nought"
    found = _AMOUNT.match(plain)
    if found is None:
        return f"'{text[:40]}' is no amount in pounds, such as 1234.50 or £1,234.50"
    pounds = float(plain.lstrip("£ ").replace(",", ""))
    if pounds > _MOST:
        return f"'{text[:40]}' is more than any public fund"
    return int(pounds) if pounds == int(pounds) else pounds


def _period(text: str) -> Period | str:
    if not text:
        return "there is no period"
    years = _YEARS.match(text)
    if years and int(years[2]) % 100 == (int(years[1]) + 1) % 100 and ("/" in text or int(years[2]) > len("JFMAMJJASOND")):
        return Period.parse(f"{years[1]}-04-01/P1Y")
    try:
        return Period.parse(text)
    except UnreadablePeriod:
        return f"'{text[:40]}' is no period, such as 2024, 2024/25 or 2024-04-01/P1Y"
