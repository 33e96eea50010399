"""Local demand with vacancies and people of a user's own, from files or as they are."""

from datetime import date
from pathlib import Path

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.jobs.caseload import Caseload, People, Vacancies, gather
from levelling.jobs.demand.demand import demand
from levelling.jobs.demand.result import Demand
from levelling.jobs.matching import settings


def demand_of(
    atlas: Atlas,
    area: Area,
    vacancies: Vacancies | None,
    people: People | None,
    day: date,
    postcodes: Path | None = None,
) -> tuple[Demand, Caseload]:
    """What employers of a place ask for against what its people offer, with vacancies and people of one's own.

    Args:
        atlas: The figures.
        area: The place.
        vacancies: Files, or vacancies.
        people: Files, or people; `None` for vacancies alone.
        day: Vacancies that close before it are left out.
        postcodes: A user's own table of postcodes.

    Returns:
        What was found, and what was read.

    Raises:
        UserError: A file cannot be read at all, or there are no vacancies to hold people against.

    Example:
        >>> from levelling.jobs.vacancy import Vacancy
        >>> atlas = Atlas.open()
        >>> here = atlas.area("Hartlepool")
        >>> found, _ = demand_of(atlas, here, [Vacancy("v1", "Cook", remote=True)], None, date(2026, 11, 28))
        >>> found.given.remote
        1
    """
    if vacancies is None:
        raise UserError("People are given, and no vacancies to hold them against.", "Name a file of vacancies too.")
    read = gather(atlas, people, vacancies, settings(day), postcodes)
    given = None if people is None else read.people.good
    return demand(atlas, area, vacancies=read.vacancies.good, people=given, on=day, catalogue=read.catalogue), read
