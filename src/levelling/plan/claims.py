"""A charity's page for a bid: what its work can claim, what to record first, and the figures its work adds to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from levelling.atlas import Atlas
from levelling.core.source import Source
from levelling.plan.document import Block, Bullets, Document, Inline, Label, Link, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import figure, worked
from levelling.solutions.align import Claim, Claims, FrameworkOutcome, PlaceOutcome, Verdict, align


def document(atlas: Atlas, found: Claims) -> Document:
    """The page of a charity."""
    where: list[Inline] = [" in ", Label(found.area.name)] if found.area else []
    summary = prose(
        "What the work of ",
        Label(found.organisation.name),
        *where,
        " can show a commissioner: outcomes it can claim, what it has to record before it can, and the figures of the whole "
        "place that it adds to.",
    )
    made = (_claimed(found), _to_record(found), _added(atlas, found), _other_ages(found), _unused(found))
    sections = tuple(section for section in made if section is not None)
    kind = f"A charity's work in {found.area.name}" if found.area else "A charity's work"
    page = leaf(atlas, found.organisation.name, summary, sections, area=found.area, kind=kind)
    return replace(page, kicker="Outcomes for a bid")


def _claimed(found: Claims) -> Section:
    items = found.of(Verdict.CLAIM)
    blocks: list[Block] = []
    if not items:
        blocks.append(Paragraph(prose("Nothing yet: what the file records is not what any of these frameworks counts.")))
    if open_ := [item for item in items if item.is_open]:
        columns = ("Outcome", "Framework", "Activity", "What you record", "Evidence it wants", "To mind")
        blocks.append(Table("Outcomes you can claim now", columns, tuple(_row(found, item) for item in open_)))
    if closed := [item for item in items if not item.is_open]:
        columns = ("Outcome", "Framework", "Activity", "What you record", "Evidence it wanted", "To mind")
        blocks.append(Table("Closed funds: a record of what was done", columns, tuple(_row(found, item) for item in closed)))
    return Section("claim", "What you can claim", "You can claim", (*blocks, *_sources(items)))


def _row(found: Claims, item: Claim) -> tuple[Text, ...]:
    return (
        _outcome(item.outcome),
        prose(Label(item.framework.short)),
        prose(Label(item.activity.name)),
        _recorded(found, item),
        _evidence(item),
        prose(Label(item.note)),
    )


def _outcome(outcome: FrameworkOutcome) -> Text:
    return (Label(outcome.title, strong=True), ": ", *reckoned(outcome.definition, _quoted(outcome.title, outcome.source)))


def _evidence(item: Claim) -> Text:
    return reckoned(item.evidence, _quoted(item.outcome.title, item.outcome.source))


def _quoted(title: str, source: Source) -> Worked:
    return Worked.quoted(f"What counts for: {title}", source.title, source.address)


def _recorded(found: Claims, item: Claim) -> Text:
    parts: list[Inline] = []
    for at, shown in enumerate(item.recorded):
        parts += ["; " if at else "", Label(shown.title)]
        if shown.count is not None:
            about = Worked(f"{item.activity.name}: {shown.title}", f"As {found.organisation.name} counts it in its own file.")
            parts += [": ", worked(shown.count, about)]
        elif shown.text:
            parts += [": ", Label(shown.text)]
    return tuple(part for part in parts if part != "")


def _to_record(found: Claims) -> Section | None:
    items = [item for item in found.of(Verdict.RECORD) if item.is_open]
    if not items:
        return None
    rows = tuple(
        (
            _outcome(item.outcome),
            prose(Label(item.framework.short)),
            prose(Label(item.activity.name)),
            _evidence(item),
            prose(Label(item.note)),
        )
        for item in items
    )
    said = prose("Your work is of the kind that these count, but your file records nothing that would show it.")
    table = Table(
        "Outcomes to record first", ("Outcome", "Framework", "Activity", "Evidence it wants", "What to record, and to mind"), rows
    )
    return Section("record", "What to record first", "Record first", (Paragraph(said), table, *_sources(items)))


def _added(atlas: Atlas, found: Claims) -> Section | None:
    """Each figure of the whole place once, with the activities that add to it and its baseline where a place is named."""
    groups: dict[tuple[str, str], list[Claim]] = {}
    for item in found.of(Verdict.ADDS):
        groups.setdefault((item.framework.slug, item.outcome.key), []).append(item)
    if not groups:
        return None
    here: dict[tuple[str, str], PlaceOutcome] = {}
    if found.area is not None:
        among = {item.framework.slug: item.framework for item in found.items}.values()
        here = {(item.framework.slug, item.outcome.key): item for item in align(atlas, found.area, among).items}
    rows = tuple(_added_row(items, here.get(key)) for key, items in groups.items())
    said = prose(
        "These are figures of everybody in a place. Your work adds to them, and no one provider can claim them: show them as the "
        "need you meet, beside what you do."
    )
    columns = ("Outcome", "Framework", "Activities that add to it", *(("Baseline here, and how it differs",) if here else ()))
    table = Table("Figures of the whole place", columns, rows)
    return Section("adds", "What your work adds to", "Adds to", (Paragraph(said), table))


def _added_row(items: Sequence[Claim], here: PlaceOutcome | None) -> tuple[Text, ...]:
    first = items[0]
    ages = f", ages {first.outcome.ages.words}" if first.outcome.ages else ""
    cells: list[Text] = [
        prose(Label(f"{first.outcome.title}{ages}")),
        prose(Label(first.framework.short)),
        prose(Label("; ".join(dict.fromkeys(item.activity.name for item in items)))),
    ]
    if here is not None:
        cells.append(_baseline(here))
    return tuple(cells)


def _baseline(here: PlaceOutcome) -> Text:
    if not here.baselines:
        return prose(Label(f"No figure here. {here.why_none}"))
    baseline = here.baselines[0]
    return prose(figure(baseline.estimate), Label(baseline.tail))


def _other_ages(found: Claims) -> Section | None:
    items = found.of(Verdict.OTHER_AGES)
    if not items:
        return None
    lines = tuple(
        prose(Label(item.outcome.title, strong=True), ", ", Label(item.framework.short), ": ", Label(item.note)) for item in items
    )
    return Section("ages", "Not for the ages you work with", "Other ages", (Bullets(lines),))


def _unused(found: Claims) -> Section | None:
    said = [item.sentence for item in found.unused]
    said += [f"{item.title}: left out, as it does not hold for {found.area.name}." for item in found.elsewhere if found.area]
    if not said:
        return None
    lead = prose(
        "Nothing is guessed. An activity or a result counts where its own words, or the kind you give it, are among those that "
        "the frameworks refer to."
    )
    return Section(
        "unused", "What could not be used", "Not used", (Paragraph(lead), Bullets(tuple(prose(Label(line)) for line in said)))
    )


def _sources(items: Iterable[Claim]) -> Iterable[Block]:
    sources = dict.fromkeys((item.framework.title, item.outcome.source) for item in items)
    lines = []
    for title, source in sources:
        when = f", {source.date.label}" if source.date else ", no date found"
        named: Inline = Link(source.title, source.address) if source.address else Label(source.title)
        lines.append(prose(Label(title), ": ", named, Label(when), "."))
    if lines:
        yield Paragraph(prose("Where they were read:"), "note")
        yield Bullets(tuple(lines))
