"""The public bodies over a place that employ people: councils, combined authorities, the NHS, police, fire and rescue."""

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData
from levelling.core.period import Period
from levelling.solutions.coverage import BodyKind, Covering, coverage

EMPLOY = (
    BodyKind.COUNCIL,
    BodyKind.DISTRICT,
    BodyKind.COUNTY,
    BodyKind.COMBINED,
    BodyKind.COMBINED_COUNTY,
    BodyKind.GLA,
    BodyKind.ICB,
    BodyKind.CCG,
    BodyKind.HEALTH_BOARD,
    BodyKind.TRUST,
    BodyKind.POLICE,
    BodyKind.FIRE,
)
"""Kinds of body with staff of their own; partnerships and boards borrow theirs."""
_LARGEST = {Level.UK, Level.NATION, Level.REGION, Level.ITL1}


def bodies(atlas: Atlas, area: Area, as_of: Period) -> tuple[Covering, ...]:
    """The public bodies over a place that employ people, by kind, most of the place's people first.

    Of a nation or region, which hold hundreds, none is listed.

    Args:
        atlas: The figures.
        area: The place.
        as_of: The date the bodies stand at.

    Example:
        >>> atlas = Atlas.open()
        >>> found = bodies(atlas, atlas.area("Glasgow City"), Period.parse("2026-11"))
        >>> [item.body.kind.value for item in found]
        ['council', 'health board', 'police force area']
    """
    if area.level in _LARGEST:
        return ()
    try:
        found = coverage(atlas, area, as_of)
    except NotEnoughData:
        return ()
    return tuple(item for item in found.covering if item.body.kind in EMPLOY)
