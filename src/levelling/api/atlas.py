"""Every area and figure, and what each chapter says of many places at once."""

from collections.abc import Iterable
from pathlib import Path

from levelling.api.place import Place
from levelling.api.shown import Plan
from levelling.atlas import Atlas as Figures
from levelling.atlas import Table
from levelling.atlas.tables import coverage_table, indicator_table
from levelling.core.area import Level


class Atlas:
    """Every area and figure. Get one with `levelling.open()`.

    Args:
        figures: The figures it reads.
    """

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def area(self, name: str, level: str | None = None) -> Place:
        """The place with this name or code.

        Args:
            name: A name, short name or code.
            level: `lad`, `cauth`, `region`, `icb` ... where several kinds of area share the name.

        Raises:
            UnknownArea: No area has the name; near names are offered.
            AmbiguousArea: Several have it; the choices are listed.
            AbolishedArea: It has ended; its successors are named.

        Example:
            >>> open().area("Hull").name
            'Kingston upon Hull, City of'
        """
        return Place(self._figures.area(name, Level(level) if level else None), self._figures)

    def areas(self, level: str) -> list[Place]:
        """Every current area of a level."""
        return [Place(area, self._figures) for area in self._figures.gazetteer.all(Level(level))]

    def indicator(self, slug: str, level: str | None = None, period: str = "latest", category: str | None = None) -> Table:
        """One indicator across areas, as a table.

        Args:
            slug: The indicator, such as `employment-rate`.
            level: Every current area of this level; `None` for every area that has a figure.
            period: `latest`, `all`, or one period in ISO 8601.
            category: One category, `all`, or `None` for the one a plan shows.

        Example:
            >>> open().indicator("employment-rate", level="nation").columns[-1]
            'source'
        """
        return indicator_table(self._figures, slug, level=Level(level) if level else None, period=period, category=category)

    def indicators(self) -> Table:
        """What there is: every indicator with its publisher, periods and number of areas."""
        return coverage_table(self._figures)

    def __repr__(self) -> str:
        return f"<levelling atlas: {len(self._figures.catalogue)} indicators>"


def open(folder: str | Path | None = None) -> Atlas:  # noqa: A001 - lv.open() is the natural word
    """Open the figures: those that come with the package, or those in a folder you built.

    Raises:
        UserError: There are no figures there.

    Example:
        >>> open().area("Hartlepool")
        <Hartlepool (E06000001), local authority>
    """
    return Atlas(Figures.open(Path(folder) if folder else None))


def plan(place: str, *, level: str | None = None, against: Iterable[str] = ()) -> Plan:
    """The plan of a place, by name.

    Example:
        >>> plan("Hartlepool").document.title
        'Hartlepool'
    """
    atlas = open()
    return atlas.area(place, level).plan(against=[atlas.area(name) for name in against])
