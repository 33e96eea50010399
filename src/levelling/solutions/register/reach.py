"""Whether an enabler reaches a place: by the areas its sources name, in people, and 'cannot tell' where they do not say."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import UnknownArea
from levelling.core.period import Period
from levelling.core.words import listed, number
from levelling.solutions.register.enabler import Enabler, Extent, Reach, nations_of

_CRUMB = 0.005
"""Boundaries are followed by small areas: a share of people below this is a crumb of a border, and one above its rest is all."""
_SEVERAL = {"K02000001": "EWSN", "K03000001": "EWS", "K04000001": "EW"}
_NAMED = 4


class Reaching(StrEnum):
    """Whether an enabler reaches an area."""

    YES = "yes"
    PART = "part"
    NO = "no"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class ReachAt:
    """Whether an enabler reaches an area at a date.

    Attributes:
        answer: One word.
        sentence: Why, in words.
        share: Share of the area's people that it reaches, 0 to 1; `None` where that cannot be counted.
        named: What its sources say of this area or of parts of it, with pounds and people where they give them.
    """

    answer: Reaching
    sentence: str
    share: float | None
    named: tuple[Reach, ...]

    @property
    def may(self) -> bool:
        """Whether it reaches the area, a part of it, or may do so."""
        return self.answer is not Reaching.NO


def reaches(enabler: Enabler, area: Area, atlas: Atlas, as_of: Period) -> ReachAt:
    """Whether an enabler reaches an area: asks where it reaches, not whether it is open.

    Where an enabler reaches everywhere in its nations, the answer is yes. Where its areas are listed, the area's people are
    counted: all of them in those areas, some, or none. Where a source names only a region that a place of its lies in, or where
    not all its areas were found, one cannot tell.

    Args:
        enabler: The enabler.
        area: The place.
        atlas: Where areas and the people they share are known.
        as_of: The date: areas that it reached later or no longer do not count.

    Example:
        >>> from levelling.solutions.register import register
        >>> atlas = Atlas.open()
        >>> found = reaches(register().get("youth-trailblazers"), atlas.area("Hartlepool"), atlas, Period.parse("2025-11"))
        >>> found.answer.value, found.sentence
        ('yes', 'It reaches Tees Valley.')
    """
    nations = _SEVERAL.get(area.code, area.nation)
    shared = [nation for nation in nations if nation in enabler.nations]
    names = nations_of(enabler)
    if not shared:
        return ReachAt(Reaching.NO, f"It is for {names} only.", 0.0, ())
    day = as_of.end
    current = [one for one in enabler.areas if _holds(one, as_of)]
    ground = _Ground(area, atlas)
    named = tuple(one for one in enabler.areas if ground.shares(one.codes) or ground.holds(one.within))
    if enabler.extent is Extent.EVERYWHERE:
        answer = Reaching.YES if len(shared) == len(nations) else Reaching.PART
        return ReachAt(answer, f"It reaches all of {names}.", 1.0 if answer is Reaching.YES else None, named)
    here = [one for one in current if ground.shares(one.codes)]
    share = ground.share(code for one in here for code in one.codes)
    if share > _CRUMB:
        return _counted(here, share, named)
    inside = [one for one in current if not one.codes and ground.holds(one.within)]
    if inside:
        return ReachAt(Reaching.PART, f"It reaches {_names(inside)}, in this area.", None, named)
    around = [one for one in current if ground.shares(one.within)]
    if around:
        told = f"It reaches {_names(around)}; whether that takes in this area was not found."
        return ReachAt(Reaching.CANNOT_TELL, told, None, tuple(around))
    later = [one for one in enabler.areas if one.started and one.started.start > day and ground.shares(one.codes)]
    if later:
        first = min(later, key=lambda one: one.started.start if one.started else day)
        when = first.started.label if first.started else ""
        return ReachAt(Reaching.NO, f"It is to reach {first.name} from {when}.", 0.0, tuple(later))
    if enabler.extent is Extent.INCOMPLETE:
        told = "It reaches only some places; not all of them were found, and this is not among those that were."
        return ReachAt(Reaching.CANNOT_TELL, told, None, ())
    return ReachAt(Reaching.NO, "It reaches other areas only.", 0.0, ())


def _counted(here: list[Reach], share: float, named: tuple[Reach, ...]) -> ReachAt:
    if share >= 1 - _CRUMB:
        return ReachAt(Reaching.YES, f"It reaches {_names(here)}.", 1.0, named)
    told = f"It reaches {_names(here)}, where {number(100 * share, 0)}% of the people of this area live."
    return ReachAt(Reaching.PART, told, share, named)


def _holds(reach: Reach, as_of: Period) -> bool:
    begun = reach.started is None or reach.started.start <= as_of.end
    return begun and (reach.ended is None or as_of.end <= reach.ended.end)


def _names(areas: list[Reach]) -> str:
    names = list(dict.fromkeys(one.name for one in areas))
    told, more = names[:_NAMED], len(names) > _NAMED
    if any("," in name or " and " in name for name in told):
        # Names that hold commas of their own are set apart by more than a comma.
        return "; ".join([*told, "and others"] if more else told)
    return f"{', '.join(told)} and others" if more else listed(told)


class _Ground:
    """The people of an area, by the small areas they live in."""

    def __init__(self, area: Area, atlas: Atlas) -> None:
        self._kin = atlas.gazetteer
        self._crossings = atlas.movements.crossings
        self._cells = self._crossings.cells_of(area)
        self._people = self._crossings.people_in(self._cells)

    def shares(self, codes: Iterable[str]) -> bool:
        """Whether any of the areas has people of this one, beyond a crumb of it or of itself."""
        return any(self._share_of(code) > _CRUMB or self._holds(code) for code in codes)

    def holds(self, codes: Iterable[str]) -> bool:
        """Whether there are areas, and all of them lie wholly in this one."""
        found = list(codes)
        return bool(found) and all(self._holds(code) for code in found)

    def share(self, codes: Iterable[str]) -> float:
        """Share of this area's people who live in any of the areas."""
        together = frozenset[int]().union(*(self._of(code) for code in codes))
        return self._crossings.people_in(self._cells & together) / self._people if self._people else 0.0

    def _share_of(self, code: str) -> float:
        return self._crossings.people_in(self._cells & self._of(code)) / self._people if self._people else 0.0

    def _holds(self, code: str) -> bool:
        cells = self._of(code)
        people = self._crossings.people_in(cells)
        return people > 0 and self._crossings.people_in(self._cells & cells) >= (1 - _CRUMB) * people

    def _of(self, code: str) -> frozenset[int]:
        try:
            return self._crossings.cells_of(self._kin.get(code))
        except UnknownArea:
            return frozenset()
