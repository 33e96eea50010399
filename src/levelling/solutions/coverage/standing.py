"""Who stands where at a date: every body of the country, as the look-ups and the declared facts have it."""

from collections.abc import Iterable
from datetime import date
from weakref import WeakKeyDictionary

from levelling.atlas.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.period import Period
from levelling.solutions.coverage.bodies import Body, Standing
from levelling.solutions.coverage.dates import first_year, stood
from levelling.solutions.coverage.facts import Authority, strategic_authorities
from levelling.solutions.coverage.followers import following
from levelling.solutions.coverage.health import health
from levelling.solutions.coverage.kinds import BodyKind, kind_of
from levelling.solutions.coverage.partnerships import local_enterprise_partnerships

_LEVELS = (
    *(Level.LAD, Level.COUNTY, Level.CAUTH, Level.CITY_REGION),
    *(Level.LSIP, Level.HEALTH_BOARD, Level.POLICE, Level.FIRE, Level.TTWA),
)
_OLD_PLANS = "Boundaries of 2023; whether they were redrawn since was not found."
_SEEN = {Level.LSIP: date(2023, 1, 1)}
"""The date of the oldest look-up of a kind of area that is younger than the others, and not there before."""
_COUNCILS = frozenset({BodyKind.COUNCIL, BodyKind.DISTRICT, BodyKind.COUNTY})
_LONDON = "E12000007"
_DRAWN = {
    Level.LAD: "local authorities of April 2025 and their predecessors",
    Level.COUNTY: "counties of 2023 and their predecessors",
    Level.CAUTH: "combined authorities of May 2025 and their predecessors",
    Level.CITY_REGION: "city regions of 2025",
    Level.LSIP: "local skills improvement plan areas of 2023",
    Level.HEALTH_BOARD: "health boards of 2019 (Scotland) and 2022 (Wales), trusts of 2018",
    Level.POLICE: "police force areas of 2024",
    Level.FIRE: "fire and rescue authorities of 2024",
    Level.TTWA: "travel-to-work areas of 2011",
}
_KNOWN: WeakKeyDictionary[Atlas, dict[date, Standing]] = WeakKeyDictionary()


def standing(atlas: Atlas, as_of: Period) -> Standing:
    """Every body that stood at the end of a period. Kept, so that asking for many places costs little.

    Args:
        atlas: Where areas and their people are read.
        as_of: The date.

    Example:
        >>> found = standing(Atlas.open(), Period.parse("2020-12"))
        >>> sum(body.kind is BodyKind.LEP for body in found.bodies)
        38
    """
    kept = _KNOWN.setdefault(atlas, {})
    if as_of.end not in kept:
        bodies = [*_areas(atlas, as_of.end), *local_enterprise_partnerships(atlas, as_of.end), *health(atlas, as_of.end)]
        kept[as_of.end] = Standing(as_of, (*bodies, *following(bodies, as_of)), atlas.movements.crossings)
    return kept[as_of.end]


def _areas(atlas: Atlas, day: date) -> Iterable[Body]:
    gazetteer = atlas.gazetteer
    declared = {item.code: item for item in strategic_authorities().authorities}
    for level in (level for level in _LEVELS if day >= _SEEN.get(level, day)):
        for area in gazetteer.all(level, abolished=True):
            kind = kind_of(area)
            if kind is not None and area.code not in gazetteer.recoded and stood(area, gazetteer, day):
                yield _body(atlas, area, kind, day, declared.get(area.code))
    london = gazetteer.get(_LONDON)
    yield _body(atlas, london, BodyKind.GLA, day, declared.get(_LONDON))


def _body(atlas: Atlas, area: Area, kind: BodyKind, day: date, declared: Authority | None) -> Body:
    overlaps = atlas.movements.crossings
    cells = overlaps.cells_of(area)
    facts = declared if declared is not None and kind in {BodyKind.COMBINED, BodyKind.GLA} else None
    sources = tuple(strategic_authorities().sources[key].cited for key in facts.sources) if facts else ()
    first = first_year(area, atlas.gazetteer)
    return Body(
        kind=facts.kind if facts else kind,
        name=BodyKind.GLA.value if kind is BodyKind.GLA else area.name,
        level=area.level,
        code=area.code,
        cells=cells,
        people=overlaps.people_in(cells),
        began=None if first is None else _month(first, kind, 4),
        ended=None if area.end is None else _month(area.end + 1, kind, 3),
        drawn=_DRAWN.get(area.level, "regions of England"),
        notes=tuple(_powers(facts, day)) if facts else (_OLD_PLANS,) if kind is BodyKind.LSIP else (),
        sources=sources,
    )


def _month(year: int, kind: BodyKind, month: int) -> str:
    """Councils change on 1 April; of other bodies the look-ups say the year alone."""
    return f"{year}-{month:02d}" if kind in _COUNCILS else str(year)


def _powers(authority: Authority, day: date) -> Iterable[str]:
    if authority.as_of.start <= day:
        yield f"It has {'a' if authority.mayor else 'no'} mayor, as of {authority.as_of.label}."
        if authority.integrated_settlement:
            yield "It is to have an integrated settlement in 2026 to 2027."
