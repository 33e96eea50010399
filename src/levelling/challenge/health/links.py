"""What research says links health and work, applied to a place: always 'as if what was found there held here'.

Each link takes one number from research, with its grade, and figures of the place. What comes out is modelled. It has a range
where the research or the base gives one, and none is made up where they do not.
"""

from dataclasses import dataclass
from typing import Any

from levelling.atlas.parameters import Parameter, parameter
from levelling.challenge.health.measures import DISABLED
from levelling.challenge.phrases import when
from levelling.challenge.reading import Figures
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.words import number

PEOPLE = "working-age-population"
HOUR = "gross-value-added-per-hour-worked"
HOURS = "hours-worked-per-week"
UK = "K02000001"
WEEKS = 52


@dataclass(frozen=True, slots=True)
class Link:
    """What would follow here if a link found elsewhere held.

    Attributes:
        area: Where.
        measure: Its name in data.
        title: What it is.
        value: The number.
        lower: Lower end of its range; `None` where neither the research nor the base gives a range.
        upper: Upper end.
        unit: The unit.
        decimals: How many decimals mean anything.
        period: Of the newest figure it rests on.
        base: Who or what the link was applied to.
        how: How it was worked out.
        behind: The figures it rests on.
        parameters: The numbers from research it rests on.
    """

    area: Area
    measure: str
    title: str
    value: float
    lower: float | None
    upper: float | None
    unit: str
    decimals: int
    period: str
    base: str
    how: str
    behind: tuple[Estimate, ...]
    parameters: tuple[Parameter, ...]

    @property
    def grades(self) -> tuple[str, ...]:
        """The grades of the numbers it rests on, best first; official figures, which are A, are left out."""
        return tuple(sorted({item.grade for item in self.parameters} - {"A"}))

    @property
    def grade(self) -> str:
        """The weakest grade of the numbers it rests on."""
        return max(item.grade for item in self.parameters)

    def record(self) -> dict[str, Any]:
        """The link as plain data."""
        return {
            "area": self.area.code,
            "name": self.area.name,
            "measure": self.measure,
            "title": self.title,
            "period": self.period,
            "value": self.value,
            "lower": self.lower,
            "upper": self.upper,
            "unit": self.unit,
            "modelled": True,
            "grade": self.grade,
            "base": self.base,
            "how": self.how,
            "source": "; ".join(dict.fromkeys(item.source for item in self.parameters)),
        }


def shares_with_a_condition(here: Estimate | None, usual: float | None) -> tuple[float, float]:
    """Share of people aged 16 to 64 with a long-term condition: as in the UK, and as disability in the census would have it.

    No such share is published for local authorities. The first is the UK's. The second is the UK's times the share of disabled
    people here over that of England and Wales, all ages, where the census has it; the first again where it has not.

    Args:
        here: Disabled people of every hundred here.
        usual: The same in England and Wales.

    Returns:
        Both shares, 0 to 1.
    """
    share = parameter("long-term-condition-share").value / 100
    if here is None or here.value is None or not usual:
        return share, share
    return share, min(1.0, share * (here.value / usual))


def disabled_in_england_and_wales(atlas: Figures, period: str) -> float | None:
    """Disabled people of every hundred in England and Wales, added up from local authorities; `None` without figures."""
    rates, counts = atlas.store.column(DISABLED, "", period), atlas.store.column("disabled-people", "", period)
    disabled = people = 0.0
    for area in atlas.gazetteer.all(Level.LAD):
        rate, count = rates.get(area.code), counts.get(area.code)
        if rate is None or count is None or not rate.value or count.value is None:
            continue
        disabled += count.value
        people += count.value / (rate.value / 100)
    return 100 * disabled / people if people else None


