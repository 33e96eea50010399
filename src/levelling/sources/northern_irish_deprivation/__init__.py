"""The Northern Ireland Multiple Deprivation Measure 2017: ranks of super output areas, and no score."""

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

RANKS = "deprivation/imd2017_northern_ireland_soa01.parquet"
AUTHORITIES = "deprivation/imd2017_northern_ireland_lgd14.csv"
RATES = "uk-composite-imd/UK_IMD_E_lsoa.parquet"

NIMDM = Index(
    "northern-ireland",
    2017,
    "northern-irish-deprivation-2017",
    {
        "Income": "income",
        "Employment": "employment",
        "Education": "education",
        "Health": "health",
        "Crime": "crime",
        "Access": "access",
        "Environment": "environment",
    },
)


def tidy(inputs: Inputs) -> Tidy:
    """Shares in the most deprived tenth and fifth, and rates of income and employment deprivation.

    Raises:
        SourceChanged: A file is missing, has other columns, or has neighbourhoods that are not known.
    """
    deciles = ["IMD_decile", *(f"{name}_decile" for name in NIMDM.domains)]
    ranks = inputs.parquet(RANKS, ["soa01_code", *deciles]).rename({"soa01_code": "code"})
    rates = inputs.parquet(RATES, ["lsoa", "income_score", "employment_score"]).rename({"lsoa": "code"})
    people = people_of_2019(inputs.parquet(WEIGHTS_2011, WEIGHT_COLUMNS))
    frame = with_people(RANKS, ranks.join(rates, on="code", how="left"), people)
    summaries = inputs.csv(AUTHORITIES, {"lgd14_code": pl.String, "Extent": pl.Float64}).rename({"lgd14_code": "lad"})
    estimates = [
        share_out(NIMDM, frame),
        column(NIMDM, summaries, "deprivation-extent", pl.col("Extent") * 100, 2),
        *mean_rates(NIMDM, frame),
    ]
    return Tidy(estimates=pl.concat(estimates), small_areas=neighbourhoods(NIMDM, frame, tenths() | RATES_OF_SMALL_AREAS))


SOURCE = Source(
    name="northern-irish-deprivation",
    releases=(
        Release(
            id="northern-irish-deprivation-2017",
            publisher="Northern Ireland Statistics and Research Agency",
            title="Northern Ireland Multiple Deprivation Measures 2017",
            released=date(2017, 11, 23),
            address="https://www.nisra.gov.uk/news/nisra-releases-updated-deprivation-measures-northern-ireland",
            licence=OGL,
            attribution=CROWN,
            note=(f"{VIA}; rates through mySociety. Shares of people are worked out here with the people of mid-2019."),
        ),
    ),
    files=(AUTHORITIES, RANKS, RATES, WEIGHTS_2011),
    tidy=tidy,
    cadence="Every seven years or so",
    geography="Super output areas and districts of Northern Ireland",
)
