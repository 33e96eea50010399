"""The public bodies over a place that employ people: councils, combined authorities, the NHS, police, fire and rescue."""

from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas import Atlas
from levelling.core.area import Area, Level

_CRUMB = 0.01
"""A body with less than this share of the place's people, and of whose people less lives here, is over its border only."""
_COUNTY_COUNCIL = "E10"
_LARGEST = {Level.UK, Level.NATION, Level.REGION, Level.ITL1}


class Role(StrEnum):
    """What a public body is."""

    COUNCIL = "council"
    COUNTY = "county council"
    COMBINED = "combined authority"
    CARE_BOARD = "integrated care board"
    HEALTH_BOARD = "health board or trust"
    POLICE = "police"
    FIRE = "fire and rescue"


_ROLES = {
    Level.LAD: Role.COUNCIL,
    Level.COUNTY: Role.COUNTY,
    Level.CAUTH: Role.COMBINED,
    Level.ICB: Role.CARE_BOARD,
    Level.HEALTH_BOARD: Role.HEALTH_BOARD,
    Level.POLICE: Role.POLICE,
    Level.FIRE: Role.FIRE,
}


@dataclass(frozen=True, slots=True)
class Body:
    """A public body that employs people over a place.

    Attributes:
        area: The area it is over.
        role: What it is.
        share: Share of the place's people who live in its area, 0 to 1.
    """

    area: Area
    role: Role
    share: float


def bodies(atlas: Atlas, area: Area) -> tuple[Body, ...]:
    """The public bodies over a place, by role, then most of the place's people first.

    Of a nation or region, which hold hundreds, none is listed.

    Example:
        >>> atlas = Atlas.open()
        >>> [(body.area.name, body.role.value) for body in bodies(atlas, atlas.area("Glasgow City"))]
        [('Glasgow City', 'council'), ('NHS Greater Glasgow and Clyde', 'health board or trust'), ('Police Scotland', 'police')]
    """
    if area.level in _LARGEST:
        return ()
    found: dict[str, Body] = {}
    if area.level in _ROLES and _employs(area):
        found[area.code] = Body(area, _ROLES[area.level], 1.0)
    for level, role in _ROLES.items():
        for one in atlas.overlaps(area, level):
            if _employs(one.area) and (one.share_here >= _CRUMB or one.share_there >= 0.5):
                found.setdefault(one.area.code, Body(one.area, role, one.share_here))
    order = list(Role)
    return tuple(sorted(found.values(), key=lambda one: (order.index(one.role), -one.share, one.area.name)))


def _employs(area: Area) -> bool:
    # Metropolitan counties are names on the map: their councils ended in 1986.
    return area.level is not Level.COUNTY or area.code.startswith(_COUNTY_COUNCIL)
