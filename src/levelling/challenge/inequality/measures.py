"""How unequal some values are: one number from many, with each value counted by its weight.

With weights `p` that add up to 1, values `y` above nought, and their mean `m = sum p y`:

    generalised entropy   GE(a) = (sum p (y/m)^a - 1) / (a (a - 1)),  for a other than 0 and 1
    Theil T               GE(1) = sum p (y/m) ln(y/m)
    Theil L               GE(0) = sum p ln(m/y)
    variation             CV    = sqrt(2 GE(2)), the standard deviation over the mean
    Gini                  G     = 1 - sum p(i) (S(i) + S(i-1)), S the running share of the total, from the lowest value up

All are 0 where every value is the same. Generalised entropy adds up exactly over groups: with `P` a group's share of the
weights and `M` its mean,

    GE(a) = sum P (M/m)^a GE(a) within the group  +  GE(a) of the groups' means.

Every function works along the last axis, so that a thousand drawn worlds are measured in one go.

References:
    Theil, H. (1967). Economics and Information Theory. North-Holland.
    Shorrocks, A. F. (1980). The class of additively decomposable inequality measures. Econometrica 48, 613-625.
    Cowell, F. A. (2011). Measuring Inequality, third edition. Oxford University Press.
"""

from collections.abc import Callable
from typing import Any

Array = Any
"""A NumPy array of floats; places along the last axis. NumPy is imported only where it is used, to keep a plan quick."""


def entropy(values: Array, weights: Array, alpha: float) -> Array:
    """Generalised entropy of some values.

    Args:
        values: Above nought; shape `(..., n)`.
        weights: How much each counts, on any scale; shape `(..., n)`.
        alpha: Where it looks: at the top for large values, at the bottom for small. 1 is Theil T, 0 Theil L.

    Example:
        >>> import numpy as np
        >>> float(round(entropy(np.array([1.0, 3.0]), np.array([1.0, 1.0]), 1), 4))
        0.1308
    """
    import numpy as np

    total = weights.sum(axis=-1)
    mean = (weights * values).sum(axis=-1) / total
    if alpha == 1:
        # In two parts, so that with many sets of weights only plain sums are needed.
        return _floor((weights * values * np.log(values)).sum(axis=-1) / (total * mean) - np.log(mean))
    if alpha == 0:
        return _floor(np.log(mean) - (weights * np.log(values)).sum(axis=-1) / total)
    power = (weights * values**alpha).sum(axis=-1) / (total * mean**alpha)
    return _floor((power - 1) / (alpha * (alpha - 1)))


def split(values: Array, weights: Array, groups: Array, alpha: float) -> tuple[Array, Array]:
    """Generalised entropy between groups and within them; the two add up to the whole.

    Args:
        values: Above nought; shape `(..., n)`.
        weights: How much each counts; shape `(..., n)`. A group no place of which counts is left out.
        groups: The number of each place's group, from 0; shape `(n,)`.
        alpha: As for `entropy`.

    Returns:
        Between and within, each of shape `(...)`.
    """
    import numpy as np

    both = np.broadcast_shapes(values.shape, weights.shape)
    values, weights = np.broadcast_to(values, both), np.broadcast_to(weights, both)
    masks = [groups == group for group in range(int(groups.max()) + 1)]
    people = np.stack([weights[..., mask].sum(axis=-1) for mask in masks], axis=-1)
    amount = np.stack([(weights * values)[..., mask].sum(axis=-1) for mask in masks], axis=-1)
    mean = amount.sum(axis=-1, keepdims=True) / people.sum(axis=-1, keepdims=True)
    means = np.where(people > 0, amount / np.where(people > 0, people, 1.0), mean)
    between = entropy(means, people, alpha)
    return between, _floor(entropy(values, weights, alpha) - between)


def gini(values: Array, weights: Array) -> Array:
    """The Gini coefficient: half the mean difference between two people drawn by weight, over the mean.

    Example:
        >>> import numpy as np
        >>> float(gini(np.array([1.0, 3.0]), np.array([1.0, 1.0])))
        0.25
    """
    import numpy as np

    order = np.argsort(values, axis=-1, kind="stable")
    ranked, counted = _taken(values, order), _taken(weights, order)
    share = counted / counted.sum(axis=-1, keepdims=True)
    amounts = counted * ranked
    running = np.cumsum(amounts, axis=-1) / amounts.sum(axis=-1, keepdims=True)
    earlier = running - amounts / amounts.sum(axis=-1, keepdims=True)
    return _floor(1 - (share * (running + earlier)).sum(axis=-1))


def variation(values: Array, weights: Array) -> Array:
    """The coefficient of variation: the weighted standard deviation over the weighted mean."""
    import numpy as np

    return np.sqrt(2 * entropy(values, weights, 2.0))


def ratio(values: Array, weights: Array, high: float = 0.9, low: float = 0.1) -> Array:
    """The value that a share `high` of the weights lie at or below, over that of a share `low`: the 90:10 ratio.

    Example:
        >>> import numpy as np
        >>> float(ratio(np.arange(1.0, 11.0), np.ones(10)))
        9.0
    """
    import numpy as np

    order = np.argsort(values, axis=-1, kind="stable")
    ranked, counted = _taken(values, order), _taken(weights, order)
    running = np.cumsum(counted, axis=-1) / counted.sum(axis=-1, keepdims=True)
    ranked = np.broadcast_to(ranked, running.shape)

    def at(share: float) -> Array:
        first = (running >= share - 1e-12).argmax(axis=-1)[..., None]
        return np.take_along_axis(ranked, first, axis=-1)[..., 0]

    return at(high) / at(low)


def extremes(values: Array, weights: Array) -> Array:
    """The highest value over the lowest, of those that count at all."""
    import numpy as np

    counts = weights > 0
    return np.where(counts, values, -np.inf).max(axis=-1) / np.where(counts, values, np.inf).min(axis=-1)


MEASURES: dict[str, Callable[[Array, Array], Array]] = {
    "theil_t": lambda values, weights: entropy(values, weights, 1.0),
    "theil_l": lambda values, weights: entropy(values, weights, 0.0),
    "gini": gini,
    "cv": variation,
    "ratio_90_10": ratio,
    "ratio_top_bottom": extremes,
}
"""The measures told of every year, by their names in a record."""


def _taken(numbers: Array, order: Array) -> Array:
    import numpy as np

    if order.ndim == 1:
        return numbers[..., order]
    return np.take_along_axis(np.broadcast_to(numbers, order.shape), order, axis=-1)


def _floor(value: Array) -> Array:
    """What rounding leaves below nought is nought."""
    import numpy as np

    return np.maximum(value, 0.0)
