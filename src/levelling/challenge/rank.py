"""Ranks with intervals: where each place stands among all of its kind, and where it may truly stand.

Each estimate is taken as normal around the truth, with the standard error its published 95% interval implies (half its width
over 1.96), and the areas as measured apart from each other. A difference is held to the side of the two intervals that faces
nought (MOVER, `levelling.core.difference`), so intervals that lean keep their lean; only the bar it must pass is worked out
from the plain half widths. The method is in `levelling.challenge.rank_sets`.

A place without an interval has a rank and no interval of it. As nothing is known of how far its figure may lie, no other place
is said to be surely above or below it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from levelling.atlas.reading import Figures
from levelling.challenge.lineup import Lineup, line_up
from levelling.challenge.meeting import COUNT, is_count
from levelling.challenge.phrases import place, shown, when
from levelling.challenge.rank_sets import Told, tell_apart
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction, Indicator, OfficialStatus
from levelling.core.period import Period

DRAWS = 2_000
FEWEST_DRAWS, MOST_DRAWS = 100, 20_000
NO_INTERVALS = "No interval is published with these figures, so their ranks have none."
NO_INTERVAL_HERE = "No usable interval is published for this place, so its rank has none."


class Fifth(StrEnum):
    """What can be said of where a place truly stands. The best fifth is the highest where neither way is good."""

    BEST = "surely in the best fifth"
    MIDDLE = "surely in neither the best nor the worst fifth"
    WORST = "surely in the worst fifth"
    CANNOT_TELL = "cannot tell"

    @classmethod
    def of(cls, lower: int | None, upper: int | None, count: int) -> "Fifth | None":
        """The fifth that a rank interval lies in; `None` without an interval.

        Example:
            >>> Fifth.of(3, 18, 100).value, Fifth.of(3, 30, 100).value, Fifth.of(30, 70, 100).value
            ('surely in the best fifth', 'cannot tell', 'surely in neither the best nor the worst fifth')
        """
        if lower is None or upper is None:
            return None
        if 5 * upper <= count:
            return cls.BEST
        if 5 * lower > 4 * count:
            return cls.WORST
        return cls.MIDDLE if 5 * lower > count and 5 * upper <= 4 * count else cls.CANNOT_TELL


@dataclass(frozen=True, slots=True)
class Ranked:
    """One place in line.

    Attributes:
        area: The place.
        value: Its value, in the indicator's unit.
        lower: Lower end of the publisher's 95% interval.
        upper: Upper end.
        rank: One more than the number of places with a better value; equals share it.
        tied: How many other places have the same value.
        rank_lower: The best rank it may truly have: the marginal 95% set, for this place alone.
        rank_upper: The worst.
        rank_lower_simultaneous: The same for all places at once.
        rank_upper_simultaneous: The same for all places at once.
        of: How many places are in line.
        reason: What the reader should know; empty where nothing.
    """

    area: Area
    value: float
    lower: float | None
    upper: float | None
    rank: int
    tied: int
    rank_lower: int | None
    rank_upper: int | None
    rank_lower_simultaneous: int | None
    rank_upper_simultaneous: int | None
    of: int
    reason: str = ""

    @property
    def fifth(self) -> Fifth | None:
        """What can be said of its fifth, for this place alone."""
        return Fifth.of(self.rank_lower, self.rank_upper, self.of)

    @property
    def fifth_simultaneous(self) -> Fifth | None:
        """What can be said of its fifth, with all places at once."""
        return Fifth.of(self.rank_lower_simultaneous, self.rank_upper_simultaneous, self.of)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every place of a kind, ranked by one measure.

    Attributes:
        lineup: Who is in line.
        ranked: The places, best first.
        notes: What the reader should know, in sentences.
    """

    lineup: Lineup
    ranked: tuple[Ranked, ...]
    notes: tuple[str, ...]

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.lineup.indicator

    @property
    def has_intervals(self) -> bool:
        """Whether any place has a rank interval."""
        return any(item.rank_lower is not None or item.rank_lower_simultaneous is not None for item in self.ranked)

    def of(self, area: Area) -> Ranked | None:
        """One place; `None` where it is not in line."""
        return next((item for item in self.ranked if item.area.code == area.code), None)

    def told(self, item: Ranked) -> str:
        """Where a place stands, in a sentence to be read aloud."""
        return _sentence(self.lineup, item)

    def records(self, *, with_missing: bool = False) -> list[dict[str, Any]]:
        """One record for each place, best first; then, if asked, those without a figure, with why."""
        found = [self._record(item) for item in self.ranked]
        if with_missing:
            found += [self._blank(area, why) for area, why in self.lineup.missing]
        return found

    def _record(self, item: Ranked) -> dict[str, Any]:
        return {
            **self._head(item.area),
            "value": item.value,
            "lower": item.lower,
            "upper": item.upper,
            "rank": item.rank,
            "rank_lower": item.rank_lower,
            "rank_upper": item.rank_upper,
            "rank_lower_simultaneous": item.rank_lower_simultaneous,
            "rank_upper_simultaneous": item.rank_upper_simultaneous,
            "of": item.of,
            "tied": item.tied,
            "fifth": item.fifth.value if item.fifth else None,
            "fifth_simultaneous": item.fifth_simultaneous.value if item.fifth_simultaneous else None,
            "reason": item.reason,
        }

    def _blank(self, area: Area, why: str) -> dict[str, Any]:
        fields = list(self._record(self.ranked[0]))
        return {**dict.fromkeys(fields), **self._head(area), "of": len(self.ranked), "reason": why}

    def _head(self, area: Area) -> dict[str, Any]:
        return {
            "indicator": self.indicator.slug,
            "title": self.indicator.named(self.lineup.category),
            "category": self.lineup.category,
            "unit": self.indicator.unit,
            "best": _BEST[self.indicator.direction],
            "period": self.lineup.period.iso,
            "area": area.code,
            "name": area.name,
        }


