"""The gap of each group on each measure, with its interval where both figures have one."""

from collections.abc import Sequence

from levelling.atlas.reading import Figures
from levelling.challenge.groups.measures import CENSUS, REFERENCES, Measure
from levelling.challenge.groups.result import Gap
from levelling.challenge.nearest import nearest, one
from levelling.challenge.phrases import place
from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.difference import Difference, Interval, difference, nested
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction

_FEW = 100
_BY_NEIGHBOURHOOD = {"disabled-people-share", "unpaid-carers-share"}
"""Shares whose numbers of people would have to be added up from every neighbourhood, which takes longer than a plan may."""


def gaps_of(figures: Figures, areas: Sequence[Area], measure: Measure) -> list[Gap]:
    """Every group of a measure that has a figure, in the place or around it."""
    if measure.against is None:
        made = (_against_country(figures, areas, measure, group) for group in measure.groups)
    elif measure.reference:
        made = (_against_whole(figures, areas, measure, group) for group in measure.groups)
    else:
        made = (_against_group(figures, areas, measure, group) for group in measure.groups)
    return [gap for gap in made if gap is not None]


def _against_group(figures: Figures, areas: Sequence[Area], measure: Measure, group: str) -> Gap | None:
    found = nearest(figures, areas, measure.slug, (group, measure.against or ""))
    return None if found is None else _gap(figures, areas[0], measure, found[0], found[1], _whom(found[1]))


def _against_whole(figures: Figures, areas: Sequence[Area], measure: Measure, group: str) -> Gap | None:
    """A group held against everyone, by another indicator: of the same area and period."""
    here = one(figures, areas, measure.slug, group)
    if here is None:
        return None
    whole = one(figures, (here.area,), measure.reference, "", here.period.iso)
    return None if whole is None else _gap(figures, areas[0], measure, here, whole, "all of that age")


def _against_country(figures: Figures, areas: Sequence[Area], measure: Measure, group: str) -> Gap | None:
    here = one(figures, areas, measure.slug, group)
    if here is None:
        return None
    countries = [area for area in areas if area.code in measure.country and area.code != here.area.code]
    there = next((item for area in countries if (item := one(figures, (area,), measure.slug, group, here.period.iso))), None)
    return _gap(figures, areas[0], measure, here, there, place(there.area) if there else "")


def _gap(figures: Figures, area: Area, measure: Measure, here: Estimate, there: Estimate | None, whom: str) -> Gap:
    people, modelled = _people(figures, measure, here, own=here.area.code == area.code)
    name = dict(measure.named).get(here.category) or here.indicator.categories.get(here.category, here.indicator.short)
    made = _difference(here, there, measure)
    apart = None if there is None or here.value is None or there.value is None else here.value - there.value
    verdict, reason = _unsampled(here, apart, measure, people)
    return Gap(
        characteristic=measure.characteristic,
        group=name,
        measure=measure.title,
        estimate=here,
        reference=whom if there is not None else "",
        against=there,
        people=people,
        modelled=modelled or here.moved is not None,
        gap=apart,
        lower=made.lower if made else None,
        upper=made.upper if made else None,
        p_value=made.p_value if made else None,
        verdict=verdict,
        reason="" if made else reason,
        own=here.area.code == area.code,
    )


def _people(figures: Figures, measure: Measure, here: Estimate, *, own: bool) -> tuple[float | None, bool]:
    """How many people the figure is about: counted by the publisher, or the share times everyone it is of."""
    if measure.counted and here.moved is not None and here.indicator.slug in _BY_NEIGHBOURHOOD:
        return None, False
    if measure.counted:
        count = one(figures, (here.area,), measure.counted, here.category, here.period.iso, moved=own)
        return (None if count is None else count.value), count is not None and count.moved is not None
    whole = one(figures, (here.area,), measure.whole, here.category, moved=own) if measure.whole else None
    if whole is None or whole.value is None or here.value is None:
        return None, False
    return here.value * whole.value / 100, whole.period != here.period


def _difference(here: Estimate, there: Estimate | None, measure: Measure) -> Difference | None:
    one_side, other = _interval(here), _interval(there)
    if one_side is None or other is None or there is None:
        return None
    inside = 0.0
    if measure.against is None and here.area.population and there.area.population:
        inside = nested(one_side, other, min(1.0, here.area.population / there.area.population))
    return difference(one_side, other, inside)


def _interval(item: Estimate | None) -> Interval | None:
    if item is None or item.value is None or item.lower is None or item.upper is None:
        return None
    return Interval(item.value, item.lower, item.upper)


def _unsampled(here: Estimate, apart: float | None, measure: Measure, people: float | None) -> tuple[Verdict, str]:
    """The verdict where there is no interval: by the count of a census, or none."""
    if apart is None:
        return Verdict.NOT_COMPARABLE, "There is nothing of the same area and period to hold it against."
    if here.indicator.slug not in CENSUS:
        return Verdict.NOT_COMPARABLE, "No margin of error is published, so whether the gap is more than chance cannot be told."
    if measure.whole and people is not None and here.value and 100 * people / here.value < _FEW:
        return Verdict.CANNOT_TELL, "Fewer than a hundred people of the group live here."
    if here.moved is not None:
        return Verdict.NOT_COMPARABLE, "The figure was put together from other areas."
    return said(apart, here), "Counted by the census, not sampled, so no interval is needed."


def said(apart: float, here: Estimate) -> Verdict:
    """What a sure gap means for the group: which way is good is told by the indicator."""
    if apart == 0:
        return Verdict.CANNOT_TELL
    if here.indicator.slug == "economic-activity-census":
        return Verdict.WORSE if apart > 0 else Verdict.BETTER
    if here.indicator.direction is Direction.NEITHER:
        return Verdict.HIGHER if apart > 0 else Verdict.LOWER
    good = (apart > 0) == (here.indicator.direction is Direction.HIGHER_BETTER)
    return Verdict.BETTER if good else Verdict.WORSE


def _whom(item: Estimate) -> str:
    return REFERENCES.get(item.category, item.indicator.categories.get(item.category, "").lower())
