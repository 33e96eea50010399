"""From ONS's three workbooks of subregional productivity to one table.

Each workbook has the same tables: A is output for each hour worked, B for each filled job; 1 and 2 are indices (UK = 100),
3 and 4 pounds, 5 a chained-volume index of each area's own (2019 = 100). 1 and 3 are smoothed by the publisher over five
years, the others are not. The workbook of local authorities has only the smoothed ones.
"""

from dataclasses import dataclass

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Cell, Inputs
from levelling.sources.places import ENGLAND, ITL1_AREAS, UK
from levelling.sources.rows import as_estimates

ITL = "ons-productivity/labourproductivityitls.xls"
AUTHORITIES = "ons-productivity/labourproductivitylocalauthorities.xls"
CITY_REGIONS = "ons-productivity/labourproductivitycityregions.xls"
FILES = (ITL, AUTHORITIES, CITY_REGIONS)

_CODES = {"UKX": UK, "TLB": ENGLAND}
_ITL_CODE = r"^TL[A-Z0-9]{2,4}$"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the workbooks.

    Attributes:
        sheet: The sheet it stands on.
        indicator: What it becomes.
        only_itl: Whether only ITL2 and ITL3 areas are taken: the others have newer figures from another publication.
    """

    sheet: str
    indicator: str
    only_itl: bool = False


_HOURS_AND_JOBS = (Table("Productivity Hours", "hours-worked-per-week"), Table("Productivity Jobs", "filled-jobs"))
_SMOOTHED = (Table("A1", "gva-per-hour-worked-index"), Table("B1", "gva-per-filled-job-index"))
_UNSMOOTHED = (
    Table("A2", "gva-per-hour-worked-index-unsmoothed"),
    Table("A4", "gva-per-hour-worked-unsmoothed"),
    Table("A5", "gva-per-hour-worked-volume-index"),
    Table("B2", "gva-per-filled-job-index-unsmoothed"),
    Table("B4", "gva-per-filled-job-unsmoothed"),
    Table("B5", "gva-per-filled-job-volume-index"),
)
_POUNDS = (Table("A3", "gva-per-hour-worked-itl", only_itl=True), Table("B3", "gva-per-filled-job-itl", only_itl=True))


def tidy(inputs: Inputs) -> Tidy:
    """Productivity of every ITL area, local authority and combined authority for which ONS gives it.

    Raises:
        SourceChanged: A workbook, sheet or column is not as known.
    """
    frames = [_read(inputs, ITL, "ITL_code", table) for table in (*_SMOOTHED, *_UNSMOOTHED, *_POUNDS, *_HOURS_AND_JOBS)]
    frames += [_read(inputs, AUTHORITIES, "LAD_Code", table) for table in (*_SMOOTHED, *_HOURS_AND_JOBS)]
    # City regions without a code are left out: nothing else knows them.
    frames += [
        _read(inputs, CITY_REGIONS, "Area_Code", table).filter(pl.col("area_code").str.contains(r"^(E47|W42|N34)"))
        for table in (*_SMOOTHED, *_UNSMOOTHED, *_HOURS_AND_JOBS)
    ]
    # The UK stands in every workbook; it is the same number in each.
    whole = pl.concat(frames).unique(["indicator", "area_code", "period"], keep="first", maintain_order=True)
    return Tidy(estimates=as_estimates(whole, "ons-subregional-productivity"))


def _read(inputs: Inputs, name: str, key: str, table: Table) -> pl.DataFrame:
    rows = inputs.sheet(name, table.sheet)
    header, start = _header(name, table.sheet, key, rows)
    code, years = (
        header.index(key),
        {at: text[-4:] for at, text in enumerate(header) if text[-5:-4] == "_" and text[-4:].isdigit()},
    )
    if not years:
        raise SourceChanged(
            f"Sheet {table.sheet} of {name} has no columns that end in a year.",
            "The publisher may have changed its layout: compare it with the release this reader was made for.",
        )
    found = [
        (str(row[code]).strip(), year, float(value))
        for row in rows[start:]
        for at, year in years.items()
        if isinstance(value := row[at], int | float)
    ]
    frame = pl.DataFrame(found, schema={"area_code": pl.String, "period": pl.String, "value": pl.Float64}, orient="row")
    return _areas(frame, only_itl=table.only_itl).with_columns(
        pl.lit(table.indicator).alias("indicator"), pl.col("value").round(1)
    )


def _header(name: str, sheet: str, key: str, rows: list[list[Cell]]) -> tuple[list[str], int]:
    for at, row in enumerate(rows[:12]):
        header = [str(cell or "").strip() for cell in row]
        if key in header:
            return header, at + 1
    raise SourceChanged(
        f"Sheet {sheet} of {name} has no column {key}.",
        "The publisher may have changed its layout: compare it with the release this reader was made for.",
    )


def _areas(frame: pl.DataFrame, *, only_itl: bool) -> pl.DataFrame:
    if only_itl:
        return frame.filter(pl.col("area_code").str.contains(_ITL_CODE) & (pl.col("area_code").str.len_chars() > 3))
    known = frame.filter(pl.col("area_code").str.contains(r"^(UKX|TL\w+|[ENSW]\d{8})$"))
    regions = known.filter(pl.col("area_code").is_in(list(ITL1_AREAS))).with_columns(pl.col("area_code").replace(ITL1_AREAS))
    return pl.concat([known.with_columns(pl.col("area_code").replace(_CODES)), regions])
