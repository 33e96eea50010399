"""What a pathway is: an occupation that somebody could go on to, and what stands for and against it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from levelling.core.area import Area
from levelling.jobs.occupations.catalogue import Occupation
from levelling.jobs.pathways.rules import Rules

CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near an occupation is, each out of 100, rounded down.

    Attributes:
        total: The mean of the parts that are known, by the weights of the rules.
        essential: Of what it cannot do without, how much today's essential skills cover; `None` where it lists nothing.
        every: The same, with all that is used today.
        activities: Of its work activities, how many are done today; `None` where either is not joined to O*NET.
    """

    total: int
    essential: int | None
    every: int | None
    activities: int | None


@dataclass(frozen=True, slots=True)
class Gain:
    """A skill that would have to be learnt.

    Attributes:
        key: The skill.
        label: Its name.
        kindred: The skill of today that it is kin to; empty where there is none.
    """

    key: str
    label: str
    kindred: str = ""


@dataclass(frozen=True, slots=True)
class Median:
    """What a group of occupations pays in the United Kingdom.

    Attributes:
        title: The group: a unit group of SOC 2020, or the narrowest wider one whose pay is published.
        pounds: Median gross pay for an hour of all employees, pounds.
        period: When, as ISO 8601.
    """

    title: str
    pounds: float
    period: str


@dataclass(frozen=True, slots=True)
class Pay:
    """What an occupation pays: the medians of the groups it is or may be part of.

    Attributes:
        medians: Each group's, the likeliest first; one only where it is sure which group it is.
    """

    medians: tuple[Median, ...]

    @property
    def least(self) -> float:
        """The lowest of the medians, pounds an hour."""
        return min(one.pounds for one in self.medians)

    @property
    def most(self) -> float:
        """The highest of the medians, pounds an hour."""
        return max(one.pounds for one in self.medians)

    @property
    def period(self) -> str:
        """When, as ISO 8601."""
        return self.medians[0].period


