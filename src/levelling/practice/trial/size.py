"""Before: how many people, or clusters, the planned comparison asks for."""

import math
from dataclasses import dataclass
from typing import Any

from levelling.core.words import number
from levelling.practice.trial.planned import Design, Outcome, Planned, Unplannable, lacking
from levelling.practice.trial.power import both, design_effect, people_for_means, people_for_proportions
from levelling.practice.trial.wedge import variance_of
from levelling.practice.trial.words import assumed, change, cut_short, source_of, taken_from

_EXTRA = 1
"""One cluster more in each arm than the variance asks for, because few clusters say little of how clusters differ."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a trial must be.

    Attributes:
        plan: What was planned.
        each: People in each arm whose outcome is known, if each person were assigned; `None` for a stepped wedge.
        people: People to begin with, of both arms together (in a stepped wedge, counted over all periods).
        clusters: Clusters of both arms together; `None` where each person is assigned.
        effect: The design effect: 1 where each person is assigned; `None` for a stepped wedge.
        people_lower: The fewest people, over the interval of the baseline; `None` where it has none.
        people_upper: The most.
    """

    plan: Planned
    each: int | None
    people: int
    clusters: int | None
    effect: float | None
    people_lower: int | None = None
    people_upper: int | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """The answer, what it rests on, and what to mind, to be read aloud."""
        plan = self.plan
        lead = f"To tell {change(plan)} from chance, {self._needed()}."
        told = [lead, assumed(plan), *taken_from(plan)]
        if self.effect is not None and self.clusters is not None:
            told.append(
                f"People of one cluster are alike, so {number(self.effect, 2)} times as many are needed as if each were assigned "
                f"alone, and one cluster more in each arm, as so few clusters say little of how they differ."
            )
        if self.people_lower is not None and self.people_upper is not None:
            told.append(
                f"The baseline is itself an estimate: over its 95% interval, from {number(self.people_lower, 0)} to "
                f"{number(self.people_upper, 0)} people are needed."
            )
        return (*told, *cut_short(plan, self.each, plan.difference or 0.0))

    def record(self) -> dict[str, Any]:
        """The answer as plain data."""
        plan = self.plan
        return {
            "outcome": plan.outcome.value,
            "design": plan.design.value,
            "baseline": plan.baseline,
            "baseline_from": None if plan.baseline_from is None else source_of(plan.baseline_from),
            "difference": plan.difference,
            "sd": plan.sd,
            "alpha": plan.alpha,
            "power": plan.power,
            "drop_out": plan.drop_out,
            "icc": plan.icc,
            "cluster_size": plan.cluster_size,
            "steps": plan.steps,
            "design_effect": self.effect,
            "people_each_arm": self.each,
            "people": self.people,
            "people_lower": self.people_lower,
            "people_upper": self.people_upper,
            "clusters": self.clusters,
            "sentence": self.sentences[0],
        }

    def records(self) -> list[dict[str, Any]]:
        """The one record."""
        return [self.record()]

    def _needed(self) -> str:
        plan, people = self.plan, number(self.people, 0)
        if plan.design is Design.INDIVIDUAL:
            lost = f" (of whom {number(2 * (self.each or 0), 0)} stay to the end)" if plan.lost else ""
            return f"{people} people are needed, half of them helped{lost}"
        if plan.design is Design.CLUSTER:
            return f"{number(self.clusters or 0, 0)} clusters are needed, half of them helped: {people} people in all"
        return (
            f"{number(self.clusters or 0, 0)} clusters are needed, which begin in {plan.steps} steps over "
            f"{(plan.steps or 0) + 1} periods: {people} people counted in all"
        )


def size(plan: Planned) -> Size:
    """How many people, or clusters, the planned comparison asks for.

    Raises:
        Unplannable: No difference was given, or a number that this works out.

    Example:
        >>> plan = Planned(Outcome.PROPORTION, Design.INDIVIDUAL, drop_out=0, baseline=0.6, difference=0.1)
        >>> size(plan).each
        356
    """
    faults = lacking("size", plan.design, plan.difference, plan.clients, plan.clusters)
    if faults:
        raise Unplannable(faults)
    each, people, clusters = _at(plan, plan.start)
    lower, upper = _over_interval(plan)
    effect = None if plan.design is Design.STEPPED_WEDGE else design_effect(plan.kept, plan.correlation)
    return Size(plan, each, people, clusters, effect, lower, upper)


def _at(plan: Planned, baseline: float) -> tuple[int | None, int, int | None]:
    """People in each arm, people to begin with, and clusters, from one baseline."""
    if plan.design is Design.STEPPED_WEDGE:
        return _wedge(plan, baseline)
    each = _each(plan, baseline)
    if plan.design is Design.INDIVIDUAL:
        return each, 2 * math.ceil(each / (1 - plan.lost)), None
    in_each = math.ceil(each * design_effect(plan.kept, plan.correlation) / plan.kept) + _EXTRA
    in_each = max(in_each, 2)
    return each, math.ceil(2 * in_each * (plan.cluster_size or 1)), 2 * in_each


def _each(plan: Planned, baseline: float) -> int:
    difference = plan.difference or 0.0
    if plan.outcome is Outcome.MEAN:
        return math.ceil(people_for_means(difference / plan.spread, plan.alpha, plan.power))
    return max(2, math.ceil(people_for_proportions(baseline, baseline + difference, plan.alpha, plan.power)))


def _wedge(plan: Planned, baseline: float) -> tuple[None, int, int]:
    steps, difference = plan.steps or 2, plan.difference or 0.0
    one = variance_of(steps, steps, plan.kept, spread_of(plan, baseline, difference), plan.correlation)
    groups = max(1, math.ceil(one * (both(plan.alpha, plan.power) / difference) ** 2))
    clusters = steps * groups
    return None, math.ceil(clusters * (steps + 1) * (plan.cluster_size or 1)), clusters


def spread_of(plan: Planned, baseline: float, difference: float) -> float:
    """The variance of the outcome over people: of a proportion, at the middle of what is expected with help and without."""
    if plan.outcome is Outcome.MEAN:
        return plan.spread * plan.spread
    middle = min(1.0, max(0.0, baseline + difference / 2))
    return middle * (1 - middle)


def _over_interval(plan: Planned) -> tuple[int | None, int | None]:
    """The fewest and the most people over the baseline's interval; most are needed where half of all succeed."""
    low, high, difference = plan.baseline_lower, plan.baseline_upper, plan.difference or 0.0
    if low is None or high is None or plan.outcome is Outcome.MEAN:
        return None, None
    low, high = max(0.0, low, -difference), min(1.0, high, 1 - difference)
    middle = 0.5 - difference / 2
    tried = [low, high, plan.start, *((middle,) if low < middle < high else ())]
    needed = [_at(plan, baseline)[1] for baseline in tried]
    return min(needed), max(needed)
