"""The newest figures of the survey, from the table behind the Local Skills Dashboard: no intervals, but SOC2020 and 2025."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.rows import slug

LATEST = "dfe-local-skills/C_Geog_skills_indicators_latest.parquet"
YEAR = "2024-04-01/P1Y"
QUALIFICATIONS_YEAR = "2024"

_WHOLE = "inemployment"
_OCCUPATION = "inemploymentOccupation (SOC2020 Sub-Major Group)"
INDUSTRY_COLUMNS = {
    "inemploymentIndustryAgricuture and fishing": "agriculture-and-fishing",
    "inemploymentIndustryEnergy and water": "energy-and-water",
    "inemploymentIndustryManufacturing": "manufacturing",
    "inemploymentIndustryConstruction": "construction",
    "inemploymentIndustryDistribution, hotels and restaurants": "distribution-hotels-and-restaurants",
    "inemploymentIndustryTransport and Communication": "transport-and-communication",
    "inemploymentIndustryBanking finance and insurance etc.": "banking-finance-and-insurance",
    "inemploymentIndustryPublic admin education and health": "public-services",
    "inemploymentIndustryOther services": "other-services",
}
# The rates by age rest on too few answers in most places, and count those withheld as none: they are left out.
LEVEL4_COLUMNS = {
    "L4PlusRate": "",
    "L4PlusRateGenderFemales": "female",
    "L4PlusRateGenderMales": "male",
}
MAJOR = {
    "1": "managers",
    "2": "professionals",
    "3": "associate-professionals",
    "4": "administrative-and-secretarial",
    "5": "skilled-trades",
    "6": "caring-and-leisure",
    "7": "sales-and-customer-service",
    "8": "process-plant-and-machine",
    "9": "elementary",
}


def read_latest(inputs: Inputs) -> pl.DataFrame:
    """People in work by occupation and industry, and the share qualified to level 4 or above.

    Raises:
        SourceChanged: The file lacks a column that is needed.
    """
    every = inputs.parquet_columns(LATEST)
    occupations = [name for name in every if name.startswith(_OCCUPATION) and name.removeprefix(_OCCUPATION)[0].isdigit()]
    if len(occupations) != 26:
        raise SourceChanged(
            f"The file {LATEST} has {len(occupations)} columns of people in work by sub-major occupation, not 26.",
            "The publisher may have changed its layout: compare it with the release this reader was made for.",
        )
    rows = inputs.parquet(LATEST, ["areaCode", _WHOLE, *occupations, *INDUSTRY_COLUMNS, *LEVEL4_COLUMNS])
    # London stands twice, as plan area and as authority, under one code.
    rows = rows.rename({"areaCode": "area_code"}).unique("area_code", maintain_order=True)
    # Of plan areas (E69) only occupations are taken: adverts are counted for them, and they have few groups withheld.
    table = rows.filter(~pl.col("area_code").str.starts_with("E69"))
    names = {name: slug(name.removeprefix(_OCCUPATION).split(" - ", 1)[1]) for name in occupations}
    return pl.concat(
        [
            _long(rows, "employment-by-occupation", {_WHOLE: "", **names}, YEAR),
            _long(table, "employment-by-industry", INDUSTRY_COLUMNS, YEAR),
            _long(table, "level-4-or-above-qualifications", LEVEL4_COLUMNS, QUALIFICATIONS_YEAR).with_columns(
                (100 * pl.col("value")).round(1).alias("value")
            ),
            _shares_by_major_group(table, occupations),
        ]
    )


def _long(table: pl.DataFrame, indicator: str, names: dict[str, str], period: str) -> pl.DataFrame:
    long = table.unpivot(index="area_code", on=list(names), variable_name="column", value_name="value")
    return long.select(
        pl.lit(indicator).alias("indicator"),
        "area_code",
        pl.lit(period).alias("period"),
        pl.col("column").replace_strict(names, return_dtype=pl.String).alias("category"),
        pl.col("value").cast(pl.Float64),
    )


def _shares_by_major_group(table: pl.DataFrame, occupations: list[str]) -> pl.DataFrame:
    whole = pl.sum_horizontal(occupations)
    groups = {
        name: [column for column in occupations if column.removeprefix(_OCCUPATION).startswith(digit)]
        for digit, name in MAJOR.items()
    }
    # Where one part of a group is withheld for want of answers, a share of the rest would mislead: the group has none.
    shares = table.select(
        "area_code",
        *(
            pl.when(pl.all_horizontal(pl.col(parts).is_not_null()))
            .then((100 * pl.sum_horizontal(parts) / whole).round(1))
            .alias(name)
            for name, parts in groups.items()
        ),
    )
    return _long(shares, "employment-share-by-occupation", {name: name for name in groups}, YEAR)
