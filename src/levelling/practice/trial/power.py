"""How many people a difference asks for, and how small a difference so many people can show: the formulas.

For two proportions in arms of `n` people each, two-sided, without continuity correction (Fleiss and others 2003, chapter 4):

    n = (z(1 - a/2) sqrt(2 p q) + z(power) sqrt(p1 q1 + p2 q2))^2 / (p1 - p2)^2,    p = (p1 + p2) / 2, q = 1 - p.

For two means, Student's t with the non-central distribution (statsmodels). Where whole clusters of `m` people are assigned,
people count for less by the design effect `1 + (m - 1) icc` (Kerry and Bland 1998), and one cluster more is asked for in each arm
because so few clusters say little of how clusters differ (Hayes and Bennett 1999).

References:
    Fleiss, J. L., Levin, B. and Paik, M. C. (2003). Statistical Methods for Rates and Proportions. Third edition. Wiley.
    Kerry, S. M. and Bland, J. M. (1998). The intracluster correlation coefficient in cluster randomisation. BMJ 316, 1455-1460.
    Hayes, R. J. and Bennett, S. (1999). Simple sample size calculation for cluster-randomized trials. International Journal of
        Epidemiology 28, 319-326.
"""

import math
from collections.abc import Callable
from statistics import NormalDist

_NORMAL = NormalDist()
_STEPS = 80
"""Halvings of a range: far beyond what a float can hold."""


def z(chance: float) -> float:
    """The point of the standard normal distribution with so much below it.

    Example:
        >>> round(z(0.975), 3), round(z(0.8), 3)
        (1.96, 0.842)
    """
    return _NORMAL.inv_cdf(chance)


def both(alpha: float, power: float) -> float:
    """How many standard errors a difference must have, to be told from chance as often as the power says.

    Example:
        >>> round(both(0.05, 0.8), 3)
        2.802
    """
    return z(1 - alpha / 2) + z(power)


def people_for_proportions(one: float, other: float, alpha: float, power: float) -> float:
    """People in each arm for two proportions; not rounded.

    Example:
        >>> round(people_for_proportions(0.50, 0.75, 0.05, 0.90), 2)
        76.71
    """
    middle = (one + other) / 2
    apart = z(1 - alpha / 2) * math.sqrt(2 * middle * (1 - middle)) + z(power) * math.sqrt(one * (1 - one) + other * (1 - other))
    return apart * apart / ((one - other) * (one - other))


def power_for_proportions(one: float, other: float, people: float, alpha: float) -> float:
    """The chance to tell two proportions apart with so many people in each arm.

    Example:
        >>> round(power_for_proportions(0.50, 0.75, 50, 0.05), 3)
        0.74
    """
    middle = (one + other) / 2
    spread = math.sqrt(one * (1 - one) + other * (1 - other))
    reach = abs(one - other) * math.sqrt(people) - z(1 - alpha / 2) * math.sqrt(2 * middle * (1 - middle))
    if spread == 0:
        return 1.0 if reach > 0 else 0.0
    return _NORMAL.cdf(reach / spread)


def people_for_means(effect: float, alpha: float, power: float) -> float:
    """People in each arm for two means so many standard deviations apart; not rounded.

    Example:
        >>> math.ceil(people_for_means(0.5, 0.05, 0.80))
        64
    """
    about = 2 * (both(alpha, power) / effect) ** 2
    if about > _MANY:
        return about
    return smallest(lambda people: power_for_means(effect, people, alpha), power, _FEWEST, 2 * about + 50) or math.inf


def effect_for_means(people: float, alpha: float, power: float) -> float:
    """How many standard deviations apart two means must be, with so many people in each arm; infinite with fewer than two.

    Example:
        >>> round(effect_for_means(64, 0.05, 0.80), 2)
        0.5
    """
    if people < _FEWEST:
        return math.inf
    if people > _MANY:
        return both(alpha, power) * math.sqrt(2 / people)
    return smallest(lambda effect: power_for_means(effect, people, alpha), power, 1e-6, _WIDE) or math.inf


def power_for_means(effect: float, people: float, alpha: float) -> float:
    """The chance to tell two means apart with so many people in each arm, two at least."""
    from statsmodels.stats.power import TTestIndPower

    about = _NORMAL.cdf(abs(effect) * math.sqrt(people / 2) - z(1 - alpha / 2))
    if people > _MANY:
        return about
    exact = float(TTestIndPower().power(abs(effect), people, alpha))
    return about if math.isnan(exact) else exact  # scipy has no answer where it is as good as certain


def design_effect(size: float, icc: float) -> float:
    """How many times as many people are needed where clusters of this size are assigned.

    Example:
        >>> design_effect(50, 0.02)
        1.98
    """
    return 1 + (max(size, 1.0) - 1) * icc


def smallest(power_of: Callable[[float], float], power: float, low: float, high: float) -> float | None:
    """The smallest number for which a rising chance reaches the power; `None` where it never does.

    Args:
        power_of: The chance at a number.
        power: What it must reach.
        low: Where to begin.
        high: Where to end.
    """
    if not power_of(high) >= power:
        return None
    if power_of(low) >= power:
        return low
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if power_of(middle) >= power:
            high = middle
        else:
            low = middle
    return high


_MANY = 5_000
"""With more people in each arm, t is the normal distribution for all that can be seen."""
_FEWEST = 2.0
_WIDE = 100.0
