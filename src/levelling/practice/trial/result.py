"""After: the difference between two arms, and the sentence that may honestly be written.

Two proportions: Newcombe's interval (1998, method 10), Wilson's for each arm joined by `levelling.core.difference`. Two means:
Welch's t interval. Where whole clusters were assigned, the means of the clusters are compared by Welch's t, each cluster counted
once (Hayes and Moulton 2017, chapter 10): people of one cluster are alike, and to count each alone would claim too much.

References:
    Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in Medicine 17,
        873-890.
    Welch, B. L. (1947). The generalization of 'Student's' problem when several different population variances are involved.
        Biometrika 34, 28-35.
    Hayes, R. J. and Moulton, L. H. (2017). Cluster Randomised Trials. Second edition. Chapman and Hall.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean, stdev
from typing import Any

from levelling.atlas.declared import FactsBroken
from levelling.core.difference import Difference, difference, wilson
from levelling.core.small_numbers import MOST_WITHHELD, RULE, is_small, shown
from levelling.core.words import number
from levelling.practice.trial.outcomes import Arm, Outcomes
from levelling.practice.trial.words import plain

_FEWEST_CLUSTERS = 2
LEVEL = 0.05


class Assigned(StrEnum):
    """How people came to be in the one arm or the other: what may be said hangs on it."""

    RANDOM = "random"
    MATCHED = "matched"
    UNMATCHED = "not matched"
    BEFORE_AFTER = "before and after"


@dataclass(frozen=True, slots=True)
class Result:
    """What came of it.

    Attributes:
        helped: The arm that was helped, or came after.
        other: The arm it is held against.
        assigned: How people came to be in the one or the other.
        found: The difference, helped less other, with interval and p-value; in shares or in the outcome's own unit.
        method: How the interval was made.
        left_out: Rows that could not be used.
    """

    helped: Arm
    other: Arm
    assigned: Assigned
    found: Difference
    method: str
    left_out: tuple[str, ...] = ()

    @property
    def is_share(self) -> bool:
        """Whether the outcome is yes or no."""
        return self.helped.successes is not None

    @property
    def protected(self) -> bool:
        """Whether the arms' own counts are withheld, because one of them is so small that somebody might be known."""
        arms = (self.helped, self.other)
        return any(
            arm.successes is not None and (is_small(arm.successes) or is_small(arm.people - arm.successes)) for arm in arms
        )

    @property
    def verdict(self) -> str:
        """Higher, lower, or cannot tell."""
        if self.found.lower <= 0 <= self.found.upper:
            return "cannot tell"
        return "higher" if self.found.value > 0 else "lower"

    @property
    def claims_effect(self) -> bool:
        """Whether the difference may be called the effect of the help: only where chance assigned people, and it is no chance."""
        return self.assigned is Assigned.RANDOM and self.verdict != "cannot tell"

    @property
    def sentence(self) -> str:
        """The sentence that may honestly be written."""
        if self.verdict == "cannot tell":
            return self._nothing()
        size = f"{self._size(abs(self.found.value))} ({self._span()})"
        word = self.verdict
        if self.assigned is Assigned.RANDOM:
            return (
                f"Chance decided who was helped, and the outcome of those helped was {size} {word} than of the others: the help "
                f"made that difference, for people like these."
            )
        if self.assigned is Assigned.MATCHED:
            return (
                f"The outcome of those helped was {size} {word} than of others like them. Part of that may come of ways in "
                f"which they differed that the matching did not see."
            )
        if self.assigned is Assigned.UNMATCHED:
            return (
                f"The outcome of those helped was {size} {word} than of the others. The two were not alike to begin with, so "
                f"this cannot be called an effect of the help."
            )
        return (
            f"The outcome was {size} {word} after than before. Nothing shows what would have happened anyway, so this cannot be "
            f"called an effect of the help."
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentence, and what goes with it."""
        notes = [self.sentence, self.method]
        missing = self.helped.missing + self.other.missing
        if missing:
            some = shown(missing)
            count = f"About {number(some, 0)}" if some is not None else "Some"
            notes.append(f"{count} people have no outcome and are left out. If they differ from the others, so would the answer.")
        if self.protected:
            notes.append(f"The counts of the arms are not shown: one of them is {MOST_WITHHELD} or fewer. {RULE}")
        else:
            notes.append(RULE)
        if self.left_out:
            notes.append(f"{len(self.left_out)} rows could not be used: {'; '.join(self.left_out)}.")
        return tuple(notes)

    def record(self) -> dict[str, Any]:
        """The result as plain data, small counts withheld."""
        scale = 100 if self.is_share else 1
        decimals = 0 if self.protected else 1 if self.is_share else 6
        values = [None if self.protected else round(arm.mean * scale, decimals) for arm in (self.helped, self.other)]
        return {
            "helped": self.helped.name,
            "other": self.other.name,
            "outcome": "proportion" if self.is_share else "mean",
            "unit": "percentage points" if self.is_share else "as in the file",
            "helped_people": shown(self.helped.people),
            "other_people": shown(self.other.people),
            "helped_missing": shown(self.helped.missing),
            "other_missing": shown(self.other.missing),
            "helped_value": values[0],
            "other_value": values[1],
            "difference": round(self.found.value * scale, decimals),
            "lower": round(self.found.lower * scale, decimals),
            "upper": round(self.found.upper * scale, decimals),
            "p_value": round(self.found.p_value, 2 if self.protected else 4),
            "verdict": self.verdict,
            "assigned": self.assigned.value,
            "claims_effect": self.claims_effect,
            "protected": self.protected,
            "method": self.method,
            "sentence": self.sentence,
            "left_out": list(self.left_out),
        }

    def records(self) -> list[dict[str, Any]]:
        """The one record."""
        return [self.record()]

    def _nothing(self) -> str:
        low, high = self.found.lower, self.found.upper
        reach = (
            f"it could have been as large as {self._size(abs(high))} higher, or {self._size(abs(low))} lower, for those helped"
            if self.assigned is not Assigned.BEFORE_AFTER
            else f"the outcome could have been as much as {self._size(abs(high))} higher after, or {self._size(abs(low))} lower"
        )
        return f"No difference that could be told from chance was found; {reach}. That is not to say that there was none."

    def _span(self) -> str:
        near, far = sorted((abs(self.found.lower), abs(self.found.upper)))
        return f"{self._bare(near)} to {self._bare(far)}"

    def _bare(self, value: float) -> str:
        return number(100 * value, 0 if self.protected else 1) if self.is_share else plain(value)

    def _size(self, value: float) -> str:
        return f"{self._bare(value)} percentage points" if self.is_share else f"{plain(value)} points"


def result(outcomes: Outcomes, helped: str, assigned: Assigned) -> Result:
    """The difference between two arms.

    Args:
        outcomes: The totals of both.
        helped: The name of the arm that was helped, or came after.
        assigned: How people came to be in the one or the other.

    Raises:
        FactsBroken: No arm has the name, an arm has too few people to be shown, or there are too few clusters.

    Example:
        >>> arms = Arm("helped", 70, 56, 56 / 70, None), Arm("usual", 80, 48, 48 / 80, None)
        >>> found = result(Outcomes(arms), "helped", Assigned.RANDOM)
        >>> round(found.found.lower, 4), round(found.found.upper, 4)
        (0.0524, 0.3339)
    """
    names = {arm.name.casefold(): arm for arm in outcomes.arms}
    faults = []
    if helped.casefold() not in names:
        faults.append(f"--helped cannot be '{helped[:40]}': the arms are {' and '.join(arm.name[:40] for arm in outcomes.arms)}")
    few = [arm for arm in outcomes.arms if arm.people <= MOST_WITHHELD]
    faults += [f"arm {arm.name[:40]}: has fewer than {MOST_WITHHELD + 1} people, of whom nothing may be shown" for arm in few]
    in_clusters = any(arm.clusters for arm in outcomes.arms)
    if in_clusters:
        sparse = [arm for arm in outcomes.arms if len(arm.clusters) < _FEWEST_CLUSTERS]
        faults += [f"arm {arm.name[:40]}: has fewer than two clusters, so how they differ is not known" for arm in sparse]
    if faults:
        raise FactsBroken("The outcomes cannot be compared", faults)
    one = names[helped.casefold()]
    other = next(arm for arm in outcomes.arms if arm is not one)
    found, method = _clusters(one, other) if in_clusters else _people(one, other)
    return Result(one, other, assigned, found, method, outcomes.left_out)


def _people(one: Arm, other: Arm) -> tuple[Difference, str]:
    if one.successes is not None and other.successes is not None:
        found = difference(wilson(one.successes, one.people), wilson(other.successes, other.people))
        return found, "Difference of two proportions with Newcombe's 95% interval."
    found = welch((one.mean, one.sd or 0.0, one.people), (other.mean, other.sd or 0.0, other.people))
    return found, "Difference of two means with Welch's 95% interval."


def _clusters(one: Arm, other: Arm) -> tuple[Difference, str]:
    found = welch(_summary(one.clusters), _summary(other.clusters))
    counts = f"{len(one.clusters)} clusters against {len(other.clusters)}"
    return found, f"Difference of the means of clusters, {counts}, each counted once, with Welch's 95% interval."


def _summary(values: Sequence[float]) -> tuple[float, float, int]:
    return fmean(values), stdev(values), len(values)


def welch(one: tuple[float, float, int], other: tuple[float, float, int]) -> Difference:
    """The difference of two means with Welch's 95% interval.

    Args:
        one: Mean, standard deviation and number.
        other: The same.

    Example:
        >>> found = welch((10.0, 2.0, 20), (8.0, 2.0, 20))
        >>> round(found.lower, 2), round(found.upper, 2)
        (0.72, 3.28)
    """
    from scipy.stats import t

    (mean, sd, count), (their_mean, their_sd, their_count) = one, other
    own, theirs = sd * sd / count, their_sd * their_sd / their_count
    gap, error = mean - their_mean, math.sqrt(own + theirs)
    if error == 0:
        return Difference(gap, gap, gap, 1.0 if gap == 0 else 0.0)
    freedom = (own + theirs) ** 2 / (own * own / (count - 1) + theirs * theirs / (their_count - 1))
    half = float(t.ppf(1 - LEVEL / 2, freedom)) * error
    return Difference(gap, gap - half, gap + half, float(2 * t.sf(abs(gap) / error, freedom)))
