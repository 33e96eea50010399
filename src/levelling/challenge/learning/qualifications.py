"""The mix of qualifications: each share of people of working age, with its interval from the publisher's.

With `n_k` people at level `k` of `N` in all, and half-widths that stand for variances,

    p_k = n_k / N,    var(p_k) = ((1 - p_k)^2 var(n_k) + p_k^2 sum_(j != k) var(n_j)) / N^2.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from levelling.atlas.reading import Figures, newest, with_values
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.period import Period

SLUG = "highest-qualification"
HIDDEN = 2
"""Where more levels than this are withheld, the shares of the others would mislead, and no mix is given."""


@dataclass(frozen=True, slots=True)
class Part:
    """One level of qualification.

    Attributes:
        key: The level's key.
        name: The level in words.
        people: How many people have it as their highest.
        share: Of every 100 people of working age.
        lower: Lower end of the share's 95% interval; `None` where a margin is not published.
        upper: Upper end.
    """

    key: str
    name: str
    people: Estimate
    share: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Mix:
    """The mix in one year. `withheld` names the levels without a figure, which the shares leave out."""

    period: Period
    parts: tuple[Part, ...]
    withheld: tuple[str, ...]


def shares(people: Mapping[str, tuple[float, float | None]]) -> dict[str, tuple[float, float | None, float | None]]:
    """Shares in percent with their 95% intervals, from numbers and the half-widths of theirs.

    Args:
        people: Number and half-width by level; without a half-width anywhere, no interval is worked out.

    Example:
        >>> share, lower, upper = shares({"none": (100, 20), "some": (300, 30)})["none"]
        >>> round(share, 1), round(lower, 1), round(upper, 1)
        (25.0, 20.8, 29.2)
    """
    whole = math.fsum(value for value, _ in people.values())
    if whole <= 0:
        return {}
    halves = [half for _, half in people.values()]
    known = None if any(half is None for half in halves) else math.fsum((half or 0.0) ** 2 for half in halves)
    found: dict[str, tuple[float, float | None, float | None]] = {}
    for key, (value, half) in people.items():
        part = value / whole
        if known is None or half is None:
            found[key] = (100 * part, None, None)
            continue
        spread = 100 * math.sqrt((1 - part) ** 2 * half**2 + part**2 * (known - half**2)) / whole
        found[key] = (100 * part, max(0.0, 100 * part - spread), min(100.0, 100 * part + spread))
    return found


def mix(atlas: Figures, area: Area) -> Mix | None:
    """The newest mix published for a place; `None` where there is none, or too much of it is withheld."""
    if SLUG not in atlas.catalogue:
        return None
    indicator = atlas.catalogue.get(SLUG)
    series = atlas.store.area(area.code)
    key = newest(period for name in indicator.categories for period in with_values(series.get((SLUG, name), {})))
    if key is None:
        return None
    period = Period.parse(key)
    found = {name: atlas.estimate(SLUG, area, period, name) for name in indicator.categories}
    given = {name: item for name, item in found.items() if item.value is not None}
    if len(found) - len(given) > HIDDEN:
        return None
    worked = shares({name: (item.value or 0.0, _half(item)) for name, item in given.items()})
    parts = tuple(Part(name, indicator.categories[name], given[name], *worked[name]) for name in worked)
    return Mix(period, parts, tuple(indicator.categories[name] for name in found if name not in given))


def _half(item: Estimate) -> float | None:
    return None if item.upper is None or item.value is None else item.upper - item.value
