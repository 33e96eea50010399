"""Adverts of each month from January 2017, and of October 2022 by profession, as Textkernel sorts professions."""

import calendar

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_online_job_adverts.areas import MISTAKEN, NOWHERE, codes
from levelling.sources.places import ENGLAND, require_names
from levelling.sources.rows import slug

MONTHS = "online-job-adverts/C_VacPcArea.csv"
PROFESSIONS = "online-job-adverts/D_OnsProfDetail_Oct22.csv"
OCTOBER = "2022-10"
WITHHELD = "[x]"
_KINDS = {"Local Skills Improvement Plan": "LSIP", "Mayoral Combined Authorities": "MCA"}
_MONTHS = {name: f"{number:02d}" for number, name in enumerate(calendar.month_abbr) if name}
_FIELD, _PROFESSION = "Summary Profession Category", "Detailed Profession Category"


def read_months(inputs: Inputs) -> pl.DataFrame:
    """Adverts of each month, rounded to five by the publisher. One month, October 2017, is not in the file.

    Raises:
        SourceChanged: The file is not in the known shape, or names areas that are not known.
    """
    columns = {"geographic_level": pl.String, "area": pl.String, "time_period": pl.String, "vacancies": pl.Float64}
    table = _coded(inputs, MONTHS, inputs.csv(MONTHS, columns))
    months = {text: _month(text) for text in table["time_period"].unique()}
    return table.select(
        pl.lit("online-adverts-by-month").alias("indicator"),
        pl.lit("").alias("category"),
        "area_code",
        pl.col("time_period").replace_strict(months).alias("period"),
        _unless_mistaken("vacancies"),
    )


def read_professions(inputs: Inputs) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Adverts of October 2022 in each of 25 fields of work, and a table of the professions in them.

    A field is the sum of its professions that are published: the smallest numbers are withheld, and count as none.

    Returns:
        Estimates by field; and professions of plan areas and England: area, field, profession, adverts (null where withheld).

    Raises:
        SourceChanged: The file is not in the known shape, or names areas that are not known.
    """
    table = inputs.csv(PROFESSIONS, ["geographic_level", "area", _FIELD, _PROFESSION, "time_period", "vacancies"])
    if set(table["time_period"].unique()) != {"Oct 22"}:
        raise SourceChanged(f"The file {PROFESSIONS} is not for October 2022 only.", "Compare it with the one known.")
    table = _coded(inputs, PROFESSIONS, table.with_columns(pl.col("geographic_level").replace(_KINDS)))
    fields = {name: slug(name) for name in table[_FIELD].unique()}
    numbers = table.with_columns(
        pl.col("vacancies").replace(WITHHELD, None).cast(pl.Float64), pl.col(_FIELD).replace_strict(fields).alias("category")
    )
    whole = numbers.with_columns(pl.lit("").alias("category"))
    summed = pl.concat([numbers, whole]).group_by("area_code", "category").agg(pl.col("vacancies").sum())
    estimates = summed.sort("area_code", "category").select(
        pl.lit("online-adverts-by-profession").alias("indicator"),
        "category",
        "area_code",
        pl.lit(OCTOBER).alias("period"),
        _unless_mistaken("vacancies"),
    )
    shown = pl.col("area_code").str.starts_with("E69") | (pl.col("area_code") == ENGLAND)
    detailed = numbers.filter(shown & ~pl.col("area_code").is_in(list(MISTAKEN))).select(
        "area_code",
        pl.col("category").alias("field"),
        pl.col(_PROFESSION).alias("profession"),
        pl.col("vacancies").cast(pl.Int32).alias("adverts"),
    )
    return estimates, detailed.sort("area_code", "field", "profession")


def _unless_mistaken(column: str) -> pl.Expr:
    return pl.when(pl.col("area_code").is_in(list(MISTAKEN))).then(None).otherwise(pl.col(column)).alias("value")


def _coded(inputs: Inputs, name: str, table: pl.DataFrame) -> pl.DataFrame:
    known = table.filter(pl.col("area") != NOWHERE).with_columns(pl.col("area").str.strip_chars())
    parts = []
    for kind, names in codes(inputs).items():
        part = known.filter(pl.col("geographic_level") == kind)
        require_names(name, part["area"], names)
        parts.append(part.with_columns(pl.col("area").replace_strict(names, return_dtype=pl.String).alias("area_code")))
    found = pl.concat(parts)
    if found.height != known.height:
        strange = sorted(set(known["geographic_level"]) - set(codes(inputs)))
        raise SourceChanged(f"The file {name} has kinds of area that are not known: {', '.join(strange)}.", "Compare it.")
    return found


def _month(text: str) -> str:
    name, _, year = text.partition(" ")
    if name not in _MONTHS or len(year) != 2 or not year.isdigit():
        raise SourceChanged(f"The file {MONTHS} has the month '{text}', which is not like 'Apr 17'.", "Compare it.")
    return f"20{year}-{_MONTHS[name]}"
