"""Pooled results drawn: each with its interval, what they say together, and what to expect in a new place."""

import math
from collections.abc import Callable

from levelling.core.difference import Z95
from levelling.core.words import number, opened
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Figure, Label, Number, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.practice.evidence import Heap, Pooled, heap_told

_HOW = "Quoted from: the sources of each result and your own file; pooled by restricted maximum likelihood."


def pool_text(heap: Heap) -> Text:
    """What a heap of results says together, or why it is not pooled."""
    names = [item.study.name for item in heap.usable] + [item.name for item in heap.refused]
    return reckoned(heap_told(heap), _about(heap), [*names, heap.kind.words, "95% interval", "19 times of 20"])


def _about(heap: Heap) -> Worked:
    return Worked(f"Pooled: {heap.kind.words}", _HOW)


def forest(heap: Heap, found: Pooled, at: int) -> Figure:
    """The results of one kind, one under another, with their mean and a new place below.

    Args:
        heap: The results.
        found: What they say together.
        at: Which figure of the page it is.
    """
    back: Callable[[float], float] = math.exp if heap.kind.is_ratio else float
    decimals = 2 if heap.kind.is_ratio else 1
    lines: list[tuple[str, float, float, float, float | None]] = [
        (study.name, study.effect, study.effect - Z95 * study.error, study.effect + Z95 * study.error, weight)
        for study, weight in zip(found.studies, found.weights, strict=True)
    ]
    lines.append(("All together", found.mean, found.lower, found.upper, 1.0))
    if found.predicted is not None:
        lines.append(("A new place", found.mean, *found.predicted, None))
    rows = tuple(
        Range(
            name, back(value), back(low), back(high), "place" if weight in {1.0, None} else "area", number(back(value), decimals)
        )
        for name, value, low, high, weight in lines
    )
    title = opened(heap.kind.words)
    chart = Ranges(
        id=f"forest-{at}",
        title=title,
        description=f"{len(found.studies)} results with their intervals, their mean, and a new place: {heap_told(heap)}",
        rows=rows,
        unit=heap.kind.unit,
        decimals=decimals,
        level=1.0 if heap.kind.is_ratio else 0.0,
    )

    def cell(value: float) -> Text:
        return (Number(number(back(value), decimals), back(value), heap.kind.unit, _about(heap)),)

    table = Table(
        f"{title}: every result, its interval and its share of the mean",
        ("Result", "Effect", "From", "To", "Share of the mean"),
        tuple(
            (
                prose(Label(name)),
                cell(value),
                cell(low),
                cell(high),
                prose("not of the mean") if weight is None else (_share(weight, heap),),
            )
            for name, value, low, high, weight in lines
        ),
    )
    notes = (prose("The line marks no effect. An interval that crosses it leaves open whether there was any."),)
    return Figure(f"f-forest-{at}", title, pool_text(heap), (chart,), notes, table)


def _share(weight: float, heap: Heap) -> Number:
    return Number(f"{number(100 * weight, 0)}%", 100 * weight, "%", _about(heap))
