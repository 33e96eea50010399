"""Apprenticeships by standard in England: what can be learnt at work, at which level, and how many start it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from levelling.atlas.store import Store
from levelling.core.period import Period


@dataclass(frozen=True, slots=True)
class Standard:
    """An apprenticeship standard, or a framework of the kind that standards replaced.

    Attributes:
        name: What it is called.
        level: `intermediate` (level 2), `advanced` (3) or `higher` (4 to 7): the publisher tells bands only.
        kind: `standard` or `framework`; frameworks take no new apprentices.
        area: Its sector subject area, the wide one.
        subject: The narrow one.
        starts: Starts in England by period, oldest first. A period of nine months is a year that is not over.
        achievements: Apprenticeships achieved, by period.
    """

    name: str
    level: str
    kind: str
    area: str
    subject: str
    starts: Mapping[Period, int]
    achievements: Mapping[Period, int]

    @property
    def newest_whole_year(self) -> tuple[Period, int] | None:
        """The newest whole year with starts in it."""
        whole = [(period, count) for period, count in self.starts.items() if period.whole_months == 12 and count]
        return max(whole, key=lambda item: item[0].end, default=None)


def standards(store: Store) -> tuple[Standard, ...]:
    """Every standard and framework that had apprentices, by name and level; none where the figures were built without.

    Args:
        store: The figures.

    Example:
        >>> found = {(item.name, item.level): item for item in standards(Store())}
        >>> found["Adult Care Worker", "intermediate"].subject
        'Health and Social Care'
    """
    if not store.has("apprenticeship_standards"):
        return ()
    starts: dict[tuple[str, str, str, str, str], dict[Period, int]] = defaultdict(dict)
    achieved: dict[tuple[str, str, str, str, str], dict[Period, int]] = defaultdict(dict)
    for name, level, kind, area, subject, period, started, done in store.query(
        "SELECT name, level, kind, area, subject, period, starts, achievements FROM apprenticeship_standards ORDER BY ALL"
    ):
        starts[name, level, kind, area, subject][Period.parse(period)] = started
        achieved[name, level, kind, area, subject][Period.parse(period)] = done
    return tuple(
        Standard(*key, MappingProxyType(found), MappingProxyType(achieved[key])) for key, found in sorted(starts.items())
    )
