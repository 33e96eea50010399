"""Apportionment: sharing out counts and averaging rates by the people who live where two geographies cross.

Everything here is arithmetic on plain mappings: no areas, no figures, no files. What crosses what is counted in small areas
(see `overlaps`). That people stand for what is counted is an assumption: a count of businesses or of pensioners does not
spread as residents do, so whatever is made here is marked as modelled.
"""

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import NamedTuple, TypeVar

from levelling.core.errors import NotEnoughData

_S = TypeVar("_S", bound=Hashable)
_T = TypeVar("_T", bound=Hashable)


class Mean(NamedTuple):
    """An average over people.

    Attributes:
        value: The average.
        people: How many people it was averaged over.
        parts: How many published figures it was made from.
    """

    value: float
    people: int
    parts: int


def share_out(count: float, people: Mapping[_T, int]) -> dict[_T, float]:
    """Share a count among places by their people, losing nothing.

    A whole number is shared in whole numbers by largest remainder (Hamilton's method): each place gets the whole part of its
    exact share, and what is left goes one by one to the largest fractions; where two are equal, to the first by name. The
    shares add up to the count exactly. Any other number is shared in proportion.

    Args:
        count: What is shared; may be negative (a net change).
        people: People in each place.

    Raises:
        NotEnoughData: Nobody lives in any of the places, so there is nothing to share by.

    Example:
        >>> share_out(10, {"Hartlepool": 2, "Stockton-on-Tees": 4, "Darlington": 1})
        {'Hartlepool': 3, 'Stockton-on-Tees': 6, 'Darlington': 1}
    """
    everyone = sum(people.values())
    if everyone <= 0 or min(people.values()) < 0:
        raise NotEnoughData(
            "A count cannot be shared out among places where nobody lives.", "Use areas that have people in them."
        )
    if count != int(count):
        return {place: count * living / everyone for place, living in people.items()}
    sign, whole = (-1, -int(count)) if count < 0 else (1, int(count))
    exact = {place: Fraction(whole * living, everyone) for place, living in people.items()}
    shares = {place: int(share) for place, share in exact.items()}
    left = whole - sum(shares.values())
    for place in sorted(exact, key=lambda place: (shares[place] - exact[place], str(place)))[:left]:
        shares[place] += 1
    return {place: sign * share for place, share in shares.items()}


def move_counts(counts: Mapping[_S, float], shared: Mapping[tuple[_S, _T], int]) -> dict[_T, float]:
    """Move counts from one geography to another by the people they share. The total stays the same, to the last person.

    Args:
        counts: A count for each source.
        shared: People who live in both, by (source, target). Every person of a source must be in some target: add a target
            for those outside if the targets do not cover it.

    Returns:
        A count for each target.

    Raises:
        NotEnoughData: A source has a count but shares nobody with any target.

    Example:
        >>> move_counts({"Craven": 5, "Eden": 2}, {("Craven", "A"): 30, ("Craven", "B"): 20, ("Eden", "B"): 10})
        {'A': 3, 'B': 4}
    """
    by_source: dict[_S, dict[_T, int]] = {}
    moved: dict[_T, float] = {}
    for (source, target), people in shared.items():
        by_source.setdefault(source, {})[target] = people
        moved.setdefault(target, 0)
    for source, count in counts.items():
        if count == 0:
            continue
        for target, share in share_out(count, by_source.get(source, {})).items():
            moved[target] += share
    return moved


def move_means(values: Mapping[_S, float], shared: Mapping[tuple[_S, _T], int]) -> dict[_T, Mean]:
    """Average rates or scores of one geography over the people of another.

    The average of target t is sum of value(s) x people(s, t) over sum of people(s, t), over the sources s that have a value:
    what its people have on average, if each has the figure of the source they live in. Targets without any are left out.

    Args:
        values: A rate or score for each source.
        shared: People who live in both, by (source, target).

    Example:
        >>> move_means({"A": 10.0, "B": 20.0}, {("A", "x"): 30, ("B", "x"): 10, ("C", "x"): 5})
        {'x': Mean(value=12.5, people=40, parts=2)}
    """
    weighed: dict[_T, list[tuple[float, int]]] = {}
    for (source, target), people in shared.items():
        if source in values and people > 0:
            weighed.setdefault(target, []).append((values[source], people))
    return {target: average(parts) for target, parts in weighed.items()}


def average(parts: list[tuple[float, int]]) -> Mean:
    """The average of values over people; never outside the lowest and highest value.

    Raises:
        NotEnoughData: Nobody is in any part.

    Example:
        >>> average([(10.0, 30), (20.0, 10)])
        Mean(value=12.5, people=40, parts=2)
    """
    people = sum(living for _, living in parts)
    if people <= 0:
        raise NotEnoughData("An average over people needs people.", "Use areas that have people in them.")
    # Measured from the lowest value, so that rounding cannot carry the average outside the values it is made of.
    low, high = min(value for value, _ in parts), max(value for value, _ in parts)
    above = sum((value - low) * living for value, living in parts) / people
    return Mean(min(low + above, high), people, len(parts))
