"""How each kind of place fares on the headline measures, with how many places the answer rests on.

Rates and scores are averaged over people: each place counts by its residents. Medians and the like, which may not be averaged,
are told by the place in the middle of its kind. Where half or more of the places have a published interval, the mean is of those
alone and has one, by MOVER for a weighted sum: with weights `w` that add up to 1,

    lower = m - sqrt(sum w^2 (v - l)^2),   upper = m + sqrt(sum w^2 (u - v)^2).

It covers the error of the survey, not the spread between places.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from levelling.atlas.reading import Figures
from levelling.atlas.store import Figure
from levelling.challenge.kinds.sorting import ORDER, Kind, Kinds, kinds
from levelling.core.area import Level
from levelling.core.indicator import Indicator, Movement
from levelling.core.period import Period

HEADLINES = (
    "employment-rate",
    "economic-inactivity-rate",
    "claimant-count",
    "gross-median-weekly-pay",
    "level-3-or-above-qualifications",
    "no-qualifications-great-britain",
    "gross-value-added-per-hour-worked",
    "gross-disposable-household-income-per-head",
    "children-in-relative-poverty-after-housing",
    "healthy-life-expectancy-female",
    "healthy-life-expectancy-male",
    "wellbeing-satisfaction",
    "housing-affordability-ratio",
    "gigabit-capable-broadband",
)
"""An editor's choice: work, pay, skills, output, income, health, homes and connection."""
EVERY = "all places"
FEWEST = 3
"""Fewer places than this with a figure say too little of a kind."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One measure for one kind of place.

    Attributes:
        kind: One of the six, or `all places`.
        indicator: What is measured.
        period: When.
        value: The mean over people, or the place in the middle; `None` where fewer than three places have a figure.
        lower: Lower end of the 95% interval of a mean; `None` where intervals are not published, or for a median.
        upper: Upper end.
        places: How many places of the kind it rests on.
        of: How many places are of the kind.
        how: `mean over people` or `place in the middle`.
    """

    kind: str
    indicator: Indicator
    period: Period
    value: float | None
    lower: float | None
    upper: float | None
    places: int
    of: int
    how: str


@dataclass(frozen=True, slots=True)
class Profiles:
    """Every headline measure for every kind of place.

    Attributes:
        profiles: By measure, and within it by kind.
        kinds: Who is what.
    """

    profiles: tuple[Profile, ...]
    kinds: Kinds

    def of(self, kind: str) -> Mapping[str, Profile]:
        """The measures of one kind, by slug."""
        return {item.indicator.slug: item for item in self.profiles if item.kind == kind}

    def records(self) -> list[dict[str, Any]]:
        """Plain data: one record a measure and kind."""
        return [
            {
                "kind": item.kind,
                "indicator": item.indicator.slug,
                "title": item.indicator.title,
                "unit": item.indicator.unit,
                "period": item.period.iso,
                "value": item.value,
                "lower": item.lower,
                "upper": item.upper,
                "places_with_figure": item.places,
                "places": item.of,
                "how": item.how,
            }
            for item in self.profiles
        ]


def profiles(atlas: Figures, slugs: Sequence[str] = HEADLINES) -> Profiles:
    """The headline measures by kind of place, each in its newest period.

    Args:
        atlas: Where the figures are read.
        slugs: Indicators; those without figures for local authorities are passed over.

    Example:
        >>> from levelling.atlas import Atlas
        >>> found = profiles(Atlas.open(), ["claimant-count"])
        >>> len(found.profiles), found.profiles[-1].kind
        (7, 'all places')
    """
    sorted_places = kinds(atlas)
    wanted = [atlas.catalogue.get(slug) for slug in slugs if slug in atlas.catalogue]
    periods = {item: atlas.newest_period(item.slug, Level.LAD, item.category) for item in wanted}
    atlas.store.load_columns([(item.slug, item.category, period) for item, period in periods.items() if period])
    groups = {name: sorted_places.of(name) for name in ORDER} | {EVERY: tuple(sorted_places.kinds.values())}
    made = []
    for item, period in periods.items():
        if period is not None:
            column = atlas.store.column(item.slug, item.category, period)
            made += [_profile(name, item, Period.parse(period), group, column) for name, group in groups.items()]
    return Profiles(tuple(made), sorted_places)


def _profile(name: str, item: Indicator, period: Period, group: Sequence[Kind], column: Mapping[str, Figure]) -> Profile:
    found = [(kind.area.population or 0, column[kind.area.code]) for kind in group if kind.area.code in column]
    present = [(people, figure) for people, figure in found if figure.value is not None and people]
    averaged = item.movement == Movement.MEAN
    how = "mean over people" if averaged else "place in the middle"
    if len(present) < FEWEST:
        return Profile(name, item, period, None, None, None, len(present), len(group), how)
    if not averaged:
        middle = median(figure.value for _, figure in present if figure.value is not None)
        return Profile(name, item, period, middle, None, None, len(present), len(group), how)
    sure = [pair for pair in present if _has_interval(pair[1])]
    used = sure if len(sure) >= FEWEST and 2 * len(sure) >= len(present) else present
    value, lower, upper = weighted_mean([(people, figure.value or 0.0, figure.lower, figure.upper) for people, figure in used])
    return Profile(name, item, period, value, lower, upper, len(used), len(group), how)


def _has_interval(figure: Figure) -> bool:
    value, lower, upper = figure.value, figure.lower, figure.upper
    return value is not None and lower is not None and upper is not None and lower <= value <= upper


def weighted_mean(
    values: Sequence[tuple[float, float, float | None, float | None]],
) -> tuple[float, float | None, float | None]:
    """A mean over people with its 95% interval, where every value has one (MOVER for a weighted sum).

    Args:
        values: Weight, value, and the ends of its interval.

    Raises:
        ValueError: The weights add up to nothing.

    Example:
        >>> weighted_mean([(1.0, 10.0, 8.0, 12.0), (1.0, 20.0, 18.0, 22.0)])
        (15.0, 13.585786437626904, 16.414213562373096)
    """
    whole = math.fsum(weight for weight, *_ in values)
    if whole <= 0:
        raise ValueError("a mean over people needs people")
    middle = math.fsum(weight * value for weight, value, *_ in values) / whole
    below, above = [], []
    for weight, value, lower, upper in values:
        if lower is None or upper is None or not lower <= value <= upper:
            return middle, None, None
        below.append(weight / whole * (value - lower))
        above.append(weight / whole * (upper - value))
    return middle, middle - math.hypot(*below), middle + math.hypot(*above)
