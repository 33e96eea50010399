"""Laws of the quadrants: what must hold whatever the figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from levelling.challenge.quadrants import Growth, Per, Way, fisher, ways

levels = st.floats(1, 500)
paces = st.floats(-0.5, 1.0)


@given(levels, paces, levels, paces, st.floats(0.01, 100))
def test_the_scale_of_the_level_does_not_matter(level: float, pace: float, average: float, mean: float, scale: float) -> None:
    kind = Growth.of(level, pace, average=average, average_growth=mean)
    if abs(level - average) > 1e-9 * average:
        assert Growth.of(level * scale, pace, average=average * scale, average_growth=mean) is kind


@given(levels, paces, levels, paces)
def test_a_higher_start_never_turns_a_place_into_one_below(level: float, pace: float, average: float, mean: float) -> None:
    above = {Growth.STEAMING_AHEAD, Growth.LOSING_GROUND}
    if Growth.of(level, pace, average=average, average_growth=mean) in above:
        assert Growth.of(level * 1.5, pace, average=average, average_growth=mean) in above


@given(st.integers(2004, 2020), st.integers(1, 15), st.integers(0, 2), st.sampled_from(Per), st.booleans())
def test_every_way_is_a_window_inside_the_series(start: int, length: int, shift: int, per: Per, smoothed: bool) -> None:
    end = min(start + length, 2022)
    chosen = Way(start, end, per, smoothed)
    found = ways(chosen, 2004, 2022, shift=shift)
    assert chosen in found
    assert len(set(found)) == len(found)
    assert all(2004 <= way.start < way.end <= 2022 for way in found)
    assert all(abs(way.start - start) <= shift and abs(way.end - end) <= shift for way in found)


@given(st.data())
def test_fishers_probability_is_scipys(data: st.DataObject) -> None:
    places = data.draw(st.integers(1, 60))
    one, other = data.draw(st.integers(0, places)), data.draw(st.integers(0, places))
    both = data.draw(st.integers(max(0, one + other - places), min(one, other)))
    table = [[both, one - both], [other - both, places - one - other + both]]
    expected = stats.fisher_exact(table).pvalue
    assert fisher(both, one, other, places) == pytest.approx(expected, rel=1e-6)
