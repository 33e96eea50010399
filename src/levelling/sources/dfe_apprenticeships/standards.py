"""Apprenticeship standards and frameworks of England: level, subject and how many started, year by year."""

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.dfe_apprenticeships.years import period_of
from levelling.sources.inputs import Inputs

STANDARDS = "dfe-apprenticeships/subjects_and_standards_0.parquet"
_COLUMNS = ["year", "apps_Level", "std_fwk_name", "ssa_t1_desc", "ssa_t2_desc", "std_fwk_flag", "measure", "values"]
_LEVELS = {
    "Intermediate Apprenticeship": "intermediate",
    "Advanced Apprenticeship": "advanced",
    "Higher Apprenticeship": "higher",
}
_KINDS = {"Standard": "standard", "Framework": "framework"}
_MEASURES = {"Starts": "starts", "Achievements": "achievements"}
_KEY = ["name", "level", "kind", "area", "subject", "period"]


def standards(inputs: Inputs) -> pl.DataFrame:
    """One row for each standard or framework, level, subject and year: starts and achievements in England.

    A year runs from August to July. The newest is cut short at April and its period says so: nine months.

    Raises:
        SourceChanged: A level, kind, measure or year that is not known.
    """
    rows = inputs.parquet(STANDARDS, _COLUMNS)
    for column, known in (("apps_Level", _LEVELS), ("std_fwk_flag", _KINDS), ("measure", {**_MEASURES, "Enrolments": ""})):
        strange = sorted(set(rows[column].unique()) - set(known), key=str)
        if strange:
            raise SourceChanged(
                f"The file {STANDARDS} has values of {column} that are not known: {', '.join(map(str, strange[:5]))}.",
                "Compare it with the release this reader was made for.",
            )
    periods = {year: period_of(STANDARDS, year) for year in rows["year"].unique().sort()}
    kept = rows.filter(pl.col("measure").is_in(list(_MEASURES))).select(
        pl.col("std_fwk_name").str.strip_chars().alias("name"),
        pl.col("apps_Level").replace_strict(_LEVELS).alias("level"),
        pl.col("std_fwk_flag").replace_strict(_KINDS).alias("kind"),
        pl.col("ssa_t1_desc").str.strip_chars().alias("area"),
        pl.col("ssa_t2_desc").str.strip_chars().alias("subject"),
        pl.col("year").replace_strict(periods).alias("period"),
        "measure",
        "values",
    )
    counts = [
        pl.col("values").filter(pl.col("measure") == said).sum().cast(pl.Int64).alias(name) for said, name in _MEASURES.items()
    ]
    return kept.group_by(_KEY).agg(counts).sort(_KEY)
