"""How fast a series has gone, on the whole, over a window: a straight line through all its periods, not only the ends.

The line is drawn by weighted least squares: each value counts by one over the square of the standard error that its published
interval implies, so that

    slope = sum w (t - tm)(v - vm) / sum w (t - tm)^2,    w = 1 / se^2,    se(slope)^2 = 1 / sum w (t - tm)^2.

Where the values lie further from any straight line than their intervals explain, the standard error is widened by the root of
chi squared over its degrees of freedom (Birge's ratio): a line that does not fit is less sure. How far they scatter is
then learned from few values, so Student's t takes the place of 1.96. Periods that overlap share their samples, so only periods
that do not overlap are used, counted back from the newest. Where an interval is missing the line is the plain one and has no
interval: none is made up.

References:
    Aitken, A. C. (1936). On Least Squares and Linear Combination of Observations. Proceedings of the Royal Society of Edinburgh
        55, 42-48.
    Birge, R. T. (1932). The Calculation of Errors by the Method of Least Squares. Physical Review 40, 207-227.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from levelling.atlas.store import Figure
from levelling.core.difference import Z95
from levelling.core.period import Period
from levelling.core.student import student
from levelling.core.window import apart

FEWEST = 3
"""A line through two points is their difference: nothing new is said."""


@dataclass(frozen=True, slots=True)
class Slope:
    """A straight line through a series.

    Attributes:
        a_year: How much it rises a year, in the indicator's unit.
        lower: Lower end of the 95% interval; `None` where an interval is missing in the window.
        upper: Upper end.
        periods: How many periods it runs through; they do not overlap.
        widened: By how much the standard error was widened because the values do not lie on a line; 1 where they do.
    """

    a_year: float
    lower: float | None
    upper: float | None
    periods: int
    widened: float = 1.0


def slope_of(series: Mapping[Period, Figure]) -> Slope | None:
    """The line through a series; `None` of fewer than three periods that do not overlap.

    Args:
        series: Figures with values, by period.

    Example:
        >>> years = {Period.year(2020 + n): Figure(50.0 + n, 49.0 + n, 51.0 + n, "normal", "") for n in range(5)}
        >>> found = slope_of(years)
        >>> f"{found.a_year:.2f} ({found.lower:.2f} to {found.upper:.2f})"
        '1.00 (0.68 to 1.32)'
    """
    periods = apart(list(series))
    if len(periods) < FEWEST:
        return None
    times = [period.middle for period in periods]
    values = [series[period].value or 0.0 for period in periods]
    errors = [_error(series[period]) for period in periods]
    weights = [1 / (error * error) for error in errors if error is not None]
    known = len(weights) == len(periods)
    if not known:
        weights = [1.0] * len(periods)
    total = math.fsum(weights)
    middle = math.fsum(w * t for w, t in zip(weights, times, strict=True)) / total
    level = math.fsum(w * v for w, v in zip(weights, values, strict=True)) / total
    reach = math.fsum(w * (t - middle) ** 2 for w, t in zip(weights, times, strict=True))
    rise = math.fsum(w * (t - middle) * (v - level) for w, t, v in zip(weights, times, values, strict=True)) / reach
    if not known:
        return Slope(rise, None, None, len(periods))
    rest = math.fsum(w * (v - level - rise * (t - middle)) ** 2 for w, t, v in zip(weights, times, values, strict=True))
    widened = max(1.0, math.sqrt(rest / (len(periods) - 2)))
    bar = Z95 if widened == 1 else student(len(periods) - 2)
    half = bar * widened / math.sqrt(reach)
    return Slope(rise, rise - half, rise + half, len(periods), widened)


def _error(figure: Figure) -> float | None:
    if figure.value is None or figure.lower is None or figure.upper is None or not figure.lower <= figure.value <= figure.upper:
        return None
    width = figure.upper - figure.lower
    return width / (2 * Z95) if width > 0 else None
