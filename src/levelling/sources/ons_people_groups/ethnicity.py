"""Qualifications by ethnic group from the census, by local authority of England and Wales.

The file has two rows of headings (the group above the qualification), and the authorities of Wales without their codes.
"""

import csv

import polars as pl

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.places import ENGLAND, authority_codes, require_names

QUALIFICATIONS = "youth-futures/qualifications_local_authority.csv"
DAY = "2021-03-21"
GROUPS = {
    "total": "",
    "asian": "asian",
    "black_british": "black",
    "mixed_multiple": "mixed",
    "white": "white",
    "other": "other",
}
_WANTED = {"total": "people", "no_qualification": "none", "level_4": "level-4"}
_KINDS = {"none": "no-qualifications-by-ethnicity", "level-4": "level-4-by-ethnicity"}
_WALES, _BOTH = "W92000004", "K04000001"


def by_ethnicity(inputs: Inputs) -> pl.DataFrame:
    """People aged 16 and over of each ethnic group, and of them the shares with no qualification and with level 4 or above.

    Raises:
        SourceChanged: The file is not in the known shape, or names an authority that is not known.
    """
    with inputs.path(QUALIFICATIONS).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    keys = _headings(rows)
    codes = authority_codes(inputs)
    names = [row[1] for row in rows[2:] if len(row) > 1 and not row[0]]
    require_names(QUALIFICATIONS, pl.Series(names, dtype=pl.String), codes)
    found = [(row[0] or codes[row[1]], *key, _number(row, at)) for row in rows[2:] for at, key in keys.items()]
    schema = {"area_code": pl.String, "category": pl.String, "what": pl.String, "value": pl.Float64}
    counts = _with_nations(pl.DataFrame(found, schema=schema, orient="row"))
    wide = counts.pivot(on="what", index=["area_code", "category"], values="value")
    people = wide.select(
        "area_code", "category", pl.lit("people-by-ethnicity").alias("indicator"), pl.col("people").alias("value")
    )
    shares = [
        wide.filter(pl.col("people") > 0).select(
            "area_code",
            "category",
            pl.lit(slug).alias("indicator"),
            (100 * pl.col(what) / pl.col("people")).round(2).alias("value"),
        )
        for what, slug in _KINDS.items()
    ]
    return pl.concat([people, *shares]).with_columns(pl.lit(DAY).alias("period"))


def _headings(rows: list[list[str]]) -> dict[int, tuple[str, str]]:
    if len(rows) > 2 and rows[0][:2] == ["local_authority_code", "local_authority_name"]:
        pairs = enumerate(zip(rows[0], rows[1], strict=True))
        keys = {at: (GROUPS[group], _WANTED[what]) for at, (group, what) in pairs if group in GROUPS and what in _WANTED}
        if len(keys) == len(GROUPS) * len(_WANTED):
            return keys
    raise SourceChanged(
        f"The file {QUALIFICATIONS} has not the two rows of headings, ethnic group above qualification, that its reader knows.",
        "The publisher may have changed its layout: compare it with the release this reader was made for.",
    )


def _number(row: list[str], at: int) -> float:
    try:
        return float(row[at])
    except (ValueError, IndexError) as error:
        raise SourceChanged(f"The row of {row[1]} in {QUALIFICATIONS} lacks a number: the file may be truncated.") from error


def _with_nations(counts: pl.DataFrame) -> pl.DataFrame:
    nation = pl.when(pl.col("area_code").str.starts_with("W")).then(pl.lit(_WALES)).otherwise(pl.lit(ENGLAND))
    keys = ["area_code", "category", "what"]
    parts = [counts, *(counts.with_columns(code.alias("area_code")) for code in (nation, pl.lit(_BOTH)))]
    return pl.concat(parts).group_by(keys, maintain_order=True).sum()
