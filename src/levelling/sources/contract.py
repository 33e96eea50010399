"""What every publisher's folder must give, and the shape its figures must have.

A publisher is a package in `sources/` with a `SOURCE` in its `__init__`: it is found by being there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import polars as pl

from levelling.core.indicator import Release
from levelling.sources.inputs import Inputs

ESTIMATES: dict[str, type[pl.DataType]] = {
    "indicator": pl.String,
    "category": pl.String,
    "area_code": pl.String,
    "period": pl.String,
    "value": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "status": pl.String,
    "release": pl.String,
}
"""The columns of a table of estimates. One row: one indicator, category, area and period.

`category` is `""` for the whole. `period` is ISO 8601 as `levelling.core.period` writes it. `value`, `lower` and `upper`
are in the indicator's unit, null where the publisher gives none. `status` is a `levelling.core.estimate.Status`; a row
without a value must be `missing`.
"""

SMALL_AREAS: dict[str, type[pl.DataType]] = {
    "indicator": pl.String,
    "area_code": pl.String,
    "value": pl.Float64,
    "period": pl.String,
    "release": pl.String,
}
"""Figures of LSOAs, data zones and super output areas, from which figures of larger areas are added up or averaged."""


@dataclass(frozen=True, slots=True)
class Tidy:
    """What one publisher's files say, in our shape.

    Attributes:
        estimates: Columns of `ESTIMATES`, in any order; empty where the source has none.
        small_areas: Columns of `SMALL_AREAS`; empty where the source has none.
        tables: Other tables by name (areas, boundaries, look-ups), stored as they are.
    """

    estimates: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=ESTIMATES))
    small_areas: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=SMALL_AREAS))
    tables: Mapping[str, pl.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """One publisher's folder.

    Attributes:
        name: The folder's name with hyphens, used in file names.
        releases: The publications it reads.
        files: The input files it reads, relative to the folder given to the build. Only these can be opened.
        tidy: The pure step from inputs to figures. It reads nothing else and has no clock, network or chance.
        cadence: How often the publisher brings out new figures, in words.
        geography: What areas they are for, in words.
    """

    name: str
    releases: tuple[Release, ...]
    files: tuple[str, ...]
    tidy: Callable[[Inputs], Tidy]
    cadence: str
    geography: str
