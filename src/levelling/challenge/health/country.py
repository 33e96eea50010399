"""Health and work in every area of a level."""

from dataclasses import dataclass
from typing import Any

from levelling.challenge.health.links import Link, chronic_illness, disabled_in_england_and_wales
from levelling.challenge.health.measures import CENSUS_STATUS, DISABLED, LONG_TERM_SICK, MEN, WOMEN, Measured, measured
from levelling.challenge.reading import Figures
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData
from levelling.core.estimate import Estimate

SHOWN: tuple[tuple[str, str], ...] = (
    (WOMEN, ""),
    (MEN, ""),
    (CENSUS_STATUS, LONG_TERM_SICK),
    (DISABLED, ""),
    ("health-index", ""),
)
"""What a national view shows: indicator and category."""
_AT_ONCE = 60
"""Areas read in one go: no more than the store keeps."""


@dataclass(frozen=True, slots=True)
class CountryHealth:
    """Health and work in every area of a level.

    Attributes:
        level: Which areas.
        areas: Those with any figure, in code order.
        measures: The published figures, by area code.
        links: What the link from employment to chronic illness makes, by area code.
        change: Per cent more people in work that the links are for.
    """

    level: Level
    areas: tuple[Area, ...]
    measures: dict[str, tuple[Measured, ...]]
    links: dict[str, Link]
    change: float

    def figure(self, code: str, slug: str) -> Estimate | None:
        """The figure of one indicator in one area."""
        return next((item.estimate for item in self.measures.get(code, ()) if item.estimate.indicator.slug == slug), None)

    def records(self) -> list[dict[str, Any]]:
        """One record a measure and area."""
        return [
            record
            for area in self.areas
            for record in (
                *(item.record() for item in self.measures.get(area.code, ())),
                *([self.links[area.code].record()] if area.code in self.links else []),
            )
        ]


def health_everywhere(atlas: Figures, level: Level = Level.LAD, change: float = 1.0) -> CountryHealth:
    """The main measures of health and work for every current area of a level, with the link to chronic illness.

    Raises:
        NotEnoughData: No area of the level has any.
    """
    found: dict[str, list[Measured]] = {}
    for slug, category in SHOWN:
        if slug in atlas.catalogue:
            for estimate in atlas.column(slug, level, category=category):
                if estimate.value is not None:
                    found.setdefault(estimate.area.code, []).append(measured(estimate))
    if not found:
        raise NotEnoughData(f"No figures of health are held for {level.plural}.", "Try --level lad, county or region.")
    areas = tuple(sorted((area for area in atlas.gazetteer.all(level) if area.code in found), key=lambda area: area.code))
    census = atlas.newest_period(DISABLED, Level.LAD) if DISABLED in atlas.catalogue else None
    usual = disabled_in_england_and_wales(atlas, census) if census else None
    links: dict[str, Link] = {}
    for start in range(0, len(areas), _AT_ONCE):
        some = areas[start : start + _AT_ONCE]
        atlas.store.load_areas([area.code for area in some])
        links |= {area.code: link for area in some if (link := chronic_illness(atlas, area, change, usual)) is not None}
    return CountryHealth(level, areas, {code: tuple(items) for code, items in found.items()}, links, change)
