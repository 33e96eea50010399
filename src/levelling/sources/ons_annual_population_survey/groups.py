"""Qualifications by age and by sex.

Nomis gives the half-width of a number of people. The share of a group has the number's interval over the people of the group,
whose number the survey is weighted to.
"""

import re

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_annual_population_survey.nomis import read_workbook

_HEADING = re.compile(r"^T19:\d+ \(Total - (All people|Males|Females) aged (\d\d-\d\d) : (.+?) \)")
_SEXES = {"Males": "male", "Females": "female"}
_ENOUGH = 5  # of the seven levels of qualification


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
