"""Ways on from a place's occupations at high risk of automation."""

from dataclasses import dataclass
from typing import Any

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import NotEnoughData
from levelling.core.words import two_figures
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.pathways.at_risk import AtRisk, at_risk
from levelling.jobs.pathways.find import surroundings
from levelling.jobs.pathways.likeness import Index
from levelling.jobs.pathways.paths import reckon
from levelling.jobs.pathways.told import place_sentence

WAYS = 3
"""Ways on that are named for each occupation."""


@dataclass(frozen=True, slots=True)
class WaysOn:
    """The occupations of a place at high risk, and where each may lead.

    Attributes:
        area: The place.
        found: Its occupations with most people at high risk.
        ways: For each of these, names of the nearest other occupations.
    """

    area: Area
    found: tuple[AtRisk, ...]
    ways: tuple[tuple[str, ...], ...]

    def records(self) -> list[dict[str, Any]]:
        """One record an occupation. Numbers of people are modelled, and told to two figures."""
        return [_record(self.area, one, ways) for one, ways in zip(self.found, self.ways, strict=True)]


def ways_on(atlas: Atlas, catalogue: Catalogue, index: Index, area: Area, *, top: int = 10) -> WaysOn:
    """From a place's occupations at high risk of automation to others.

    Args:
        atlas: The figures.
        catalogue: Occupations and skills.
        index: The catalogue made ready.
        area: The place.
        top: How many occupations at most.

    Raises:
        NotEnoughData: No occupation of the place is known to be at high risk.
    """
    found = at_risk(atlas, catalogue, area, top=top)
    if not found:
        raise NotEnoughData(place_sentence(area, found), "Name an occupation instead, or a wider area.")
    around = surroundings(atlas, index.rules, area)
    named = []
    for one in found:
        paths = reckon(index, one.occupations[0].key, around, top=WAYS).destinations if one.occupations else ()
        named.append(tuple(way.occupation.label for way in paths))
    return WaysOn(area, found, tuple(named))


def _record(area: Area, one: AtRisk, ways: tuple[str, ...]) -> dict[str, Any]:
    return {
        "area": area.code,
        "soc": one.soc,
        "occupation": one.title,
        "group": one.group.group,
        "classification": one.group.classification,
        "period": one.group.period,
        "people": two_figures(one.people),
        "share_at_high_risk": round(100 * one.share, 1),
        "people_at_high_risk": two_figures(one.people_at_risk),
        "origin": one.occupations[0].label if one.occupations else "",
        "ways": list(ways),
    }
