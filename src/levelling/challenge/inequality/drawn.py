"""Intervals by drawing again: the places, or each place's error as its publisher gives it.

**Places.** Places are not a sample: they are all there are, so no interval can say how far a sample strays from the whole. What
can be asked is how far the measure leans on a few of them. Draw as many places as there are, each time from all of them, some
twice and some not at all, and measure again: the middle 95% of a thousand such worlds. It is the right interval only for one who
thinks of the places as what some wider process happened to make. Where places are grouped they are drawn within their groups.

**Survey.** Where each value comes from a survey, its error makes places look more unequal than they are. Adding the same error
once more shows by how much, and the interval takes that away again (the basic bootstrap): with `e` the measure found and `q` the
limits of the measures drawn, it runs from `2e - q(97.5%)` to `2e - q(2.5%)`, and the measure less what errors add is `2e - mean`.

References:
    Efron, B. and Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman and Hall.
    Mills, J. A. and Zandvakili, S. (1997). Statistical inference via bootstrapping for measures of inequality. Journal of
        Applied Econometrics 12, 133-150.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from levelling.challenge.inequality.measures import Array
from levelling.core.difference import Z95

DRAWS = 1000
SEED = 20_201_130


class Errors(StrEnum):
    """What is drawn again for an interval."""

    PLACES = "places"
    SURVEY = "survey"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Spread:
    """A measure with its interval.

    Attributes:
        value: What was found.
        lower: Lower end of the 95% interval; `None` where none was asked for.
        upper: Upper end.
        without_noise: The measure less what survey errors add to it; `None` unless survey errors were drawn.
    """

    value: float
    lower: float | None = None
    upper: float | None = None
    without_noise: float | None = None


def places_again(count: int, groups: Sequence[int], draws: int = DRAWS, seed: int = SEED) -> Array:
    """How often each place is drawn in each world; shape `(draws, count)`. Each group keeps its size.

    Example:
        >>> drawn = places_again(4, [0, 0, 1, 1], draws=3)
        >>> drawn.shape, drawn[:, :2].sum(axis=1).tolist()
        ((3, 4), [2.0, 2.0, 2.0])
    """
    import numpy as np

    random = np.random.default_rng(seed)
    chosen = np.zeros((draws, count))
    belongs = np.asarray(groups)
    for group in np.unique(belongs):
        members = np.flatnonzero(belongs == group)
        chosen[:, members] = random.multinomial(len(members), np.full(len(members), 1 / len(members)), size=draws)
    return chosen


def values_again(values: Array, lower: Array, upper: Array, draws: int = DRAWS, seed: int = SEED) -> Array:
    """Each value with its error once more; shape `(draws, n)`. A lean of the interval is kept.

    Args:
        values: Shape `(n,)`, above nought.
        lower: Lower ends of the 95% intervals; the value itself where none is published.
        upper: Upper ends.
        draws: How many worlds.
        seed: Where the drawing starts, so that the same question has the same answer.
    """
    import numpy as np

    errors = np.random.default_rng(seed).standard_normal((draws, len(values)))
    reach = np.where(errors > 0, (upper - values) / Z95, (values - lower) / Z95)
    # A survey error may carry a small value below nought, where Theil has no meaning; it is held just above.
    return np.maximum(values + errors * reach, values * 0.01)


def spread(found: float, drawn: Array | None, errors: Errors) -> Spread:
    """The interval of a measure from the worlds drawn."""
    import numpy as np

    if drawn is None or errors is Errors.NONE:
        return Spread(found)
    low, high = (float(end) for end in np.quantile(drawn, [0.025, 0.975]))
    if errors is Errors.PLACES:
        return Spread(found, low, high)
    return Spread(found, max(0.0, 2 * found - high), max(0.0, 2 * found - low), max(0.0, 2 * found - float(drawn.mean())))
