"""A case in words: its results, its grade, its returns, its cost, and the whole of it in lines to read."""

from collections.abc import Iterator, Sequence

from levelling.core.words import listed, nations, number, opened, pounds
from levelling.practice.cases.case import MARYLAND, Case, Cost, Result, Return, Source
from levelling.practice.cases.likeness import Likeness
from levelling.practice.cases.vocabulary import Comparison, Direction, Extent, Measures

_CURRENCIES = {"EUR": "euros", "USD": "US dollars"}


def size_of(result: Result) -> str:
    """The number of a result with its unit, signed where it is an effect; its interval where it has no number; else empty.

    Example:
        >>> from levelling.practice.cases import library
        >>> [size_of(result) for result in library().get("talent-match-plus-merseyside").results]
        ['from −1 to +3 percentage points', 'from +16 to +20 percentage points', 'from −5 to −1 percentage points']
    """
    effect = result.is_effect and result.unit != "risk ratio"
    if result.value is not None:
        interval = f" ({_number(result.lower)} to {_number(result.upper)})" if result.lower is not None else ""
        return f"{_amount(result.value, result.unit, signed=effect)}{interval}"
    if result.lower is None or result.upper is None:
        return ""
    lower, upper = (_number(end, signed=effect) for end in (result.lower, result.upper))
    return f"from {lower} to {upper} {result.unit}"


def _amount(value: float, unit: str, *, signed: bool) -> str:
    if unit == "risk ratio":
        return f"{_number(value)} times as likely"
    text = _number(value, signed=signed)
    if unit.startswith("£"):
        return f"{pounds(value)}{unit[1:]}"
    if unit == "%" or unit.startswith("% "):
        return f"{text}%{'' if unit == '% change' else unit[1:]}"
    return f"{text} {unit}"


def _number(value: float | None, *, signed: bool = False) -> str:
    if value is None:
        return ""
    decimals = next((at for at in range(3) if abs(round(value, at) - value) < 1e-9), 2)
    text = number(value, decimals)
    return f"+{text}" if signed and value > 0 else text


def result_told(result: Result, *, brief: bool = False) -> str:
    """A result in a line: what was measured, what was found, how much, and what to mind.

    Args:
        result: The result.
        brief: Whether what to mind is left out.

    Example:
        >>> from levelling.practice.cases import library
        >>> result_told(library().get("thrive-into-work").results[0])
        'Worked 13 weeks or more in the first year: gain, +4 percentage points. Significant at 99 per cent. ...'
    """
    size = size_of(result)
    if result.found is None:
        said = f"{result.outcome}: {size}" if size else result.outcome
    elif result.found is Direction.NOT_READ:
        said = f"{result.outcome}: measured, and the answer was not read"
    else:
        fewer = " where less is better" if size and result.good == "lower" else ""
        said = f"{result.outcome}: {result.found.value}{f', {size}' if size else ''}{fewer}"
    scope = f" (of {result.scope})" if result.scope and result.scope not in result.outcome else ""
    note = "" if brief or not result.note else f" {result.note}"
    computed = " Computed here." if result.computed and "reckoned here" not in note else ""
    return f"{opened(said)}{scope}.{note}{computed}"


def grade_told(case: Case) -> str:
    """How it was compared, in a sentence.

    Example:
        >>> from levelling.practice.cases import library
        >>> grade_told(library().get("spear"))
        'Matched comparison (3 of 5 on the Maryland scale: people or places made alike are compared).'
    """
    return f"{opened(case.comparison.value)} ({case.maryland} of 5 on the Maryland scale: {MARYLAND[case.maryland]})."


def return_told(item: Return) -> str:
    """A published return in a line, with how it came about."""
    upper = f" to {_number(item.upper)}" if item.upper is not None else ""
    computed = " Computed here." if item.computed and "omputed here" not in item.note else ""
    note = f" {item.note}" if item.note else ""
    return f"£{_number(item.value)}{upper} to {item.to} for each £1, {item.kind.value}.{note}{computed}"


def cost_told(cost: Cost) -> str:
    """What a case cost, in a line."""
    parts = []
    if cost.total is not None:
        parts.append(f"{money(cost.total, cost.currency)}{f', {cost.period}' if cost.period else ' in all'}")
    if cost.per_person is not None:
        parts.append(f"{money(cost.per_person, cost.currency)} for each person")
    year = f", in prices of {cost.price_year}" if cost.price_year is not None else ""
    return f"{opened(listed(parts))}{year}.{f' {cost.note}' if cost.note else ''}"


