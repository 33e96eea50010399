"""The slope against statsmodels' weighted least squares, and a published worked example.

Cited below: Bevington, P. R. and Robinson, D. K. (2003), Data Reduction and Error Analysis for the Physical Sciences, chapter 6:
the standard error of a slope with known errors is the root of one over the weighted spread of the times, whatever the scatter.
"""

import math

import numpy as np
import pytest
import statsmodels.api as sm
from scipy.stats import t as student_t

from levelling.atlas import Atlas
from levelling.challenge.slope import Slope, slope_of
from levelling.challenge.trend import trends
from levelling.core.difference import Z95
from levelling.core.period import Period
from levelling.core.window import Window, apart


def by_statsmodels(times: list[float], values: list[float], errors: list[float]) -> tuple[float, float, float]:
    """Slope, its standard error with the errors taken as known, and chi squared over degrees of freedom."""
    model = sm.WLS(np.array(values), sm.add_constant(np.array(times)), weights=1 / np.array(errors) ** 2)
    scatter = float(model.fit().scale)  # before the other: a model keeps the scale it was fixed at
    fixed = model.fit(cov_type="fixed scale")
    return float(fixed.params[1]), float(fixed.bse[1]), scatter


@pytest.mark.parametrize("place", ["Hartlepool", "Isle of Wight", "Glasgow City", "Cardiff"])
def test_the_employment_rate_of_real_places(place: str) -> None:
    atlas = Atlas.open()
    area = atlas.area(place)
    series = [item for item in atlas.series("employment-rate", area) if item.has_interval]
    made = Window(Period.year(2004), Period.year(2023))
    [found] = trends(atlas, area, ["employment-rate"], window=made)
    atlas.store.close()
    assert isinstance(found.slope, Slope)
    assert found.slope.lower is not None
    assert found.slope.upper is not None
    errors = [((item.upper or 0) - (item.lower or 0)) / (2 * Z95) for item in series]
    slope, error, scatter = by_statsmodels([item.period.middle for item in series], [item.value or 0 for item in series], errors)
    assert found.slope.a_year == pytest.approx(slope)
    free = len(errors) - 2
    half = error * (Z95 if scatter <= 1 else float(student_t.ppf(0.975, free)) * math.sqrt(scatter))
    assert (found.slope.upper - found.slope.lower) / 2 == pytest.approx(half, rel=1e-3)


def test_three_points_by_hand() -> None:
    """Times 0, 1, 2, values 0, 2, 1, errors all 1: slope 1/2, its error 1 over the root of 2, chi squared 3/2 of one degree."""
    from levelling.atlas.store import Figure

    years = {Period.year(2021 + n): Figure(v, v - Z95, v + Z95, "normal", "") for n, v in enumerate((0.0, 2.0, 1.0))}
    found = slope_of(years)
    assert found is not None
    assert found.a_year == pytest.approx(0.5, abs=1e-3)
    assert found.widened == pytest.approx(math.sqrt(1.5), abs=1e-3)
    # One degree of freedom is left to tell the scatter by: Student's t is 12.71 (Student 1908).
    assert found.upper == pytest.approx(0.5 + 12.7062 * math.sqrt(1.5) / math.sqrt(2), rel=2e-3)


@pytest.mark.parametrize(("scatter", "periods"), [(1.0, 6), (1.0, 12), (3.0, 6), (3.0, 12)])
def test_the_interval_holds_the_slope_of_a_series_that_jumps_about(scatter: float, periods: int) -> None:
    """Values that scatter more than their errors say, about a line that rises by 1 a year: 2,000 worlds, nominally 95%."""
    from levelling.atlas.store import Figure

    noise = np.random.default_rng(1908).standard_normal((2_000, periods)) * math.hypot(1.0, scatter)
    held = 0
    for row in noise.tolist():
        years = {Period.year(2000 + at): Figure(v + at, v + at - Z95, v + at + Z95, "normal", "") for at, v in enumerate(row)}
        found = slope_of(years)
        assert found is not None
        assert found.lower is not None
        assert found.upper is not None
        held += found.lower <= 1 <= found.upper
    assert held / 2_000 == pytest.approx(0.95, abs=0.015)


def test_two_periods_make_no_line_and_overlapping_ones_are_left_out() -> None:
    from levelling.atlas.store import Figure

    figure = Figure(1.0, 0.5, 1.5, "normal", "")
    assert slope_of({Period.year(2020): figure, Period.year(2021): figure}) is None
    rolling = [Period.parse(f"{year}-01-01/P2Y") for year in range(2010, 2016)]
    assert [item.iso for item in apart(rolling)] == ["2011-01-01/P2Y", "2013-01-01/P2Y", "2015-01-01/P2Y"]
