"""Adverts of June 2025 by occupation, from the table behind the Local Skills Dashboard: one row an area, one column a group."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.rows import slug

LATEST = "dfe-local-skills/C_Geog_skills_indicators_latest.parquet"
JUNE = "2025-06"
_STEM = "vacanciesOccupation (SOC2020 Sub-Major Group)"
_GROUPS = 26


def read_occupations(inputs: Inputs) -> pl.DataFrame:
    """Adverts in all and in each sub-major group of SOC 2020. London's are for the whole of it, not for its boroughs.

    Raises:
        SourceChanged: The file lacks a column that is needed.
    """
    every = inputs.parquet_columns(LATEST)
    names = {name: slug(name.split(" - ", 1)[1]) for name in every if name.startswith(_STEM) and " - " in name}
    if len(names) != _GROUPS:
        raise SourceChanged(
            f"The file {LATEST} has {len(names)} columns of adverts by sub-major occupation, not {_GROUPS}.",
            "The publisher may have changed its layout: compare it with the release this reader was made for.",
        )
    table = inputs.parquet(LATEST, ["areaCode", "vacancies", *names]).unique("areaCode", maintain_order=True)
    categories = {"vacancies": "", **names}
    long = table.unpivot(index="areaCode", on=list(categories), variable_name="column", value_name="value")
    return long.select(
        pl.lit("online-adverts-by-occupation").alias("indicator"),
        pl.col("column").replace_strict(categories, return_dtype=pl.String).alias("category"),
        pl.col("areaCode").alias("area_code"),
        pl.lit(JUNE).alias("period"),
        pl.col("value").cast(pl.Float64),
    )
