"""Four files about groups of people, each to estimates. None of them comes with intervals, and none is made up."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_people_groups.ethnicity import QUALIFICATIONS, by_ethnicity
from levelling.sources.ons_people_groups.goals import PAY, UNEMPLOYMENT, hourly_pay, unemployment
from levelling.sources.places import AUTHORITY_NAMES
from levelling.sources.rows import as_estimates

NORTH = "aps-north-lad/nomis-lad.parquet"
FILES = (PAY, UNEMPLOYMENT, QUALIFICATIONS, NORTH, AUTHORITY_NAMES)
YEARS = ("2018", "2023")
_AGES = {"16-24": "16-24", "25-49": "25-49", "50-64": "50-64", "16-64": ""}
_REASONS = {
    "student": "student",
    "looking after family/home": "home-or-family",
    "temporary sick": "short-term-sick",
    "long-term sick": "long-term-sick",
    "retired": "retired",
    "other": "other",
    "who want a job": "wants-a-job",
    "who do not want a job": "does-not-want-a-job",
}


def tidy(inputs: Inputs) -> Tidy:
    """Unemployment, pay, qualifications by ethnic group, and inactivity.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    parts = [
        as_estimates(unemployment(inputs), "ons-sdg-unemployment"),
        as_estimates(hourly_pay(inputs), "ons-sdg-hourly-pay"),
        as_estimates(by_ethnicity(inputs), "census-2021-ethnic-qualifications"),
        as_estimates(inactivity(inputs), "ons-aps-north"),
    ]
    return Tidy(estimates=pl.concat(parts))


def inactivity(inputs: Inputs) -> pl.DataFrame:
    """Inactivity by age, and the reasons for it, in the North of England: shares, and numbers of people.

    Raises:
        SourceChanged: The file lacks a variable.
    """
    table = inputs.parquet(NORTH, ["date_name", "geography_code", "variable_name", "measures_name", "value"])
    years = {f"Jan {year}-Dec {year}": year for year in YEARS}
    names = {f"% who are economically inactive - aged {age}": ("age", key) for age, key in _AGES.items()} | {
        f"% of economically inactive {reason}": ("reason", key) for reason, key in _REASONS.items()
    }
    missing = sorted(set(names) - set(table["variable_name"]))
    if missing:
        raise SourceChanged(
            f"The file {NORTH} lacks the variables {'; '.join(missing)}.",
            "The publisher may have renamed them: compare the file with the release this reader was made for.",
        )
    indicator = {
        ("age", "Variable"): "inactivity-by-age-north",
        ("age", "Numerator"): "inactive-people-by-age-north",
        ("reason", "Variable"): "reasons-for-inactivity-north",
        ("reason", "Numerator"): "inactive-people-by-reason-north",
    }
    kept = table.filter(pl.col("variable_name").is_in(list(names)), pl.col("date_name").is_in(list(years)))
    rows = [
        (indicator[names[name][0], measure], names[name][1], code, years[date], value)
        for date, code, name, measure, value in kept.iter_rows()
    ]
    schema = {"indicator": pl.String, "category": pl.String, "area_code": pl.String, "period": pl.String, "value": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row").unique(subset=list(schema)[:4], keep="first", maintain_order=True)
