"""How far money lies where need is: the concentration index and curve of money by need, and what need alone would say.

With areas put in order from the least need to the greatest, `f` the share of all people who live in each, `y` its money per head,
`m` the mean of `y` over people, and `R` the relative rank of the area (the share of people with less need, and half of those with
the same need):

    C = 2 / m * sum f y R - 1

Above nought, more money per head goes where need is greater; below, less. At nought, money bears no relation to the order of
need. It lies between -1 and 1. It is the covariance of money and rank, twice, over the mean.

References:
    Kakwani, N., Wagstaff, A. and van Doorslaer, E. (1997). Socioeconomic inequalities in health: measurement, computation, and
    statistical inference. Journal of Econometrics 77, 87-103.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

Array = Any
"""A NumPy array of floats; areas along the last axis. NumPy is imported only where it is used, to keep a plan quick."""

SEED = 20_201_221
DRAWS = 2_000


class Interval(NamedTuple):
    """An interval from draws of areas.

    Attributes:
        lower: 2.5 of every hundred draws lie below it.
        upper: 2.5 of every hundred draws lie above it.
        draws: How many draws it rests on: those in which there was any money.
    """

    lower: float
    upper: float
    draws: int


class CurvePoint(NamedTuple):
    """A point of the concentration curve: the share of people, from the greatest need down, and the share of money they got."""

    people: float
    money: float


def concentration(money: Array, people: Array, need: Array) -> Array:
    """The concentration index of money by need.

    Args:
        money: Pounds in each area, nought or more; shape `(..., n)`.
        people: People in each area; shape `(..., n)`. An area in which nobody is counted counts for nothing.
        need: Need in each area, the higher the greater; shape `(n,)`. Areas with the same need share one rank.

    Returns:
        The index, of shape `(...)`; not a number where there is no money.

    Example:
        Three areas of as many people, with need 1, 2 and 3 and 0, 1 and 2 pounds a head: the ranks are 1/6, 1/2 and 5/6, the mean
        is 1, and 2 / 1 * (0/6 + 1/2 + 2 * 5/6) / 3 - 1 = 4/9.

        >>> import numpy as np
        >>> float(round(concentration(np.array([0.0, 10, 20]), np.array([10.0, 10, 10]), np.array([1.0, 2, 3])), 4))
        0.4444
    """
    import numpy as np

    levels, at = np.unique(need, return_inverse=True)
    both = np.broadcast_shapes(money.shape, people.shape)
    living, pounds = (
        _by_level(np.broadcast_to(people, both), at, len(levels)),
        _by_level(np.broadcast_to(money, both), at, len(levels)),
    )
    share = living / living.sum(axis=-1, keepdims=True)
    rank = np.cumsum(share, axis=-1) - share / 2
    with np.errstate(invalid="ignore", divide="ignore"):
        return 2 * (pounds * rank).sum(axis=-1) / pounds.sum(axis=-1) - 1


def _by_level(values: Array, at: Array, count: int) -> Array:
    """Sums over the areas with the same need, in the order of need."""
    import numpy as np

    if count == values.shape[-1]:
        order = np.empty(count, dtype=int)
        order[at] = np.arange(count)
        return values[..., order]
    sums = np.zeros((*values.shape[:-1], count))
    np.add.at(np.moveaxis(sums, -1, 0), at, np.moveaxis(values, -1, 0))
    return sums


def interval(money: Array, people: Array, need: Array, draws: int = DRAWS) -> Interval | None:
    """A 95% interval for the index: the areas drawn anew, with replacement, many times (percentile bootstrap).

    It says how much the index leans on which areas there happen to be. It is no margin of error of the money, which is counted.

    Args:
        money: Pounds in each area; shape `(n,)`.
        people: People in each area.
        need: Need in each area.
        draws: How often the areas are drawn.

    Returns:
        The interval; `None` where fewer than half of the draws held any money.
    """
    import numpy as np

    count = len(money)
    times = np.random.default_rng(SEED).multinomial(count, np.full(count, 1 / count), size=draws)
    found = concentration(times * money, times * people, need)
    known = found[np.isfinite(found)]
    if len(known) < draws / 2:
        return None
    lower, upper = np.percentile(known, [2.5, 97.5])
    return Interval(float(lower), float(upper), len(known))


def curve(money: Sequence[float], people: Sequence[float], need: Sequence[float]) -> tuple[CurvePoint, ...]:
    """The concentration curve: the share of all money that goes to each share of people, from the greatest need down.

    Where it lies above the straight line, money goes where need is greater. Areas with the same need make one step.

    Example:
        >>> [(round(x, 2), round(y, 2)) for x, y in curve([0, 10, 20], [10, 10, 10], [1, 2, 3])]
        [(0.0, 0.0), (0.33, 0.67), (0.67, 1.0), (1.0, 1.0)]
    """
    steps: dict[float, list[float]] = {}
    for pounds, living, want in zip(money, people, need, strict=True):
        step = steps.setdefault(want, [0.0, 0.0])
        step[0] += living
        step[1] += pounds
    everyone, everything = sum(people), sum(money)
    points = [CurvePoint(0.0, 0.0)]
    running, given = 0.0, 0.0
    for want in sorted(steps, reverse=True):
        running += steps[want][0]
        given += steps[want][1]
        points.append(CurvePoint(running / everyone, given / everything if everything else 0.0))
    return tuple(points)


def share_of_neediest(points: Sequence[CurvePoint], people: float) -> float:
    """The share of money that goes to a share of people, from the greatest need down, read off the curve.

    Example:
        >>> round(share_of_neediest((CurvePoint(0, 0), CurvePoint(0.5, 0.8), CurvePoint(1, 1)), 0.25), 2)
        0.4
    """
    before = points[0]
    for point in points[1:]:
        if point.people >= people:
            span = point.people - before.people
            return before.money + (point.money - before.money) * ((people - before.people) / span if span else 1.0)
        before = point
    return points[-1].money