def rank(  # noqa: PLR0913
    atlas: Figures,
    indicators: Iterable[str],
    level: Level = Level.LAD,
    period: Period | None = None,
    category: str | None = None,
    within: Area | None = None,
    *,
    marginal: bool = True,
    simultaneous: bool = True,
    draws: int = DRAWS,
) -> tuple[Ranking, ...]:
    """Rank every area of a level by each of some indicators, with 95% confidence sets.

    Args:
        atlas: Where the figures are read.
        indicators: Slugs.
        level: The kind of area.
        period: When; by default the newest that most of the areas have, for each indicator.
        category: Which category; by default the one a plan shows.
        within: Only the areas inside this one.
        marginal: Whether each place's own set is worked out.
        simultaneous: Whether the sets for all places at once are.
        draws: How many times errors are drawn for the simultaneous sets.

    Raises:
        UserError: There are too few draws or too many, no such category, no area of the level inside `within`, or its areas
            hold one another.
        NotEnoughData: No area of the level has a value.

    Example:
        >>> from levelling.atlas import Atlas
        >>> [found] = rank(Atlas.open(), ["employment-rate"], simultaneous=False)
        >>> found.ranked[0].rank, found.ranked[0].of
        (1, 348)
    """
    if draws < FEWEST_DRAWS:
        raise UserError(f"{draws} draws are too few to find a 95% bar.", f"Give {FEWEST_DRAWS} or more; {DRAWS} is usual.")
    if draws > MOST_DRAWS:
        raise UserError(f"{draws} draws are more than are of use.", f"Give {MOST_DRAWS:,} or fewer; {DRAWS} is usual.")
    if level == Level.UK:
        raise UserError("The countries of this level hold one another, so they cannot be ranked.", "Choose another --level.")
    found = []
    for slug in dict.fromkeys(indicators):
        lineup = line_up(atlas, slug, level, period, category, within)
        found.append(_ranking(lineup, draws, marginal=marginal, simultaneous=simultaneous))
    return tuple(found)


def rank_of(lineup: Lineup, area: Area) -> Ranked | None:
    """One place's rank with its own set: quick, and the same to the digit as in the ranking of all.

    Returns:
        `None` where the place is not in line.
    """
    at = next((at for at, item in enumerate(lineup.areas) if item.code == area.code), None)
    if at is None:
        return None
    told = tell_apart(lineup.measured, lineup.sure.index(at)) if at in lineup.sure else None
    return _ranked(lineup, at, told, None)


