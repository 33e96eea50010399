"""What research says links health and work, applied to a place: always 'as if what was found there held here'.

Each link takes one number from research, with its grade, and figures of the place. What comes out is modelled. It has a range
where the research or the base gives one, and none is made up where they do not. The links that several chapters draw are here.
"""

from dataclasses import dataclass
from typing import Any

from levelling.atlas.parameters import Parameter, parameter
from levelling.atlas.reading import Figures
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate
from levelling.core.words import number

PEOPLE = "working-age-population"
DISABLED = "disabled-people-share"
UK = "K02000001"
MOST = 20.0
"""The largest change in employment that a link found for small changes is applied to, per cent."""


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
    people, here = figure_of(atlas, PEOPLE, area), figure_of(atlas, DISABLED, area)
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


def fewer_ill(atlas: Figures, area: Area) -> Link | None:
    """People no longer outside the labour force if a tenth fewer had a limiting illness, as found across the North of England."""
    people = figure_of(atlas, PEOPLE, area)
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


def figure_of(atlas: Figures, slug: str, area: Area) -> Estimate | None:
    """The newest figure of an indicator here; `None` where the figures do not hold the indicator at all."""
    return atlas.estimate(slug, area) if slug in atlas.catalogue else None


def _more(change: float) -> str:
    return f"{number(abs(change), 1).removesuffix('.0')}% {'more' if change >= 0 else 'fewer'} people were"
