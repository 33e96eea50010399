"""People of working age by what they do and how they are paid: the source's figure 4, for any area.

With `e` and `i` the rates of employment and inactivity at ages 16 to 64, people of working age fall into

    in work: e        unemployed: 100 - e - i        neither in work nor looking for it: i

which add up to all of them because the survey sorts everyone into one of the three. Each is then split further by shares that
come from elsewhere (another year, another source, or a larger area), so those parts are *modelled* and say so:

    self-employed = e s                     s: share of those in work who are self-employed
    employees below the real Living Wage = e (1 - s) b      b: share of employee jobs here paid less
    students, carers of home or family, long-term sick = i times their share of the inactive

`b` counts jobs where they are done, not the people who live there, and a person may hold two jobs.
"""

from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.challenge.nearest import around, nearest, one
from levelling.challenge.phrases import place
from levelling.core.area import Area
from levelling.core.errors import UnknownArea
from levelling.core.estimate import Estimate

NAMES = {
    "employees-at-or-above": "Employees paid the real Living Wage or more",
    "employees-below": "Employees paid less than the real Living Wage",
    "employees": "Employees",
    "self-employed": "Self-employed",
    "in-work": "In work",
    "unemployed": "Unemployed",
    "student": "Students, not looking for work",
    "home-or-family": "Looking after home or family",
    "long-term-sick": "Long-term sick or disabled",
    "other-inactive": "Neither in work nor looking: retired early, or another reason",
    "inactive": "Neither in work nor looking for it",
}
_REASONS = ("student", "home-or-family", "long-term-sick")
CENSUS_DAY = "2021-03-21"
_NIL = 1e-9
"""Below this share a part is only what arithmetic leaves over, and is not shown."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the people of working age.

    Attributes:
        key: A key of `NAMES`.
        share: Percent of people aged 16 to 64.
        people: How many that is; `None` where the number of people of working age is not known.
        modelled: Whether it rests on a share taken from another year, source or area.
        how: How it was worked out, in a sentence.
        inputs: The estimates it was worked out from.
    """

    key: str
    share: float
    people: float | None
    modelled: bool
    how: str
    inputs: tuple[Estimate, ...]

    @property
    def name(self) -> str:
        """What the part is called."""
        return NAMES[self.key]


@dataclass(frozen=True, slots=True)
class Status:
    """People of working age in an area, in parts that add up to all of them.

    Attributes:
        area: Where.
        parts: In the order of the source's figure: in work, unemployed, neither.
        population: The number of people of working age; `None` where it is not known.
        period: The period of the rates, in ISO 8601; empty where there are none.
        rates: The rates of employment and of inactivity, with their intervals; empty where there are none.
        reason: Why there are no parts, or what could not be split; empty where nothing is missing.
    """

    area: Area
    parts: tuple[Part, ...]
    population: Estimate | None
    period: str = ""
    reason: str = ""
    rates: tuple[Estimate, ...] = ()

    def share(self, *keys: str) -> float:
        """The share of some parts together, in percent; 0 for parts that are not there."""
        return sum(part.share for part in self.parts if part.key in keys)


def status(figures: Figures, area: Area, period: str | None = None) -> Status:
    """People aged 16 to 64 by status and pay level.

    Args:
        figures: Where the figures are read.
        area: The place.
        period: The year of the rates of employment and inactivity; `None` for the newest.

    Returns:
        Parts that add up to 100% and to the people of working age; none where the rates are not published for the place.
    """
    areas = around(figures, area)
    people = one(figures, areas[:1], "working-age-population")
    rates = _rates(figures, area, period)
    if rates is None:
        why = "The rates of employment and inactivity are not published for it, so people cannot be counted by status."
        return Status(area, (), people, "", why)
    work, inactive = rates
    e, i = work.value or 0.0, inactive.value or 0.0
    parts = [*_in_work(figures, areas, work, e), _unemployed(work, inactive, e, i), *_inactive(figures, areas, inactive, i)]
    if people is not None and people.value is not None:
        parts = [
            Part(part.key, part.share, part.share * people.value / 100, part.modelled, part.how, (*part.inputs, people))
            for part in parts
        ]
    whole = any(part.key == "inactive" for part in parts)
    reason = "Why people do neither is not in the figures for it, so those are one part." if whole else ""
    return Status(area, tuple(part for part in parts if part.share > _NIL), people, work.period.iso, reason, rates)


