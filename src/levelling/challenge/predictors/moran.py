"""Whether neighbours have like residuals: Moran's I, with a permutation test.

With `z` the residuals less their mean and `w` the weights, 1/k for each of the `k` nearest areas,

    I = (n / sum w) * (sum_ij w_ij z_i z_j) / (sum z_i^2).

About 0 where near places are no more alike than far ones (its mean by chance is `-1 / (n - 1)`), towards 1 where they are. The
probability is the share of random shuffles of the residuals over the map that give as large a value. Shuffling does not allow for
the fit having used up some freedom, so it is an approximation.

References:
    Moran, P. A. P. (1950). Notes on continuous stochastic phenomena. Biometrika 37, 17-23.
    Cliff, A. D. and Ord, J. K. (1981). Spatial Processes: Models and Applications. Pion.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NEAREST = 6
"""How many of the nearest areas count as neighbours. Nearest middles, since areas on islands share no boundary."""
SHUFFLES = 999
_SEED = 20200213  # any will do, so long as an answer is the same each time


@dataclass(frozen=True, slots=True)
class Moran:
    """How alike neighbours are.

    Attributes:
        value: Moran's I.
        by_chance: Its mean by chance.
        p_value: Share of shuffles with as large a value or larger, counting the one found.
        nearest: How many neighbours each area has.
        shuffles: How many shuffles.
    """

    value: float
    by_chance: float
    p_value: float
    nearest: int
    shuffles: int


def neighbours(places: Sequence[tuple[float, float]], count: int = NEAREST) -> "NDArray[np.intp]":
    """For each place, the nearest others, nearest first; of equals the one listed first."""
    import numpy as np

    points = np.asarray(places, dtype=float)
    apart = ((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2)
    np.fill_diagonal(apart, np.inf)
    return np.argsort(apart, axis=1, kind="stable")[:, : min(count, len(points) - 1)]


def moran(residuals: Sequence[float], near: "NDArray[np.intp]", shuffles: int = SHUFFLES) -> Moran:
    """Moran's I of residuals over a map of neighbours.

    Raises:
        ValueError: The residuals are all the same, or there are fewer than three.
    """
    import numpy as np

    z = np.asarray(residuals, dtype=float) - float(np.mean(residuals))
    spread = float((z * z).sum())
    if len(z) < 3 or spread == 0:
        raise ValueError("Moran's I needs three values that differ")
    found = float((z * z[near].mean(axis=1)).sum()) / spread
    random = np.random.default_rng(_SEED)
    shuffled = np.stack([random.permutation(z) for _ in range(shuffles)])
    others = (shuffled * shuffled[:, near].mean(axis=2)).sum(axis=1) / spread
    return Moran(found, -1 / (len(z) - 1), (1 + int((others >= found - 1e-12).sum())) / (shuffles + 1), near.shape[1], shuffles)
