"""Health and work in one place: what is published, and what research says would follow."""

from dataclasses import dataclass
from typing import Any

from levelling.atlas.health_links import MOST, UK, Link, chronic_illness, fewer_ill
from levelling.atlas.parameters import Parameter, parameter
from levelling.atlas.reading import Figures
from levelling.challenge.health.links import HOUR, gap_from_health
from levelling.challenge.health.measures import CONDITIONS, MEN, WOMEN, Measured, conditions, published
from levelling.challenge.phrases import place
from levelling.core.area import Area
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.estimate import Estimate
from levelling.core.words import listed, number, with_unit


@dataclass(frozen=True, slots=True)
class PlaceHealth:
    """Health and work in one place.

    Attributes:
        area: Where.
        measures: What is published, in order.
        conditions: How common each long-term condition is, most common first.
        links: What research says would follow here.
        pension: The state pension age.
        missing: What cannot be said, and why, in sentences.
    """

    area: Area
    measures: tuple[Measured, ...]
    conditions: tuple[Measured, ...]
    links: tuple[Link, ...]
    pension: Parameter
    missing: tuple[str, ...]

    def measure(self, name: str) -> Estimate | None:
        """The figure of one measure by its name in data."""
        return next((item.estimate for item in self.measures if item.measure == name), None)

    def link(self, name: str) -> Link | None:
        """One link by its name in data."""
        return next((item for item in self.links if item.measure == name), None)

    def records(self) -> list[dict[str, Any]]:
        """One record a measure: the published, then the conditions, then what research says would follow."""
        return [item.record() for item in (*self.measures, *self.conditions)] + [item.record() for item in self.links]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is to be said, in sentences that can be read aloud."""
        return (*self._healthy_years(), *(told(item) for item in self.links), *self.missing)

    def _healthy_years(self) -> tuple[str, ...]:
        women, men = self.measure(WOMEN), self.measure(MEN)
        if women is None or men is None or women.value is None or men.value is None:
            return ()
        lead = (
            f"With the health and death rates of {women.period.label} all through life, a woman in {place(self.area)} would have "
            f"{number(women.value, 1)} years in good health and a man {number(men.value, 1)}."
        )
        return (
            lead,
            against_pension(women, self.pension, "women"),
            against_pension(men, self.pension, "men"),
        )


def health(atlas: Figures, area: Area, change: float = 1.0, *, moved: bool = True) -> PlaceHealth:
    """Health and work in a place.

    Args:
        atlas: Where the figures are read.
        area: The place.
        change: Per cent more people in work, for the link to chronic illness; below nought for fewer.
        moved: Whether conditions are averaged over authorities for an area they were not made for.

    Raises:
        UserError: The change is out of range.
        NotEnoughData: Nothing about health is held for the area.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> found = health(atlas, atlas.area("Hartlepool"))
        >>> found.pension.value
        67.0
    """
    if not -MOST <= change <= MOST:
        raise UserError(
            f"A change of {number(change, 1)}% in employment is beyond what the research speaks of.",
            f"Give --change from {number(-MOST, 0)} to {number(MOST, 0)}.",
        )
    measures, ill = published(atlas, area), conditions(atlas, area, moved)
    possible = (chronic_illness(atlas, area, change), *gap_from_health(atlas, area), fewer_ill(atlas, area))
    links = tuple(item for item in possible if item is not None)
    if not measures and not ill and not links:
        raise NotEnoughData(f"No figures of health are held for {area.name}.", "Ask for a local authority, county or region.")
    return PlaceHealth(area, measures, ill, links, parameter("state-pension-age"), _missing(atlas, area, measures, ill, links))


def against_pension(estimate: Estimate, pension: Parameter, whom: str) -> str:
    """Healthy years against the state pension age, in a sentence; it claims no more than the interval allows.

    The two are not of the same people: healthy life expectancy is what today's rates make of a whole life.
    """
    value, lower, upper = estimate.value or 0.0, estimate.lower, estimate.upper
    age = pension.value
    apart = number(abs(age - value), 1)
    if lower is None or upper is None:
        side = "before" if value < age else "after"
        return (
            f"For {whom}, that is {apart} years {side} a state pension age of {number(age, 0)}; no margin of error is published."
        )
    if lower <= age <= upper:
        return f"For {whom}, we cannot tell whether that is before or after a state pension age of {number(age, 0)}."
    side = "before" if value < age else "after"
    return f"For {whom}, that is {apart} years {side} a state pension age of {number(age, 0)}."


def told(link: Link) -> str:
    """What would follow if the link held here, in a sentence with its range and grade."""
    grades = f"Modelled; the evidence is graded {listed(link.grades)}."
    ends = (link.value, link.value) if link.lower is None or link.upper is None else (link.lower, link.upper)
    near, far = sorted(abs(end) for end in ends)
    if link.unit == "people" and link.lower is not None:
        way = "fewer" if link.value < 0 else "more"
        span = f", from {_amount(near, link)} to {_amount(far, link)}"
        return f"{link.title}: about {_amount(abs(link.value), link)} {way}{span}. {grades}"
    span = _amount(near, link) if near == far else f"{_amount(near, link)} to {_amount(far, link)}"
    return f"{link.title}: {span}. {grades}"


def _amount(value: float, link: Link) -> str:
    rounded = number(round(value, -1) if link.unit == "people" and abs(value) >= 100 else value, link.decimals)
    return with_unit(rounded, link.unit) if link.unit.startswith("£") else rounded


def _missing(
    atlas: Figures, area: Area, measures: tuple[Measured, ...], ill: tuple[Measured, ...], links: tuple[Link, ...]
) -> tuple[str, ...]:
    held, reasons = {item.measure for item in measures}, []
    lacking = [word for slug, word in ((WOMEN, "women"), (MEN, "men")) if slug not in held]
    if lacking:
        reasons.append(f"Healthy life expectancy of {listed(lacking)} is not published for {place(area)}.")
    if not ill and CONDITIONS in atlas.catalogue:
        reasons.append("How common each condition is, is held for authorities in England only.")
    if "economic-activity-census:long-term-sick" not in held:
        reasons.append("People out of work with long-term sickness are held for England and Wales only, from the census.")
    names = {item.measure for item in links}
    if "chronic-conditions-for-employment" not in names:
        reasons.append(
            f"No number of people of working age is held for {place(area)}, so the link to chronic illness is not drawn."
        )
    if "productivity-gap-from-health" not in names and area.code != UK:
        here = atlas.estimate(HOUR, area).value if HOUR in atlas.catalogue else None
        why = "is not held" if here is None else "is not below that of the United Kingdom, so there is no gap to share out"
        reasons.append(f"Output an hour in {place(area)} {why}.")
    return tuple(reasons)
