"""Laws of the slope: what must hold whatever the series."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from levelling.atlas.store import Figure
from levelling.challenge.slope import slope_of
from levelling.core.period import Period
from levelling.core.window import apart

Series = dict[Period, Figure]


@some.composite
def series(draw: some.DrawFn) -> Series:
    years = draw(some.lists(some.integers(1990, 2025), min_size=3, max_size=12, unique=True))
    made = {}
    for year in years:
        value = draw(some.floats(-50, 50))
        half = draw(some.floats(0.1, 10))
        made[Period.year(year)] = Figure(value, value - half, value + half, "normal", "")
    return made


def turned(found: Series, scale: float, shift: float) -> Series:
    ends = {period: sorted(scale * (end or 0.0) + shift for end in (item.lower, item.upper)) for period, item in found.items()}
    return {
        period: Figure(scale * (item.value or 0.0) + shift, ends[period][0], ends[period][1], "normal", "")
        for period, item in found.items()
    }


@given(series(), some.sampled_from([-3.0, -1.0, 0.5, 40.0]), some.floats(-100, 100))
def test_a_slope_goes_with_the_unit_and_not_with_the_level(found: Series, scale: float, shift: float) -> None:
    one, other = slope_of(found), slope_of(turned(found, scale, shift))
    assert one is not None
    assert other is not None
    assert other.a_year == pytest.approx(scale * one.a_year, abs=1e-6)
    assert other.widened == pytest.approx(one.widened, abs=1e-6)


@given(series())
def test_the_interval_holds_the_slope_and_is_never_narrowed_by_a_bad_fit(found: Series) -> None:
    made = slope_of(found)
    assert made is not None
    assert made.lower is not None
    assert made.upper is not None
    assert made.lower <= made.a_year <= made.upper
    assert made.widened >= 1


@given(some.lists(some.integers(2000, 2030), min_size=1, unique=True), some.integers(1, 5))
def test_periods_apart_do_not_overlap_and_end_with_the_newest(starts: list[int], length: int) -> None:
    periods = [Period.parse(f"{start}-01-01/P{length}Y") for start in starts]
    chosen = apart(periods)
    assert chosen[-1] == max(periods)
    assert all(one.end < other.start for one, other in pairwise(chosen))
