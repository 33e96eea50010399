"""What is known around occupations: what they pay, who in a place does them, which apprenticeships teach them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from levelling.jobs.occupations.catalogue import Occupation
from levelling.jobs.pathways.result import Median, Presence


@dataclass(frozen=True, slots=True)
class Standard:
    """An apprenticeship standard.

    Attributes:
        name: What it is called.
        level: Its level in words.
        starts: How many began it in England in the period; `None` where not known.
        period: When.
    """

    name: str
    level: str
    starts: int | None
    period: str


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around occupations. Everything may be empty: then it cannot be told.

    Attributes:
        pay: Median pay by SOC 2020 unit group.
        presence: People of the place by sub-major group of SOC 2020 (the first two digits).
        standards: Apprenticeship standards.
    """

    pay: Mapping[str, Median] = field(default_factory=dict)
    presence: Mapping[str, Presence] = field(default_factory=dict)
    standards: tuple[Standard, ...] = ()

    def pay_of(self, one: Occupation) -> Median | None:
        """What the likeliest of its unit groups pays; `None` where it has none, or that group's pay is not published."""
        return self.pay.get(one.soc[0]) if one.soc else None

    def presence_of(self, one: Occupation) -> Presence | None:
        """People of the place in the sub-major group of the likeliest of its unit groups."""
        return self.presence.get(one.soc[0][:2]) if one.soc else None
