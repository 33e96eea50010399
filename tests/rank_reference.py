"""Confidence sets for ranks as the paper tells them, in plain Python and nothing else: slow, short, and easy to read against it.

Every draw, every pair, every step is worked out one by one. Mogstad, Romano, Shaikh and Wilhelm (2024), section 3.
"""

import math
from collections.abc import Sequence

Pair = tuple[int, int]


def rank_sets(
    values: Sequence[float], sds: Sequence[float], pairs: Sequence[Pair], draws: Sequence[Sequence[float]], level: float = 0.05
) -> set[Pair]:
    """The pairs (j, k) among those watched in which j is surely larger than k: step-down over one-sided hypotheses.

    Args:
        values: The estimates.
        sds: Their standard errors.
        pairs: Which pairs are watched: all ordered pairs for simultaneous sets, those with one place in them for its own.
        draws: Bootstrap draws, each an error for every place in standard errors.
        level: The chance of any false claim.
    """
    noise = [[float(z) * sd for z, sd in zip(draw, sds, strict=True)] for draw in draws]
    found: set[Pair] = set()
    while True:
        left = [pair for pair in pairs if pair not in found]
        bar = _bar(noise, sds, left, level) if left else math.inf
        more = {(j, k) for j, k in left if (values[j] - values[k]) / math.hypot(sds[j], sds[k]) > bar}
        if not more:
            return found
        found |= more


def around(place: int, count: int) -> list[Pair]:
    """The ordered pairs with one place in them."""
    return [pair for k in range(count) if k != place for pair in ((place, k), (k, place))]


def everyone(count: int) -> list[Pair]:
    """All ordered pairs."""
    return [(j, k) for j in range(count) for k in range(count) if j != k]


def _bar(noise: Sequence[Sequence[float]], sds: Sequence[float], left: Sequence[Pair], level: float) -> float:
    errors = {pair: math.hypot(sds[pair[0]], sds[pair[1]]) for pair in left}
    tops = sorted((max((draw[j] - draw[k]) / errors[j, k] for j, k in left) for draw in noise), reverse=True)
    return tops[int(level * len(noise))]
