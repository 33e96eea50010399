"""What the evidence says, in sentences to be read aloud and as plain records."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from levelling.core.words import number, opened
from levelling.practice.cases import Library, Mechanism, result_told
from levelling.practice.evidence.body import Body, Entry, Heap, body
from levelling.practice.evidence.comparable import Usable
from levelling.practice.evidence.pooling import Pooled

VOTES_LIMIT = (
    "Counting cases says which way results point, not how large they are; a small study that finds nothing for want of numbers "
    "counts as much as a large one."
)
_LIKELY = 0.1
"""Below this the differences between studies are called more than chance: Q has little power, so the bar is not 0.05."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the library says of one way of working, or of several, ready to be told.

    Attributes:
        bodies: One for each way of working.
    """

    bodies: tuple[Body, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """The whole of it in sentences; of several ways of working only how each stands."""
        if len(self.bodies) != 1:
            return (VOTES_LIMIT,)
        return told(self.bodies[0])

    def records(self) -> Sequence[dict[str, Any]]:
        """Of one way of working: a record a vote, a result, a heap, a contrast; of several: their votes."""
        if len(self.bodies) != 1:
            return [record for item in self.bodies for record in _votes(item)[:1]]
        item = self.bodies[0]
        return [*_votes(item), *map(_result, item.entries), *map(_heap, item.heaps), *_contrasts(item)]


def evidence(library: Library, mechanism: Mechanism | None = None, **asked: Any) -> Evidence:
    """What the library says of a way of working, or of each in turn.

    Args:
        library: The library.
        mechanism: How cases work; each way in turn where none is given.
        asked: `group` and `own`, as of `body`.

    Example:
        >>> from levelling.practice.cases import library
        >>> evidence(library(), Mechanism.SOCIAL_PRESCRIBING).sentences[0]
        'For work: not known. No case with a good comparison gives an answer.'
    """
    some = tuple(Mechanism) if mechanism is None else (mechanism,)
    return Evidence(tuple(body(library, item, **asked) for item in some))


def told(item: Body) -> tuple[str, ...]:
    """What the body of cases says: votes, what may and may not be pooled, what belongs together, and what to mind."""
    lines = [votes.sentence for votes in item.votes]
    if len(lines) > 1 or item.votes[0].counted > 1:
        lines.append(VOTES_LIMIT)
    lines += [heap_told(heap) for heap in item.heaps]
    for contrast in item.contrasts:
        lines.append(f"Side by side: {' '.join(contrast.parts)} {contrast.why}")
    if item.reviews:
        lines += [f"Beside them, a review: {case.name}. {_first(item, case.id)}" for case in item.reviews]
    if item.uncompared:
        many = len(item.uncompared)
        which = "case was" if many == 1 else "cases were"
        lines.append(
            f"{many} more {which} held against no good comparison: what happened is told, and what changed is not known."
        )
    lines += list(item.own.assumed)
    lines += [f"Left out of your file: {fault}." for fault in item.own.faults]
    return tuple(lines)


def _first(item: Body, case: str) -> str:
    mine = [entry for entry in item.entries if entry.case.id == case]
    return result_told(mine[0].result) if mine else ""


def heap_told(heap: Heap) -> str:
    """A heap of results of one kind in a sentence or two: what they say together, or why they are not pooled."""
    kind = opened(heap.kind.words)
    if heap.pooled is None:
        return f"{kind}: {heap.why_not[:1].lower()}{heap.why_not[1:]}"
    left = f" Left out: {_left_out(heap)}." if heap.refused else ""
    middle = [item.study.name for item in heap.usable if item.middle]
    taken = f" Of {', '.join(middle)} the middle of the interval stands for the effect." if middle else ""
    return f"{kind}: {pooled_told(heap.pooled, heap.kind.unit, ratio=heap.kind.is_ratio)}{_horizons(heap.usable)}{taken}{left}"


def _left_out(heap: Heap) -> str:
    return "; ".join(f"{item.name}, because {item.why}" for item in heap.refused)


def pooled_told(found: Pooled, unit: str, *, ratio: bool = False) -> str:
    """What studies say together, to be read aloud.

    Args:
        found: The pooled studies.
        unit: Their unit; empty where not told.
        ratio: Whether they were pooled as logarithms.
    """
    many = len(found.studies)
    middle, low, high = (_shown(value, ratio=ratio) for value in (found.mean, found.lower, found.upper))
    said = f"{many} results together give {middle}{f' {unit}' if unit else ''} on average, 95% interval {low} to {high}."
    return f"{said} {_differ(found)} {_elsewhere(found, ratio=ratio)}"


def _differ(found: Pooled) -> str:
    share = round(100 * found.i2)
    if found.q_likely is not None and found.q_likely < _LIKELY:
        return f"They differ by more than chance makes: {share}% of their differences is more than chance (I-squared)."
    if share:
        return f"Chance alone could make their differences, of which {share}% is more than it usually makes (I-squared)."
    return "They differ no more than chance makes, though so few results show little of that."


def _elsewhere(found: Pooled, *, ratio: bool) -> str:
    if found.predicted is None:
        return "With two results nothing can be said of a new place."
    low, high = (_shown(value, ratio=ratio) for value in found.predicted)
    none = 0.0
    across = found.predicted[0] < none < found.predicted[1]
    whether = " It may do nothing there, or the opposite." if across else ""
    return f"In a new place like these the effect would lie between {low} and {high}, 19 times of 20.{whether}"


def _shown(value: float, *, ratio: bool) -> str:
    if ratio:
        return number(math.exp(value), 2) if value < 50 else "more than can be told"
    text = number(value, 1)
    return f"+{text}" if value > 0 and text.strip("0.") else text


def _horizons(items: Sequence[Usable]) -> str:
    months = sorted({item.months for item in items if item.months is not None})
    return f" They were measured after {months[0]} to {months[-1]} months." if len(months) > 1 else ""


def _votes(item: Body) -> list[dict[str, Any]]:
    return [
        {
            "record": "vote",
            "mechanism": item.mechanism.value,
            "people": item.group.value if item.group else "",
            "aim": votes.aim.value,
            "grade": votes.grade.value,
            "cases": votes.counted,
            "gained": [case.id for case in votes.gained],
            "no_clear_effect": [case.id for case in votes.none],
            "both": [case.id for case in votes.both],
            "harmed": [case.id for case in votes.harmed],
            "not_read": [case.id for case in votes.unread],
            "without_comparison": [case.id for case in item.uncompared],
            "sentence": votes.sentence,
        }
        for votes in item.votes
    ]


def _result(entry: Entry) -> dict[str, Any]:
    result, judged = entry.result, entry.judged
    return {
        "record": "result",
        "mechanism": entry.case.mechanism.value,
        "case": entry.case.id,
        "name": entry.case.name,
        "review": entry.case.review,
        "about": result.about.value,
        "outcome": result.outcome,
        "found": result.found.value if result.found else None,
        "value": result.value,
        "unit": result.unit,
        "lower": result.lower,
        "upper": result.upper,
        "comparison": entry.case.comparison.value,
        "maryland": entry.case.maryland if result.graded else None,
        "months": result.months or entry.case.months,
        "can_be_pooled": isinstance(judged, Usable),
        "why_not": "" if isinstance(judged, Usable) else judged.why,
        "sentence": result_told(result),
        "source": result.source.title,
        "address": result.source.address,
    }


def _heap(heap: Heap) -> dict[str, Any]:
    found = heap.pooled
    back = math.exp if heap.kind.is_ratio else float
    return {
        "record": "pooled",
        "about": heap.kind.outcome,
        "unit": heap.kind.unit,
        "studies": [item.study.name for item in heap.usable],
        "pooled": found is not None,
        "why_not": heap.why_not,
        "mean": back(found.mean) if found else None,
        "lower": back(found.lower) if found else None,
        "upper": back(found.upper) if found else None,
        "weights": list(found.weights) if found else [],
        "q": found.q if found else None,
        "q_probability": found.q_likely if found else None,
        "i_squared": found.i2 if found else None,
        "tau_squared": found.tau2 if found else None,
        "predicted_lower": back(found.predicted[0]) if found and found.predicted else None,
        "predicted_upper": back(found.predicted[1]) if found and found.predicted else None,
        "method": found.method.value if found else "",
        "left_out": [{"name": item.name, "why": item.why} for item in heap.refused],
        "sentence": heap_told(heap),
    }


def _contrasts(item: Body) -> list[dict[str, Any]]:
    return [
        {"record": "side by side", "cases": [case.id for case in one.cases], "sentence": " ".join([*one.parts, one.why])}
        for one in item.contrasts
    ]
