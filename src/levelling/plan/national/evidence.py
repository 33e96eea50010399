"""Evidence on a page: how sure one may be of each way of working, or the whole of what is known of one."""

from levelling.atlas import Atlas
from levelling.core.words import opened
from levelling.plan.cased import cited_text, result_text, rule, votes_text, ways
from levelling.plan.document import Block, Bullets, Document, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.national.cases import KICKER
from levelling.plan.national.pooled import forest, pool_text
from levelling.plan.reckoned import reckoned
from levelling.practice.cases import headline
from levelling.practice.evidence import VOTES_LIMIT, Body, Evidence, Usable


def document(atlas: Atlas, found: Evidence) -> Document:
    """The page."""
    if len(found.bodies) == 1:
        return _one(atlas, found.bodies[0])
    blocks: tuple[Block, ...] = (Paragraph(prose(VOTES_LIMIT), "lead"), ways(found.bodies))
    summary = prose("How far one may rely on what is known of each way of working.")
    section = Section("ways", "Every way of working", "All", (*blocks, Paragraph(rule(), "note")))
    return leaf(atlas, "How sure is what works", summary, (section,), kind="The library of cases", kicker=KICKER)


def _one(atlas: Atlas, item: Body) -> Document:
    whom = f" for {item.group.value}" if item.group is not None else ""
    lead = [Paragraph(votes_text(votes), "lead" if not at else "") for at, votes in enumerate(item.votes)]
    notes = [Paragraph(prose(VOTES_LIMIT), "note"), Paragraph(rule(), "note")]
    sections = [Section("votes", "Which way the cases point", "In short", (*lead, *notes))]
    if item.contrasts:
        sections.append(_contrasts(item))
    if item.entries:
        sections.append(_entries(item))
    if item.heaps or item.own.faults:
        sections.append(_pools(item))
    if item.uncompared:
        told = Bullets(tuple((Label(f"{case.name}. ", strong=True), *_happened(headline(case))) for case in item.uncompared))
        text = prose("These were held against no good comparison. They say what happened, not what was changed.")
        sections.append(Section("happened", "Without a good comparison", "Not compared", (Paragraph(text), told)))
    title = f"{opened(item.mechanism.value)}{whom}"
    summary = prose(Label(f"What is known of {item.mechanism.words}{whom}, and how sure that is."))
    return leaf(atlas, title, summary, sections, kind="What the cases say together", kicker=KICKER)


def _happened(told: str) -> Text:
    return reckoned(told, Worked("What happened in a case", "Quoted from: the sources of the case, which its own page lists."))


def _contrasts(item: Body) -> Section:
    quoted = Worked("What a case found", "Quoted from: the sources of the cases, which the table below names.")
    blocks: list[Block] = []
    for contrast in item.contrasts:
        names = [case.name for case in contrast.cases]
        blocks.append(Bullets(tuple(reckoned(part, quoted, names) for part in contrast.parts)))
        blocks.append(Paragraph(reckoned(contrast.why, quoted, names)))
    return Section("beside", "To be read side by side", "Side by side", tuple(blocks))


def _entries(item: Body) -> Section:
    rows = tuple(
        (
            prose(Label(entry.case.name)),
            result_text(entry.case, entry.result),
            prose(Label(f"{opened(entry.case.comparison.value)}{', a review' if entry.case.review else ''}")),
            prose(Label("" if isinstance(entry.judged, Usable) else opened(entry.judged.why))),
            cited_text(entry.result.source),
        )
        for entry in item.entries
    )
    columns = ("Case", "What came of it", "Held against", "Why it is not pooled", "Source")
    return Section("results", "Every effect", "Effects", (Table("Every effect of these cases", columns, rows),))


def _pools(item: Body) -> Section:
    blocks: list[Block] = [
        Paragraph(pool_text(heap)) if heap.pooled is None else forest(heap, heap.pooled, at) for at, heap in enumerate(item.heaps)
    ]
    blocks += [Paragraph(prose(told), "note") for told in item.own.assumed if not any(sign.isdigit() for sign in told)]
    blocks += [Paragraph(prose(Label(told)), "note") for told in item.own.assumed if any(sign.isdigit() for sign in told)]
    if item.own.faults:
        blocks.append(Paragraph(prose("Left out of your file:")))
        blocks.append(Bullets(tuple(prose(Label(fault)) for fault in item.own.faults)))
    return Section("pooled", "What can be pooled, and what cannot", "Pooled", tuple(blocks))
