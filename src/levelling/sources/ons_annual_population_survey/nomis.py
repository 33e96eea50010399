"""Reading a workbook of Nomis: blocks of a year each, one below the other, with number, flag and half-width for each column."""

import re
from collections.abc import Callable, Iterator

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell, Inputs
from levelling.sources.nomis import area_codes, lines
from levelling.sources.places import require_names

_FOLDER = "annual-population-survey"
WORKBOOKS = {
    "activity": f"{_FOLDER}/nomis_APS_T01_economic_activity_LAD_2023-01.xlsx",
    "occupation": f"{_FOLDER}/nomis_APS_T09a_employment_by_occupation_LAD_2023-04-24.xlsx",
    "industry": f"{_FOLDER}/nomis_APS_T13a_industry_LAD_2023-01.xlsx",
    "groups": f"{_FOLDER}/nomis_APS_qualification_age_gender_LAD_2023-04-24.xlsx",
    "qualification": f"{_FOLDER}/nomis_APS_T19_qualifications_LAD_2023-01.xlsx",
}
_YEAR = re.compile(r"^(Jan|Oct) (\d{4})-(Dec|Sep) (\d{4})$")
_MONTHS = {"Jan": "01", "Oct": "10"}
SCHEMA = {
    "area": pl.String,
    "period": pl.String,
    "heading": pl.String,
    "value": pl.Float64,
    "half": pl.Float64,
    "unsure": pl.Boolean,
}


def read_workbook(inputs: Inputs, name: str, category: Callable[[str], str]) -> pl.DataFrame:
    """Every figure of a workbook, with its interval.

    Nomis writes `!` for no sample or too few people to tell, `~` for under 500, `-` for not there: no value in each case. `*` in
    place of the half-width says that three to nine people answered: the value stands, unreliable and without an interval.

    Args:
        inputs: The files.
        name: A key of `WORKBOOKS`.
        category: Turns a column's heading into a category key.

    Raises:
        SourceChanged: The workbook is not in the known shape, or a heading is not one that `category` knows.
    """
    frame = pl.DataFrame(list(_cells(WORKBOOKS[name], inputs.sheet(WORKBOOKS[name], "Data"))), schema=SCHEMA, orient="row")
    if frame.height == 0:
        raise SourceChanged(f"The workbook {WORKBOOKS[name]} has no figures below a row that begins with 'Area'.")
    codes = area_codes(inputs)
    authorities = frame.filter(pl.col("area").str.starts_with("ladu:"))["area"].unique()
    require_names(WORKBOOKS[name], authorities, codes)
    keys = {heading: category(heading) for heading in frame["heading"].unique()}
    low, high = pl.col("value") - pl.col("half"), pl.col("value") + pl.col("half")
    # A number of people cannot be below nought, though half-widths of small ones reach there.
    return (
        frame.with_columns(pl.col("area").replace(codes).alias("area_code"))
        .filter(pl.col("area_code").str.contains(r"^[EWS]\d{8}$"))
        .select(
            "area_code",
            "period",
            pl.col("heading").replace_strict(keys, return_dtype=pl.String).alias("category"),
            "value",
            pl.when(pl.col("half").is_not_null()).then(pl.max_horizontal(low, pl.lit(0.0))).alias("lower"),
            high.alias("upper"),
            pl.when("unsure").then(pl.lit("unreliable")).otherwise(pl.lit("normal")).alias("status"),
        )
    )


def _cells(name: str, rows: list[list[Cell]]) -> Iterator[tuple[str, str, str, float | None, float | None, bool]]:
    for line in lines(rows):
        period = _period(name, line.about.get("date", ""))
        for at, heading in line.headings.items():
            value, half = line.cells[at], line.cells[at + 2]
            number = float(value) if isinstance(value, int | float) else None
            width = float(half) if number is not None and isinstance(half, int | float) else None
            yield line.area, period, heading, number, width, number is not None and width is None


def _period(name: str, text: str) -> str:
    match = _YEAR.match(text)
    if match is None:
        raise SourceChanged(f"The workbook {name} has a period '{text}', not a year such as 'Jan 2021-Dec 2021'.")
    return match[2] if match[1] == "Jan" else f"{match[2]}-{_MONTHS[match[1]]}-01/P1Y"
