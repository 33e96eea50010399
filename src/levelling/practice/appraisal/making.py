"""What is gathered while an option is made ready: inputs looked up in parameters and figures of the place, and moved in price."""

from dataclasses import dataclass, field, replace

from levelling.atlas import Atlas
from levelling.atlas.parameters import parameter
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.core.estimate import Estimate
from levelling.practice.appraisal.checks import other_prices, outside
from levelling.practice.appraisal.green_book import GreenBook
from levelling.practice.appraisal.option import Option, Term
from levelling.practice.appraisal.place import TAKEN, take
from levelling.practice.appraisal.quantity import Quantity, point, ranged

_EACH_YEAR = {"£ a week": 52, "£ a month": 12}


@dataclass
class Making:
    """What is gathered while an option is made ready."""

    option: Option
    book: GreenBook
    atlas: Atlas | None
    area: Area | None
    given: dict[str, Term]
    breaking_even: bool
    inputs: dict[str, Quantity] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    estimates: list[Estimate] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    moved: bool = False

    def moved_prices(self, quantity: Quantity, year: str, place: str) -> Quantity:
        """A sum in the option's prices, or a fault where it may not or cannot be moved."""
        to = str(self.option.price_year)
        if year == to:
            return quantity
        if not self.option.converts:
            self.faults.append(other_prices(place, year, self.option.price_year))
            return quantity
        factor = self.book.deflators.factor(year, to)
        if factor is None:
            missing = year if self.book.deflators.at(year) is None else to
            self.faults.append(f"{place}: prices of {missing} cannot be told: the deflators hold {self.book.deflators.span}")
            return quantity
        self.moved = True
        return quantity.scaled(factor, f"Moved from prices of {year} to {to} by the GDP deflator, times {factor:.3f}.")


def look_up(making: Making, key: str, term: Term, place: str, name: str) -> None:
    """Put a term's own quantity among the inputs, under a key; what is wrong with it is added to the faults."""
    quantity, year = _found(making, term, place, name)
    if quantity is None:
        return
    if term.title:
        making.titles[key] = term.title
    if year:
        quantity = making.moved_prices(quantity, year, place)
    if said := outside(name, quantity.low, quantity.high):
        making.faults.append(f"{place}: {said}")
    making.inputs[key] = quantity


def _found(making: Making, term: Term, place: str, name: str) -> tuple[Quantity | None, str]:
    if term.quantity is not None:
        return term.quantity, term.price_year
    if term.parameter:
        return _parameter(making, term, place)
    if term.area:
        return _of_place(making, term, place, name)
    if term.wanted:
        told_at = 1.0 if name == making.option.break_even else term.told_at
        if making.breaking_even and told_at is not None:
            return point(told_at, "not known: the value at which it is told what it takes to break even"), ""
        making.faults.append(f"{place}: is wanted: {term.wanted}")
        return None, ""
    return point(1.0, ""), ""


def _parameter(making: Making, term: Term, place: str) -> tuple[Quantity | None, str]:
    try:
        told = parameter(term.parameter)
    except UserError as error:
        making.faults.append(f"{place}: {str(error).rstrip('.')}")
        return None, ""
    year = term.price_year or told.price_year
    if told.unit.startswith("£") and not year:
        making.faults.append(f"{place}: the price year of {told.slug} is not sure, so say price_year. {told.note}".rstrip("."))
        return None, ""
    low, high = told.value if told.low is None else told.low, told.value if told.high is None else told.high
    quantity = replace(
        ranged(low, told.value, high),
        source=f"{told.title}: {told.source}",
        address=told.address,
        grade=told.grade,
        common=f"parameter {told.slug}",
        note=told.note,
    )
    if told.unit.startswith(("%", "percentage points", "per cent")) or told.unit == "for every 100 who take part":
        quantity = quantity.scaled(0.01)
    elif told.unit in _EACH_YEAR:
        times = _EACH_YEAR[told.unit]
        quantity = quantity.scaled(times, f"Times {times}, for a year.")
    for other in told.conflicts:
        making.warnings.append(f"{told.title} has {told.value:g}; {parameter(other).title} has {parameter(other).value:g}.")
    return quantity, year if told.unit.startswith("£") else ""


def _of_place(making: Making, term: Term, place: str, name: str) -> tuple[Quantity | None, str]:
    what = term.area
    if what == "area":
        what = "income" if name == "income" else name
    if making.atlas is None or (making.area is None and not term.of):
        title = TAKEN[what].title if what in TAKEN else what
        making.faults.append(f"{place}: is to be taken from a place ({title}): name it with --area, or give a number")
        return None, ""
    try:
        area = making.atlas.area(term.of) if term.of else making.area
        if area is None:
            return None, ""
        taken = take(making.atlas, area, what, making.book.deflators, making.option.price_year)
    except UserError as error:
        making.faults.append(f"{place}: {str(error).rstrip('.')}")
        return None, ""
    making.estimates.append(taken.estimate)
    return taken.quantity, taken.price_year
