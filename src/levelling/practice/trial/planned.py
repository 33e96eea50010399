"""What is planned: the outcome, the comparison, whom it is counted in. Everything wrong with it is told at once."""

import math
from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas.declared import FactsBroken
from levelling.core.estimate import Estimate

ALPHA, POWER = 0.05, 0.8
"""The field's usual level of significance and power: shown in every answer."""


class Outcome(StrEnum):
    """What is counted of each person."""

    PROPORTION = "proportion"
    MEAN = "mean"


class Design(StrEnum):
    """Who is assigned: each person, whole clusters (surgeries, jobcentres), or clusters that begin one after another."""

    INDIVIDUAL = "individual"
    CLUSTER = "cluster"
    STEPPED_WEDGE = "stepped wedge"


class Unplannable(FactsBroken):
    """What was asked cannot be planned; `faults` lists every reason."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("The trial cannot be planned", faults)


@dataclass(frozen=True, slots=True)
class Planned:
    """A trial as planned.

    Attributes:
        outcome: A proportion (had a job after a year) or a mean (points of wellbeing).
        design: Who is assigned.
        baseline: Share, 0 to 1, expected without help, for a proportion; `None` for a mean, where it does not matter.
        difference: What help is hoped to change: in shares (0.1 is ten points) or in the mean's own unit; `None` where it is
            asked for.
        sd: Standard deviation of the outcome between people, for a mean.
        drop_out: Share of people, 0 to 1, whose outcome will not be known.
        cluster_size: People in a cluster; in a stepped wedge, people counted in a cluster in each period.
        icc: Intracluster correlation, 0 to 1: how much more alike people of one cluster are.
        clusters: How many clusters, of both arms together; `None` where it is asked for.
        steps: In a stepped wedge, how many times clusters begin; there is one period more than steps.
        clients: How many people, of both arms together; `None` where it is asked for.
        alpha: Level of significance, two-sided.
        power: The chance to tell a true difference from chance.
        baseline_lower: Lower end of the baseline's interval; `None` where it has none.
        baseline_upper: Upper end.
        baseline_from: The figure of a place that the baseline was taken from; `None` where it was given.

    Raises:
        Unplannable: Anything is out of range, contradicts itself or is missing; every fault is listed.
    """

    outcome: Outcome
    design: Design
    drop_out: float | None
    baseline: float | None = None
    difference: float | None = None
    sd: float | None = None
    cluster_size: float | None = None
    icc: float | None = None
    clusters: int | None = None
    steps: int | None = None
    clients: int | None = None
    alpha: float = ALPHA
    power: float = POWER
    baseline_lower: float | None = None
    baseline_upper: float | None = None
    baseline_from: Estimate | None = None

    def __post_init__(self) -> None:
        faults = [*_of_outcome(self), *_of_design(self), *_of_error(self)]
        if faults:
            raise Unplannable(faults)

    @property
    def lost(self) -> float:
        """The share that drops out."""
        return self.drop_out or 0.0

    @property
    def kept(self) -> float:
        """Of a cluster's people (in one period, in a stepped wedge), those whose outcome will be known."""
        return (self.cluster_size or 1.0) * (1 - self.lost)

    @property
    def correlation(self) -> float:
        """The intracluster correlation; nought where each person is assigned."""
        return self.icc or 0.0

    @property
    def spread(self) -> float:
        """The standard deviation of a mean."""
        return self.sd or 0.0

    @property
    def start(self) -> float:
        """The baseline of a proportion."""
        return self.baseline or 0.0


def lacking(purpose: str, design: Design, difference: float | None, clients: int | None, clusters: int | None) -> list[str]:
    """What a purpose needs and was not given, or was given and is what it works out.

    Args:
        purpose: `size`, how many a difference asks for; or `detect`, how small a difference so many can show.
        design: Who is assigned.
        difference: As in `Planned`.
        clients: As in `Planned`.
        clusters: As in `Planned`.
    """
    if purpose == "size":
        faults = [] if difference is not None else ["--difference is missing: what help is hoped to change, such as 0.1"]
        given = {"--clients": clients, "--clusters": clusters}
        over = "is what this works out; for what so many can show, use: levelling trial detect"
        return faults + [f"{name} {over}" for name, value in given.items() if value is not None]
    faults = []
    if difference is not None:
        faults.append("--difference is what this works out; for how many it asks for, use: levelling trial size")
    if clients is None and design is Design.INDIVIDUAL:
        faults.append("--clients is missing: how many people, of both arms together")
    if clients is None and clusters is None and design is not Design.INDIVIDUAL:
        faults.append("--clusters is missing: how many, of both arms together")
    return faults


