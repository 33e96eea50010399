"""How like a place the places of a case are, and which of its needs the case speaks to; always in words.

There is no score. Cases come in this order, each step deciding only between those that the step before left level:

1. those that speak to a need of the place, before others;
2. by where they ran: here; in the area around, or a part of here; among the places ONS finds most like it; in the same region;
   in the same kind of place; all over its nation; elsewhere in the United Kingdom; in places that are not named; abroad;
3. the higher grade of the Maryland scale first;
4. by id.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.need import Need
from levelling.core.words import listed, opened, place
from levelling.practice.cases.case import Case
from levelling.practice.cases.fits import speaks_to
from levelling.practice.cases.vocabulary import Extent


class Nearness(IntEnum):
    """Where a case ran, seen from a place; nearest first."""

    HERE = 0
    AROUND = 1
    NEIGHBOUR = 2
    REGION = 3
    KIND = 4
    ALL_OVER = 5
    ELSEWHERE = 6
    NOT_NAMED = 7
    ABROAD = 8

    @property
    def is_like(self) -> bool:
        """Whether it ran here or in places like here."""
        return self <= Nearness.ALL_OVER


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a case's places are held against.

    Attributes:
        area: The place.
        authorities: Codes of the local authorities it is or holds.
        neighbours: Codes of the places ONS finds most like it; empty where ONS gives none.
        region: The region it lies in, where there is one.
        kinds: The kind of each local authority, by code, in words such as 'coastal town'; empty where not asked for.
        needs: Its needs.
    """

    area: Area
    authorities: frozenset[str]
    neighbours: frozenset[str]
    region: Area | None
    kinds: Mapping[str, str]
    needs: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How a case is like a place.

    Attributes:
        case: The case.
        near: Where it ran, seen from the place.
        needs: The needs of the place that it speaks to.
        reasons: Why it is like it, or not, each a sentence.
    """

    case: Case
    near: Nearness
    needs: tuple[Need, ...]
    reasons: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Where it ran and for whom, in words."""
        return " ".join(self.reasons)


def surroundings(atlas: Atlas, area: Area, needs: Sequence[Need] = (), kinds: Mapping[str, str] | None = None) -> Surroundings:
    """What a case's places are held against, for one place.

    Args:
        atlas: Where the figures are read.
        area: The place.
        needs: Its needs.
        kinds: The kind of each local authority, by code.
    """
    region = area.parents.get("region", "")
    return Surroundings(
        area=area,
        authorities=frozenset(atlas.gazetteer.authorities(area)),
        neighbours=frozenset(item.code for item in atlas.neighbours(area)),
        region=atlas.gazetteer.get(region, Level.REGION) if region else None,
        kinds=kinds or {},
        needs=tuple(needs),
    )


def likeness(atlas: Atlas, case: Case, around: Surroundings) -> Likeness:
    """How a case is like a place, in words.

    Args:
        atlas: Where the figures are read.
        case: The case.
        around: The place's surroundings.
    """
    near, reasons = _where(atlas, case, around)
    needs = tuple(need for need in around.needs if speaks_to(case, need))
    if needs:
        reasons = [*reasons, f"It speaks to needs here: {_short(needs)}."]
    elif around.needs:
        reasons = [*reasons, "It answers to none of the needs that the figures show here."]
    return Likeness(case, near, needs, tuple(reasons))


def alike(atlas: Atlas, cases: Sequence[Case], around: Surroundings) -> tuple[Likeness, ...]:
    """The cases with how each is like a place, most alike first, in the order stated above."""
    found = [likeness(atlas, case, around) for case in cases]
    return tuple(sorted(found, key=lambda item: (not item.needs, item.near, -item.case.maryland, item.case.id)))


def _short(needs: Sequence[Need]) -> str:
    names = [f"{need.name[:1].lower()}{need.name[1:]}" for need in needs[:3]]
    return listed(names) if len(needs) <= 3 else f"{', '.join(names)} and more"