def ordinal(number: int) -> str:
    """A place in line as it is said.

    Example:
        >>> ordinal(1), ordinal(12), ordinal(23), ordinal(331)
        ('1st', '12th', '23rd', '331st')
    """
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def between(lower: int, upper: int, of: int) -> str:
    """A rank interval as it is said.

    Example:
        >>> between(240, 331, 348), between(1, 348, 348), between(1, 1, 348)
        ('between 240th and 331st of 348', 'anywhere from 1st to 348th of 348', '1st of 348')
    """
    if lower == upper:
        return f"{ordinal(lower)} of {of}"
    if (lower, upper) == (1, of):
        return f"anywhere from 1st to {ordinal(of)} of {of}"
    return f"between {ordinal(lower)} and {ordinal(upper)} of {of}"


_BEST = {Direction.HIGHER_BETTER: "highest", Direction.LOWER_BETTER: "lowest", Direction.NEITHER: "highest (neither way is good)"}


def _ranking(lineup: Lineup, draws: int, *, marginal: bool, simultaneous: bool) -> Ranking:
    alone: Sequence[Told] = ()
    together: Sequence[Told] = ()
    if len(lineup.sure) > 1 and (marginal or simultaneous):
        from levelling.challenge.rank_sets import every

        if marginal:
            sets = every.marginal(lineup.measured)
            alone = [Told(*each, 0.0) for each in zip(sets.better, sets.worse, strict=True)]
        if simultaneous:
            sets = every.simultaneous(lineup.measured, draws=draws)
            together = [Told(*each, 0.0) for each in zip(sets.better, sets.worse, strict=True)]
    places = {at: position for position, at in enumerate(lineup.sure)}
    found = [
        _ranked(
            lineup,
            at,
            alone[places[at]] if alone and at in places else None,
            together[places[at]] if together and at in places else None,
        )
        for at in range(len(lineup.areas))
    ]
    ordered = sorted(found, key=lambda item: (item.rank, item.area.name))
    return Ranking(lineup, tuple(ordered), _notes(lineup))


def _ranked(lineup: Lineup, at: int, alone: Told | None, together: Told | None) -> Ranked:
    figure, count = lineup.figures[at], len(lineup.areas)
    reason = "" if at in set(lineup.sure) else NO_INTERVAL_HERE if lineup.sure else NO_INTERVALS
    return Ranked(
        area=lineup.areas[at],
        value=figure.value or 0.0,
        lower=figure.lower,
        upper=figure.upper,
        rank=lineup.ranks[at],
        tied=lineup.ties[at],
        rank_lower=1 + alone.better if alone else None,
        rank_upper=count - alone.worse if alone else None,
        rank_lower_simultaneous=1 + together.better if together else None,
        rank_upper_simultaneous=count - together.worse if together else None,
        of=count,
        reason=reason,
    )


def _notes(lineup: Lineup) -> tuple[str, ...]:
    indicator, found = lineup.indicator, []
    if indicator.direction == Direction.NEITHER:
        found.append("Neither way is good for this measure: first is the highest.")
    if is_count(indicator):
        found.append(COUNT.replace("so it is not held against that of another area", "so its ranks say who is large"))
    without = len(lineup.areas) - len(lineup.sure)
    if without == len(lineup.areas):
        found.append(NO_INTERVALS)
    elif without:
        found.append(
            f"{without} of the {len(lineup.areas)} have no usable interval: they have a rank and no interval of it, and no place "
            "is said to be surely above or below them."
        )
    if indicator.official_status == OfficialStatus.SUSPENDED:
        found.append("The accreditation of these figures is suspended.")
    return (*found, *((indicator.frozen,) if indicator.frozen else ()))


def _sentence(lineup: Lineup, item: Ranked) -> str:
    indicator = lineup.indicator
    what = indicator.named(lineup.category)
    equal = "joint " if item.tied else ""
    start = (
        f"{what}: {place(item.area)} has {shown(item.value, indicator)} {when(lineup.period)}, {equal}{ordinal(item.rank)} of "
        f"{item.of} {lineup.who}."
    )
    if item.rank_lower is None or item.rank_upper is None:
        return f"{start} {item.reason}" if item.reason else start
    return f"{start} Its true place may be {between(item.rank_lower, item.rank_upper, item.of)}."


def estimates_of(atlas: Figures, lineup: Lineup) -> dict[str, Estimate]:
    """The estimates behind the ranks, by area code, each with its release."""
    slug, category = lineup.indicator.slug, lineup.category
    return {item.area.code: item for item in atlas.column(slug, lineup.level, lineup.period, category)}
