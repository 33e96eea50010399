"""Who could do jobs of a kind: from a caseload, or how many want work in a place, from figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from levelling.atlas import Atlas
from levelling.atlas.centres import Centre
from levelling.core.area import Area
from levelling.jobs.creation.kinds import Kind
from levelling.jobs.pathways.likeness import WHOLE, Index
from levelling.jobs.person import Person, Point
from levelling.jobs.travel import hectometres, travel

_ROUNDED = 0.05
"""Half of the last figure of a rate that is published with one decimal."""


class Count(StrEnum):
    """Which people are counted."""

    CLAIMANTS = "claimants"
    UNEMPLOYED = "unemployed"


@dataclass(frozen=True, slots=True)
class Span:
    """A number and how far it may lie off.

    Attributes:
        low: The least it may be.
        value: The number; `None` where only its ends are known.
        high: The most.
    """

    low: float
    value: float | None
    high: float


@dataclass(frozen=True, slots=True)
class Wanting:
    """People of a place who want work.

    Attributes:
        what: Whom, in words.
        people: How many; `None` where it cannot be told.
        rate: Of every 100 people aged 16 to 64, how many; `None` likewise.
        period: When, in words.
        why_absent: Why it cannot be told; empty where it can.
    """

    what: str
    people: Span | None
    rate: Span | None
    period: str
    why_absent: str = ""


@dataclass(frozen=True, slots=True)
class Caseload:
    """How a caseload stands to jobs of a kind in a place.

    Attributes:
        able: Near enough by what they have done or can do, in reach, and with a pay floor that the job meets.
        perhaps: The same, but it is not known where they live, or what they have done.
        too_far: Near enough, but the middle of the place is further than they can travel.
        too_little: Near enough and in reach, but the job pays less than they can take.
        other: What they have done is too far from it.
    """

    able: int
    perhaps: int
    too_far: int
    too_little: int
    other: int


def wanting(atlas: Atlas, area: Area, count: Count = Count.CLAIMANTS) -> Wanting:
    """People of a place who want work, by the newest figures.

    Claimants are counted from their published rate, which is rounded to one decimal: the ends allow for that and for nothing
    else. The unemployed come from a survey, older, with its 95% interval.

    Example:
        >>> atlas = Atlas.open()
        >>> wanting(atlas, atlas.area("Hartlepool")).rate.value
        4.4
    """
    aged = atlas.estimate("working-age-population", area)
    base = aged.value
    if count is Count.UNEMPLOYED:
        told = atlas.estimate("people-by-economic-activity", area, None, "unemployed")
        if told.value is None:
            return Wanting("unemployed people", None, None, "", told.why_absent)
        people = Span(
            told.value if told.lower is None else told.lower, told.value, told.value if told.upper is None else told.upper
        )
        return Wanting("unemployed people", people, _scaled(people, 100 / base) if base else None, told.period.label)
    claims = atlas.estimate("claimant-count", area)
    if claims.value is None:
        return Wanting("claimants", None, None, "", claims.why_absent)
    rate = Span(max(0.0, claims.value - _ROUNDED), claims.value, claims.value + _ROUNDED)
    if not base:
        return Wanting("claimants", None, rate, claims.period.label, aged.why_absent)
    return Wanting("claimants", _scaled(rate, base / 100), rate, claims.period.label)


def _scaled(span: Span, by: float) -> Span:
    return Span(span.low * by, None if span.value is None else span.value * by, span.high * by)


class Near:
    """Whether people are near enough to a kind of job. Each occupation and each set of skills is looked at once.

    Somebody is where one of the occupations they have done or want is one of the kind's or viable for it, or where the skills
    they name cover as much of it.

    Args:
        index: Likeness of occupations.
        kind: The kind of job.
    """

    def __init__(self, index: Index, kind: Kind) -> None:
        self.index = index
        self.wanted = [index.at[one.key] for one in kind.occupations]
        self._seen: dict[str | frozenset[str], bool] = {}

    def enough(self, person: Person) -> bool | None:
        """`None` where the person names neither an occupation nor a skill that is known."""
        brought: list[str | frozenset[str]] = [key for key in (*person.occupations, *person.wants) if key in self.index.at]
        if skills := frozenset(key for key in person.skills if key in self.index.place):
            brought.append(skills)
        return any(map(self._viable, brought)) if brought else None

    def _viable(self, brought: str | frozenset[str]) -> bool:
        if brought not in self._seen:
            likeness = self.index.of(brought).total if isinstance(brought, str) else self.index.covered(brought)
            floor = self.index.rules.viable * WHOLE // 100
            self._seen[brought] = any(int(likeness[place]) >= floor for place in self.wanted)
        return self._seen[brought]


def caseload(near: Near, people: Sequence[Person], centre: Centre | None, pay: float | None) -> Caseload:
    """How a caseload stands to jobs of a kind in a place.

    Reach is a straight line to the middle of the place; who says nothing of it walks.

    Args:
        near: Who is near enough to the kind.
        people: The caseload.
        centre: The middle of the place; `None` where it is not known.
        pay: Pounds an hour that the job pays; `None` where not said.
    """
    found = {"able": 0, "perhaps": 0, "too_far": 0, "too_little": 0, "other": 0}
    for person in people:
        found[_stands(near, person, centre, pay)] += 1
    return Caseload(**found)


def _stands(near: Near, person: Person, centre: Centre | None, pay: float | None) -> str:
    enough = near.enough(person)
    if enough is False:
        return "other"
    reached = in_reach(person, centre)
    if reached is False:
        return "too_far"
    if person.floor is not None and pay is not None and pay < person.floor:
        return "too_little"
    return "perhaps" if enough is None or reached is None else "able"


def in_reach(person: Person, centre: Centre | None) -> bool | None:
    """Whether the middle of a place is as near as somebody can travel, in a straight line; `None` where it is not known."""
    if person.remote_only:
        return False
    if person.point is None or centre is None:
        return None
    return hectometres(person.point, Point(centre.latitude, centre.longitude)) <= 10 * travel().reach(person)
