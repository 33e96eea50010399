"""Ids: how a name is written as one, and which are near it."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from levelling.core.errors import UserError

_Known = TypeVar("_Known")


def as_id(name: str) -> str:
    """A name as an id would be written.

    Example:
        >>> as_id("Talent Match")
        'talent-match'
    """
    return name.strip().lower().replace("_", "-").replace(" ", "-")


def by_id(known: Mapping[str, _Known], name: str, one: str, advice: str) -> _Known:
    """What is known by this id.

    Args:
        known: Everything there is, by id.
        name: What was typed.
        one: What one of them is called.
        advice: How all are seen.

    Raises:
        UserError: There is none; the nearest are offered.

    Example:
        >>> by_id({"town-deals": "Town Deals"}, "Town deals", "fund", "")
        'Town Deals'
    """
    wanted = as_id(name)
    if wanted not in known:
        raise UserError(f"There is no {one} '{name[:80]}'.", advice, near=near_ids(wanted, known))
    return known[wanted]


def near_ids(wanted: str, known: Iterable[str], cutoff: float = 0.4) -> list[str]:
    """Ids that hold this one or stand in it, then those spelt nearly like it: four at the most.

    Example:
        >>> near_ids("deals", ["town-deals", "growth-deals", "future-jobs-fund"])
        ['town-deals', 'growth-deals']
    """
    ids = list(known)
    near = [key for key in ids if wanted and (wanted in key or key in wanted)]
    return list(dict.fromkeys([*near, *get_close_matches(wanted, ids, n=4, cutoff=cutoff)]))[:4]
