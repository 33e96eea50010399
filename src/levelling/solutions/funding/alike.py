"""What need alone would say: the money per head of areas whose need is alike.

The areas are put in order of need and cut into groups of as many areas as ties allow: tenths, or fewer where there are few areas.
What need would say an area gets is what its whole group got, over all who live in the group. What it got beyond that, or short of
it, is told in pounds. Within a group these add up to nought. No line is fitted, so one place with very much money moves no other
group's measure. It is a description: a fund may have had good reasons to give by something else than this need.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from levelling.core.classes import shares

_MOST = 10
_PER_GROUP = 5
"""A group holds at least about so many areas."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A group of areas with like need.

    Attributes:
        codes: The areas.
        people: All who live in them.
        pounds: All they got.
    """

    codes: tuple[str, ...]
    people: float
    pounds: float

    @property
    def per_head(self) -> float:
        """Pounds for each person of the group."""
        return self.pounds / self.people if self.people else 0.0


def alike(need: Mapping[str, float], pounds: Mapping[str, float], people: Mapping[str, float]) -> tuple[Alike, ...]:
    """Areas in groups of like need, from the least to the greatest.

    Args:
        need: Need by area, the higher the greater.
        pounds: What each got.
        people: Who lives in each.

    Example:
        >>> need = {letter: float(place) for place, letter in enumerate("abcdefghij")}
        >>> low, high = alike(need, dict.fromkeys(need, 10.0) | {"j": 60.0}, dict.fromkeys(need, 2.0))
        >>> low.per_head, high.per_head
        (5.0, 10.0)
    """
    count = max(1, min(_MOST, len(need) // _PER_GROUP))
    groups: dict[int, list[str]] = {}
    for code, group in shares(need, count).items():
        groups.setdefault(group, []).append(code)
    return tuple(
        Alike(tuple(sorted(codes)), sum(people[code] for code in codes), sum(pounds[code] for code in codes))
        for _, codes in sorted(groups.items())
    )
