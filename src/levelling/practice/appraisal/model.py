"""An option made ready to be reckoned: every name looked up, every price moved, every flow a product of inputs."""

from collections.abc import Mapping
from dataclasses import dataclass

from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.practice.appraisal.green_book import GreenBook, Rate, Schedule
from levelling.practice.appraisal.option import Body, Kind, Option
from levelling.practice.appraisal.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Flow:
    """Money or good that moves each year: a product of inputs, less what would have come anyway, falling off by year.

    In year t from `first` to `last` it is

        scale * product(inputs ** power) * product(1 - less) * product(1 + more) * (1 - drop) ** (t - first)

    Attributes:
        name: What it is called.
        payer: Who gives it; `None` where nobody does.
        receiver: Who has it; `None` where nobody does.
        kind: What it is.
        first: Its first year.
        last: Its last.
        factors: Inputs it is a product of, with their powers: 1, or −1 where it is divided by one.
        less: Inputs of which one less the input is a factor: deadweight, leakage, displacement, substitution.
        more: Inputs of which one plus the input is a factor: optimism bias.
        multiplier: Inputs that multiply what is additional.
        drop: The input that is the share lost each year; empty for none.
        rate: The line of the discount rates.
        scale: A number: prices, the value of a WELLBY's unit.
        weight: The inputs `reference income` and `group income`, where a weight by income is asked for.
        same_as: The benefit it tells again, so that it is shown and not added; empty where it is added.
        grade: How strong the evidence is.
    """

    name: str
    payer: Body | None
    receiver: Body | None
    kind: Kind
    first: int
    last: int
    factors: tuple[tuple[str, int], ...]
    less: tuple[str, ...]
    more: tuple[str, ...]
    multiplier: tuple[str, ...]
    drop: str
    rate: Rate
    scale: float
    weight: tuple[str, str] | None = None
    same_as: str = ""
    grade: str = ""

    @property
    def names(self) -> set[str]:
        """Every input it rests on."""
        found = {key for key, _ in self.factors} | {*self.less, *self.more, *self.multiplier}
        return found | ({self.drop} if self.drop else set())

    @property
    def transfer(self) -> bool:
        """Whether it only passes from one to another."""
        return self.payer is not None and self.receiver is not None

    @property
    def counted(self) -> bool:
        """Whether it is added, and not another telling of what is added already."""
        return not self.same_as


@dataclass(frozen=True, slots=True)
class Model:
    """An option ready to be reckoned.

    Attributes:
        option: As its file gives it.
        area: The place it is filled for; `None` for none.
        prices: The year of the prices everything is told in.
        inputs: Every input, by its place in the file.
        titles: What each input is called, for people.
        flows: Costs, benefits and transfers.
        book: The tables used.
        used: The tables that bear on the answer.
        estimates: The estimates of the place it rests on.
        unsaid: What the file does not say and is therefore counted as none.
        warnings: What must be said with the answer.
    """

    option: Option
    area: Area | None
    prices: int
    inputs: Mapping[str, Quantity]
    titles: Mapping[str, str]
    flows: tuple[Flow, ...]
    book: GreenBook
    used: tuple[Schedule, ...]
    estimates: tuple[Estimate, ...]
    unsaid: tuple[str, ...]
    warnings: tuple[str, ...]

    @property
    def uncertain(self) -> tuple[str, ...]:
        """The inputs that have a range and that a flow rests on."""
        behind = set().union(*(flow.names for flow in self.flows), *(flow.weight or () for flow in self.flows))
        return tuple(key for key, item in self.inputs.items() if not item.certain and key in behind)
