"""Movement: a figure for an area it was not published for, made from areas it was published for.

How a figure is made, in this order:

1. The same people under another code or level (an authority that is an ITL area by itself): the published figure, as it is,
   with its interval. Anything may be moved so, medians and indices too.
2. From the figures of small areas, where there are any: averaged over people, or added up.
3. From larger areas: each person counts with the figure of the finest area of one geography that has one. A rate or score is
   the average over people; a count is shared out by people and added up, so that the counts of all areas of a level add up to
   what was published, to the last person.

A figure is made only where it says something of the place: at least nine in ten of its people must live where there is a
figure (all but one in fifty for a count), and the areas it is made of must mostly be the place itself. The figure of a whole
region is never passed off as a town's.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from levelling.atlas.apportion import average, share_out
from levelling.atlas.coverage import Coverage
from levelling.atlas.footing import FITTING, Footing, find_footings
from levelling.atlas.gazetteer import Gazetteer
from levelling.atlas.kinship import grouped
from levelling.atlas.overlaps import Overlaps
from levelling.atlas.small_areas import SmallAreas
from levelling.atlas.store import Figure, Store
from levelling.core.area import Area, Level, Overlap
from levelling.core.estimate import Moved, Status
from levelling.core.indicator import Indicator, Movement
from levelling.core.period import Period

ENOUGH = {Movement.MEAN: 0.9, Movement.SUM: 0.98}
"""Least share of an area's people who must live where there is a figure."""

_FEW = 80
"""Up to so many areas, all their figures are read at once; for more, only the indicator's."""

_TRIES = 24
"""How many periods are tried, newest first, before an indicator is given up."""


@dataclass(frozen=True, slots=True)
class MovedFigure:
    """A figure made for an area it was not published for.

    Attributes:
        value: The number, in the indicator's unit.
        lower: Lower end of the publisher's interval, only where the figure is the same people's under another code.
        upper: Upper end.
        status: `modelled`, or the publisher's own status where nothing was modelled.
        period: When, ISO 8601.
        release: The key of the release it was made from.
        moved: How it was made.
    """

    value: float
    lower: float | None
    upper: float | None
    status: Status
    period: str
    release: str
    moved: Moved


class Part(NamedTuple):
    """What one published area gives to the area a figure is made for.

    Attributes:
        source: The published area.
        figure: Its figure.
        people: People of the area who count with it.
        whole: People of the published area.
    """

    source: Area
    figure: Figure
    people: int
    whole: int


