"""Whether what a model aims at comes about: indicators attached to its nodes, held against the trajectory that partners set."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Any

from levelling.atlas import Atlas
from levelling.core import words
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.core.estimate import Estimate
from levelling.core.indicator import Direction, Indicator
from levelling.core.period import Period
from levelling.core.window import alike, break_between
from levelling.practice.logic.model import Model, Node


class Track(StrEnum):
    """How a figure stands to its trajectory."""

    ON = "on track"
    OFF = "off track"
    CANNOT_TELL = "cannot tell"
    NO_TARGET = "no target set"


@dataclass(frozen=True, slots=True)
class Watched:
    """One node with an indicator, in one place.

    Attributes:
        node: The node.
        indicator: Its indicator.
        baseline: The figure progress is told from; `None` where there is none.
        newest: The newest figure; it may hold no value, and then says why.
        expected: Where the trajectory stands at the middle of the newest figure's period; `None` where it does not reach there.
        track: On track, off track, cannot tell, or no target.
        why: The reason, in a sentence.
    """

    node: Node
    indicator: Indicator
    baseline: Estimate | None
    newest: Estimate
    expected: float | None
    track: Track
    why: str

    @property
    def sentence(self) -> str:
        """To be read aloud."""
        return f"{words.opened(self.node.label)}: {self.track.value}. {self.why}"

    def record(self) -> dict[str, Any]:
        """The node as plain data."""
        base, new, last = self.baseline, self.newest, self.node.targets[-1] if self.node.targets else None
        held = new.value is not None
        return {
            "record": "monitor",
            "node": self.node.id,
            "label": self.node.label,
            "owner": self.node.owner or None,
            "area": new.area.code,
            "name": new.area.name,
            "indicator": self.indicator.slug,
            "category": new.category or None,
            "unit": self.indicator.unit,
            "baseline": base.value if base else None,
            "baseline_lower": base.lower if base else None,
            "baseline_upper": base.upper if base else None,
            "baseline_period": base.period.iso if base else None,
            "value": new.value,
            "lower": new.lower,
            "upper": new.upper,
            "period": new.period.iso if held else None,
            "status": new.status.value if held else None,
            "expected": self.expected,
            "target": last.value if last else None,
            "target_period": last.period.iso if last else None,
            "track": self.track.value,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Monitor:
    """Every node with an indicator, in one place.

    Attributes:
        model: The model.
        area: The place.
        as_of: Figures for later periods are left out; `None` where none is.
        items: The nodes, in the order of the model.
    """

    model: Model
    area: Area
    as_of: Period | None
    items: tuple[Watched, ...]

    def records(self) -> list[dict[str, Any]]:
        """One record a node."""
        return [item.record() for item in self.items]


def monitor(atlas: Atlas, model: Model, area: Area, as_of: Period | None = None) -> Monitor:
    """Hold each indicator of a model against its trajectory.

    The trajectory runs straight from the baseline through the targets. The newest figure is on track where its whole published
    interval lies at or beyond it, on the good side; off track where the whole of it lies short; between the two, nobody can tell.
    A figure without a published interval, of another length of time than the baseline's, or across a break of its series, is not
    judged.

    Args:
        atlas: Where the figures are read.
        model: The model.
        area: The place.
        as_of: A date: figures for periods that end after it are left out. `None` for the newest there are.

    Raises:
        UserError: No node has an indicator.
    """
    nodes = [node for node in model.nodes if node.indicator]
    if not nodes:
        raise UserError("No node of the model has an indicator, so there is nothing to watch.", "Give outcomes an indicator.")
    return Monitor(model, area, as_of, tuple(_watched(atlas, node, area, as_of) for node in nodes))


def _watched(atlas: Atlas, node: Node, area: Area, as_of: Period | None) -> Watched:
    category = node.category or None
    indicator = atlas.catalogue.get(node.indicator)
    series = [one for one in atlas.series(indicator.slug, area, category) if one.value is not None]
    kept = [one for one in series if as_of is None or one.period.end <= as_of.end]
    if series and not kept and as_of is not None:
        first = series[0]
        why = f"No figure is for a period that had ended by {as_of.label}: the first is for {first.period.label}."
        return Watched(node, indicator, None, first, None, Track.CANNOT_TELL, why)
    newest = kept[-1] if kept else atlas.estimate(indicator.slug, area, category=category)
    if newest.value is None:
        return Watched(node, indicator, None, newest, None, Track.CANNOT_TELL, newest.why_absent)
    baseline = newest if node.baseline is None else next((one for one in kept if one.period == node.baseline), None)
    if baseline is None and node.baseline is not None:
        known = words.listed([one.period.iso for one in kept[-4:]]) or "none"
        why = f"There is no figure for the baseline, {node.baseline.label}; the newest are for: {known}."
        return Watched(node, indicator, None, newest, None, Track.CANNOT_TELL, why)
    return _judged(node, newest, baseline or newest)


def _judged(node: Node, newest: Estimate, baseline: Estimate) -> Watched:
    indicator = newest.indicator
    if not node.targets:
        return Watched(node, indicator, baseline, newest, None, Track.NO_TARGET, _here(newest))
    expected = _expected(node, baseline, newest.period)
    track, why = _stands(node, newest, baseline, expected)
    return Watched(node, indicator, baseline, newest, expected, track, why)


def _here(newest: Estimate) -> str:
    return f"The newest figure is {words.estimate(newest)}."


def _expected(node: Node, baseline: Estimate, period: Period) -> float | None:
    """The trajectory at the middle of a period: straight between the points that are set, level after the last."""
    if baseline.value is None or node.baseline is None:
        return None
    points = [(baseline.period.middle, baseline.value), *((one.period.middle, one.value) for one in node.targets)]
    at = period.middle
    if at <= points[0][0]:
        return None
    for (left, low), (right, high) in pairwise(points):
        if at <= right:
            return low + (high - low) * (at - left) / (right - left)
    return points[-1][1]


def _stands(node: Node, newest: Estimate, baseline: Estimate, expected: float | None) -> tuple[Track, str]:
    if node.baseline is None:
        return Track.CANNOT_TELL, f"The model fixes no baseline, so there is no trajectory. {_here(newest)}"
    if stands_in_the_way := _not_comparable(newest, baseline):
        return Track.CANNOT_TELL, f"{stands_in_the_way} {_here(newest)}"
    if expected is None or newest.value is None:
        return Track.CANNOT_TELL, f"No figure is newer than the baseline, {baseline.period.label}. {_here(newest)}"
    way = _better(node, newest.indicator, baseline)
    if way == 0:
        return Track.CANNOT_TELL, f"Which way is better is not said, and the target is the baseline. {_here(newest)}"
    line = words.amount(expected, newest.indicator)
    past = (
        f" Its last target was for {node.targets[-1].period.label}."
        if newest.period.middle > node.targets[-1].period.middle
        else ""
    )
    if newest.lower is None or newest.upper is None:
        side = "at or beyond" if (newest.value - expected) * way >= 0 else "short of"
        made = "It is modelled" if newest.moved is not None else "It has no published margin of error"
        return Track.CANNOT_TELL, f"{_here(newest)} It lies {side} the trajectory, {line}. {made}, so it is not judged.{past}"
    short, far = sorted(((newest.lower - expected) * way, (newest.upper - expected) * way))
    if short >= 0:
        return Track.ON, f"{_here(newest)} All of its range lies at or beyond the trajectory, {line}.{past}"
    if far < 0:
        return Track.OFF, f"{_here(newest)} All of its range lies short of the trajectory, {line}.{past}"
    return Track.CANNOT_TELL, f"{_here(newest)} The trajectory, {line}, lies within its range.{past}"


def _not_comparable(newest: Estimate, baseline: Estimate) -> str:
    crossed = break_between(newest.indicator, baseline.period, newest.period)
    if crossed is not None:
        return f"The series breaks at {crossed.period.label}, after the baseline. {crossed.note}"
    if not alike(newest.period, baseline.period):
        return f"The newest figure is for another length of time than the baseline, {baseline.period.label}."
    return ""


def _better(node: Node, indicator: Indicator, baseline: Estimate) -> int:
    """1 where more is better, -1 where less is; where neither is said, the way of the target."""
    if node.better:
        return 1 if node.better == "more" else -1
    if indicator.direction is not Direction.NEITHER:
        return 1 if indicator.direction is Direction.HIGHER_BETTER else -1
    ends: Sequence[float] = (baseline.value or 0.0, node.targets[-1].value)
    return (ends[1] > ends[0]) - (ends[1] < ends[0])
