"""Everything made-up people and vacancies are drawn from, read once for an area."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from levelling.atlas import Atlas
from levelling.atlas.wage_floors import legal_floor, legal_floors
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.jobs.made.assumed import Assumptions, assumptions
from levelling.jobs.made.figures import Figures, Read
from levelling.jobs.made.ground import Ground, around, ground
from levelling.jobs.made.work import BY_OCCUPATION, Work, kinds_of_work
from levelling.jobs.occupations.catalogue import Catalogue

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

QUALIFICATIONS = ("none", "level-1", "level-2", "trade-apprenticeship", "level-3", "level-4-or-above", "other")
STATUSES = ("unemployed", "long-term-sick")
CARING = ("20-34", "35-49", "50-plus")
WITHIN = 30.0
"""Kilometres between middles of authorities whose vacancies are taken in, where a caller says nothing else."""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What is drawn from.

    Attributes:
        area: The place.
        catalogue: ESCO's occupations and skills.
        work: Kinds of work.
        supposed: What is supposed.
        day: The day whose legal minimum holds.
        home: Neighbourhoods of the place.
        jobs: Neighbourhoods of the place and the authorities around it.
        claimants: Of 100 people of working age, those who claim for being out of work, by authority.
        filled: Jobs with somebody in them, by authority, around it too.
        occupation: Working residents by occupation, around it too.
        qualification: People by highest qualification.
        status: Unemployed people, and long-term sick people who want work.
        disabled: Of 100 people, those who are disabled.
        carers: Of 100 people, those who care for 20 hours a week or more, by how many.
    """

    area: Area
    catalogue: Catalogue
    work: Work
    supposed: Assumptions
    day: date
    home: Ground
    jobs: Ground
    claimants: dict[str, Read]
    filled: dict[str, Read]
    occupation: dict[str, Read]
    qualification: dict[str, Read]
    status: dict[str, Read]
    disabled: dict[str, Read]
    carers: dict[str, Read]

    def caseload(self) -> "Floats":
        """How much of a caseload comes from each authority of the place: its rate of claimants times its people."""
        import numpy as np

        people = np.add.reduceat(self.home.people, self.home.starts[:-1])
        rates = np.array([self.claimants[code].values[0] for code in self.home.authorities])
        weights: Floats = people * rates
        return weights

    def vacant(self) -> "Floats":
        """How much of the vacancies lies in each authority around: its filled jobs."""
        import numpy as np

        return np.array([self.filled[code].values[0] for code in self.jobs.authorities])


def world(atlas: Atlas, catalogue: Catalogue, area: Area, within: float = WITHIN, day: date | None = None) -> World:
    """Read everything for an area.

    Args:
        atlas: The figures.
        catalogue: ESCO's occupations and skills.
        area: The place: an authority, a region, the country.
        within: Kilometres between the middles of authorities whose vacancies are taken in; 0 for the place alone.
        day: The day whose legal minimum holds; the first day of the newest rate where not given.

    Raises:
        UserError: No neighbourhoods are known to lie in the area, or no legal minimum is known for the day.
    """
    own = atlas.gazetteer.authorities(area)
    both = around(atlas, area, within) if within > 0 else tuple(sorted(own))
    home, jobs = ground(atlas, own), ground(atlas, both)
    if not home.authorities:
        raise UserError(f"No neighbourhoods are known to lie in {area.name}.", "Name a local authority, or an area made of them.")
    figures = Figures(atlas)
    work, supposed = kinds_of_work(atlas, catalogue), assumptions()
    return World(
        area=area,
        catalogue=catalogue,
        work=work,
        supposed=supposed,
        day=_day(day),
        home=home,
        jobs=jobs,
        claimants=figures.read("claimant-count", [""], home.authorities),
        filled=figures.read("filled-jobs", [""], jobs.authorities),
        occupation=figures.read(BY_OCCUPATION, work.categories, jobs.authorities),
        qualification=figures.read("highest-qualification", QUALIFICATIONS, home.authorities),
        status=_looking(figures.read("people-by-economic-activity-census", STATUSES, home.authorities), supposed),
        disabled=figures.read("disabled-people-share", [""], home.authorities),
        carers=figures.read("unpaid-carers-share", CARING, home.authorities),
    )


def _day(day: date | None) -> date:
    found = day or max(rate.start for rate in legal_floors())
    if legal_floor(found) is None:
        raise UserError(f"No legal minimum wage is known for {found}.", "Choose a day from October 2011 to now.")
    return found


def _looking(read: dict[str, Read], supposed: Assumptions) -> dict[str, Read]:
    """Of the long-term sick, those who want work."""
    import numpy as np

    return {code: replace(item, values=item.values * np.array([1.0, supposed.wants_work.share])) for code, item in read.items()}