class Movements:
    """Makes figures for areas they were not published for.

    Args:
        store: The figures.
        gazetteer: The areas.
    """

    def __init__(self, store: Store, gazetteer: Gazetteer) -> None:
        self.store = store
        self.gazetteer = gazetteer
        self._known: dict[tuple[str, Level], list[Footing]] = {}
        self._read: dict[tuple[str, str], dict[str, list[tuple[str, Figure]]]] = {}

    @cached_property
    def crossings(self) -> Overlaps:
        """The people that areas share."""
        return Overlaps.from_store(self.store, self.gazetteer)

    @cached_property
    def small_areas(self) -> SmallAreas:
        """The figures of small areas."""
        return SmallAreas(self.store, self.gazetteer)

    @cached_property
    def coverage(self) -> Coverage:
        """What is published for what kinds of area."""
        return Coverage(self.store)

    def why_absent(self, indicator: Indicator, area: Area, category: str) -> str:
        """Why an area has no figure and none can be made for it, in a sentence."""
        return self.coverage.why_absent(indicator, area, category)

    def overlaps(self, area: Area, level: Level | None = None) -> list[Overlap]:
        """The bodies an area shares people with, most people first within each level."""
        return self.crossings.of(area, level)

    def published(self, slug: str, category: str, area: Area, period: str) -> bool:
        """Whether figures of this period are published for areas of the same level: then one that is missing is missing."""
        found = self.store.column(slug, category, period)
        return any(other.code in found for other in self.gazetteer.all(area.level, abolished=True))

    def move(self, indicator: Indicator, area: Area, category: str, period: str | None = None) -> MovedFigure | None:
        """Make one figure for an area.

        Args:
            indicator: What is measured.
            area: Where.
            category: Which category.
            period: When, ISO 8601; `None` for the newest period for which it can be made well.

        Returns:
            The figure; `None` where it cannot be made honestly.
        """
        if indicator.movement is not Movement.FIXED and category == indicator.category:
            small = self._from_small_areas(indicator, area, period)
            if small is not None:
                return small
        for footing in self._footings(area):
            series = self._series(indicator.slug, category, area, footing, period)
            failed: set[frozenset[str]] = set()
            for when in _newest_first(series)[:_TRIES]:
                given = frozenset(series[when])
                made = None if given in failed else self._make(indicator, area, footing, series[when], when)
                if made is not None:
                    return made
                failed.add(given)
        return None

    def column(self, indicator: Indicator, level: Level, category: str, period: str | None = None) -> dict[str, MovedFigure]:
        """Make one figure for every area of a level; areas for which it cannot be made are left out.

        Returns:
            Figures by area code.
        """
        made = {area.code: self.move(indicator, area, category, period) for area in self.gazetteer.all(level)}
        return {code: figure for code, figure in made.items() if figure is not None}

    def _from_small_areas(self, indicator: Indicator, area: Area, period: str | None) -> MovedFigure | None:
        for when, release, nations, _ in self.small_areas.periods(indicator.slug):
            reach = self._reach(area, nations) if period in (None, when) else 0.0
            if reach < ENOUGH[indicator.movement]:
                continue
            total = self.small_areas.total(indicator.slug, when, area)
            inside = total.people * reach / total.everyone if total.everyone else 0.0
            if inside < ENOUGH[indicator.movement]:
                continue
            added = indicator.movement is Movement.SUM
            value = total.summed if added else total.weighed / total.people
            verb = "Added up from" if added else "Averaged over the people of"
            status = Status.NORMAL if added and inside == 1 else Status.MODELLED
            how = f"{verb} {total.parts:,} small areas."
            moved = Moved(how, total.parts, inside, "small areas")
            return MovedFigure(value, None, None, status, when, release, moved)
        return None

    def _reach(self, area: Area, nations: frozenset[str]) -> float:
        # Many figures of small areas are for one nation: the people of the others have none at all.
        cells = self.crossings.cells_of(area)
        everyone = self.crossings.people_in(cells)
        here = self.crossings.people_in(place for place in cells if self.crossings.cells[place].lad[0] in nations)
        return here / everyone if everyone else 0.0

    def _footings(self, area: Area) -> list[Footing]:
        key = (area.code, area.level)
        if key not in self._known:
            self._known[key] = find_footings(area, self.crossings, self.gazetteer)
        return self._known[key]

    def _series(self, slug: str, category: str, area: Area, footing: Footing, period: str | None) -> dict[str, dict[str, Figure]]:
        """Figures of the sources: by period, then by area code."""
        codes = [source.code for source in footing.sources]
        nearby = [source.code for other in self._footings(area) for source in other.sources]
        if len(nearby) <= _FEW:
            self.store.load_areas(nearby)
            rows = [(when, code, one) for code in codes for when, one in self.store.area(code).get((slug, category), {}).items()]
        else:
            everywhere = self._everywhere(slug, category)
            rows = [(when, code, one) for code in codes for when, one in everywhere.get(code, ())]
        series: dict[str, dict[str, Figure]] = {}
        for when, code, figure in rows:
            if figure.value is not None and period in (None, when):
                series.setdefault(when, {})[code] = figure
        return series

    def _everywhere(self, slug: str, category: str) -> dict[str, list[tuple[str, Figure]]]:
        key = (slug, category)
        if key not in self._read:
            sql = (
                "SELECT area_code, period, value, lower, upper, status, release FROM estimates "
                "WHERE indicator = $1 AND category = $2 AND value IS NOT NULL"
            )
            rows = self.store.query(sql, [slug, category])
            # One at a time: these are the largest reads there are, and geographies ask for the same one in turn.
            self._read.clear()
            self._read[key] = grouped((code, (when, Figure(*rest))) for code, when, *rest in rows)
        return self._read[key]

    def _make(
        self, indicator: Indicator, area: Area, footing: Footing, figures: Mapping[str, Figure], when: str
    ) -> MovedFigure | None:
        people = footing.people(figures)
        places = [(footing.sources[place], here, footing.wholes[place]) for place, here in people.items()]
        parts = [Part(source, figures[source.code], here, whole) for source, here, whole in places]
        inside = footing.inside(people)
        if len(parts) == 1 and parts[0].people == parts[0].whole == footing.everyone:
            return _carried(parts[0], when)
        if indicator.movement is Movement.FIXED or inside < ENOUGH[indicator.movement] or footing.fit(people) < FITTING:
            return None
        if indicator.movement is Movement.SUM:
            value = float(sum(self._share(part, area) for part in parts))
        else:
            value = average([(float(part.figure.value or 0), part.people) for part in parts]).value
        moved = Moved(_how(indicator.movement, parts), len(parts), inside, _levels(parts))
        whole = indicator.movement is Movement.SUM and all(part.people == part.whole for part in parts) and inside == 1
        status = _worst(parts) if whole else Status.MODELLED
        return MovedFigure(value, None, None, status, when, parts[0].figure.release, moved)

    def _share(self, part: Part, area: Area) -> float:
        """What a count gives to the area: shared out among all areas of its level, so that together they have it all."""
        count = float(part.figure.value or 0)
        if part.people == part.whole:
            return count
        there = {overlap.area.code: overlap.people for overlap in self.crossings.of(part.source, area.level)}
        there[area.code] = part.people
        beyond = part.whole - sum(there.values())
        if beyond < 0:
            # The level overlaps itself (partnerships): nobody can be counted once only.
            return share_out(count, {area.code: part.people, "": part.whole - part.people})[area.code]
        return share_out(count, {**there, "": beyond})[area.code]


