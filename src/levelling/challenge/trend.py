"""Trends: an area's newest number against its own of about five years before, where the two may be compared.

Nothing is compared across a break in the series. The two periods never overlap, so their samples are taken as independent.
Amounts of money are in the prices of each year unless the indicator says otherwise, and the sentence says so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from levelling.atlas.reading import Figures, with_values, written
from levelling.atlas.store import Figure
from levelling.challenge.multiple import adjust
from levelling.challenge.phrases import place, shown, when
from levelling.challenge.slope import Slope, slope_of
from levelling.core.area import Area, Level
from levelling.core.comparison import Verdict
from levelling.core.difference import difference, interval_of
from levelling.core.errors import NotEnoughData
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction, Indicator, OfficialStatus
from levelling.core.period import Period
from levelling.core.window import YEARS, OutsideSeries, Window, alike, break_between, find, nearest, since_break

LEVEL = 0.05
SUSPENDED = "The accreditation of these figures is suspended."
_BROKEN = "The earlier figures cannot be compared with it"
_SAMPLED = 12
"""So many areas, evenly spread, are asked which periods a series has: it is published for all in the same ones."""
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
        slope: The line through every period from the earlier to the newest; `None` of fewer than three.
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
    slope: Slope | None = None

    def record(self) -> dict[str, Any]:
        """The trend as plain data, with the field names that `--json` promises."""
        indicator, slope = self.now.indicator, self.slope
        return {
            "area": self.now.area.code,
            "name": self.now.area.name,
            "indicator": indicator.slug,
            "title": indicator.named(self.now.category),
            "category": self.now.category,
            "unit": indicator.unit,
            "from": self.then.period.iso if self.then else None,
            "to": self.now.period.iso,
            "value_from": self.then.value if self.then else None,
            "value_to": self.now.value,
            "change": self.difference,
            "lower": self.lower,
            "upper": self.upper,
            "p_value": self.p_value,
            "adjusted_p_value": self.adjusted_p,
            "course": self.course.value,
            "verdict": self.verdict.value,
            "slope": slope.a_year if slope else None,
            "slope_lower": slope.lower if slope else None,
            "slope_upper": slope.upper if slope else None,
            "slope_periods": slope.periods if slope else None,
            "breaks": [{"period": item.period.iso, "note": item.note} for item in indicator.breaks],
            "frozen": bool(indicator.frozen),
            "suspended": indicator.official_status == OfficialStatus.SUSPENDED,
            "reason": self.reason,
        }

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


def trends(
    atlas: Figures,
    area: Area,
    indicators: Iterable[str] | None = None,
    years: int = YEARS,
    window: Window | None = None,
) -> tuple[Trend, ...]:
    """The trend of each indicator with a published value, in the order of a plan, corrected for their number.

    Args:
        atlas: Where the figures are read.
        area: The place.
        indicators: Slugs; by default those a plan shows.
        years: How far back to look, where no window is given.
        window: From when to when. Of indicators that were not named, those it lies outside of are told so in `reason`.

    Raises:
        OutsideSeries: An indicator was named that has no such period here.
    """
    catalogue = atlas.catalogue
    named = indicators is not None
    wanted = catalogue.all(headline=True) if indicators is None else tuple(catalogue.get(slug) for slug in indicators)
    asked = window or Window(years=years)
    found = [item for indicator in wanted if (item := _of_area(atlas, area, indicator, asked, named=named)) is not None]
    return _corrected(found)


def trend(atlas: Figures, area: Area, indicator: Indicator, years: int = YEARS) -> Trend | None:
    """The newest value against the one nearest to some years before; `None` where no value is published here.

    Only periods of the same length, after the last break in the series, and wholly before the newest are looked at.
    """
    return _of_area(atlas, area, indicator, Window(years=years), named=True)


def trends_among(
    atlas: Figures,
    slug: str,
    level: Level = Level.LAD,
    window: Window | None = None,
    category: str | None = None,
    *,
    strict: bool = False,
) -> tuple[Trend, ...]:
    """The trend of one indicator in every current area of a level, corrected for their number; in the order of their names.

    Args:
        atlas: Where the figures are read.
        slug: The indicator.
        level: The kind of area.
        window: From when to when; about five years to the newest without it. Areas that lack it are told so in `reason`.
        category: Which category; by default the one a plan shows.
        strict: Whether a window that begins or ends where no area has a figure is an error.

    Raises:
        NotEnoughData: It is not published for the level, or no area has a figure where the window begins or ends.
    """
    indicator, asked = atlas.catalogue.get(slug), window or Window()
    chosen = indicator.category if category is None else category
    newest = atlas.newest_period(slug, level, chosen)
    if newest is None:
        raise NotEnoughData(f"{slug} is not published for {level.plural}.", "Choose another --level.")
    there = list(atlas.column(slug, level, Period.parse(newest), chosen))
    some = [item.area.code for item in there[:: max(1, len(there) // _SAMPLED)]]
    atlas.store.load_areas(some)
    keys = sorted({key for code in some for key in atlas.store.area(code).get((slug, chosen), {})})
    atlas.store.load_columns([(slug, chosen, key) for key in keys])
    columns = {
        key: {item.area.code: item for item in atlas.column(slug, level, Period.parse(key), chosen) if item.value is not None}
        for key in keys
    }
    if strict:
        for end in filter(None, (asked.start, asked.end)):
            find(end, [Period.parse(key) for key, column in columns.items() if column], f"{slug} for {level.plural}")
    found = []
    for area in sorted({item.area.code: item.area for each in columns.values() for item in each.values()}.values(), key=str):
        own = {key: column[area.code] for key, column in columns.items() if area.code in column}
        series = {key: Figure(item.value, item.lower, item.upper, item.status.value, "") for key, item in own.items()}
        found.append(_in(series, lambda period, own=own: own[written(period)], indicator, area, asked))  # type: ignore[misc]
    return _corrected(found)


def _of_area(atlas: Figures, area: Area, indicator: Indicator, window: Window, *, named: bool) -> Trend | None:
    series = atlas.store.area(area.code).get((indicator.slug, indicator.category), {})
    if not with_values(series):
        return None

    def estimate(period: Period) -> Estimate:
        return atlas.estimate(indicator.slug, area, period)

    return _in(series, estimate, indicator, area, window, named=named)


def _in(
    series: Mapping[str, Figure],
    estimate: Callable[[Period], Estimate],
    indicator: Indicator,
    area: Area,
    window: Window,
    *,
    named: bool = False,
) -> Trend:
    """The trend within a window of one series that has a value."""
    figures = {Period.parse(key): series[key] for key in with_values(series)}
    periods = list(figures)
    try:
        whose = f"{indicator.slug} in {place(area)}"
        last = find(window.end, periods, whose) if window.end else periods[0]
        first = find(window.start, periods, whose) if window.start else None
    except OutsideSeries as error:
        if named:
            raise
        return _without(estimate(periods[0]), error.message, "There is no figure for the window")
    now = estimate(last)
    if first is not None:
        if barred := _barred(indicator, first, last):
            return _without(now, barred, _BROKEN)
    else:
        earlier, note = since_break(indicator, periods, last)
        if not earlier:
            why = f"The series breaks before {last.label}. {note}" if note else "No earlier figure is published here."
            return _without(now, why, _BROKEN if note else "There is no earlier figure")
        first = nearest(earlier, last, window.years)
    inside = {period: figure for period, figure in figures.items() if first.start <= period.start and period.end <= last.end}
    line = slope_of({period: figure for period, figure in inside.items() if alike(period, last)})
    return replace(_course(now, estimate(first)), slope=line)


def _barred(indicator: Indicator, first: Period, last: Period) -> str:
    """Why two periods that were asked for cannot be compared; empty where they can."""
    if crossed := break_between(indicator, first, last):
        return f"The series breaks at {crossed.period.label}, between the two. {crossed.note}"
    if not alike(first, last):
        return f"{first.label} and {last.label} are periods of different length."
    return "" if first.end < last.start else f"{first.label} and {last.label} overlap, so they share their samples."


def _without(now: Estimate, why: str, what: str) -> Trend:
    reason = " ".join(part for part in (why, *_flags(now.indicator)) if part)
    sentence = f"{_name(now)}: {_shown(now)}. {what}."
    return Trend(now, None, None, None, None, None, None, Course.NOT_COMPARABLE, sentence, reason)


def _flags(indicator: Indicator) -> tuple[str, ...]:
    """What a reader must know of a series that is no longer kept up, or whose accreditation is suspended."""
    suspended = indicator.official_status == OfficialStatus.SUSPENDED
    return (*((indicator.frozen,) if indicator.frozen else ()), *((SUSPENDED,) if suspended else ()))


def _course(now: Estimate, then: Estimate) -> Trend:
    change = (now.value or 0.0) - (then.value or 0.0)
    notes = _flags(now.indicator)
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
