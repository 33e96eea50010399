"""Caseloads and vacancies made up by chance after the real margins of an area, for tests, demonstrations and benchmarks.

Nobody in them is real, and each record's key begins with `made-`. What they follow is read from the figures (who is out of work
where, what people have done, qualifications, health, caring, jobs, pay) or, where no figure is held, supposed in
`facts/jobs/made.toml`; `margins` tells which is which.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.jobs.made.basis import WITHIN, World, world
from levelling.jobs.made.told import Margin, Margins
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy

if TYPE_CHECKING:
    from levelling.jobs.matching import Settings
    from levelling.jobs.matching.arrays import People, Rules, Vacancies

__all__ = ["WITHIN", "Made", "Margin", "Margins", "World", "columns", "make", "world"]

MOST = 500_000
"""People or vacancies that are made at once."""
MOST_ROWS = 9_000_000
"""The same as rows of arrays: keys of seven digits stay in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up caseload and the vacancies around it.

    Attributes:
        people: The caseload.
        vacancies: The vacancies.
        margins: What both follow.
    """

    people: list[Person]
    vacancies: list[Vacancy]
    margins: Margins


def make(  # noqa: PLR0913, PLR0917 - what a caseload and its vacancies hang on
    atlas: Atlas,
    catalogue: Catalogue,
    area: Area,
    people: int,
    vacancies: int,
    seed: int,
    within: float = WITHIN,
    day: date | None = None,
) -> Made:
    """A made-up caseload of an area, vacancies in and around it, and what they follow, with the figures read once.

    Args:
        atlas: The figures.
        catalogue: ESCO's occupations and skills.
        area: Where the people live.
        people: How many people.
        vacancies: How many vacancies.
        seed: The same seed gives the same.
        within: Kilometres between the middles of authorities whose vacancies are taken in; 0 for the place alone.
        day: The day whose legal minimum is paid at least; the first day of the newest rate where not given.

    Raises:
        UserError: A number is out of its range, or nothing is known of the area.

    Example:
        >>> from levelling.jobs.occupations.catalogue import load
        >>> atlas = Atlas.open()
        >>> made = make(atlas, load(atlas), atlas.area("Hartlepool"), 3, 2, seed=1)
        >>> [person.id for person in made.people], [vacancy.id for vacancy in made.vacancies]
        (['made-p0000001', 'made-p0000002', 'made-p0000003'], ['made-v0000001', 'made-v0000002'])
    """
    from levelling.jobs.made.adverts import draw_vacancies, made_vacancies
    from levelling.jobs.made.caseload import draw_people, made_people
    from levelling.jobs.made.skills import skills_of
    from levelling.jobs.made.told import margins

    _check(people, vacancies, seed)
    known = world(atlas, catalogue, area, within=within, day=day)
    skills = skills_of(catalogue, known.work.keys)
    names = {code: atlas.gazetteer.get(code).name for code in known.jobs.authorities}
    return Made(
        made_people(known, draw_people(known, people, seed), skills, seed),
        made_vacancies(known, draw_vacancies(known, vacancies, seed), skills, seed, names),
        margins(atlas, known),
    )


def columns(  # noqa: PLR0913, PLR0917 - what a caseload and its vacancies hang on
    atlas: Atlas,
    catalogue: Catalogue,
    area: Area,
    people: int,
    vacancies: int,
    seed: int,
    by: "Settings",
    within: float = WITHIN,
) -> "tuple[People, Vacancies, Rules]":
    """The same people and vacancies as `make` gives, as the arrays that matching reads: quick, for a whole country.

    Args:
        atlas: The figures.
        catalogue: ESCO's occupations and skills.
        area: Where the people live.
        people: How many people.
        vacancies: How many vacancies.
        seed: The same seed gives the same.
        by: What the matching goes by; its day is that of wage floors.
        within: As for `make`.

    Returns:
        People, vacancies, and what fit is worked out with, as `jobs.matching.engine` takes them. Row 0 is `made-p0000001` or
        `made-v0000001`, and so on.

    Raises:
        UserError: A number is out of its range, or nothing is known of the area.

    Example:
        >>> from datetime import date
        >>> from levelling.jobs.matching import settings
        >>> from levelling.jobs.occupations.catalogue import load
        >>> atlas = Atlas.open()
        >>> by = settings(date(2026, 11, 28))
        >>> people, vacancies, rules = columns(atlas, load(atlas), atlas.area("Hartlepool"), 5, 4, 1, by)
        >>> len(people.level), len(vacancies.kind)
        (5, 4)
    """
    from levelling.jobs.made.at_scale import people_columns, vacancy_columns
    from levelling.jobs.matching.columns import Columns

    _check(people, vacancies, seed, MOST_ROWS)
    known = world(atlas, catalogue, area, within=within, day=by.day)
    numbered = Columns(catalogue, by)
    return (
        people_columns(known, numbered, people, seed),
        vacancy_columns(known, numbered, vacancies, seed),
        numbered.rules(),
    )


def _check(people: int, vacancies: int, seed: int, most: int = MOST) -> None:
    for number, what in ((people, "people"), (vacancies, "vacancies")):
        if not 0 <= number <= most:
            raise UserError(f"{number:,} {what} cannot be made.", f"Give a number from 0 to {most:,}.")
    if seed < 0:
        raise UserError(f"The seed {seed} is below 0.", "Give a whole number from 0 up.")