def _carried(part: Part, when: str) -> MovedFigure:
    figure = part.figure
    how = f"Published for the same people as the {part.source.level.words} {part.source.name}."
    moved = Moved(how, 1, 1.0, part.source.level.words)
    return MovedFigure(float(figure.value or 0), figure.lower, figure.upper, Status(figure.status), when, figure.release, moved)


def _how(movement: Movement, parts: Sequence[Part]) -> str:
    made_of = f"{len(parts)} {_levels(parts)}" if len(parts) > 1 else f"the {parts[0].source.level.words} {parts[0].source.name}"
    cut = sum(part.people < part.whole for part in parts)
    if movement is Movement.MEAN:
        return f"Averaged over people from the figures of {made_of}."
    if not cut:
        return f"Added up from {made_of}."
    return f"Added up from {made_of}, {cut} of which cross the boundary and were shared out by people."


def _levels(parts: Sequence[Part]) -> str:
    kinds = list(dict.fromkeys(part.source.level for part in parts))
    several = len(parts) > 1
    return " and ".join(kind.plural if several else kind.words for kind in kinds)


def _worst(parts: Sequence[Part]) -> Status:
    order = [Status.NORMAL, Status.PROVISIONAL, Status.UNRELIABLE, Status.MODELLED]
    return max((Status(part.figure.status) for part in parts), key=lambda status: order.index(status) if status in order else 0)


def _newest_first(periods: Iterable[str]) -> list[str]:
    def when(text: str) -> tuple[Any, Any]:
        period = Period.parse(text)
        return (period.end, period.start)

    return sorted(periods, key=when, reverse=True)
