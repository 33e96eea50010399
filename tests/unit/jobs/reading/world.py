"""A small world for reading: real places, made-up occupations, and files written for one test."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from levelling.atlas import Atlas
from levelling.jobs.occupations.catalogue import Catalogue, Occupation, Skill
from levelling.jobs.person import Person
from levelling.jobs.reading import Known, Places, Read, read_people, read_vacancies
from levelling.jobs.vacancy import Vacancy

TODAY = date(2025, 6, 1)


def _occupation(
    key: str, label: str, essential: Sequence[str], optional: Sequence[str] = (), titles: Sequence[str] = ()
) -> Occupation:
    return Occupation(
        key, label, "5120", frozenset(essential), frozenset(optional), (), "", None, None, None, "", frozenset(), tuple(titles)
    )


SKILLS = ("prepare food", "lift heavy weights", "greet guests", "bookkeeping")
CATALOGUE = Catalogue(
    {
        "cook": _occupation("cook", "cook", ["prepare-food"], ["greet-guests"], ["chef de partie"]),
        "porter": _occupation("porter", "porter", ["lift-heavy-weights"]),
    },
    {label.replace(" ", "-"): Skill(label.replace(" ", "-"), label, "g", 1.0) for label in SKILLS},
)


@dataclass(frozen=True, slots=True)
class _Found:
    key: str


class Titles:
    """Finds an occupation whose name stands in the title."""

    def find_all(self, titles: Sequence[str], n: int = 1) -> list[list[_Found]]:
        return [[_Found(key) for key in CATALOGUE.occupations if key in title.lower()][:n] for title in titles]


@cache
def _places() -> Places:
    return Places(Atlas.open())


def known(postcodes: Path | None = None) -> Known:
    return Known(_places(), CATALOGUE, Titles(), TODAY, postcodes)


def vacancies(*paths: Path, postcodes: Path | None = None) -> Read[Vacancy]:
    read = read_vacancies(paths, known(postcodes))
    assert read.rows == len(read.good) + read.merged + read.refused_count
    assert read.merged == sum(len(one.merged) for one in read.good)
    return read


def people(*paths: Path, postcodes: Path | None = None) -> Read[Person]:
    read = read_people(paths, known(postcodes))
    assert read.rows == len(read.good) + read.merged + read.refused_count
    assert all(fault.value == "" for fault in (*read.refused, *read.noted))
    return read


def faults(read: Read[Vacancy] | Read[Person]) -> set[tuple[int, str, str]]:
    return {(one.row, one.field, one.reason) for one in (*read.refused, *read.noted)}