def chronic_illness(atlas: Figures, area: Area, change: float = 1.0) -> Link | None:
    """People with a chronic condition, more or fewer, if so many per cent more people were in work.

    `people = elasticity x change x working age x share with a condition`. The range takes the ends of the elasticity and of
    the share together.

    Args:
        atlas: Where the figures are read.
        area: The place.
        change: Per cent more people in work; below nought for fewer.

    Returns:
        `None` where no number of people of working age is held (Northern Ireland).
    """
    people, here = _figure(atlas, PEOPLE, area), _figure(atlas, DISABLED, area)
    if people is None or people.value is None:
        return None
    usual = None if here is None or here.value is None else disabled_in_england_and_wales(atlas, here.period.iso)
    return chronic_illness_among(people, here, usual, change)


def chronic_illness_among(people: Estimate, here: Estimate | None, usual: float | None, change: float) -> Link:
    """The same from figures at hand.

    Args:
        people: People of working age; it must have a value.
        here: Disabled people of every hundred here, where the census has it.
        usual: The same in England and Wales.
        change: Per cent more people in work; below nought for fewer.
    """
    of_age = people.value or 0.0
    link, share = parameter("chronic-illness-for-employment"), parameter("long-term-condition-share")
    plain, scaled = shares_with_a_condition(here, usual)
    behind = () if here is None or here.value is None or not usual else (here,)
    low, high = link.low if link.low is not None else link.value, link.high if link.high is not None else link.value
    ends = [step / 100 * change * of_age * part for step in (low, high) for part in (plain, scaled)]
    value = link.value / 100 * change * of_age * plain
    how = (
        f"{number(link.value, 1)}% for each 1% in work (from {number(low, 1)}% to {number(high, 1)}%), times "
        f"{number(change, 1)}, times {number(of_age, 0)} people aged 16 to 64, "
        f"times {number(100 * plain, 0)}% with a long-term condition as "
        f"in the United Kingdom"
    )
    if behind:
        how += f" (to {number(100 * scaled, 0)}%, as the census share of disabled people here would have it)"
    how += "."
    return Link(
        people.area,
        "chronic-conditions-for-employment",
        f"People of working age with a chronic condition if {_more(change)} in work",
        value,
        min(ends),
        max(ends),
        "people",
        0,
        people.period.iso,
        "people aged 16 to 64, with the United Kingdom's share who say they have a long-term condition",
        how,
        (people, *behind),
        (link, share),
    )


def gap_from_health(atlas: Figures, area: Area) -> tuple[Link, ...]:
    """How much of the gap in output an hour to the UK would be down to ill health, as found for two places of the North.

    Returns:
        The amount for each hour worked, and for a year of all hours worked here where those are held. Empty where output an
        hour is not held, or is at or above the UK's: then there is no gap.
    """
    here = _figure(atlas, HOUR, area)
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
    hours = _figure(atlas, HOURS, area)
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


def fewer_ill(atlas: Figures, area: Area) -> Link | None:
    """People no longer outside the labour force if a tenth fewer had a limiting illness, as found across the North of England."""
    people = _figure(atlas, PEOPLE, area)
    if people is None or people.value is None:
        return None
    link = parameter("inactivity-for-limiting-illness")
    how = f"{number(link.value, 0)} of every 100 of {number(people.value, 0)} people aged 16 to 64. The research gives no range."
    return Link(
        area,
        "fewer-inactive-for-less-illness",
        "Fewer people neither in work nor looking for it, if a tenth fewer had a limiting long-term illness",
        link.value / 100 * people.value,
        None,
        None,
        "people",
        0,
        people.period.iso,
        "people aged 16 to 64",
        how,
        (people,),
        (link,),
    )


def national_check(atlas: Figures) -> "Check | None":
    """Whether the source's 900,000 follows from its own elasticity, for the fall it meant and for the fall that was published."""
    people = [_figure(atlas, PEOPLE, area) for area in atlas.gazetteer.all(Level.NATION)]
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


def _figure(atlas: Figures, slug: str, area: Area) -> Estimate | None:
    return atlas.estimate(slug, area) if slug in atlas.catalogue else None


def _more(change: float) -> str:
    return f"{number(abs(change), 1).removesuffix('.0')}% {'more' if change >= 0 else 'fewer'} people were"
