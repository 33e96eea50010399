"""What an appraisal found, as figures, records and sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.option import Body, Kind
from levelling.practice.appraisal.worth import BreakEven, Learning, Swing


@dataclass(frozen=True, slots=True)
class Spread:
    """A quantity over the draws.

    Attributes:
        mean: Its mean; `None` where it has none, such as a payback that some draws never reach.
        p5: One draw in twenty lies below this.
        p50: Half lie below.
        p95: One in twenty lies above.
    """

    mean: float | None
    p5: float | None
    p50: float | None
    p95: float | None

    def record(self) -> dict[str, float | None]:
        """As plain data."""
        return {"mean": self.mean, "p5": self.p5, "p50": self.p50, "p95": self.p95}

    @property
    def certain(self) -> bool:
        """Whether every draw is the same."""
        return self.p5 == self.p95


@dataclass(frozen=True, slots=True)
class Share:
    """What a body pays or has in one year, on average over the draws, not discounted."""

    body: Body
    year: int
    amount: float


@dataclass(frozen=True, slots=True)
class Good:
    """The good that somebody has of it over all years, on average, not discounted."""

    body: Body
    kind: Kind
    amount: float


@dataclass(frozen=True, slots=True)
class Assumption:
    """An input, with who says so."""

    key: str
    title: str
    value: float
    low: float
    high: float
    shape: str
    source: str
    address: str
    grade: str
    supposed: bool
    note: str


def assumptions(model: Model) -> tuple[Assumption, ...]:
    """Every input that a flow of an option rests on, with who says so."""
    behind = set().union(*(flow.names | set(flow.weight or ()) for flow in model.flows))
    return tuple(
        Assumption(
            key,
            model.titles[key],
            item.value,
            item.low,
            item.high,
            item.shape.value,
            item.source,
            item.address,
            item.grade,
            item.supposed,
            item.note,
        )
        for key, item in model.inputs.items()
        if key in behind
    )


@dataclass(frozen=True, slots=True)
class Fanned:
    """Net cash so far at the end of a year: its percentiles over the draws."""

    year: int
    p5: float
    p25: float
    p50: float
    p75: float
    p95: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How an option stands to another, on the same draws.

    Attributes:
        other: The other option.
        mean: Net present social value of this less that.
        low: The 2.5th percentile of the difference.
        high: The 97.5th.
    """

    other: str
    mean: float
    low: float
    high: float

    @property
    def verdict(self) -> str:
        """`better`, `worse`, or `cannot tell apart` where the difference may be nought."""
        if self.low > 0:
            return "better"
        return "worse" if self.high < 0 else "cannot tell apart"


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What an appraisal of one option found.

    Attributes:
        model: The option, with its inputs and the tables used.
        draws: How many draws.
        seed: Where they begin.
        npsv: Net present social value.
        npsv_cash: The same with benefits in cash alone.
        npsv_weighted: The same with a pound counted by income; `None` where no weight is asked for.
        npsv_low: The same at the low discount rates; `None` where the horizon does not ask for it.
        weighted_means: The mean of the weighted value by elasticity; empty where no weight is asked for.
        bcr: Benefit-cost ratio over the draws; all `None` where no public body pays.
        ratio_of_means: The ratio of the mean benefit to the mean public cost, the one to quote; `None` as above.
        fiscal_return: Mean cash that comes back to public bodies for each pound they pay; `None` as above.
        apart: What is another telling of a counted benefit: shown, not added.
        payback: Years until everyone's cash benefits have covered all costs.
        paid_back: The share of draws in which they do within the horizon.
        public_payback: The same for public bodies alone.
        publicly_paid_back: The share of draws in which that comes about.
        pays: The share of draws with a net present social value above nought.
        who_pays: By body and year.
        who_saves: By body and year: cash alone.
        goods: Every kind of good by body.
        break_even: What share of the benefit must be due to it.
        tornado: Inputs by how far each alone moves the answer.
        perfect: What it would be worth to know everything before deciding for it or against.
        learning: What it would be worth to know each input.
        running: Net cash so far by year.
        against: How it stands to each other option appraised with it.
    """

    model: Model
    draws: int
    seed: int
    npsv: Spread
    npsv_cash: Spread
    npsv_weighted: Spread | None
    npsv_low: Spread | None
    weighted_means: Mapping[float, float]
    bcr: Spread
    ratio_of_means: float | None
    fiscal_return: float | None
    public_cost: Spread
    benefit: Spread
    other_cost: Spread
    apart: Spread
    payback: Spread
    paid_back: float
    public_payback: Spread
    publicly_paid_back: float
    pays: float
    who_pays: tuple[Share, ...]
    who_saves: tuple[Share, ...]
    goods: tuple[Good, ...]
    break_even: BreakEven
    tornado: tuple[Swing, ...]
    perfect: float
    learning: tuple[Learning, ...]
    running: tuple[Fanned, ...]
    against: tuple[Difference, ...] = ()

    @property
    def name(self) -> str:
        """What the option is called."""
        return self.model.option.name

    @property
    def certain(self) -> bool:
        """Whether no input has a range, so that there is one sum and no spread."""
        return not self.model.uncertain

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """Every input the answer rests on, with who says so."""
        return assumptions(self.model)

    @property
    def ungraded(self) -> tuple[str, ...]:
        """Benefits whose evidence nobody has graded: neither the benefit nor any input of its amount."""
        inputs = self.model.inputs
        flows = [flow for flow in self.model.flows if flow.receiver is not None]
        return tuple(flow.name for flow in flows if not flow.grade and not any(inputs[key].grade for key, _ in flow.factors))

    def total(self, shares: tuple[Share, ...], body: Body) -> float:
        """What a body pays or has over all years, not discounted."""
        return sum(item.amount for item in shares if item.body is body)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it comes to, each to be read aloud."""
        from levelling.practice.appraisal.told import told

        return told(self)

    def record(self) -> dict[str, Any]:
        """As plain data, with the field names that `--json` promises."""
        from levelling.practice.appraisal.records import record

        return record(self)


@dataclass(frozen=True, slots=True)
class Appraisals:
    """Options appraised side by side on the same draws.

    Attributes:
        items: Each, in the order they were given.
        perfect: What it would be worth to know everything before choosing one of them, or none.
        learning: What it would be worth to know each input before choosing.
    """

    items: tuple[Appraisal, ...]
    perfect: float
    learning: tuple[Learning, ...]

    def records(self) -> list[dict[str, Any]]:
        """One record an option, in the order they were given."""
        return [item.record() for item in self.items]

    @property
    def sentences(self) -> tuple[str, ...]:
        """How the options stand to each other; empty where there is one."""
        from levelling.practice.appraisal.told import beside

        return beside(self)
