"""What people of a place do, and what jobs there are, against a wider area: location quotients.

With `x_g` people in group `g` of a place's `X`, and `n_g` of the wider area's `N`,

    q_g = (x_g / X) / (n_g / N).

One is the same share as there. An interval is worked out only where the publisher gives one with every number it needs (people by
occupation in 2020): the groups are asked apart, so

    var(p_g) = sum over h of ((1 if h is g else 0) - p_g)^2 var(x_h) / X^2,  p_g = x_g / X,

and the quotient's logarithm has `var(p)/p^2 + var(P)/P^2 - 2 cov(p, P)/(p P)`, with `cov = w var(p)` for a place that holds the
share `w` of the wider area's people and lies in it, 0 otherwise (delta method).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.atlas.store import Series
from levelling.core.area import Area
from levelling.core.difference import Z95
from levelling.core.estimate import Estimate
from levelling.core.period import Period
from levelling.jobs.demand.standing import Standing, candidates, standing

NEWEST, MEASURED, INDUSTRY = "employment-by-occupation", "employment-by-occupation-soc2010", "jobs-by-industry"
ENGLAND = "E92000001"
YEAR = Period.year(2020)
"""The last year by the classification of 2010: afterwards the publisher found people coded to the wrong occupation."""
MOST_UNKNOWN = 0.15
"""Where groups without a figure hold more of the wider area's people, no quotient is given; without a margin, no interval."""


