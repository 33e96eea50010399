"""What creating jobs would come to, place by place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from levelling.atlas.parameters import Parameter
from levelling.atlas.wage_floors import Floor
from levelling.core.area import Area
from levelling.jobs.creation.kinds import Kind
from levelling.jobs.creation.net import Factor, Net, Option
from levelling.jobs.creation.people import Caseload, Count, Span, Wanting
from levelling.jobs.pathways.result import Pay
from levelling.jobs.person import Person

APART = "cannot be told apart from the first"


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked.

    Attributes:
        jobs: Jobs that are paid for, in each place.
        choices: By factor, a parameter's name, one's own figure, or `none`.
        count: Which people are counted as wanting work.
        share: Of them, the share that could do such work, as one's own figure, such as `0.2` or `0.1:0.3`; empty: not said.
        pay: Pounds an hour that the jobs would pay; `None`: not said.
        cost: Pounds that one job would cost whoever pays for it; `None`: not said.
        protects: What the jobs would offer that protects health, by key.
        day: The day whose wage floors count.
        people: A caseload, kept in memory and nowhere else; `None`: figures only.
    """

    day: date
    jobs: int = 100
    choices: Mapping[str, str] = field(default_factory=dict)
    count: Count = Count.CLAIMANTS
    share: str = ""
    pay: float | None = None
    cost: float | None = None
    protects: frozenset[str] = frozenset()
    people: tuple[Person, ...] | None = None


@dataclass(frozen=True, slots=True)
class PayCheck:
    """What the jobs pay against what an hour must be paid by law and what it takes to live on.

    Attributes:
        offered: Pounds an hour that whoever asks would pay; `None`: not said.
        usual: What such work pays in the United Kingdom; `None` where it cannot be told.
        legal: The legal floor on the day (of `offered`, else of `usual`).
        living: The real Living Wage outside London that applied on that day.
    """

    offered: float | None
    usual: Pay | None
    legal: Floor | None
    living: Floor | None

    @property
    def least(self) -> float | None:
        """The lowest that the jobs pay."""
        return self.offered if self.offered is not None else self.usual.least if self.usual else None

    def meets(self, floor: Floor | None) -> bool | None:
        """Whether that meets a floor; `None` where it cannot be told. A usual pay is told by its lowest median."""
        return None if floor is None or self.least is None else self.least >= floor.pounds


@dataclass(frozen=True, slots=True)
class Place:
    """What it would come to in one place.

    Attributes:
        area: Where.
        wanting: Who wants work there.
        able: How many of them could do it: by one's own share, or counted in a caseload; `None` where not said.
        caseload: How the caseload stands to it; `None` without one.
        filled: Jobs that could be filled: all, unless fewer people could do them.
        net: Jobs that would not have been there otherwise.
        standing: How it stands to the first: `first`, that it cannot be told apart from it, or `fewer`.
    """

    area: Area
    wanting: Wanting
    able: Span | None
    caseload: Caseload | None
    filled: Span
    net: Net
    standing: str = ""


@dataclass(frozen=True, slots=True)
class Creation:
    """What creating jobs of a kind would come to.

    Attributes:
        kind: Of which kind.
        ask: What was asked.
        factors: What is taken away and added, with every finding there is.
        share: One's own share of people who could do it; `None`: not said.
        places: The places, most net jobs first, then those where most people want work for their size.
        pay: What the jobs pay, against the floors.
        protects: What may protect health, by key: whether the jobs would offer it, in words.
        measured: What was measured of such schemes.
        costs: What jobs of such schemes have cost.
    """

    kind: Kind
    ask: Ask
    factors: tuple[Factor, ...]
    share: Option | None
    places: tuple[Place, ...]
    pay: PayCheck
    protects: Mapping[str, str]
    measured: tuple[Parameter, ...]
    costs: tuple[Parameter, ...]

    @property
    def unchosen(self) -> tuple[Factor, ...]:
        """Factors that nobody chose a finding for."""
        return tuple(one for one in self.factors if one.chosen is None)

    def cost_per_net_job(self, place: Place) -> Span | None:
        """Pounds for each job that would not have been there otherwise; `None` where no cost was said, or none may be left."""
        if self.ask.cost is None or place.net.low <= 0 or place.net.high <= 0:
            return None
        cost, filled = self.ask.cost, place.filled
        middle = cost * filled.value / place.net.central if place.net.central and filled.value is not None else None
        return Span(cost * filled.high / place.net.high, middle, cost * filled.low / place.net.low)

    def records(self) -> list[dict[str, Any]]:
        """One record a place, for tables and JSON, each with the findings the answer hangs on: the same for all."""
        options = options_records(self)
        return [{**_record(self, rank, one), "factors": options} for rank, one in enumerate(self.places, 1)]


def _record(found: Creation, rank: int, one: Place) -> dict[str, Any]:
    cost = found.cost_per_net_job(one)
    return {
        "rank": rank,
        "area": one.area.name,
        "code": one.area.code,
        "jobs": found.ask.jobs,
        "filled_low": one.filled.low,
        "filled_high": one.filled.high,
        "net_low": round(one.net.low, 1),
        "net": None if one.net.central is None else round(one.net.central, 1),
        "net_high": round(one.net.high, 1),
        "standing": one.standing,
        "wanting": one.wanting.what,
        "wanting_period": one.wanting.period,
        **_span("people", one.wanting.people),
        **_span("rate", one.wanting.rate, 1),
        **_span("able", one.able),
        "perhaps_able": one.caseload.perhaps if one.caseload else None,
        **_span("cost_per_net_job", cost),
        "why_absent": one.wanting.why_absent,
    }


def _span(name: str, span: Span | None, decimals: int = 0) -> dict[str, float | None]:
    if span is None:
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    value = None if span.value is None else round(span.value, decimals)
    return {name: value, f"{name}_low": round(span.low, decimals + 1), f"{name}_high": round(span.high, decimals + 1)}


def options_records(found: Creation) -> list[dict[str, Any]]:
    """One record for each finding that a factor may be taken from."""
    return [
        {
            "factor": factor.name,
            "option": option.key,
            "value": option.value,
            "low": option.low,
            "high": option.high,
            "range_given": option.ranged,
            "grade": option.grade,
            "chosen": factor.chosen is not None and factor.chosen.key == option.key,
            "contradicts": sorted({name for part in option.parameters for name in part.conflicts}),
            "sources": [part.source for part in option.parameters],
            "notes": [part.note for part in option.parameters if part.note],
        }
        for factor in found.factors
        for option in (*factor.options, *_own(factor))
    ]


def _own(factor: Factor) -> tuple[Option, ...]:
    chosen = factor.chosen
    return (chosen,) if chosen is not None and chosen.key not in {one.key for one in factor.options} else ()
