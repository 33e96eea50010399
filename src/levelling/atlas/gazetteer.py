"""The gazetteer: what a person calls a place, and which area that is; what lies in what, and what followed what.

Which area a name means, where several bear it:

1. An area by its code, old codes included: a code that only changed stands for the same area.
2. Local authorities, nations and the United Kingdom: `Cornwall` is the council, not the partnership or police force.
3. Combined authorities, regions and counties. Two of these with one name are never chosen between: `North East` and
   `West Midlands` list the choices. Where both are the same people (Greater Manchester, combined authority and metropolitan
   county), the first in the order of levels below stands for both.
4. The others, in the order of levels in `kinship`, only where one alone has the name or all that have it are the same people.

An area that has ended is never given unless asked for (`abolished=True`): its successors are named instead. The boards and
partnerships that ended as a kind (clinical commissioning groups, sustainability and transformation partnerships) are given
when their level or code is asked for, since figures are still published for them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from levelling.atlas.kinship import ENDED_KINDS, TIER, Change, Kinship, Member, grouped, rank
from levelling.atlas.names import LONGEST_NAME, bare, nearest, plain, split_level
from levelling.core.area import Area, Level
from levelling.core.errors import AbolishedArea, AmbiguousArea, UnknownArea
from levelling.core.words import listed


class Rows(Protocol):
    """What can answer a read of the figures: the store."""

    def query(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Run one read."""
        ...


_COUNCILS = (Level.LAD, Level.COUNTY, Level.CAUTH)


