"""Comparisons: an estimate held against another, with the interval of the difference and a verdict."""

from dataclasses import dataclass
from enum import StrEnum

from levelling.core.estimate import Estimate


class Comparator(StrEnum):
    """What an estimate is held against."""

    UK = "uk"
    NATION = "nation"
    REGION = "region"
    NEIGHBOURS = "neighbours"
    AREA = "area"


class Verdict(StrEnum):
    """What can be said of a difference. `HIGHER` and `LOWER` are for indicators where neither way is good."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    CANNOT_TELL = "cannot tell"
    NOT_COMPARABLE = "not comparable"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The gap between an estimate and a comparator.

    Attributes:
        estimate: The area's own number.
        comparator: What kind of thing it is held against.
        comparator_name: Its name: 'United Kingdom', '20 statistical neighbours'.
        against: The comparator's number; `None` where there is none for the same period and definition.
        difference: Estimate less comparator, in the indicator's unit; `None` where not comparable at all.
        lower: Lower end of the 95% interval of the difference; `None` where an interval is missing on either side.
        upper: Upper end.
        p_value: Two-sided probability of a difference this large by chance; `None` without intervals.
        adjusted_p: The same, corrected for all the comparisons made beside it (Benjamini-Hochberg).
        verdict: Better, worse, cannot tell, or not comparable.
        reason: Why not comparable, or what the reader should know; empty where nothing.
    """

    estimate: Estimate
    comparator: Comparator
    comparator_name: str
    against: Estimate | None
    difference: float | None
    lower: float | None
    upper: float | None
    p_value: float | None
    adjusted_p: float | None
    verdict: Verdict
    reason: str = ""
