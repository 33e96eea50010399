"""Who lives in both: the people that any two areas share, counted in small areas.

The small areas of the whole United Kingdom (LSOA 2011, data zone 2011, super output area, with the people of mid-2019) are
gathered into cells: all that lie in the same authority, district of 2011, care board, travel-to-work area and so on. Any area
we know is a set of whole cells, so the people two areas share are the people of the cells they have in common.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from levelling.atlas.gazetteer import Rows
from levelling.atlas.kinship import ENDED_KINDS, Kinship, Member, grouped
from levelling.core.area import Area, Level, Overlap

CELL_COLUMNS = ("lad", "lad_2011", "itl3", "ccg", "stp", "icb_2022", "icb", "ttwa", "health_board")
_OWN_COLUMN = {
    Level.CCG: "ccg",
    Level.STP: "stp",
    Level.ICB: "icb",
    Level.TTWA: "ttwa",
    Level.HEALTH_BOARD: "health_board",
    Level.ITL3: "itl3",
}


class Cell(NamedTuple):
    """Small areas that lie in the same bodies; codes of the bodies, and the people of all of them together."""

    lad: str
    lad_2011: str
    itl3: str
    ccg: str | None
    stp: str | None
    icb_2022: str | None
    icb: str | None
    ttwa: str | None
    health_board: str | None
    people: int


@dataclass(frozen=True)
class Overlaps:
    """The people areas share.

    Args:
        cells: The cells of the whole country.
        kin: What lies in what.
    """

    cells: Sequence[Cell]
    kin: Kinship

    @classmethod
    def from_store(cls, store: Rows, kin: Kinship) -> "Overlaps":
        """Read the cells from the figures."""
        columns = ", ".join(CELL_COLUMNS)
        sql = f"SELECT {columns}, sum(population)::INTEGER FROM small_areas WHERE vintage = 2011 GROUP BY ALL ORDER BY ALL"
        return cls([Cell(*row) for row in store.query(sql)], kin)

    def of(self, area: Area, level: Level | None = None) -> list[Overlap]:
        """The bodies an area shares people with, most people first within each level.

        Args:
            area: Any area; one that has ended is set against the bodies of today.
            level: Only bodies of this level; `None` for every level with current areas.

        Returns:
            Share of this area's people in each, and share of each body's people here. Empty where the people of the area
            cannot be counted (parts of some Scottish ITL areas of 2021).
        """
        here = self.cells_of(area)
        total = self.people_in(here)
        if not total:
            return []
        found = []
        for body in self._candidates(area, level):
            there = self.cells_of(body)
            people = self.people_in(here & there)
            if people:
                found.append(Overlap(body, people, people / total, people / self.people_in(there)))
        order = {kind: place for place, kind in enumerate(Level)}
        return sorted(found, key=lambda one: (order[one.area.level], -one.people, one.area.name))

    def people(self, area: Area) -> int:
        """People of an area, mid-2019; 0 where they cannot be counted."""
        return self.people_in(self.cells_of(area))

    def shared(self, one: Area, other: Area) -> int:
        """People who live in both areas."""
        return self.people_in(self.cells_of(one) & self.cells_of(other))

    def share_of(self, area: Area, people: int) -> float:
        """What share of an area some of its people are."""
        return people / self.people(area) if people else 0.0

    def grouped_by(self, column: str) -> dict[str, list[int]]:
        """The cells of each body that the cells name in a column, such as `icb_2022`, by its code."""
        return self._by(column)

    def people_in(self, cells: Iterable[int]) -> int:
        """People of some cells, given by their places in `cells`."""
        return sum(self.cells[place].people for place in cells)

    def cells_of(self, area: Area) -> frozenset[int]:
        """The places in `cells` of the cells that make up an area; empty where it is not made of whole cells."""
        key = (area.code, area.level)
        if key not in self._known:
            self._known[key] = frozenset(self._gather(area))
        return self._known[key]

    def cells_of_members(self, rows: Sequence[Member]) -> set[int]:
        """The cells of the authorities that wholly lie in a body; empty where the people of one of them there are not known."""
        if any(row.people is None for row in rows):
            return set()
        found: set[int] = set()
        for row in rows:
            authority = self.kin.by_key[row.member, Level.LAD]
            # A body that cuts through an authority of today was made of districts of its own time: those are listed too.
            if row.people == authority.population:
                found.update(self._of_authority(row.member))
        return found

    def _gather(self, area: Area) -> Iterable[int]:
        if area.level is Level.LAD:
            return self._of_authority(area.code)
        if area.level in (Level.ITL1, Level.ITL2) and area.is_current:
            return [place for place, cell in enumerate(self.cells) if cell.itl3.startswith(area.code)]
        column = "icb_2022" if area.level is Level.ICB and not area.is_current else _OWN_COLUMN.get(area.level)
        if column and (found := self._by(column).get(area.code)):
            return found
        return self._of_body(area)

    def _of_authority(self, code: str) -> list[int]:
        now = self.kin.current(code)
        if found := self._by("lad").get(now):
            return found
        if found := self._by("lad_2011").get(now):
            return found
        made_from = [row.old_code for row in self.kin.into.get(now, ()) if row.level == Level.LAD and row.kind != "recoded"]
        return [place for old in made_from for place in self._of_authority(old)]

    def _of_body(self, area: Area) -> set[int]:
        rows = self.kin.members_of.get((self.kin.current(area.code), area.level)) or self.kin.members_of.get(
            (area.code, area.level), []
        )
        return self.cells_of_members(rows)

    def _candidates(self, area: Area, level: Level | None) -> list[Area]:
        # Found through the authorities of today, so that an area that has ended meets the bodies of today.
        wanted = [level] if level else [kind for kind in Level if kind not in ENDED_KINDS]
        authorities = sorted({self.cells[place].lad for place in self.cells_of(area)})
        keys = [(code, Level.LAD) for code in authorities]
        keys += [(row.code, Level(row.level)) for code in authorities for row in self.kin.bodies_of.get(code, ())]
        bodies = [self.kin.by_key[key] for key in dict.fromkeys(keys) if key[1] in wanted]
        return [body for body in bodies if body != area and (body.is_current or body.level in ENDED_KINDS)]

    def _by(self, column: str) -> dict[str, list[int]]:
        if column not in self._indexes:
            place_of = Cell._fields.index(column)
            self._indexes[column] = grouped(
                (str(cell[place_of]), place) for place, cell in enumerate(self.cells) if cell[place_of]
            )
        return self._indexes[column]

    @cached_property
    def _indexes(self) -> dict[str, dict[str, list[int]]]:
        return {}

    @cached_property
    def _known(self) -> dict[tuple[str, Level], frozenset[int]]:
        return {}
