"""The sets of every place at once: marginal ones by the same integral as for one place, simultaneous ones by drawing.

The simultaneous bar is the 95% quantile, over draws of everyone's error at once, of the largest difference among all pairs in
standard errors. There are sixty thousand pairs of 348 places, but few can be the largest: with `z` an error over its standard
error,

    |s_j z_j - s_k z_k| / sqrt(s_j^2 + s_k^2)  <=  sqrt(z_j^2 + z_k^2)      (Cauchy and Schwarz),

so only places with a large `|z|` are held against the rest, and only draws that can reach the quantile are worked out. The
result is that of working out all of them, to the last digit.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from levelling.challenge.rank_sets.integral import bars
from levelling.challenge.rank_sets.measured import LEVEL, Measured

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.float64]]
    Flags = np.ndarray[Any, np.dtype[np.bool_]]

DRAWS = 2_000
SEED = 20240401
_ROWS = 4
_BATCH = 256


@dataclass(frozen=True, slots=True)
class Sets:
    """How many places are surely better, and surely worse, than each.

    Attributes:
        better: For each place, how many are surely better.
        worse: How many are surely worse.
    """

    better: tuple[int, ...]
    worse: tuple[int, ...]


def marginal(measured: Measured, level: float = LEVEL) -> Sets:
    """For each place alone, what `tell_apart` says of it, all in one go.

    Example:
        >>> marginal(Measured.of([(60, 58, 62), (61, 59, 63), (70, 68, 72), (80, 79, 81)])).better
        (2, 2, 1, 0)
    """
    import numpy as np

    shown = evidence(measured)
    count = len(measured.values)
    worse = np.zeros((count, count), dtype=bool)  # a row's place is surely better than the column's
    better = np.zeros((count, count), dtype=bool)
    left, before = np.arange(count), None
    while left.size:
        reached = bars(measured, left, worse[left], better[left], level, before)
        bar = reached[:, None]
        open_pairs = ~(worse[left] | better[left])
        more_worse, more_better = open_pairs & (shown[left] > bar), open_pairs & (shown.T[left] > bar)
        worse[left] |= more_worse
        better[left] |= more_better
        moved = (more_worse | more_better).any(axis=1)
        left, before = left[moved], reached[moved]
    return counted(worse, better)


def simultaneous(measured: Measured, level: float = LEVEL, draws: int = DRAWS, seed: int = SEED) -> Sets:
    """Sets that hold for all places at once with confidence `1 - level`.

    Args:
        measured: The estimates.
        level: The chance of any false claim about any place.
        draws: How many times the errors of all are drawn (normal, independent).
        seed: Where the drawing starts.

    Example:
        >>> simultaneous(Measured.of([(60, 58, 62), (61, 59, 63), (70, 68, 72), (80, 79, 81)])).better
        (2, 2, 1, 0)
    """
    import numpy as np

    count = len(measured.values)
    if count < 2:
        return Sets((0,) * count, (0,) * count)
    shown = evidence(measured)
    errors = np.random.default_rng(seed).standard_normal((draws, count))
    found = np.zeros((count, count), dtype=bool)  # a row's place is surely better than the column's
    watched = ~np.eye(count, dtype=bool)
    while watched.any():
        more = watched & (shown > largest(errors, measured, watched, level))
        if not more.any():
            break
        found |= more
        watched &= ~more
    return counted(found, found.T)


def largest(errors: "Numbers", measured: Measured, watched: "Flags", level: float = LEVEL) -> float:
    """The quantile of the largest watched difference among all pairs, in standard errors.

    Args:
        errors: Draws by places, standard normal.
        measured: The estimates; only their standard errors count here.
        watched: Whether the row's place may yet be found better than the column's.
        level: The share of draws in which it may be passed.

    Returns:
        The least value that at most this share of the draws passes.
    """
    import numpy as np

    sds = np.array(measured.sds)
    apart = 1 / np.hypot(sds[:, None], sds[None, :])
    sizes = np.abs(errors)
    order = np.argsort(-sizes, axis=1)[:, : max(_ROWS + 2, 2)]
    highest = np.take_along_axis(sizes, order[:, :2], axis=1)
    reach = np.hypot(highest[:, 0], highest[:, 1])
    by_reach = np.argsort(-reach)
    wanted = int(level * len(errors)) + 1  # the quantile is the largest but these
    best: Numbers = np.empty(0)
    for start in range(0, len(by_reach), _BATCH):
        if len(best) >= wanted and best[wanted - 1] >= reach[by_reach[start]]:
            break
        batch = by_reach[start : start + _BATCH]
        made = _maxima(errors[batch], order[batch], sds, apart, watched)
        best = -np.sort(-np.concatenate([best, made]))[:wanted]
    return float(best[wanted - 1])


def _maxima(errors: "Numbers", order: "np.ndarray[Any, Any]", sds: "Numbers", apart: "Numbers", watched: "Flags") -> "Numbers":
    """The largest watched difference of each draw: the places of largest error against all, then more where that may miss it."""
    import numpy as np

    first = order[:, :_ROWS]
    found = _among(errors, first, sds, apart, watched)
    rest = order[:, _ROWS : _ROWS + 2]
    if rest.shape[1] < 2:
        return found
    beyond = np.sqrt((np.take_along_axis(errors, rest, axis=1) ** 2).sum(axis=1))
    missed = np.flatnonzero(found < beyond)
    for at in missed:  # few: all pairs of the draw
        noise = errors[at] * sds
        gaps = (noise[:, None] - noise[None, :]) * apart
        found[at] = gaps[watched].max()
    return found


def _among(errors: "Numbers", rows: "np.ndarray[Any, Any]", sds: "Numbers", apart: "Numbers", watched: "Flags") -> "Numbers":
    import numpy as np

    noise = errors * sds
    own = np.take_along_axis(noise, rows, axis=1)
    gaps = (own[:, :, None] - noise[:, None, :]) * apart[rows]
    up = np.where(watched[rows], gaps, -np.inf)
    down = np.where(watched.T[rows], -gaps, -np.inf)
    made: Numbers = np.maximum(up, down).max(axis=(1, 2))
    return made


def evidence(measured: Measured) -> "Numbers":
    """How far above the column's place the row's lies, in standard errors on zero's side (MOVER); 0 where it is not above."""
    import numpy as np

    values, below, above = (np.array(part) for part in (measured.values, measured.below, measured.above))
    gaps = values[:, None] - values[None, :]
    errors = np.hypot(below[:, None], above[None, :])
    with np.errstate(divide="ignore", invalid="ignore"):
        made: Numbers = np.where(gaps > 0, gaps / errors, 0.0)
    return made


def counted(worse: "Flags", better: "Flags") -> Sets:
    """The sets, from who is surely worse (columns) and surely better than each place (rows)."""
    return Sets(tuple(int(n) for n in better.sum(axis=1)), tuple(int(n) for n in worse.sum(axis=1)))
