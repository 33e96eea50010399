"""From the workbook of vacancies by industry to two series: numbers, and vacancies for every 100 jobs.

Each figure is the mean of three months, seasonally adjusted but for energy and real estate. A label such as 'Nov-Jan 2026' names
the year of its last month.
"""

import calendar
import re
from typing import NamedTuple

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Cell, Inputs
from levelling.sources.places import UK
from levelling.sources.rows import as_estimates

WORKBOOK = "ons-vacancies/vacs02feb2026.xlsx"
INDUSTRIES = {
    "Mining & quarrying": "mining",
    "Manufacturing": "manufacturing",
    "Electricity, gas, steam & air conditioning supply": "energy",
    "Water supply, sewerage, waste & remediation activities": "water-and-waste",
    "Construction": "construction",
    "Wholesale & retail trade; repair of motor vehicles and motor cycles": "wholesale-and-retail",
    "Transport & storage": "transport-and-storage",
    "Accommodation & food service activities": "accommodation-and-food",
    "Information & communication": "information-and-communication",
    "Financial & insurance activities": "finance-and-insurance",
    "Real estate activities": "real-estate",
    "Professional scientific & technical activities": "professional-and-scientific",
    "Administrative & support service activities": "administrative-and-support",
    "Public admin & defence; compulsory social security": "public-administration",
    "Education": "education",
    "Human health & social work activities": "health-and-social-work",
    "Arts, entertainment & recreation": "arts-and-recreation",
    "Other service activities": "other-services",
    "Total services": "services",
}
_WHOLE = {"All vacancies": ""}
_SPLIT = re.compile(r"-\s*")  # words are broken in the headings: 'Manu-    facturing', 'Construc-tion'
_NOTE = re.compile(r"\d$")
_MONTHS = {name: number for number, name in enumerate(calendar.month_abbr) if name}
_QUARTER = re.compile(r"^([A-Z][a-z]{2})-\s*([A-Z][a-z]{2}) (\d{4})$")


class _Series(NamedTuple):
    sheet: str
    indicator: str
    scale: float
    names: dict[str, str]


_SERIES = (
    _Series("levels", "vacancies-by-industry", 1000.0, INDUSTRIES),
    _Series("ratios", "vacancies-per-100-jobs", 1.0, _WHOLE | INDUSTRIES),
)


def tidy(inputs: Inputs) -> Tidy:
    """Vacancies of each three months by industry.

    Raises:
        SourceChanged: The workbook is not in the known shape.
    """
    return Tidy(estimates=as_estimates(pl.concat([_read(inputs, series) for series in _SERIES]), "ons-vacs02-2026"))


def _read(inputs: Inputs, series: _Series) -> pl.DataFrame:
    rows = inputs.sheet(WORKBOOK, series.sheet)
    columns, below = _columns(rows, series)
    found = []
    for row in below:
        period = _period(str(row[0] or "").strip())
        if period is None:
            continue
        # A sheet may mark a line as provisional in its second column.
        status = "provisional" if "(p)" in row[1:2] else "normal"
        for column, category in columns.items():
            number = row[column]
            if isinstance(number, int | float):
                found.append((series.indicator, category, UK, period, round(series.scale * number, 1), status))
    if not found:
        raise SourceChanged(f"The sheet '{series.sheet}' of {WORKBOOK} has no lines of three months.", "Fetch it again.")
    names = ["indicator", "category", "area_code", "period", "value", "status"]
    return pl.DataFrame(found, schema=names, orient="row").unique(names[:4], maintain_order=True)


def _columns(rows: list[list[Cell]], series: _Series) -> tuple[dict[int, str], list[list[Cell]]]:
    for number, row in enumerate(rows[:8]):
        heads = {_plain(str(cell)): column for column, cell in enumerate(row) if cell}
        if len(heads.keys() & series.names.keys()) >= len(series.names) // 2:
            missing = sorted(series.names.keys() - heads.keys())
            if missing:
                raise SourceChanged(
                    f"The sheet '{series.sheet}' of {WORKBOOK} lacks the column(s) {'; '.join(missing)}.",
                    "The publisher may have renamed them: compare it with the release this reader was made for.",
                )
            return {heads[name]: category for name, category in series.names.items()}, rows[number + 1 :]
    raise SourceChanged(f"The sheet '{series.sheet}' of {WORKBOOK} has no row of industries.", "Compare it with the one known.")


def _plain(heading: str) -> str:
    return _NOTE.sub("", _SPLIT.sub("", heading).strip()).strip()


def _period(text: str) -> str | None:
    match = _QUARTER.match(text)
    if match is None or match[1] not in _MONTHS or match[2] not in _MONTHS:
        return None
    first, last = _MONTHS[match[1]], _MONTHS[match[2]]
    year = int(match[3]) - (first > last)
    return f"{year}-{first:02d}-01/P3M"