def money(value: float, currency: str) -> str:
    """A sum in its currency.

    Example:
        >>> money(108_000_000, "GBP"), money(12_500, "USD")
        ('£108 million', '12,500 US dollars')
    """
    return pounds(value) if currency == "GBP" else f"{number(value, 0)} {_CURRENCIES[currency]}"


def years(case: Case) -> str:
    """When it ran: '2014 to 2018', 'from 2020', 'to 2012'; empty where no year was found."""
    started, ended = case.started, case.ended
    if started is not None and ended is not None:
        return started.label if started == ended else f"{started.label} to {ended.label}"
    return f"from {started.label}" if started is not None else f"to {ended.label}" if ended is not None else ""


def where(case: Case) -> str:
    """Where it ran, in words; that it has no place of its own where it has none."""
    if case.extent is Extent.ABROAD:
        return (
            case.place if case.country in case.place or case.country in {"several", "many"} else f"{case.place}, {case.country}"
        )
    if case.extent is Extent.NOT_NAMED:
        return f"{case.place}, not told one by one"
    return case.place if case.extent is Extent.PLACES or case.place == nations(case.nations) else f"all over {case.place}"


def cited(source: Source) -> str:
    """A source with its date, address and what to mind."""
    date = source.date.label if source.date is not None else "no date"
    note = f" {source.note}" if source.note else ""
    return f"{source.title} ({date}){f', {source.address}' if source.address else ''}{'.' if note else ''}{note}"


def told(case: Case, names: "dict[str, str]", like: Likeness | None = None) -> tuple[str, ...]:
    """Everything the library holds of a case, in lines.

    Args:
        case: The case.
        names: The name of each case, by id.
        like: How it is like a place, where one was asked for.
    """
    return tuple(_lines(case, names, like))


def _lines(case: Case, names: "dict[str, str]", like: Likeness | None) -> Iterator[str]:
    when = f", {years(case)}" if years(case) else ""
    yield f"{case.name}: {case.mechanism.value}, led by {case.lead}"
    yield f"{opened(where(case))}{when}. {grade_told(case)}"
    if like is not None:
        yield like.sentence
    flags = f"{opened(listed([flag.value for flag in case.flags]))}. " if case.flags else ""
    yield f"Mind: {flags}{case.caution}"
    yield ""
    yield case.what
    yield f"For: {case.people}. In their way: {listed(list(case.barriers))}."
    if case.partners:
        yield f"With: {listed(list(case.partners))}."
    yield f"Took part: {took_part(case)}. Cost: {cost_told(case.cost) if case.cost is not None else 'not found.'}"
    yield from _bullets("What came of it:", [result_told(result) for result in case.results])
    if not case.results:
        yield "What came of it: nothing measured was found."
    yield from _bullets("What comes back for each pound, as published:", [return_told(item) for item in case.returns])
    if case.other:
        yield f"Also: {case.other}"
    yield from _bullets("What must be so for it to work elsewhere:", case.conditions)
    yield from _bullets("Read it with:", [f"{names[one.case]} ({one.case}). {one.why}" for one in case.read_with])
    yield from _bullets("Sources:", [cited(source) for source in case.sources])


def took_part(case: Case) -> str:
    """How many took part, with what that counts.

    Example:
        >>> from levelling.practice.cases import library
        >>> took_part(library().get("talent-match")), took_part(library().get("fair-start-scotland"))
        ('about 26,000', '32,504 (starts in three years)')
    """
    if case.participants is None:
        return case.participants_note or "not found"
    count, note = number(case.participants, 0), case.participants_note
    before = {"about", "over", "nearly", "just over"}
    first, _, rest = note.partition(", ")
    if first in before:
        return f"{first} {count}{f', {rest}' if rest else ''}"
    return f"{count} ({note})" if note else count


def _bullets(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield heading
        yield from (f"  - {item}" for item in items)


def first_result(case: Case) -> Result | None:
    """The one result to name first: about work where there is one, effects before what only happened; `None` where none is."""
    return min(case.results, key=_first, default=None)


def headline(case: Case) -> str:
    """The first result in a line, or that none was found."""
    first = first_result(case)
    return result_told(first) if first is not None else "Nothing measured was found."


def _first(result: Result) -> tuple[bool, bool, bool]:
    return (result.measures is not Measures.EFFECT, not result.about.is_work, result.found is Direction.NOT_READ)


def compared(case: Case) -> str:
    """What it was held against, in few words, such as 'randomised trial, after 12 months'."""
    after = f", after {case.months} months" if case.months is not None and case.comparison is not Comparison.NONE else ""
    return f"{case.comparison.value}{after}"
