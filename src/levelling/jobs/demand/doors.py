"""Entry doors: vacancies at anchors that ask for neither a degree nor a licence, where they are and what they pay.

Whether an advert asks for a degree is read from the qualification it states. Where it states none, the classifications of its
occupation stand in, since they sort work by the schooling it asks for, and the door says so. What is left cannot be told, and is
counted.
"""

import statistics
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from levelling.jobs.demand.rules import Rules, rules
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.vacancy import Contract, Vacancy


class Way(StrEnum):
    """What a vacancy at an anchor asks of those who come."""

    STATED = "states a qualification that is no degree"
    BY_OCCUPATION = "states no qualification, and its kind of work asks for no degree"
    LICENCE = "asks for a licence or registration"
    REGULATED = "is for work that ESCO marks as a regulated profession"
    DEGREE = "asks for higher education"
    CONTRADICTS = "states a qualification that is no degree, but managers and professionals mostly need one"
    DEGREE_BY_OCCUPATION = "states no qualification, and its kind of work mostly asks for higher education"
    UNKNOWN = "states no qualification, and its occupation is not known"


_HIGHEST = frozenset({"1", "2"})
"""Managers and professionals: skill level 4, and 3 for a few."""

DOORS = frozenset({Way.STATED, Way.BY_OCCUPATION})
"""The ways that make a door."""


@dataclass(frozen=True, slots=True)
class Door:
    """One entry door.

    Attributes:
        vacancy: The vacancy.
        kind: The key of the kind of anchor.
        way: How it is known that it asks for no degree.
        occupation: Its occupation in ESCO's words; empty where not known.
    """

    vacancy: Vacancy
    kind: str
    way: Way
    occupation: str

    @property
    def least(self) -> float | None:
        """The lowest pay for an hour that the employer states; `None` where it states none."""
        pay = self.vacancy.pay
        return None if pay is None or pay.modelled else pay.least


@dataclass(frozen=True, slots=True)
class Tally:
    """The doors of one kind of anchor, or of all.

    Attributes:
        kind: The key of the kind; empty for all.
        name: Its name.
        vacancies: Vacancies of its employers, doors or not.
        doors: Of them, how many are doors.
        posts: People wanted through the doors.
        employers: How many employers have a door.
        stated: Doors whose pay is stated.
        lowest: Pounds an hour: the lowest of the lowest pay stated; `None` where none is.
        median: The median of it.
        highest: The highest of it.
        secure: Doors whose contract is permanent or an apprenticeship.
    """

    kind: str
    name: str
    vacancies: int
    doors: int
    posts: int
    employers: int
    stated: int
    lowest: float | None
    median: float | None
    highest: float | None
    secure: int


@dataclass(frozen=True, slots=True)
class Doors:
    """Entry doors among some vacancies.

    Attributes:
        items: The doors, best paid first, those without stated pay last.
        tallies: By kind of anchor, in the order of the rules; then all.
        ways: How many vacancies at anchors there are of each way.
        occupations: What the doors lead to: occupation and doors, most first; those not known left out.
        others: Vacancies of employers that are no anchor by their name.
        nameless: Vacancies that name no employer.
        places: Doors by local authority, most first; empty where places were not given.
        living_wage: The real Living Wage the doors are held against, pounds an hour; `None` where none was given.
        below: Doors with stated pay that begin below it; `None` the same.
    """

    items: tuple[Door, ...]
    tallies: tuple[Tally, ...]
    ways: tuple[tuple[Way, int], ...]
    occupations: tuple[tuple[str, int], ...]
    others: int
    nameless: int
    places: tuple[tuple[str, int], ...] = ()
    living_wage: float | None = None
    below: int | None = None

    @property
    def all(self) -> Tally:
        """All kinds together."""
        return self.tallies[-1]


