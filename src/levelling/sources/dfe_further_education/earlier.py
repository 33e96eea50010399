"""Adults in further education in the years before the newest publication, by the authorities of today."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.places import ENGLAND, authority_codes, current_codes, require_names

EARLIER = "annual-population-survey/C_time.csv"
_RENAMED = {"Shepway": "Folkestone and Hythe"}
_OUTSIDE = "Outside of England and unknown"


def read_earlier(inputs: Inputs) -> pl.DataFrame:
    """Learners of each academic year, in authorities and in England.

    The file names authorities as they were in each year. Those merged since are added up, so a learner who moved between two
    parts of one within a year may be counted in both.

    Raises:
        SourceChanged: The file is not in the known shape, or names areas or years that are not known.
    """
    table = inputs.csv(EARLIER, ["area", "geographic_level", "time_period", "metric", "value"])
    kept = table.filter((pl.col("metric") == "participation") & pl.col("geographic_level").is_in(["LADU", "COUNTRY"]))
    local = kept.filter((pl.col("geographic_level") == "LADU") & (pl.col("area") != _OUTSIDE))
    local = local.with_columns(pl.col("area").replace(_RENAMED))
    codes, now = authority_codes(inputs), current_codes(inputs)
    require_names(EARLIER, local["area"].unique(), codes)
    if not local.height or not all(len(year) == 6 and year.isdigit() for year in kept["time_period"].unique()):
        raise SourceChanged(
            f"The file {EARLIER} has no learners of academic years such as '201617' by authority.",
            "Compare it with the release this reader was made for.",
        )
    england = kept.filter((pl.col("geographic_level") == "COUNTRY") & (pl.col("area") == "England"))
    coded = pl.concat(
        [
            local.with_columns(pl.col("area").replace_strict(codes).replace(now).alias("area_code")),
            england.with_columns(pl.lit(ENGLAND).alias("area_code")),
        ]
    )
    numbers = coded.with_columns(pl.col("value").cast(pl.Float64, strict=False))
    return (
        numbers.group_by("area_code", "time_period", maintain_order=True)
        .agg(
            # A part that is withheld leaves the whole unknown.
            pl.when(pl.col("value").is_null().any()).then(None).otherwise(pl.col("value").sum()).alias("value")
        )
        .select(
            pl.lit("further-education-adults-2016-to-2020").alias("indicator"),
            "area_code",
            (pl.col("time_period").str.slice(0, 4) + "-08-01/P1Y").alias("period"),
            "value",
        )
    )
