"""Who lives where: people of authorities in a year, and of whatever is made of whole authorities or of parts of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.period import Period

PEOPLE = "implied-population"
"""The only count of people in the figures for all authorities of the UK in each year: what income per head is worked out by,
revised after the censuses. Good to about one part in a thousand."""


_KNOWN: "WeakKeyDictionary[Atlas, dict[Period, Ground | None]]" = WeakKeyDictionary()
"""The years that people are counted for, and each year's people once they were asked for."""


@dataclass(frozen=True)
class Ground:
    """The people of every authority in one year.

    Attributes:
        atlas: Where areas are read.
        people: People of each current authority.
        period: The year they are counted for.
    """

    atlas: Atlas
    people: Mapping[str, float]
    period: Period

    @classmethod
    def of(cls, atlas: Atlas, period: Period) -> "Ground":
        """The people of the year nearest to the middle of a period."""
        known = _KNOWN.setdefault(atlas, {})
        if not known:
            sql = "SELECT DISTINCT period FROM estimates WHERE indicator = ? AND category = '' AND value IS NOT NULL"
            known.update({Period.parse(text): None for (text,) in atlas.store.query(sql, [PEOPLE])})
        nearest = min(known, key=lambda year: (abs(year.middle - period.middle), year.start))
        ground = known[nearest]
        if ground is None:
            column = atlas.store.column(PEOPLE, "", nearest.iso)
            counted = {one.code: column[one.code].value or 0.0 for one in atlas.gazetteer.all(Level.LAD) if one.code in column}
            ground = known[nearest] = cls(atlas, counted, nearest)
        return ground

    def parts(self, codes: Iterable[str]) -> dict[str, float]:
        """People of each current authority who live in any of some areas; nothing where an area is not made of whole cells."""
        gazetteer, crossings = self.atlas.gazetteer, self.atlas.movements.crossings
        now = [gazetteer.current(code) for code in codes]
        if all(code in self.people for code in now):
            return {code: self.people[code] for code in now}
        cells = frozenset().union(*(crossings.cells_of(gazetteer.get(code)) for code in now))
        inside: dict[str, int] = {}
        for cell in (crossings.cells[at] for at in cells):
            inside[cell.lad] = inside.get(cell.lad, 0) + cell.people
        return {code: self._scaled(code, people) for code, people in sorted(inside.items())}

    def _scaled(self, code: str, people: float) -> float:
        # Small areas are counted for mid-2019: a part grows as its authority did.
        everyone = self.atlas.movements.crossings.people(self.atlas.gazetteer.get(code, Level.LAD))
        return self.people.get(code, float(everyone)) * people / everyone

    def held(self, areas: Sequence[Area]) -> dict[str, dict[str, float]]:
        """Of each area, the people of each authority in it, every person counted once: shared equally where areas overlap."""
        crossings = self.atlas.movements.crossings
        cells = {area.code: crossings.cells_of(area) for area in areas}
        holders: dict[int, int] = {}
        for found in cells.values():
            for at in found:
                holders[at] = holders.get(at, 0) + 1
        held: dict[str, dict[str, float]] = {}
        for code, found in cells.items():
            inside: dict[str, float] = {}
            for at in sorted(found):
                cell = crossings.cells[at]
                inside[cell.lad] = inside.get(cell.lad, 0.0) + cell.people / holders[at]
            held[code] = {lad: self._scaled(lad, people) for lad, people in inside.items()}
        return held