def doors(
    vacancies: Sequence[Vacancy],
    catalogue: Catalogue,
    using: Rules | None = None,
    *,
    places: Mapping[str, str] | None = None,
    living_wage: float | None = None,
) -> Doors:
    """The entry doors among vacancies.

    Args:
        vacancies: The vacancies, closed ones left out by the caller.
        catalogue: Occupations, for adverts that state no qualification.
        using: What counts as a door; those that come with the package where not given.
        places: The local authority each vacancy lies in, by the vacancy's id.
        living_wage: What the lowest pay is held against, pounds an hour.

    Example:
        >>> porter = Vacancy("1", "Porter", "Leeds Teaching Hospitals NHS Trust", level=0)
        >>> nurse = Vacancy("2", "Nurse", "Leeds Teaching Hospitals NHS Trust", licences=frozenset({"nmc"}))
        >>> found = doors([porter, nurse], Catalogue({}, {}))
        >>> [door.vacancy.title for door in found.items], found.all.vacancies
        (['Porter'], 2)
    """
    using = using or rules()
    anchored: list[Door] = []
    others = nameless = 0
    for vacancy in vacancies:
        anchor = using.anchor(vacancy.employer)
        if anchor is None:
            nameless += not vacancy.employer.strip()
            others += bool(vacancy.employer.strip())
            continue
        known = catalogue.occupations.get(vacancy.occupation)
        anchored.append(Door(vacancy, anchor.key, way_of(vacancy, catalogue, using), known.label if known else ""))
    found = [door for door in anchored if door.way in DOORS]
    found.sort(key=lambda door: (door.least is None, -(door.least or 0.0), door.vacancy.id))
    counted = Counter(door.way for door in anchored)
    kinds = [(anchor.key, anchor.name) for anchor in using.anchors]
    tallies = [_tally(key, name, [one for one in anchored if one.kind == key]) for key, name in kinds]
    return Doors(
        tuple(found),
        (*(tally for tally in tallies if tally.vacancies), _tally("", "All anchors", anchored)),
        tuple((way, counted[way]) for way in Way if counted[way]),
        _most(door.occupation for door in found),
        others,
        nameless,
        _most((places or {}).get(door.vacancy.id, "") for door in found),
        living_wage,
        None if living_wage is None else sum(door.least is not None and door.least < living_wage for door in found),
    )


def way_of(vacancy: Vacancy, catalogue: Catalogue, using: Rules) -> Way:
    """What a vacancy asks of those who come.

    Example:
        >>> way_of(Vacancy("1", "Clerk"), Catalogue({}, {}), rules())
        <Way.UNKNOWN: 'states no qualification, and its occupation is not known'>
    """
    if vacancy.licences:
        return Way.LICENCE
    known = catalogue.occupations.get(vacancy.occupation)
    if known is not None and known.regulated:
        return Way.REGULATED
    if vacancy.level is not None:
        if vacancy.level > using.most_level:
            return Way.DEGREE
        # An advert for a nurse that mentions a GCSE does not thereby ask for no more.
        return Way.CONTRADICTS if known is not None and known.isco[:1] in _HIGHEST else Way.STATED
    if known is None:
        return Way.UNKNOWN
    return Way.BY_OCCUPATION if using.asks_no_degree(known) else Way.DEGREE_BY_OCCUPATION


def _most(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(name for name in names if name).items(), key=lambda item: (-item[1], item[0])))


def _tally(kind: str, name: str, anchored: Sequence[Door]) -> Tally:
    found = [door for door in anchored if door.way in DOORS]
    pay = sorted(door.least for door in found if door.least is not None)
    return Tally(
        kind,
        name,
        len(anchored),
        len(found),
        sum(door.vacancy.headcount for door in found),
        len({door.vacancy.employer.casefold().strip() for door in found}),
        len(pay),
        pay[0] if pay else None,
        statistics.median(pay) if pay else None,
        pay[-1] if pay else None,
        sum(door.vacancy.contract in {Contract.PERMANENT, Contract.APPRENTICESHIP} for door in found),
    )
