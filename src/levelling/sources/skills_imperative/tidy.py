"""From the workbook for England, and the table behind the Local Skills Dashboard, to projections.

Both are of one edition: growth from 2024 to 2035 worked out from the workbook equals the table's, group by group. The workbook
was made in February 2023, before the Office for National Statistics had corrected the occupations of its survey of 2021.
"""

import re

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Cell, Inputs
from levelling.sources.rows import as_estimates, slug

WORKBOOK = "skills-imperative-2035/EN_MainTables.Main.xlsm"
LATEST = "dfe-local-skills/C_Geog_skills_indicators_latest.parquet"
SPAN = "2024-01-01/P12Y"
MISTAKEN = ("E69000008", "E69000009")
"""Dorset and Enterprise M3: put together from the wrong places, as the publisher said when it replaced this edition."""

_OCCUPATIONS, _DEMAND, _QUALIFICATIONS = "Occ T2", "RD T1", "Qual T1"
_ALL = "All occupations"
_GROUP = re.compile(r"^(\d\d) (.+)$")
_LEVEL = re.compile(r"^(?:RQF(\d) (.+)|(No Qualification))$")
_BLOCK = re.compile(r"^(.+) \(Constrained\)$")
_STEM_GROUP = "employmentProjectionOccupation (SOC2020 Sub-Major Group)"
_STEM_LEVEL = "employmentProjectionQualification"
_YEARS = {"jobs_2020": 3, "jobs_2025": 4, "jobs_2035": 5}
_CHANGES = {"net_change": 3, "replacement": 4, "requirement": 5}
Rows = list[list[Cell]]


def tidy(inputs: Inputs) -> Tidy:
    """Jobs of England in 2020, 2025 and 2035, in a table; growth from 2024 to 2035 where it was worked out for an area.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    return Tidy(
        estimates=as_estimates(_growth(inputs), "skills-imperative-2035"),
        tables={"job_projections": _england(inputs)},
    )


def _england(inputs: Inputs) -> pl.DataFrame:
    """Thousands of jobs in England, to one decimal: by sub-major group of SOC 2020, and by highest qualification."""
    demand = _demand(inputs.sheet(WORKBOOK, _DEMAND))
    rows: list[dict[str, str | float]] = []
    for name, jobs in _levels(inputs.sheet(WORKBOOK, _OCCUPATIONS), _OCCUPATIONS).items():
        match = _GROUP.match(name)
        if match or name == _ALL:
            code, label = (match[1], match[2]) if match else ("", _ALL)
            key = slug(label) if code else ""
            made = {"kind": "occupation", "code": code, "key": key, "label": label}
            rows.append({**made, **jobs, **demand["All qualifications"][name]})
    for name, jobs in _levels(inputs.sheet(WORKBOOK, _QUALIFICATIONS), _QUALIFICATIONS).items():
        if match := _LEVEL.match(name):
            code, label = (match[1], match[2]) if match[1] else ("0", "No qualification")
            made = {"kind": "qualification", "code": code, "key": _level(name), "label": label}
            rows.append({**made, **jobs, **demand[name][_ALL]})
    kinds = [row["kind"] for row in rows]
    if kinds.count("occupation") != 27 or kinds.count("qualification") != 9:
        raise _changed("does not have 26 occupations, their sum and 9 qualifications")
    return pl.DataFrame(rows).with_columns(pl.lit("skills-imperative-2035").alias("release")).sort("kind", "code")


def _levels(rows: Rows, sheet: str) -> dict[str, dict[str, float]]:
    """The block of levels at the top of a sheet: one row a group, years in the columns."""
    at = next((number for number, row in enumerate(rows) if _has_years(row)), None)
    if at is None:
        raise _changed(f"has no row of years in its sheet {sheet}")
    found: dict[str, dict[str, float]] = {}
    for row in rows[at + 1 :]:
        if _has_years(row) or (found and str(row[0] or "").startswith(("Occupation Table", "Shares"))):
            break
        numbers = {key: _number(row[column]) for key, column in _YEARS.items()}
        if row[0] and all(number is not None for number in numbers.values()):
            found[str(row[0]).strip()] = {key: round(number or 0.0, 1) for key, number in numbers.items()}
    return found


def _demand(rows: Rows) -> dict[str, dict[str, dict[str, float]]]:
    """Net change, replacement and requirement, by qualification and occupation: blocks one under another."""
    found: dict[str, dict[str, dict[str, float]]] = {}
    block = ""
    for row in rows:
        name = str(row[0] or "").strip()
        if match := _BLOCK.match(name):
            block = match[1]
        elif block and name and all(_number(row[column]) is not None for column in _CHANGES.values()):
            made = {key: round(_number(row[column]) or 0.0, 1) for key, column in _CHANGES.items()}
            found.setdefault(block, {}).setdefault(name, made)
    if "All qualifications" not in found:
        raise _changed(f"has no block for all qualifications in its sheet {_DEMAND}")
    return found


def _growth(inputs: Inputs) -> pl.DataFrame:
    every = inputs.parquet_columns(LATEST)
    groups = {name: slug(name.split(" - ", 1)[1]) for name in every if name.startswith(_STEM_GROUP)}
    levels = {name: _level(name.removeprefix(_STEM_LEVEL)) for name in every if name.startswith(_STEM_LEVEL)}
    if len(groups) != 26 or len(levels) != 9:
        raise SourceChanged(
            f"The file {LATEST} has {len(groups)} occupations and {len(levels)} qualifications of the projections, not 26 and 9.",
            "The publisher may have changed its layout: compare it with the release this reader was made for.",
        )
    table = inputs.parquet(LATEST, ["areaCode", "employmentProjection", *groups, *levels]).unique("areaCode", maintain_order=True)
    table = table.filter(pl.col("employmentProjection").is_not_null() & ~pl.col("areaCode").is_in(MISTAKEN))
    return pl.concat(
        [
            _long(table, "projected-job-growth-by-occupation", {"employmentProjection": "", **groups}),
            _long(table, "projected-job-growth-by-qualification", levels),
        ]
    )


def _long(table: pl.DataFrame, indicator: str, names: dict[str, str]) -> pl.DataFrame:
    long = table.unpivot(index="areaCode", on=list(names), variable_name="column", value_name="value")
    return long.select(
        pl.lit(indicator).alias("indicator"),
        pl.col("column").replace_strict(names, return_dtype=pl.String).alias("category"),
        pl.col("areaCode").alias("area_code"),
        pl.lit(SPAN).alias("period"),
        (100 * pl.col("value")).round(1).alias("value"),
    )


def _level(text: str) -> str:
    match = _LEVEL.match(text.strip())
    if match is None:
        raise SourceChanged(f"The file {LATEST} has the qualification '{text}', which is not known.", "Compare it.")
    return f"level-{match[1]}" if match[1] else "none"


def _has_years(row: list[Cell]) -> bool:
    return [str(cell).removesuffix(".0") for cell in row[1:6]] == ["2015", "2019", "2020", "2025", "2035"]


def _number(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, int | float) else None


def _changed(what: str) -> SourceChanged:
    return SourceChanged(f"The workbook {WORKBOOK} {what}.", "Compare it with the release this reader was made for.")
