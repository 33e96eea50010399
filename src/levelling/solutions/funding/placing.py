"""Where money went: the awards of a fund laid on areas, moved by people where they were given to something larger.

What is given to one authority stands there as it is. What is given to a partnership, a county or several authorities is shared
among the authorities in it by the people who live in both, to the last pound, and is marked as modelled. Partnerships overlap: in
one that shares a district with another, the district's people have a part in the money of both, since both had money for them.

Money is held against people of the year nearest to the middle of the fund's years for which they are counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas import Atlas
from levelling.atlas.apportion import share_out
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.core.words import listed
from levelling.solutions.funding.fund import Award, Fund
from levelling.solutions.funding.ground import Ground

_WHOLE = 1 - 1e-9
_NONE = "Given none: the list of awards names all who were given any."
_UNLISTED = "Not on the list of awards, which is not whole: whether it was given any is not known."


class Split(StrEnum):
    """How an award to several named authorities is shared among them."""

    PEOPLE = "people"
    EQUAL = "equal"


@dataclass(frozen=True, slots=True)
class Share:
    """What of an award lies in an area: pounds, and whether they were moved there."""

    award: Award
    pounds: float
    modelled: bool


@dataclass(frozen=True, slots=True)
class Given:
    """What an area was given of a fund.

    Attributes:
        area: Where.
        people: People who live there, in the year the money is held against.
        shares: The awards that lie there, whole or in part.
        known: Whether all it was given is known; then none at all is nought.
        why: Why it is not known, or why it is nought; empty where there is nothing to say.
        codes: The areas it is made of, where it is not simply the area: a partnership with a district it shared.
    """

    area: Area
    people: float
    shares: tuple[Share, ...]
    known: bool
    why: str = ""
    codes: tuple[str, ...] = ()

    @property
    def pounds(self) -> float | None:
        """What is known of what it was given; `None` where nothing is."""
        return sum(share.pounds for share in self.shares) if self.shares or self.known else None

    @property
    def per_head(self) -> float | None:
        """Pounds for each person; `None` where it is not known all that was given."""
        pounds = self.pounds
        return pounds / self.people if self.known and pounds is not None and self.people > 0 else None

    @property
    def modelled(self) -> bool:
        """Whether any of it was moved here."""
        return any(share.modelled for share in self.shares)


@dataclass(frozen=True, slots=True)
class Placing:
    """A fund laid on the areas of a level.

    Attributes:
        fund: The fund.
        level: The level.
        given: What each area was given, by name.
        unplaced: Awards that could not be placed on any area.
        outside: Pounds that lie outside all areas of the level.
        people_period: The year of the people the money is held against.
        split: How awards to several named authorities were shared.
    """

    fund: Fund
    level: Level
    given: tuple[Given, ...]
    unplaced: tuple[Award, ...]
    outside: float
    people_period: Period
    split: Split

    @property
    def placed(self) -> float:
        """Pounds that lie in the areas."""
        return sum(item.pounds or 0.0 for item in self.given)

    @property
    def modelled(self) -> float:
        """Pounds that were moved to where they lie."""
        return sum(share.pounds for item in self.given for share in item.shares if share.modelled)


def levels_of(fund: Fund) -> tuple[Level, ...]:
    """The levels a fund can be laid on: its own, and those its money may be moved to. A nation's money is moved nowhere."""
    own = (fund.level,)
    if fund.level is Level.NATION:
        return own
    further = (Level.LAD, *((Level.LEP,) if "E" in fund.nations else ()))
    return tuple(dict.fromkeys((*own, *further)))


def place(atlas: Atlas, fund: Fund, level: Level | None = None, split: Split = Split.PEOPLE) -> Placing:
    """Lay a fund on areas.

    Args:
        atlas: Where areas and people are read.
        fund: The fund.
        level: Which areas; the fund's own where none is given.
        split: How an award to several named authorities is shared among them.

    Raises:
        UserError: The fund is not given at that level and cannot be moved to it.

    Example:
        >>> from levelling.solutions.funding import fund
        >>> atlas = Atlas.open()
        >>> found = place(atlas, fund(atlas, "town-deals"))
        >>> next(item.pounds for item in found.given if item.area.name == "Hartlepool")
        24969328.0
    """
    wanted = level or fund.level
    if wanted not in levels_of(fund):
        known = " or ".join(item.value for item in levels_of(fund))
        raise UserError(f"{fund.title} cannot be laid on {wanted.plural}.", f"Choose --level {known}.")
    ground = Ground.of(atlas, fund.period)
    if wanted is Level.LAD:
        return _on_authorities(ground, fund, split)
    if wanted is fund.level:
        return _as_given(ground, fund, split)
    return _gathered(ground, fund, split)


