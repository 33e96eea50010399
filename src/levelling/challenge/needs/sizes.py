"""How large a need is: what would close the gap, in people, jobs or pounds, and how that was worked out.

For a rate `r` here and `c` there, of `B` people here,

    size = |r - c| B / 100,

with the ends of the interval from those of the difference, `B` taken as known. The rate and the number of people are mostly of
different years, so that the size is modelled.
"""

import math
from collections.abc import Sequence

from levelling.atlas.reading import Figures
from levelling.challenge.nearest import nearest, one
from levelling.challenge.needs.measure import Base, Measure
from levelling.challenge.needs.measures import ADDED
from levelling.challenge.phrases import place, when
from levelling.core.area import Area
from levelling.core.comparison import Comparison
from levelling.core.estimate import Estimate
from levelling.core.need import Size
from levelling.core.words import number, two_figures, with_unit

_SCALES = ((1e9, " billion"), (1e6, " million"))


def size_of(atlas: Figures, area: Area, measure: Measure, held: Comparison) -> tuple[Size, float | None]:
    """What would close the gap of a comparison, and how many people are in the group, where that is known."""
    if measure.why_unsized:
        return Size(None, measure.unit, measure.why_unsized), None
    if measure.times:
        return _in_pounds(atlas, area, measure, held), None
    if measure.unit.startswith("£"):
        how = f"The difference itself: {measure.closes}, as published."
        return Size(abs(held.difference or 0.0), measure.unit, how, *_ends(held, 1.0), modelled=False), None
    count = _counted(atlas, area, measure, held)
    if count is not None:
        return _by_count(measure, held, count)
    if measure.base is None:
        return Size(None, measure.unit, "How many people the group holds is not published here."), None
    return _by_base(atlas, area, measure, measure.base, held)


def _counted(atlas: Figures, area: Area, measure: Measure, held: Comparison) -> Estimate | None:
    here = held.estimate
    added = {item.share: item.count for item in ADDED}
    slug = measure.counted or added.get(here.indicator.slug, "")
    if not slug:
        return None
    return one(atlas, (area,), slug, here.category, here.period.iso, moved=here.moved is not None)


def _by_count(measure: Measure, held: Comparison, count: Estimate) -> tuple[Size, float | None]:
    """From the number of the group and its share: together they tell of how many people the share is."""
    people, share = count.value or 0.0, held.estimate.value or 0.0
    base = 100 * people / share if share else 0.0
    how = f"The difference in shares, times all {_whom(measure)} the share is of, {when(held.estimate.period)}."
    size = Size(abs(held.difference or 0.0) * base / 100, measure.unit, how, *_ends(held, base / 100), inputs=(count,))
    return size, people


def _whom(measure: Measure) -> str:
    return "jobs" if measure.unit == "jobs" else "people"


def _by_base(atlas: Figures, area: Area, measure: Measure, base: Base, held: Comparison) -> tuple[Size, float | None]:
    here = held.estimate
    categories = tuple(category for category, _ in base.parts)
    same = nearest(atlas, (area,), base.slug, categories, here.period.iso, moved=False)
    found = same or nearest(atlas, (area,), base.slug, categories)
    if found is None:
        return Size(None, measure.unit, f"No number of {base.words} is held for {place(area)}."), None
    weights = [weight for _, weight in base.parts]
    whole = math.fsum((item.value or 0.0) * weight for item, weight in zip(found, weights, strict=True))
    times = whole / base.per
    loose = f", where {base.loose}" if base.loose else ""
    how = f"The difference, times {number(whole, 0)} {base.words} {when(found[0].period)}{loose}."
    people = (here.value or 0.0) * times if measure.is_group else None
    size = Size(abs(held.difference or 0.0) * times, measure.unit, how, *_ends(held, times), inputs=found)
    return size, people


def _in_pounds(atlas: Figures, area: Area, measure: Measure, held: Comparison) -> Size:
    here = held.estimate
    count = one(atlas, (area,), measure.times, "", here.period.iso) or one(atlas, (area,), measure.times)
    if count is None or count.value is None:
        return Size(None, measure.unit, f"What the difference would be times is not held for {place(area)}.")
    what = "filled jobs" if count.indicator.unit == "jobs" else "people who live here"
    how = f"The difference, times {number(count.value, 0)} {what} {when(count.period)}."
    return Size(abs(held.difference or 0.0) * count.value, measure.unit, how, *_ends(held, count.value), inputs=(count,))


def _ends(held: Comparison, times: float) -> tuple[float | None, float | None]:
    """The least and most that the interval of the difference allows, on the side the difference lies; 0 where it reaches over."""
    if held.lower is None or held.upper is None or held.difference is None:
        return None, None
    ends = (held.lower, held.upper) if held.difference >= 0 else (-held.upper, -held.lower)
    low, high = (max(0.0, end) * times for end in ends)
    return low, high


def about(value: float, unit: str) -> str:
    """A size as it is said: to two figures, and pounds in millions where there are many.

    Example:
        >>> about(4403, "people"), about(638_000_000, "£ a year"), about(1_797_404_505, "£ a year"), about(108.6, "£ a week")
        ('4,400', '£640 million a year', '£1.8 billion a year', '£109 a week')
    """
    if unit == "£ a week":
        return with_unit(number(value, 0), unit)
    if unit.startswith("£"):
        scale, word = next(((size, word) for size, word in _SCALES if value >= size), (1.0, ""))
        scaled = value / scale
        text = number(scaled, 1).removesuffix(".0") if scaled < 10 else number(two_figures(scaled), 0)
        return with_unit(text, f"£{word}{unit[1:]}")
    return number(two_figures(value), 0)


def said(size: Size, measure_closes: str, against: str) -> str:
    """The size in a sentence, such as 'About 4,400 more people in work would close the gap with Wales (modelled)'."""
    if size.value is None:
        return ""
    tag = " (modelled)" if size.modelled else ""
    span = ""
    if size.lower is not None and size.upper is not None and size.modelled:
        low = about(size.lower, size.unit) if size.lower >= 1 else "none"
        span = f", from {low} to {about(size.upper, size.unit)} by the survey's margins"
    return f"About {about(size.value, size.unit)} {measure_closes} would close the gap with {against}{span}{tag}."


def inputs_of(held: Sequence[Comparison], size: Size) -> tuple[Estimate, ...]:
    """Everything a need rests on, the place's own figure first, each once."""
    found: list[Estimate] = []
    for item in held:
        found.append(item.estimate)
        if item.against is not None:
            found.append(item.against)
    kept: list[Estimate] = []
    for estimate in (*found, *size.inputs):
        if estimate not in kept:
            kept.append(estimate)
    return tuple(kept)