def _of_outcome(plan: Planned) -> list[str]:
    faults = []
    if plan.outcome is Outcome.PROPORTION:
        faults += _share("--baseline", plan.baseline, "the share expected without help, such as 0.3")
        if plan.sd is not None:
            faults.append("--sd is for a mean; a proportion makes its own")
        if plan.difference is not None and plan.baseline is not None and 0 <= plan.baseline <= 1:
            reached = plan.baseline + plan.difference
            if math.isfinite(reached) and not 0 <= reached <= 1:
                faults.append(f"--difference takes the baseline to {reached:g}: a share lies between 0 and 1")
    elif plan.sd is None:
        faults.append("--sd is missing: the standard deviation of the outcome between people")
    elif not (math.isfinite(plan.sd) and plan.sd > 0):
        faults.append(f"--sd cannot be {plan.sd:g}: it is above 0")
    if plan.difference is not None and not (math.isfinite(plan.difference) and plan.difference != 0):
        faults.append(f"--difference cannot be {plan.difference:g}: say what help is hoped to change, such as 0.1")
    elif plan.difference is not None and plan.outcome is Outcome.PROPORTION and abs(plan.difference) < _LEAST:
        faults.append(f"--difference cannot be {plan.difference:g}: less than a tenth of a point is no plan; 0.1 is ten points")
    else:
        faults += _beside_spread(plan)
    if plan.drop_out is None:
        faults.append("--drop-out is missing: the share whose outcome will not be known; 0 where it is nobody")
    elif not 0 <= plan.drop_out < 1:
        faults.append(f"--drop-out cannot be {plan.drop_out:g}: it is a share from 0 up to, but not, 1")
    return faults


def _beside_spread(plan: Planned) -> list[str]:
    """A difference of means that is out of all proportion to how people differ."""
    if plan.difference is None or plan.outcome is Outcome.PROPORTION or not 0 < plan.spread < math.inf:
        return []
    if abs(plan.difference) < _LEAST * plan.spread:
        return [f"--difference cannot be {plan.difference:g}: less than a thousandth of --sd is no plan"]
    if abs(plan.difference) > _WIDEST * plan.spread:
        return [f"--difference cannot be {plan.difference:g}: it is over {_WIDEST} times --sd"]
    return []


def _of_design(plan: Planned) -> list[str]:
    if plan.design is Design.INDIVIDUAL:
        given = {"--icc": plan.icc, "--cluster-size": plan.cluster_size, "--clusters": plan.clusters, "--steps": plan.steps}
        faults = [f"{name} is for clusters; here each person is assigned" for name, value in given.items() if value is not None]
    else:
        faults = _of_clusters(plan)
    faults += [
        f"{name} cannot be {value:,.0f}: a comparison has {_MOST:,} at most"
        for name, value in (("--clients", plan.clients), ("--clusters", plan.clusters), ("--cluster-size", plan.cluster_size))
        if value is not None and value > _MOST
    ]
    if plan.clients is not None and plan.clients < _FEWEST_PEOPLE:
        faults.append(f"--clients cannot be {plan.clients}: a comparison needs {_FEWEST_PEOPLE} people at least")
    return faults


def _of_clusters(plan: Planned) -> list[str]:
    faults = []
    if plan.icc is None:
        faults.append("--icc is missing: the intracluster correlation, 0 to 1, from a study like yours")
    elif not 0 <= plan.icc <= 1:
        faults.append(f"--icc cannot be {plan.icc:g}: a correlation within clusters lies between 0 and 1")
    elif plan.icc == 1 and plan.design is Design.STEPPED_WEDGE:
        faults.append("--icc cannot be 1: people of a cluster would all be alike, and chance would have no part")
    if plan.cluster_size is None:
        faults.append("--cluster-size is missing: people in a cluster (in a stepped wedge, in each period)")
    elif not (math.isfinite(plan.cluster_size) and plan.cluster_size >= 1):
        faults.append(f"--cluster-size cannot be {plan.cluster_size:g}: a cluster has one person at least")
    wedge = plan.design is Design.STEPPED_WEDGE
    if not wedge and plan.steps is not None:
        faults.append("--steps is for a stepped wedge")
    if wedge and plan.steps is None:
        faults.append("--steps is missing: how many times clusters begin")
    elif wedge and plan.steps is not None and plan.steps < _FEWEST_STEPS:
        faults.append(f"--steps cannot be {plan.steps}: with one step, help and the passing of time cannot be told apart")
    elif wedge and plan.steps is not None and plan.steps > _MOST_STEPS:
        faults.append(f"--steps cannot be {plan.steps}: a stepped wedge has {_MOST_STEPS} at most")
    fewest = _FEWEST_STEPS if wedge else 2 * _FEWEST_STEPS
    if plan.clusters is not None and plan.clusters < fewest:
        why = "two at least" if wedge else "two in each arm, four in all"
        faults.append(f"--clusters cannot be {plan.clusters}: a comparison of clusters needs {why}")
    elif wedge and plan.clusters is not None and plan.steps and plan.clusters % plan.steps:
        faults.append(f"--clusters cannot be {plan.clusters}: as many clusters begin at each of the {plan.steps} steps")
    return faults


def _of_error(plan: Planned) -> list[str]:
    faults = []
    for name, value in (("--alpha", plan.alpha), ("--power", plan.power)):
        if not 0 < value < 1:
            faults.append(f"{name} cannot be {value:g}: it is a chance between 0 and 1")
    if not faults and plan.power <= plan.alpha:
        faults.append(f"--power of {plan.power:g} is not above the level of {plan.alpha:g}: chance alone would do as well")
    return faults


def _share(name: str, value: float | None, meaning: str) -> list[str]:
    if value is None:
        return [f"{name} is missing: {meaning}"]
    return [] if 0 <= value <= 1 else [f"{name} cannot be {value:g}: it is a share between 0 and 1"]


_FEWEST_PEOPLE = 4
_LEAST = 0.001
_FEWEST_STEPS = 2
_MOST_STEPS = 10_000
_WIDEST = 100
_MOST = 10_000_000_000  # more than there are people
