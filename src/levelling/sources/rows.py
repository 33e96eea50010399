"""Rows of figures: what a source's own table needs to become estimates."""

import re

import polars as pl

from levelling.core.estimate import Status
from levelling.sources.contract import ESTIMATES

_DEFAULTS: dict[str, pl.Expr] = {
    "category": pl.lit(""),
    "lower": pl.lit(None, dtype=pl.Float64),
    "upper": pl.lit(None, dtype=pl.Float64),
}


def slug(text: str) -> str:
    """A category key from a group's name.

    Example:
        >>> slug("Textiles, printing and other skilled trades")
        'textiles-printing-and-other-skilled-trades'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def as_estimates(frame: pl.DataFrame, release: str) -> pl.DataFrame:
    """Give a table the columns of `ESTIMATES`, in their order and types.

    Args:
        frame: At least `indicator`, `area_code`, `period` and `value`. `category`, `lower`, `upper` and `status` may be there;
            where they are not, there is one category, no interval, and each value is normal. A row without a value is missing.
        release: The release all rows are from.

    Example:
        >>> row = pl.DataFrame({"indicator": ["gva"], "area_code": ["E06000001"], "period": ["2023"], "value": [None]})
        >>> as_estimates(row, "ons-regional-gva")["status"].to_list()
        ['missing']
    """
    extra = [value.alias(name) for name, value in _DEFAULTS.items() if name not in frame.columns]
    status = pl.col("status") if "status" in frame.columns else pl.lit(Status.NORMAL.value)
    told = pl.when(pl.col("value").is_null()).then(pl.lit(Status.MISSING.value)).otherwise(status)
    full = frame.with_columns(*extra, told.alias("status"), pl.lit(release).alias("release"))
    return full.select(pl.col(name).cast(kind) for name, kind in ESTIMATES.items())
