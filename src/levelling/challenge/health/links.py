"""What research says links health to output, applied to a place: always 'as if what was found there held here'.

The links between employment and illness, which other chapters draw too, are in `levelling.atlas.health_links`.
"""

from dataclasses import dataclass

from levelling.atlas.health_links import PEOPLE, UK, Link, figure_of
from levelling.atlas.parameters import parameter
from levelling.atlas.reading import Figures
from levelling.challenge.phrases import when
from levelling.core.area import Area, Level
from levelling.core.words import number

HOUR = "gross-value-added-per-hour-worked"
HOURS = "hours-worked-per-week"
WEEKS = 52


def gap_from_health(atlas: Figures, area: Area) -> tuple[Link, ...]:
    """How much of the gap in output an hour to the UK would be down to ill health, as found for two places of the North.

    Returns:
        The amount for each hour worked, and for a year of all hours worked here where those are held. Empty where output an
        hour is not held, or is at or above the UK's: then there is no gap.
    """
    here = figure_of(atlas, HOUR, area)
    if here is None or here.value is None or area.code == UK:
        return ()
    uk = atlas.estimate(HOUR, atlas.gazetteer.get(UK), here.period)
    if uk.value is None or uk.value <= here.value:
        return ()
    north, city = parameter("productivity-gap-from-health-north"), parameter("productivity-gap-from-health-liverpool")
    gap, low, high = uk.value - here.value, min(north.value, city.value) / 100, max(north.value, city.value) / 100
    base = f"the gap of £{number(gap, 2)} an hour to the United Kingdom {when(here.period)}"
    how = f"£{number(uk.value, 2)} less £{number(here.value, 2)}, times {number(north.value, 0)}% (to {number(city.value, 0)}%)."
    hourly = Link(
        area,
        "productivity-gap-from-health",
        "Output an hour missed through ill health, as if the share found in the North of England held here",
        gap * north.value / 100,
        gap * low,
        gap * high,
        "£ an hour",
        2,
        here.period.iso,
        base,
        how,
        (here, uk),
        (north, city),
    )
    hours = figure_of(atlas, HOURS, area)
    if hours is None or hours.value is None:
        return (hourly,)
    yearly = hours.value * WEEKS / 1e6
    how = f"{how} Times {number(hours.value, 0)} hours a week worked here {when(hours.period)}, times {WEEKS} weeks."
    ends = (hourly.value * yearly, gap * low * yearly, gap * high * yearly)
    title = "Output a year missed through ill health, as if the share found in the North of England held here"
    amount = Link(
        area,
        "productivity-gap-from-health-a-year",
        title,
        *ends,
        "£ million",
        0,
        here.period.iso,
        base,
        how,
        (here, uk, hours),
        (north, city),
    )
    return hourly, amount


def national_check(atlas: Figures) -> "Check | None":
    """Whether the source's 900,000 follows from its own elasticity, for the fall it meant and for the fall that was published."""
    people = [figure_of(atlas, PEOPLE, area) for area in atlas.gazetteer.all(Level.NATION)]
    working_age = sum(item.value for item in people if item is not None and item.value is not None)
    uk = atlas.store.area(UK).get(("employment-rate", ""), {})
    before, after = (uk[year].value if year in uk else None for year in ("2008", "2009"))
    if not working_age or not before or after is None:
        return None
    link = parameter("chronic-illness-for-employment")
    base = working_age * parameter("long-term-condition-share-2019").value / 100
    meant = parameter("employment-fall-in-chronic-illness-study").value
    fell = 100 * (before - after) / before
    steps = (abs(link.high if link.high is not None else link.value), abs(link.low if link.low is not None else link.value))

    def follow(fall: float) -> tuple[float, float]:
        return steps[0] / 100 * fall * base, steps[1] / 100 * fall * base

    return Check(base, meant, follow(meant), fell, follow(fell), parameter("chronic-illness-after-2008-size-fall").value)


@dataclass(frozen=True, slots=True)
class Check:
    """The source's national statement, worked through again.

    Attributes:
        base: People of working age with a long-term condition, Great Britain, with the share of 2019.
        meant: The fall in employment an author of the study speaks of, per cent.
        from_meant: More people with a condition after that fall: least and most.
        fell: The fall of the published yearly employment rate from 2008 to 2009, per cent.
        from_fell: More people with a condition after that fall: least and most.
        stated: What the source states.
    """

    base: float
    meant: float
    from_meant: tuple[float, float]
    fell: float
    from_fell: tuple[float, float]
    stated: float

    @property
    def sentence(self) -> str:
        """What came of it, to be read aloud."""
        meant = [number(round(item, -4), 0) for item in self.from_meant]
        fell = [number(round(item, -4), 0) for item in self.from_fell]
        reached = self.from_meant[0] <= self.stated * 1.005 and self.from_meant[1] >= self.stated
        verdict = "which takes in" if reached else "which does not take in"
        return (
            f"If employment fell by about {number(self.meant, 0)}%, as an author of the study puts it, the link makes {meant[0]} "
            f"to {meant[1]} more people with a chronic condition in Great Britain, {verdict} the {number(self.stated, 0)} the "
            f"source states. The published yearly employment rate fell by {number(self.fell, 1)}% from 2008 to 2009: with that "
            f"fall it makes {fell[0]} to {fell[1]}."
        )
