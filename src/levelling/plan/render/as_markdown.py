"""The plan as Markdown: for a Word file, a wiki or a plain screen. Each number carries a footnote."""

import re
from collections.abc import Iterable

from levelling.core.indicator import Release
from levelling.plan.charts.boxes import Diagram
from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Group,
    Highlights,
    Inline,
    Label,
    Link,
    Mark,
    Measure,
    Number,
    Paragraph,
    Releases,
    Shape,
    Table,
    Text,
    Topics,
)
from levelling.plan.document import References as ReferenceList
from levelling.plan.provenance import Provenance, References

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def render(document: Document) -> str:
    """The plan as Markdown text, with footnotes in the form that GitHub and Pandoc read."""
    writer = _Writer(References(document))
    lines = [f"# {_safe(document.title)}", writer.text(document.kind), writer.text(document.summary)]
    for section in document.sections:
        lines.append(f"## {_safe(section.title)}")
        lines += [line for block in section.blocks for line in writer.block(block, 3)]
    lines += [_safe(line) for line in document.attributions]
    lines.append(
        "\n".join(
            _note(number, item, writer.references.periods(number)) for number, item in enumerate(writer.references.items, 1)
        )
    )
    return "\n\n".join(line for line in lines if line) + "\n"


class _Writer:
    def __init__(self, references: References) -> None:
        self.references = references

    def block(self, block: Block, level: int) -> Iterable[str]:
        match block:
            case Figure():
                yield from self.figure(block, level)
            case Topics():
                yield from self.topics(block, level)
            case Group():
                yield f"{'#' * level} {_safe(block.title)}"
                for inner in block.blocks:
                    yield from self.block(inner, level + 1)
            case Table():
                yield from self.table(block)
            case Highlights():
                for item in block.items:
                    yield f"**{self.text((item.mark,))}: {self.text(item.heading)}** {self.text(item.sentence)}"
            case Releases():
                yield "\n".join(f"- {_release(item)}" for item in self.references.releases)
            case ReferenceList():
                yield "Each number carries the note that says where it came from; the notes follow."
            case _:
                yield self.plain(block)

    def plain(self, block: Paragraph | Bullets | Facts) -> str:
        match block:
            case Paragraph():
                return self.text(block.text)
            case Bullets():
                return "\n".join(f"{'1.' if block.ordered else '-'} {self.text(item)}" for item in block.items)
            case Facts():
                return "\n".join(f"- **{_safe(item.term)}:** {self.text(item.text)}" for item in block.items)

    def topics(self, block: Topics, level: int) -> Iterable[str]:
        yield f"{'#' * level} {_safe(block.title)}"
        for side, measures in (("People", block.people), ("Place", block.place)):
            if measures:
                yield f"{'#' * (level + 1)} {side}"
            for measure in measures:
                yield from self.measure(measure)

    def text(self, text: Text) -> str:
        return "".join(map(self._inline, text))

    def table(self, table: Table) -> Iterable[str]:
        yield f"*{_safe(table.caption)}*"
        head = [f"| {' | '.join(map(_safe, table.columns))} |", f"|{'---|' * len(table.columns)}"]
        yield "\n".join([*head, *(f"| {' | '.join(map(self.text, row))} |" for row in table.rows)])

    def figure(self, figure: Figure, level: int) -> Iterable[str]:
        yield f"{'#' * level} {_safe(figure.title)}"
        yield self.text(figure.sentence)
        yield from (f"```mermaid\n{chart.source}```" for chart in figure.charts if isinstance(chart, Diagram) and chart.source)
        yield from map(self.text, figure.notes)
        yield from self.table(figure.table)

    def measure(self, item: Measure) -> Iterable[str]:
        yield f"**{_safe(item.title)}: {self.text((item.number,))}** ({self.text(item.when)}). {self.text(item.figure.sentence)}"
        yield "\n".join(
            f"- {_safe(held.name)}: {self.text(held.figure)} {self.text((held.mark,))}".replace(":  ", ": ") for held in item.held
        )
        yield from map(self.text, (*item.cautions, *item.figure.notes))
        yield from self.table(item.figure.table)

    def _inline(self, part: Inline) -> str:
        match part:
            case str():
                return _safe(part)
            case Number():
                interval = f" ({_safe(part.interval)})" if part.interval else ""
                return f"{_safe(part.text)}{interval}[^{self.references.of(part)}]"
            case Label():
                return f"**{_safe(part.text)}**" if part.strong else _safe(part.text)
            case Link():
                return f"[{_safe(part.text)}](<{part.address.replace('>', '%3E').replace(chr(10), '')}>)"
            case Mark():
                return _safe(part.shown)
            case Shape():
                return ""


def _note(number: int, item: Provenance, periods: tuple[str, ...]) -> str:
    period = f", {_safe(', '.join(periods))}" if periods else ""
    releases = " ".join(_release(release) for release in item.releases)
    standing = f" Status: {_safe(item.standing)}." if item.standing else ""
    return f"[^{number}]: {_safe(item.what)}{period}. {releases}{standing} {_safe(item.made)}."


def _release(item: Release) -> str:
    when = f", {item.released.isoformat()}" if item.released else ", date of publication not found"
    return f"{_safe(item.publisher)}, {_safe(item.title)}{when}, {_safe(item.address)} ({_safe(item.licence)})."


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text.replace("\n", " "))
