"""A place, with its figures and what each chapter says of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from levelling.api.shown import Comparisons, Plan, Shown
from levelling.atlas import Atlas as Figures
from levelling.atlas import Table
from levelling.atlas.tables import indicator_table
from levelling.core.area import Area, Level, Overlap
from levelling.core.period import Period


@dataclass(frozen=True, slots=True)
class Place:
    """An area, with its figures at hand.

    Attributes:
        is_: The area itself: code, name, level, years.
    """

    is_: Area
    _figures: Figures

    @property
    def code(self) -> str:
        """Its statistical code."""
        return self.is_.code

    @property
    def name(self) -> str:
        """Its official name."""
        return self.is_.name

    def estimate(self, slug: str, period: str | None = None, category: str | None = None) -> Shown:
        """One indicator here: the newest period, or the one asked for, with interval, status and source.

        Example:
            >>> from levelling import open
            >>> open().area("Hartlepool").estimate("employment-rate").unit
            '%'
        """
        return Shown(self._figures.estimate(slug, self.is_, Period.parse(period) if period else None, category))

    def series(self, slug: str, category: str | None = None) -> Table:
        """One indicator here through time, oldest first."""
        return indicator_table(self._figures, slug, areas=[self.is_], period="all", category=category)

    def compare(self, *, against: "Iterable[Place]" = ()) -> Comparisons:
        """Every headline indicator against the UK, the nation, the region, statistical neighbours and any areas named.

        Example:
            >>> from levelling import open
            >>> comparisons = open().area("Hartlepool").compare()
            >>> {str(item.verdict) for item in comparisons} <= {
            ...     "better",
            ...     "worse",
            ...     "higher",
            ...     "lower",
            ...     "cannot tell",
            ...     "not comparable",
            ... }
            True
        """
        from levelling.challenge import compare

        return Comparisons(compare(self._figures, self.is_, against=[place.is_ for place in against]))

    def overlaps(self, level: str | None = None) -> list[Overlap]:
        """The bodies it shares people with, and how many."""
        return self._figures.overlaps(self.is_, Level(level) if level else None)

    def neighbours(self, basis: str = "global") -> "list[Place]":
        """The 20 places that ONS finds most like it: `global`, `economic` or `demographic` basis."""
        return [Place(area, self._figures) for area in self._figures.neighbours(self.is_, basis)]

    def plan(self, *, against: "Iterable[Place]" = ()) -> Plan:
        """The plan of this place."""
        from levelling.plan import build

        return Plan(build(self._figures, self.is_, against=[place.is_ for place in against]))

    def __repr__(self) -> str:
        return f"<{self.is_.name} ({self.is_.code}), {self.is_.level.words}>"
