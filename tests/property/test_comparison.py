"""Laws of differences, intervals and corrections for many comparisons."""

import math
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from levelling.challenge.multiple import adjust
from levelling.core.difference import Z95, Interval, difference, mean, nested, overlapping

numbers = st.floats(-1000, 1000, allow_nan=False)
widths = st.floats(0.01, 100)
shares = st.floats(0, 1)
p_values = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    value = draw(numbers)
    return Interval(value, value - draw(widths), value + draw(widths))


@given(intervals(), intervals(), st.floats(-0.99, 0.99))
def test_a_difference_turned_round_changes_its_sign_and_nothing_else(one: Interval, other: Interval, rho: float) -> None:
    there, back = difference(one, other, rho), difference(other, one, rho)
    assert there.value == -back.value
    assert there.lower == pytest.approx(-back.upper)
    assert there.upper == pytest.approx(-back.lower)
    assert there.p_value == pytest.approx(back.p_value)


@given(intervals(), intervals(), st.floats(0.1, 50), numbers)
def test_units_do_not_matter(one: Interval, other: Interval, scale: float, shift: float) -> None:
    def moved(item: Interval) -> Interval:
        value = item.value * scale + shift
        return Interval(value, min(value, item.lower * scale + shift), max(value, item.upper * scale + shift))

    assume(abs(one.value - other.value) > 0.01)
    before, after = difference(one, other), difference(moved(one), moved(other))
    assert after.value == pytest.approx(before.value * scale, rel=1e-6, abs=1e-6)
    assert after.upper - after.lower == pytest.approx((before.upper - before.lower) * scale, rel=1e-6, abs=1e-6)
    assert after.p_value == pytest.approx(before.p_value, rel=1e-3, abs=1e-6)


@given(intervals(), intervals(), st.floats(-0.99, 0.99))
def test_the_p_value_says_what_the_interval_says(one: Interval, other: Interval, rho: float) -> None:
    gap = difference(one, other, rho)
    assert gap.lower <= gap.value <= gap.upper
    assume(min(abs(gap.lower), abs(gap.upper)) > 1e-9)
    assert (gap.p_value < 0.05) == (gap.lower > 0 or gap.upper < 0)


@given(numbers, widths, numbers, widths)
def test_symmetrical_intervals_give_the_textbook_interval(a: float, half: float, c: float, other_half: float) -> None:
    gap = difference(Interval(a, a - half, a + half), Interval(c, c - other_half, c + other_half))
    assert gap.upper - gap.value == pytest.approx(math.hypot(half, other_half), rel=1e-6)


@given(intervals(), intervals(), st.floats(0, 0.99))
def test_people_in_both_make_the_interval_no_wider(one: Interval, other: Interval, rho: float) -> None:
    alone, shared = difference(one, other), difference(one, other, rho)
    assert shared.upper - shared.lower <= alone.upper - alone.lower + 1e-9


@given(intervals(), intervals(), shares)
def test_the_correlation_of_a_part_and_its_whole_is_between_0_and_1(inner: Interval, outer: Interval, share: float) -> None:
    assert 0 <= nested(inner, outer, share) <= 1


@given(shares, shares)
def test_the_correlation_of_overlapping_areas_is_between_0_and_1(here: float, there: float) -> None:
    assert 0 <= overlapping(here, there) <= 1


@given(st.lists(intervals(), min_size=1, max_size=20))
def test_a_mean_of_many_is_surer_than_the_least_sure_of_them(items: list[Interval]) -> None:
    middle = mean(items)
    assert middle.lower <= middle.value <= middle.upper
    assert middle.upper - middle.lower <= max(item.upper - item.lower for item in items) + 1e-9


@given(p_values)
def test_corrected_p_values_follow_their_definition(found: list[float]) -> None:
    """Against the definition, in plain Python: the least of p(j) n / j over all p(j) no smaller than one's own."""
    ranked = sorted(found)
    for p, corrected in zip(found, adjust(found), strict=True):
        plain = min(ranked[j] * len(ranked) / (j + 1) for j in range(len(ranked)) if ranked[j] >= p)
        assert corrected == pytest.approx(min(1.0, plain))


@given(p_values)
def test_correction_keeps_the_order_and_never_makes_a_difference_surer(found: list[float]) -> None:
    corrected = adjust(found)
    assert all(after >= before for before, after in zip(found, corrected, strict=True))
    pairs = sorted(zip(found, corrected, strict=True))
    assert all(one[1] <= other[1] for one, other in pairwise(pairs))


@pytest.mark.parametrize("share", [0.05, 0.4, 0.84])
def test_the_interval_of_a_part_against_its_whole_holds_the_truth_95_times_in_100(share: float) -> None:
    """Simulated: an area's survey and the rest's, the comparator made of both. 4,000 times, seeded."""
    random = Random(20_231)  # noqa: S311
    people, times, held = 4_000, 4_000, 0
    sd_area, sd_rest = 40 / math.sqrt(people * share), 40 / math.sqrt(people * (1 - share))
    sd_whole = math.hypot(share * sd_area, (1 - share) * sd_rest)
    truth = 66.0 - (share * 66.0 + (1 - share) * 75.0)
    for _ in range(times):
        area, rest = random.gauss(66.0, sd_area), random.gauss(75.0, sd_rest)
        whole = share * area + (1 - share) * rest
        here = Interval(area, area - Z95 * sd_area, area + Z95 * sd_area)
        there = Interval(whole, whole - Z95 * sd_whole, whole + Z95 * sd_whole)
        gap = difference(here, there, nested(here, there, share))
        held += gap.lower <= truth <= gap.upper
    assert held / times == pytest.approx(0.95, abs=0.01)


def test_left_alone_the_interval_of_a_part_against_its_whole_would_be_too_wide() -> None:
    """Why the correlation is there: for England against the UK, taking the two as apart holds the truth nearly always."""
    random = Random(7)  # noqa: S311
    share, held, times = 0.84, 0, 2_000
    for _ in range(times):
        area, rest = random.gauss(66, 0.7), random.gauss(75, 1.6)
        whole, sd = share * area + (1 - share) * rest, math.hypot(share * 0.7, (1 - share) * 1.6)
        here, there = Interval(area, area - Z95 * 0.7, area + Z95 * 0.7), Interval(whole, whole - Z95 * sd, whole + Z95 * sd)
        gap = difference(here, there)
        held += gap.lower <= -0.16 * 9 <= gap.upper
    assert held / times > 0.99


def test_no_difference_found_by_chance_on_most_pages() -> None:
    """Where nothing differs, corrected verdicts declare something on about 5 pages in 100; plain ones on nearly every page."""
    random = Random(11)  # noqa: S311
    pages, plain, corrected = 1_000, 0, 0
    for _ in range(pages):
        found = [random.random() for _ in range(60)]
        plain += any(p < 0.05 for p in found)
        corrected += any(p < 0.05 for p in adjust(found))
    assert plain / pages > 0.9
    assert corrected / pages == pytest.approx(0.05, abs=0.02)
