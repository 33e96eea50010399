"""How areas are kin: what lies in what, and what followed what."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeVar

from levelling.core.area import Area, Level
from levelling.core.errors import UnknownArea

ENDED_KINDS = frozenset({Level.CCG, Level.STP})
"""Levels at which nothing is current any more. Their last areas are what is meant by the level."""

_FIRST = (Level.LAD, Level.NATION, Level.UK)
_SECOND = (Level.CAUTH, Level.REGION, Level.COUNTY, Level.CITY_REGION)
_THIRD = (Level.ITL1, Level.ITL2, Level.ITL3, Level.LEP, Level.ICB, Level.HEALTH_BOARD, Level.TTWA, Level.POLICE, Level.FIRE)
_LAST = (Level.STP, Level.CCG, Level.LSIP)
TIER: Mapping[Level, int] = {level: tier for tier, levels in enumerate((_FIRST, _SECOND, _THIRD, _LAST)) for level in levels}
"""Which levels people mean first by a name: 0 before 1 before 2. Between two of one tier, the person chooses."""

_ORDER = {level: place for place, level in enumerate((*_FIRST, *_SECOND, *_THIRD, *_LAST))}
_NOW = 9999
_K = TypeVar("_K")
_V = TypeVar("_V")


class Change(NamedTuple):
    """One area followed by another. See `area_changes` in the figures.

    Attributes:
        old_code: The code that ended.
        new_code: The code that followed.
        level: The level of the old area.
        year: When, where known.
        kind: `recoded`, `merged`, `split`, `boundary` or `replaced`.
        people: People of the old area in the new one, where counted.
    """

    old_code: str
    new_code: str
    level: str
    year: int | None
    kind: str
    people: int | None


class Member(NamedTuple):
    """A local authority in a body above it. See `area_members` in the figures."""

    member: str
    level: str
    code: str
    vintage: int | None
    people: int | None


@dataclass(frozen=True)
class Kinship:
    """Areas by code, with their members and bodies, predecessors and successors.

    Args:
        areas: Every area, current and ended, one for each (code, level).
        changes: What followed what.
        load_members: Gives the memberships of local authorities; called once, when first needed.

    Example:
        >>> allerdale = Area("E07000026", "Allerdale", Level.LAD, "E", end=2022)
        >>> cumberland = Area("E06000063", "Cumberland", Level.LAD, "E", start=2023)
        >>> change = Change("E07000026", "E06000063", "lad", 2023, "merged", 97761)
        >>> [area.name for area in Kinship([allerdale, cumberland], [change]).successors(allerdale)]
        ['Cumberland']
    """

    areas: Sequence[Area]
    changes: Sequence[Change] = ()
    load_members: Callable[[], Iterable[Member]] = tuple

    def get(self, code: str, level: Level | None = None) -> Area:
        """The area with exactly this code; one that has ended is given too.

        Raises:
            UnknownArea: No area has the code (at that level).
        """
        found = [area for area in self.by_code.get(code, ()) if level is None or area.level is level]
        if not found:
            raise UnknownArea(f"No area has the code {code}{f' at level {level}' if level else ''}.")
        return min(found, key=rank)

    def all(self, level: Level, *, abolished: bool = False) -> list[Area]:
        """Every area of a level, by name; those that have ended only when asked for, or where the whole level has ended."""
        given = abolished or level in ENDED_KINDS
        return [area for area in self.by_level.get(level, ()) if area.is_current or given]

    def current(self, code: str) -> str:
        """The code that the same area has today: itself, unless it was only given a new code."""
        return self.recoded.get(code, code)

    def successors(self, area: Area) -> tuple[Area, ...]:
        """What follows an area that has ended, to the areas of today; most people first. Empty while it exists."""
        return tuple(self._follow(area.code, area.level, set()))

    def predecessors(self, area: Area) -> tuple[Area, ...]:
        """What an area was made from, and what those were made from, back to 2011; the latest to end first."""
        found: dict[tuple[str, Level], Area] = {}
        waiting = [area.code]
        while waiting:
            for change in self.into.get(waiting.pop(), ()):
                old = self.by_key.get((change.old_code, Level(change.level)))
                if old is not None and (old.code, old.level) not in found and old != area:
                    found[old.code, old.level] = old
                    waiting.append(old.code)
        return tuple(sorted(found.values(), key=lambda old: (-(old.end or 0), old.name, old.code)))

    def changes_of(self, area: Area) -> tuple[Change, ...]:
        """The changes an area was part of, as what ended or what followed; oldest first."""
        ended = [change for change in self.out_of.get(area.code, ()) if change.level == area.level]
        began = self.into.get(area.code, ())
        return tuple(sorted({*ended, *began}, key=lambda change: (change.year or 0, change.old_code, change.new_code)))

    def members(self, area: Area, level: Level = Level.LAD) -> tuple[Area, ...]:
        """The areas of a level that lie in an area, wholly or in part, by name.

        Args:
            area: The body: a county, region, care board.
            level: The level of the members. Local authorities by default.
        """
        inside = self.authorities(area)
        if level is Level.LAD:
            found = [self.by_key[code, Level.LAD] for code in inside if code != area.code]
        else:
            codes = {row.code for code in inside for row in self.bodies_of.get(code, ()) if row.level == level}
            found = [self.by_key[code, level] for code in codes if code != area.code or level is not area.level]
        keep = not area.is_current or level in ENDED_KINDS
        return tuple(sorted((one for one in found if one.is_current or keep), key=lambda one: (one.name, one.code)))

    def authorities(self, area: Area) -> tuple[str, ...]:
        """Codes of the local authorities in an area: itself, if it is one; for a body that has ended, those of its own time."""
        if area.level is Level.LAD:
            return (area.code,)
        key = (area.code, area.level)
        rows = self.members_of.get((self.current(area.code), area.level)) or self.members_of.get(key, [])
        today = [row.member for row in rows if self.by_key[row.member, Level.LAD].is_current]
        own = [row.member for row in rows if not self.by_key[row.member, Level.LAD].is_current]
        return tuple(dict.fromkeys(own if own and not area.is_current and not today else today or own))

    def containing(self, area: Area) -> dict[Level, tuple[Area, ...]]:
        """The bodies of each level that an area lies in, wholly or in part; those that wholly contain it first."""
        found: dict[Level, dict[str, int]] = {}
        for code in self.authorities(area):
            for row in self.bodies_of.get(code, ()):
                body = self.by_key.get((row.code, Level(row.level)))
                if body is None or body == area or not (body.is_current or not area.is_current or body.level in ENDED_KINDS):
                    continue
                people = found.setdefault(body.level, {})
                people[body.code] = people.get(body.code, 0) + (row.people or 0)
        return {
            level: tuple(self.by_key[code, level] for code in sorted(found[level], key=lambda code: (-found[level][code], code)))
            for level in Level
            if level in found
        }

    # -- indexes, each made when first needed

    @cached_property
    def by_key(self) -> dict[tuple[str, Level], Area]:
        """Each area by its code and level."""
        return {(area.code, area.level): area for area in self.areas}

    @cached_property
    def by_code(self) -> dict[str, list[Area]]:
        """The areas that bear each code: most codes stand for one."""
        return grouped((area.code, area) for area in self.areas)

    @cached_property
    def by_level(self) -> dict[Level, list[Area]]:
        """The areas of each level, by name."""
        return grouped((area.level, area) for area in sorted(self.areas, key=lambda area: (area.name, area.code)))

    @cached_property
    def recoded(self) -> dict[str, str]:
        """Old code to the code the same area has today."""
        return {change.old_code: change.new_code for change in self.changes if change.kind == "recoded"}

    @cached_property
    def out_of(self) -> dict[str, list[Change]]:
        """The changes that ended each code."""
        return grouped((change.old_code, change) for change in self.changes)

    @cached_property
    def into(self) -> dict[str, list[Change]]:
        """The changes that made each code."""
        return grouped((change.new_code, change) for change in self.changes)

    @cached_property
    def every_membership(self) -> tuple[Member, ...]:
        """Every local authority in every body, for all the boundaries the body has had."""
        return tuple(self.load_members())

    @cached_property
    def _memberships(self) -> list[Member]:
        rows = self.every_membership
        newest: dict[tuple[str, str], int] = {}
        for row in rows:
            key = (row.code, row.level)
            newest[key] = max(newest.get(key, 0), row.vintage or _NOW)
        return [row for row in rows if (row.vintage or _NOW) == newest[row.code, row.level]]

    @cached_property
    def members_of(self) -> dict[tuple[str, Level], list[Member]]:
        """The local authorities in each body, ended authorities included; its newest boundaries only."""
        return grouped(((row.code, Level(row.level)), row) for row in self._memberships)

    @cached_property
    def bodies_of(self) -> dict[str, list[Member]]:
        """The bodies each local authority is in, ended bodies included; their newest boundaries only."""
        return grouped((row.member, row) for row in self._memberships)

    def _follow(self, code: str, level: Level, seen: set[tuple[str, Level]]) -> list[Area]:
        if (code, level) in seen:
            return []
        found: list[Area] = []
        after = [change for change in self.out_of.get(code, ()) if change.level == level]
        for change in sorted(after, key=lambda change: (-(change.people or 0), change.new_code)):
            new = min((area for area in self.by_code.get(change.new_code, ()) if area.level not in ENDED_KINDS), key=rank)
            found += [new] if new.is_current else self._follow(new.code, new.level, {*seen, (code, level)})
        return list(dict.fromkeys(found))


def rank(area: Area) -> tuple[bool, int, str]:
    """Sorts areas that share a name or code: current first, then in the order of levels."""
    return (not area.is_current, _ORDER[area.level], area.code)


def grouped(pairs: Iterable[tuple[_K, _V]]) -> dict[_K, list[_V]]:
    """Values under each key, in the order they came."""
    found: dict[_K, list[_V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