def _rates(figures: Figures, area: Area, period: str | None) -> tuple[Estimate, Estimate] | None:
    """Employment and inactivity of one period: the survey's, or those of the districts of Northern Ireland."""
    for ending in ("", "-ni"):
        work = one(figures, (area,), f"employment-rate{ending}", "", period)
        inactive = work and one(figures, (area,), f"economic-inactivity-rate{ending}", "", work.period.iso)
        if work is not None and inactive is not None:
            return work, inactive
    return None


def _in_work(figures: Figures, areas: tuple[Area, ...], work: Estimate, e: float) -> list[Part]:
    found = _self_employed(figures, areas)
    low = one(figures, areas, "jobs-below-living-wage")
    if found is None:
        return [Part("in-work", e, None, False, "The employment rate.", (work,))]
    share, inputs = found
    told = _whose(areas[0], inputs[0])
    employees, own = e * (1 - share), e * share
    self_employed = Part(
        "self-employed",
        own,
        None,
        True,
        f"The employment rate, times the self-employed share of those in work{told}.",
        (work, *inputs),
    )
    if low is None or low.value is None:
        how = f"The employment rate, less the self-employed share of those in work{told}."
        return [Part("employees", employees, None, True, how, (work, *inputs)), self_employed]
    below = employees * low.value / 100
    how = f"Employees, times the share of employee jobs below the real Living Wage{_whose(areas[0], low)}."
    behind = (work, *inputs, low)
    return [
        Part("employees-at-or-above", employees - below, None, True, f"Employees, less those paid below it. {how}", behind),
        Part("employees-below", below, None, True, how, behind),
        self_employed,
    ]


def _self_employed(figures: Figures, areas: tuple[Area, ...]) -> tuple[float, tuple[Estimate, ...]] | None:
    """The share of those in work who are self-employed: by the survey for ages 16 to 64, else by the census for 16 and over."""
    keys = ("self-employed", "employees")
    for slug, where in (
        ("people-by-economic-activity", areas[:1]),
        ("people-by-economic-activity-census", areas),
        ("people-by-economic-activity-census", _england_and_wales(figures)),
    ):
        found = nearest(figures, where, slug, keys)
        if found is not None:
            own, employees = (item.value or 0.0 for item in found)
            if own + employees > 0:
                return own / (own + employees), found
    return None


def _england_and_wales(figures: Figures) -> tuple[Area, ...]:
    """For Scotland, Northern Ireland and the UK as a whole: the nearest countries with a census table, named as such."""
    try:
        return (figures.gazetteer.get("K04000001"),)
    except UnknownArea:
        return ()


def _unemployed(work: Estimate, inactive: Estimate, e: float, i: float) -> Part:
    how = "What is left of a hundred when those in work and those who neither work nor look for work are taken off."
    return Part("unemployed", max(0.0, 100 - e - i), None, False, how, (work, inactive))


def _inactive(figures: Figures, areas: tuple[Area, ...], inactive: Estimate, i: float) -> list[Part]:
    whole = [Part("inactive", i, None, False, "The inactivity rate.", (inactive,))]
    survey = nearest(figures, areas[:1], "reasons-for-inactivity-north", _REASONS, inactive.period.iso)
    if survey is not None:
        shares = [i * (item.value or 0.0) / 100 for item in survey]
        how = (
            "The inactivity rate, times the share of inactive people who give this reason, both from the survey of the same year."
        )
        return _split(i, shares, how, (inactive, *survey), modelled=False)
    census = nearest(figures, areas[:1], "people-by-economic-activity-census", _REASONS, CENSUS_DAY)
    base = one(figures, areas[:1], "working-age-population", "", CENSUS_DAY)
    if census is None or base is None or not base.value:
        return whole
    shares = [100 * (item.value or 0.0) / base.value for item in census]
    how = "Counted by the census at ages 16 and over, over people aged 16 to 64, and fitted inside today's inactivity rate."
    return _split(i, shares, how, (inactive, *census, base), modelled=True)


def _split(i: float, shares: list[float], how: str, inputs: tuple[Estimate, ...], *, modelled: bool) -> list[Part]:
    # The census counted in another year and at all ages from 16: where its reasons outgrow today's rate, all shrink alike.
    fit = min(1.0, i / sum(shares)) if sum(shares) else 1.0
    parts = [Part(key, share * fit, None, modelled, how, inputs) for key, share in zip(_REASONS, shares, strict=True)]
    rest = max(0.0, i - sum(part.share for part in parts))
    return [*parts, Part("other-inactive", rest, None, modelled, "What is left of the inactivity rate.", inputs)]


def _whose(area: Area, item: Estimate) -> str:
    """Whose share it is, where it is not the place's own, and of when."""
    where = "" if item.area.code == area.code else f" of {place(item.area)}, as none is published here"
    return f"{where} ({item.period.label})"