@dataclass(frozen=True)
class Gazetteer(Kinship):
    """Every area by name and code.

    Args:
        areas: Every area, current and ended, one for each (code, level).
        changes: What followed what.
        load_members: Gives the memberships of local authorities; called once, when first needed.

    Example:
        >>> hull = Area("E06000010", "Kingston upon Hull, City of", Level.LAD, "E", other_names=("Hull",))
        >>> gazetteer = Gazetteer([hull], [])
        >>> gazetteer.find("hull").code, gazetteer.find("City of Kingston-upon-Hull").code
        ('E06000010', 'E06000010')
    """

    @classmethod
    def from_store(cls, store: Rows) -> "Gazetteer":
        """Read the gazetteer from the figures."""
        columns = 'code, name, level, nation, start, "end", other_names, population, parents'
        areas = [
            Area(code, name, Level(level), nation, start, end, tuple(others), dict(p.split("=", 1) for p in parents), people)
            for code, name, level, nation, start, end, others, people, parents in store.query(f"SELECT {columns} FROM areas")
        ]
        changes = store.query("SELECT old_code, new_code, level, year, kind, people FROM area_changes")
        read = "SELECT member, level, code, vintage, people FROM area_members"
        return cls(areas, [Change(*row) for row in changes], lambda: [Member(*row) for row in store.query(read)])

    def find(self, text: str, level: Level | None = None, *, abolished: bool = False) -> Area:
        """The area a person means by a name or code.

        Case, accents, punctuation, `&` and the words around a name (Council, City of, Combined Authority) do not matter. A
        level in brackets after the name, or `level`, chooses between areas of one name: `North East (region)`.

        Args:
            text: A name, a common short name, or a code, old or new.
            level: The level it must have; `None` for the one most people would mean.
            abolished: Whether an area that has ended may be given.

        Raises:
            UnknownArea: No area has the name; near names are offered.
            AmbiguousArea: Several have it; how to ask for each is listed.
            AbolishedArea: It has ended; its successors are named.
        """
        if not text.strip():
            raise UnknownArea("No place was named.", "Give the name or code of an area, such as Hartlepool or E06000001.")
        name, wanted = split_level(text.strip())
        if level not in (None, wanted):
            name, wanted = text.strip(), level
        if (by_code := self._find_code(name, wanted, abolished=abolished)) is not None:
            return by_code
        found = self._named(name, wanted)
        if not found and wanted is not None and level is None:
            # The last word may belong to the name: "Black Country", "Tyne and Wear county".
            found = self._named(text, None)
        return self._choose(text.strip(), found, wanted, abolished=abolished)

    def known(self, text: str) -> Area | None:
        """The area of exactly this name or code, where one alone is meant; `None` otherwise, without looking for near names.

        For names in files, of which there may be many and most of no area.
        """
        name, wanted = split_level(text.strip())
        try:
            found = self._find_code(name, wanted, abolished=False) or self._named(name, wanted)
            return found if isinstance(found, Area) else self._choose(text, found, wanted, abolished=False) if found else None
        except (AbolishedArea, AmbiguousArea):
            return None

    def how_to_ask(self, area: Area) -> str:
        """What to type to get exactly this area: its name with its level, or its code where that is not enough."""
        same = [other for other in self.by_level.get(area.level, ()) if other.name == area.name and other.is_current]
        return f"{area.name} ({area.level})" if same == [area] else area.code

    # -- how names are looked up

    def _find_code(self, name: str, level: Level | None, *, abolished: bool) -> Area | None:
        code = name.upper()
        found = [area for area in self.by_code.get(code, ()) if level is None or area.level is level]
        if not found:
            return None
        best = min(found, key=rank)
        if best.is_current or abolished or best.level in ENDED_KINDS:
            return best
        if code in self.recoded:
            return self.get(self.recoded[code])
        raise self._abolished(best)

    def _named(self, name: str, level: Level | None) -> list[Area]:
        exact = [area for area in self._by_name.get(plain(name), ()) if level is None or area.level is level]
        # "Police Scotland" is said in full: the nation is not meant. "Durham" alone may well be the council, not the police.
        in_full = exact and plain(name) != bare(name)
        if in_full or any(TIER[area.level] <= 1 and (area.is_current or level) for area in exact):
            return exact
        loose = [area for area in self._by_bare.get(bare(name) or "-", ()) if level is None or area.level is level]
        if plain(name).startswith("nhs "):
            # Who says "NHS Devon" means its board, not the county, where there is a board of that name.
            loose = [area for area in loose if plain(area.name).startswith("nhs ")] or loose
        return list(dict.fromkeys([*exact, *loose]))

    def _choose(self, text: str, found: list[Area], level: Level | None, *, abolished: bool) -> Area:
        if not found:
            raise self._unknown(text, level)
        current = [area for area in found if area.is_current or (area.level in ENDED_KINDS and level is area.level)]
        ended = [area for area in found if area not in current and area.code not in self.recoded]
        best = self._best(current)
        if best and (abolished or not ended or TIER[best[0].level] <= min(TIER[area.level] for area in ended)):
            if len(best) == 1:
                return best[0]
            raise self._ambiguous(text, best)
        if not ended and not best:
            # Only old codes of areas that still exist bear the name: an area that was also renamed.
            return self.get(self.current(found[0].code))
        newest = self._best(ended)
        newest = [area for area in newest if area.end == max(one.end or 0 for one in newest)]
        if abolished:
            return newest[0]
        raise self._abolished(newest[0], best)

    def _best(self, found: Sequence[Area]) -> list[Area]:
        if not found:
            return []
        first = min(TIER[area.level] for area in found)
        tied = sorted((area for area in found if TIER[area.level] == first), key=rank)
        kept: list[Area] = []
        for area in tied:
            if len(tied) == 1 or not any(self._same_people(area, other) for other in kept):
                kept.append(area)
        return kept

    def _same_people(self, one: Area, other: Area) -> bool:
        authorities = set(self.authorities(one))
        return bool(authorities) and one.population == other.population and authorities == set(self.authorities(other))

    # -- what is said when a name is not enough

    def _unknown(self, text: str, level: Level | None) -> UnknownArea:
        kind = f" {level.words}" if level else " area"
        if len(text) > LONGEST_NAME:
            return UnknownArea(f"No area has so long a name ({len(text)} characters).", "Give its name or code alone.")
        text = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())  # one line, whatever was asked
        asked = split_level(text)[0] if level else text
        if elsewhere := [
            self.how_to_ask(area) for area in self._best([one for one in self._named(asked, None) if one.is_current])
        ]:
            return UnknownArea(f"No{kind} is called '{asked}'.", "", elsewhere)
        known = self._by_name if level is None else {plain(area.name): () for area in self.all(level, abolished=True)}
        near = [self._shown(name, level) for name in nearest(asked, known)]
        return UnknownArea(
            f"No{kind} is called '{text}'.", "" if near else "Give its name or its code.", list(dict.fromkeys(near))
        )

    def _shown(self, name: str, level: Level | None) -> str:
        bearers = [area for area in self._by_name[name] if level is None or area.level is level]
        first = min(bearers, key=rank)
        return next((own for own in (first.name, *first.other_names) if plain(own) == name), first.name)

    def _ambiguous(self, text: str, choices: Sequence[Area]) -> AmbiguousArea:
        kinds = " or ".join(f"the {area.level.words}" for area in choices)
        return AmbiguousArea(f"'{text}' may be {kinds}.", "Ask for one of them.", [self.how_to_ask(area) for area in choices])

    def _abolished(self, area: Area, others: Sequence[Area] = ()) -> AbolishedArea:
        after = self.successors(area)
        when = next(
            (change.year for change in self.out_of.get(area.code, ()) if change.level == area.level and change.year), None
        )
        date = f" in {when}" if when else ""
        became = f"; its people now live in {listed([one.name for one in after])}" if after else ""
        near = [*(one.name if self._alone(one) else self.how_to_ask(one) for one in after), *map(self.how_to_ask, others)]
        ended = "was abolished" if area.level in _COUNCILS else "ended"
        return AbolishedArea(f"The {area.level.words} {area.name} {ended}{date}{became}.", "", near)

    def _alone(self, area: Area) -> bool:
        best = self._best([one for one in self._by_name.get(plain(area.name), ()) if one.is_current])
        return best == [area]

    # -- indexes, each made when first needed

    @cached_property
    def _by_name(self) -> dict[str, list[Area]]:
        return grouped((name, area) for area in self.areas for name in {plain(own) for own in (area.name, *area.other_names)})

    @cached_property
    def _by_bare(self) -> dict[str, list[Area]]:
        return grouped(
            (name, area) for area in self.areas for name in {bare(own) for own in (area.name, *area.other_names)} if name
        )
