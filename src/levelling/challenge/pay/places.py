"""Jobs below the real Living Wage in every area of a level: the source's figure 6."""

import difflib
from dataclasses import dataclass
from typing import Any

from levelling.atlas.reading import Figures
from levelling.core.area import Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator
from levelling.core.period import Period
from levelling.core.words import number

BELOW, NUMBER = "jobs-below-living-wage", "number-of-jobs-below-living-wage"


@dataclass(frozen=True, slots=True)
class LowPaidPlaces:
    """The areas of a level by their share of employee jobs below the real Living Wage, highest first.

    Attributes:
        indicator: The share.
        level: Which kind of area.
        category: A sex or hours; empty for all jobs.
        estimates: The areas that have a share.
        jobs: How many jobs that is, by area code, where published.
        areas: How many areas there are of the level.
    """

    indicator: Indicator
    level: Level
    category: str
    estimates: tuple[Estimate, ...]
    jobs: dict[str, Estimate]
    areas: int

    @property
    def notes(self) -> tuple[str, ...]:
        """What to mind, in sentences."""
        missing = self.areas - len(self.estimates)
        held = (
            f"{number(missing, 0)} of {number(self.areas, 0)} areas have no figure: the publisher holds back what rests on too "
            "few sampled jobs."
        )
        return (
            "Employee jobs are counted where the work is done, not where people live. The self-employed are left out.",
            "No interval is published, so a place a little above another may not be. The only year here is 2022.",
            *((held,) if missing > 0 else ()),
        )

    def records(self) -> list[dict[str, Any]]:
        """One record an area. Areas with the same share have the same rank, counted from the highest share."""
        values = [item.value for item in self.estimates]
        return [
            {
                "area": item.area.code,
                "name": item.area.name,
                "measure": self.indicator.slug,
                "group": self.category or "all",
                "period": item.period.iso,
                "value": item.value,
                "unit": self.indicator.unit,
                "lower": item.lower,
                "upper": item.upper,
                "jobs": round(self.jobs[item.area.code].value or 0) if item.area.code in self.jobs else None,
                "rank": 1 + values.index(item.value),
                "modelled": False,
                "source": item.release.title,
            }
            for item in self.estimates
        ]


def low_paid_places(figures: Figures, level: Level, period: Period | None = None, category: str = "") -> LowPaidPlaces:
    """Every area of a level with a share of jobs below the real Living Wage.

    Args:
        figures: Where the figures are read.
        level: Which kind of area.
        period: When; `None` for the newest.
        category: A sex or hours, as the indicator names them; empty for all jobs.

    Raises:
        UserError: There is no such group.
        NotEnoughData: No area of the level has a share then.

    Example:
        >>> from levelling.atlas import Atlas
        >>> found = low_paid_places(Atlas.open(), Level.REGION)
        >>> (found.estimates[0].area.name, found.estimates[0].value)
        ('Yorkshire and The Humber', 15.8)
    """
    indicator = figures.catalogue.get(BELOW)
    if category and category not in indicator.categories:
        near = difflib.get_close_matches(category, indicator.categories, n=3, cutoff=0.4)
        raise UserError(
            f"There is no group '{category[:40]}' of jobs.", f"Choose among: {', '.join(indicator.categories)}.", near
        )
    shares = [item for item in figures.column(BELOW, level, period, category) if item.value is not None]
    if not shares:
        when = f" for {period.label}" if period else ""
        raise NotEnoughData(
            f"No {level.words} has a share of jobs below the real Living Wage{when}.",
            "The figures hold April 2022 (2022-04), for local authorities, counties, regions and nations.",
        )
    counted = figures.column(NUMBER, level, shares[0].period, category) if NUMBER in figures.catalogue else []
    return LowPaidPlaces(
        indicator=indicator,
        level=level,
        category=category,
        estimates=tuple(sorted(shares, key=lambda item: (-(item.value or 0.0), item.area.name))),
        jobs={item.area.code: item for item in counted if item.value is not None},
        areas=len(figures.gazetteer.all(level)),
    )
