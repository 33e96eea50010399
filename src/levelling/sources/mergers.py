"""Authorities that were merged: counts published for the old ones, added up for the new."""

from collections.abc import Mapping

import polars as pl

from levelling.sources.inputs import Inputs

CHAIN = "geography-lookups/lookup_ltla_ltla.csv"
"""The code of each local authority from 2016 to 2024. A source that uses `newer_codes` must declare it."""

_FIRST, _LAST = 2019, 2024


def newer_codes(inputs: Inputs) -> dict[str, str]:
    """The authority of 2024 by code of 2019 or later, for those merged or recoded since.

    Raises:
        SourceChanged: The file of codes is not in the known shape.
    """
    last = f"ltla{_LAST % 100}_code"
    older = [f"ltla{year % 100}_code" for year in range(_FIRST, _LAST)]
    chain = inputs.csv(CHAIN, [*older, last])
    pairs = pl.concat([chain.select(pl.col(name).alias("old"), last) for name in older]).drop_nulls().unique()
    return dict(pairs.filter(pl.col("old") != pl.col(last)).sort("old").iter_rows())


def with_merged(counts: pl.DataFrame, newer: Mapping[str, str], keys: tuple[str, ...] = ()) -> pl.DataFrame:
    """Counts of authorities, and under them the sums for each authority made from some of them since.

    Args:
        counts: `area_code`, the columns in `keys`, and counts in every other column.
        newer: What `newer_codes` gives.
        keys: What tells rows of one area apart.

    Example:
        >>> old = pl.DataFrame({"area_code": ["E07000026", "E07000028"], "people": [10, 20]})
        >>> with_merged(old, {"E07000026": "E06000063", "E07000028": "E06000063"}).rows()
        [('E07000026', 10), ('E07000028', 20), ('E06000063', 30)]
    """
    numbers = [column for column in counts.columns if column not in ("area_code", *keys)]
    parts = counts.filter(pl.col("area_code").is_in(list(newer)))
    merged = parts.with_columns(pl.col("area_code").replace(dict(newer)))
    sums = merged.group_by("area_code", *keys, maintain_order=True).agg(pl.col(numbers).sum())
    fresh = sums.filter(~pl.col("area_code").is_in(counts["area_code"].to_list()))
    return pl.concat([counts, fresh.select(counts.columns)])
