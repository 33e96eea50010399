"""What of a place an option may take: its people, pay, income and firms, each an estimate with its source."""

import difflib
from dataclasses import dataclass
from math import sqrt

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.core.estimate import Estimate
from levelling.practice.appraisal.green_book import Deflators
from levelling.practice.appraisal.quantity import Quantity, Shape

_Z95 = 1.959964
_WEEKS = 52


@dataclass(frozen=True, slots=True)
class Taken:
    """An input that is taken from a place.

    Attributes:
        title: What it is.
        indicator: Where it is read.
        category: Which category.
        times: What the figure is multiplied by, such as 52 weeks a year.
        money: Whether it is a sum in the prices of its own period.
    """

    title: str
    indicator: str
    category: str | None = None
    times: float = 1.0
    money: bool = False


TAKEN = {
    "population": Taken("people who live here", "population"),
    "working_age_population": Taken("people aged 16 to 64", "working-age-population"),
    "older_people": Taken("people aged 65 and over", "population-by-age", "65-plus"),
    "long_term_sick": Taken(
        "people out of work with long-term sickness, by the census", "people-by-economic-activity-census", "long-term-sick"
    ),
    "unemployed": Taken("unemployed people, by the census", "people-by-economic-activity-census", "unemployed"),
    "firms": Taken("active businesses", "active-businesses"),
    "pay": Taken("median pay of employees, full-time and part-time, a year", "gross-median-weekly-pay", None, _WEEKS, money=True),
    "income": Taken("household income per head, after taxes and benefits", "gdhi-per-head", money=True),
}
"""What may be asked of a place, by the name an option calls it. Pay is the median of employees' pay of a week, times 52."""


@dataclass(frozen=True, slots=True)
class FromPlace:
    """A quantity taken from a place, with the estimate it rests on and the year of its prices."""

    quantity: Quantity
    estimate: Estimate
    price_year: str


def take(atlas: Atlas, area: Area, what: str, deflators: Deflators, price_year: int) -> FromPlace:
    """A quantity of a place.

    The newest figure is taken; of a sum of money the newest in whose year's prices, or in the option's, sums can be told. A
    figure with a published 95% interval is drawn from a triangle with the same mean and standard error, whose ends lie the
    square root of six standard errors away; one without is taken as it stands.

    Args:
        atlas: Where figures are read.
        area: The place.
        what: A name in `TAKEN`.
        deflators: The years prices can be moved between.
        price_year: The year of the option's prices.

    Raises:
        UserError: There is no such thing to ask for, or no figure for the place.
    """
    if what not in TAKEN:
        near = difflib.get_close_matches(what, TAKEN, n=2, cutoff=0.4)
        raise UserError(f"'{what[:40]}' cannot be taken from a place", f"These can: {', '.join(TAKEN)}.", near=near)
    asked = TAKEN[what]
    estimate = atlas.estimate(asked.indicator, area, category=asked.category)
    if asked.money:
        years = [
            item
            for item in atlas.series(asked.indicator, area, asked.category)
            if item.value is not None and (item.period.end.year in deflators.index or item.period.end.year == price_year)
        ]
        estimate = years[-1] if years else estimate
    if estimate.value is None:
        raise UserError(f"there is no figure of {asked.title} for {area.name}: {estimate.why_absent}")
    release = estimate.release
    title = f"{asked.title[:1].upper()}{asked.title[1:]} in {area.name}, {estimate.period.label}"
    source = f"{title}: {release.publisher}, {release.title}"
    value, reach = estimate.value * asked.times, 0.0
    if estimate.lower is not None and estimate.upper is not None:
        reach = sqrt(6) * (estimate.upper - estimate.lower) / (2 * _Z95) * asked.times
    shape = Shape.TRIANGLE if reach else Shape.POINT
    moved = "Modelled for this area. " if estimate.moved is not None else ""
    note = f"{moved}Its published 95% interval is drawn from." if reach else moved.strip()
    common = f"{what} of {area.code}"
    quantity = Quantity(
        value, max(0.0, value - reach), value + reach, shape, source, release.address, common=common, note=note.strip()
    )
    return FromPlace(quantity, estimate, str(estimate.period.end.year) if asked.money else "")
