"""What `match`, `explain` and `share` begin with: people and vacancies from files a user names, and what became of their rows.

What a file says of a person stays in memory: nothing here writes it anywhere.
"""

import sys
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import day_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from levelling.jobs.matching import Settings
    from levelling.jobs.occupations import Catalogue, Found, Titles
    from levelling.jobs.person import Person
    from levelling.jobs.reading import Read
    from levelling.jobs.vacancy import Vacancy

SHOWN = 10
"""Faults that are told one by one; the rest are counted, and `--faults` writes all of them."""

PeopleFiles = Annotated[list[Path], typer.Option("--people", help="A file of people: CSV, JSON or JSON lines. May be repeated.")]
VacancyFiles = Annotated[
    list[Path], typer.Option("--vacancies", help="A file of vacancies: CSV, JSON or JSON lines, packed or not. May be repeated.")
]
Postcodes = Annotated[
    Path | None, typer.Option("--postcodes", help="Your own table of postcodes with latitude and longitude, such as ONS's.")
]
FitFile = Annotated[Path | None, typer.Option("--fit", help="Weights of your own, in the shape of facts/jobs/fit.toml.")]
TravelFile = Annotated[
    Path | None, typer.Option("--travel", help="Travel times of your own, in the shape of facts/jobs/travel.toml.")
]
Faults = Annotated[Path | None, typer.Option("--faults", help="Write every fault of the files to this CSV.")]


class Unknown(StrEnum):
    """What is done about a vacancy that does not say what a limit hangs on."""

    KEEP = "keep"
    DROP = "drop"


UnknownOption = Annotated[
    Unknown,
    typer.Option("--unknown", help="Keep vacancies that do not say what a limit hangs on, and say what to ask; or drop them."),
]


@dataclass(frozen=True, slots=True)
class Caseload:
    """What was read.

    Attributes:
        people: Those of the files.
        vacancies: Those of the files.
        catalogue: Occupations and skills.
        by: What a matching goes by.
    """

    people: "Read[Person]"
    vacancies: "Read[Vacancy]"
    catalogue: "Catalogue"
    by: "Settings"

    def sentences(self) -> list[str]:
        """What was read, to be read aloud."""
        return [
            f"People: {self.people.sentence('person', 'people')}",
            f"Vacancies: {self.vacancies.sentence('vacancy', 'vacancies')}",
        ]


def read_caseload(
    people: list[Path],
    vacancies: list[Path],
    as_of: str,
    k: int,
    unknown: Unknown,
    postcodes: Path | None,
    fit: Path | None,
    travel: Path | None,
    faults: Path | None,
) -> Caseload:
    """Read people and vacancies, and tell on standard error what could not be used.

    Raises:
        UserError: A file cannot be read at all, or a setting cannot be.
    """
    from levelling.atlas import Atlas
    from levelling.jobs.matching import settings
    from levelling.jobs.occupations import load
    from levelling.jobs.reading import Known, Places, read_people, read_vacancies

    day = day_of(as_of).end
    by = settings(day, k=k, unknown=unknown.value, fit=fit, way=travel)
    atlas = Atlas.open()
    catalogue = load(atlas)
    known = Known(Places(atlas), catalogue, _WhenAsked(catalogue), day=day, postcodes=postcodes)
    read = Caseload(read_people(people, known), read_vacancies(vacancies, known), catalogue, by)
    _tell(read, faults)
    return read


class _WhenAsked:
    """Finds occupations by titles; its index takes a second or two, and is made only for titles that no name of ESCO's meets."""

    def __init__(self, catalogue: "Catalogue") -> None:
        self._catalogue = catalogue

    def find_all(self, titles: "Sequence[str]", n: int = 1) -> "Sequence[Sequence[Found]]":
        if not titles:
            return []
        return self._titles.find_all(list(titles), n)

    @cached_property
    def _titles(self) -> "Titles":
        from levelling.jobs.occupations import Titles

        return Titles.of(self._catalogue)


def _tell(read: Caseload, out: Path | None) -> None:
    for sentence in read.sentences():
        print(sentence, file=sys.stderr)
    found = [*read.people.refused, *read.vacancies.refused, *read.people.noted, *read.vacancies.noted]
    if out is not None:
        from levelling.cli.output import csv_text, write

        write(out, csv_text([_fault(one) for one in found]))
        print(f"Wrote {len(found):,} faults to {out.resolve()}", file=sys.stderr)
        return
    for one in found[:SHOWN]:
        print(f"  {one}", file=sys.stderr)
    if len(found) > SHOWN:
        print(f"  and {len(found) - SHOWN:,} more: --faults FILE writes them all.", file=sys.stderr)


def _fault(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("file", "row", "field", "reason", "advice", "value")}
