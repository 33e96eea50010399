"""Test and learn, from Python: what a trial asks for, what so many can show, and what may be said of its result."""

from pathlib import Path
from typing import Any

from levelling.api.shown import Answer
from levelling.core.choice import chosen


def trial_size(outcome: str = "proportion", design: str = "individual", *, drop_out: float, **given: Any) -> Answer:
    """How many people, or clusters, a trial asks for.

    Args:
        outcome: `proportion` or `mean`.
        design: `individual`, `cluster` or `stepped wedge`.
        drop_out: Share of people whose outcome will not be known; 0 where it is nobody.
        given: `baseline` and `difference`, shares of 0 to 1, for a proportion; `difference` and `sd` for a mean; `icc` and
            `cluster_size` for clusters, `steps` too for a stepped wedge; `alpha` (0.05) and `power` (0.8).

    Raises:
        UserError: Anything is missing, out of range or contradicts itself; every fault is listed.

    Example:
        >>> from levelling import trial_size
        >>> trial_size(drop_out=0, baseline=0.6, difference=0.1).records()[0]["people_each_arm"]
        356
    """
    from levelling.practice.trial import size
    from levelling.practice.trial.asked import planned

    plan = planned("size", *_kinds(outcome, design), {"drop_out": drop_out, **given})
    return Answer("How large a trial must be", size(plan))


def trial_detect(outcome: str = "proportion", design: str = "individual", *, drop_out: float, **given: Any) -> Answer:
    """How small a change so many people, or clusters, can show.

    Args:
        outcome: `proportion` or `mean`.
        design: `individual`, `cluster` or `stepped wedge`.
        drop_out: Share of people whose outcome will not be known; 0 where it is nobody.
        given: As for `trial_size`, with `clients` or `clusters` in place of `difference`.

    Raises:
        UserError: Anything is missing, out of range or contradicts itself; every fault is listed.

    Example:
        >>> from levelling import trial_detect
        >>> round(trial_detect(drop_out=0, baseline=0.3, clients=200).records()[0]["smallest_rise"], 3)
        0.193
    """
    from levelling.practice.trial import detect
    from levelling.practice.trial.asked import planned

    plan = planned("detect", *_kinds(outcome, design), {"drop_out": drop_out, **given})
    return Answer("What a trial can show", detect(plan))


def trial_result(file: str | Path, helped: str, assigned: str) -> Answer:
    """The difference between two arms, with its interval and the sentence that may honestly be written.

    Args:
        file: A CSV file of totals by arm, or a row a client; only totals are kept.
        helped: The arm that was helped, or came after.
        assigned: `random`, `matched`, `not matched` or `before and after`.

    Raises:
        UserError: The file or its arms are wrong; every fault is listed.
    """
    from levelling.practice.trial import Assigned, read, result

    return Answer("What came of it", result(read(Path(file)), helped, chosen(Assigned, assigned, "assigned")))


def _kinds(outcome: str, design: str) -> tuple[Any, Any]:
    from levelling.practice.trial import Design, Outcome

    return chosen(Outcome, outcome, "outcome"), chosen(Design, design, "design")
