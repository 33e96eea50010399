"""Each part of a document as HTML."""

from collections.abc import Iterable

from levelling.core.comparison import Verdict
from levelling.core.indicator import Release
from levelling.plan.charts import draw
from levelling.plan.charts.kinds import Map
from levelling.plan.charts.svg import escape
from levelling.plan.document import (
    Block,
    Bullets,
    Facts,
    Figure,
    Group,
    Held,
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
from levelling.plan.provenance import Provenance, References, period_of
from levelling.plan.render.keys import PATTERNS, SHAPES, key_to, use

_VERDICTS = {
    Verdict.BETTER: ("better", "M8 2l6 11H2z"),
    Verdict.WORSE: ("worse", "M8 14L2 3h12z"),
    Verdict.HIGHER: ("other", "M8 2l5 6h-3v6H6V8H3z"),
    Verdict.LOWER: ("other", "M8 14L3 8h3V2h4v6h3z"),
    Verdict.CANNOT_TELL: ("unsure", "M2 6h12v1.6H2zM2 10h12v1.6H2z"),
    Verdict.NOT_COMPARABLE: ("none", "M2 7.2h12v1.8H2z"),
}
_FIGURES, _BEHIND = "The figures in a table", "What to know, and the figures"


class Blocks:
    """Turns parts into HTML, giving each number the reference it leads to.

    Args:
        references: The provenance of every number in the document.
    """

    def __init__(self, references: References) -> None:
        self.references = references

    def block(self, block: Block, level: int) -> str:
        """One part. `level` is that of its heading, where it has one."""
        match block:
            case Figure():
                return self.figure(block, level)
            case Topics():
                return self.topics(block, level)
            case Group():
                return self.group(block, level)
            case Highlights():
                return self.highlights(block, level)
            case Table():
                return self.table(block)
            case Releases():
                return self.releases()
            case ReferenceList():
                return self.reference_list()
            case _:
                return self.plain(block)

    def plain(self, block: Paragraph | Bullets | Facts) -> str:
        """A part that holds only text."""
        match block:
            case Paragraph():
                role = f' class="{escape(block.role)}"' if block.role else ""
                return f"<p{role}>{self.text(block.text)}</p>"
            case Bullets():
                kind = "ol" if block.ordered else "ul"
                layout = f' class="{escape(block.kind)}"' if block.kind else ""
                return f"<{kind}{layout}>{''.join(f'<li>{self.text(item)}</li>' for item in block.items)}</{kind}>"
            case Facts():
                items = "".join(f"<div><dt>{escape(item.term)}</dt><dd>{self.text(item.text)}</dd></div>" for item in block.items)
                return f'<dl class="facts">{items}</dl>'

    def text(self, text: Text) -> str:
        """Inline parts, one after the other."""
        return "".join(map(self.inline, text))

    def inline(self, part: Inline) -> str:
        """One inline part."""
        match part:
            case str():
                return escape(part)
            case Number():
                return self.cited(part)
            case Label():
                language = f' lang="{escape(part.language)}"' if part.language else ""
                tag = "b" if part.strong else "span"
                return f"<{tag}{language}>{escape(part.text)}</{tag}>" if language or part.strong else escape(part.text)
            case Link():
                return f'<a class="out" href="{escape(part.address)}">{escape(part.text)}</a>'
            case Mark():
                return _verdict(part)
            case Shape():
                return _shape(part.role)

    def number(self, number: Number) -> str:
        """A number, leading to its provenance, with its period where the provenance covers several."""
        key = self.references.of(number)
        interval = f" <span class=i>({escape(number.interval)})</span>" if number.interval else ""
        when = period_of(number)
        # A reference opens with the period it was first met with: only another one has to be said.
        period = f' data-p="{escape(when)}"' if when != self.references.first_period(key) else ""
        # Thousands of these make up a page: written as short as HTML allows.
        return f"<a class=n href=#r{key}{period}>{escape(number.text)}{interval}</a>"

    def cited(self, number: Number) -> str:
        """A number in running text, with the reference that is shown beside it on paper."""
        return self.number(number).replace("<a ", f"<a data-r={self.references.of(number)} ", 1)

    def table(self, table: Table, before: str = "", words: str = "") -> str:
        """A table; where it is to be folded away, under some words or its caption, with what is to be read before it."""
        head = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
        body = "".join(self._row(row, folded=table.folded) for row in table.rows)
        caption = escape(table.caption)
        hidden = ' class="sr"' if table.folded else ""
        inner = (
            f'<div class="wide" role="region" aria-label="{caption}" tabindex="0"><table>'
            f"<caption{hidden}>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )
        if not table.folded:
            return inner
        return f"<details><summary>{escape(words) or caption}</summary>{before}{inner}</details>"

    def _row(self, row: Iterable[Text], *, folded: bool) -> str:
        # A folded table is not printed, so its numbers need no reference on paper.
        shown = [self.text(cell) if not folded else "".join(self._uncited(part) for part in cell) for cell in row]
        return f"<tr><th scope=row>{shown[0]}{''.join(f'<td>{cell}' for cell in shown[1:])}"

    def _uncited(self, part: Inline) -> str:
        return self.number(part) if isinstance(part, Number) else self.inline(part)

    def figure(self, figure: Figure, level: int) -> str:
        """A chart: its sentence, the drawing, how to read it, and its table."""
        notes = "".join(f'<p class="note">{self.text(note)}</p>' for note in figure.notes)
        maps = [chart for chart in figure.charts if isinstance(chart, Map)]
        drawn = "".join(f'<div class="panel {_panel(chart)}">{draw(chart)}{_caption(chart)}</div>' for chart in figure.charts)
        return (
            f'<figure id="{escape(figure.id)}"><h{level}>{escape(figure.title)}</h{level}>'
            f'<p class="says">{self.text(figure.sentence)}</p>'
            f'<div class="panels{" maps" if maps else ""}">{drawn}</div>{key_to(figure.charts)}{notes}'
            f"{self.table(figure.table, words=_FIGURES)}</figure>"
        )

    def highlights(self, block: Highlights, level: int) -> str:
        """What stands out, as a list of cards."""
        items = "".join(
            f'<li class="{_VERDICTS[item.mark.verdict][0]}">{_verdict(item.mark)}<h{level}>{self.text(item.heading)}</h{level}>'
            f"<p>{self.text(item.sentence)}</p></li>"
            for item in block.items
        )
        return f'<ul class="highlights">{items}</ul>'

    def topics(self, block: Topics, level: int) -> str:
        """One topic: people on one side, the place on the other."""
        key = escape(block.id)
        sides = [("People", "people", block.people), ("Place", "place", block.place)]
        shown = [side for side in sides if side[2]]
        columns = "".join(
            f'<div class="side {kind}"><h{level + 1}><span class="sr">{escape(block.title)}: </span>{title}</h{level + 1}>'
            f'<div class="cards">{"".join(self.measure(item, level + 2) for item in items)}</div></div>'
            for title, kind, items in shown
        )
        alone = "" if len(shown) > 1 else " alone"
        heading = f'<h{level} id="{key}-h">{escape(block.title)}</h{level}>'
        return f'<section class="topic{alone}" id="{key}" aria-labelledby="{key}-h">{heading}{columns}</section>'

    def measure(self, item: Measure, level: int) -> str:
        """One indicator: number, strip, comparators, and the table behind them."""
        cautions = "".join(f'<p class="caution">{self.text(line)}</p>' for line in item.cautions)
        held = "".join(self._held(other) for other in item.held)
        figure = item.figure
        notes = "".join(f'<p class="note">{self.text(note)}</p>' for note in figure.notes)
        return (
            f'<article class="measure" id="{escape(item.id)}"><h{level}>{escape(item.title)}</h{level}>'
            f'<p class="big">{self.cited(item.number)}</p><p class="when">{self.text(item.when)}</p>'
            f"<figure>{''.join(map(draw, figure.charts))}<figcaption>{self.text(figure.sentence)}</figcaption></figure>"
            f'<ul class="held">{held}</ul>{cautions}{self.table(figure.table, notes, _BEHIND)}</article>'
        )

    def _held(self, held: Held) -> str:
        return (
            f'<li><span class="who">{_shape(held.role)}{escape(held.name)}</span>'
            f'<span class="fig">{self.text(held.figure)}</span>{_verdict(held.mark)}</li>'
        )

    def group(self, group: Group, level: int) -> str:
        """Parts under a heading."""
        inner = "".join(self.block(block, level + 1) for block in group.blocks)
        kind = f' class="{escape(group.kind)}"' if group.kind else ""
        return f'<div id="{escape(group.id)}"{kind}><h{level}>{escape(group.title)}</h{level}>{inner}</div>'

    def releases(self) -> str:
        """Every publication, once."""
        return f'<ol class="releases">{"".join(_release(item) for item in self.references.releases)}</ol>'

    def reference_list(self) -> str:
        """Where each number came from, each with the id its numbers lead to."""
        items = "".join(self._reference(number, item) for number, item in enumerate(self.references.items, 1))
        return f'<ol class="refs">{items}</ol>'

    def _reference(self, number: int, item: Provenance) -> str:
        rows = [
            ("When", escape(_span(self.references.periods(number)))),
            ("Publisher", "; ".join(map(_source, item.releases))),
            ("Status", escape(_capital(item.standing))),
            ("How", escape(item.made) + self._rests_on(item)),
            ("Licence", escape("; ".join(dict.fromkeys(release.licence for release in item.releases)))),
        ]
        terms = "".join(f"<dt>{term}<dd>{words}" for term, words in rows if words)
        first = escape(self.references.first_period(number))
        return f'<li id=r{number} data-p="{first}"><b>{escape(item.what)}</b><dl>{terms}</dl>'

    def _rests_on(self, item: Provenance) -> str:
        inner = [self.references.index(part) for part in item.beneath]
        return f". Made from{''.join(f' <a href=#r{index}>[{index}]</a>' for index in inner)}" if inner else ""


def _span(periods: tuple[str, ...]) -> str:
    """The periods of a reference: each, or where there are many, the first and the last of the series."""
    return ", ".join(periods) if len(periods) <= 4 else f"{periods[0]}, and others from {min(periods[1:])} to {max(periods[1:])}"


def _source(release: Release) -> str:
    return f'{escape(release.publisher)}, <a href="#p-{escape(release.id)}">{escape(release.title)}</a>{_date(release)}'


def _verdict(mark: Mark) -> str:
    kind, _ = _VERDICTS[mark.verdict]
    word = escape(_capital(mark.shown))
    return f'<span class="v {kind}">{use(f"v-{mark.verdict.name.lower()}")}{word}</span>'


def _shape(role: str) -> str:
    return use(f"m-{role if role in SHAPES else 'area'}")


def symbols() -> str:
    """Every small shape of the page, drawn once; the page refers to them."""
    drawn = {f"v-{verdict.name.lower()}": f'<path d="{path}"/>' for verdict, (_, path) in _VERDICTS.items()}
    drawn |= {f"m-{role}": shape for role, shape in SHAPES.items()}
    inner = "".join(f'<symbol id="{name}" viewBox="0 0 16 16">{shape}</symbol>' for name, shape in drawn.items())
    return f'<svg class="symbols-sheet" width="0" height="0" aria-hidden="true" focusable="false">{PATTERNS}{inner}</svg>'


def _panel(chart: object) -> str:
    return chart.kind if isinstance(chart, Map) else type(chart).__name__.lower()


def _caption(chart: object) -> str:
    return f'<p class="under">{escape(chart.caption or chart.title)}</p>' if isinstance(chart, Map) else ""


def _release(release: Release) -> str:
    note = f" {escape(release.note)}" if release.note else ""
    owed = f" {escape(release.attribution.rstrip('.'))}." if release.attribution else ""
    return (
        f'<li id="p-{escape(release.id)}"><b>{escape(release.publisher)}</b>, {escape(release.title)}{_date(release)}. '
        f'<a class="out" href="{escape(release.address)}">{escape(release.address)}</a>. '
        f"{escape(release.licence)}.{owed}{note}</li>"
    )


def _date(release: Release) -> str:
    if release.released is None:
        return " (date of publication not found)"
    return f", published {release.released.day} {release.released:%B %Y}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
