"""What the chapters ask of the atlas: a small part of it, so that a test can stand in for it with a handful of figures."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.store import Figure
from levelling.core.area import Area, Level, Overlap
from levelling.core.estimate import Estimate
from levelling.core.period import Period


class Shelf(Protocol):
    """Figures as they lie in the store: light rows, read in bulk."""

    def area(self, code: str) -> Mapping[tuple[str, str], Mapping[str, Figure]]:
        """Every figure of one area: by indicator and category, then by period."""
        ...

    def load_areas(self, codes: Iterable[str]) -> None:
        """Read several areas in one go."""
        ...

    def column(self, slug: str, category: str, period: str) -> Mapping[str, Figure]:
        """Every area's figure for one indicator, category and period."""
        ...

    def load_columns(self, keys: Iterable[tuple[str, str, str]]) -> None:
        """Read several columns in one go."""
        ...


class Places(Protocol):
    """Areas and how they nest."""

    def get(self, code: str) -> Area:
        """The area with this code."""
        ...

    def all(self, level: Level, *, abolished: bool = False) -> Sequence[Area]:
        """The areas of a level: those of today, and the ended ones where asked for."""
        ...

    def members(self, area: Area, level: Level) -> Sequence[Area]:
        """The areas of a level that lie inside another."""
        ...

    def predecessors(self, area: Area) -> Sequence[Area]:
        """The areas that have ended and that this one was made from."""
        ...


class Figures(Protocol):
    """The part of `levelling.atlas.Atlas` that the chapters read."""

    @property
    def catalogue(self) -> Catalogue:
        """Every indicator."""
        ...

    @property
    def gazetteer(self) -> Places:
        """Every area."""
        ...

    @property
    def store(self) -> Shelf:
        """Every figure."""
        ...

    def estimate(self, slug: str, area: Area, period: Period | None = None, category: str | None = None) -> Estimate:
        """One indicator in one area, moved from other areas where it may be and has to be."""
        ...

    def column(self, slug: str, level: Level, period: Period | None = None, category: str | None = None) -> Sequence[Estimate]:
        """Every current area of a level with a published value, for the newest period or the one asked for."""
        ...

    def newest_period(self, slug: str, level: Level, category: str = "") -> str | None:
        """The newest period that most of a level's areas have a value for."""
        ...

    def neighbours(self, area: Area, basis: str = "global") -> list[Area]:
        """The areas ONS finds most like this one."""
        ...

    def overlaps(self, area: Area, level: Level | None = None) -> list[Overlap]:
        """The areas it shares people with."""
        ...


def newest(periods: Iterable[str]) -> str | None:
    """The newest of some periods in ISO 8601: the one that ends last.

    Example:
        >>> newest(["2019", "2022-04-01/P1Y", "2022"])
        '2022-04-01/P1Y'
    """
    return max(periods, key=_when, default=None)


def with_values(series: Mapping[str, Figure]) -> list[str]:
    """The periods of a series that have a value, newest first."""
    return sorted((key for key, figure in series.items() if figure.value is not None), key=_when, reverse=True)


@lru_cache(maxsize=4096)
def written(period: Period) -> str:
    """A period in ISO 8601, written once: a page asks for the same few thousands of times."""
    return period.iso


def _when(key: str) -> tuple[object, object]:
    period = Period.parse(key)
    return period.end, period.start
