"""From values to ordered classes for a map: equal shares of the areas, or between given edges."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

FIFTHS = ("lowest fifth", "second fifth", "middle fifth", "fourth fifth", "highest fifth")
_NAMES = {
    2: ("lower half", "higher half"),
    3: ("lowest third", "middle third", "highest third"),
    4: ("lowest quarter", "second quarter", "third quarter", "highest quarter"),
    5: FIFTHS,
}


def shares(values: Mapping[str, float], count: int = 5) -> dict[str, int]:
    """Classes that hold as equal shares of the areas as ties allow: equal values are always in one class, the lower.

    Args:
        values: A value for each area, by code.
        count: How many classes.

    Returns:
        The class of each area, from 0 for the lowest.

    Example:
        >>> shares({"a": 1.0, "b": 2.0, "c": 2.0, "d": 9.0}, 2)
        {'a': 0, 'b': 0, 'c': 0, 'd': 1}
    """
    first: dict[float, int] = {}
    for place, value in enumerate(sorted(values.values())):
        first.setdefault(value, place)
    return {code: first[value] * count // len(values) for code, value in values.items()}


def share_names(count: int = 5) -> tuple[str, ...]:
    """What classes of equal shares are called: 'lowest fifth' and so on, for two to five classes.

    Example:
        >>> share_names(3)
        ('lowest third', 'middle third', 'highest third')
    """
    return _NAMES[count]


def between(values: Mapping[str, float], edges: Sequence[float]) -> dict[str, int]:
    """Classes between given edges; a value on an edge is in the class above it.

    Example:
        >>> between({"a": 5.0, "b": 10.0, "c": 30.0}, (10.0, 20.0))
        {'a': 0, 'b': 1, 'c': 2}
    """
    ordered = sorted(edges)
    return {code: bisect_right(ordered, value) for code, value in values.items()}


def between_names(edges: Sequence[float], written: Callable[[float], str]) -> tuple[str, ...]:
    """What classes between edges are called.

    Args:
        edges: The edges.
        written: Writes a value with its unit.

    Example:
        >>> between_names((10.0, 20.0), lambda value: f"{value:.0f}%")
        ('below 10%', '10% to below 20%', '20% or more')
    """
    ordered = [written(edge) for edge in sorted(edges)]
    if not ordered:
        return ("every value",)
    middle = [f"{low} to below {high}" for low, high in pairwise(ordered)]
    return (f"below {ordered[0]}", *middle, f"{ordered[-1]} or more")
