"""What shows a need: a published figure compared, a share held against authorities added up, or one count over another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import quantiles
from typing import Protocol
from weakref import WeakKeyDictionary

from levelling.atlas.reading import Figures, newest, with_values, written
from levelling.challenge.comparison import compare
from levelling.challenge.nearest import one
from levelling.challenge.needs.measure import Added, Measure, Ratio
from levelling.challenge.needs.measures import ADDED
from levelling.core.area import Area, Level
from levelling.core.comparison import Comparator, Comparison, Verdict
from levelling.core.errors import UnknownArea
from levelling.core.estimate import Estimate, Moved, Status
from levelling.core.indicator import Direction

PEOPLE = "implied-population"
UK = "K02000001"
_HALF = 1.349
"""The middle half of a normal distribution spans so many standard deviations."""
_WIDE = (Comparator.UK, Comparator.NATION, Comparator.REGION)
_CENSUS = "Counted by the census, not sampled, so no margin of error is needed."


class Compared(Protocol):
    """What a diagnosis tells of one indicator: `levelling.challenge.Diagnosis` is one."""

    def of(self, slug: str) -> Sequence[Comparison]:
        """The comparisons of an indicator; none where it has no value here."""
        ...


@dataclass(frozen=True, slots=True)
class Few:
    """The comparisons of a few indicators: for many places at once, where a whole diagnosis of each would take too long."""

    comparisons: tuple[Comparison, ...]

    def of(self, slug: str) -> Sequence[Comparison]:
        """The comparisons of an indicator."""
        return [item for item in self.comparisons if item.estimate.indicator.slug == slug]


def few(atlas: Figures, area: Area, measures: Sequence[Measure]) -> Few:
    """The comparisons that some needs rest on, corrected for their own number."""
    slugs = dict.fromkeys(slug for measure in measures for slug, _ in measure.shown if slug in atlas.catalogue)
    return Few(compare(atlas, area, indicators=slugs, alike=False))


def comparisons_of(atlas: Figures, area: Area, diagnosis: Compared, measure: Measure) -> list[Comparison]:
    """The comparisons that show a need, each against the widest area there is a figure for; none where there is no figure."""
    found = []
    for slug, category in measure.shown:
        added = next((item for item in ADDED if item.share == slug), None)
        if slug not in atlas.catalogue:
            continue
        held = _added_up(atlas, area, added, category) if added else _published(diagnosis, slug, category)
        if held is not None:
            found.append(_census(held) if measure.census else held)
    return found


def _published(diagnosis: Compared, slug: str, category: str) -> Comparison | None:
    held = [item for item in diagnosis.of(slug) if item.comparator in _WIDE and item.difference is not None]
    return next((item for item in held if item.estimate.category == category), None)


def _census(held: Comparison) -> Comparison:
    """A full count needs no interval; a figure put together from other areas is not the area's own count."""
    difference = held.difference or 0.0
    if held.estimate.moved is not None or difference == 0:
        return held
    worse = difference > 0
    return replace(held, verdict=Verdict.WORSE if worse else Verdict.BETTER, reason=_CENSUS)


def _added_up(atlas: Figures, area: Area, added: Added, category: str) -> Comparison | None:
    """A share of the area against that of all authorities with a figure, added up; `None` outside them."""
    here = one(atlas, (area,), added.share, category, moved=False)
    whole = _whole(atlas, added)
    if here is None or whole is None or here.value is None or area.code == whole.code:
        return None
    if whole.nation != area.nation and not (whole.level is Level.UK and area.nation in "EW"):
        return None
    found = _share(atlas, added, category, written(here.period))
    if found is None:
        return None
    value, parts = found
    how = f"The people counted in {parts} authorities, over everyone the shares are of."
    there = replace(
        here,
        area=whole,
        value=value,
        lower=None,
        upper=None,
        status=Status.NORMAL,
        moved=Moved(how=how, parts=parts, inside=1.0, from_level=Level.LAD.words),
    )
    reason = "No interval is published, so chance cannot be told from a difference."
    return Comparison(
        here, Comparator.NATION, whole.name, there, here.value - value, None, None, None, None, Verdict.NOT_COMPARABLE, reason
    )


def _whole(atlas: Figures, added: Added) -> Area | None:
    if not added.code:
        return Area("north-of-england", added.name, Level.REGION, "E")
    try:
        return atlas.gazetteer.get(added.code)
    except UnknownArea:
        return None


