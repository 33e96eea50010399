"""The figures of a place that a scenario is applied to, and what is wrong where they do not suffice."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from levelling.atlas.health_links import DISABLED, PEOPLE, UK, disabled_in_england_and_wales, shares_with_a_condition
from levelling.atlas.parameters import parameter
from levelling.atlas.reading import Figures
from levelling.challenge.future.history import Aftermath
from levelling.challenge.future.outcomes import Inputs, Measurement
from levelling.challenge.future.scenario import Scenario
from levelling.challenge.phrases import place
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.estimate import Estimate
from levelling.core.words import number

RATE = "employment-rate"
UNEMPLOYMENT = "modelled-unemployment"
INDUSTRY = "employment-by-industry"
OCCUPATIONS = ("employment-by-occupation", "employment-by-occupation-soc2010")
LOW_PAID = "jobs-below-living-wage"
AGES = "population-by-age"
PAY = "gross-median-weekly-pay"
OLDEST = 3
"""How many years the place's employment rate may be older than the United Kingdom's."""


@dataclass(frozen=True, slots=True)
class Here:
    """The figures of a place, by what they are for; those that are not held are left out.

    Attributes:
        area: Where.
        rate: Employment rate.
        people: People of working age.
        others: Every other figure used, by what it is for.
    """

    area: Area
    rate: Estimate
    people: Estimate
    others: Mapping[str, Estimate]

    @property
    def all(self) -> tuple[Estimate, ...]:
        """Every figure used."""
        return (self.rate, self.people, *self.others.values())


def here(atlas: Figures, area: Area) -> Here:
    """The figures of a place.

    Raises:
        NotEnoughData: Its employment rate or its people of working age are not held: nothing can be said then.
    """
    rate, people = _held(atlas, RATE, area), _held(atlas, PEOPLE, area)
    if rate is None or people is None:
        nearer = "a smaller area, such as a nation" if area.level == Level.UK else "a larger area, such as its county"
        lacking = "number of people of working age" if people is None else "employment rate"
        raise NotEnoughData(
            f"No {lacking} is held for {place(area)}, so no scenario can be followed there.",
            f"Try {nearer} or region; Northern Ireland's are not held.",
        )
    uk = _held(atlas, RATE, atlas.gazetteer.get(UK))
    if uk is not None and rate.period.end.year < uk.period.end.year - OLDEST:
        raise NotEnoughData(
            f"The newest employment rate held for {place(area)} is of {rate.period.label}: too old for a scenario to start from.",
            "Try a larger area, such as its county or region.",
        )
    wanted = {
        "unemployment": (UNEMPLOYMENT, ""),
        "low-paid": (LOW_PAID, ""),
        "young": (AGES, "16-24"),
        "pay": (PAY, ""),
        "disabled": (DISABLED, ""),
    }
    found = {key: item for key, (slug, category) in wanted.items() if (item := _held(atlas, slug, area, category)) is not None}
    return Here(area, rate, people, found)


def inputs(atlas: Figures, at: Here, chosen: Scenario, aftermath: tuple[Aftermath, ...]) -> tuple[Inputs, tuple[Estimate, ...]]:
    """All that the reckoning uses, with the figures of the groups that lose work.

    Raises:
        UserError: The scenario names a group there is none of, or removes more jobs than exist.
        NotEnoughData: A group's people in work are not held here.
    """
    people, rate = at.people.value or 0.0, at.rate.value or 0.0
    groups, behind = _groups(atlas, at.area, chosen)
    in_work = rate / 100 * people
    lost = -chosen.jobs if chosen.jobs is not None else None
    if lost is not None and lost > in_work:
        raise UserError(
            f"The scenario removes more jobs than exist: {number(lost, 0)}, and {number(in_work, 0)} people aged 16 to 64 in "
            f"{place(at.area)} have work.",
            "Give fewer.",
        )
    usual = disabled_in_england_and_wales(atlas, at.others["disabled"].period.iso) if "disabled" in at.others else None
    link = parameter("chronic-illness-for-employment")
    ages = at.others.get("young")
    low_paid = at.others.get("low-paid")
    ready = Inputs(
        rate=_measured(at.rate),
        people=people,
        unemployment=_measured(at.others["unemployment"]) if "unemployment" in at.others else None,
        share=-chosen.employment / 100 if chosen.employment is not None else None,
        lost=lost,
        groups=groups,
        paths=_paths(chosen, aftermath),
        looking=tuple(item.unemployed for item in aftermath),
        low_paid=(low_paid.value or 0.0) / 100 if low_paid is not None else None,
        elasticity=(link.value if link.low is None else link.low, link.value if link.high is None else link.high),
        base=shares_with_a_condition(at.others.get("disabled"), usual),
        young=(ages.value or 0.0) / people if ages is not None else None,
        young_risk=(1.0, parameter("job-separation-rate-young").value / parameter("job-separation-rate").value),
        scar=_scar(),
        pay=at.others["pay"].value if "pay" in at.others else None,
        horizon=chosen.horizon,
    )
    return ready, behind


def _scar() -> tuple[float, float]:
    """From the least of those unemployed once to the most of those unemployed again, as shares of pay."""
    once, again = parameter("later-pay-after-youth-unemployment-once"), parameter("later-pay-after-youth-unemployment")
    least, most = once.value if once.high is None else once.high, again.value if again.low is None else again.low
    return -least / 100, -most / 100


def _paths(chosen: Scenario, aftermath: tuple[Aftermath, ...]) -> tuple[tuple[float, ...], ...]:
    if chosen.recovered is None:
        return tuple(item.remaining for item in aftermath)
    step = chosen.recovered / 100 / chosen.horizon
    own = tuple(1 - step * year for year in range(1, chosen.horizon + 1))
    return tuple(own for _ in aftermath)


def _groups(atlas: Figures, area: Area, chosen: Scenario) -> tuple[tuple[tuple[float, Measurement], ...], tuple[Estimate, ...]]:
    wanted = chosen.industry or chosen.occupation
    if not wanted:
        return (), ()
    slugs = (INDUSTRY,) if chosen.industry else OCCUPATIONS
    kind = "industry" if chosen.industry else "occupation"
    slug = next((item for item in slugs if item in atlas.catalogue and _any(atlas, item, area)), None)
    if slug is None:
        raise NotEnoughData(
            f"People in work by {kind} are not held for {place(area)}.", "Give --shock employment=-3, or try a larger area."
        )
    labels = atlas.catalogue.get(slug).categories
    groups, behind = [], []
    for name, share in wanted.items():
        key = known(name, labels, kind)
        item = atlas.estimate(slug, area, category=key)
        if item.value is None:
            raise NotEnoughData(
                f"How many people in {place(area)} work in {labels[key].lower()} is not published, as too few were asked.",
                f"Name another {kind}, or try a larger area.",
            )
        groups.append((-share / 100, _measured(item)))
        behind.append(item)
    return tuple(groups), tuple(behind)


def _any(atlas: Figures, slug: str, area: Area) -> bool:
    return any(atlas.estimate(slug, area, category=key).value is not None for key in atlas.catalogue.get(slug).categories)


def known(name: str, labels: Mapping[str, str], kind: str) -> str:
    """The key of a group, from its key or its label.

    Raises:
        UserError: There is none; the nearest are offered.
    """
    by_label = {label.lower(): key for key, label in labels.items()}
    if name in labels or name.lower() in by_label:
        return name if name in labels else by_label[name.lower()]
    near = difflib.get_close_matches(name, list(labels), n=3, cutoff=0.4) or [key for key in labels if name.lower() in key][:3]
    raise UserError(f"There is no {kind} '{name[:60]}'.", "" if near else f"Choose from: {', '.join(labels)}.", near)


def _held(atlas: Figures, slug: str, area: Area, category: str = "") -> Estimate | None:
    if slug not in atlas.catalogue:
        return None
    found = atlas.estimate(slug, area, category=category)
    return found if found.value is not None else None


def _measured(item: Estimate) -> Measurement:
    return Measurement(item.value or 0.0, item.lower, item.upper)
