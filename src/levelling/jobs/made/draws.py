"""Drawing by chance so that margins are met: shares of whole people, two margins at once, and values by their weights.

Where a margin is to be met, people are not drawn one by one but in even steps through the shares from one random start, so that
each share is met to the next whole person, whatever the number, and in the long run exactly.

References:
    Madow, W. G. (1949). On the theory of systematic sampling, II. Annals of Mathematical Statistics 20, 333-354.
    Deming, W. E. and Stephan, F. F. (1940). On a least squares adjustment of a sampled frequency table when the expected marginal
        totals are known. Annals of Mathematical Statistics 11, 427-444.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

ROUNDS = 500
_CLOSE = 1e-10


def counts(number: int, weights: "Floats", chance: "np.random.Generator") -> "Whole":
    """How many of a number each weight gets: its share to the next whole one below or above.

    Args:
        number: How many there are in all.
        weights: At least one above nought, none below.
        chance: Decides who is rounded up.

    Example:
        >>> import numpy as np
        >>> counts(10, np.array([1.0, 1.0, 3.0]), np.random.default_rng(1)).tolist()
        [2, 2, 6]
    """
    import numpy as np

    upto = np.cumsum(weights) / np.sum(weights) * number
    # Sums of floating-point numbers: what is whole but for the last digits is whole, and the last is all of them.
    upto = np.where(np.abs(upto - np.rint(upto)) < 1e-9 * max(number, 1), np.rint(upto), upto)
    upto[-1] = number
    steps = np.floor(upto + chance.random())
    steps[-1] = number
    return np.diff(np.minimum(steps, number), prepend=0).astype(np.int64)


def spread(number: int, weights: "Floats", chance: "np.random.Generator") -> "Whole":
    """A place among the weights for each of a number, in random order, each weight with its share.

    Example:
        >>> import numpy as np
        >>> sorted(spread(4, np.array([1.0, 3.0]), np.random.default_rng(1)).tolist())
        [0, 1, 1, 1]
    """
    import numpy as np

    if not number:
        return np.zeros(0, np.int64)
    return chance.permutation(np.repeat(np.arange(len(weights), dtype=np.int64), counts(number, weights, chance)))


def both(rows: "Floats", columns: "Floats", affinity: "Floats") -> "Floats":
    """A table with these sums of rows and columns, as near to the affinities as can be (iterative proportional fitting).

    Args:
        rows: Sums of the rows.
        columns: Sums of the columns; scaled to the same total.
        affinity: How strongly each pair goes together; above nought.

    Example:
        >>> import numpy as np
        >>> found = both(np.array([3.0, 1.0]), np.array([2.0, 2.0]), np.array([[1.0, 1.0], [1.0, 4.0]]))
        >>> found.sum(axis=0).round(6).tolist(), found.sum(axis=1).round(6).tolist()
        ([2.0, 2.0], [3.0, 1.0])
    """
    import numpy as np

    table: Floats = np.array(affinity, dtype=np.float64)
    target = columns * (rows.sum() / columns.sum())
    for _ in range(ROUNDS):
        table *= (target / np.maximum(table.sum(axis=0), 1e-300))[np.newaxis, :]
        found = table.sum(axis=1)
        table *= (rows / np.maximum(found, 1e-300))[:, np.newaxis]
        if np.abs(table.sum(axis=0) - target).max() <= _CLOSE * rows.sum():
            break
    return table


def within(group: "Whole", starts: "Whole", cumulative: "Floats", chance: "np.random.Generator") -> "Whole":
    """For each, a member of its group by weight.

    Args:
        group: The group of each.
        starts: Where each group begins among all members, and at the end how many members there are.
        cumulative: Sums of the members' weights up to each, over all groups.
        chance: What draws.
    """
    import numpy as np

    bounds = np.concatenate(([0.0], cumulative))
    low, high = bounds[starts[group]], bounds[starts[group + 1]]
    found = np.searchsorted(cumulative, low + chance.random(len(group)) * (high - low), side="right")
    kept: Whole = np.clip(found, starts[group], starts[group + 1] - 1).astype(np.int64)
    return kept
