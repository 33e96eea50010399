"""Matches with their reasons, as the command line and the Python interface give them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from levelling.core.errors import UserError
from levelling.core.ids import near_ids
from levelling.jobs import matching
from levelling.jobs.caseload import Caseload
from levelling.jobs.explaining.explain import Explained, explain
from levelling.jobs.matching import Matched, NearMiss
from levelling.jobs.reading.result import shown
from levelling.jobs.whose import Best

_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Matches:
    """A caseload matched.

    Attributes:
        caseload: What was read, with what could not be used.
        found: The best few for each.
        best: Whose best few.
    """

    caseload: Caseload
    found: Matched
    best: Best

    def explained(self, key: str) -> list[Explained]:
        """The best few of one person (or vacancy), each with its reasons, the best first."""
        found, catalogue = self.found, self.caseload.catalogue
        return [
            explain(found.people[pair.person], found.vacancies[pair.vacancy], catalogue, found.by) for pair in found.pairs[key]
        ]

    def records(self) -> list[dict[str, Any]]:
        """Every match with its reasons, the best of each first."""
        records = [one.record(rank) for key in self.found.pairs for rank, one in enumerate(self.explained(key), 1)]
        if self.best is Best.PEOPLE:
            records = [{"vacancy": record["vacancy"], "person": record["person"], **record} for record in records]
        return records


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why vacancies fit one person, or why one vacancy does not.

    Attributes:
        items: One for each vacancy, the best first.
        ranked: Whether they are the person's best; otherwise it is one vacancy that was named.
        near: What one limit alone keeps from their best; empty where one vacancy was named.
    """

    items: tuple[Explained, ...]
    ranked: bool
    near: tuple[NearMiss, ...] = ()

    def records(self) -> list[dict[str, Any]]:
        """One record a vacancy."""
        return [one.record(rank if self.ranked else None) for rank, one in enumerate(self.items, 1)]


def matches(read: Caseload, best: Best = Best.VACANCIES) -> Matches:
    """Match a caseload.

    Args:
        read: People and vacancies.
        best: Whose best few are found.
    """
    find = matching.match if best is Best.VACANCIES else matching.best_people
    return Matches(read, find(read.people.good, read.vacancies.good, read.catalogue, read.by), best)


def reasons(read: Caseload, person: str, vacancy: str = "") -> Reasons:
    """Why vacancies fit one person.

    Args:
        read: People and vacancies.
        person: The person's key.
        vacancy: The key of one vacancy, matched or not; the person's best where empty.

    Raises:
        UserError: Nobody or nothing has the key; near ones are offered.
    """
    who = _one({one.id: one for one in read.people.good}, person, "person", "people")
    if vacancy:
        which = _one({one.id: one for one in read.vacancies.good}, vacancy, "vacancy", "vacancies")
        return Reasons((explain(who, which, read.catalogue, read.by),), ranked=False)
    found = matching.match([who], read.vacancies.good, read.catalogue, read.by)
    told = (explain(who, found.vacancies[pair.vacancy], read.catalogue, read.by) for pair in found.pairs[who.id])
    near = matching.near_misses(who, read.vacancies.good, read.catalogue, read.by, read.by.k)
    return Reasons(tuple(told), ranked=True, near=near)


def _one(found: Mapping[str, _Kind], key: str, what: str, many: str) -> _Kind:
    if key in found:
        return found[key]
    near = near_ids(key[:200], found)
    raise UserError(
        f"No {what} has the key '{shown(key)}' in these files.",
        f"Did you mean {', '.join(near)}?" if near else f"See the {many} file.",
    )
