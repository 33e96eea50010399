"""Whom the links are applied to: the place's own people of working age, in work and out of it."""

import math
from dataclasses import dataclass

from levelling.atlas.health_links import DISABLED, PEOPLE, figure_of
from levelling.atlas.reading import Figures
from levelling.core.area import Area
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.estimate import Estimate
from levelling.core.words import number, place

_RATES = ("employment-rate", "employment-rate-ni")
_CENSUS = ("people-by-economic-activity-census", "long-term-sick")
_LIMITED = "limited-activities-share-scotland"


@dataclass(frozen=True, slots=True)
class Base:
    """The people of a place that the links speak of.

    Attributes:
        area: Where.
        of_age: People aged 16 to 64; `None` where no number is held.
        rate: The employment rate, with its interval where one is published; `None` where there is none.
        disabled: Disabled people (England and Wales) or people whose activities are limited (Scotland), of every hundred.
        sick: People out of work with long-term sickness, from the census; `None` outside England and Wales.
    """

    area: Area
    of_age: Estimate | None
    rate: Estimate | None
    disabled: Estimate | None
    sick: Estimate | None

    @property
    def people(self) -> float | None:
        """People aged 16 to 64."""
        return None if self.of_age is None else self.of_age.value

    @property
    def in_work(self) -> float | None:
        """People aged 16 to 64 in work: the rate of them. `None` where either is not held."""
        return self._share(None if self.rate is None else self.rate.value)

    @property
    def in_work_ends(self) -> tuple[float, float] | None:
        """The same at the ends of the rate's published interval; `None` where it has none."""
        if self.rate is None or not self.rate.has_interval:
            return None
        low, high = self._share(self.rate.lower), self._share(self.rate.upper)
        return None if low is None or high is None else (low, high)

    @property
    def out_of_work(self) -> float | None:
        """People aged 16 to 64 who are not in work, whether or not they look for it."""
        working, people = self.in_work, self.people
        return None if working is None or people is None else people - working

    def change(self, more: float) -> float | None:
        """So many more people in work, in per cent of those in work; `None` where their number is not known."""
        working = self.in_work
        return None if not working else 100 * more / working

    def change_ends(self, more: float) -> tuple[float, float] | None:
        """The same at the ends of the employment rate's interval, the smaller first."""
        ends = self.in_work_ends
        if ends is None or not ends[0]:
            return None
        low, high = sorted(100 * more / end for end in ends)
        return low, high

    def _share(self, rate: float | None) -> float | None:
        people = self.people
        return None if rate is None or people is None else people * rate / 100


def base_of(atlas: Figures, area: Area) -> Base:
    """The people of a place, from the newest figures."""
    rate = _first(atlas, area, _RATES)
    disabled = _first(atlas, area, (DISABLED, _LIMITED))
    slug, category = _CENSUS
    sick = atlas.estimate(slug, area, category=category) if slug in atlas.catalogue else None
    return Base(area, _held(figure_of(atlas, PEOPLE, area)), rate, disabled, _held(sick))


def people_for_points(base: Base, points: float) -> float:
    """How many more people in work make an employment rate so many percentage points higher.

    Raises:
        UserError: The points are no number.
        NotEnoughData: The number of people of working age is not held.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> round(people_for_points(base_of(atlas, atlas.area("Hartlepool")), 1.0))
        564
    """
    if not math.isfinite(points):
        raise UserError("--rate-up must be a number of percentage points.", "Give one such as 2.")
    if base.people is None:
        raise NotEnoughData(
            f"No number of people aged 16 to 64 is held for {place(base.area)}, so points cannot be turned into people.",
            "Give --more-in-work.",
        )
    return base.people * points / 100


def asked(atlas: Figures, area: Area, more: float | None, points: float | None) -> float:
    """How many more people in work were asked for, as people or as points of the employment rate.

    Raises:
        UserError: Both were given, or neither.
    """
    if (more is None) == (points is None):
        what = "Two sizes were given." if more is not None else "It was not said how many more people are in work."
        raise UserError(what, "Give one of --more-in-work, a number of people, and --rate-up, percentage points.")
    return more if more is not None else people_for_points(base_of(atlas, area), points or 0.0)


def check(base: Base, more: float) -> None:
    """Refuse what cannot be.

    Raises:
        UserError: More would begin work than are out of it, or more would lose it than have it.
    """
    if not math.isfinite(more):
        raise UserError("--more-in-work must be a number of people.", "Give one such as 500.")
    where = place(base.area)
    out, working, people = base.out_of_work, base.in_work, base.people
    most = out if out is not None else people
    if more > 0 and most is not None and more > most:
        what = "are out of work" if out is not None else "live there"
        raise UserError(
            f"{number(more, 0)} more people cannot be in work in {where}: about {number(most, 0)} aged 16 to 64 {what}.",
            "Give fewer.",
        )
    least = working if working is not None else people
    if more < 0 and least is not None and -more > least:
        what = "are in work" if working is not None else "live there"
        raise UserError(
            f"{number(-more, 0)} fewer people cannot be in work in {where}: about {number(least, 0)} aged 16 to 64 {what}.",
            "Give fewer.",
        )


def _first(atlas: Figures, area: Area, slugs: tuple[str, ...]) -> Estimate | None:
    return next((item for slug in slugs if (item := _held(figure_of(atlas, slug, area))) is not None), None)


def _held(item: Estimate | None) -> Estimate | None:
    return None if item is None or item.value is None else item
