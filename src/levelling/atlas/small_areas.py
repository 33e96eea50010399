"""Figures of neighbourhoods, added up or averaged for any area we know."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from levelling.atlas.kinship import Kinship
from levelling.atlas.overlaps import CELL_COLUMNS, Cell, Overlaps
from levelling.atlas.store import Store
from levelling.core.area import Area
from levelling.core.period import Period

PUBLISHED_SMALL = (
    "SELECT indicator, period, release, left(area_code, 1) AS letter, max(area_code) AS highest "
    "FROM small_area_figures GROUP BY ALL ORDER BY ALL"
)
"""Which small areas an indicator is published for: worked out once when the figures are built, in a table of this shape."""


class Covered(NamedTuple):
    """A period for which an indicator has figures of neighbourhoods.

    Attributes:
        period: ISO 8601.
        release: Where they were published.
        nations: Letters of the nations whose neighbourhoods have figures.
        vintage: The year of the neighbourhoods.
    """

    period: str
    release: str
    nations: frozenset[str]
    vintage: int


class Total(NamedTuple):
    """What the neighbourhoods of an area add up to.

    Attributes:
        summed: Sum of their figures.
        weighed: Sum of figure x people.
        people: People of the neighbourhoods that have a figure.
        everyone: People of all its neighbourhoods.
        parts: How many have a figure.
    """

    summed: float
    weighed: float
    people: int
    everyone: int
    parts: int


@dataclass(frozen=True)
class _Column:
    """One indicator and period, gathered into the cells of its kind of neighbourhood."""

    cells: Overlaps
    sums: tuple[tuple[float, float, int, int], ...]


class SmallAreas:
    """Figures of neighbourhoods.

    Args:
        store: The figures.
        kin: The areas.
    """

    def __init__(self, store: Store, kin: Kinship) -> None:
        self.store = store
        self.kin = kin
        self._columns: dict[tuple[str, str], _Column] = {}

    def periods(self, slug: str) -> list[Covered]:
        """The periods for which an indicator has figures of neighbourhoods, newest first."""
        return self._periods.get(slug, [])

    def total(self, slug: str, period: str, area: Area) -> Total:
        """Add up the neighbourhoods of an area."""
        key = (slug, period)
        if key not in self._columns:
            self._columns[key] = self._read(slug, period)
        column = self._columns[key]
        here = column.cells.cells_of(area)
        rows = [column.sums[place] for place in here]
        return Total(
            summed=sum(row[0] for row in rows),
            weighed=sum(row[1] for row in rows),
            people=sum(row[2] for row in rows),
            everyone=column.cells.people_in(here),
            parts=sum(row[3] for row in rows),
        )

    @cached_property
    def _periods(self) -> dict[str, list[Covered]]:
        if not self.store.ledger.of_kind("small-areas"):
            return {}
        # Neighbourhoods that were redrawn for 2021 took codes beyond the last of 2011; the others kept theirs.
        last = dict(self.store.query("SELECT left(code, 1), max(code) FROM small_areas WHERE vintage = 2011 GROUP BY 1"))
        sql = "SELECT * FROM published_small" if self.store.has("published_small") else PUBLISHED_SMALL
        found: dict[tuple[str, str, str], dict[str, str]] = {}
        for slug, period, release, letter, highest in self.store.query(sql):
            found.setdefault((slug, period, release), {})[letter] = highest
        periods: dict[str, list[Covered]] = {}
        for (slug, period, release), codes in sorted(found.items()):
            # Super output areas of Northern Ireland begin with the number of the old district, 95.
            nations = frozenset("N" if letter == "9" else letter for letter in codes)
            redrawn = any(highest > last.get(letter, highest) for letter, highest in codes.items())
            periods.setdefault(slug, []).append(Covered(period, release, nations, 2021 if redrawn else 2011))
        return {slug: sorted(rows, key=lambda row: Period.parse(row.period).end, reverse=True) for slug, rows in periods.items()}

    def _read(self, slug: str, period: str) -> _Column:
        vintage = next(covered.vintage for covered in self.periods(slug) if covered.period == period)
        columns = ", ".join(f"s.{column}" for column in CELL_COLUMNS)
        sql = (
            f"SELECT {columns}, sum(s.population)::BIGINT, coalesce(sum(f.value), 0), coalesce(sum(f.value * s.population), 0), "
            "coalesce(sum(s.population) FILTER (WHERE f.value IS NOT NULL), 0)::BIGINT, count(f.value) "
            "FROM small_areas s LEFT JOIN small_area_figures f "
            "ON f.area_code = s.code AND f.indicator = $1 AND f.period = $2 WHERE s.vintage = $3 GROUP BY ALL ORDER BY ALL"
        )
        rows = self.store.query(sql, [slug, period, vintage])
        width = len(CELL_COLUMNS) + 1
        cells = Overlaps([Cell(*row[:width]) for row in rows], self.kin)
        sums = tuple(
            (float(summed), float(weighed), int(people), int(parts))
            for summed, weighed, people, parts in (row[width:] for row in rows)
        )
        return _Column(cells, sums)
