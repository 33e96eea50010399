"""What the interface gives back, shown in words and tables in a notebook."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from levelling.atlas import Table
from levelling.core import words
from levelling.core.comparison import Comparison
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator

if TYPE_CHECKING:
    from levelling.core.window import Window
    from levelling.plan import Document


@runtime_checkable
class Recorded(Protocol):
    """A result of a chapter: it can be told as plain records."""

    def records(self) -> Sequence[dict[str, Any]]:
        """One dictionary an area, a group or a year, with the field names of the glossary."""
        ...


class OneRecord(Protocol):
    """A result that is one record."""

    def record(self) -> dict[str, Any]:
        """The result as plain data."""
        ...


@dataclass(frozen=True, slots=True)
class Several:
    """Results of one kind, told as one list of records.

    Attributes:
        items: The results.
    """

    items: Sequence[Recorded | OneRecord]

    def records(self) -> Sequence[dict[str, Any]]:
        """The records of all, one after another."""
        return [record for item in self.items for record in _records(item)]


def _records(item: Recorded | OneRecord) -> Sequence[dict[str, Any]]:
    return item.records() if isinstance(item, Recorded) else [item.record()]


def window_of(start: str | None, end: str | None) -> "Window":
    """The window between two periods as a person writes them; either may be left out."""
    from levelling.challenge.lineup import read_period
    from levelling.core.window import Window

    return Window(read_period(start) if start else None, read_period(end) if end else None)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an analysis found.

    Attributes:
        title: What it is.
        result: The result itself, with its sentences, intervals and reasons.
    """

    title: str
    result: Recorded

    def records(self) -> Sequence[dict[str, Any]]:
        """The answer as plain records: the same that the command line prints with `--json`."""
        return self.result.records()

    def table(self) -> Table:
        """The answer as a table, one row a record."""
        records = self.records()
        columns = tuple(dict.fromkeys(field for record in records for field in record))
        return Table(columns, tuple(tuple(record.get(field) for field in columns) for record in records), title=self.title)

    def _repr_html_(self) -> str:
        return self.table()._repr_html_()

    def __repr__(self) -> str:
        return f"<{self.title}: {len(self.records())} records>"


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
