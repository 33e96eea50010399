"""The page of a provider market: who serves what, how scattered that is, which needs nobody answers, and how far to trust it."""

from collections.abc import Sequence

from levelling.atlas import Atlas
from levelling.core.words import listed, number, opened
from levelling.plan.charts.kinds import Bar, Bars
from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Label,
    Number,
    Paragraph,
    Section,
    Table,
    Text,
    Worked,
    prose,
)
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import spoken
from levelling.solutions.providers import Kind, Market
from levelling.solutions.providers.concentration import YARDSTICK
from levelling.solutions.providers.market import Gap, Served, gaps_in_words
from levelling.solutions.providers.notes import SOURCE_PAPER, freshness, placing, quality

_MOST_ROWS = 200
_MOST_NAMED = 8
_VERDICTS = {
    "gap": "nothing offered",
    "one provider": "one provider alone",
    "served": "something offered",
    "no such service": "no kind of service in a directory answers it",
}


def document(atlas: Atlas, found: Market) -> Document:
    """The page."""
    where = f" in {spoken(found.area.name)}" if found.area else ""
    about = _about(found, "Services and providers")
    sections = [_market(found, about), _scatter(found, about)]
    if found.gaps:
        sections.append(_needs(found, about))
    sections.append(_trust(found, about))
    summary = prose("What ", Label(found.source), " offers", Label(where), ", judged at ", Label(found.as_of.label), ".")
    title = f"Provider market{where}"
    return leaf(atlas, title, summary, sections, area=found.area, kind="From a directory of services")


def _about(found: Market, what: str) -> Worked:
    how = (
        f"Counted in the directory {found.source}, judged at {found.as_of.label}. Barriers and groups are recognised by declared "
        "words, which miss some services and take in others by mistake; docs/explanation/providers.md says how many."
    )
    return Worked(what, how, found.as_of.label)


def _market(found: Market, about: Worked) -> Section:
    blocks: list[Block] = [Paragraph(_told(found.sentence, found, about), "lead")]
    for kind, title in ((Kind.BARRIER, "Barriers to work"), (Kind.GROUP, "Groups of people")):
        served = found.of(kind)
        if any(item.services for item in served):
            blocks.append(_figure(about, title, served))
    return Section("market", "Who serves what", "Who serves what", tuple(blocks))


def _figure(about: Worked, title: str, served: Sequence[Served]) -> Figure:
    id_ = f"f-{served[0].theme.kind.value}"
    ordered = sorted(served, key=lambda item: -item.providers)
    bars = tuple(Bar(opened(item.theme.title), item.providers, shown=number(item.providers, 0)) for item in ordered)
    chart = Bars(
        f"{id_}-bars", f"{title}: providers", "Providers of each, most first. The table lists them.", bars, "Providers", 0
    )
    columns = ("Help with, or for", "Services", "Providers", "Herfindahl index", "Which means", "Stale or undated")
    rows = tuple(
        (
            prose(Label(opened(item.theme.title))),
            (worked(item.services, about),),
            (worked(item.providers, about),),
            (worked(item.index, about),) if item.index is not None else prose("none"),
            prose(Label(item.meaning)),
            (worked(item.stale, about),),
        )
        for item in served
    )
    sentence: Text = (*_most(ordered, about), *_nobody([item.theme.title for item in served if not item.services], about))
    return Figure(id_, title, sentence, (chart,), (), Table(f"{title}: who serves them", columns, rows))


def _most(ordered: Sequence[Served], about: Worked) -> Text:
    first = ordered[0]
    count = worked(first.providers, about)
    if sum(item.providers == first.providers for item in ordered) > 1:
        return prose("None of them has more than ", count, " provider." if first.providers == 1 else " providers.")
    return prose(f"{opened(first.theme.title)} has the most providers, ", count, ".")


def _nobody(titles: Sequence[str], about: Worked) -> Text:
    if not titles:
        return prose(" Each is served by somebody.")
    if len(titles) > _MOST_NAMED:
        return prose(" For ", worked(len(titles), about), " of them nobody was found.")
    return prose(f" Nobody was found for {listed(titles, 'or')}.")