def _on_authorities(ground: Ground, fund: Fund, split: Split) -> Placing:
    shares: dict[str, list[Share]] = {}
    for award in fund.awards:
        parts = _spread(ground, award, split)
        for code, pounds in parts.items():
            shares.setdefault(code, []).append(Share(award, pounds, modelled=len(parts) > 1))
    unknown: dict[str, str] = {}
    for item in fund.not_found:
        for code in ground.parts(item.areas) if item.areas else ():
            unknown.setdefault(code, f"{item.name}: {item.why}{f' Found: {item.found}.' if item.found else ''}")
    areas = [area for area in ground.atlas.gazetteer.all(Level.LAD) if area.nation in fund.nations]
    given = tuple(_given(ground, fund, area, tuple(shares.get(area.code, ())), unknown.get(area.code, "")) for area in areas)
    return Placing(fund, Level.LAD, given, _unplaced(fund), 0.0, ground.period, split)


def _given(ground: Ground, fund: Fund, area: Area, shares: tuple[Share, ...], unknown: str) -> Given:
    people = ground.people.get(area.code, 0.0)
    if unknown:
        return Given(area, people, shares, known=False, why=unknown)
    if shares:
        return Given(area, people, shares, known=True)
    return Given(area, people, (), known=fund.complete, why=_NONE if fund.complete else _UNLISTED)


def _spread(ground: Ground, award: Award, split: Split) -> dict[str, float]:
    """An award shared among the authorities it is for."""
    if not award.areas:
        return {}
    parts = ground.parts(award.areas)
    if len(parts) == 1:
        return dict.fromkeys(parts, award.pounds)
    if split is Split.EQUAL and len(parts) == len(award.areas):
        return dict.fromkeys(parts, award.pounds / len(parts))
    return share_out(award.pounds, {code: round(people) for code, people in parts.items()})


def _unplaced(fund: Fund) -> tuple[Award, ...]:
    return tuple(award for award in fund.awards if not award.areas)


def _as_given(ground: Ground, fund: Fund, split: Split) -> Placing:
    gazetteer = ground.atlas.gazetteer
    given = []
    for award in fund.awards:
        if award.areas:
            people = sum(ground.parts(award.areas).values())
            given.append(
                Given(
                    gazetteer.get(award.areas[0]),
                    people,
                    (Share(award, award.pounds, modelled=False),),
                    known=True,
                    codes=award.areas,
                )
            )
    for item in fund.not_found:
        if item.areas:
            why = f"{item.why}{f' Found: {item.found}.' if item.found else ''}"
            given.append(
                Given(
                    gazetteer.get(item.areas[0]),
                    sum(ground.parts(item.areas).values()),
                    (),
                    known=False,
                    why=why,
                    codes=item.areas,
                )
            )
    ordered = tuple(sorted(given, key=lambda item: (item.area.name, item.area.code)))
    return Placing(fund, fund.level, ordered, _unplaced(fund), 0.0, ground.period, split)


def _gathered(ground: Ground, fund: Fund, split: Split) -> Placing:
    """Laid on authorities first, then added up in the partnerships of today, every pound and every person counted once."""
    below = _on_authorities(ground, fund, split)
    here = {item.area.code: item for item in below.given}
    areas = ground.atlas.gazetteer.all(Level.LEP)
    held = ground.held(areas)
    given = tuple(gather(area, held[area.code], here) for area in areas)
    outside = below.placed - sum(item.pounds or 0.0 for item in given)
    return Placing(fund, Level.LEP, given, below.unplaced, outside, ground.period, split)


def gather(area: Area, parts: Mapping[str, float], here: Mapping[str, Given]) -> Given:
    """What an area was given: what lies in its authorities, with a part of an authority taken by people.

    Args:
        area: The area.
        parts: People of each authority who live in it.
        here: What each authority was given.
    """
    shares: list[Share] = []
    unknown = []
    for code, people in parts.items():
        item = here.get(code)
        if item is None:
            continue
        inside = min(people / item.people, 1.0) if item.people else 0.0
        whole = inside > _WHOLE
        shares += [share if whole else Share(share.award, share.pounds * inside, modelled=True) for share in item.shares]
        if not item.known:
            unknown.append(item.area.name)
    why = f"What was given is not known for {listed(unknown[:3])}{' and others' if len(unknown) > 3 else ''}." if unknown else ""
    return Given(area, sum(parts.values()), tuple(shares), known=not unknown, why=why)
