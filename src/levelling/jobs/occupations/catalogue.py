"""Every occupation and skill, by key."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill or a piece of knowledge as ESCO names it.

    Attributes:
        key: The last part of ESCO's address (or a stable short key where the release gives none).
        label: ESCO's preferred label.
        group: The skill group it belongs to, in ESCO's words.
        rarity: How telling the skill is: the natural logarithm of all occupations over those that ask for it. Fixed by ESCO,
            so that it does not change with what vacancies are at hand.
    """

    key: str
    label: str
    group: str
    rarity: float


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation as ESCO names it.

    Attributes:
        key: The last part of ESCO's address.
        label: ESCO's preferred label.
        isco: The ISCO-08 unit group, four digits.
        essential: Keys of the skills it cannot do without.
        optional: Keys of the skills that help.
        soc: SOC 2020 unit groups it may lie in, most likely first; empty where none was found.
        onet: The O*NET occupation Nesta joined it to; empty where none.
        zone: O*NET's job zone, 1 (little preparation) to 5 (long preparation); `None` where not joined.
        risk: Suitability of its tasks for machine learning, 1 to 5 (Nesta); `None` where not scored.
        resists: Share of its tasks that resist it, 0 to 1; `None` where not scored.
        risk_class: 'High risk', 'Low risk' or 'Other' as Nesta has it; empty where not scored.
        activities: O*NET detailed work activities, as keys; empty where not joined.
    """

    key: str
    label: str
    isco: str
    essential: frozenset[str]
    optional: frozenset[str]
    soc: tuple[str, ...]
    onet: str
    zone: int | None
    risk: float | None
    resists: float | None
    risk_class: str
    activities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every occupation and skill.

    Attributes:
        occupations: By key.
        skills: By key.
    """

    occupations: Mapping[str, Occupation]
    skills: Mapping[str, Skill]