def _where(atlas: Atlas, case: Case, around: Surroundings) -> tuple[Nearness, list[str]]:
    here = place(around.area)
    if case.extent is Extent.ABROAD:
        told = f"It ran abroad ({case.country})" if case.country not in {"several", "many"} else "It is of several countries"
        return Nearness.ABROAD, [f"{told}: work, pay and benefits differ from those here."]
    if case.extent is Extent.PLACES:
        return _in_places(atlas, case, around)
    shared = around.area.nation in case.nations or (around.area.level is Level.UK)
    if case.extent is Extent.NATIONAL and shared:
        return Nearness.ALL_OVER, [f"It ran all over {case.place}, {here} among the rest."]
    if case.extent is Extent.NATIONAL:
        return Nearness.ELSEWHERE, [f"It ran in {case.place}, not in the nation of {here}."]
    whether = "one cannot tell how like this place they are" if shared else f"none of them is in the nation of {here}"
    return Nearness.NOT_NAMED, [f"It has no place of its own ({case.place}): {whether}."]


def _in_places(atlas: Atlas, case: Case, around: Surroundings) -> tuple[Nearness, list[str]]:
    here = place(around.area)
    areas = [atlas.gazetteer.get(code) for code in case.codes]
    ran = {code: area for area in areas for code in atlas.gazetteer.authorities(area)}
    shared = around.authorities & ran.keys()
    if shared and (around.area.code in case.codes or shared == around.authorities == ran.keys()):
        return Nearness.HERE, [f"It ran here, in {case.place}."]
    if shared:
        where = f"which {here} lies in" if shared == around.authorities else f"a part of {here}"
        return Nearness.AROUND, [f"It ran in {listed([place(ran[code]) for code in _one_each(shared, ran)])}, {where}."]
    checks = (_neighbours(atlas, areas, ran, around), _region(areas, ran, around, atlas), _kind(atlas, ran, around))
    found = [item for item in checks if item is not None]
    if not found:
        return Nearness.ELSEWHERE, [f"It ran in {case.place}, which is not among the places most like {here}."]
    return min(near for near, _ in found), [reason for _, reason in found]


def _one_each(shared: frozenset[str], ran: Mapping[str, Area]) -> list[str]:
    seen: dict[str, str] = {}
    for code in sorted(shared):
        seen.setdefault(ran[code].code, code)
    return list(seen.values())


def _neighbours(
    atlas: Atlas, areas: Sequence[Area], ran: Mapping[str, Area], around: Surroundings
) -> tuple[Nearness, str] | None:
    whole = [area for area in areas if area.code in around.neighbours]
    near = whole or [atlas.gazetteer.get(code) for code in sorted(around.neighbours & ran.keys())]
    if not near:
        return None
    names = listed([place(area) for area in near])
    inside = "" if whole else f", in {listed(list(dict.fromkeys(place(ran[area.code]) for area in near)))},"
    if inside.replace(",", "").removeprefix(" in ").strip() == names:
        inside = ""
    how = "is among the places" if len(near) == 1 else "are among the places"
    return Nearness.NEIGHBOUR, f"{opened(names)}{inside} {how} that ONS finds most like {place(around.area)}."


def _region(areas: Sequence[Area], ran: Mapping[str, Area], around: Surroundings, atlas: Atlas) -> tuple[Nearness, str] | None:
    if around.region is None:
        return None
    code = around.region.code
    inside = [area for area in areas if area.code == code or area.parents.get("region") == code]
    inside = inside or [ran[one] for one in ran if atlas.gazetteer.get(one).parents.get("region") == code][:1]
    if not inside:
        return None
    names = listed([place(area) for area in inside])
    return Nearness.REGION, f"{opened(names)} {'lies' if len(inside) == 1 else 'lie'} in the same region, {place(around.region)}."


def _kind(atlas: Atlas, ran: Mapping[str, Area], around: Surroundings) -> tuple[Nearness, str] | None:
    mine = {around.kinds[code] for code in around.authorities if code in around.kinds}
    if len(mine) != 1:
        return None
    kind = mine.pop()
    same = [atlas.gazetteer.get(code) for code in sorted(ran) if around.kinds.get(code) == kind]
    if 2 * len(same) < len(ran) or not same:
        return None
    names = listed([place(area) for area in same[:3]]) if len(same) <= 3 else "most of its places"
    how = "is a place" if len(same) == 1 else "are places"
    return Nearness.KIND, f"{opened(names)} {how} of the same kind as {place(around.area)}: {kind}."
