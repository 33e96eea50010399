"""Before: how small a change so many people, or clusters, can show."""

import math
from dataclasses import dataclass, replace
from typing import Any

from levelling.core.words import number
from levelling.practice.trial.planned import Design, Outcome, Planned, Unplannable, lacking
from levelling.practice.trial.power import both, design_effect, effect_for_means, power_for_proportions, smallest
from levelling.practice.trial.size import spread_of
from levelling.practice.trial.wedge import variance_of
from levelling.practice.trial.words import assumed, cut_short, plain, points, share, source_of, taken_from


@dataclass(frozen=True, slots=True)
class Detectable:
    """The smallest change that would be told from chance as often as the power says.

    Attributes:
        plan: What was planned, with its number of people.
        people: People to begin with, of both arms together (in a stepped wedge, counted over all periods).
        each: People in each arm that the comparison is worth, after drop-out and clustering; `None` for a stepped wedge.
        rise: The smallest rise, in shares or in the mean's unit; `None` where none would be told from chance.
        fall: The smallest fall, above nought; `None` where none would be.
        rise_lower: The smallest rise at its least over the interval of the baseline; `None` where that has none.
        rise_upper: The same at its most.
    """

    plan: Planned
    people: int
    each: float | None
    rise: float | None
    fall: float | None
    rise_lower: float | None = None
    rise_upper: float | None = None

    @property
    def sentences(self) -> tuple[str, ...]:
        """The answer, what it rests on, and what to mind, to be read aloud."""
        told = [f"{self._who()}{self._change()}", assumed(self.plan), *taken_from(self.plan)]
        if self.rise_lower is not None and self.rise_upper is not None:
            told.append(
                "The baseline is itself an estimate: over its 95% interval, the smallest rise is from "
                f"{points(self.rise_lower)} to {points(self.rise_upper)}."
            )
        told.append("A smaller change may be there and not be seen. Not seen is not the same as not there.")
        seen = self.rise if self.rise is not None else -(self.fall or 0.0)
        return (*told, *cut_short(self.plan, self.each, seen))

    def record(self) -> dict[str, Any]:
        """The answer as plain data."""
        plan = self.plan
        return {
            "outcome": plan.outcome.value,
            "design": plan.design.value,
            "baseline": plan.baseline,
            "baseline_from": None if plan.baseline_from is None else source_of(plan.baseline_from),
            "sd": plan.sd,
            "people": self.people,
            "clusters": plan.clusters,
            "cluster_size": plan.cluster_size,
            "steps": plan.steps,
            "icc": plan.icc,
            "alpha": plan.alpha,
            "power": plan.power,
            "drop_out": plan.drop_out,
            "people_each_arm": self.each,
            "smallest_rise": self.rise,
            "smallest_rise_lower": self.rise_lower,
            "smallest_rise_upper": self.rise_upper,
            "smallest_fall": self.fall,
            "sentence": self.sentences[0],
        }

    def records(self) -> list[dict[str, Any]]:
        """The one record."""
        return [self.record()]

    def _who(self) -> str:
        plan, people = self.plan, number(self.people, 0)
        if plan.design is Design.INDIVIDUAL:
            return f"With {people} people, half of them helped"
        clusters = number(plan.clusters or 0, 0)
        if plan.design is Design.CLUSTER:
            return f"With {people} people in {clusters} clusters, half of them helped"
        return f"With {clusters} clusters that begin in {plan.steps} steps, and {people} people counted in all"

    def _change(self) -> str:
        plan = self.plan
        if plan.outcome is Outcome.MEAN:
            if self.rise is None:
                return ", no change in the mean could be told from chance."
            spread = plain(self.rise / plan.spread)
            return (
                f", the smallest change in the mean that would be told from chance is {plain(self.rise)}, which is {spread} "
                f"standard deviations."
            )
        rise, fall = (
            None if size is None else f"a {word} of {points(size)} (to {share(plan.start + sign * size)})"
            for word, size, sign in (("rise", self.rise, 1), ("fall", self.fall, -1))
        )
        base = f", and a baseline of {share(plan.start)},"
        if rise is None and fall is None:
            return f"{base} no change could be told from chance."
        if rise is None or fall is None:
            lacking, only = ("rise", fall) if rise is None else ("fall", rise)
            return f"{base} no {lacking} could be told from chance; the smallest change that would be is {only}."
        return f"{base} the smallest change that would be told from chance is {rise} or {fall}."


