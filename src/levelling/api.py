"""The Python interface: what `import levelling as lv` gives.

Example:
    >>> import levelling as lv
    >>> atlas = lv.open()
    >>> hartlepool = atlas.area("Hartlepool")
    >>> hartlepool.code
    'E06000001'
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from levelling.atlas import Atlas as Figures
from levelling.atlas import Table
from levelling.atlas.tables import coverage_table, indicator_table
from levelling.core import words
from levelling.core.area import Area, Level, Overlap
from levelling.core.comparison import Comparison
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator
from levelling.core.period import Period

if TYPE_CHECKING:
    from levelling.plan import Document


class Atlas:
    """Every area and figure. Get one with `levelling.open()`.

    Args:
        figures: The figures it reads.
    """

    def __init__(self, figures: Figures) -> None:
        self._figures = figures

    def area(self, name: str, level: str | None = None) -> "Place":
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

    def areas(self, level: str) -> "list[Place]":
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

    def estimate(self, slug: str, period: str | None = None, category: str | None = None) -> "Shown":
        """One indicator here: the newest period, or the one asked for, with interval, status and source.

        Example:
            >>> open().area("Hartlepool").estimate("employment-rate").unit
            '%'
        """
        return Shown(self._figures.estimate(slug, self.is_, Period.parse(period) if period else None, category))

    def series(self, slug: str, category: str | None = None) -> Table:
        """One indicator here through time, oldest first."""
        return indicator_table(self._figures, slug, areas=[self.is_], period="all", category=category)

    def compare(self, *, against: "Iterable[Place]" = ()) -> "Comparisons":
        """Every headline indicator against the UK, the nation, the region, statistical neighbours and any areas named.

        Example:
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

    def plan(self, *, against: "Iterable[Place]" = ()) -> "Plan":
        """The plan of this place."""
        from levelling.plan import build

        return Plan(build(self._figures, self.is_, against=[place.is_ for place in against]))

    def __repr__(self) -> str:
        return f"<{self.is_.name} ({self.is_.code}), {self.is_.level.words}>"


@dataclass(frozen=True, slots=True)
class Shown:
    """An estimate, shown in words in a notebook.

    Attributes:
        estimate: The estimate itself.
    """

    estimate: Estimate

    @property
    def value(self) -> float | None:
        """The number, in the unit."""
        return self.estimate.value

    @property
    def lower(self) -> float | None:
        """Lower end of the publisher's 95% interval."""
        return self.estimate.lower

    @property
    def upper(self) -> float | None:
        """Upper end of the publisher's 95% interval."""
        return self.estimate.upper

    @property
    def unit(self) -> str:
        """The unit."""
        return self.estimate.indicator.unit

    @property
    def period(self) -> str:
        """The period, ISO 8601."""
        return self.estimate.period.iso

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.estimate.indicator

    @property
    def source(self) -> str:
        """Who published it, where and when."""
        release = self.estimate.release
        when = f", {release.released.isoformat()}" if release.released else ""
        return f"{release.publisher}, {release.title}{when}, {release.address}"

    def __repr__(self) -> str:
        item = self.estimate
        return f"{item.area.name}, {item.indicator.title}: {words.estimate(item)} [{item.release.publisher}]"

    def _repr_html_(self) -> str:
        item = self.estimate
        return (
            f"<p><strong>{escape(item.area.name)}</strong>, {escape(item.indicator.title)}: {escape(words.estimate(item))}"
            f"<br><small>{escape(self.source)}</small></p>"
        )


_COMPARED = (
    *("indicator", "unit", "period", "value", "lower", "upper", "comparator", "comparator_value"),
    *("difference", "difference_lower", "difference_upper", "verdict", "reason"),
)


class Comparisons(tuple[Comparison, ...]):
    """Comparisons of one place, in the order of a plan."""

    __slots__ = ()

    def table(self) -> Table:
        """The comparisons as a table."""
        return Table(_COMPARED, tuple(_row(item) for item in self), title="Comparisons")

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()


def _row(item: Comparison) -> tuple[Any, ...]:
    estimate = item.estimate
    return (
        estimate.indicator.slug,
        estimate.indicator.unit,
        estimate.period.iso,
        estimate.value,
        estimate.lower,
        estimate.upper,
        item.comparator_name,
        item.against.value if item.against else None,
        item.difference,
        item.lower,
        item.upper,
        item.verdict.value,
        item.reason,
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a place.

    Attributes:
        document: Its sections, with every number and where it came from.
    """

    document: "Document"

    def save(self, path: str | Path) -> Path:
        """Write the plan: .html, .json or .md by the file's ending. The file is there whole or not at all.

        Raises:
            UserError: The path cannot be written.
        """
        from levelling.plan import save

        target = Path(path)
        form = {".json": "json", ".md": "md"}.get(target.suffix.lower(), "html")
        save(self.document, target, form)
        return target

    def _repr_html_(self) -> str:
        from levelling.plan import render

        page = escape(render(self.document, "html"), quote=True)
        return f'<iframe title="Plan" srcdoc="{page}" style="width:100%;height:48rem;border:1px solid #888"></iframe>'


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
