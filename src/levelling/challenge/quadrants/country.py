"""Every place of a level in its quadrant, and what that adds up to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.challenge.quadrants.coast import LOOSELY, Coincidence, coincidence, shores
from levelling.challenge.quadrants.judged import Judged, judge, region_of
from levelling.challenge.quadrants.kinds import FIRST, UK, Average, Growth, Per, Way, ways
from levelling.challenge.quadrants.series import by_area, by_column, checked, span
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.words import number, opened

LEVELS = (Level.LAD, Level.ITL3, Level.ITL2, Level.ITL1, Level.REGION, Level.NATION, Level.CAUTH, Level.CITY_REGION)
"""The levels that have a level of output and its growth."""

_SMALL = (Level.LAD, Level.ITL3)
"""Levels of areas small enough for coast to tell them apart."""


@dataclass(frozen=True, slots=True)
class Quadrants:
    """The places of a level by kind of growth.

    Attributes:
        level: What kind of area.
        way: The window and the definition asked for.
        tried: Every way of looking that firmness counts.
        average: What counts as the average.
        places: Every place with figures, by quadrant and then by name.
        missing: Names of places without figures.
        worked: Whether real growth was worked out here rather than published.
    """

    level: Level
    way: Way
    tried: tuple[Way, ...]
    average: Average
    places: tuple[Judged, ...]
    missing: tuple[str, ...]
    worked: bool

    @property
    def counts(self) -> dict[Growth, int]:
        """How many places are of each kind."""
        found = Counter(item.quadrant for item in self.places)
        return {kind: found[kind] for kind in Growth}

    @property
    def between(self) -> dict[Growth, tuple[int, int]]:
        """The fewest and the most places of each kind that any way of looking gives."""
        each = [Counter(item.by_way[at] for item in self.places) for at in range(len(self.tried))]
        return {kind: (min(one[kind] for one in each), max(one[kind] for one in each)) for kind in Growth} if each else {}

    @property
    def firm(self) -> dict[Growth, int]:
        """How many places are of each kind in every way of looking."""
        found = Counter(item.quadrant for item in self.places if item.holds == item.ways)
        return {kind: found[kind] for kind in Growth}

    @property
    def below_region(self) -> tuple[int, int]:
        """How many places grew less than their own region, and for how many that is known (source paper, figure 7)."""
        known = [item.below_region for item in self.places if item.below_region is not None]
        return sum(known), len(known)

    @property
    def coast(self) -> Coincidence | None:
        """Coast among the places falling behind beside coast among all; `None` where it is not known."""
        return self._beside([(item, item.shore.has_coast) for item in self.places if item.shore])

    @property
    def coast_loosely(self) -> Coincidence | None:
        """The same, where a tenth of a boundary along sea or tidal river is coast enough."""
        return self._beside([(item, item.shore.boundary >= LOOSELY) for item in self.places if item.shore])

    def _beside(self, pairs: Sequence[tuple[Judged, bool]]) -> Coincidence | None:
        return coincidence([(item.quadrant == Growth.FALLING_BEHIND, coast) for item, coast in pairs]) if pairs else None

    def of(self, code: str) -> Judged | None:
        """One place, by its code."""
        return next((item for item in self.places if item.area.code == code), None)

    def records(self) -> list[dict[str, Any]]:
        """One record a place; growth in percent over the whole window."""
        about = {
            "from": self.way.start,
            "to": self.way.end,
            "per": self.way.per.value,
            "smoothed": self.way.smoothed,
            "against": self.average.value,
        }
        return [{**item.record(), **about} for item in self.places]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What came out, to be read aloud."""
        return tuple(sentence for sentence in (self._counted(), self._firmly(), self._regional(), self._coastal()) if sentence)

    @property
    def notes(self) -> tuple[str, ...]:
        """What to mind."""
        found = ["Growth is real: the change in prices is taken out. The average is that of the United Kingdom or the region."]
        if self.worked:
            found.append(
                "For local authorities no real output per hour or job is published: it is worked out here as real output "
                "over hours or jobs, of two editions, and the United Kingdom's the same way. "
                "Single years of small places can be far off."
            )
        elif self.level in {Level.ITL2, Level.ITL3}:
            found.append("The ITL areas are those of 2021, and the edition is that of June 2024.")
        if self.missing:
            found.append(f"Without figures for the window: {'; '.join(self.missing)}.")
        return tuple(found)

    def _counted(self) -> str:
        parts = [f"{count} {kind.value}" for kind, count in self.counts.items()]
        whose = "the United Kingdom" if self.average is Average.UK else "their own region or nation"
        return (
            f"Of {len(self.places)} {self.level.plural}, held against {whose} by {self.way.per.words} from {self.way.start} to "
            f"{self.way.end}: {', '.join(parts[:-1])} and {parts[-1]}."
        )

    def _firmly(self) -> str:
        if len(self.tried) < 2 or not self.places:
            return ""
        sure = sum(self.firm.values())
        low, high = self.between[Growth.FALLING_BEHIND]
        return (
            f"{sure} of them keep the label in all {len(self.tried)} ways of looking: start and end a year earlier or later, per "
            f"hour or per job{', smoothed or not' if any(not way.smoothed for way in self.tried) else ''}. "
            f"Of those falling behind, {self.firm[Growth.FALLING_BEHIND]} do; between {low} and {high} places fall behind, "
            f"depending on the way."
        )

    def _regional(self) -> str:
        below, known = self.below_region
        return f"{below} of {known} grew less than their own region or nation." if known else ""

    def _coastal(self) -> str:
        found, loosely = self.coast, self.coast_loosely
        if found is None or loosely is None or not found.one:
            return ""
        chances = (found.probability, loosely.probability)
        verdict = "Chance can make such a difference."
        if max(chances) < 0.05:
            verdict = "By either rule chance seldom makes such a difference."
        elif min(chances) < 0.05:
            verdict = "The two rules disagree on whether chance can make such a difference, so we cannot tell."
        return (
            f"{_share(found.both, found.one)} of the places falling behind have coast, and {_share(found.other, found.places)} "
            "of all places: one or more of their local authorities is a coastal place. Counted loosely, with a tenth of a "
            f"boundary along sea or tidal river, it is {_share(loosely.both, loosely.one)} and "
            f"{_share(loosely.other, loosely.places)}. {verdict} Fisher's exact probabilities are {number(chances[0], 2)} and "
            f"{number(chances[1], 2)}. Even a small one would not show that coast makes places fall behind."
        )