Figures = Mapping[tuple[str, str], Series]
"""Every figure of one area, by indicator and category."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """One group in a place against a wider area.

    Attributes:
        key: Its key.
        name: Its name.
        count: People or jobs here.
        share: Of every 100 here.
        there: Of every 100 in the wider area.
        value: The location quotient: `share / there`.
        lower: Lower end of its 95% interval; `None` where the publisher gives no margins.
        upper: Upper end.
    """

    key: str
    name: str
    count: Estimate
    share: float
    there: float
    value: float
    lower: float | None = None
    upper: float | None = None

    @property
    def is_told(self) -> bool | None:
        """Whether the interval leaves out one, so that the place differs; `None` where there is no interval."""
        return None if self.lower is None or self.upper is None else not self.lower <= 1 <= self.upper


@dataclass(frozen=True, slots=True)
class Profile:
    """Every group of one classification.

    Attributes:
        standing: The area the figures are for.
        against: The wider area.
        classification: `SOC 2020`, `SOC 2010` or `SIC 2007 sections`.
        by: `residents` where people are counted where they live, `workplace` where jobs are counted where they are.
        period: When.
        items: The groups with a figure, the largest quotient first.
        withheld: Names of the groups without one.
        unknown: Share of the wider area's people or jobs that those hold, 0 to 1.
    """

    standing: Standing
    against: Area
    classification: str
    by: str
    period: Period
    items: tuple[Quotient, ...]
    withheld: tuple[str, ...]
    unknown: float

    @property
    def shares(self) -> Mapping[str, float]:
        """Of every 100 here, by group."""
        return {item.key: item.share for item in self.items}


def occupations(atlas: Atlas, area: Area) -> Profile | None:
    """What people who live in a place do, against England, in the newest year. No margins are published with it.

    Where the survey met too few in the place, the smallest area around it that has enough stands in.

    Example:
        >>> atlas = Atlas.open()
        >>> found = occupations(atlas, atlas.area("Hartlepool"))
        >>> found.against.name, found.standing.same
        ('England', True)
    """
    return _of_residents(atlas, area, NEWEST, "SOC 2020", None)


def measured_occupations(atlas: Atlas, area: Area) -> Profile | None:
    """The same for 2020 by the older classification, with intervals; it reaches Scotland and Wales, held against England."""
    return _of_residents(atlas, area, MEASURED, "SOC 2010", YEAR)


def industries(atlas: Atlas, area: Area) -> Profile | None:
    """Jobs by industry where the work is (2019), against England, for the place or the smallest area around it that has them.

    Example:
        >>> atlas = Atlas.open()
        >>> industries(atlas, atlas.area("Hartlepool")).standing.words
        'Hartlepool and Stockton-on-Tees (ITL3 area around Hartlepool)'
    """
    where = standing(atlas, INDUSTRY, area)
    if where is None:
        return None
    when = atlas.estimate(INDUSTRY, where.area, None, "").period
    return _profile(atlas, where, INDUSTRY, ("SIC 2007 sections", "workplace"), when)


def _of_residents(atlas: Atlas, area: Area, slug: str, name: str, period: Period | None) -> Profile | None:
    if slug not in atlas.catalogue:
        return None
    england = atlas.gazetteer.get(ENGLAND)
    when = period or atlas.estimate(slug, england).period
    made = (_profile(atlas, where, slug, (name, "residents"), when) for where in candidates(atlas, area))
    return next((found for found in made if found is not None), None)


def _profile(atlas: Atlas, where: Standing, slug: str, kind: tuple[str, str], period: Period) -> Profile | None:
    names = atlas.catalogue.get(slug).categories
    wider = atlas.gazetteer.get(ENGLAND)
    series, england = atlas.store.area(where.area.code), atlas.store.area(ENGLAND)
    here = {key: atlas.estimate(slug, where.area, period, key) for key in names if _has(series, slug, key, period)}
    there = {key: atlas.estimate(slug, wider, period, key) for key in names if _has(england, slug, key, period)}
    both = [key for key in here if key in there and there[key].value]
    around = sum(item.value or 0.0 for item in there.values())
    missing = [key for key in there if key not in here]
    unknown = sum(there[key].value or 0.0 for key in missing) / around if around else 1.0
    if not both or unknown > MOST_UNKNOWN:
        return None
    # Where the publisher gives the whole, withheld groups are in it; where not, it is the sum of what is known.
    whole = _whole(series, slug, period) or sum(here[key].value or 0.0 for key in here)
    everyone = _whole(england, slug, period) or around
    spread = _Spread.of(list(here.values()), whole), _Spread.of(list(there.values()), everyone)
    inside = _inside(where.area, whole, everyone)
    items = [_quotient(names[key], here[key], there[key], (whole, everyone), spread, inside) for key in both]
    items.sort(key=lambda item: (-item.value, item.key))
    withheld = tuple(names[key] for key in missing)
    return Profile(where, wider, *kind, period, tuple(items), withheld, unknown)


def _has(series: Figures, slug: str, key: str, period: Period) -> bool:
    found = series.get((slug, key), {}).get(period.iso)
    return found is not None and found.value is not None


def _whole(series: Figures, slug: str, period: Period) -> float | None:
    found = series.get((slug, ""), {}).get(period.iso)
    return found.value if found is not None else None


def _inside(area: Area, whole: float, everyone: float) -> float:
    return min(1.0, whole / everyone) if area.nation == "E" and everyone else 0.0


@dataclass(frozen=True, slots=True)
class _Spread:
    """Variances of the groups of one area, from the publisher's margins.

    Attributes:
        variances: By group; a group without a margin counts as if it had none.
        all: Their sum.
        whole: People in all groups.
        measured: Whether nearly all people are in groups with a margin.
    """

    variances: Mapping[str, float]
    all: float
    whole: float
    measured: bool

    @classmethod
    def of(cls, items: list[Estimate], whole: float) -> "_Spread":
        found = {item.category: _variance(item) for item in items}
        held = {key: variance for key, variance in found.items() if variance is not None}
        without = sum(item.value or 0.0 for item in items if item.category not in held)
        return cls(held, math.fsum(held.values()), whole, bool(held) and without <= MOST_UNKNOWN * whole)

    def share_variance(self, key: str, share: float) -> float | None:
        """The variance of one group's share, 0 to 1; `None` where it cannot be worked out."""
        if not self.measured or key not in self.variances:
            return None
        own = self.variances[key]
        return ((1 - share) ** 2 * own + share**2 * (self.all - own)) / self.whole**2


def _variance(item: Estimate) -> float | None:
    return None if item.lower is None or item.upper is None else ((item.upper - item.lower) / (2 * Z95)) ** 2


def _quotient(
    name: str, here: Estimate, there: Estimate, wholes: tuple[float, float], spreads: tuple[_Spread, _Spread], inside: float
) -> Quotient:
    share, other = (here.value or 0.0) / wholes[0], (there.value or 0.0) / wholes[1]
    value = share / other
    lower = upper = None
    ours, theirs = spreads[0].share_variance(here.category, share), spreads[1].share_variance(there.category, other)
    if ours is not None and theirs is not None and share > 0:
        relative = ours / share**2 + theirs / other**2 - 2 * inside * ours / (share * other)
        width = Z95 * math.sqrt(max(relative, 0.0))
        lower, upper = value * math.exp(-width), value * math.exp(width)
    return Quotient(here.category, name, here, 100 * share, 100 * other, value, lower, upper)