@dataclass(frozen=True, slots=True)
class Presence:
    """How many people of a place work in the group of occupations that one is part of, and how much of it is advertised there.

    Attributes:
        group: The sub-major group of SOC 2020 (or 2010), in words.
        people: How many who live there work in it, wherever they work; `None` where withheld or not published.
        lower: Lower end of the publisher's 95% interval; `None` where none is published.
        upper: Upper end.
        period: When, in words.
        classification: `SOC 2020` or `SOC 2010`.
        adverts: Online adverts for work in the group in the place; `None` where withheld or not published.
        adverts_period: When, in words; empty where there are none.
    """

    group: str
    people: float | None
    lower: float | None
    upper: float | None
    period: str
    classification: str
    adverts: float | None = None
    adverts_period: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """An apprenticeship standard that teaches an occupation, as far as names can tell.

    Attributes:
        name: The standard.
        level: Its level in words, such as `Advanced (level 3)`.
        starts: How many began it in England in the period; `None` where not known.
        period: When.
        words: The words it shares with a name of the occupation.
    """

    name: str
    level: str
    starts: int | None
    period: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Destination:
    """An occupation that somebody could go on to.

    Attributes:
        occupation: What it is.
        likeness: How near it is.
        close: Whether it is near enough to be called close.
        shared: Skills it cannot do without that are used today, most telling first.
        gains: Skills it cannot do without that are not, most telling first.
        zone_step: How many job zones up (down where negative) the preparation is; `None` where either is not known.
        level_step: How many ISCO skill levels up it is: what is judged by where the zone is not known; `None` likewise.
        pay: What it pays; `None` where it cannot be told.
        pay_share: Its pay, per cent of today's: from the lowest it may be to the highest; `None` where either cannot be told.
        desirable: Whether it pays enough by the rules; `None` where it cannot be told.
        safe: Whether it is not at high risk of automation; `None` where it is not scored.
        safer: Whether its risk is lower than today's, with more tasks that resist it, and not high; `None` likewise.
        presence: How many people of the place work in its group; `None` where no place was named or nothing is published.
        routes: Apprenticeship standards that teach it.
        also: Other occupations of its ISCO unit group that stand the same tests, nearest first.
    """

    occupation: Occupation
    likeness: Likeness
    close: bool
    shared: tuple[str, ...]
    gains: tuple[Gain, ...]
    zone_step: int | None
    level_step: int | None
    pay: Pay | None
    pay_share: tuple[int, int] | None
    desirable: bool | None
    safe: bool | None
    safer: bool | None
    presence: Presence | None = None
    routes: tuple[Route, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many occupations stand each test, all of them counted.

    Attributes:
        near: Near enough by likeness.
        viable: Of these, with no longer preparation than the rules allow.
        desirable: Of the viable, that pay enough.
        pay_unknown: Of the viable, whose pay cannot be told.
        safe: Of the desirable, not at high risk.
        safer: Of these, with less risk than today.
        risk_unknown: Of the viable, whose risk is not scored.
    """

    near: int
    viable: int
    desirable: int
    pay_unknown: int
    safe: int
    safer: int
    risk_unknown: int


@dataclass(frozen=True, slots=True)
class Pathways:
    """Where one occupation leads.

    Attributes:
        origin: Where from.
        area: The place; `None` where none was named.
        pay: What the origin pays; `None` where it cannot be told.
        destinations: The nearest first.
        counts: How many occupations stand each test.
        rules: What was asked of them.
    """

    origin: Occupation
    area: Area | None
    pay: Pay | None
    destinations: tuple[Destination, ...]
    counts: Counts
    rules: Rules

    def records(self) -> list[dict[str, Any]]:
        """One record a destination, for tables and JSON."""
        return [_record(self, place, one) for place, one in enumerate(self.destinations, 1)]


def _record(paths: Pathways, place: int, one: Destination) -> dict[str, Any]:
    return {
        "rank": place,
        "occupation": one.occupation.label,
        "key": one.occupation.key,
        "isco": one.occupation.isco,
        "likeness": one.likeness.total,
        "likeness_essential": one.likeness.essential,
        "likeness_every": one.likeness.every,
        "likeness_activities": one.likeness.activities,
        "close": one.close,
        "shared": list(one.shared),
        "gains": [gain.label for gain in one.gains],
        "kindred": {gain.label: gain.kindred for gain in one.gains if gain.kindred},
        "regulated": one.occupation.regulated,
        "zone_step": one.zone_step,
        "level_step": one.level_step,
        "pay_now": paths.pay.least if paths.pay else None,
        "pay_now_most": paths.pay.most if paths.pay else None,
        "pay_there": one.pay.least if one.pay else None,
        "pay_there_most": one.pay.most if one.pay else None,
        "pay_period": one.pay.period if one.pay else "",
        "pay_groups": [median.title for median in one.pay.medians] if one.pay else [],
        "pay_percent_of_today": one.pay_share[0] if one.pay_share else None,
        "pay_percent_of_today_most": one.pay_share[1] if one.pay_share else None,
        "pays_enough": told(one.desirable),
        "risk_now": paths.origin.risk_class,
        "risk_there": one.occupation.risk_class or CANNOT_TELL,
        "safer": told(one.safer),
        **_presence(one.presence),
        "routes": [{"name": route.name, "level": route.level, "starts": route.starts} for route in one.routes],
        "also": list(one.also),
    }


def _presence(found: Presence | None) -> Mapping[str, Any]:
    return {
        "local_group": found.group if found else "",
        "local_people": found.people if found else None,
        "local_lower": found.lower if found else None,
        "local_upper": found.upper if found else None,
        "local_period": found.period if found else "",
        "local_adverts": found.adverts if found else None,
        "local_adverts_period": found.adverts_period if found else "",
    }


def told(answer: bool | None) -> str:
    """Yes, no or cannot tell.

    Example:
        >>> told(None)
        'cannot tell'
    """
    return CANNOT_TELL if answer is None else "yes" if answer else "no"
