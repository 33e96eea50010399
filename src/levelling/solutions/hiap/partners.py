"""Who must work across which boundary: the bodies over a place that hold the levers of what a policy touches."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from levelling.core.area import Area, Level, Overlap

_LEVELS = {
    "county": (Level.COUNTY,),
    "strategic authority": (Level.CAUTH,),
    "NHS": (Level.ICB, Level.HEALTH_BOARD),
    "police": (Level.POLICE,),
    "fire and rescue": (Level.FIRE,),
}
"""Partners that are bodies with an area of their own; the others are found in every place."""
_LEAST = 0.001
"""A body that holds fewer of the place's people than one in a thousand is a slip of the boundaries, not a partner."""


class Bodies(Protocol):
    """Tells which bodies share people with an area."""

    def overlaps(self, area: Area, level: Level | None = None) -> list[Overlap]:
        """The bodies of a level that an area shares people with, most people first."""
        ...


@dataclass(frozen=True, slots=True)
class PartnerBody:
    """A body that must be at the table.

    Attributes:
        partner: What it is there for: 'NHS', 'police'.
        overlap: The body, and the people it shares with the place.
        determinants: What it holds levers of, by title.
    """

    partner: str
    overlap: Overlap
    determinants: tuple[str, ...]

    @property
    def crosses(self) -> bool:
        """Whether its boundary is not the place's: it has people elsewhere, or the place has people outside it."""
        return self.overlap.share_here < 1 - _LEAST or self.overlap.share_there < 1 - _LEAST


def bodies(atlas: Bodies, area: Area, wanted: Iterable[tuple[str, str]]) -> tuple[PartnerBody, ...]:
    """The bodies over a place that answer to some partners.

    Args:
        atlas: Where the bodies are read.
        area: The place.
        wanted: A partner, and the determinant it is wanted for, by title; as often as there are pairs.
    """
    for_what: dict[str, list[str]] = {}
    for partner, determinant in wanted:
        for_what.setdefault(partner, []).append(determinant)
    return tuple(
        PartnerBody(partner, overlap, tuple(dict.fromkeys(reasons)))
        for partner, reasons in for_what.items()
        for level in _LEVELS.get(partner, ())
        for overlap in atlas.overlaps(area, level)
        if overlap.share_here >= _LEAST
    )
