"""A plan's sections under the headings of a template: the same sections, each once, and what is left for the place to write."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from levelling.core.area import Level
from levelling.core.words import listed as in_words
from levelling.plan.document import Block, Bullets, Group, Inline, Label, Link, Paragraph, Section, Table, Text, prose
from levelling.plan.templates import Template, TemplatePart
from levelling.plan.text import as_words
from levelling.plan.view import View

OPENS = "opener"
"""The kind of a section that opens a part: what is asked for there, and what is to be written."""
_NATIONS = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
_LAST = "sources"
_TO_WRITE = "To be written by the partnership"


def arrange(chosen: Template, view: View, written: Mapping[str, Section]) -> tuple[Section, ...]:
    """The sections under a template's headings.

    Every section appears once. One that has no place in the template stands in the annex, before the sources that end a page.

    Args:
        chosen: The template.
        view: The place.
        written: The sections that were written, by the name of their file, in the order of a plan.
    """
    headed = {name for part in chosen.parts for name in part.sections}
    homeless = [name for name in written if name not in headed]
    # In the order the template gives, then in that of a plan; what every number rests on comes last.
    order = {name: at for at, name in enumerate(chosen.annexed)}
    homeless.sort(key=lambda name: (name == _LAST, order.get(name, len(order))))
    annex = tuple(replace(written[name], part=chosen.annex) for name in homeless)
    said = Paragraph(
        prose("Findings that fit under none of the headings above, how sure they are, and where every number comes from.")
    )
    opener = Section("part-annex", chosen.annex, "What the annex holds", (said,), chosen.annex, OPENS)
    return (_outline(chosen, view, written, annex), *_parts(chosen, view, written), opener, *annex)


def _parts(chosen: Template, view: View, written: Mapping[str, Section]) -> Iterable[Section]:
    for part in chosen.parts:
        held = [replace(written[name], part=part.heading) for name in part.sections if name in written]
        yield _opener(part, view, filled=bool(held))
        yield from held


def _outline(chosen: Template, view: View, written: Mapping[str, Section], annex: Iterable[Section]) -> Section:
    """The whole document in one table: it is the list of contents on paper, and the list of what is left to do."""
    blocks: list[Block] = [Paragraph(as_words(chosen.what), "lead")]
    if view.area.nation not in {"K", *chosen.nations}:
        where = in_words([_NATIONS[nation] for nation in chosen.nations])
        here = _NATIONS.get(view.area.nation, "the United Kingdom")
        said = prose(
            f"Such a document is asked for in {where}. ", Label(view.said), f" is in {here}: use the headings as far as they fit."
        )
        blocks.append(Paragraph(said, "note"))
    rows = [
        (
            (Label(part.heading),),
            _titles(written[name] for name in part.sections if name in written),
            as_words(" ".join(part.open)) or prose("nothing"),
        )
        for part in chosen.parts
    ]
    rows.append(((Label(chosen.annex),), _titles(annex), prose("nothing")))
    columns = ("Heading", "Filled from the figures by", _TO_WRITE)
    blocks.append(Table("The headings, what fills each, and what is left to write", columns, tuple(rows)))
    return Section(
        "outline",
        f"What this holds: {chosen.title[:1].lower()}{chosen.title[1:]}",
        "What this holds",
        tuple(blocks),
        kind="outline",
    )


def _titles(sections: Iterable[Section]) -> Text:
    names = "; ".join(section.short for section in sections)
    return as_words(names) if names else prose("nothing")


def _opener(part: TemplatePart, view: View, *, filled: bool) -> Section:
    """What is asked for under a heading, by whom, and what the place must write: shown as open, never made up."""
    blocks: list[Block] = [Paragraph((*as_words(part.asks), " ", *_cited(part)), "lead")]
    if part.covers:
        blocks.append(Paragraph((*prose("It treats "), *as_words(in_words(list(part.covers))), "."), "note"))
    if part.around:
        blocks.append(Paragraph(_around(view)))
    if not filled:
        blocks.append(Paragraph(prose("No section of this page fills this heading."), "note"))
    if part.open:
        items = tuple(as_words(line) for line in part.open)
        blocks.append(Group(f"part-{part.id}-open", _TO_WRITE, (Bullets(items),), kind="to-write"))
    return Section(f"part-{part.id}", part.heading, "What is asked here", tuple(blocks), part.heading, OPENS)


def _cited(part: TemplatePart) -> Iterable[Inline]:
    yield "("
    for at, source in enumerate(part.sources):
        if at:
            yield "; "
        yield Link(source.title, source.address) if source.address else Label(source.title)
        yield Label(f", {source.date.label}" if source.date else ", no date found")
    yield ")"


def _around(view: View) -> Text:
    """Which authority around the place would write such a plan."""
    lead = "Such a plan is written for the area of a strategic authority, or for a group of councils where there is none. "
    if view.area.level is Level.CAUTH:
        return prose(lead, Label(view.said), " is the area of a combined authority.")
    around = view.atlas.gazetteer.containing(view.area).get(Level.CAUTH, ())
    if around:
        return prose(
            lead,
            Label(view.said),
            " lies in ",
            Label(in_words([area.name for area in around])),
            ", the area of a combined authority.",
        )
    return prose(lead, Label(view.said), " lies in no combined authority, by the lists of areas that this page rests on.")
