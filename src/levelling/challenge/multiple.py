"""Many comparisons at once: how likely it is that the differences found on a page are chance.

A page makes some hundreds of comparisons. At 5% each, one in twenty of those where there is no difference would look like
one. Benjamini and Hochberg's procedure bounds the share of false ones among the differences declared (the false discovery
rate) at 5%. It holds for independent tests and for positively dependent ones, as when one area's estimate is held against
several comparators (Benjamini and Yekutieli 2001).

References:
    Benjamini, Y. and Hochberg, Y. (1995). Controlling the false discovery rate: a practical and powerful approach to
        multiple testing. Journal of the Royal Statistical Society B 57, 289-300.
    Benjamini, Y. and Yekutieli, D. (2001). The control of the false discovery rate in multiple testing under dependency.
        Annals of Statistics 29, 1165-1188.
"""

from collections.abc import Sequence


def adjust(p_values: Sequence[float]) -> tuple[float, ...]:
    """Benjamini-Hochberg adjusted p-values, in the order given.

    With the p-values in rising order, `adjusted(i) = min over j >= i of p(j) n / j`, and 1 at the most. An adjusted value
    below 0.05 is a difference declared at a false discovery rate of 5%.

    Raises:
        ValueError: One is not between 0 and 1.

    Example:
        >>> adjust([0.01, 0.04, 0.03, 0.5])
        (0.04, 0.0533..., 0.0533..., 0.5)
    """
    if any(not 0 <= p <= 1 for p in p_values):
        raise ValueError("p-values lie between 0 and 1")
    count = len(p_values)
    adjusted = [1.0] * count
    least = 1.0  # going down from the largest, no corrected value may pass the one above it
    for rank, place in reversed(list(enumerate(sorted(range(count), key=lambda i: p_values[i]), start=1))):
        least = min(least, p_values[place] * (count / rank))
        adjusted[place] = least
    return tuple(adjusted)