def _share(some: int, of: int) -> str:
    return f"{some} of {of} ({number(100 * some / of, 0)}%)"


def quadrants(
    atlas: Figures,
    level: Level = Level.ITL3,
    window: tuple[int, int | None] = (FIRST, None),
    *,
    per: Per = Per.HOUR,
    smoothed: bool = True,
    average: Average = Average.UK,
    shift: int = 1,
) -> Quadrants:
    """Every place of a level by its start and its growth, with how firm each label is.

    Args:
        atlas: Where the figures are read.
        level: What kind of area.
        window: First year, whose level counts, and last year; the newest there is where that is `None`.
        per: Output per hour or per job.
        smoothed: Whether the level at the start is the smoothed one.
        average: Whether places are held against the UK or their own region or nation.
        shift: By how many years each end of the window is moved to see how firm a label is.

    Raises:
        UserError: The window is outside the series, or the level has no such figures.
    """
    if level not in LEVELS:
        raise UserError(
            f"Output per hour and per job is not published for {level.plural}.",
            "Choose a level.",
            [str(one) for one in LEVELS[:4]],
        )
    if average is Average.REGION and level in {Level.ITL1, Level.REGION, Level.NATION}:
        raise UserError(f"{opened(level.plural)} have no region of their own.", "Leave out --against region.")
    newest = span(atlas, level).get(per)
    start, end = window
    chosen = Way(start, end if end is not None else (newest[1] if newest else start), per, smoothed)
    first, last = checked(atlas, level, chosen)
    held = span(atlas, level)
    tried = _inside(ways(chosen, first, last, shift=shift, unsmoothed=level != Level.LAD), held)
    series = by_column(atlas, level, {chosen, *tried})
    # The figures stand on the ITL areas of 2021, part of which have ended.
    listed = atlas.gazetteer.all(level, abolished=level in {Level.ITL2, Level.ITL3})
    areas = [area for area in listed if series.level(chosen, area.code) is not None]
    regions = _regions(atlas)
    seas = shores(atlas, areas) if level in _SMALL else {}
    found = [judge(series, area, region_of(area, regions), chosen, tried, average, seas.get(area.code)) for area in areas]
    placed = sorted(
        (item for item in found if item is not None), key=lambda item: (list(Growth).index(item.quadrant), item.area.name)
    )
    missing = tuple(area.name for area, item in zip(areas, found, strict=True) if item is None)
    return Quadrants(level, chosen, tried, average, tuple(placed), missing, series.worked)


def growth_of(
    atlas: Figures, area: Area, window: tuple[int, int | None] = (FIRST, None), *, per: Per = Per.HOUR
) -> Judged | None:
    """One place's quadrant against the UK, read without the others; `None` where it has no figures for the window.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> growth_of(atlas, atlas.gazetteer.get("TLC31"), (2008, 2017)).quadrant.value
        'catching up'
    """
    spans = span(atlas, area.level)
    held = spans.get(per)
    if held is None or area.level not in LEVELS:
        return None
    chosen = Way(window[0], held[1] if window[1] is None else window[1], per, smoothed=True)
    if not held[0] <= chosen.start < chosen.end <= held[1]:
        return None
    region = region_of(area, _regions(atlas))
    series = by_area(atlas, [area.code, UK, *([region.code] if region else [])], area.level)
    tried = _inside(ways(chosen, *held, unsmoothed=area.level != Level.LAD), spans)
    return judge(series, area, region, chosen, tried, Average.UK)


def _inside(tried: Sequence[Way], held: Mapping[Per, tuple[int, int]]) -> tuple[Way, ...]:
    """The ways whose window lies inside the series of what they divide by: jobs go back further than hours."""
    return tuple(way for way in tried if way.per in held and held[way.per][0] <= way.start and way.end <= held[way.per][1])


def label_of(atlas: Figures, area: Area, way: Way) -> Growth | None:
    """One place's label in one way of looking, against the UK; `None` where it has no figures."""
    found = judge(by_column(atlas, area.level, [way]), area, None, way, (), Average.UK)
    return found.quadrant if found else None


def _regions(atlas: Figures) -> dict[str, Area]:
    both: Sequence[Area] = [*atlas.gazetteer.all(Level.REGION), *atlas.gazetteer.all(Level.NATION)]
    return {area.code: area for area in both}
