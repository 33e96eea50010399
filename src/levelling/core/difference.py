"""The difference of two estimates, with a 95% interval made from the intervals their publishers give.

Method: MOVER, the method of variance estimates recovery. A published interval tells how far the truth may lie below and
above the estimate; the squares of those distances are variances in units of 1.96 squared, and are added for each side of the
difference apart. So asymmetrical intervals (rates near 0% or 100%, medians) keep their lean, and no standard error has to be
assumed. With symmetrical intervals it is the textbook interval.

Where the comparator contains the area (Hartlepool is in the UK), the two estimates share people and so share error. With
`c = w a + (1 - w) r`, the rest `r` sampled apart from the area `a`, and `w` the area's share of the comparator's people,

    cov(a, c) = w var(a)    and so    corr(a, c) = w sd(a) / sd(c),

which enters MOVER as in Zou (2008). It narrows the interval a little for a small area and much for a large one.

References:
    Zou, G. Y. and Donner, A. (2008). Construction of confidence limits about effect measures: a general approach.
        Statistics in Medicine 27, 1693-1702. doi:10.1002/sim.3095.
    Zou, G. Y. (2008). On the estimation of additive interaction by use of the four-by-two table and beyond. American
        Journal of Epidemiology 168, 212-224. doi:10.1093/aje/kwn104. (MOVER for correlated estimates.)
    Newcombe, R. G. (1998). Interval estimation for the difference between independent proportions. Statistics in
        Medicine 17, 873-890.
    Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American
        Statistical Association 22, 209-212.
    Altman, D. G. and Bland, J. M. (2011). How to obtain the P value from a confidence interval. BMJ 343, d2304.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from levelling.core.estimate import Estimate

Z95 = 1.959963984540054
"""The 97.5% point of the standard normal distribution."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A value with its 95% interval.

    Raises:
        ValueError: The value is not within its interval, or a number is not finite.
    """

    value: float
    lower: float
    upper: float

    def __post_init__(self) -> None:
        if not self.lower <= self.value <= self.upper or math.isinf(self.lower) or math.isinf(self.upper):
            raise ValueError(f"{self.value} is not within its interval {self.lower} to {self.upper}")

    @property
    def sd(self) -> float:
        """The standard error the interval implies, its two sides averaged."""
        return (self.upper - self.lower) / (2 * Z95)


def interval(value: float | None, lower: float | None, upper: float | None) -> Interval | None:
    """A value with its published interval; `None` where it has none, or one the value is outside of."""
    if value is None or lower is None or upper is None or not lower <= value <= upper:
        return None
    return Interval(value, lower, upper)


def interval_of(item: Estimate) -> Interval | None:
    """An estimate's value with its published interval; `None` where it has none, or one the value is outside of."""
    return interval(item.value, item.lower, item.upper)


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference with its 95% interval and two-sided p-value.

    Attributes:
        value: First less second.
        lower: Lower end of the 95% interval.
        upper: Upper end.
        p_value: Probability of a difference this large, either way, if there were none. Below 0.05 exactly where the
            interval leaves out zero.
    """

    value: float
    lower: float
    upper: float
    p_value: float


def difference(here: Interval, there: Interval, correlation: float = 0.0) -> Difference:
    """The difference of two estimates from their published 95% intervals (MOVER).

    With `d = a - c`, and `rho` the correlation of the two estimates,

        lower = d - sqrt((a - la)^2 + (uc - c)^2 - 2 rho (a - la)(uc - c))
        upper = d + sqrt((ua - a)^2 + (c - lc)^2 - 2 rho (ua - a)(c - lc)).

    Args:
        here: The area's estimate.
        there: The comparator's.
        correlation: Of the two estimates, as `nested` or `overlapping` give it; 0 where they share no people.

    Raises:
        ValueError: The correlation is not between -1 and 1.

    Example:
        >>> gap = difference(Interval(66.0, 61.0, 71.0), Interval(75.0, 74.7, 75.3))
        >>> f"{gap.value:.1f} ({gap.lower:.2f} to {gap.upper:.2f}), p = {gap.p_value:.4f}"
        '-9.0 (-14.01 to -3.99), p = 0.0004'
    """
    if not -1 <= correlation <= 1:
        raise ValueError(f"a correlation of {correlation} is not between -1 and 1")
    gap = round(here.value - there.value, 9)  # 4.4 less 3.9 is 0.5, not 0.5000000000000004
    below = _joined(here.value - here.lower, there.upper - there.value, correlation)
    above = _joined(here.upper - here.value, there.value - there.lower, correlation)
    return Difference(gap, gap - below, gap + above, p_value(gap, gap - below, gap + above))


def wilson(successes: int, people: int) -> Interval:
    """A proportion with its 95% interval, by Wilson's score method, which never leaves 0 to 1 and holds with few people.

    With `p = r / n` and `z = 1.96`, the limits are

        (2 r + z^2 -/+ z sqrt(z^2 + 4 r (1 - p))) / (2 (n + z^2)).

    Two of these joined by `difference` are Newcombe's interval for the difference of two proportions (1998, method 10).

    Args:
        successes: How many of them.
        people: Of how many; one at least.

    Raises:
        ValueError: There are no people, or fewer than successes.

    Example:
        >>> found = difference(wilson(56, 70), wilson(48, 80))
        >>> f"{found.value:.4f} ({found.lower:.4f} to {found.upper:.4f})"
        '0.2000 (0.0524 to 0.3339)'
    """
    if not 0 <= successes <= people or people == 0:
        raise ValueError(f"{successes} of {people} people is no proportion")
    share, z2 = successes / people, Z95 * Z95
    middle, half = 2 * successes + z2, Z95 * math.sqrt(z2 + 4 * successes * (1 - share))
    scale = 2 * (people + z2)
    return Interval(share, min(share, max(0.0, (middle - half) / scale)), max(share, min(1.0, (middle + half) / scale)))


def nested(inner: Interval, outer: Interval, share: float) -> float:
    """The correlation of an area's estimate with that of an area that contains it.

    `share * sd(inner) / sd(outer)`, and 1 at the most: rounding, or a comparator made from a better survey than its part,
    can give more.

    Args:
        inner: The area inside.
        outer: The area around it.
        share: The inner area's share of the outer one's people, 0 to 1.

    Example:
        >>> nested(Interval(66, 61, 71), Interval(75, 74, 76), share=0.1)
        0.5
    """
    if outer.sd == 0:
        return 0.0
    return min(1.0, share * inner.sd / outer.sd)


def overlapping(share_here: float, share_there: float) -> float:
    """The correlation of two estimates whose areas overlap in part.

    With `s` people in both, and an error variance that falls as people rise, `cov = var(s) (s/a)(s/c)` and the correlation
    is `sqrt((s/a)(s/c))`, the geometric mean of the two shares.

    Example:
        >>> overlapping(0.5, 0.5)
        0.5
    """
    return math.sqrt(share_here * share_there)


def mean(estimates: Sequence[Interval]) -> Interval:
    """The plain mean of several areas' estimates, each area counted once, with its interval (MOVER for a sum).

    The areas share no people, so the squared distances to the limits add up: `lower = m - sqrt(sum (v - l)^2) / n`.

    Raises:
        ValueError: There are none.

    Example:
        >>> mean([Interval(10, 8, 12), Interval(20, 18, 22)])
        Interval(value=15.0, lower=13.585786437626904, upper=16.414213562373096)
    """
    if not estimates:
        raise ValueError("a mean needs one estimate at least")
    count = len(estimates)
    middle = math.fsum(item.value for item in estimates) / count
    below = math.hypot(*(item.value - item.lower for item in estimates)) / count
    above = math.hypot(*(item.upper - item.value for item in estimates)) / count
    return Interval(middle, middle - below, middle + above)


def spread(values: Sequence[float]) -> float:
    """The standard deviation of some areas' values, each counted once; 0 of none.

    Example:
        >>> spread([1.0, 3.0])
        1.0
    """
    if not values:
        return 0.0
    middle = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((value - middle) * (value - middle) for value in values) / len(values))


def p_value(gap: float, lower: float, upper: float) -> float:
    """The two-sided p-value that a 95% interval implies, from the limit on zero's side.

    The distance from the difference to that limit is 1.96 standard errors; the difference itself is then
    `z = 1.96 gap / distance` of them (Altman and Bland 2011, one side at a time). It is below 0.05 exactly where the
    interval leaves out zero.

    Example:
        >>> round(p_value(2.0, 0.0, 5.0), 4)
        0.05
    """
    if gap == 0:
        return 1.0
    distance = gap - lower if gap > 0 else upper - gap
    if distance <= 0:
        return 0.0
    return math.erfc(Z95 * abs(gap) / distance / math.sqrt(2))


def _joined(one: float, other: float, correlation: float) -> float:
    return math.sqrt(max(0.0, one * one + other * other - 2 * correlation * one * other))
