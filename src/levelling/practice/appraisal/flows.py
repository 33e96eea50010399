"""Costs, benefits and transfers of an option as products of its inputs."""

from collections.abc import Iterable
from dataclasses import replace

from levelling.practice.appraisal.checks import PRODUCTS
from levelling.practice.appraisal.green_book import Rate
from levelling.practice.appraisal.making import Making, look_up
from levelling.practice.appraisal.model import Flow
from levelling.practice.appraisal.option import Benefit, Cost, Kind, Term, Transfer
from levelling.practice.appraisal.quantity import ranged

_LESS = ("deadweight", "leakage", "displacement", "substitution")
WELLBY = "value of a WELLBY"


def flows_of(making: Making) -> Iterable[Flow]:
    """Every flow, costs first."""
    option = making.option
    yield from (_cost(making, item, item.place) for item in option.costs)
    yield from (_benefit(making, item, item.place) for item in option.benefits)
    yield from (_transfer(making, item, item.place) for item in option.transfers)


def _cost(making: Making, cost: Cost, place: str) -> Flow:
    more = _share_keys(making, cost, place, ("optimism_bias",))
    factors = _product(making, f"{cost.name}: amount", cost.amount, f"{place}, amount")
    years = (cost.first, cost.last)
    return Flow(cost.name, cost.payer, None, Kind.CASH, *years, factors, (), more, (), "", Rate.STANDARD, 1.0)


def _benefit(making: Making, item: Benefit, place: str) -> Flow:
    factors = _product(making, f"{item.name}: amount", item.amount, f"{place}, amount")
    if item.in_wellbys:
        factors = (*factors, (_wellby(making), 1))
    weight = None
    if item.group_income is not None:
        weight = _weight(making, item, place)
    drop = _share_keys(making, item, place, ("drop_off",))
    return Flow(
        name=item.name,
        payer=None,
        receiver=item.beneficiary,
        kind=item.kind,
        first=item.first,
        last=item.last,
        factors=factors,
        less=_share_keys(making, item, place, _LESS),
        more=(),
        multiplier=_share_keys(making, item, place, ("multiplier",)),
        drop=drop[0] if drop else "",
        rate=item.rate,
        scale=1.0,
        weight=weight,
        same_as="" if item.same_as in {None, "nothing"} else str(item.same_as),
        grade=item.grade,
    )


def _transfer(making: Making, item: Transfer, place: str) -> Flow:
    factors = _product(making, f"{item.name}: amount", item.amount, f"{place}, amount")
    drop = _share_keys(making, item, place, ("drop_off",))
    less, times = _share_keys(making, item, place, _LESS), _share_keys(making, item, place, ("multiplier",))
    years = (item.first, item.last)
    kind, lost = Kind.CASH, drop[0] if drop else ""
    return Flow(item.name, item.giver, item.taker, kind, *years, factors, less, (), times, lost, Rate.STANDARD, 1.0)


def _share_keys(making: Making, item: Cost | Benefit | Transfer, place: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The inputs that stand for shares of this flow: its own where it has one, else the option's."""
    found = []
    for name in names:
        if name in item.own:
            key = f"{item.name}: {name}"
            making.titles[key] = f"{item.name}: {name.replace('_', ' ')}"
            look_up(making, key, item.own[name], f"{place}, {name}", name)
            found.append(key)
        elif name in making.option.shares:
            found.append(name)
    return tuple(found)


def _wellby(making: Making) -> str:
    told = making.book.wellby
    quantity = replace(
        ranged(told.low, told.value, told.high),
        source=f"{told.title}: {told.source}, {told.date}",
        address=told.address,
        common=WELLBY,
        note=told.note,
    )
    to = str(making.option.price_year)
    factor = making.book.deflators.factor(str(told.price_year), to)
    if factor is None:
        span = making.book.deflators.span
        making.faults.append(f"price_year: the value of wellbeing cannot be told in prices of {to}: the deflators hold {span}")
    else:
        quantity = quantity.scaled(factor, f"Moved from prices of {told.price_year} to {to}, times {factor:.3f}.")
        making.moved = making.moved or factor != 1.0
    making.inputs[WELLBY] = quantity
    return WELLBY


def _weight(making: Making, item: Benefit, place: str) -> tuple[str, str] | None:
    reference, group = making.option.reference_income, item.group_income
    if reference is None or group is None:
        making.faults.append(f"{place}, group_income: a weight by income needs reference_income, the income it is held against")
        return None
    if reference.area == "area" and not reference.of:
        reference = replace(reference, of="United Kingdom")
    look_up(making, "reference income", reference, "reference_income", "income")
    key = f"{item.name}: group income"
    look_up(making, key, group, f"{place}, group_income", "income")
    return "reference income", key


def _expanded(making: Making, names: Iterable[str], power: int) -> list[tuple[str, int]]:
    """Names as the inputs they are products of, each with its power."""
    found: list[tuple[str, int]] = []
    held = {**making.option.people, **making.option.inputs}
    for name in names:
        if name in PRODUCTS:
            found += _expanded(making, PRODUCTS[name], power)
            continue
        term = making.given.get(name, held.get(name))
        if term is None:
            continue
        if _own(term):
            found.append((name, power))
        found += _expanded(making, term.times, power) + _expanded(making, term.per, -power)
    return found


def _own(term: Term) -> bool:
    return bool(term.quantity is not None or term.parameter or term.area or term.wanted)


def _product(making: Making, key: str, term: Term, place: str, field_name: str = "amount") -> tuple[tuple[str, int], ...]:
    found = _expanded(making, term.times, 1) + _expanded(making, term.per, -1)
    if _own(term):
        making.titles.setdefault(key, key)
        look_up(making, key, term, place, field_name)
        found.insert(0, (key, 1))
    powers: dict[str, int] = {}
    for name, power in found:
        powers[name] = powers.get(name, 0) + power
    for name, power in powers.items():
        if power < 0 and name in making.inputs and making.inputs[name].low <= 0:
            making.faults.append(f"{place}: it is divided by {name}, which may be nought")
    return tuple((name, power) for name, power in powers.items() if power)
