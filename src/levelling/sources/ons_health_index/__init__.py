"""The ONS Health Index for England, 2015 to 2021: one number for the health of a place, and what it is made of.

Scores are set so that England in 2015 is 100; higher is healthier. Of the 56 indicators under the index only those are here whose
unit is beyond doubt: the file gives numbers without units, and some of its rates of long-term conditions pass 100 in a hundred.
"""

from datetime import date

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.rows import as_estimates

AUTHORITIES = "health/england_health_index.csv"
CARE_BOARDS = "health/england_health_index_ics.csv"
SUBDOMAINS = "health/england_health_index_subdomains.csv"
INDICATORS = "health/england_health_index_indicators.parquet"
RELEASE = "ons-health-index"

_SCORES = {
    "overall_score": "",
    "healthy_people_domain_score": "people",
    "healthy_lives_domain_score": "lives",
    "healthy_places_domain_score": "places",
}
_BOARD_SCORES = {
    "overall_score": "",
    "healthy_people_domain": "people",
    "healthy_lives_domain": "lives",
    "healthy_places_domain": "places",
}
_PARTS = {
    "Difficulties in daily life": "daily-life",
    "Mental health": "mental-health",
    "Mortality": "mortality",
    "Personal well-being": "wellbeing",
    "Physical health conditions": "physical-health",
    "Behavioural risk factors": "behaviour",
    "Children and young people": "young-people",
    "Physiological risk factors": "bodily-risk",
    "Protective measures": "protection",
    "Access to green space": "green-space",
    "Access to services": "services",
    "Crime": "crime",
    "Economic and working conditions": "work",
    "Living conditions": "living",
}
_MEASURES = {
    "Life expectancy": ("life-expectancy", 2),
    "Avoidable mortality": ("avoidable-mortality", 1),
    "Suicides": ("suicide-rate", 1),
    "Self-harm": ("self-harm-admissions", 1),
    "Alcohol misuse": ("alcohol-admissions", 1),
    "Physical activity": ("physically-active-adults", 1),
    "Overweight and obesity in adults": ("overweight-adults", 1),
    "Workplace safety": ("workplace-injuries", 0),
}


def tidy(inputs: Inputs) -> Tidy:
    """Scores by domain and subdomain, and eight of the indicators under them.

    Raises:
        SourceChanged: A file is missing, has other columns, or lacks an indicator.
    """
    authorities = inputs.csv(AUTHORITIES, _columns("ltla21_code", _SCORES)).rename({"ltla21_code": "area_code"})
    boards = inputs.csv(CARE_BOARDS, _columns("icb22_code", _BOARD_SCORES)).rename({"icb22_code": "area_code"})
    parts = inputs.csv(SUBDOMAINS, _columns("ltla21_code", _PARTS)).rename({"ltla21_code": "area_code"})
    scores = [
        _long("health-index", authorities, _SCORES),
        _long("health-index", boards, _BOARD_SCORES),
        _long("health-index-part", parts, _PARTS),
    ]
    return Tidy(estimates=as_estimates(pl.concat([*scores, _measures(inputs)]), RELEASE))


def _columns(code: str, scores: dict[str, str]) -> dict[str, type[pl.DataType]]:
    return {code: pl.String, "year": pl.Float64, **dict.fromkeys(scores, pl.Float64)}


def _long(slug: str, frame: pl.DataFrame, categories: dict[str, str]) -> pl.DataFrame:
    long = frame.unpivot(on=list(categories), index=["area_code", "year"], variable_name="category")
    return long.select(
        "area_code",
        pl.lit(slug).alias("indicator"),
        pl.col("category").replace_strict(categories),
        pl.col("year").cast(pl.Int32).cast(pl.String).alias("period"),
        pl.col("value").round(1),
    )


def _measures(inputs: Inputs) -> pl.DataFrame:
    frame = inputs.parquet(INDICATORS, ["ltla21_code", "year", "indicator", "value"])
    absent = sorted(set(_MEASURES) - set(frame["indicator"].unique()))
    if absent:
        raise SourceChanged(
            f"The file {INDICATORS} has no rows for {', '.join(absent)}.", "Compare it with the release this reader was made for."
        )
    parts = [
        frame.filter(pl.col("indicator") == name).select(
            pl.col("ltla21_code").alias("area_code"),
            pl.lit(f"{slug}-health-index").alias("indicator"),
            pl.lit("").alias("category"),
            pl.col("year").cast(pl.Int32).cast(pl.String).alias("period"),
            pl.col("value").round(decimals),
        )
        for name, (slug, decimals) in _MEASURES.items()
    ]
    return pl.concat(parts)


SOURCE = Source(
    name="ons-health-index",
    releases=(
        Release(
            id=RELEASE,
            publisher="Office for National Statistics",
            title="Health Index for England, 2015 to 2021",
            released=date(2023, 6, 16),
            address=(
                "https://www.ons.gov.uk/peoplepopulationandcommunity/healthandsocialcare/healthandwellbeing/articles/"
                "howhealthhaschangedinyourarea2015to2021/2023-06-16"
            ),
            licence="Open Government Licence v3.0",
            attribution="Contains public sector information licensed under the Open Government Licence v3.0. © Crown copyright.",
            note=(
                "Through the healthyr package of the British Red Cross (humaniverse). The scores are those first published: ONS "
                "corrected cancer screening, and the scores it goes into, on 6 September 2023."
            ),
        ),
    ),
    files=(AUTHORITIES, CARE_BOARDS, INDICATORS, SUBDOMAINS),
    tidy=tidy,
    cadence="Yearly until the edition on 2021",
    geography="Local authorities of England in 2021 (but City of London and Isles of Scilly), and integrated care boards of 2022",
)
