"""Whether an enabler reaches a place: everywhere in its nations, by name, in part, not, or one cannot tell."""

import math
from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.period import Period
from levelling.core.words import listed
from levelling.solutions.register import Enabler, Extent, Reach

NATIONS = {"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"}
LONDON = "E12000007"
_WHOLE = 0.99
_NOTICED = 0.01
"""Shares of a place's people: in effect all of them, and too few to speak of."""
_COMBINED = "combined authority"


class Reaches(StrEnum):
    """Whether it reaches the place. A place named by a source comes before one that is only not left out."""

    NAMED = "named area"
    YES = "yes"
    PART = "in part"
    CANNOT_TELL = "cannot tell"
    NO = "no"


@dataclass(frozen=True, slots=True)
class ReachAt:
    """Whether an enabler reaches a place, and why.

    Attributes:
        answer: One word.
        sentence: Why, in words.
        named: The area a source names, where it names one that holds the place or some of it.
    """

    answer: Reaches
    sentence: str
    named: Reach | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What the place lies in, worked out once for all enablers.

    Attributes:
        area: The place.
        said: Its name in a sentence.
        shares: For every area it shares people with, by code: the share of the place's people who live there.
        bodies: Names of the bodies over it, by level, largest share first.
    """

    area: Area
    said: str
    shares: dict[str, float]
    bodies: dict[Level, tuple[str, ...]]

    @property
    def has_mayor_or_board(self) -> bool:
        """Whether a combined authority, or in London the Greater London Authority, is over the place."""
        return bool(self.bodies.get(Level.CAUTH)) or LONDON in self.shares


def ground_of(atlas: Atlas, area: Area, said: str) -> Ground:
    """What a place lies in.

    Args:
        atlas: Where areas and their overlaps are read.
        area: The place.
        said: Its name in a sentence.
    """
    shares = dict.fromkeys(area.parents.values(), 1.0)
    bodies: dict[Level, list[tuple[float, str]]] = {}
    for overlap in atlas.overlaps(area):
        shares[overlap.area.code] = overlap.share_here
        if overlap.share_here >= _NOTICED:
            bodies.setdefault(overlap.area.level, []).append((-overlap.share_here, overlap.area.name))
    shares[area.code] = 1.0
    return Ground(area, said, shares, {level: tuple(name for _, name in sorted(found)) for level, found in bodies.items()})


def reach_of(enabler: Enabler, ground: Ground, as_of: Period) -> ReachAt:
    """Whether an enabler reaches a place at a date.

    Example:
        >>> from levelling.solutions.register import register
        >>> atlas = Atlas.open()
        >>> ground = ground_of(atlas, atlas.area("Glasgow City"), "Glasgow City")
        >>> reach_of(register().get("no-one-left-behind"), ground, Period.parse("2026-11")).answer.value
        'yes'
    """
    nation = ground.area.nation
    where = listed([NATIONS[code] for code in enabler.nations])
    if nation in NATIONS and nation not in enabler.nations:
        return ReachAt(Reaches.NO, f"It is of {where} only.")
    named = _named(enabler, ground, as_of)
    if named is not None:
        return named
    if enabler.levels == (_COMBINED,) and nation == "E" and ground.area.level is Level.LAD and not ground.has_mayor_or_board:
        return ReachAt(Reaches.NO, f"It is given to combined authorities, and none covers {ground.said}.")
    if enabler.extent is Extent.LISTED:
        return ReachAt(Reaches.NO, f"It has a list of areas, and {ground.said} is in none of them.")
    if enabler.extent is Extent.INCOMPLETE:
        return ReachAt(Reaches.CANNOT_TELL, f"It works in some places only; whether {ground.said} is one was not found.")
    if nation not in NATIONS and set(enabler.nations) < set(NATIONS):
        return ReachAt(Reaches.PART, f"It is of {where}, which is a part of {ground.said}.")
    return ReachAt(Reaches.YES, f"It reaches all of {where}.")


def _named(enabler: Enabler, ground: Ground, as_of: Period) -> ReachAt | None:
    """The named area that holds most of the place's people; `None` where none holds any."""
    live = [one for one in enabler.areas if one.ended is None or one.ended.end >= as_of.end]
    held = [(math.fsum(ground.shares.get(code, 0.0) for code in one.codes), one) for one in live if one.is_placed]
    share, best = max(held, key=lambda pair: (pair[0], pair[1].pounds or 0.0), default=(0.0, None))
    if best is None or share < _NOTICED:
        return None
    if share >= _WHOLE:
        whole = "" if best.name.casefold() == ground.area.name.casefold() else f", which holds {ground.said}"
        return ReachAt(Reaches.NAMED, f"A source names {best.name} among its areas{whole}.", best)
    return ReachAt(
        Reaches.PART, f"A source names {best.name} among its areas, which is a part of {ground.said} or holds one.", best
    )
