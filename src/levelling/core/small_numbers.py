"""Counts of people that leave the program: so few that one of them might be known are withheld, and the rest are rounded.

The rule is the one NHS Digital has used for hospital figures below the nation since September 2018: counts of 1 to 7 are
withheld, all others rounded to the nearest 5; nought is shown; differences and intervals are not changed.

References:
    NHS Digital (2018). Change to disclosure control methodology for HES and ECDS from September 2018.
"""

MOST_WITHHELD = 7
"""A count from 1 to this is withheld."""
NEAREST = 5
"""What all others are rounded to."""
RULE = f"Counts of 1 to {MOST_WITHHELD} people are withheld and others rounded to the nearest {NEAREST}: nobody is to be known."
"""The rule in a sentence, to stand beside such counts."""


def is_small(count: int) -> bool:
    """Whether a count must be withheld.

    Example:
        >>> is_small(0), is_small(1), is_small(7), is_small(8)
        (False, True, True, False)
    """
    return 1 <= count <= MOST_WITHHELD


def shown(count: int) -> int | None:
    """A count as it may be shown; `None` where it is withheld.

    Example:
        >>> shown(0), shown(7), shown(8), shown(98)
        (0, None, 10, 100)
    """
    return None if is_small(count) else NEAREST * ((2 * count + NEAREST) // (2 * NEAREST))
