"""From lists of neighbourhoods to the share of each authority's people who live in a city, or near the coast."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.estimate import Status
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates

TOWNS = "towns/lsoa11_mtc.parquet"
COAST = "towns/tomforth_coastal_small_areas.csv"
PEOPLE = "population/DERIVED_uk_lsoa11_lad23_pop2019.parquet"
WELSH_AREAS = "geography-lookups/lookup_msoa11_msoa21_ltla22.parquet"
FILES = (COAST, PEOPLE, TOWNS, WELSH_AREAS)

CITY = 225_000
"""A built-up area with more people than this is a city. Of the towns that ONS lists by size, the largest called a large town has
218,705 people and the smallest it calls a city 229,700."""
_PERIOD = "2019-06-30"
_SCOTLAND_AND_NORTHERN_IRELAND = "^[SN]"


def tidy(inputs: Inputs) -> Tidy:
    """Shares of people, one for each authority that the lists cover.

    Raises:
        SourceChanged: A file is missing, has other columns, or the lists share no code with the people.
    """
    people = inputs.parquet(PEOPLE, ["lsoa11_code", "lad", "pop"]).select(
        pl.col("lsoa11_code").cast(pl.String).alias("code"), pl.col("lad").cast(pl.String), pl.col("pop").cast(pl.Float64)
    )
    coast = inputs.csv(COAST, ["id"])["id"]
    city = _rows("city-population-share", _in_cities(inputs, people))
    near = pl.concat([_near_by_people(people, coast), _near_in_wales(inputs, coast)])
    if not near["value"].sum():
        raise SourceChanged(f"No area of {COAST} has people.", "Check its codes: data zones, MSOAs and the like of 2011.")
    return Tidy(
        estimates=pl.concat([as_estimates(city, "major-towns"), as_estimates(_rows("near-coast-share", near), "near-coast")])
    )


def _in_cities(inputs: Inputs, people: pl.DataFrame) -> pl.DataFrame:
    """Of each authority of England and Wales, the share of people whose neighbourhood touches a city."""
    towns = inputs.parquet(TOWNS, ["lsoa11_code", "mtc_code"]).select(
        pl.col("lsoa11_code").cast(pl.String).alias("code"), pl.col("mtc_code").cast(pl.String).alias("town")
    )
    sizes = towns.join(people, on="code").group_by("town").agg(pl.col("pop").sum())
    cities = sizes.filter(pl.col("pop") > CITY)["town"]
    if cities.is_empty():
        raise SourceChanged(f"No town of {TOWNS} has more than {CITY:,} people.", "Check the codes of its neighbourhoods.")
    inside = towns.filter(pl.col("town").is_in(cities.to_list()))["code"].unique()
    return _shares(people.filter(pl.col("lad").str.contains("^[EW]")), inside)


def _near_by_people(people: pl.DataFrame, coast: pl.Series) -> pl.DataFrame:
    return _shares(people.filter(pl.col("lad").str.contains(_SCOTLAND_AND_NORTHERN_IRELAND)), coast)


def _near_in_wales(inputs: Inputs, coast: pl.Series) -> pl.DataFrame:
    """In Wales the list is by larger areas of like size, each counted once."""
    areas = inputs.parquet(WELSH_AREAS, ["msoa11_code", "ltla22_code"]).select(
        pl.col("msoa11_code").cast(pl.String).alias("code"), pl.col("ltla22_code").cast(pl.String).alias("lad")
    )
    welsh = areas.filter(pl.col("lad").str.starts_with("W")).unique("code").with_columns(pl.lit(1.0).alias("pop"))
    return _shares(welsh, coast)


def _shares(people: pl.DataFrame, inside: pl.Series) -> pl.DataFrame:
    within = pl.col("pop") * pl.col("code").is_in(inside.to_list())
    return people.group_by("lad").agg((within.sum() / pl.col("pop").sum() * 100).round(1).alias("value"))


def _rows(slug: str, shares: pl.DataFrame) -> pl.DataFrame:
    return shares.sort("lad").select(
        pl.col("lad").alias("area_code"),
        pl.lit(slug).alias("indicator"),
        pl.lit(_PERIOD).alias("period"),
        pl.col("value"),
        pl.lit(Status.MODELLED.value).alias("status"),
    )
