"""From the census table of economic activity (31 nested categories) to nine that do not overlap much, counted and as shares.

The census was taken on 21 March 2021, in a lockdown. Students who also work are counted with those in work, and students who
look for work with the unemployed, as the Labour Force Survey does; the census table keeps full-time students apart.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.places import ENGLAND
from levelling.sources.rows import as_estimates

ACTIVITY = "census2021-econ-activity/Census2021_econactive_localauthorities.csv.gz"
DAY = "2021-03-21"
WALES, ENGLAND_AND_WALES = "W92000004", "K04000001"

ALL = "0"
STATUSES = {
    "in-work": ("1002", "1007"),
    "employees": ("1003", "1008"),
    "self-employed": ("1004", "1005", "1009", "1010"),
    "unemployed": ("_7", "_14"),
    "inactive": ("1011",),
    "retired": ("_15",),
    "student": ("_16",),
    "home-or-family": ("_17",),
    "long-term-sick": ("_18",),
    "other": ("_19",),
}


def tidy(inputs: Inputs) -> Tidy:
    """People aged 16 and over by economic activity: numbers, and shares of all of them.

    Raises:
        SourceChanged: The file is not in the known shape, or lacks a category.
    """
    table = inputs.csv(
        ACTIVITY,
        {"GEOGRAPHY_CODE": pl.String, "C2021_EASTAT_20_CODE": pl.String, "MEASURES_NAME": pl.String, "OBS_VALUE": pl.Float64},
        gz=True,
    ).filter(pl.col("MEASURES_NAME") == "Value")
    wide = _with_nations(table.pivot(on="C2021_EASTAT_20_CODE", index="GEOGRAPHY_CODE", values="OBS_VALUE"))
    missing = sorted({ALL, *(code for codes in STATUSES.values() for code in codes)} - set(wide.columns))
    if missing:
        raise SourceChanged(
            f"The file {ACTIVITY} lacks the categories {', '.join(missing)} of economic activity.",
            "The publisher may have numbered them anew: compare it with the release this reader was made for.",
        )
    counts = wide.select(
        pl.col("GEOGRAPHY_CODE").alias("area_code"),
        pl.col(ALL).alias(""),
        *(pl.sum_horizontal(list(codes)).alias(status) for status, codes in STATUSES.items()),
    )
    shares = counts.select("area_code", *((100 * pl.col(status) / pl.col("")).round(4).alias(status) for status in STATUSES))
    both = pl.concat([_long(counts, "people-by-economic-activity-census"), _long(shares, "economic-activity-census")])
    return Tidy(estimates=as_estimates(both.with_columns(pl.lit(DAY).alias("period")), "ons-census-economic-activity"))


def _with_nations(wide: pl.DataFrame) -> pl.DataFrame:
    code = pl.col("GEOGRAPHY_CODE")
    nation = wide.with_columns(
        pl.when(code.str.starts_with("W")).then(pl.lit(WALES)).otherwise(pl.lit(ENGLAND)).alias("GEOGRAPHY_CODE")
    )
    parts = [wide, nation, wide.with_columns(pl.lit(ENGLAND_AND_WALES).alias("GEOGRAPHY_CODE"))]
    return pl.concat(parts).group_by("GEOGRAPHY_CODE", maintain_order=True).sum()


def _long(frame: pl.DataFrame, indicator: str) -> pl.DataFrame:
    long = frame.unpivot(index="area_code", variable_name="category", value_name="value")
    return long.with_columns(pl.lit(indicator).alias("indicator"))
