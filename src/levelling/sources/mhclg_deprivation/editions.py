"""From the English indices' neighbourhoods and summaries to figures."""

import polars as pl

from levelling.sources.contract import Tidy
from levelling.sources.deprivation import (
    WEIGHT_COLUMNS,
    WEIGHTS_2011,
    Index,
    column,
    extent,
    mean,
    neighbourhoods,
    people_of_2019,
    rows,
    share_out,
    tenths,
    with_people,
)
from levelling.sources.inputs import Inputs

AUTHORITIES_2015 = "deprivation/imd2015_england_ltla21.csv"
AUTHORITIES_2019 = "deprivation/imd2019_england_ltla23.csv"
RANKS_2019 = "deprivation/imd2019_england_lsoa11.parquet"
INDICATORS_2019 = "deprivation/imd2019_england_lsoa11_indicators.parquet"
SCORES_2019 = "uk-composite-imd/UK_IMD_E_lsoa.parquet"
RANKS_2025 = "deprivation/imd2025_england_lsoa21.parquet"
INDICATORS_2025 = "deprivation/imd2025_england_lsoa21_indicators.parquet"
AREAS_2025 = "geography-lookups/lookup_lsoa21_ward24_ltla24.parquet"
PEOPLE_2021 = "population/lsoa21_population_disabled_census21.parquet"

FILES = (
    AREAS_2025,
    AUTHORITIES_2015,
    AUTHORITIES_2019,
    INDICATORS_2019,
    INDICATORS_2025,
    PEOPLE_2021,
    RANKS_2019,
    RANKS_2025,
    SCORES_2019,
    WEIGHTS_2011,
)

_SAME_DOMAINS = {
    "Income": "income",
    "Employment": "employment",
    "Education": "education",
    "Health": "health",
    "Crime": "crime",
    "Environment": "environment",
}
IOD_2015 = Index("england", 2015, "english-deprivation-2015", {})
IOD_2019 = Index("england", 2019, "english-deprivation-2019", {**_SAME_DOMAINS, "Housing_and_Access": "housing"})
IOD_2025 = Index("england", 2025, "english-deprivation-2025", {**_SAME_DOMAINS, "Housing_and_Services": "housing"})

_INCOME, _EMPLOYMENT = "income_domain_numerator", "employment_domain_numerator"
_ILLNESS = "comparative_illness_and_disability_ratio_indicator"
_SKILLS = "adult_skills_and_english_language_proficiency_indicator"


def tidy(inputs: Inputs) -> Tidy:
    """All three editions.

    Raises:
        SourceChanged: A file is missing, has other columns, or has neighbourhoods that are not known.
    """
    older, small_older = _edition_2019(inputs)
    newer, small_newer = _edition_2025(inputs)
    return Tidy(
        estimates=pl.concat([_edition_2015(inputs), older, newer]),
        small_areas=pl.concat([small_older, small_newer]),
    )


def _edition_2015(inputs: Inputs) -> pl.DataFrame:
    numbers = dict.fromkeys(("Score", "Proportion", "Extent"), pl.Float64)
    frame = inputs.csv(AUTHORITIES_2015, {"ltla21_code": pl.String, **numbers}).rename({"ltla21_code": "lad"})
    return _summaries(IOD_2015, frame)


def _edition_2019(inputs: Inputs) -> tuple[pl.DataFrame, pl.DataFrame]:
    deciles = ["IMD_decile", *(f"{name}_decile" for name in IOD_2019.domains)]
    ranks = inputs.parquet(RANKS_2019, ["lsoa11_code", *deciles])
    counts = inputs.parquet(INDICATORS_2019, ["lsoa11_code", _INCOME, _EMPLOYMENT])
    scores = inputs.parquet(SCORES_2019, ["lsoa", "overall_local_score", "income_score", "employment_score"])
    frame = ranks.join(counts, on="lsoa11_code", how="left").rename({"lsoa11_code": "code"})
    frame = frame.join(scores.rename({"lsoa": "code"}), on="code", how="left")
    frame = with_people(RANKS_2019, frame, people_of_2019(inputs.parquet(WEIGHTS_2011, WEIGHT_COLUMNS)))
    numbers = dict.fromkeys(("Score", "Proportion", "Extent", "Income_Score", "Employment_Score"), pl.Float64)
    authorities = inputs.csv(AUTHORITIES_2019, {"ltla23_code": pl.String, **numbers}).rename({"ltla23_code": "lad"})
    estimates = [
        share_out(IOD_2019, frame).filter(~_repeated(IOD_2019)),
        _summaries(IOD_2019, authorities),
        column(IOD_2019, authorities, "income-deprivation-rate", pl.col("Income_Score") * 100, 2),
        column(IOD_2019, authorities, "employment-deprivation-rate", pl.col("Employment_Score") * 100, 2),
        _counts(IOD_2019, frame),
    ]
    values = {
        "index-of-multiple-deprivation": (pl.col("overall_local_score"), 3),
        "income-deprivation-rate": (pl.col("income_score"), 1),
        "employment-deprivation-rate": (pl.col("employment_score"), 1),
        "income-deprived-people": (pl.col(_INCOME), 0),
        "employment-deprived-people": (pl.col(_EMPLOYMENT), 0),
    }
    return pl.concat(estimates), neighbourhoods(IOD_2019, frame, tenths() | values)


