"""The Scottish Index of Multiple Deprivation 2020.

It publishes ranks and no score, so there is no average score of an authority here. The ranks are those of the edition revised
later that year (SIMD 2020v2), which differ from the first release of 28 January 2020 from the third place on.
"""

from datetime import date

import polars as pl

from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.deprivation import (
    CROWN,
    OGL,
    VIA,
    WEIGHT_COLUMNS,
    WEIGHTS_2011,
    Index,
    column,
    neighbourhoods,
    people_of_2019,
    share_out,
    tenths,
    with_people,
)
from levelling.sources.inputs import Inputs

RANKS = "deprivation/imd2020_scotland_dz11.parquet"
INDICATORS = "deprivation/imd2020_scotland_dz11_indicators.parquet"
AUTHORITIES = "deprivation/imd2020_scotland_ltla24.csv"

SIMD = Index(
    "scotland",
    2020,
    "scottish-deprivation-2020",
    {
        "Income": "income",
        "Employment": "employment",
        "Education": "education",
        "Health": "health",
        "Crime": "crime",
        "Housing": "housing",
        "Access": "access",
    },
)
_COUNTS = ["Total_population", "Working_age_population", "Income_count", "Employment_count"]


def tidy(inputs: Inputs) -> Tidy:
    """Shares in the most deprived tenth and fifth, and people deprived of income or employment.

    Raises:
        SourceChanged: A file is missing, has other columns, or has neighbourhoods that are not known.
    """
    deciles = ["IMD_decile", *(f"{name}_decile" for name in SIMD.domains)]
    ranks = inputs.parquet(RANKS, ["dz11_code", *deciles])
    more = inputs.parquet(INDICATORS, ["dz11_code", *_COUNTS])
    people = people_of_2019(inputs.parquet(WEIGHTS_2011, WEIGHT_COLUMNS))
    frame = with_people(RANKS, ranks.join(more, on="dz11_code", how="left").rename({"dz11_code": "code"}), people)
    summaries = inputs.csv(AUTHORITIES, {"ltla24_code": pl.String, "Extent": pl.Float64}).rename({"ltla24_code": "lad"})
    income = pl.col("Income_count") / pl.col("Total_population") * 100
    employment = pl.col("Employment_count") / pl.col("Working_age_population") * 100
    totals = frame.group_by("lad").agg(pl.col(_COUNTS).sum())
    estimates = [
        share_out(SIMD, frame),
        column(SIMD, summaries, "deprivation-extent", pl.col("Extent") * 100, 2),
        column(SIMD, totals, "income-deprivation-rate", income, 2),
        column(SIMD, totals, "employment-deprivation-rate", employment, 2),
        column(SIMD, totals, "income-deprived-people", pl.col("Income_count"), 0),
        column(SIMD, totals, "employment-deprived-people", pl.col("Employment_count"), 0),
    ]
    values = {
        "income-deprivation-rate": (_known(income), 1),
        "employment-deprivation-rate": (_known(employment), 1),
        "income-deprived-people": (pl.col("Income_count"), 0),
        "employment-deprived-people": (pl.col("Employment_count"), 0),
    }
    return Tidy(estimates=pl.concat(estimates), small_areas=neighbourhoods(SIMD, frame, tenths() | values))


def _known(rate: pl.Expr) -> pl.Expr:
    # Three data zones had nobody living in them.
    return pl.when(rate.is_finite()).then(rate)


SOURCE = Source(
    name="scottish-deprivation",
    releases=(
        Release(
            id="scottish-deprivation-2020",
            publisher="Scottish Government",
            title="Scottish Index of Multiple Deprivation 2020",
            released=date(2020, 1, 28),
            address="https://www.gov.scot/collections/scottish-index-of-multiple-deprivation-2020/",
            licence=OGL,
            attribution=CROWN,
            note=(
                f"{VIA}. First released on this date; the ranks are those of the revision, SIMD 2020v2. Shares of people are "
                "worked out here with the people of mid-2019."
            ),
        ),
    ),
    files=(AUTHORITIES, INDICATORS, RANKS, WEIGHTS_2011),
    tidy=tidy,
    cadence="Every four years",
    geography="Data zones of 2011 and council areas of Scotland",
)
