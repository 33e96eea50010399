"""The whole of one enabler in lines to read."""

from collections.abc import Iterator

from levelling.core.period import Period
from levelling.core.source import Source
from levelling.core.words import listed, number, pounds
from levelling.solutions.register.enabler import Amount, Enabler, Extent, Reach, nations_of
from levelling.solutions.register.found import Standing
from levelling.solutions.register.register import Register
from levelling.solutions.register.status import status_at

_EXTENT = {
    Extent.EVERYWHERE: "everywhere in {nations}",
    Extent.LISTED: "these areas of {nations} and no others",
    Extent.INCOMPLETE: "some places in {nations}; not all of them were found",
}


def told(register: Register, item: Standing, as_of: Period) -> tuple[str, ...]:
    """Everything the register holds of an enabler, each line with its source where it rests on one alone."""
    return tuple(_lines(register, item, as_of))


def _lines(register: Register, item: Standing, as_of: Period) -> Iterator[str]:
    enabler = item.enabler
    yield f"{enabler.name}: {enabler.kind.value}, led by {enabler.lead}"
    yield f"As of {as_of.label}: {item.status.status.value}. {item.status.sentence}"
    if item.area is not None and item.reach is not None:
        yield f"In {item.area.name}: {item.reach.answer.value}. {item.reach.sentence}"
    yield from successions(register, enabler, as_of)
    yield ""
    yield enabler.purpose
    yield f"Where: {where(enabler)}."
    yield f"Who can use it: {listed([user.words for user in enabler.users])}."
    yield f"The voluntary sector: {enabler.vcse_role or 'nothing was found of its part.'}"
    yield f"Topics: {', '.join(enabler.topics)}. How it works: {enabler.mechanism}. Confidence: {enabler.confidence}."
    yield from _bullets("What it is kept for, and its limits:", enabler.ring_fences)
    yield from _bullets("What must be so first:", enabler.conditions)
    yield from _bullets("Money, each sum for its own period:", [money(one) for one in enabler.amounts])
    yield from _bullets("Areas a source names:", [named(one) for one in enabler.areas if one.is_placed])
    yield from _bullets("Named by a source, not placed:", [named(one) for one in enabler.areas if not one.is_placed])
    yield from _bullets("Sources:", [cited(one) for one in enabler.sources])


def _bullets(heading: str, items: "tuple[str, ...] | list[str]") -> Iterator[str]:
    if items:
        yield heading
        yield from (f"  - {item}" for item in items)


def successions(register: Register, enabler: Enabler, as_of: Period) -> Iterator[str]:
    """What follows it, with how that stands, and what it follows."""
    after = [register.get(name) for name in enabler.replaced_by]
    if after:
        yield f"What follows it: {'; '.join(f'{one.name} ({status_at(one, as_of).status.value})' for one in after)}."
    before = [one.name for one in register if enabler.id in one.replaced_by]
    if before:
        yield f"It follows: {'; '.join(before)}."


def where(enabler: Enabler) -> str:
    """Where it reaches, in words."""
    return _EXTENT[enabler.extent].format(nations=nations_of(enabler))


def money(amount: Amount) -> str:
    """A sum with its period, what to mind and its source."""
    period = f", {amount.period}" if amount.period else ", for a period its source does not tell"
    return f"{pounds(amount.pounds)}{period}.{f' {amount.note}' if amount.note else ''} {amount.source.title}."


def named(reach: Reach) -> str:
    """An area with what its source says of it."""
    parts = [pounds(reach.pounds)] if reach.pounds is not None else []
    if reach.people is not None:
        parts.append(f"{number(reach.people, 0)} people")
    if reach.people_a_year is not None:
        parts.append(f"{number(reach.people_a_year, 0)} people a year")
    parts += [reach.period] if reach.period else []
    parts += [f"from {reach.started.label}"] if reach.started else []
    told = f"{reach.name}: {', '.join(parts)}." if parts else f"{reach.name}."
    return f"{told}{f' {reach.note}' if reach.note else ''} {reach.source.title}."


def cited(source: Source) -> str:
    """A source with its date and address."""
    date = source.date.label if source.date is not None else "no date"
    return f"{source.title} ({date}){f', {source.address}' if source.address else ''}"