_KEPT: WeakKeyDictionary[Figures, dict[object, tuple[float, int] | None]] = WeakKeyDictionary()
"""The figures of an atlas do not change while it is open, and every place is held against the same country."""


def _share(atlas: Figures, added: Added, category: str, period: str) -> tuple[float, int] | None:
    """The share of all authorities together, in percent, and how many they are."""
    kept = _KEPT.setdefault(atlas, {})
    key = (added.share, category, period)
    if key not in kept:
        atlas.store.load_columns([(slug, category, period) for slug in (added.share, added.count)])
        shares, counts = (atlas.store.column(slug, category, period) for slug in (added.share, added.count))
        codes = [area.code for area in atlas.gazetteer.all(Level.LAD) if area.code in shares and area.code in counts]
        pairs = [(counts[code].value, shares[code].value) for code in codes]
        given = [(count, share) for count, share in pairs if count is not None and share]
        base = math.fsum(100 * count / share for count, share in given)
        kept[key] = (100 * math.fsum(count for count, _ in given) / base, len(given)) if base else None
    return kept[key]


@dataclass(frozen=True, slots=True)
class Rated:
    """One count over another here and in the United Kingdom.

    Attributes:
        here: The things counted here.
        people: The people who live here.
        value: Things for each so many people.
        there: The same for the United Kingdom.
        distance: The difference over the usual spread between local authorities, taken from the middle half of them.
        inputs: What it was worked out from, here first.
    """

    here: Estimate
    people: Estimate
    value: float
    there: float
    distance: float | None
    inputs: tuple[Estimate, ...]


def rated(atlas: Figures, area: Area, ratio: Ratio) -> Rated | None:
    """One count over another for an area and the United Kingdom; `None` where a count is missing, or for the UK itself."""
    if ratio.above not in atlas.catalogue or PEOPLE not in atlas.catalogue or area.code == UK:
        return None
    try:
        kingdom = atlas.gazetteer.get(UK)
    except UnknownArea:
        return None
    above, below = (_shared(atlas, kingdom, slug) for slug in (ratio.above, PEOPLE))
    if above is None or below is None:
        return None
    inputs = [
        one(atlas, (item,), slug, "", period)
        for item in (area, kingdom)
        for slug, period in ((ratio.above, above), (PEOPLE, below))
    ]
    given = tuple(item for item in inputs if item is not None and item.value)
    if len(given) < len(inputs):
        return None
    here, people, whole, everyone = given
    value, there = (ratio.per * (a.value or 0.0) / (b.value or 1.0) for a, b in ((here, people), (whole, everyone)))
    usual = _usual(atlas, ratio, above, below)
    return Rated(here, people, value, there, abs(value - there) / usual if usual else None, given)


def _shared(atlas: Figures, kingdom: Area, slug: str) -> str | None:
    return newest(with_values(atlas.store.area(kingdom.code).get((slug, ""), {})))


def _usual(atlas: Figures, ratio: Ratio, above: str, below: str) -> float | None:
    kept = _KEPT.setdefault(atlas, {})
    key = (ratio.above, above, below)
    if key not in kept:
        atlas.store.load_columns([(ratio.above, "", above), (PEOPLE, "", below)])
        things, people = atlas.store.column(ratio.above, "", above), atlas.store.column(PEOPLE, "", below)
        codes = [area.code for area in atlas.gazetteer.all(Level.LAD) if area.code in things and area.code in people]
        pairs = [(things[code].value, people[code].value) for code in codes]
        values = [ratio.per * thing / heads for thing, heads in pairs if thing is not None and heads]
        # The City of London has a thousand jobs for each resident: the middle half of places tells what is usual.
        kept[key] = (_middle_half(values) / _HALF, len(values)) if len(values) >= 8 else None
    found = kept[key]
    return found[0] if found else None


def _middle_half(values: Sequence[float]) -> float:
    first, _, third = quantiles(values, n=4)
    return third - first


def is_worse(held: Comparison) -> bool:
    """Whether the place is on the worse side; for figures of which neither way is good, a larger share of the group is.

    All such figures here are shares of people who may need help.
    """
    difference = held.difference or 0.0
    return difference < 0 if held.estimate.indicator.direction == Direction.HIGHER_BETTER else difference > 0
