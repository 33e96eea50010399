"""The estimates that are ranked, and their standard errors in a form that is quick to integrate over."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from levelling.core.difference import Z95

LEVEL = 0.05
"""The chance of any false claim in a set: one less the confidence."""
GROUPS = 8
"""Into how many groups of like standard error the places are put; each is stood for by two points."""
REACH = 4.4
"""How far the integral over a place's own error goes, in standard errors: what lies beyond is under two in a hundred thousand."""


@dataclass(frozen=True)
class Measured:
    """Estimates to be ranked, the best highest.

    Attributes:
        values: The estimates, turned so that a larger one is better.
        below: How far the truth may lie below each, in standard errors' units: (value - lower limit) / 1.96.
        above: How far above.
    """

    values: tuple[float, ...]
    below: tuple[float, ...]
    above: tuple[float, ...]

    @classmethod
    def of(cls, intervals: Sequence[tuple[float, float, float]], *, high_is_best: bool = True) -> "Measured":
        """From values with their 95% intervals.

        Args:
            intervals: Value, lower and upper limit of each.
            high_is_best: Whether the largest is the best; if not, all are turned round.

        Raises:
            ValueError: A value lies outside its interval, or an interval has no width: it cannot be the error of a sample.

        Example:
            >>> made = Measured.of([(66.0, 61.1, 70.9), (75.0, 72.06, 77.94)])
            >>> [round(sd, 2) for sd in made.sds]
            [2.5, 1.5]
        """
        if any(not lower <= value <= upper or not lower < upper for value, lower, upper in intervals):
            raise ValueError("a rank needs values within intervals that have a width")
        below = tuple((value - lower) / Z95 for value, lower, _ in intervals)
        above = tuple((upper - value) / Z95 for value, _, upper in intervals)
        values = tuple(value for value, _, _ in intervals)
        return cls(values, below, above) if high_is_best else cls(tuple(-value for value in values), above, below)

    @cached_property
    def sds(self) -> tuple[float, ...]:
        """The standard error of each: half the width of its interval over 1.96."""
        return tuple((one + other) / 2 for one, other in zip(self.below, self.above, strict=True))

    @cached_property
    def group_of(self) -> tuple[int, ...]:
        """The group of like standard errors that each place is in; one a place where they are few."""
        count = len(self.values)
        order = sorted(range(count), key=lambda at: self.sds[at])
        groups = count if count <= 2 * GROUPS else GROUPS
        found = [0] * count
        for position, at in enumerate(order):
            found[at] = position * groups // count
        return tuple(found)

    @cached_property
    def groups(self) -> int:
        """How many groups there are."""
        return max(self.group_of, default=-1) + 1

    def step(self, at: int) -> float:
        """How finely the integral over this place's own error is cut: finer where its error is large beside others'."""
        return step_for(min(self.sds) / self.sds[at])


def step_for(ratio: float) -> float:
    """The step of the integral, in standard errors, for the least standard error of all over the place's own.

    The trapezoid rule's error for a bend of width `s` cut in steps `h` is about `exp(-2 pi^2 s^2 / h^2)`.
    """
    return 0.4 if ratio >= 0.35 else 0.2 if ratio >= 0.17 else 0.1


def two_points(count: float, total: float, squares: float) -> tuple[tuple[float, float], ...]:
    """Two standard errors with weights that stand for a group: they have its number, its mean and its variance.

    Args:
        count: How many there are.
        total: The sum of their standard errors.
        squares: The sum of the squares of them.

    Example:
        >>> two_points(4, 8.0, 20.0)
        ((1.0, 2.0), (3.0, 2.0))
    """
    if count == 0:
        return ()
    mean = total / count
    apart = math.sqrt(max(0.0, squares / count - mean * mean))
    if apart < 1e-9 * mean:
        return ((mean, float(count)),)
    return ((max(mean - apart, 0.1 * mean), count / 2), (mean + apart, count / 2))
