"""The marginal set of one place, without drawing at random: quick enough for a page, and the same each time.

With independent estimates, the chance that no difference from place `j` passes a bar `c` can be had by an integral over the
error of `j` alone. Given that error `s_j z`, the errors of the others are independent of each other, so

    P(c) = integral of phi(z) prod over k of [1 - Q((c s_jk + s_j z) / s_k) - Q((c s_jk - s_j z) / s_k)] dz,

with `s_jk` the standard error of the difference, `Q` the normal tail, and one of the two tails left out where that side has
been rejected. The bar is where `P(c)` is 95%. A bootstrap estimates this number by drawing; this is what endless draws give.
For equal errors it is Dunnett's (1955) constant for comparing many with one.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

from levelling.challenge.rank_sets.measured import LEVEL, REACH, Measured, two_points

CLOSE, FAR, NEAR = 1e-4, 0.25, 0.02
"""How near a bar is found; and how far from its start the second look is taken, from a bound and from the step before."""
_ROOT2 = math.sqrt(2.0)
_ALL = 1 - 1e-16

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Told:
    """How many places are surely better than one, and how many surely worse.

    Attributes:
        better: Places surely better.
        worse: Places surely worse.
        bar: How many standard errors a difference must reach in the end.
    """

    better: int
    worse: int
    bar: float


def tell_apart(measured: Measured, at: int, level: float = LEVEL) -> Told:
    """Tell one place from all others, with confidence `1 - level` that no claim is false.

    Args:
        measured: The estimates.
        at: Which of them.
        level: The chance of any false claim about this place.

    Example:
        >>> places = Measured.of([(60, 58, 62), (61, 59, 63), (70, 68, 72), (80, 79, 81)])
        >>> found = tell_apart(places, 1)
        >>> found.better, found.worse
        (2, 0)
    """
    others = [k for k in range(len(measured.values)) if k != at]
    if not others:
        return Told(0, 0, 0.0)
    own = measured.values[at]
    rises = {k: _over(own - measured.values[k], measured.below[at], measured.above[k]) for k in others}
    falls = {k: _over(measured.values[k] - own, measured.above[at], measured.below[k]) for k in others}
    worse: set[int] = set()
    better: set[int] = set()
    bar: float | None = None
    while True:
        both = [k for k in others if k not in worse and k not in better]
        bar = critical(measured, at, both, tuple(worse), tuple(better), level, bar)
        more_worse = {k for k in both if rises[k] > bar}
        more_better = {k for k in both if falls[k] > bar}
        if not more_worse and not more_better:
            return Told(len(better), len(worse), bar)
        worse |= more_worse
        better |= more_better


def critical(
    measured: Measured,
    at: int,
    both: Iterable[int],
    worse: Iterable[int] = (),
    better: Iterable[int] = (),
    level: float = LEVEL,
    above: float | None = None,
) -> float:
    """The bar that the largest difference from one place passes with probability `level` where none is real.

    Args:
        measured: The estimates; only their standard errors count here.
        at: The place.
        both: Places not yet told from it: both sides are watched.
        worse: Places found worse: only whether they might be better is watched still.
        better: Places found better: only whether they might be worse.
        level: The probability.
        above: A bar it is known not to lie above, such as that of the step before.

    Example:
        >>> alike = Measured.of([(0, -1, 1)] * 10)
        >>> round(critical(alike, 0, [], better=range(1, 10)), 2)  # Dunnett (1955), nine against one, one-sided
        2.42
    """
    two, high, low = (_points(measured, chosen) for chosen in (both, worse, better))
    sides = 2 * sum(w for _, w in two) + sum(w for _, w in high) + sum(w for _, w in low)
    if sides == 0:
        return 0.0
    own, grid = measured.sds[at], _grid(measured.step(at))

    def miss(bar: float) -> float:
        return math.log(max(1 - _within(bar, own, grid, two, high, low), 1e-300) / level)

    if above is not None:
        return _root(miss, above, NEAR)
    return _root(miss, NormalDist().inv_cdf(1 - level / sides), FAR)


def _over(gap: float, one: float, other: float) -> float:
    """A difference in standard errors, those on zero's side (MOVER): infinite where both are without error."""
    if gap <= 0:
        return 0.0
    error = math.hypot(one, other)
    return gap / error if error else math.inf


def _points(measured: Measured, chosen: Iterable[int]) -> list[tuple[float, float]]:
    count, total, squares = [0] * measured.groups, [0.0] * measured.groups, [0.0] * measured.groups
    sds, group_of = measured.sds, measured.group_of
    for k in chosen:
        group, sd = group_of[k], sds[k]
        count[group] += 1
        total[group] += sd
        squares[group] += sd * sd
    return [point for each in zip(count, total, squares, strict=True) for point in two_points(*each)]


@lru_cache(maxsize=8)
def _grid(step: float) -> tuple[tuple[float, float], ...]:
    steps = round(REACH / step)
    places = [step * at for at in range(-steps, steps + 1)]
    heights = [math.exp(-z * z / 2) for z in places]
    whole = math.fsum(heights)
    return tuple((z, height / whole) for z, height in zip(places, heights, strict=True))


def _within(bar: float, own: float, grid: Points, two: Points, high: Points, low: Points) -> float:
    """The chance that nothing passes the bar."""
    far = _scaled(bar, own, two, 1)
    near = _scaled(bar, own, high, 1) + _scaled(bar, own, low, -1)
    erfc, log1p = math.erfc, math.log1p
    total = 0.0
    for z, share in grid:
        if z < 0 and not near:  # the same on both sides of nought
            continue
        logs = 0.0
        for reach, lean, weight in far:
            missed = (erfc(reach + lean * z) + erfc(reach - lean * z)) / 2
            logs += weight * log1p(-missed if missed < _ALL else -_ALL)
        for reach, lean, weight in near:
            missed = erfc(reach + lean * z) / 2
            logs += weight * log1p(-missed if missed < _ALL else -_ALL)
        total += share * math.exp(logs) * (2 if z > 0 and not near else 1)
    return total


def _scaled(bar: float, own: float, points: Points, side: int) -> list[tuple[float, float, float]]:
    return [(bar * math.hypot(own, sd) / sd / _ROOT2, side * own / sd / _ROOT2, weight) for sd, weight in points]


def _root(miss: Callable[[float], float], start: float, apart: float) -> float:
    """Where a falling function is nought, from a start that is not below it: secants, a few steps."""
    one, other = start, start - apart
    at_one, at_other = miss(one), miss(other)
    for _ in range(30):
        if abs(other - one) < CLOSE or at_one == at_other:
            break
        one, at_one, other = other, at_other, max(0.0, other - at_other * (other - one) / (at_other - at_one))
        at_other = miss(other)
    return other
