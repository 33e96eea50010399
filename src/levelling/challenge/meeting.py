"""Finding, for an estimate and a comparator, the two numbers that may be compared: one indicator, one period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from levelling.atlas.reading import Figures, newest, with_values, written
from levelling.atlas.store import Figure
from levelling.challenge.comparators import Against
from levelling.challenge.phrases import place
from levelling.core.area import Area
from levelling.core.comparison import Comparator
from levelling.core.difference import interval, interval_of, mean, nested, overlapping
from levelling.core.estimate import Estimate, Moved, Status
from levelling.core.indicator import Indicator, Movement
from levelling.core.period import Period
from levelling.core.words import listed

FEWEST_NEIGHBOURS = 3
"""A mean of fewer neighbours than this says too little to be held against."""
COUNT = "A count grows with the number of people, so it is not held against that of another area."
"""Why counts of two areas are not compared."""
_OWN_DEFINITION = ("-ni", "-scotland", "-wales", "-england")
_TRIED = 4


@dataclass(frozen=True, slots=True)
class Met:
    """A comparator's number for the period both have, and what the reader should know of it."""

    here: Estimate
    there: Estimate
    correlation: float
    notes: tuple[str, ...]


def meet(atlas: Figures, own: Estimate, item: Against) -> Met | str:
    """The comparator's number for the newest period both have, or why there is none.

    Where the comparator may be one of several areas, the one with the newest shared period, and among equals the widest.
    """
    slug, category, mine = own.indicator.slug, own.category, written(own.period)
    series = [atlas.store.area(area.code).get((slug, category), {}) for area in item.areas]
    which = next((at for at, found in enumerate(series) if mine in found and found[mine].value is not None), None)
    best = mine
    if which is None:
        shared = [_shared(atlas, own, found) for found in series]
        latest = newest(key for key in shared if key is not None)
        if latest is None:
            return _why_none(atlas, own, item, given=any(with_values(found) for found in series))
        best, which = latest, shared.index(latest)
    area, when = item.areas[which], Period.parse(best)
    here = own if when == own.period else atlas.estimate(slug, own.area, when, category)
    there = atlas.estimate(slug, area, when, category)
    return Met(here, there, _correlation(here, there, *item.shares[which]), _older(own, when, place(area)))


def _shared(atlas: Figures, own: Estimate, theirs: Mapping[str, Figure]) -> str | None:
    """The newest period in which both have a value; only that of the estimate itself where it was made for the area."""
    if own.moved or not theirs:
        return None
    series = atlas.store.area(own.area.code).get((own.indicator.slug, own.category), {})
    return newest(set(with_values(series)).intersection(with_values(theirs)))


def _why_none(atlas: Figures, own: Estimate, item: Against, *, given: bool) -> str:
    indicator = own.indicator
    names = listed([place(area) for area in (item.areas if item.kind == Comparator.UK else item.areas[:1])], "or")
    if given:
        return f"The figures for {names} are for other periods than {own.period.label}."
    other = next((indicator.slug.removesuffix(end) for end in _OWN_DEFINITION if indicator.slug.endswith(end)), "")
    if other != indicator.slug and other in atlas.catalogue:
        sibling = atlas.catalogue.get(other)
        if any((other, sibling.category) in atlas.store.area(area.code) for area in item.areas):
            return f"The figure for {names} is measured another way ('{sibling.title}'), so the two are not compared."
    return f"No figure is published for {names}."


def _older(own: Estimate, when: Period, name: str) -> tuple[str, ...]:
    if when == own.period:
        return ()
    return (f"Compared for {when.label}, the newest period published for {name} too.",)


def _correlation(here: Estimate, there: Estimate, share_here: float, share_there: float) -> float:
    one, other = interval_of(here), interval_of(there)
    if one is None or other is None:
        return 0.0
    if share_here == 1:
        return nested(one, other, share_there)
    if share_there == 1:
        return nested(other, one, share_here)
    return overlapping(share_here, share_there)


def meet_neighbours(atlas: Figures, own: Estimate, item: Against) -> Met | str:
    """The mean of the neighbours' values for the newest period of the area in which half of them have one."""
    if is_count(own.indicator):
        return COUNT
    indicator, category = own.indicator, own.category
    series = {} if own.moved else atlas.store.area(own.area.code).get((indicator.slug, category), {})
    periods = [written(own.period), *(key for key in with_values(series) if key != written(own.period))][:_TRIED]
    for key in periods:
        column = atlas.store.column(indicator.slug, category, key)
        present = [column[area.code] for area in item.areas if area.code in column and column[area.code].value is not None]
        if len(present) >= max(FEWEST_NEIGHBOURS, len(item.areas) / 2):
            when = Period.parse(key)
            here = own if when == own.period else atlas.estimate(indicator.slug, own.area, when, category)
            values = [(figure.value, figure.lower, figure.upper) for figure in present if figure.value is not None]
            return Met(here, _average(here, item, values), 0.0, _older(own, when, "most of the neighbours"))
    return f"Too few of the {len(item.areas)} statistical neighbours have a figure for {own.period.label}."


def _average(here: Estimate, item: Against, values: Sequence[tuple[float, float | None, float | None]]) -> Estimate:
    """The neighbours' mean as an estimate. Those without an interval are left out where most have one."""
    sure = [found for value, lower, upper in values if (found := interval(value, lower, upper)) is not None]
    if len(sure) >= FEWEST_NEIGHBOURS and 2 * len(sure) >= len(values):
        middle = mean(sure)
        value, lower, upper, count = middle.value, middle.lower, middle.upper, len(sure)
    else:
        value, lower, upper, count = sum(value for value, _, _ in values) / len(values), None, None, len(values)
    of = "" if count == len(item.areas) else f"{count} of "
    name = f"{of}{len(item.areas)} statistical neighbours"
    how = f"The plain mean of {count} areas, each counted once; its interval is made from theirs."
    moved = Moved(how=how, parts=count, inside=1.0, from_level=item.areas[0].level.words)
    area = Area(code="", name=name, level=here.area.level, nation="K")
    return replace(here, area=area, value=value, lower=lower, upper=upper, status=Status.NORMAL, moved=moved, why_absent="")


def is_count(indicator: Indicator) -> bool:
    """Whether an indicator counts people or things, and so is larger where more people live."""
    return indicator.movement == Movement.SUM
