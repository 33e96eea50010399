"""What followed the fall in work after 2008, region by region: how long it lasted, and where people went.

It stands for how far a place may make up for lost work. Regions lost work alike and got it back in their own time; none got it
back at once. A region's yearly rates have survey error of their own, which widens the spread between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.challenge.future.scenario import LONGEST
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData

EMPLOYMENT_RATE = "employment-rate"
INACTIVITY_RATE = "economic-inactivity-rate"
BEFORE = 2008
_ENGLAND = "E92000001"


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What followed in one region or nation.

    Attributes:
        area: Where.
        remaining: How much of the first year's fall was still there in each year from 2009 on, 0 to 1.
        unemployed: How much of the fall came out as people looking for work in 2009, 0 to 1; the rest left the labour force.
    """

    area: Area
    remaining: tuple[float, ...]
    unemployed: float


def after_2008(atlas: Figures) -> tuple[Aftermath, ...]:
    """The aftermath in every region of England, and in Wales and Scotland.

    `remaining(k) = (rate in 2008 - rate in 2008+k) / (rate in 2008 - rate in 2009)`, held between 0 and 1: never more than was
    lost at first.

    Raises:
        NotEnoughData: The rates are not held.
    """
    years = [str(year) for year in range(BEFORE, BEFORE + LONGEST + 1)]
    wanted = [(EMPLOYMENT_RATE, "", year) for year in years] + [(INACTIVITY_RATE, "", year) for year in years[:2]]
    atlas.store.load_columns(wanted)
    columns = [atlas.store.column(*key) for key in wanted]
    nations = [area for area in atlas.gazetteer.all(Level.NATION) if area.code != _ENGLAND]
    found = []
    for area in (*atlas.gazetteer.all(Level.REGION), *nations):
        figures = [column.get(area.code) for column in columns]
        values = [item.value for item in figures if item is not None and item.value is not None]
        if len(values) == len(wanted) and values[0] > values[1]:
            found.append(_of(area, values[: len(years)], values[len(years) :]))
    if not found:
        raise NotEnoughData("The employment rates of the regions after 2008 are not held, so no recovery can be drawn from them.")
    return tuple(sorted(found, key=lambda item: item.area.code))


def _of(area: Area, rates: Sequence[float], inactive: Sequence[float]) -> Aftermath:
    """The aftermath from the employment rates from 2008 on, and the inactivity rates of the first two years.

    Example:
        >>> from levelling.core.area import Area, Level
        >>> _of(Area("E12000001", "North East", Level.REGION, "E"), [70, 68, 69, 71], [25, 26]).remaining
        (1.0, 0.5, 0.0)
    """
    fall = rates[0] - rates[1]
    remaining = tuple(min(1.0, max(0.0, (rates[0] - value) / fall)) for value in rates[1:])
    return Aftermath(area, remaining, min(1.0, max(0.0, 1 - (inactive[1] - inactive[0]) / fall)))


def first_years_back(found: tuple[Aftermath, ...]) -> list[int]:
    """For each region, the first year in which the rate was back where it had been; the horizon's end where it was not.

    Example:
        >>> first_years_back(())
        []
    """
    years = []
    for item in found:
        back = [BEFORE + 1 + at for at, share in enumerate(item.remaining) if share <= 0]
        years.append(back[0] if back else BEFORE + LONGEST)
    return years
