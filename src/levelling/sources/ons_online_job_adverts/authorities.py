"""Adverts by local authority, January of each year from 2017 to 2022.

The publisher gives a count divided by a number it keeps to itself. The unit says nothing by itself, so only what is left when it
cancels is kept: each area's share of the country's adverts, and each area's adverts against its own of January 2019.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell, Inputs
from levelling.sources.ons_online_job_adverts.areas import REGIONS
from levelling.sources.places import UK, authority_codes, current_codes, require_names

UNITS = "online-job-adverts/ONS_labour_demand_indicators_by_LA_2017-2022.xlsx"
YEARS = tuple(str(year) for year in range(2017, 2023))
_BASE = "2019"
_SPELT = {"East Ayshire": "East Ayrshire"}
_UNKNOWN = "Unknown [note 4]"
_SCHEMA = {"area": pl.String, **dict.fromkeys(YEARS, pl.Float64)}


def read_authorities(inputs: Inputs) -> pl.DataFrame:
    """Shares of the UK's adverts, and adverts against January 2019.

    Authorities that have merged since are added up; where one of them was left out by the publisher, the whole has no figure.

    Raises:
        SourceChanged: The workbook is not in the known shape, or names areas that are not known.
    """
    regions = _sheet(inputs, "2", 4, 1)
    known = regions.filter(pl.col("area") != _UNKNOWN)
    require_names(UNITS, known["area"], REGIONS)
    left_out = [_SPELT.get(str(row[0]).strip(), str(row[0]).strip()) for row in inputs.sheet(UNITS, "4")[3:] if row[0]]
    absent = pl.DataFrame({"area": left_out}).with_columns(pl.lit(None, pl.Float64).alias(year) for year in YEARS)
    local = pl.concat([_sheet(inputs, "1", 4, 2), absent])
    names, now = authority_codes(inputs), current_codes(inputs)
    require_names(UNITS, local["area"], names)
    places = pl.concat(
        [
            local.with_columns(pl.col("area").replace_strict(names).replace(now)),
            known.with_columns(pl.col("area").replace_strict(REGIONS)),
            regions.with_columns(pl.lit(UK).alias("area")),
        ]
    )
    whole = known.select(pl.col(year).sum() for year in YEARS)
    units = places.group_by("area", maintain_order=True).agg(
        pl.when(pl.col(year).is_null().any()).then(None).otherwise(pl.col(year).sum()).alias(year) for year in YEARS
    )
    shares = units.filter(pl.col("area") != UK).with_columns(
        (100 * pl.col(year) / whole[year][0]).round(4).alias(year) for year in YEARS
    )
    indices = units.with_columns((100 * pl.col(year) / pl.col(_BASE)).round(1).alias(year) for year in YEARS)
    return pl.concat([_long(shares, "online-adverts-share"), _long(indices, "online-adverts-index")])


def _sheet(inputs: Inputs, sheet: str, first: int, skip: int) -> pl.DataFrame:
    rows = inputs.sheet(UNITS, sheet)
    if tuple(_year(cell) for cell in rows[first - 1][skip : skip + len(YEARS)]) != YEARS:
        raise SourceChanged(
            f"Sheet {sheet} of {UNITS} does not have the years {YEARS[0]} to {YEARS[-1]} where they were.",
            "Compare it with the release this reader was made for.",
        )
    kept = [[str(row[0]).strip(), *(_number(cell) for cell in row[skip : skip + len(YEARS)])] for row in rows[first:] if row[0]]
    return pl.DataFrame(kept, schema=_SCHEMA, orient="row")


def _year(cell: Cell) -> str:
    return str(cell).removesuffix(".0")


def _number(cell: Cell) -> float | None:
    try:
        return float(str(cell))
    except ValueError:
        return None


def _long(table: pl.DataFrame, indicator: str) -> pl.DataFrame:
    long = table.unpivot(index="area", on=list(YEARS), variable_name="year", value_name="value")
    return long.select(
        pl.lit(indicator).alias("indicator"),
        pl.lit("").alias("category"),
        pl.col("area").alias("area_code"),
        (pl.col("year") + "-01").alias("period"),
        "value",
    )
