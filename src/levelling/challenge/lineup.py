"""The places that one measure puts in line: who has a value, who has an interval with it, and who is missing and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from levelling.atlas.reading import Figures, written
from levelling.atlas.store import Figure
from levelling.challenge.phrases import place
from levelling.challenge.rank_sets import Measured
from levelling.core.area import Area, Level
from levelling.core.choice import category_of
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Direction, Indicator
from levelling.core.period import Period, UnreadablePeriod

_NATIONS = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}


@dataclass(frozen=True)
class Lineup:
    """The places of a level with a published value of one measure in one period.

    Attributes:
        indicator: What is measured.
        category: Which category; empty for the whole.
        period: When.
        level: The kind of area.
        within: The area they lie in; `None` for all of the kind.
        areas: Those with a value, in code order.
        figures: Their figures, in the same order.
        missing: Those without one, with why.
    """

    indicator: Indicator
    category: str
    period: Period
    level: Level
    within: Area | None
    areas: tuple[Area, ...]
    figures: tuple[Figure, ...]
    missing: tuple[tuple[Area, str], ...]

    @cached_property
    def values(self) -> tuple[float, ...]:
        """The values, turned so that the best, or where neither way is good the highest, is the largest."""
        turn = -1 if self.indicator.direction == Direction.LOWER_BETTER else 1
        return tuple(turn * (figure.value or 0.0) for figure in self.figures)

    @cached_property
    def ranks(self) -> tuple[int, ...]:
        """Each one's rank: one more than the number with a better value, so that equals share the better rank."""
        firsts: dict[float, int] = {}
        for position, value in enumerate(sorted(self.values, reverse=True), start=1):
            firsts.setdefault(value, position)
        return tuple(firsts[value] for value in self.values)

    @cached_property
    def ties(self) -> tuple[int, ...]:
        """How many others have the same value as each."""
        counts = Counter(self.values)
        return tuple(counts[value] - 1 for value in self.values)

    @cached_property
    def sure(self) -> tuple[int, ...]:
        """The positions of those whose interval says how far the truth may lie: it holds the value and has a width."""
        return tuple(at for at, figure in enumerate(self.figures) if _usable(figure))

    @cached_property
    def measured(self) -> Measured:
        """Those with an interval, ready to be told apart."""
        chosen = [self.figures[at] for at in self.sure]
        intervals = [(figure.value or 0.0, figure.lower or 0.0, figure.upper or 0.0) for figure in chosen]
        return Measured.of(intervals, high_is_best=self.indicator.direction != Direction.LOWER_BETTER)

    @property
    def who(self) -> str:
        """Who is in line, in words: 'local authorities', 'local authorities in the North East'."""
        return self.level.plural if self.within is None else f"{self.level.plural} in {place(self.within)}"


def line_up(
    atlas: Figures,
    slug: str,
    level: Level = Level.LAD,
    period: Period | None = None,
    category: str | None = None,
    within: Area | None = None,
) -> Lineup:
    """Put in line every current area of a level with a published value.

    Args:
        atlas: Where the figures are read.
        slug: The indicator.
        level: The kind of area.
        period: When; the newest that most of the level's areas have, where `None`.
        category: Which category; the one a plan shows, where `None`.
        within: Only the areas that lie inside this one.

    Raises:
        UnknownIndicator: There is no such indicator.
        UserError: The indicator has no such category, or no area of the level lies inside `within`.
        NotEnoughData: No area of the level has a value for the period.
    """
    indicator = atlas.catalogue.get(slug)
    chosen = category_of(indicator, category)
    everyone = _everyone(atlas, level, within)
    newest = atlas.newest_period(slug, level, chosen)
    key = written(period) if period else newest
    column = atlas.store.column(slug, chosen, key) if key else {}
    there = [area for area in everyone if (figure := column.get(area.code)) is not None and figure.value is not None]
    if not there or key is None:
        raise _nothing(indicator, level, period, newest, within)
    figures = tuple(column[area.code] for area in there)
    has = {area.code for area in there}
    nations = {area.nation for area in there}
    missing = tuple((area, _why(area, column, nations)) for area in everyone if area.code not in has)
    return Lineup(indicator, chosen, Period.parse(key), level, within, tuple(there), figures, missing)


def read_period(text: str) -> Period:
    """A period as a person writes it.

    Raises:
        UserError: It is not one.

    Example:
        >>> read_period("2023").iso
        '2023'
    """
    try:
        return Period.parse(text)
    except UnreadablePeriod as error:
        raise UserError(
            f"'{text[:40]}' is not a period.", "Give a year, a month (2023-07) or an interval (2022-04-01/P1Y)."
        ) from error


def _everyone(atlas: Figures, level: Level, within: Area | None) -> list[Area]:
    everyone = sorted(atlas.gazetteer.all(level), key=lambda area: area.code)
    if within is None or within.level == Level.UK:
        return everyone
    inside = {area.code for area in atlas.gazetteer.members(within, level)}
    chosen = [area for area in everyone if area.code in inside]
    if not chosen:
        raise UserError(f"No {level.words} lies wholly inside {place(within)}.", "Name a larger area, or another --level.")
    return chosen


def _nothing(indicator: Indicator, level: Level, period: Period | None, newest: str | None, within: Area | None) -> NotEnoughData:
    where = f" in {place(within)}" if within else ""
    if newest is None:
        return NotEnoughData(
            f"{indicator.slug} is not published for {level.plural}.",
            f"See what it is published for: levelling indicator {indicator.slug}.",
        )
    when = f" for {period.label}" if period else ""
    return NotEnoughData(
        f"There is no figure of {indicator.slug} for {level.plural}{where}{when}.", f"Their newest figures are for {newest}."
    )


def _why(area: Area, column: Mapping[str, Figure], nations: set[str]) -> str:
    if area.code in column:
        return "The publisher withheld the figure or could not measure it reliably."
    if area.nation not in nations and nations <= set(_NATIONS):
        return f"Not published for {_NATIONS.get(area.nation, area.name)}."
    return f"Not published for {place(area)} for this period."


def _usable(figure: Figure) -> bool:
    value, lower, upper = figure.value, figure.lower, figure.upper
    return value is not None and lower is not None and upper is not None and lower <= value <= upper and lower < upper
