"""What a place lies in, and whether an enabler reaches it, with a source that names it or without."""

from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas import Atlas
from levelling.core.area import NATIONS, Area, Level
from levelling.core.period import Period
from levelling.solutions.register import Enabler, Extent, Reach, Reaching, reaches

_COUNTRIES = frozenset({"E92000001", "W92000004", "S92000003", "N92000002", "K02000001", "K03000001", "K04000001"})
LONDON = "E12000007"
_NOTICED = 0.01
"""A body with a smaller share of the place's people than this is only a crumb of a border."""
_COMBINED = "combined authority"


class Reaches(StrEnum):
    """Whether an enabler reaches the place. A place in an area that a source names comes before one that is only not left out."""

    NAMED = "named area"
    YES = "yes"
    PART = "in part"
    CANNOT_TELL = "cannot tell"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether an enabler reaches a place, and why.

    Attributes:
        answer: One word.
        sentence: Why, in words.
        named: The area a source names that holds the place or some of it, one with a sum of money where there is one.
    """

    answer: Reaches
    sentence: str
    named: Reach | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What a place lies in, worked out once for all enablers.

    Attributes:
        atlas: Where areas and the people they share are known.
        area: The place.
        said: Its name in a sentence.
        bodies: Names of the bodies over it, by level, the one with most of its people first.
    """

    atlas: Atlas
    area: Area
    said: str
    bodies: dict[Level, tuple[str, ...]]

    @property
    def is_london(self) -> bool:
        """Whether it lies in London, whose mayor and assembly stand where others have a combined authority."""
        return self.area.parents.get(Level.REGION.value) == LONDON or self.area.code == LONDON

    @property
    def is_boardless(self) -> bool:
        """Whether it is an English authority under no combined authority."""
        alone = self.area.level is Level.LAD and self.area.nation == "E" and not self.is_london
        return alone and not self.bodies.get(Level.CAUTH)


def ground_of(atlas: Atlas, area: Area, said: str = "") -> Ground:
    """What a place lies in.

    Args:
        atlas: Where areas and their overlaps are read.
        area: The place.
        said: Its name in a sentence, where that is not simply its name.
    """
    bodies: dict[Level, list[tuple[float, str]]] = {}
    for overlap in atlas.overlaps(area):
        if overlap.share_here >= _NOTICED:
            bodies.setdefault(overlap.area.level, []).append((-overlap.share_here, overlap.area.name))
    names = {level: tuple(name for _, name in sorted(found)) for level, found in bodies.items()}
    return Ground(atlas, area, said or area.name, names)


def reach_of(enabler: Enabler, ground: Ground, as_of: Period) -> Reached:
    """Whether an enabler reaches a place at a date.

    Example:
        >>> from levelling.solutions.register import register
        >>> atlas = Atlas.open()
        >>> ground = ground_of(atlas, atlas.area("Glasgow City"))
        >>> reach_of(register().get("no-one-left-behind"), ground, Period.parse("2026-11")).answer.value
        'yes'
    """
    if ground.area.nation in NATIONS and ground.area.nation not in enabler.nations:
        return Reached(Reaches.NO, "It is of other nations only.")  # most of the register, for most nations: told quickly
    found = reaches(enabler, ground.area, ground.atlas, as_of)
    local = [one for one in found.named if one.codes and not set(one.codes) & _COUNTRIES]
    named = max(local or found.named, key=lambda one: one.pounds or 0.0, default=None)
    if found.answer is Reaching.CANNOT_TELL and enabler.levels == (_COMBINED,) and ground.is_boardless:
        return Reached(Reaches.NO, "It is given to combined authorities, and none covers this place.")
    if found.answer is Reaching.YES:
        by_name = bool(local) and enabler.extent is not Extent.EVERYWHERE
        return Reached(Reaches.NAMED if by_name else Reaches.YES, found.sentence, named)
    return Reached(_ANSWERS[found.answer], found.sentence, named)


_ANSWERS = {Reaching.PART: Reaches.PART, Reaching.NO: Reaches.NO, Reaching.CANNOT_TELL: Reaches.CANNOT_TELL}
