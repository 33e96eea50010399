"""Jobs furloughed in the spring of 2020, by where people live: HM Revenue and Customs, in a copy of the British Red Cross."""

from datetime import date

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.core.indicator import Release
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.mergers import CHAIN, newer_codes, with_merged
from levelling.sources.rows import as_estimates

CLAIMS = "covid-vulnerability/local_authority_covid_stats.csv"
SPRING_2020 = "2020-03-01/P4M"
_WITH_CORNWALL = "E06000053"
"""The Isles of Scilly, which the publisher counts with Cornwall: the file gives both the same number."""


def tidy(inputs: Inputs) -> Tidy:
    """The share of jobs that could be furloughed that were, and the same for authorities merged since.

    The file has the number furloughed and the share, in whole per cent. How many could be is the one over the other, which
    is what the shares of merged authorities are weighed by.

    Raises:
        SourceChanged: The file is missing, has other columns, or shares that are not between 0 and 1.
    """
    frame = inputs.csv(CLAIMS, {"LAD19CD": pl.String, "Furlough count": pl.Float64, "Furlough rate": pl.Float64})
    known = frame.select(
        pl.col("LAD19CD").alias("area_code"), pl.col("Furlough count").alias("jobs"), pl.col("Furlough rate").alias("share")
    ).filter(pl.col("area_code") != _WITH_CORNWALL)
    if known.filter((pl.col("share") <= 0) | (pl.col("share") > 1)).height:
        raise SourceChanged(f"The file {CLAIMS} has furlough rates that are not shares between 0 and 1.")
    counts = known.drop_nulls().select("area_code", "jobs", (pl.col("jobs") / pl.col("share")).alias("could_be"))
    made = with_merged(counts, newer_codes(inputs)).select(
        "area_code",
        pl.lit("furloughed-jobs-2020").alias("indicator"),
        pl.lit(SPRING_2020).alias("period"),
        (pl.col("jobs") / pl.col("could_be") * 100).round(1).alias("value"),
    )
    return Tidy(estimates=as_estimates(made, "hmrc-furlough-2020"))


SOURCE = Source(
    name="hmrc-furlough",
    releases=(
        Release(
            id="hmrc-furlough-2020",
            publisher="HM Revenue and Customs",
            title="Coronavirus Job Retention Scheme statistics: August 2020",
            released=date(2020, 8, 21),
            address="https://www.gov.uk/government/publications/coronavirus-job-retention-scheme-statistics-august-2020",
            licence="Open Government Licence v3.0",
            note="In a copy kept by the British Red Cross (britishredcrosssociety/local-lockdown).",
        ),
    ),
    files=(CHAIN, CLAIMS),
    tidy=tidy,
    cadence="Once in this copy; the scheme ended in September 2021",
    geography="Local authorities of the United Kingdom in 2019, and those merged since",
)
