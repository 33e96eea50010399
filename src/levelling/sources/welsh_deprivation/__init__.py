"""The Welsh Index of Multiple Deprivation 2019."""

from datetime import date

import polars as pl

from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.deprivation import (
    CROWN,
    OGL,
    RATES_OF_SMALL_AREAS,
    VIA,
    WEIGHT_COLUMNS,
    WEIGHTS_2011,
    Index,
    column,
    mean_rates,
    neighbourhoods,
    people_of_2019,
    share_out,
    tenths,
    with_people,
)
from levelling.sources.inputs import Inputs

RANKS = "deprivation/imd2019_wales_lsoa11.parquet"
AUTHORITIES = "deprivation/imd2019_wales_ltla22.csv"
RATES = "uk-composite-imd/UK_IMD_E_lsoa.parquet"

WIMD = Index(
    "wales",
    2019,
    "welsh-deprivation-2019",
    {
        "Income": "income",
        "Employment": "employment",
        "Education": "education",
        "Health": "health",
        "Crime": "crime",
        "Housing": "housing",
        "Access": "access",
        "Environment": "environment",
    },
)


def tidy(inputs: Inputs) -> Tidy:
    """Scores, shares in the most deprived tenth and fifth, and rates of income and employment deprivation.

    Raises:
        SourceChanged: A file is missing, has other columns, or has neighbourhoods that are not known.
    """
    deciles = ["IMD_decile", *(f"{name}_decile" for name in WIMD.domains)]
    ranks = inputs.parquet(RANKS, ["lsoa11_code", *deciles, "IMD_score"]).rename({"lsoa11_code": "code"})
    rates = inputs.parquet(RATES, ["lsoa", "income_score", "employment_score"]).rename({"lsoa": "code"})
    people = people_of_2019(inputs.parquet(WEIGHTS_2011, WEIGHT_COLUMNS))
    frame = with_people(RANKS, ranks.join(rates, on="code", how="left"), people)
    summaries = inputs.csv(AUTHORITIES, {"ltla22_code": pl.String, "Score": pl.Float64, "Extent": pl.Float64})
    summaries = summaries.rename({"ltla22_code": "lad"})
    values = tenths() | {"index-of-multiple-deprivation": (pl.col("IMD_score"), 3)} | RATES_OF_SMALL_AREAS
    estimates = [
        share_out(WIMD, frame),
        column(WIMD, summaries, "index-of-multiple-deprivation", pl.col("Score"), 3),
        column(WIMD, summaries, "deprivation-extent", pl.col("Extent") * 100, 2),
        *mean_rates(WIMD, frame),
    ]
    return Tidy(estimates=pl.concat(estimates), small_areas=neighbourhoods(WIMD, frame, values))


SOURCE = Source(
    name="welsh-deprivation",
    releases=(
        Release(
            id="welsh-deprivation-2019",
            publisher="Welsh Government",
            title="Welsh Index of Multiple Deprivation 2019",
            released=date(2019, 11, 27),
            address="https://www.gov.wales/welsh-index-multiple-deprivation",
            licence=OGL,
            attribution=CROWN,
            note=(
                f"{VIA}, which also averaged the authorities' scores; rates "
                "through mySociety. Shares of people are worked out here with the people of mid-2019."
            ),
        ),
    ),
    files=(AUTHORITIES, RANKS, RATES, WEIGHTS_2011),
    tidy=tidy,
    cadence="Every four to six years",
    geography="Neighbourhoods (LSOAs of 2011) and local authorities of Wales",
)
