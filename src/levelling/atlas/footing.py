"""Footing: the published areas that a figure for another area may stand on, and how well they fit it."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas.kinship import Kinship
from levelling.atlas.overlaps import Overlaps
from levelling.core.area import Area, Level

FITTING = 0.5
"""Least fit of the areas a figure is made of: the share of its source that lies in the area, for the average person there."""

GEOGRAPHIES: tuple[tuple[Level, ...], ...] = (
    (Level.LAD, Level.COUNTY),
    (Level.ITL3,),
    (Level.ITL2,),
    (Level.ITL1, Level.REGION, Level.NATION),
    (Level.ICB, Level.HEALTH_BOARD),
    (Level.CCG,),
    (Level.STP,),
    (Level.POLICE,),
    (Level.LEP,),
)
"""The geographies figures are published for, finest first. Figures of one geography only go into a figure."""


@dataclass(frozen=True, slots=True)
class Footing:
    """The areas of one geography that share people with an area.

    Attributes:
        sources: The areas, those to be preferred first: finer before larger, current before ended.
        wholes: The people of each.
        cells: For each group of people of the area who live in the same of them: how many, and in which.
        everyone: People of the area.
    """

    sources: tuple[Area, ...]
    wholes: tuple[int, ...]
    cells: tuple[tuple[int, tuple[int, ...]], ...]
    everyone: int

    def people(self, given: Container[str] | None = None) -> dict[int, int]:
        """The people of the area who count with each source, by its place: each with the first that has a figure.

        Args:
            given: Codes of the sources that have a figure; `None` for all.
        """
        has = [given is None or source.code in given for source in self.sources]
        found: dict[int, int] = {}
        for people, places in self.cells:
            first = next((place for place in places if has[place]), None)
            if first is not None and people:
                found[first] = found.get(first, 0) + people
        return found

    def inside(self, people: Mapping[int, int]) -> float:
        """Share of the area's people who count with any source."""
        return sum(people.values()) / self.everyone if self.everyone else 0.0

    def fit(self, people: Mapping[int, int]) -> float:
        """How much of what they are made of is the area itself, for the average person: 1 if every source lies wholly in it."""
        if not self.everyone:
            return 0.0
        return sum(here * here / self.wholes[place] for place, here in people.items()) / self.everyone


def find_footings(area: Area, crossings: Overlaps, kin: Kinship) -> list[Footing]:
    """The geographies whose areas fit an area well enough to make its figures, finest first."""
    found = [_footing(area, levels, crossings, kin) for levels in GEOGRAPHIES]
    return [footing for footing in found if footing.sources and footing.fit(footing.people()) >= FITTING]


def _footing(area: Area, levels: Sequence[Level], crossings: Overlaps, kin: Kinship) -> Footing:
    here = crossings.cells_of(area)
    sources = _sources(area, levels, crossings, kin)
    groups: dict[tuple[int, ...], int] = {}
    inside: dict[int, list[int]] = {cell: [] for cell in here}
    for place, source in enumerate(sources):
        for cell in here & crossings.cells_of(source):
            inside[cell].append(place)
    for cell, places in inside.items():
        groups[tuple(places)] = groups.get(tuple(places), 0) + crossings.cells[cell].people
    cells = tuple((people, places) for places, people in sorted(groups.items()))
    return Footing(tuple(sources), tuple(map(crossings.people, sources)), cells, crossings.people(area))


def _sources(area: Area, levels: Sequence[Level], crossings: Overlaps, kin: Kinship) -> list[Area]:
    authorities = sorted({crossings.cells[place].lad for place in crossings.cells_of(area)})
    before = [old.code for code in authorities for old in kin.predecessors(kin.get(code, Level.LAD)) if old.level is Level.LAD]
    keys = [(code, Level.LAD) for code in (*authorities, *before)] if Level.LAD in levels else []
    keys += [
        (row.code, Level(row.level))
        for code in (*authorities, *before)
        for row in kin.bodies_of.get(code, ())
        if row.level in levels
    ]
    bodies = [kin.by_key[key] for key in dict.fromkeys(keys)]
    kept = [body for body in bodies if body != area and body.code not in kin.recoded]
    return sorted(kept, key=lambda body: (levels.index(body.level), not body.is_current, body.code))
