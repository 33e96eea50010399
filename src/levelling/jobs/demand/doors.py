"""Entry doors: vacancies at anchors that ask for neither a degree nor a licence, where they are and what they pay.

Whether an advert asks for a degree is read from the qualification it states. Where it states none, the major group of its
occupation stands in (ISCO-08 sorts major groups by the schooling the work asks for), and the door says so. What is left cannot be
told, and is counted.
"""

import statistics
from collections import Counter
from collections.abc import Sequence
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
    DEGREE = "asks for higher education"
    DEGREE_BY_OCCUPATION = "states no qualification, and its kind of work mostly asks for higher education"
    UNKNOWN = "states no qualification, and its occupation is not known"


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
    """

    items: tuple[Door, ...]
    tallies: tuple[Tally, ...]
    ways: tuple[tuple[Way, int], ...]
    occupations: tuple[tuple[str, int], ...]
    others: int
    nameless: int

    @property
    def all(self) -> Tally:
        """All kinds together."""
        return self.tallies[-1]


def doors(vacancies: Sequence[Vacancy], catalogue: Catalogue, using: Rules | None = None) -> Doors:
    """The entry doors among vacancies.

    Args:
        vacancies: The vacancies, closed ones left out by the caller.
        catalogue: Occupations, for adverts that state no qualification.
        using: What counts as a door; those that come with the package where not given.

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
    titles = Counter(door.occupation for door in found if door.occupation)
    kinds = [(anchor.key, anchor.name) for anchor in using.anchors]
    tallies = [_tally(key, name, [one for one in anchored if one.kind == key]) for key, name in kinds]
    return Doors(
        tuple(found),
        (*(tally for tally in tallies if tally.vacancies), _tally("", "All anchors", anchored)),
        tuple((way, counted[way]) for way in Way if counted[way]),
        tuple(sorted(titles.items(), key=lambda item: (-item[1], item[0]))),
        others,
        nameless,
    )


def way_of(vacancy: Vacancy, catalogue: Catalogue, using: Rules) -> Way:
    """What a vacancy asks of those who come.

    Example:
        >>> way_of(Vacancy("1", "Clerk"), Catalogue({}, {}), rules())
        <Way.UNKNOWN: 'states no qualification, and its occupation is not known'>
    """
    if vacancy.licences:
        return Way.LICENCE
    if vacancy.level is not None:
        return Way.STATED if vacancy.level <= using.most_level else Way.DEGREE
    known = catalogue.occupations.get(vacancy.occupation)
    if known is None or not known.isco:
        return Way.UNKNOWN
    return Way.BY_OCCUPATION if known.isco[0] in using.isco_groups else Way.DEGREE_BY_OCCUPATION


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
