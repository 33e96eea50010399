"""After: whether a place's own indicator took another course once something began: an interrupted time series.

Two straight lines, one before and one after, through the published figures:

    y = b0 + b1 t + b2 D + b3 D t,    t in years since it began, D = 1 from then on:

`b2` is the jump when it began and `b3` the change in the yearly slope. Figures of neighbouring years go together, so standard
errors are Newey and West's, with `floor(4 (n / 100)^(2/9))` lags and the small-sample correction; a joint test of `b2 = b3 = 0`
says whether the course changed. Only periods of one length that do not overlap are used, nothing is drawn across a break, and
with fewer than eight periods, or three on a side, the answer is 'cannot tell'. The errors are made from the scatter about the
lines; the publishers' own margins are told beside them.

References:
    Wagner, A. K., Soumerai, S. B., Zhang, F. and Ross-Degnan, D. (2002). Segmented regression analysis of interrupted time series
        studies in medication use research. Journal of Clinical Pharmacy and Therapeutics 27, 299-309.
    Newey, W. K. and West, K. D. (1987). A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent
        covariance matrix. Econometrica 55, 703-708; and (1994) Automatic lag selection in covariance matrix estimation. Review of
        Economic Studies 61, 631-653.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Any

from levelling.atlas.reading import Figures
from levelling.atlas.store import Figure
from levelling.core.area import Area
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.estimate import Estimate
from levelling.core.indicator import Indicator
from levelling.core.period import Period
from levelling.core.window import alike, apart, break_between
from levelling.core.words import number, place, with_unit

FEWEST, EACH_SIDE = 8, 3
"""Fewer periods than these, in all or on a side, and the answer is 'cannot tell'."""
LEVEL = 0.05
_EXACT = 1e-18
_GAP = 1.5
_SHORT = 20
"""With fewer periods, Newey and West's errors come out too small rather than too large."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One of the two numbers that tell how the course changed, with its 95% interval."""

    value: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Interrupted:
    """An indicator before and after something began.

    Attributes:
        indicator: What is measured.
        area: Where.
        against: The area whose figures were taken off, year by year; `None` where none was.
        began: When it began.
        periods: The periods used, oldest first.
        values: What the lines were drawn through: the figures, or their difference from the other area's.
        after: How many of the periods are after it began.
        jump: The jump when it began; `None` where nothing was fitted.
        slope: The change in the yearly slope.
        p_value: Of the joint test that neither changed.
        lags: How many neighbouring periods were taken to go together.
        margin: The mean half-width of the published 95% intervals; `None` where none are published.
        reason: Why nothing was fitted; empty where it was.
        estimates: The newest figure of the place, and of the other area, for their sources.
    """

    indicator: Indicator
    area: Area
    against: Area | None
    began: Period
    periods: tuple[Period, ...]
    values: tuple[float, ...]
    after: int
    jump: Shift | None
    slope: Shift | None
    p_value: float | None
    lags: int | None
    margin: float | None
    reason: str
    estimates: tuple[Estimate, ...]

    @property
    def verdict(self) -> str:
        """Whether the course changed, or cannot tell."""
        return "changed" if self.p_value is not None and self.p_value < LEVEL else "cannot tell"

    @property
    def sentence(self) -> str:
        """The sentence that may honestly be written. It never calls a change an effect: other things change too."""
        what = f"'{self.indicator.title}' in {place(self.area)}"
        if self.against is not None:
            what = f"{what}, held against {place(self.against)},"
        if self.jump is None or self.slope is None:
            return f"We cannot tell whether the course of {what} changed from {self.began.label}: {self.reason}"
        jump, slope = self._told(self.jump), self._told(self.slope)
        if self.verdict == "cannot tell":
            return (
                f"No change in the course of {what} from {self.began.label} could be told from chance. The jump was {jump}, and "
                f"the yearly slope changed by {slope}, so a change of that reach may be there."
            )
        anyway = "Other things changed at that time too, and nothing here shows what would have happened anyway"
        if self.against is not None:
            anyway = "What happened in both areas alike is left out of it, but other things changed here too at that time"
        return (
            f"The course of {what} changed from {self.began.label}: a jump of {jump}, and a change in the yearly slope of "
            f"{slope}. {anyway}: it is not shown that any one of them did it."
        )

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentence, and what to mind."""
        told = [self.sentence]
        if self.margin is not None and self.jump is not None:
            told.append(
                f"Each figure has a survey margin of about {number(self.margin, self._decimals)} either way, which the lines "
                f"take as scatter: a jump smaller than that is within what one odd year can make."
            )
        if self.jump is not None and self.gaps:
            told.append("Some periods between the first and the last have no figure.")
        if self.jump is not None and len(self.periods) < _SHORT:
            told.append("With so few periods the intervals come out too narrow rather than too wide.")
        return tuple(told)

    def record(self) -> dict[str, Any]:
        """The answer as plain data."""
        jump, slope = self.jump, self.slope
        return {
            "area": self.area.code,
            "name": self.area.name,
            "indicator": self.indicator.slug,
            "unit": self.indicator.unit,
            "against": self.against.code if self.against else None,
            "began": self.began.iso,
            "periods": len(self.periods),
            "from": self.periods[0].iso if self.periods else None,
            "to": self.periods[-1].iso if self.periods else None,
            "periods_after": self.after,
            "jump": jump.value if jump else None,
            "jump_lower": jump.lower if jump else None,
            "jump_upper": jump.upper if jump else None,
            "slope_change": slope.value if slope else None,
            "slope_change_lower": slope.lower if slope else None,
            "slope_change_upper": slope.upper if slope else None,
            "p_value": self.p_value,
            "lags": self.lags,
            "survey_margin": self.margin,
            "verdict": self.verdict,
            "reason": self.reason,
            "sentence": self.sentence,
        }

    def records(self) -> list[dict[str, Any]]:
        """The one record."""
        return [self.record()]

    @property
    def gaps(self) -> bool:
        """Whether periods are missing between the first and the last."""
        steps = [later.middle - earlier.middle for earlier, later in pairwise(self.periods)]
        return bool(steps) and max(steps) > _GAP * min(steps)

    @property
    def _decimals(self) -> int:
        return max(1, self.indicator.decimals)

    def _told(self, shift: Shift) -> str:
        value, low, high = (number(item, self._decimals) for item in (shift.value, shift.lower, shift.upper))
        unit = "percentage points" if self.indicator.unit == "%" else self.indicator.unit
        return f"{with_unit(value, unit)} ({low} to {high})"


def interrupted(
    atlas: Figures,
    area: Area,
    slug: str,
    began: Period,
    *,
    since: Period | None = None,
    against: Area | None = None,
) -> Interrupted:
    """Whether an indicator of a place took another course once something began.

    Args:
        atlas: Where the figures are read.
        area: The place.
        slug: The indicator.
        began: When it began: periods that begin then or later are after it.
        since: The earliest period to use; all by default.
        against: Another area, whose figures are taken off in each period, so that what happened in both is left out.

    Raises:
        NotEnoughData: Nothing is published for the place.
        UserError: The series breaks between the first and the last period used, or another place is the place itself.
    """
    if against is not None and against.code == area.code:
        raise UserError(f"{place(area)} cannot be held against itself.", "Give another --against.")
    indicator = atlas.catalogue.get(slug)
    here = _published(atlas, area, indicator)
    if not here:
        raise NotEnoughData(f"No figures of {slug} are published for {place(area)}.", "See: levelling figures list.")
    there = _published(atlas, against, indicator) if against is not None else None
    shared = [period for period in here if there is None or period in there]
    periods = _usable(indicator, shared, since)
    values = tuple((here[item].value or 0.0) - ((there[item].value or 0.0) if there is not None else 0.0) for item in periods)
    after = sum(item.start >= began.start for item in periods)
    known = [atlas.estimate(slug, item) for item in (area, against) if item is not None]
    reason = _too_few(len(periods), after)
    fitted = None if reason else _fit([item.middle for item in periods], values, after, _start(began))
    jump, slope, p_value, lags = fitted or (None, None, None, None)
    half = [(f.upper - f.lower) / 2 for item in periods if (f := here[item]).upper is not None and f.lower is not None]
    return Interrupted(
        indicator,
        area,
        against,
        began,
        tuple(periods),
        values,
        after,
        jump,
        slope,
        p_value,
        lags,
        fmean(half) if half else None,
        reason,
        tuple(known),
    )


def _published(atlas: Figures, area: Area, indicator: Indicator) -> Mapping[Period, Figure]:
    found = atlas.store.area(area.code).get((indicator.slug, indicator.category), {})
    return {Period.parse(key): figure for key, figure in found.items() if figure.value is not None}


def _usable(indicator: Indicator, periods: Sequence[Period], since: Period | None) -> list[Period]:
    """Periods of one length that do not overlap; an error where the series breaks among them."""
    wanted = [item for item in periods if since is None or item.start >= since.start]
    if not wanted:
        return []
    newest = max(wanted, key=lambda item: (item.end, item.start))
    chosen = apart([item for item in wanted if alike(item, newest)])
    broken = break_between(indicator, chosen[0], chosen[-1])
    if broken is not None:
        raise UserError(
            f"The series {indicator.slug} breaks in {broken.period.label}, and nothing is compared across a break: "
            f"{broken.note.rstrip('.')}.",
            f"Give --from {broken.period.iso} or later.",
        )
    return chosen


def _too_few(count: int, after: int) -> str:
    if count < FEWEST:
        return f"there are {count} periods that may be compared, and it takes {FEWEST}."
    if min(after, count - after) < EACH_SIDE:
        return f"there are {count - after} periods before and {after} after, and it takes {EACH_SIDE} on each side."
    return ""


def _start(began: Period) -> float:
    return Period(began.start, began.start).middle


def _fit(times: Sequence[float], values: Sequence[float], after: int, began: float) -> tuple[Shift, Shift, float, int]:
    import numpy as np
    import statsmodels.api as sm

    since = np.array(times) - began
    later = np.arange(len(times)) >= len(times) - after
    design = np.column_stack([np.ones(len(times)), since, later, later * since])
    lags = max(1, math.floor(4 * (len(times) / 100) ** (2 / 9)))
    model = sm.OLS(np.array(values), design)
    plain = model.fit()
    if plain.ssr <= _EXACT * max(1.0, float(np.abs(model.endog).max()) ** 2):
        # Every figure lies on its line: there is no scatter to make an error from.
        jump, slope = (Shift(float(at), float(at), float(at)) for at in np.round(plain.params[2:], 9))
        return jump, slope, 0.0 if jump.value or slope.value else 1.0, lags
    fitted = model.fit(cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True)
    ends = fitted.conf_int(LEVEL)
    joint = fitted.f_test(np.array([[0, 0, 1, 0], [0, 0, 0, 1]]))
    jump, slope = (Shift(float(fitted.params[at]), float(ends[at][0]), float(ends[at][1])) for at in (2, 3))
    return jump, slope, float(joint.pvalue), lags
