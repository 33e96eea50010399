"""From the class of each neighbourhood to shares of people."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import SMALL_AREAS, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates

UK_CLASSES = "rural-urban/composite_ruc_lsoa.parquet"
UK_AUTHORITIES = "rural-urban/la_ruc.csv"
CODES = "mysociety-authorities/lookup_gss_to_registry.csv"
CLASSES_2021 = "geography-lookups/ruc21_lsoa21.parquet"
AUTHORITIES_2021 = "geography-lookups/ruc21_ltla24.csv"
CLASSES_SCOTLAND = "geography-lookups/ruc16_dz11.parquet"
WEIGHTS_2019 = "population/DERIVED_uk_lsoa11_lad23_pop2019.parquet"
AREAS_2021 = "geography-lookups/lookup_lsoa21_ward24_ltla24.parquet"
PEOPLE_2021 = "population/lsoa21_population_disabled_census21.parquet"
FILES = (
    AREAS_2021,
    AUTHORITIES_2021,
    CLASSES_2021,
    CLASSES_SCOTLAND,
    CODES,
    PEOPLE_2021,
    UK_AUTHORITIES,
    UK_CLASSES,
    WEIGHTS_2019,
)

_UK = {"0": "urban", "1": "rural", "2": "most-rural"}
_2021 = {
    "UN1": "urban-nearer",
    "UF1": "urban-further",
    "RLN1": "larger-rural-nearer",
    "RLF1": "larger-rural-further",
    "RSN1": "smaller-rural-nearer",
    "RSF1": "smaller-rural-further",
}
_SCOTLAND = {
    "1": "large-urban",
    "2": "other-urban",
    "3": "accessible-small-towns",
    "4": "remote-small-towns",
    "5": "accessible-rural",
    "6": "remote-rural",
}


def tidy(inputs: Inputs) -> Tidy:
    """Shares of people by class, with the share in any rural class as the whole.

    Raises:
        SourceChanged: A file is missing, has other columns, or classes that are not known.
    """
    weights = inputs.parquet(WEIGHTS_2019, ["lsoa11_code", "lad", "pop"]).rename({"lsoa11_code": "code", "pop": "people"})
    uk = inputs.parquet(UK_CLASSES, ["lsoa", "ukruc-3"]).rename({"lsoa": "code", "ukruc-3": "class"})
    scotland = inputs.parquet(CLASSES_SCOTLAND, ["dz11_code", "ruc16_code"]).rename({"dz11_code": "code", "ruc16_code": "class"})
    newer = inputs.parquet(CLASSES_2021, ["lsoa21_code", "ruc21_code"]).rename({"lsoa21_code": "code", "ruc21_code": "class"})
    areas = inputs.parquet(AREAS_2021, ["lsoa21_code", "ltla24_code"])
    people = areas.join(inputs.parquet(PEOPLE_2021, ["lsoa21_code", "total_residents"]), on="lsoa21_code")
    people = people.rename({"lsoa21_code": "code", "ltla24_code": "lad", "total_residents": "people"})
    made = [
        _classed("rural-population-share", UK_CLASSES, uk, weights, _UK, "2019-06-30", "rural-urban-uk"),
        _classed("rural-population-share-2021", CLASSES_2021, newer, people, _2021, "2021-03-21", "rural-urban-2021"),
        _classed(
            "rural-population-share-scotland",
            CLASSES_SCOTLAND,
            scotland,
            weights,
            _SCOTLAND,
            "2019-06-30",
            "rural-urban-2016-scotland",
        ),
    ]
    return Tidy(
        estimates=pl.concat([estimates for estimates, _ in made]),
        small_areas=pl.concat([small for _, small in made]),
        tables={"rural_urban_classes": _authorities(inputs)},
    )


def _classed(
    slug: str, name: str, classes: pl.DataFrame, people: pl.DataFrame, known: dict[str, str], period: str, release: str
) -> tuple[pl.DataFrame, pl.DataFrame]:
    text = pl.col("class").cast(pl.Int64).cast(pl.String) if classes["class"].dtype.is_numeric() else pl.col("class")
    frame = classes.with_columns(text.alias("class"))
    strange = sorted({str(value) for value in frame["class"].unique()} - set(known))
    if strange:
        raise SourceChanged(
            f"The file {name} has classes that are not known: {', '.join(strange[:5])}.",
            "The classification may have changed: compare it with the release this reader was made for.",
        )
    frame = frame.with_columns(pl.col("class").replace(known)).join(people, on="code")
    total = pl.col("people").sum()
    rural = pl.col("class").str.contains("rural")
    shares = frame.group_by("lad").agg(
        (pl.col("people").filter(rural).sum() / total * 100).alias("whole"),
        *((pl.col("people").filter(pl.col("class") == kind).sum() / total * 100).alias(kind) for kind in known.values()),
    )
    long = shares.unpivot(index="lad", variable_name="category").select(
        pl.col("lad").alias("area_code"),
        pl.lit(slug).alias("indicator"),
        pl.col("category").replace({"whole": ""}),
        pl.lit(period).alias("period"),
        pl.col("value").round(2),
    )
    small = frame.select(
        pl.lit(slug).alias("indicator"),
        pl.col("code").alias("area_code"),
        (rural * 100).cast(pl.Float64).alias("value"),
        pl.lit(period).alias("period"),
        pl.lit(release).alias("release"),
    )
    return as_estimates(long, release), small.select(list(SMALL_AREAS))


def _authorities(inputs: Inputs) -> pl.DataFrame:
    """Each authority's own class, by both schemes."""
    newer = inputs.csv(AUTHORITIES_2021, ["ltla24_code", "ruc21_code", "classification"]).select(
        pl.col("ltla24_code").alias("code"),
        pl.lit("england-and-wales-2021").alias("scheme"),
        pl.col("ruc21_code").alias("class_code"),
        pl.col("classification").alias("class_name"),
        pl.lit("rural-urban-2021").alias("release"),
    )
    current = inputs.parquet(WEIGHTS_2019, ["lad"])["lad"].unique().to_list()
    codes = inputs.csv(CODES, ["gss-code", "local-authority-code"]).filter(pl.col("gss-code").is_in(current))
    uk = inputs.csv(UK_AUTHORITIES, ["local-authority-code", "ruc-cluster-label"]).join(codes, on="local-authority-code")
    uk = uk.select(
        pl.col("gss-code").alias("code"),
        pl.lit("uk").alias("scheme"),
        pl.lit("").alias("class_code"),
        pl.col("ruc-cluster-label").alias("class_name"),
        pl.lit("rural-urban-uk").alias("release"),
    )
    return pl.concat([newer, uk]).sort("scheme", "code")
