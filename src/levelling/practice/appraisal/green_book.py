"""The Green Book's dated tables: discount rates, prices, optimism bias, weights by income and the value of wellbeing.

Each is a file in `facts/green_book/` with its date. A newer table is a new file beside the old one, so that an appraisal made
today can be made again later. The answer of an appraisal names every table it used.
"""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from levelling.atlas.declared import FactsBroken, read_declared
from levelling.core.errors import UserError


class Rate(StrEnum):
    """Which line of the discount rates is applied."""

    STANDARD = "standard"
    HEALTH = "health"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Schedule:
    """What is said of any of the tables.

    Attributes:
        file: The name of its file.
        title: What it is.
        date: When it was published, as ISO 8601.
        note: What to mind.
        source: Who says so.
        address: Where it can be read.
    """

    file: str
    title: str
    date: str
    note: str
    source: str
    address: str


Bands = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class DiscountRates(Schedule):
    """Rates by band of years: pairs of the first year and the rate in % a year. `low` is looked at beyond a horizon."""

    standard: Bands
    health: Bands
    low: Bands
    low_from_horizon: int

    def factors(self, rate: Rate, years: int) -> tuple[float, ...]:
        """What a pound of each year is worth in year 0, from year 0 to the last.

        Year 0 is not discounted. The factor of a year is the factor of the year before over one plus that year's rate, so a
        lower rate from year 31 leaves the years before as they are.

        Example:
            >>> found = green_book().rates.factors(Rate.STANDARD, 2)
            >>> [round(factor, 4) for factor in found]
            [1.0, 0.9662, 0.9335]
        """
        bands: Bands = getattr(self, rate.value)
        found = [1.0]
        for year in range(1, years + 1):
            percent = next(percent for first, percent in reversed(bands) if year >= first)
            found.append(found[-1] / (1 + percent / 100))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Deflators(Schedule):
    """Prices of the whole economy by calendar year."""

    index: Mapping[int, float]

    def at(self, year: str) -> float | None:
        """The index of a year such as `2019`, or of a financial year such as `2012-13`; `None` where it is not held."""
        first, _, second = year.partition("-")
        if not first.isdecimal():
            return None
        here = self.index.get(int(first))
        if not second:
            return here
        after = self.index.get(int(first) + 1)
        return None if here is None or after is None else 0.75 * here + 0.25 * after

    def factor(self, of: str, to: str) -> float | None:
        """What a sum in the prices of one year is multiplied by to be in those of another; `None` where a year is not held.

        Example:
            >>> round(green_book().deflators.factor("2019", "2024"), 3)
            1.233
        """
        here, there = self.at(of), self.at(to)
        if of == to:
            return 1.0
        return None if here is None or there is None else there / here

    @property
    def span(self) -> str:
        """The years it holds, in words."""
        return f"{min(self.index)} to {max(self.index)}"


@dataclass(frozen=True, slots=True)
class OptimismBias(Schedule):
    """By kind of cost, the share to add: its upper and its lower value, in %."""

    cost: Mapping[str, tuple[float, float]]

    def of(self, kind: str, managed: float) -> float:
        """The share to add to a cost, as a fraction: the upper value, brought down as far as its risks are managed.

        Args:
            kind: A kind of cost in the table.
            managed: The share of what makes such costs grow that is managed, 0 to 1.

        Raises:
            UserError: The table has no such kind.

        Example:
            >>> book = green_book().optimism
            >>> book.of("outsourcing operating cost", 0.0), book.of("outsourcing operating cost", 1.0)
            (0.41, 0.0)
        """
        if kind not in self.cost:
            near = difflib.get_close_matches(kind, self.cost, n=2, cutoff=0.4)
            raise UserError(f"There is no kind of cost '{kind[:60]}'.", f"It is one of: {'; '.join(self.cost)}.", near)
        upper, lower = self.cost[kind]
        return round(upper - managed * (upper - lower), 10) / 100


@dataclass(frozen=True, slots=True)
class Weights(Schedule):
    """How much more a pound counts for people with less, and the other elasticities it is tried with."""

    elasticity: float
    tested: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Wellby(Schedule):
    """What a point of life satisfaction is worth for one person and a year, in pounds of the price year."""

    value: float
    low: float
    high: float
    price_year: int


@dataclass(frozen=True, slots=True)
class GreenBook:
    """One table of each kind."""

    rates: DiscountRates
    deflators: Deflators
    optimism: OptimismBias
    weights: Weights
    wellby: Wellby


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: Annotated[str, Field(min_length=5)]
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    note: str = ""
    source: Annotated[str, Field(min_length=5)]
    address: str


class _Rates(_File):
    kind: Literal["discount rates"]
    standard: Bands
    health: Bands
    low: Bands
    low_from_horizon: int


class _Deflators(_File):
    kind: Literal["deflators"]
    index: dict[int, Annotated[float, Field(gt=0)]]


class _Ends(BaseModel):
    model_config = ConfigDict(extra="forbid")
    upper: float
    lower: float


class _Optimism(_File):
    kind: Literal["optimism bias"]
    cost: dict[str, _Ends]
    duration: dict[str, _Ends]


class _Weights(_File):
    kind: Literal["distributional weights"]
    elasticity: Annotated[float, Field(gt=0)]
    tested: tuple[float, ...]


class _Wellby(_File):
    kind: Literal["wellby"]
    value: float
    low: float
    high: float
    price_year: int


class _Any(RootModel[Annotated[_Rates | _Deflators | _Optimism | _Weights | _Wellby, Field(discriminator="kind")]]):
    pass


@cache
def green_book(as_of: str = "") -> GreenBook:
    """The newest table of each kind, or the newest at a date.

    Args:
        as_of: ISO 8601; empty for the newest there is.

    Raises:
        FactsBroken: A file is not whole, or a kind has no table so early.

    Example:
        >>> green_book().rates.date
        '2026-02'
    """
    folder = Path(str(files("levelling") / "facts" / "green_book"))
    held, faults = read_declared(folder.glob("*.toml"), _Any)
    newest: dict[str, tuple[str, _File]] = {}
    for name, item in held.items():
        table = item.root
        if as_of and table.date > as_of:
            continue
        if table.kind not in newest or newest[table.kind][1].date < table.date:
            newest[table.kind] = (name, table)
    wanted = ("discount rates", "deflators", "optimism bias", "distributional weights", "wellby")
    faults += [f"there is no table of {kind}{f' before {as_of}' if as_of else ''}" for kind in wanted if kind not in newest]
    if faults:
        raise FactsBroken("The tables of the Green Book are not whole", faults)
    made = {kind: _made(name, table) for kind, (name, table) in newest.items()}
    return GreenBook(*(made[kind] for kind in wanted))  # type: ignore[arg-type]


def _made(name: str, table: _File) -> Schedule:
    said = (f"{name}.toml", table.title, table.date, table.note, table.source, table.address)
    match table:
        case _Rates():
            return DiscountRates(*said, table.standard, table.health, table.low, table.low_from_horizon)
        case _Deflators():
            return Deflators(*said, table.index)
        case _Optimism():
            return OptimismBias(*said, {kind: (ends.upper, ends.lower) for kind, ends in table.cost.items()})
        case _Weights():
            return Weights(*said, table.elasticity, table.tested)
        case _Wellby():
            return Wellby(*said, table.value, table.low, table.high, table.price_year)
        case _:
            raise TypeError(table)
