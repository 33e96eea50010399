"""What is published of health and work in an area: which measures, and how they are told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from levelling.atlas.health_links import DISABLED
from levelling.atlas.reading import Figures
from levelling.core.area import Area
from levelling.core.estimate import Estimate, Status

WOMEN = "healthy-life-expectancy-female"
MEN = "healthy-life-expectancy-male"
CONDITIONS = "disease-prevalence"
CENSUS_STATUS = "economic-activity-census"
LONG_TERM_SICK = "long-term-sick"

PUBLISHED: tuple[tuple[str, str], ...] = (
    (WOMEN, ""),
    (MEN, ""),
    (CENSUS_STATUS, LONG_TERM_SICK),
    ("people-by-economic-activity-census", LONG_TERM_SICK),
    (DISABLED, ""),
    ("disabled-people", ""),
    ("limited-activities-share-scotland", ""),
    ("limited-activities-people-scotland", ""),
    ("households-with-disabled-member-northern-ireland", ""),
    ("comparative-illness-and-disability-2025-england", ""),
    ("health-index", ""),
    ("health-index-part", "physical-health"),
    ("health-index-part", "mental-health"),
    ("health-index-part", "daily-life"),
    ("health-index-part", "work"),
    ("red-cross-health-index-wales", ""),
    ("red-cross-health-index-scotland", ""),
    ("red-cross-health-index-northern-ireland", ""),
)
"""Indicator and category of each measure shown, in order. Those of one nation only are left out elsewhere."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One published measure of health here.

    Attributes:
        estimate: The figure.
        measure: Its name in data: the indicator's slug, with the category after a colon where it has one.
    """

    estimate: Estimate
    measure: str

    def record(self) -> dict[str, Any]:
        """The measure as plain data."""
        item = self.estimate
        return {
            "area": item.area.code,
            "name": item.area.name,
            "measure": self.measure,
            "title": item.indicator.named(item.category),
            "period": item.period.iso,
            "value": item.value,
            "lower": item.lower,
            "upper": item.upper,
            "unit": item.indicator.unit,
            "modelled": item.status == Status.MODELLED or item.moved is not None,
            "grade": None,
            "base": item.indicator.denominator,
            "how": item.moved.how if item.moved else "",
            "source": f"{item.release.publisher}, {item.release.title}",
        }


def measured(estimate: Estimate) -> Measured:
    """An estimate as a measure."""
    name = f"{estimate.indicator.slug}:{estimate.category}" if estimate.category else estimate.indicator.slug
    return Measured(estimate, name)


def published(atlas: Figures, area: Area) -> tuple[Measured, ...]:
    """Every measure of health and work that has a figure for the area, in order."""
    return tuple(_found(atlas, area, PUBLISHED))


def conditions(atlas: Figures, area: Area, moved: bool = True) -> tuple[Measured, ...]:
    """How common each long-term condition is, most common first; empty outside England, where no such figures are held.

    Args:
        atlas: Where the figures are read.
        area: The place.
        moved: Whether they are averaged over authorities for an area they were not made for.
    """
    if CONDITIONS not in atlas.catalogue:
        return ()
    keys = [(CONDITIONS, key) for key in atlas.catalogue.get(CONDITIONS).categories]
    if not moved:
        own = atlas.store.area(area.code)
        keys = [key for key in keys if key in own]
    found = _found(atlas, area, keys)
    return tuple(sorted(found, key=lambda item: -(item.estimate.value or 0.0)))


def _found(atlas: Figures, area: Area, keys: Iterable[tuple[str, str]]) -> Iterable[Measured]:
    for slug, category in keys:
        if slug not in atlas.catalogue:
            continue
        estimate = atlas.estimate(slug, area, category=category)
        if estimate.value is not None:
            yield measured(estimate)
