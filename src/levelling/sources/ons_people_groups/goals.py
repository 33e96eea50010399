"""Unemployment and pay by group, from the tables of the Sustainable Development Goals.

Unemployment by region and sex is adjusted for the season; by age and disability it is not, so the two stand in two indicators.
"""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.places import UK

PAY = "ons-sdg/indicator_8-5-1.csv"
UNEMPLOYMENT = "ons-sdg/indicator_8-5-2.csv"
FIRST = 2018
_SEXES = {"Female": "female", "Male": "male", "": ""}
_DISABILITY = {"Disabled (GSS harmonised)": "disabled", "Non-disabled (GSS harmonised)": "not-disabled"}
_AGES = {
    name: name.replace(" to ", "-").replace("65 and over", "65-plus")
    for name in (
        "16 to 17",
        "18 to 24",
        "25 to 34",
        "35 to 49",
        "50 to 64",
    )
}
_PAY_AGES = {
    "18 to 21": "18-21",
    "22 to 29": "22-29",
    "30 to 39": "30-39",
    "40 to 49": "40-49",
    "50 to 59": "50-59",
    "60 and over": "60-plus",
}
_HOURS = {"Full Time": "full-time", "Part Time": "part-time"}
_BORN = "Country of birth"
_UNEMPLOYED = ["Year", "Series", "Age", "Country", "Region", _BORN, "Disability status", "Sex", "GeoCode", "Value"]
_PAID = [
    "Year",
    "Series",
    "Age",
    "Country",
    "Disability status",
    "Sex",
    "Sex by disability",
    "Occupation",
    "Working Pattern",
    "GeoCode",
    "Value",
]
_QUARTERS = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}


def unemployment(inputs: Inputs) -> pl.DataFrame:
    """Quarterly unemployment rates since 2018: by sex for regions and nations, by age, sex and disability for the UK.

    Raises:
        SourceChanged: The file is not in the known shape, or holds no rows of a kind.
    """
    table = _table(inputs, UNEMPLOYMENT, _UNEMPLOYED).filter(pl.col(_BORN) == "")
    quarter = pl.col("Year").str.split_exact(" ", 1)
    table = table.with_columns(
        (quarter.struct[0] + "-" + quarter.struct[1].replace_strict(_QUARTERS, default=None) + "-01/P3M").alias("period")
    ).drop_nulls("period")
    adjusted = pl.col("Series") == "Seasonally adjusted"
    places = table.filter(adjusted, pl.col("Age") == "", pl.col("Disability status") == "").with_columns(
        _named("unemployment-rate-by-sex"), pl.col("Sex").replace_strict(_SEXES).alias("category")
    )
    plain = table.filter(~adjusted, pl.col("Country") == "")
    ages = plain.filter(pl.col("Age").is_in(list(_AGES)), pl.col("Sex") == "").with_columns(
        _named("unemployment-rate-by-group"), pl.col("Age").replace_strict(_AGES).alias("category")
    )
    disability = plain.filter(pl.col("Disability status") != "").with_columns(
        _named("unemployment-rate-by-group"),
        pl.concat_str(
            pl.col("Disability status").replace_strict(_DISABILITY, default="?"),
            pl.col("Sex").replace_strict(_SEXES),
            separator="-",
        )
        .str.strip_chars("-")
        .alias("category"),
    )
    return _joined(UNEMPLOYMENT, places, ages, disability)


def hourly_pay(inputs: Inputs) -> pl.DataFrame:
    """Average hourly pay of employees since 2018: by sex and hours for regions and nations, by age and disability for the UK.

    Raises:
        SourceChanged: The file is not in the known shape, or holds no rows of a kind.
    """
    table = _table(inputs, PAY, _PAID).filter(pl.col("Occupation") == "").with_columns(pl.col("Year").alias("period"))
    survey = table.filter(pl.col("Series").str.contains("ASHE", literal=True))
    one = (pl.col("Sex") == "") | (pl.col("Working Pattern") == "")
    places = survey.filter(pl.col("Age") == "", pl.col("Country") != "", one).with_columns(
        _named("average-hourly-pay"),
        (pl.col("Sex").replace_strict(_SEXES) + pl.col("Working Pattern").replace_strict({**_HOURS, "": ""})).alias("category"),
    )
    ages = survey.filter(pl.col("Age") != "", pl.col("Sex") == "", pl.col("Working Pattern") == "").with_columns(
        _named("average-hourly-pay"), pl.col("Age").replace_strict(_PAY_AGES).alias("category")
    )
    disability = table.filter(pl.col("Disability status") != "").with_columns(
        _named("average-hourly-pay-by-disability"), pl.col("Disability status").replace_strict(_DISABILITY).alias("category")
    )
    return _joined(PAY, places, ages, disability)


def _table(inputs: Inputs, name: str, columns: list[str]) -> pl.DataFrame:
    table = inputs.csv(name, {column: pl.Float64 if column == "Value" else pl.String for column in columns})
    text = [column for column in columns if column != "Value"]
    return table.with_columns(pl.col(text).fill_null("")).filter(pl.col("Year").str.slice(0, 4).cast(pl.Int64) >= FIRST)


def _named(indicator: str) -> pl.Expr:
    return pl.lit(indicator).alias("indicator")


def _joined(name: str, *parts: pl.DataFrame) -> pl.DataFrame:
    if any(part.height == 0 for part in parts):
        raise SourceChanged(
            f"The file {name} lacks one of its breakdowns by sex, age or disability.",
            "The publisher may have renamed its groups: compare it with the release this reader was made for.",
        )
    code = pl.when(pl.col("GeoCode") == "").then(pl.lit(UK)).otherwise("GeoCode").alias("area_code")
    wanted = ["indicator", "category", code, "period", pl.col("Value").round(2).alias("value")]
    return pl.concat([part.select(wanted) for part in parts])
