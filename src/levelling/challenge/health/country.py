"""Health and work in every area of a level."""

from dataclasses import dataclass
from typing import Any

from levelling.atlas.health_links import DISABLED, PEOPLE, Link, chronic_illness_among, disabled_in_england_and_wales
from levelling.atlas.reading import Figures
from levelling.challenge.health.measures import CENSUS_STATUS, LONG_TERM_SICK, MEN, WOMEN, Measured, measured
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
    links = _links(atlas, level, change, found)
    return CountryHealth(level, areas, {code: tuple(items) for code, items in found.items()}, links, change)


def _links(atlas: Figures, level: Level, change: float, found: dict[str, list[Measured]]) -> dict[str, Link]:
    if PEOPLE not in atlas.catalogue:
        return {}
    disabled = {code: item.estimate for code, items in found.items() for item in items if item.measure == DISABLED}
    census = next((item.period.iso for item in disabled.values()), None)
    usual = disabled_in_england_and_wales(atlas, census) if census else None
    counted = {(item := atlas.estimate(PEOPLE, nation)).period: item for nation in atlas.gazetteer.all(Level.NATION)}
    links: dict[str, Link] = {}
    for period in sorted(period for period, item in counted.items() if item.value is not None):
        for people in atlas.column(PEOPLE, level, period, ""):
            if people.value is not None and people.area.code in found:
                links[people.area.code] = chronic_illness_among(people, disabled.get(people.area.code), usual, change)
    return links
