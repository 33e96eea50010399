"""From what a person asked to a plan of a trial: the baseline may be a place's own figure."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from levelling.atlas.reading import Figures
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.words import place
from levelling.practice.trial.planned import Design, Outcome, Planned, Unplannable, lacking


def planned(
    purpose: str,
    outcome: Outcome,
    design: Design,
    given: Mapping[str, Any],
    figure: Estimate | None = None,
    faults: tuple[str, ...] = (),
) -> Planned:
    """The plan, with the baseline from a figure where there is one; everything wrong with it told at once.

    Args:
        purpose: `size` or `detect`: what the plan is for.
        outcome: What is counted.
        design: Who is assigned.
        given: The other fields of `Planned`, as asked for.
        figure: A place's own figure, in per cent, to take the baseline from.
        faults: What is wrong already.

    Raises:
        Unplannable: Lists every fault.
    """
    told = list(faults)
    if figure is not None and given.get("baseline") is not None:
        told.append("--baseline and --indicator both give the baseline: leave one out")
    told += lacking(purpose, design, *(given.get(name) for name in ("difference", "clients", "clusters")))
    given = dict(given)
    if figure is not None and outcome is Outcome.PROPORTION and given.get("baseline") is None:
        ends = [None if end is None else end / 100 for end in (figure.value, figure.lower, figure.upper)]
        given |= {"baseline": ends[0], "baseline_lower": ends[1], "baseline_upper": ends[2]}
    if faults and given.get("baseline") is None:
        given["baseline"] = 0.5  # the baseline has its fault already: this keeps it from being told twice
    try:
        plan = Planned(outcome, design, **given)
    except Unplannable as error:
        raise Unplannable([*told, *error.faults]) from error
    if told:
        raise Unplannable(told)
    return plan if figure is None else replace(plan, baseline_from=figure)


def baseline(atlas: Figures, area: Area, slug: str, outcome: Outcome) -> tuple[Estimate | None, tuple[str, ...]]:
    """A place's own figure to begin from, and what stands in the way of it.

    Args:
        atlas: Where the figures are read.
        area: The place.
        slug: The indicator; for a proportion it must be in per cent.
        outcome: What is counted.
    """
    found = atlas.estimate(slug, area)
    if found.value is None:
        return None, (f"--indicator {slug} has no figure for {place(area)}: {found.why_absent.rstrip('.')}",)
    if outcome is Outcome.PROPORTION and found.indicator.unit != "%":
        return None, (f"--indicator {slug} is not in per cent but in {found.indicator.unit}: it is no share of people",)
    return found, ()