def _scatter(found: Market, about: Worked) -> Section:
    single = found.single_share
    blocks: list[Block] = []
    if single is None:
        blocks.append(Paragraph(prose("No provider was found to help with a barrier to work."), "lead"))
    else:
        share = worked(single, about, "%", 0)
        lead: Text = ("Of the providers that help with a barrier to work, ", share, " help with a single one.")
        blocks.append(Paragraph(lead, "lead"))
        rows = tuple((prose(label), (worked(count, about),)) for label, count in found.by_barriers.items())
        bars = tuple(Bar(opened(label), count, shown=number(count, 0)) for label, count in found.by_barriers.items())
        chart = Bars(
            "barriers-each", "Providers by how many barriers they help with", "The table has the same.", bars, "Providers", 0
        )
        table = Table("Providers by how many barriers they help with", ("Barriers", "Providers"), rows)
        alone = prose(
            "One that helps with a single barrier is a specialist; with four or more it comes near a whole-person service."
        )
        blocks.append(Figure("f-barriers-each", "How many barriers each provider helps with", alone, (chart,), (), table))
    blocks.append(Paragraph(prose(Label(SOURCE_PAPER)), "note"))
    blocks.append(Paragraph(prose(_explained()), "note"))
    if found.offers:
        blocks.append(_providers(found, about))
    return Section("scatter", "How scattered it is", "How scattered", tuple(blocks))


def _explained() -> Label:
    return Label(
        "The Herfindahl index is 10,000 where one provider offers everything, and 10,000 divided by their number where all offer "
        f"the same. {YARDSTICK}: drawn for firms that compete, and used here for words alone."
    )


def _providers(found: Market, about: Worked) -> Table:
    ordered = sorted(found.offers, key=lambda offer: (-len(offer.barriers), -offer.services, offer.name.casefold()))[:_MOST_ROWS]
    rows = tuple(
        (
            prose(Label(offer.name)),
            (worked(offer.services, about),),
            prose(Label(", ".join([*offer.barriers, *offer.groups]) or "none found")),
            prose(Label(offer.newest.isoformat() if offer.newest else "no date")),
        )
        for offer in ordered
    )
    first = f", the first {_MOST_ROWS} by how much they cover" if len(found.offers) > _MOST_ROWS else ""
    return Table(f"Providers{first}", ("Provider", "Services", "Serves", "Last looked at"), rows, folded=True)


def _needs(found: Market, about: Worked) -> Section:
    rows = tuple(_need(gap, about) for gap in found.gaps)
    columns = ("Need", "People", "Services", "Providers", "Services per 10,000 people", "Verdict")
    table = Table("Needs of the place and what is offered for each", columns, rows)
    lead = _told(gaps_in_words(found.gaps), found, about)
    note = prose(
        "Needs come from the place's figures, services from the directory. That something is offered does not say that it is "
        "enough, that it is good, or that it has room."
    )
    return Section("needs", "Needs and what is offered", "Needs", (Paragraph(lead, "lead"), table, Paragraph(note, "note")))


def _need(gap: Gap, about: Worked) -> tuple[Text, ...]:
    need = gap.need
    people: Text = prose("not known")
    if need.people is not None:
        origin = Worked(need.group, need.sentence, need.period.label, inputs=need.inputs, releases=need.releases)
        people = (worked(need.people, origin),)
    none = prose("none")
    return (
        prose(Label(need.name)),
        people,
        (worked(gap.services, about),) if gap.themes else none,
        (worked(gap.providers, about),) if gap.themes else none,
        (_rate(gap, about),) if gap.per_10_000 is not None else none,
        prose(_VERDICTS[gap.verdict]),
    )


def _rate(gap: Gap, about: Worked) -> Number:
    how = f"{about.how} Divided by the people of the group, times 10,000."
    return worked(gap.per_10_000 or 0.0, Worked(f"Services per 10,000 {gap.need.group}", how, inputs=gap.need.inputs), decimals=1)


def _trust(found: Market, about: Worked) -> Section:
    said = [*placing(found), *freshness(found), *quality(found)]
    blocks: list[Block] = [Bullets(tuple(_told(sentence, found, about) for sentence in said))]
    if found.places and found.area is None:
        rows = tuple(
            (prose(Label(spoken(item.area.name))), (worked(item.services, about),), (worked(item.providers, about),))
            for item in found.places
        )
        blocks.append(Table("Local authorities that services reach", ("Authority", "Services", "Providers"), rows, folded=True))
    if found.problems:
        shown = found.problems[:_MOST_ROWS]
        problems = tuple(
            (prose(Label(item.page)), _row(item.row), prose(Label(item.field or "all")), prose(Label(item.reason)))
            for item in shown
        )
        first = f", the first {_MOST_ROWS}" if found.problem_count > _MOST_ROWS else ""
        blocks.append(
            Table(f"What could not be taken as it stood{first}", ("Page", "Entry", "Field", "Why"), problems, folded=True)
        )
    return Section("trust", "How far to trust it", "How far to trust it", tuple(blocks))


def _row(row: int | None) -> Text:
    return prose(Label("the whole page" if row is None else str(row)))


def _told(sentence: str, found: Market, about: Worked) -> Text:
    return reckoned(sentence, about, [found.as_of.label, found.source])
