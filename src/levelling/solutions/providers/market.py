"""The provider market: what is offered, by how many, how scattered, and how fresh the entries are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from levelling.core.area import Area
from levelling.core.need import Need
from levelling.core.period import Period
from levelling.core.service import Problem
from levelling.core.words import listed, number
from levelling.solutions.providers.concentration import equal_providers, in_words
from levelling.solutions.providers.themes import Kind, Theme

MONTHS = 12
"""Months after which an entry that nobody has looked at counts as stale. Our choice: the standard sets no limit."""
EXTENSION = ("eligibility", "waiting_time", "application_process")


@dataclass(frozen=True, slots=True)
class Served:
    """One barrier or group, and who serves it.

    Attributes:
        theme: The barrier or group.
        services: Services on offer for it.
        providers: Providers that offer them; those whose provider is not told are left out.
        index: The Herfindahl-Hirschman index of those services over providers; `None` where there are none.
        largest: The provider with most of them, by name; empty where several have as many.
        largest_share: The share of them that a provider with most has, in percent.
        specialists: Providers that serve this barrier and no other; `None` for a group.
        stale: Services among them whose entry is stale or bears no date.
    """

    theme: Theme
    services: int
    providers: int
    index: float | None
    largest: str
    largest_share: float | None
    specialists: int | None
    stale: int

    @property
    def meaning(self) -> str:
        """How concentrated it is, in words."""
        return in_words(self.index, self.providers) if self.providers or not self.services else "nobody says who offers it"

    def record(self) -> dict[str, Any]:
        """The barrier or group as plain data."""
        return {
            "kind": self.theme.kind.value,
            "id": self.theme.id,
            "name": self.theme.title,
            "services": self.services,
            "providers": self.providers,
            "herfindahl": None if self.index is None else round(self.index),
            "equal_providers": None if self.index is None else round(equal_providers(self.index), 1),
            "meaning": self.meaning,
            "largest": self.largest,
            "largest_share": None if self.largest_share is None else round(self.largest_share, 1),
            "specialists": self.specialists,
            "stale_or_undated": self.stale,
        }


@dataclass(frozen=True, slots=True)
class Offer:
    """One provider, with what it offers.

    Attributes:
        id: What tells it from others in the directory.
        name: Its name.
        services: Its services on offer.
        barriers: The barriers it serves, by short name.
        groups: The groups it serves.
        codes: The local authorities it reaches; empty where it could not be placed.
        newest: When somebody last looked at one of its entries; `None` where there is no date.
        fresh: Whether that is within the limit.
    """

    id: str
    name: str
    services: int
    barriers: tuple[str, ...]
    groups: tuple[str, ...]
    codes: frozenset[str]
    newest: date | None
    fresh: bool

    def record(self) -> dict[str, Any]:
        """The provider as plain data."""
        return {
            "kind": "provider",
            "id": self.id,
            "name": self.name,
            "services": self.services,
            "barriers": list(self.barriers),
            "groups": list(self.groups),
            "serves": ", ".join([*self.barriers, *self.groups]),
            "barriers_served": len(self.barriers),
            "authorities": len(self.codes),
            "newest": self.newest.isoformat() if self.newest else None,
            "fresh": self.fresh,
        }


@dataclass(frozen=True, slots=True)
class PlaceServed:
    """One local authority: what reaches it alone or with a few others, not the whole nation."""

    area: Area
    services: int
    providers: int
    barriers: int

    def record(self) -> dict[str, Any]:
        """The place as plain data."""
        return {
            "kind": "place",
            "id": self.area.code,
            "area": self.area.code,
            "name": self.area.name,
            "services": self.services,
            "providers": self.providers,
            "barriers_served": self.barriers,
        }


@dataclass(frozen=True, slots=True)
class Gap:
    """One need of the place, and what is offered for it.

    Attributes:
        need: The need.
        themes: The barriers and groups that answer it; empty where no kind of service in a directory does.
        services: Services on offer for any of them.
        providers: Providers of these.
        per_10_000: Services for every 10,000 people of the group; `None` where their number is not known.
    """

    need: Need
    themes: tuple[Theme, ...]
    services: int
    providers: int
    per_10_000: float | None

    @property
    def verdict(self) -> str:
        """`gap` where nothing is offered, `one provider`, `served`, or `no such service` where no kind of service answers it."""
        if not self.themes:
            return "no such service"
        if not self.services:
            return "gap"
        return "one provider" if self.providers == 1 else "served"

    def record(self) -> dict[str, Any]:
        """The need and what is offered, as plain data."""
        people = None if self.need.people is None else round(self.need.people)
        return {
            "kind": "need",
            "id": self.need.id,
            "name": self.need.name,
            "answered_by": ", ".join(theme.id for theme in self.themes),
            "people": people,
            "services": self.services if self.themes else None,
            "providers": self.providers if self.themes else None,
            "services_per_10000": None if self.per_10_000 is None else round(self.per_10_000, 1),
            "verdict": self.verdict,
            "need_verdict": self.need.verdict.value,
        }


@dataclass(frozen=True, slots=True)
class Market:
    """What a directory offers, in one place or in all.

    Attributes:
        source: What was read, in words.
        area: The place; `None` for everything in the directory.
        as_of: The day it is judged at.
        months: Months after which an entry counts as stale.
        read: Services read.
        services: Services counted: on offer, and reaching the place.
        closed: Services not on offer, as their publisher says.
        elsewhere: Services that reach other places only.
        unplaced: Services that could not be placed; with a place asked for they are not counted.
        unplaced_postcodes: Those among them that give a postcode.
        nationwide: Services counted that are for a whole nation or more.
        unsigned: Services counted that do not say who offers them.
        unthemed: Services counted for which no barrier and no group was found.
        stale: Services counted whose entry is older than the limit.
        undated: Services counted whose entry bears no date.
        dated_ahead: Services counted whose entry bears a date after the day.
        told: Services counted that say who may use them, how long people wait, and how to ask.
        served: Every barrier and group.
        offers: Every provider, by name.
        places: Every local authority that something reaches, by name.
        gaps: The needs of the place, where they were given.
        problems: What could not be taken as it stood, the first of them.
        problem_count: How many problems there were in all.
        lost: Entries that could not be used at all.
    """

    source: str
    area: Area | None
    as_of: Period
    months: int
    read: int
    services: int
    closed: int
    elsewhere: int
    unplaced: int
    unplaced_postcodes: int
    nationwide: int
    unsigned: int
    unthemed: int
    stale: int
    undated: int
    dated_ahead: int
    told: Mapping[str, int]
    served: tuple[Served, ...]
    offers: tuple[Offer, ...]
    places: tuple[PlaceServed, ...]
    gaps: tuple[Gap, ...]
    problems: tuple[Problem, ...]
    problem_count: int
    lost: int

    def of(self, kind: Kind) -> tuple[Served, ...]:
        """The barriers, or the groups."""
        return tuple(item for item in self.served if item.theme.kind is kind)

    @property
    def by_barriers(self) -> Mapping[str, int]:
        """How many providers serve no barrier, one, two or three, and four or more."""
        counts = Counter(_how_many(len(offer.barriers)) for offer in self.offers)
        return {label: counts[label] for label in ("none", "one", "two or three", "four or more")}

    @property
    def single_share(self) -> float | None:
        """Of the providers that serve any barrier, the percentage that serve a single one; `None` where none serves any."""
        serving = [offer for offer in self.offers if offer.barriers]
        return 100 * sum(len(offer.barriers) == 1 for offer in serving) / len(serving) if serving else None

    def records(self) -> Sequence[dict[str, Any]]:
        """Everything as plain records, each with its `kind`: barrier, group, need, place, provider, problem."""
        return [
            *(item.record() for item in self.served),
            *(item.record() for item in self.gaps),
            *(item.record() for item in self.places),
            *(item.record() for item in self.offers),
            *(problem_record(item) for item in self.problems),
        ]

    @property
    def sentence(self) -> str:
        """What the market is like, to be read aloud."""
        one = self.services == 1
        where = f"{'reaches' if one else 'reach'} {self.area.name}" if self.area else f"{'is' if one else 'are'} on offer"
        said = f"{_counted(self.services, 'service')} of {_counted(len(self.offers), 'provider')} {where}."
        if self.single_share is None:
            return f"{said} None was found to help with a barrier to work."
        serving = sum(bool(offer.barriers) for offer in self.offers)
        several = self.by_barriers["four or more"]
        single = self.by_barriers["one"]
        whose = f"the {_counted(serving, 'provider')} that help{'s' if serving == 1 else ''} with a barrier to work"
        verb = "helps" if single == 1 else "help"
        return f"{said} Of {whose}, {number(single, 0)} {verb} with a single one and {number(several, 0)} with four or more."

    @property
    def nobody(self) -> tuple[Theme, ...]:
        """The barriers that nobody serves."""
        return tuple(item.theme for item in self.of(Kind.BARRIER) if not item.services)


def problem_record(item: Problem) -> dict[str, Any]:
    """A problem as plain data."""
    return {
        "kind": "problem",
        "page": item.page,
        "row": item.row,
        "field": item.field,
        "reason": item.reason,
        "entry_used": item.entry_used,
    }


def gaps_in_words(gaps: Sequence[Gap]) -> str:
    """The needs that nothing is offered for, in a sentence; empty where there are no needs."""
    if not gaps:
        return ""
    missing = [gap.need.name.lower() for gap in gaps if gap.verdict == "gap"]
    if not missing:
        return "Something is offered for every need that services of these kinds can answer."
    return f"Nothing in the directory answers: {listed(missing)}."


def _how_many(barriers: int) -> str:
    return ("none", "one", "two or three", "two or three")[barriers] if barriers < 4 else "four or more"


def _counted(count: int, thing: str) -> str:
    return f"{number(count, 0)} {thing}{'' if count == 1 else 's'}"
