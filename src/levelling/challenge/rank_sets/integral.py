"""The bars of many places at once: the integral of `one`, with whole tables of numbers in one go."""

from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

from levelling.challenge.rank_sets.measured import LEVEL, REACH, Measured, step_for
from levelling.challenge.rank_sets.one import CLOSE, FAR, NEAR

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.float64]]
    Flags = np.ndarray[Any, np.dtype[np.bool_]]
    Places = np.ndarray[Any, np.dtype[np.intp]]

_FAR, _CUTS = 9.0, 128
_PART = 64


def bars(
    measured: Measured,
    places: "Places",
    worse: "Flags",
    better: "Flags",
    level: float = LEVEL,
    above: "Numbers | None" = None,
) -> "Numbers":
    """What `critical` says for each of some places.

    Args:
        measured: The estimates.
        places: Which of them.
        worse: For each of these, a row: who has been found worse.
        better: Who has been found better.
        level: The probability that the largest difference passes the bar.
        above: For each, a bar it is known not to lie above.
    """
    import numpy as np

    sds = np.array(measured.sds)
    own = sds[places]
    others = np.ones((len(places), len(sds)), dtype=bool)
    others[np.arange(len(places)), places] = False
    sets = (others & ~(worse | better), worse, better)
    points = [_points(measured, chosen) for chosen in sets]
    sides = 2 * sets[0].sum(axis=1) + sets[1].sum(axis=1) + sets[2].sum(axis=1)
    found = np.zeros(len(places))
    steps = np.array([step_for(sds.min() / each) for each in own])
    for step in np.unique(steps):
        alike = np.flatnonzero((steps == step) & (sides > 0))
        for start in range(0, len(alike), _PART):  # parts small enough to stay in the processor's own memory
            part = alike[start : start + _PART]
            integrand = _Integrand(own[part], [(s[part], w[part]) for s, w in points], float(step), level)
            if above is None:
                first = np.array([NormalDist().inv_cdf(1 - level / count) for count in sides[part]])
                found[part] = _roots(integrand, first, FAR)
            else:
                found[part] = _roots(integrand, above[part], NEAR)
    return found


class _Integrand:
    """How far the chance of a false claim is from the level, for some places, at a bar for each."""

    def __init__(self, own: "Numbers", points: "list[tuple[Numbers, Numbers]]", step: float, level: float) -> None:
        import numpy as np

        self.level = level
        self.sets = []
        for at, (sds, weights) in enumerate(points):
            used = weights.sum(axis=0) > 0  # groups that nobody needs are left out
            if used.any():
                ratio = own[:, None] / sds[:, used]
                self.sets.append((at, np.sqrt(ratio * ratio + 1), ratio, weights[:, used]))
        one_sided = any(at > 0 for at, *_ in self.sets)
        steps = round(REACH / step)
        self.grid = step * np.arange(-steps if one_sided else 0, steps + 1)
        self.half = step * np.arange(steps + 1)  # both sides together are the same either side of nought
        shares = np.exp(-self.grid * self.grid / 2)
        if not one_sided:
            shares[1:] *= 2
        self.shares = shares / shares.sum()

    def __call__(self, bar: "Numbers") -> "Numbers":
        import numpy as np

        logs = np.zeros((len(bar), len(self.grid)))
        for at, far, ratio, weights in self.sets:  # sides: both, better only, worse only
            reach = (bar[:, None] * far)[:, :, None]
            lean = ratio[:, :, None] * (self.half if at == 0 else self.grid)[None, None, :]
            missed = _tail(reach + lean) + _tail(reach - lean) if at == 0 else _tail(reach + lean if at == 1 else reach - lean)
            made = np.einsum("pg,pgz->pz", weights, np.log1p(-np.minimum(missed, 1 - 1e-16)))
            logs += np.concatenate([made[:, :0:-1], made], axis=1) if at == 0 and len(self.grid) > len(self.half) else made
        chance = 1 - np.exp(logs) @ self.shares
        found: Numbers = np.log(np.maximum(chance, 1e-300) / self.level)
        return found


def _points(measured: Measured, chosen: "Flags") -> "tuple[Numbers, Numbers]":
    """The two points of each group for each row: standard errors and weights, as `two_points` makes them."""
    import numpy as np

    sds = np.array(measured.sds)
    member = np.zeros((len(sds), measured.groups))
    member[np.arange(len(sds)), list(measured.group_of)] = 1
    flags = chosen.astype(float)
    count, total, squares = flags @ member, flags @ (member * sds[:, None]), flags @ (member * (sds * sds)[:, None])
    mean = np.where(count > 0, total / np.maximum(count, 1), sds.mean())
    apart = np.sqrt(np.maximum(0.0, squares / np.maximum(count, 1) - mean * mean))
    apart = np.where((count > 0) & (apart >= 1e-9 * mean), apart, 0.0)
    low, high = np.maximum(mean - apart, 0.1 * mean), mean + apart
    return np.concatenate([low, high], axis=1), np.concatenate([count / 2, count / 2], axis=1)


def _roots(miss: _Integrand, start: "Numbers", apart: float) -> "Numbers":
    """Where each falls through nought: the same secants as for one place, each stopping when it is there."""
    import numpy as np

    one, other = start, start - apart
    at_one, at_other = miss(one), miss(other)
    for _ in range(30):
        going = (np.abs(other - one) >= CLOSE) & (at_one != at_other)
        if not going.any():
            break
        slope = np.where(going, at_other - at_one, 1.0)
        after = np.where(going, np.maximum(0.0, other - at_other * (other - one) / slope), other)
        one, at_one = np.where(going, other, one), np.where(going, at_other, at_one)
        other = after
        at_other = np.where(going, miss(other), at_other)
    return other


def _tail(x: "Numbers") -> "Numbers":
    """The upper tail of the normal distribution: from a table, with three terms of Taylor's series (error below 1e-9)."""
    import numpy as np

    tails, slopes = _table()
    inside = np.clip(x, -_FAR, _FAR)
    place = np.rint((inside + _FAR) * _CUTS).astype(np.intp)
    at = place / _CUTS - _FAR
    off = inside - at
    made: Numbers = tails[place] - slopes[place] * off * (1 - off * (at / 2 - off * (at * at - 1) / 6))
    return made


@lru_cache(maxsize=1)
def _table() -> "tuple[Numbers, Numbers]":
    import math

    import numpy as np

    places = np.arange(round(2 * _FAR * _CUTS) + 1) / _CUTS - _FAR
    tails = np.array([math.erfc(x / math.sqrt(2)) / 2 for x in places])
    return tails, np.exp(-places * places / 2) / math.sqrt(2 * math.pi)
