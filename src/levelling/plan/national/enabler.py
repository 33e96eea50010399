"""One enabler on a page: all that the register holds of it, every number with its source."""

from collections.abc import Iterator

from levelling.atlas import Atlas
from levelling.core.period import Period
from levelling.core.words import listed, opened
from levelling.plan.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Label,
    Paragraph,
    Section,
    Table,
    Text,
    prose,
)
from levelling.plan.leaf import leaf
from levelling.plan.national.enablers import KICKER
from levelling.plan.quoted import cited, quoted_area, quoted_sum
from levelling.solutions.register import Enabler, Reach, Register, Standing, successions, where


def document(atlas: Atlas, register: Register, item: Standing, as_of: Period) -> Document:
    """The page."""
    enabler = item.enabler
    sections = tuple(_sections(atlas, register, item, as_of))
    summary = prose(Label(enabler.purpose))
    kind = f"{enabler.kind.value.capitalize()}, as of {as_of.label}"
    return leaf(atlas, enabler.name, summary, sections, kind=kind, kicker=KICKER)


def _sections(atlas: Atlas, register: Register, item: Standing, as_of: Period) -> Iterator[Section]:
    enabler = item.enabler
    facts = (
        Fact("How it stands", prose(Label(f"{opened(item.status.status)}. {item.status.sentence}"))),
        *_here(item),
        *(Fact(*_split(line)) for line in successions(register, enabler, as_of)),
        Fact("Led by", prose(Label(opened(enabler.lead)))),
        Fact("Where", prose(Label(opened(where(enabler))))),
        Fact("Who can use it", prose(Label(opened(listed([user.words for user in enabler.users]))))),
        Fact("The voluntary sector", prose(Label(enabler.vcse_role or "Nothing was found of its part."))),
        Fact("Topics", prose(Label(opened(listed(list(enabler.topics)))))),
        Fact("How it works", prose(Label(opened(enabler.mechanism)))),
        *([Fact("The law it stands on", prose(Label(enabler.law)))] if enabler.law else []),
        Fact("Confidence", prose(Label(opened(enabler.confidence)))),
    )
    yield Section("what", "What it is", "What it is", (Facts(facts), *_words(enabler)))
    if enabler.amounts:
        yield _money(enabler)
    if enabler.areas:
        yield _areas(atlas, enabler)
    sources = Bullets(tuple(cited(source) for source in enabler.sources))
    yield Section("read", "Where this was read", "Where read", (sources,))


def _here(item: Standing) -> Iterator[Fact]:
    if item.area is not None and item.reach is not None:
        yield Fact(f"In {item.area.name}", prose(Label(f"{opened(item.reach.answer)}. {item.reach.sentence}")))


def _split(line: str) -> tuple[str, Text]:
    term, _, rest = line.partition(": ")
    return term, prose(Label(rest))


def _words(enabler: Enabler) -> Iterator[Block]:
    for heading, told in (
        ("What it is kept for, and its limits", enabler.ring_fences),
        ("What must be so first", enabler.conditions),
    ):
        if told:
            yield Paragraph(prose(heading, ":"))
            yield Bullets(tuple(prose(Label(one)) for one in told))


def _money(enabler: Enabler) -> Section:
    rows = tuple(
        (
            prose(Label(amount.period or "Its source does not say")),
            (quoted_sum(enabler, amount),),
            prose(Label(amount.note)),
            cited(amount.source),
        )
        for amount in enabler.amounts
    )
    table = Table("Money, each sum for its own period", ("Period", "Sum", "What to mind", "Source"), rows)
    told = prose("Each sum stands for its own period. They are never added up: some are parts of others.")
    return Section("money", "Money", "Money", (Paragraph(told), table))


def _areas(atlas: Atlas, enabler: Enabler) -> Section:
    rows = tuple(
        (_name(atlas, one), quoted_area(enabler, one), prose(Label(one.note)), cited(one.source)) for one in enabler.areas
    )
    table = Table("Areas that a source names", ("Area", "What for", "What to mind", "Source"), rows)
    told = (
        "These are all the areas it reaches." if enabler.areas_complete else "Not all areas were found: others may have it too."
    )
    if enabler.extent == "everywhere":
        told = "It reaches everywhere; of these areas a source says more."
    return Section("areas", "Areas", "Areas", (Paragraph(prose(told)), table))


def _name(atlas: Atlas, reach: Reach) -> Text:
    if reach.codes:
        return prose(Label(reach.name))
    if not reach.within:
        return prose(Label(reach.name), ", named by the source, not placed")
    around = listed([atlas.gazetteer.get(code).name for code in reach.within])
    return prose(Label(reach.name), ", somewhere in ", Label(around))
