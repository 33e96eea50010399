"""The kinds of body that may stand over a place, in the order they are listed."""

from enum import StrEnum

from levelling.core.area import Area, Level


class BodyKind(StrEnum):
    """What a body is."""

    COUNCIL = "council"
    DISTRICT = "district council"
    COUNTY = "county council"
    COMBINED = "combined authority"
    COMBINED_COUNTY = "combined county authority"
    GLA = "Greater London Authority"
    CITY_REGION = "city region"
    LEP = "local enterprise partnership"
    LSIP = "local skills improvement plan area"
    EMPLOYABILITY = "local employability partnership"
    ICB = "integrated care board"
    ICP = "integrated care partnership"
    STP = "STP or integrated care system"
    CCG = "clinical commissioning group"
    HEALTH_BOARD = "health board"
    TRUST = "health and social care trust"
    HWB = "health and wellbeing board"
    POLICE = "police force area"
    FIRE = "fire and rescue authority"
    TTWA = "travel-to-work area"

    @property
    def plural(self) -> str:
        """Several of them: 'local enterprise partnerships'."""
        return _PLURALS.get(self, f"{self.value[:-1]}ies" if self.value.endswith("y") else f"{self.value}s")


_PLURALS = {BodyKind.STP: "STPs or integrated care systems", BodyKind.GLA: "Greater London Authorities"}

FOLLOWING = frozenset({BodyKind.HWB, BodyKind.ICP, BodyKind.EMPLOYABILITY})
"""Boards that are drawn on another body's ground by rule: listed, but not counted again when it is asked how bodies fit."""

PLANS = BodyKind.LSIP
"""Areas of plans for skills, led by employers. We hold their boundaries of 2023 alone, so they are listed and not counted."""

ECONOMY = BodyKind.TTWA
"""The economy's own ground. Nobody decides for it, so it is shown beside the bodies and not counted among them."""

DISTRICT_CODES = "E07"
"""How the code of a district in two-tier England begins."""


def kind_of(area: Area) -> BodyKind | None:
    """What kind of body an area of the atlas is, by its level and code; `None` where it is only a unit of statistics.

    Example:
        >>> kind_of(Area("E07000037", "High Peak", Level.LAD, "E")).value
        'district council'
    """
    match area.level:
        case Level.LAD:
            return BodyKind.DISTRICT if area.code.startswith(DISTRICT_CODES) else BodyKind.COUNCIL
        case Level.COUNTY:
            # The metropolitan counties have had no council since 1986.
            return BodyKind.COUNTY if area.code.startswith("E10") else None
        case Level.CITY_REGION:
            # Inner and outer London are units of statistics.
            return None if area.code.startswith("E13") else BodyKind.CITY_REGION
        case Level.HEALTH_BOARD:
            return BodyKind.TRUST if area.nation == "N" else BodyKind.HEALTH_BOARD
        case _:
            return _BY_LEVEL.get(area.level)


_BY_LEVEL = {
    Level.CAUTH: BodyKind.COMBINED,
    Level.LEP: BodyKind.LEP,
    Level.LSIP: BodyKind.LSIP,
    Level.ICB: BodyKind.ICB,
    Level.STP: BodyKind.STP,
    Level.CCG: BodyKind.CCG,
    Level.POLICE: BodyKind.POLICE,
    Level.FIRE: BodyKind.FIRE,
    Level.TTWA: BodyKind.TTWA,
}
