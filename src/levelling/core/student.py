"""Student's t without a library: the bar for a slope or an expectation whose own scatter tells how sure it is."""

import math

from levelling.core.difference import Z95

_FEW = (12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622)


def student(free: int) -> float:
    """The 97.5% point of Student's t: tabled below 10 degrees of freedom, from there by an expansion (to 0.001).

    Cornish and Fisher's, in Abramowitz and Stegun (1964), Handbook of Mathematical Functions, table 26.10 and formula 26.7.5.

    Args:
        free: Degrees of freedom, 1 or more.

    Example:
        >>> student(1), round(student(30), 3)
        (12.7062, 2.042)
    """
    if free <= len(_FEW):
        return _FEW[free - 1]
    z = Z95
    terms: tuple[float, ...] = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + math.fsum(term / free**power for power, term in enumerate(terms, start=1))
