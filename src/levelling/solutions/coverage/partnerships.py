"""Local enterprise partnerships at a date: two sets of boundaries, districts in two partnerships at once, and what followed."""

from collections.abc import Iterable
from datetime import date

from levelling.atlas.atlas import Atlas
from levelling.atlas.kinship import Member, grouped
from levelling.core.area import Level
from levelling.core.period import Period
from levelling.solutions.coverage.bodies import Body
from levelling.solutions.coverage.facts import Partnerships, partnerships
from levelling.solutions.coverage.kinds import BodyKind

FIRST, SECOND = 2020, 2022
"""The years of the two look-ups. The later one shows the boundaries of April 2021."""
_LATER = Period.parse("2021-04")
_TO_2021 = "Its ground as it was to March 2021; from April a partnership with other boundaries followed."


def local_enterprise_partnerships(atlas: Atlas, day: date) -> Iterable[Body]:
    """The partnerships that stood on a day; none after March 2024.

    A district may be in two of them: the look-ups tell of seven, in Staffordshire and Worcestershire, and the declared facts of
    two more, south of the Humber, to March 2021.
    """
    facts = partnerships()
    if day > facts.ended.end:
        return
    rows = grouped(
        ((row.code, row.vintage), row) for row in atlas.gazetteer.every_membership if row.level == Level.LEP and row.vintage
    )
    since = {code: _LATER for code, vintage in rows if vintage == SECOND} | {
        item.partnership: item.since for item in facts.redrawn
    }
    until = {item.replaces: item.since for item in facts.redrawn if item.replaces}
    for (code, vintage), members in sorted(rows.items(), key=lambda item: (item[0][0], item[0][1] or 0)):
        later = since.get(code, until.get(code, _LATER))
        if (later.start <= day) == (vintage == SECOND):
            yield _body(atlas, facts, code, vintage or 0, members, day)


def _body(atlas: Atlas, facts: Partnerships, code: str, vintage: int, members: list[Member], day: date) -> Body:
    overlaps, area = atlas.movements.crossings, atlas.gazetteer.get(code, Level.LEP)
    more = [item for item in facts.shared if item.partnership == code and day <= item.until.end]
    cells = overlaps.cells_of_members(members)
    for item in more:
        for member in item.members:
            cells |= overlaps.cells_of(atlas.gazetteer.get(member, Level.LAD))
    redrawn = next((item for item in facts.redrawn if item.partnership == code and vintage == SECOND), None)
    replaced = next((item for item in facts.redrawn if item.replaces == code), None)
    keys = [*(item.source for item in more), *(item.source for item in (redrawn, replaced) if item), "integration"]
    names = [item.name for item in facts.named if item.partnership == code and day <= item.until.end]
    return Body(
        kind=BodyKind.LEP,
        name=names[0] if names else area.name,
        level=Level.LEP,
        code=code,
        cells=frozenset(cells),
        people=overlaps.people_in(cells),
        began=redrawn.since.iso if redrawn else _began(area.start),
        ended=facts.ended.iso if vintage == SECOND or area.is_current else "2021-03",
        drawn="local enterprise partnerships of 2020" if vintage == FIRST else "local enterprise partnerships of April 2021",
        notes=() if vintage == SECOND or area.is_current else (_TO_2021,),
        sources=tuple(facts.sources[key].cited for key in dict.fromkeys(keys)),
    )


def _began(year: int | None) -> str | None:
    return None if year is None else str(year)
