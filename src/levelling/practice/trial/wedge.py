"""The stepped wedge: all clusters end with help, and begin at different times.

With `X[i][j]` 1 where cluster `i` has help in period `j`, `s2` the variance of a cluster's mean in one period around its own
level, and `t2` the variance of those levels, the variance of the estimated effect is (Hussey and Hughes 2007, equation 8)

    I s2 (s2 + T t2) / ((I U - W) s2 + (U^2 + I T U - T W - I V) t2),

    U = sum X,    W = sum over periods of (sum over clusters X)^2,    V = sum over clusters of (sum over periods X)^2,

for `I` clusters and `T` periods, in a model with an effect of each period, so that what changes everywhere is not taken for help.

References:
    Hussey, M. A. and Hughes, J. P. (2007). Design and analysis of stepped wedge cluster randomized trials. Contemporary Clinical
        Trials 28, 182-191. doi:10.1016/j.cct.2006.05.007.
"""

from collections.abc import Sequence


def plan_of(clusters: int, steps: int) -> list[list[int]]:
    """Who has help when: a row for each cluster, a column for each period; as many clusters begin at each step.

    Example:
        >>> plan_of(3, 3)
        [[0, 1, 1, 1], [0, 0, 1, 1], [0, 0, 0, 1]]
    """
    return [[int(period > cluster * steps // clusters) for period in range(steps + 1)] for cluster in range(clusters)]


def variance(plan: Sequence[Sequence[int]], within: float, between: float) -> float:
    """The variance of the estimated effect.

    Args:
        plan: Who has help when.
        within: Variance of a cluster's mean in one period around the cluster's own level: that of people over their number.
        between: Variance of the clusters' levels.

    Raises:
        ValueError: Help and time cannot be told apart: every cluster begins at once.

    Example:
        >>> round(variance(plan_of(4, 4), within=0.1, between=0.02), 5)
        0.05
    """
    by_period = [sum(row[at] for row in plan) for at in range(len(plan[0]))]
    by_cluster = [sum(row) for row in plan]
    sums = (sum(by_cluster), sum(count * count for count in by_period), sum(count * count for count in by_cluster))
    return _variance((len(plan), len(plan[0])), sums, within, between)


def variance_of(clusters: int, steps: int, people: float, spread: float, icc: float) -> float:
    """The same from what a planner knows.

    Args:
        clusters: How many.
        steps: How many times clusters begin; it divides the clusters.
        people: Counted in a cluster in each period.
        spread: Variance of the outcome over all people.
        icc: The share of it that lies between clusters, below 1.
    """
    if spread == 0:
        return 0.0
    # The sums of `plan_of`, written out: as many clusters begin at each step.
    at_once = clusters // steps
    squares = steps * (steps + 1) * (2 * steps + 1) // 6
    sums = (at_once * steps * (steps + 1) // 2, at_once * at_once * squares, at_once * squares)
    return _variance((clusters, steps + 1), sums, spread * (1 - icc) / people, spread * icc)


def _variance(shape: tuple[int, int], sums: tuple[int, int, int], within: float, between: float) -> float:
    (clusters, periods), (total, by_period, by_cluster) = shape, sums
    known = (clusters * total - by_period) * within
    known += (total**2 + clusters * periods * total - periods * by_period - clusters * by_cluster) * between
    if known <= 0:
        raise ValueError("help and time cannot be told apart")
    return clusters * within * (within + periods * between) / known
