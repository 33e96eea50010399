"""Every place of a level in its quadrant, and what that adds up to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from levelling.challenge.quadrants.coast import Coincidence, coincidence, shores
from levelling.challenge.quadrants.judged import Judged, judge, region_of
from levelling.challenge.quadrants.kinds import FIRST, UK, Average, Growth, Per, Way, ways
from levelling.challenge.quadrants.series import by_area, by_column, checked, span
from levelling.challenge.reading import Figures
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.words import number

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
        known = [(item.quadrant == Growth.FALLING_BEHIND, item.shore.has_coast) for item in self.places if item.shore]
        return coincidence(known) if known else None

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
        found = self.coast
        if found is None or not found.one:
            return ""
        share, whole = 100 * found.both / found.one, 100 * found.other / found.places
        more = "more" if share > whole else "less"
        verdict = (
            f"That is {more} often than chance would have it."
            if found.probability < 0.05
            else "A difference of that size is within what chance can make."
        )
        return (
            f"{found.both} of the {found.one} places falling behind have coast ({number(share, 0)}%); so do {found.other} of all "
            f"{found.places} ({number(whole, 0)}%). {verdict} Fisher's exact probability is {number(found.probability, 2)}. "
            f"Coast is where a tenth or more of the boundary of one of its authorities lies along the sea or a tidal river. "
            f"Falling behind and coast going together would not show that one makes the other."
        )


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
        raise UserError(f"{level.plural.capitalize()} have no region of their own.", "Leave out --against region.")
    newest = span(atlas, level).get(per)
    start, end = window
    chosen = Way(start, end if end is not None else (newest[1] if newest else start), per, smoothed)
    first, last = checked(atlas, level, chosen)
    tried = ways(chosen, first, last, shift=shift, unsmoothed=level != Level.LAD)
    series = by_column(atlas, level, {chosen, *tried})
    areas = [area for area in atlas.gazetteer.all(level, abolished=True) if series.level(chosen, area.code) is not None]
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
    held = span(atlas, area.level).get(per)
    if held is None or area.level not in LEVELS:
        return None
    chosen = Way(window[0], held[1] if window[1] is None else window[1], per, smoothed=True)
    if not held[0] <= chosen.start < chosen.end <= held[1]:
        return None
    region = region_of(area, _regions(atlas))
    series = by_area(atlas, [area.code, UK, *([region.code] if region else [])], area.level)
    tried = ways(chosen, *held, unsmoothed=area.level != Level.LAD)
    return judge(series, area, region, chosen, tried, Average.UK)


def _regions(atlas: Figures) -> dict[str, Area]:
    both: Sequence[Area] = [*atlas.gazetteer.all(Level.REGION), *atlas.gazetteer.all(Level.NATION)]
    return {area.code: area for area in both}
