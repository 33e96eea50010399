"""A caseload made ready: people and vacancies from files or as they are, what became of their rows, and what a matching goes by.

What files say of people stays in memory: nothing here writes it anywhere.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeAlias, TypeVar

from levelling.atlas import Atlas
from levelling.jobs.matching import Settings
from levelling.jobs.occupations import Catalogue, Found, Titles, load
from levelling.jobs.person import Person
from levelling.jobs.reading import Known, Places, Read, read_people, read_vacancies
from levelling.jobs.reading.result import Fault
from levelling.jobs.vacancy import Vacancy

_Kind = TypeVar("_Kind", Person, Vacancy)
People: TypeAlias = str | Path | Iterable[str | Path | Person]
"""People as they may be given: a file, or several files, or people themselves."""
Vacancies: TypeAlias = str | Path | Iterable[str | Path | Vacancy]
"""Vacancies, the same."""


@dataclass(frozen=True, slots=True)
class Caseload:
    """What was read.

    Attributes:
        people: Those of the files, and those given as they are.
        vacancies: The same.
        catalogue: Occupations and skills.
        by: What a matching goes by.
        people_given: Whether people were asked to be read at all.
    """

    people: Read[Person]
    vacancies: Read[Vacancy]
    catalogue: Catalogue
    by: Settings
    people_given: bool = True

    def sentences(self) -> list[str]:
        """What was read, to be read aloud."""
        people = [f"People: {self.people.sentence('person', 'people')}"] if self.people_given else []
        return [*people, f"Vacancies: {self.vacancies.sentence('vacancy', 'vacancies')}"]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What could not be used, or was used by an assumption: rows that were refused first."""
        return (*self.people.refused, *self.vacancies.refused, *self.people.noted, *self.vacancies.noted)


def gather(atlas: Atlas, people: People | None, vacancies: Vacancies, by: Settings, postcodes: Path | None = None) -> Caseload:
    """People and vacancies from files, or as they are.

    Args:
        atlas: The figures.
        people: Files, or people; `None` where vacancies are read alone.
        vacancies: Files, or vacancies.
        by: What the matching goes by; wages in files are read by its day.
        postcodes: A user's own table of postcodes.

    Raises:
        UserError: A file cannot be read at all.

    Example:
        >>> from datetime import date
        >>> from levelling.jobs.matching import settings
        >>> found = gather(Atlas.open(), [Person("ann")], [Vacancy("v1", "Cook")], settings(date(2026, 11, 28)))
        >>> found.sentences()
        ['People: 1 row read: 1 person.', 'Vacancies: 1 row read: 1 vacancy.']
    """
    catalogue = load(atlas)
    known = knowing(atlas, catalogue, by.day, postcodes)
    read = people_of(() if people is None else people, known)
    return Caseload(read, vacancies_of(vacancies, known), catalogue, by, people is not None)


def knowing(atlas: Atlas, catalogue: Catalogue, day: date, postcodes: Path | None = None) -> Known:
    """What reading needs to know, with the index of titles made only where a title is met that is no name of ESCO's."""
    return Known(Places(atlas), catalogue, _WhenAsked(catalogue), day=day, postcodes=postcodes)


def people_of(given: People, known: Known) -> Read[Person]:
    """People from files, then those given as they are."""
    files, own = _parted(given, Person)
    read: Read[Person] = read_people(files, known) if files else Read(())
    return replace(read, good=(*read.good, *own), rows=read.rows + len(own))


def vacancies_of(given: Vacancies, known: Known) -> Read[Vacancy]:
    """Vacancies from files, then those given as they are."""
    files, own = _parted(given, Vacancy)
    read: Read[Vacancy] = read_vacancies(files, known) if files else Read(())
    return replace(read, good=(*read.good, *own), rows=read.rows + len(own))


def _parted(given: str | Path | Iterable[str | Path | _Kind], kind: type[_Kind]) -> tuple[list[Path], list[_Kind]]:
    several = [given] if isinstance(given, str | Path) else list(given)
    return [Path(one) for one in several if isinstance(one, str | Path)], [one for one in several if isinstance(one, kind)]


class _WhenAsked:
    """Finds occupations by titles; its index takes a second or two, and is made only for titles that no name of ESCO's meets."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find_all(self, titles: Sequence[str], n: int = 1) -> Sequence[Sequence[Found]]:
        if not titles:
            return []
        return self._titles.find_all(list(titles), n)

    @cached_property
    def _titles(self) -> Titles:
        return Titles.of(self._catalogue)
