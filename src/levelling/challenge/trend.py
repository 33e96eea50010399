"""Trends: an area's newest number against its own of about five years before, where the two may be compared.

Nothing is compared across a break in the series. The two periods never overlap, so their samples are taken as independent.
Amounts of money are in the prices of each year unless the indicator says otherwise, and the sentence says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from levelling.challenge.difference import difference
from levelling.challenge.meeting import interval_of
from levelling.challenge.multiple import adjust
from levelling.challenge.phrases import shown, when
from levelling.challenge.reading import Figures, with_values
from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction, Indicator
from levelling.core.period import Period

YEARS = 5
"""How far back a trend looks, in years; the nearest period there is to it is taken."""
LEVEL = 0.05
_REAL = ("real terms", "chained volume", "constant price", "after inflation", "adjusted for inflation")


class Course(StrEnum):
    """Which way a series has gone."""

    RISING = "rising"
    FALLING = "falling"
    CANNOT_TELL = "cannot tell"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class Trend:
    """The newest number against an earlier one.

    Attributes:
        now: The newest estimate.
        then: The earlier one; `None` where there is none to compare with.
        difference: Now less then, in the indicator's unit.
        lower: Lower end of its 95% interval; `None` where an interval is missing on either side.
        upper: Upper end.
        p_value: Two-sided probability of a change this large by chance.
        adjusted_p: The same, corrected for all the trends of the page (Benjamini-Hochberg).
        course: Rising, falling, cannot tell, or not comparable.
        sentence: The trend in a sentence that can be read aloud.
        reason: Why not comparable, or what the reader should know; empty where nothing.
    """

    now: Estimate
    then: Estimate | None
    difference: float | None
    lower: float | None
    upper: float | None
    p_value: float | None
    adjusted_p: float | None
    course: Course
    sentence: str
    reason: str

    @property
    def verdict(self) -> Verdict:
        """The same as a verdict: better, worse, or neither."""
        if self.course == Course.CANNOT_TELL:
            return Verdict.CANNOT_TELL
        if self.course == Course.NOT_COMPARABLE:
            return Verdict.NOT_COMPARABLE
        up = self.course == Course.RISING
        direction = self.now.indicator.direction
        if direction == Direction.NEITHER or _in_cash(self.now.indicator):
            return Verdict.HIGHER if up else Verdict.LOWER
        return Verdict.BETTER if up == (direction == Direction.HIGHER_BETTER) else Verdict.WORSE


def trends(atlas: Figures, area: Area, indicators: Iterable[str] | None = None, years: int = YEARS) -> tuple[Trend, ...]:
    """The trend of each indicator with a published value, in the order of a plan, corrected for their number.

    Args:
        atlas: Where the figures are read.
        area: The place.
        indicators: Slugs; by default those a plan shows.
        years: How far back to look.
    """
    catalogue = atlas.catalogue
    wanted = catalogue.all(headline=True) if indicators is None else tuple(catalogue.get(slug) for slug in indicators)
    found = [item for indicator in wanted if (item := trend(atlas, area, indicator, years)) is not None]
    return _corrected(found)


def trend(atlas: Figures, area: Area, indicator: Indicator, years: int = YEARS) -> Trend | None:
    """The newest value against the one nearest to some years before; `None` where no value is published here.

    Only periods of the same length, after the last break in the series, and wholly before the newest are looked at.
    """
    series = atlas.store.area(area.code).get((indicator.slug, indicator.category), {})
    periods = [Period.parse(key) for key in with_values(series)]
    if not periods:
        return None
    now = atlas.estimate(indicator.slug, area, periods[0])
    earlier, barred = _earlier(indicator, periods)
    if not earlier:
        return _without(now, barred)
    target = now.period.start.toordinal() - years * 365.25  # they are of one length, so their starts stand for them
    wanted = min(earlier, key=lambda item: (abs(item.start.toordinal() - target), item.start))
    return _course(now, atlas.estimate(indicator.slug, area, wanted))


def _earlier(indicator: Indicator, periods: Sequence[Period]) -> tuple[list[Period], str]:
    """The periods the newest may be compared with, and what stands in the way of the others."""
    now = periods[0]
    breaks = [item for item in indicator.breaks if item.period.start <= now.start]
    last = max(breaks, key=lambda item: item.period.start, default=None)
    before = [item for item in periods[1:] if item.end < now.start and _alike(item, now)]
    if last is None:
        return before, ""
    return [item for item in before if item.start >= last.period.start], last.note if before else ""


def _alike(one: Period, other: Period) -> bool:
    return abs((one.end - one.start).days - (other.end - other.start).days) <= 3


def _without(now: Estimate, barred: str) -> Trend:
    reason = f"The series breaks before {now.period.label}. {barred}" if barred else "No earlier figure is published here."
    reason = " ".join(part for part in (reason, now.indicator.frozen) if part)
    after = "The earlier figures cannot be compared with it" if barred else "There is no earlier figure"
    sentence = f"{_name(now)}: {_shown(now)}. {after}."
    return Trend(now, None, None, None, None, None, None, Course.NOT_COMPARABLE, sentence, reason)


def _course(now: Estimate, then: Estimate) -> Trend:
    change = (now.value or 0.0) - (then.value or 0.0)
    notes = [now.indicator.frozen] if now.indicator.frozen else []
    one, other = interval_of(now), interval_of(then)
    if one is None or other is None:
        reason = " ".join(["No interval is published, so chance cannot be told from a change.", *notes])
        return Trend(now, then, change, None, None, None, None, Course.NOT_COMPARABLE, _say(now, then, None), reason)
    gap = difference(one, other)
    course = Course.RISING if gap.value > 0 else Course.FALLING
    return Trend(now, then, gap.value, gap.lower, gap.upper, gap.p_value, None, course, "", " ".join(notes))


def _corrected(found: Sequence[Trend]) -> tuple[Trend, ...]:
    corrected = iter(adjust([item.p_value for item in found if item.p_value is not None]))
    return tuple(item if item.p_value is None else _judge(item, next(corrected)) for item in found)


def _judge(item: Trend, adjusted: float) -> Trend:
    course = item.course if adjusted < LEVEL else Course.CANNOT_TELL
    sentence = "" if item.then is None else _say(item.now, item.then, course)
    return replace(item, adjusted_p=adjusted, course=course, sentence=sentence)


def _say(now: Estimate, then: Estimate, course: Course | None) -> str:
    first, last = _shown(then), _shown(now)
    cash = " These are the prices of each year: part of any rise is inflation." if _in_cash(now.indicator) else ""
    if course in {Course.RISING, Course.FALLING}:
        return f"{_name(now)}: {course}, from {first} to {last}.{cash}"
    if course == Course.CANNOT_TELL:
        return f"{_name(now)}: {first}, and {last}. We cannot tell whether it has changed.{cash}"
    return f"{_name(now)}: {first}, and {last}. No margin of error is known, so we give no verdict.{cash}"


def _name(item: Estimate) -> str:
    return item.indicator.named(item.category)


def _shown(item: Estimate) -> str:
    return f"{shown(item.value or 0.0, item.indicator)} {when(item.period)}"


def _in_cash(indicator: Indicator) -> bool:
    words = f"{indicator.title} {indicator.meaning} {' '.join(indicator.caveats)}".lower()
    return indicator.unit.startswith("£") and not any(word in words for word in _REAL)
