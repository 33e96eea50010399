"""From an option as its file gives it to one that can be reckoned: parameters, figures of the place, suppositions, prices."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from levelling.atlas import Atlas
from levelling.atlas.declared import FactsBroken
from levelling.core.area import Area
from levelling.practice.appraisal.checks import outside
from levelling.practice.appraisal.flows import WELLBY, flows_of
from levelling.practice.appraisal.green_book import GreenBook, Schedule
from levelling.practice.appraisal.making import Making, look_up
from levelling.practice.appraisal.model import Flow, Model
from levelling.practice.appraisal.option import Option, Term
from levelling.practice.appraisal.terms import term_of

_OPTIONAL = ("substitution", "leakage", "multiplier", "drop_off")


def ready(
    option: Option,
    book: GreenBook,
    place: tuple[Atlas, Area] | None = None,
    given: Mapping[str, Any] | None = None,
    prices: int | None = None,
    *,
    breaking_even: bool = False,
) -> Model:
    """Make an option ready to be reckoned.

    Args:
        option: As its file gives it.
        book: The tables of the Green Book.
        place: The figures, and the place to fill it for; `None` for none.
        given: What the user supposes for inputs by name: a number, or a range.
        prices: The year of the prices to tell everything in; the option's own where none is given.
        breaking_even: Whether wanted inputs stand at the value at which it is told what it takes to break even.

    Raises:
        FactsBroken: Inputs are wanted, or cannot be found, or prices cannot be moved: every fault at once.
    """
    faults: list[str] = []
    supposed = {name: term for name, raw in (given or {}).items() if (term := _supposed(option, name, raw, faults)) is not None}
    atlas, area = place or (None, None)
    making = Making(option, book, atlas, area, supposed, breaking_even)
    making.faults += faults
    _inputs(making)
    flows = tuple(flows_of(making))
    factor = _told_in(making, prices)
    if making.faults:
        what = f"The option {option.file or option.name} cannot be appraised yet"
        raise FactsBroken(what, list(dict.fromkeys(making.faults)), "Give what is wanted; 0 is a value.")
    scaled = tuple(replace(flow, scale=flow.scale * factor) for flow in flows)
    titles = {key: making.titles.get(key, key.replace("_", " ")) for key in making.inputs}
    unsaid = tuple(key for key in _OPTIONAL if key not in option.shares)
    used = _used(making, scaled, moved=factor != 1.0)
    told = (tuple(dict.fromkeys(making.estimates)), unsaid, tuple(dict.fromkeys(making.warnings)))
    return Model(option, making.area, prices or option.price_year, making.inputs, titles, scaled, book, used, *told)


def _supposed(option: Option, name: str, raw: Any, faults: list[str]) -> Term | None:
    held = {**option.shares, **option.people, **option.inputs}
    if name not in held:
        faults.append(f"given, {name}: there is no such input; there are {', '.join(held)}")
        return None
    try:
        term = term_of(raw)
    except ValueError as error:
        faults.append(f"given, {name}: {error}")
        return None
    if term.quantity is None:
        faults.append(f"given, {name}: give a number or a range")
        return None
    said = outside(name, term.quantity.low, term.quantity.high)
    if said:
        faults.append(f"given, {name}: {said}")
    plain = isinstance(raw, int | float) or not raw.get("source")
    told = replace(term.quantity, supposed=True, source="supposed by the user") if plain else term.quantity
    return replace(term, quantity=told, title=held[name].title)


def _inputs(making: Making) -> None:
    option = making.option
    for key, term in {**option.shares, **option.people, **option.inputs}.items():
        place = f"inputs, {key}" if key in option.inputs else key
        look_up(making, key, making.given.get(key, term), place, key)


def _told_in(making: Making, prices: int | None) -> float:
    to, of = prices, making.option.price_year
    if to is None or to == of:
        return 1.0
    factor = making.book.deflators.factor(str(of), str(to))
    if factor is None:
        span = making.book.deflators.span
        making.faults.append(f"price_year: prices of {of} cannot be told in those of {to}: the deflators hold {span}")
        return 1.0
    return factor


def _used(making: Making, flows: tuple[Flow, ...], *, moved: bool) -> tuple[Schedule, ...]:
    book = making.book
    found: list[Schedule] = [book.rates]
    if moved or making.moved:
        found.append(book.deflators)
    if any(book.optimism.source in item.source for item in making.inputs.values()):
        found.append(book.optimism)
    if any(flow.weight for flow in flows):
        found.append(book.weights)
    if WELLBY in making.inputs:
        found.append(book.wellby)
    return tuple(found)