def detect(plan: Planned) -> Detectable:
    """How small a change the planned people or clusters can show.

    Raises:
        Unplannable: The number of people or clusters was not given, or two that contradict each other.

    Example:
        >>> plan = Planned(Outcome.PROPORTION, Design.INDIVIDUAL, drop_out=0, baseline=0.3, clients=200)
        >>> found = detect(plan)
        >>> round(found.rise, 3), round(found.fall, 3)
        (0.193, 0.163)
    """
    faults = lacking("detect", plan.design, plan.difference, plan.clients, plan.clusters)
    if faults:
        raise Unplannable(faults)
    return _detect(plan if plan.design is Design.INDIVIDUAL else _with_clusters(plan))


def _with_clusters(plan: Planned) -> Planned:
    """The plan with its clusters counted from its people, or its people from its clusters."""
    periods = (plan.steps or 0) + 1 if plan.design is Design.STEPPED_WEDGE else 1
    of_one = (plan.cluster_size or 1.0) * periods
    if plan.clusters is None:
        clusters = int((plan.clients or 0) // of_one)
        if plan.design is Design.STEPPED_WEDGE and plan.steps:
            clusters -= clusters % plan.steps
        return replace(plan, clusters=clusters, clients=None)
    if plan.clients is not None and plan.clients != round(plan.clusters * of_one):
        made = number(plan.clusters * of_one, 0)
        raise Unplannable(
            [f"--clients of {plan.clients} contradicts the clusters and their size, which make {made}: leave it out"]
        )
    return replace(plan, clients=None)


def _detect(plan: Planned) -> Detectable:
    if plan.design is Design.STEPPED_WEDGE:
        people = round((plan.clusters or 0) * ((plan.steps or 0) + 1) * (plan.cluster_size or 1))
        return Detectable(
            plan, people, None, _wedge(plan, plan.start, 1), _wedge(plan, plan.start, -1), *_over_interval(plan, None)
        )
    if plan.design is Design.CLUSTER:
        people = round((plan.clusters or 0) * (plan.cluster_size or 1))
        counted = (plan.clusters or 0) // 2 - 1  # one cluster of each arm pays for how little is known of how clusters differ
        each = counted * plan.kept / design_effect(plan.kept, plan.correlation)
    else:
        people = plan.clients or 0
        each = (people // 2) * (1 - plan.lost)
    if plan.outcome is Outcome.MEAN:
        effect = effect_for_means(each, plan.alpha, plan.power)
        change = None if math.isinf(effect) else effect * plan.spread
        return Detectable(plan, people, each, change, change)
    rise, fall = _shares(plan, plan.start, each, 1), _shares(plan, plan.start, each, -1)
    return Detectable(plan, people, each, rise, fall, *_over_interval(plan, each))


def _shares(plan: Planned, baseline: float, each: float, sign: int) -> float | None:
    """The smallest rise (or fall) of a share from a baseline; `None` where there is no room for one."""
    room = 1 - baseline if sign > 0 else baseline
    if room <= 0:
        return None
    return smallest(
        lambda step: power_for_proportions(baseline, baseline + sign * step, each, plan.alpha), plan.power, room / 1e6, room
    )


def _wedge(plan: Planned, baseline: float, sign: int) -> float | None:
    """The smallest change a stepped wedge can show: for a share, its variance follows the change, so it is sought."""
    reach = both(plan.alpha, plan.power)

    def error(step: float) -> float:
        spread = spread_of(plan, baseline, sign * step)
        return math.sqrt(variance_of(plan.clusters or 2, plan.steps or 2, plan.kept, spread, plan.correlation))

    if plan.outcome is Outcome.MEAN:
        return reach * error(0.0)
    room = 1 - baseline if sign > 0 else baseline
    if room <= 0:
        return None
    return smallest(lambda step: step / max(error(step), 1e-300), reach, room / 1e6, room)


def _over_interval(plan: Planned, each: float | None) -> tuple[float | None, float | None]:
    low, high = plan.baseline_lower, plan.baseline_upper
    if low is None or high is None or plan.outcome is Outcome.MEAN:
        return None, None
    tried = [max(0.0, low), min(1.0, high), plan.start, *((0.5,) if low < 0.5 < high else ())]
    found = [_wedge(plan, at, 1) if each is None else _shares(plan, at, each, 1) for at in tried]
    known = [item for item in found if item is not None]
    return (min(known), max(known)) if len(known) == len(found) else (None, None)
