"""All of the survey's tables as estimates.

Numbers of people keep the publisher's 95% interval (Nomis gives its half-width). Shares of those in work are worked out here
from the numbers; no interval is published for them, and none is made up.
"""

import re

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_annual_population_survey.groups import qualifications
from levelling.sources.ons_annual_population_survey.latest import read_latest
from levelling.sources.ons_annual_population_survey.nomis import read_workbook
from levelling.sources.rows import as_estimates, slug

INDUSTRIES = {
    "A": "agriculture-and-fishing",
    "B,D,E": "energy-and-water",
    "C": "manufacturing",
    "F": "construction",
    "G,I": "distribution-hotels-and-restaurants",
    "H,J": "transport-and-communication",
    "K-N": "banking-finance-and-insurance",
    "O-Q": "public-services",
    "R-U": "other-services",
}
QUALIFICATIONS = {
    "None": "none",
    "NVQ1": "level-1",
    "NVQ2": "level-2",
    "Trade Apprenticeships": "trade-apprenticeship",
    "NVQ3": "level-3",
    "NVQ4+": "level-4-or-above",
    "Other Qualifications": "other",
}
_ENOUGH = 6  # of the nine industries
ACTIVITIES = {
    "All": "",
    "Economically active": "economically-active",
    "In employment": "in-work",
    "Employees": "employees",
    "Self Employed": "self-employed",
    "Unemployed": "unemployed",
    "Inactive": "inactive",
}


def tidy(inputs: Inputs) -> Tidy:
    """People by occupation, industry, qualification and economic activity.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    tables = {
        "people-by-economic-activity": read_workbook(inputs, "activity", _activity),
        "employment-by-occupation-soc2010": read_workbook(inputs, "occupation", _occupation),
        "employment-by-industry": read_workbook(inputs, "industry", _industry),
        "highest-qualification": read_workbook(inputs, "qualification", _qualification),
    }
    earlier = pl.concat([table.with_columns(pl.lit(name).alias("indicator")) for name, table in tables.items()])
    shares = _shares(tables["employment-by-industry"])
    latest = read_latest(inputs)
    newest = latest.filter(pl.col("indicator") == "employment-by-industry").with_columns(pl.lit("normal").alias("status"))
    return Tidy(
        estimates=pl.concat(
            [
                as_estimates(earlier, "ons-aps-2023"),
                as_estimates(shares, "ons-aps-2023"),
                as_estimates(qualifications(inputs), "ons-aps-qualifications-2023"),
                as_estimates(latest, "ons-aps-2025"),
                as_estimates(_shares(newest), "ons-aps-2025"),
            ]
        )
    )


def _shares(industry: pl.DataFrame) -> pl.DataFrame:
    # A number is withheld where next to nobody was asked, so a few of them hardly change the whole; more of them do.
    known, whole = (part.over("area_code", "period") for part in (pl.col("value").count(), pl.col("value").sum()))
    return industry.filter(known >= _ENOUGH).select(
        pl.lit("employment-share-by-industry").alias("indicator"),
        "area_code",
        "period",
        "category",
        (100 * pl.col("value") / whole).round(1).alias("value"),
        "status",
    )


def _inside(heading: str, pattern: str, names: dict[str, str]) -> str:
    match = re.match(pattern, heading)
    if match is None or match[1].strip() not in names:
        raise SourceChanged(
            f"A workbook of the Annual Population Survey has the heading '{heading}', which is not known.",
            "The publisher may have renamed it: compare the workbook with the release this reader was made for.",
        )
    return names[match[1].strip()]


def _activity(heading: str) -> str:
    return _inside(heading, r"^T01:\d+ \(Aged 16-64 - (.+?) : All People", ACTIVITIES)


def _industry(heading: str) -> str:
    return _inside(heading, r"^T13a:\d+ \(([A-U,-]+) ", INDUSTRIES)


def _qualification(heading: str) -> str:
    return _inside(heading, r"^T19:\d+ \(Total - All people aged 16-64 : (.+?) \)", QUALIFICATIONS)


def _occupation(heading: str) -> str:
    match = re.match(r"^T09a:\d+ \(All people - (.+) \(SOC2010\)", heading)
    if match is None:
        raise SourceChanged(f"A workbook of the Annual Population Survey has the heading '{heading}', which is no occupation.")
    return slug(match[1])
