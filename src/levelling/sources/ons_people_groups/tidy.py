"""Five files about groups of people, each to estimates.

The survey of qualifications keeps the publisher's interval: Nomis gives the half-width of a number of people, and the share of a
group has the number's interval over the people of the group, whose number the survey is weighted to. The other four files come
without intervals, and none is made up.
"""

import re

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_annual_population_survey.nomis import GROUPS, read_workbook
from levelling.sources.ons_people_groups.ethnicity import QUALIFICATIONS, by_ethnicity
from levelling.sources.ons_people_groups.goals import PAY, UNEMPLOYMENT, hourly_pay, unemployment
from levelling.sources.places import AUTHORITY_NAMES, PARTNERSHIP_NAMES
from levelling.sources.rows import as_estimates

NORTH = "aps-north-lad/nomis-lad.parquet"
FILES = (PAY, UNEMPLOYMENT, QUALIFICATIONS, GROUPS, NORTH, AUTHORITY_NAMES, PARTNERSHIP_NAMES)
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
_HEADING = re.compile(r"^T19:\d+ \(Total - (All people|Males|Females) aged (\d\d-\d\d) : (.+?) \)")
_SEXES = {"Males": "male", "Females": "female"}
_ENOUGH = 5  # of the seven levels of qualification


def tidy(inputs: Inputs) -> Tidy:
    """Unemployment, pay, qualifications and inactivity by group.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    parts = [
        as_estimates(unemployment(inputs), "ons-sdg-unemployment"),
        as_estimates(hourly_pay(inputs), "ons-sdg-hourly-pay"),
        as_estimates(by_ethnicity(inputs), "census-2021-ethnic-qualifications"),
        as_estimates(qualifications(inputs), "ons-aps-qualifications-2023"),
        as_estimates(inactivity(inputs), "ons-aps-north"),
    ]
    return Tidy(estimates=pl.concat(parts))


def qualifications(inputs: Inputs) -> pl.DataFrame:
    """Shares of each age and sex with no qualification and with level 4 or above, 2021, with their intervals.

    A number that Nomis holds back is a very small one; a group with more than two of them has no share.
    """
    table = read_workbook(inputs, "groups", _category).filter(pl.col("period") == "2021")
    split = pl.col("category").str.split_exact("|", 1)
    table = table.with_columns(split.struct[0].alias("category"), split.struct[1].alias("level"))
    group = ["area_code", "category"]
    table = table.with_columns(
        pl.col("value").sum().over(group).alias("whole"), pl.col("value").count().over(group).alias("known")
    ).filter(pl.col("known") >= _ENOUGH)
    wanted = {"None": "no-qualifications-by-age-and-sex", "NVQ4+": "level-4-by-age-and-sex"}
    share = [(100 * pl.col(name) / pl.col("whole")).round(2).alias(name) for name in ("value", "lower")]
    upper = pl.min_horizontal((100 * pl.col("upper") / pl.col("whole")).round(2), pl.lit(100.0))
    return table.filter(pl.col("level").is_in(list(wanted))).select(
        pl.col("level").replace_strict(wanted).alias("indicator"),
        "area_code",
        "period",
        "category",
        *share,
        pl.when(pl.col("upper").is_not_null()).then(upper).alias("upper"),
        "status",
    )


def _category(heading: str) -> str:
    match = _HEADING.match(heading)
    if match is None:
        raise SourceChanged(f"A workbook of the Annual Population Survey has the heading '{heading}', which is no qualification.")
    whom, ages, level = match.groups()
    sex = _SEXES.get(whom, "")
    return f"{sex or ('' if ages == '16-64' else ages)}|{level}"


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
