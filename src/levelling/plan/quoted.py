"""What the register quotes, in the parts of a document: money and numbers of people with their sources, and the sources."""

from levelling.core.source import Source
from levelling.core.words import number, pounds
from levelling.plan.document import Label, Link, Number, Text, Worked, prose
from levelling.solutions.register import Amount, Enabler, Reach


def quoted(value: float, unit: str, what: str, source: Source, period: str = "", note: str = "") -> Number:
    """A number as a source states it.

    Args:
        value: The number.
        unit: `£` or `people`.
        what: What it is of.
        source: Who says so.
        period: What it is for, in the source's words.
        note: What to mind.
    """
    text = pounds(value) if unit == "£" else f"{number(value, 0)} {unit}"
    return Number(text, value, unit, Worked.quoted(what, source.title, source.address, note=note, period=period))


def quoted_sum(enabler: Enabler, amount: Amount) -> Number:
    """A sum of an enabler's money; its period is to be shown beside it."""
    return quoted(amount.pounds, "£", f"{enabler.name}: money", amount.source, amount.period, amount.note)


def quoted_area(enabler: Enabler, reach: Reach) -> Text:
    """What a source says of an area that an enabler reaches: money, people and period; empty where it gives no number."""
    what = f"{enabler.name} in {reach.name}"
    parts: list[Number] = []
    if reach.pounds is not None:
        parts.append(quoted(reach.pounds, "£", f"{what}: money", reach.source, reach.period, reach.note))
    if reach.people is not None:
        parts.append(quoted(reach.people, "people", f"{what}: people it is to help", reach.source, reach.period))
    if reach.people_a_year is not None:
        people = f"{what}: people it is to help in a year"
        parts.append(quoted(reach.people_a_year, "people a year", people, reach.source, reach.period))
    told: list[Text] = [(part,) for part in parts]
    if parts and reach.period:
        told.append(prose(Label(reach.period)))
    return tuple(piece for at, text in enumerate(told) for piece in ((*prose(", "), *text) if at else text))


def cited(source: Source) -> Text:
    """A source with its date, to follow where it has an address."""
    date = f", {source.date.label}" if source.date is not None else ", no date"
    title = Link(source.title, source.address) if source.address else Label(source.title)
    return prose(title, Label(date))
