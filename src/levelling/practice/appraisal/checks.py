"""What must hold between the parts of an option: years within the horizon, shares within bounds, nothing counted twice."""

import difflib
import re
from collections.abc import Iterator, Mapping

from levelling.atlas.parameters import parameter
from levelling.core.errors import UserError
from levelling.practice.appraisal.option import Benefit, Cost, Kind, Option, Term, Transfer

PRODUCTS = {"people_helped": ("people_reached", "uptake"), "outcomes": ("people_reached", "uptake", "effect")}
BOUNDS: dict[str, tuple[float, float]] = {
    "uptake": (0.0, 1.0),
    "effect": (-1.0, 1.0),
    "deadweight": (0.0, 1.0),
    "displacement": (0.0, 1.0),
    "substitution": (0.0, 1.0),
    "leakage": (0.0, 1.0),
    "drop_off": (0.0, 1.0),
}


def consistency(option: Option, named: set[str], whole: set[str]) -> Iterator[str]:
    """Every fault between the parts of an option, each with its place.

    Args:
        option: The option; parts that are wrong stand in it as nothing.
        named: The names its file gives, those whose value is wrong included.
        whole: The places of the benefits that are not wrong in themselves.
    """
    yield from _bounds(option)
    yield from _prices(option)
    yield from _names(option, named)
    yield from _twice(option, whole)
    yield from _correlated(option, named)


def _flows(option: Option) -> Iterator[tuple[str, Cost | Benefit | Transfer]]:
    items: tuple[Cost | Benefit | Transfer, ...] = (*option.costs, *option.benefits, *option.transfers)
    for item in items:
        yield (item.place if item.name == item.place else f"{item.place} ({item.name})"), item


def terms(option: Option) -> Iterator[tuple[str, str, Term]]:
    """Every term of an option: its place, the field it stands in, and itself."""
    for group in (option.shares, option.people):
        yield from ((key, key, term) for key, term in group.items())
    yield from ((f"inputs, {key}", "", term) for key, term in option.inputs.items())
    for place, item in _flows(option):
        yield f"{place}, amount", "amount", item.amount
        yield from ((f"{place}, {key}", key, term) for key, term in item.own.items())
        if isinstance(item, Benefit) and item.group_income is not None:
            yield f"{place}, group_income", "income", item.group_income
    if option.reference_income is not None:
        yield "reference_income", "income", option.reference_income


def outside(field: str, low: float, high: float) -> str:
    """What is wrong with a quantity's ends for the field it stands in; empty where nothing is.

    Example:
        >>> outside("uptake", 0.2, 60.0)
        'is over 100% (60): write 60% as 0.6'
    """
    bottom, top = BOUNDS.get(field, (0.0, float("inf")))
    if low < bottom:
        return f"is below {bottom:g} ({low:g})" if bottom else f"is negative ({low:g})"
    if high > top:
        hint = f": write {high:g}% as {high / 100:g}" if 2 <= high <= 100 else ""
        return f"is over 100% ({high:g}){hint}"
    if field == "income" and low <= 0:
        return "should be above nought"
    return ""


def _bounds(option: Option) -> Iterator[str]:
    for place, field, term in terms(option):
        if term.quantity is not None and (said := outside(field, term.quantity.low, term.quantity.high)):
            yield f"{place}: {said}"


def _prices(option: Option) -> Iterator[str]:
    for place, _, term in terms(option):
        told = None
        if term.parameter:
            try:
                told = parameter(term.parameter)
            except UserError as error:
                yield f"{place}: {str(error).rstrip('.')}"
        year = term.price_year or (told.price_year if told else "")
        if year and not re.fullmatch(r"\d{4}(-\d{2})?", year):
            yield f"{place}, price_year: should be a year such as 2019, or a financial year such as 2012-13"
        elif year and year != str(option.price_year) and not option.converts:
            yield other_prices(place, year, option.price_year)


def other_prices(place: str, year: str, to: int) -> str:
    """What is said of a sum in the prices of another year, where the file does not let it be moved."""
    return (
        f"{place}: it is in prices of {year} and the option in prices of {to}: write convert_prices = "
        '"gdp deflator" to move it, or give it in the same prices'
    )


def _names(option: Option, named: set[str]) -> Iterator[str]:
    known = {*option.people, *option.inputs, *named, *PRODUCTS}
    for place, _, term in terms(option):
        for name in (*term.times, *term.per):
            if name not in known:
                near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
                yield f"{place}: there is no input '{name[:40]}'{f' (did you mean {near[0]}?)' if near else ''}"
            for part in PRODUCTS.get(name, ()):
                if part not in known:
                    yield f"{place}: {name} needs {part}, which is missing"
    for name in sorted(set(option.inputs) & {*option.people, *PRODUCTS}):
        yield f"inputs, {name}: this name is taken"
    for name in _circular(option):
        yield f"inputs, {name}: it is worked out from itself"
    if option.break_even and option.break_even not in known - set(PRODUCTS):
        yield f"break_even: there is no input '{option.break_even[:40]}'"


def _circular(option: Option) -> list[str]:
    held = {**option.people, **option.inputs}

    def reaches(name: str, wanted: str, seen: frozenset[str]) -> bool:
        if name in seen:
            return False
        term = held.get(name)
        behind = (*term.times, *term.per) if term else PRODUCTS.get(name, ())
        return wanted in behind or any(reaches(one, wanted, seen | {name}) for one in behind)

    return [name for name in held if reaches(name, name, frozenset())]


def _twice(option: Option, whole: set[str]) -> Iterator[str]:
    by_name: dict[str, Benefit] = {}
    for item in option.benefits:
        if item.name in by_name:
            yield f"{item.place}: another benefit is called '{item.name}'"
        by_name[item.name] = item
    for item in option.benefits:
        if item.place in whole:
            others = [other for other in option.benefits if other.place in whole and other is not item]
            yield from _declared(others, item.place, item, by_name)


def _declared(beside: list[Benefit], place: str, item: Benefit, by_name: Mapping[str, Benefit]) -> Iterator[str]:
    others = [
        other
        for other in beside
        if other.beneficiary is item.beneficiary
        and _rank(other.kind) < _rank(item.kind)
        and other.first <= item.last
        and item.first <= other.last
    ]
    if item.same_as is None and others:
        yield (
            f"{place}, counts_same_as: {others[0].name} is for the {item.beneficiary.value} in the same years: say whether this "
            f'is the same good told twice (counts_same_as = "{others[0].name}", then it is shown and not added) or another one '
            '(counts_same_as = "nothing")'
        )
    if item.same_as not in {None, "nothing"}:
        same = by_name.get(str(item.same_as))
        if same is None:
            yield f"{place}, counts_same_as: there is no benefit called '{str(item.same_as)[:40]}'"
        elif same is item or same.same_as not in {None, "nothing"}:
            yield f"{place}, counts_same_as: it must name a benefit that is itself counted"
        elif same.beneficiary is not item.beneficiary:
            yield f"{place}, counts_same_as: {same.name} is for another beneficiary, so it is not the same good"


def _rank(kind: Kind) -> int:
    return {Kind.CASH: 0, Kind.HEALTH: 1, Kind.WELLBEING: 2}[kind]


def _correlated(option: Option, named: set[str]) -> Iterator[str]:
    known = {*option.shares, *option.people, *option.inputs, *named}
    for at, item in enumerate(option.correlations):
        for name in item.between:
            if name not in known:
                yield f"correlation {at + 1}: there is no input '{name[:40]}'"
        if item.between[0] == item.between[1]:
            yield f"correlation {at + 1}: it names the same input twice"