def _edition_2025(inputs: Inputs) -> tuple[pl.DataFrame, pl.DataFrame]:
    deciles = ["IMD_decile", *(f"{name}_decile" for name in IOD_2025.domains)]
    ranks = inputs.parquet(RANKS_2025, ["lsoa21_code", *deciles, "IMD_rank", "IMD_score", "Income_score", "Employment_score"])
    more = inputs.parquet(INDICATORS_2025, ["lsoa21_code", _INCOME, _EMPLOYMENT, _ILLNESS, _SKILLS])
    areas = inputs.parquet(AREAS_2025, ["lsoa21_code", "ltla24_code"])
    residents = inputs.parquet(PEOPLE_2021, ["lsoa21_code", "total_residents"])
    people = areas.join(residents, on="lsoa21_code").rename(
        {"lsoa21_code": "code", "ltla24_code": "lad", "total_residents": "people"}
    )
    frame = ranks.join(more, on="lsoa21_code", how="left").rename({"lsoa21_code": "code"})
    frame = with_people(RANKS_2025, frame, people)
    authorities = frame.group_by("lad").agg(
        mean(pl.col("IMD_score")).alias("score"),
        (mean(extent("IMD_rank", frame["IMD_decile"])) * 100).alias("extent"),
        (mean(pl.col("Income_score")) * 100).alias("income"),
        (mean(pl.col("Employment_score")) * 100).alias("employment"),
        mean(pl.col(_ILLNESS)).alias("illness"),
        (mean(pl.col(_SKILLS)) * 100).alias("skills"),
    )
    estimates = [
        share_out(IOD_2025, frame),
        column(IOD_2025, authorities, "index-of-multiple-deprivation", pl.col("score"), 3),
        column(IOD_2025, authorities, "deprivation-extent", pl.col("extent"), 2),
        column(IOD_2025, authorities, "income-deprivation-rate", pl.col("income"), 2),
        column(IOD_2025, authorities, "employment-deprivation-rate", pl.col("employment"), 2),
        column(IOD_2025, authorities, "comparative-illness-and-disability", pl.col("illness"), 2),
        column(IOD_2025, authorities, "adult-skills-deprivation", pl.col("skills"), 2),
        _counts(IOD_2025, frame),
    ]
    values = {
        "index-of-multiple-deprivation": (pl.col("IMD_score"), 3),
        "income-deprivation-rate": (pl.col("Income_score") * 100, 1),
        "employment-deprivation-rate": (pl.col("Employment_score") * 100, 1),
        "income-deprived-people": (pl.col(_INCOME), 0),
        "employment-deprived-people": (pl.col(_EMPLOYMENT), 0),
    }
    return pl.concat(estimates), neighbourhoods(IOD_2025, frame, tenths() | values)


def _summaries(index: Index, authorities: pl.DataFrame) -> pl.DataFrame:
    """Summaries of authorities as given: average score, share of neighbourhoods in the most deprived tenth, extent."""
    stems = {
        "index-of-multiple-deprivation": pl.col("Score"),
        "neighbourhoods-in-most-deprived-tenth": pl.col("Proportion") * 100,
        "deprivation-extent": pl.col("Extent") * 100,
    }
    return pl.concat([column(index, authorities, stem, value, 3) for stem, value in stems.items()])


def _repeated(index: Index) -> pl.Expr:
    # The share of neighbourhoods for the whole index is among the summaries as given, so it is not worked out again.
    slug = index.slug("neighbourhoods-in-most-deprived-tenth")
    return (pl.col("indicator") == slug) & (pl.col("category") == "")


def _counts(index: Index, frame: pl.DataFrame) -> pl.DataFrame:
    counts = frame.group_by("lad").agg(
        pl.col(_INCOME).sum().alias(index.slug("income-deprived-people")),
        pl.col(_EMPLOYMENT).sum().alias(index.slug("employment-deprived-people")),
    )
    return rows(index, counts.unpivot(index="lad", variable_name="indicator"), 0)
