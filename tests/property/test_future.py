"""Laws of the reckoning of futures."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.challenge.future.outcomes import Inputs, Measurement, simulate

EFFECTS = (
    "out-of-work",
    "employment-rate-change",
    "unemployed",
    "low-paid-jobs-lost",
    "chronic-conditions",
    "young-unemployed",
    "later-pay",
)
BASIS = Inputs(
    rate=Measurement(70.0, 65.0, 75.0),
    people=50_000.0,
    unemployment=Measurement(5.0, 4.0, 6.0),
    share=0.04,
    lost=None,
    groups=(),
    paths=((1.0, 1.0, 0.6), (1.0, 0.5, 0.0), (1.0, 0.9, 0.8)),
    looking=(0.6, 0.9, 1.0),
    low_paid=0.2,
    elasticity=(-2.0, -1.4),
    base=(0.36, 0.45),
    young=0.17,
    young_risk=(1.0, 2.3),
    scar=(0.09, 0.21),
    pay=550.0,
    horizon=3,
)
made = settings(max_examples=40, deadline=None)


@st.composite
def inputs(draw: st.DrawFn) -> Inputs:
    rate = draw(st.floats(40, 85))
    path = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(tuple)
    regions = draw(st.integers(1, 4))
    return replace(
        BASIS,
        rate=Measurement(rate, rate - draw(st.floats(0.1, 6)), rate + draw(st.floats(0.1, 6))),
        people=draw(st.floats(500, 1e6)),
        share=draw(st.floats(0, 0.5)),
        paths=tuple(draw(path) for _ in range(regions)),
        looking=tuple(draw(st.floats(0, 1)) for _ in range(regions)),
    )


@made
@given(inputs(), st.integers(0, 2**31))
def test_no_shock_has_no_effect(some: Inputs, seed: int) -> None:
    for band in simulate(replace(some, share=0.0), 200, seed):
        if band.outcome.slug in EFFECTS:
            assert (band.outer, band.middle, band.mc_error) == ((0.0, 0.0), 0.0, 0.0)


@made
@given(inputs(), st.integers(0, 2**31))
def test_twice_the_shock_has_twice_the_effect(some: Inputs, seed: int) -> None:
    once, twice = simulate(some, 200, seed), simulate(replace(some, share=2 * (some.share or 0.0)), 200, seed)
    for one, two in zip(once, twice, strict=True):
        if one.outcome.slug in EFFECTS:
            assert two.middle == pytest.approx(2 * one.middle, rel=1e-9, abs=1e-9)
            assert two.outer == pytest.approx((2 * one.outer[0], 2 * one.outer[1]), rel=1e-9, abs=1e-9)


@made
@given(st.floats(0, 1e7), st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1e6)), max_size=4), st.integers(0, 2**31))
def test_no_more_work_is_lost_than_there_is(lost: float, groups: list[tuple[float, float]], seed: int) -> None:
    by_count = replace(BASIS, share=None, lost=lost)
    by_group = replace(BASIS, share=None, groups=tuple((share, Measurement(people, 0.0, 2 * people)) for share, people in groups))
    for some in (by_count, by_group):
        for band in simulate(some, 200, seed):
            if band.outcome.slug == "out-of-work":
                assert 0 <= band.outer[0] <= band.outer[1] <= some.people
            if band.outcome.slug == "employment-rate":
                assert band.outer[0] >= -1e-9


@made
@given(inputs(), st.integers(0, 2**31))
def test_half_lies_within_nine_tenths_around_the_middle(some: Inputs, seed: int) -> None:
    for band in simulate(some, 200, seed):
        assert band.outer[0] <= band.inner[0] <= band.middle <= band.inner[1] <= band.outer[1]


@made
@given(st.floats(0.05, 0.5), st.integers(0, 2**31))
def test_a_wider_range_makes_a_wider_fan(more: float, seed: int) -> None:
    still = replace(BASIS, paths=((1.0, 1.0, 1.0),), looking=(0.8,))
    wider = replace(still, elasticity=(-2.0 - more, -1.4 + more), scar=(0.09 - more / 10, 0.21 + more / 10))
    for slug in ("chronic-conditions", "later-pay"):
        narrow, wide = ([band for band in simulate(some, 4000, seed) if band.outcome.slug == slug][-1] for some in (still, wider))
        assert wide.outer[1] - wide.outer[0] > narrow.outer[1] - narrow.outer[0]


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 2**31))
def test_more_draws_are_surer(seed: int) -> None:
    few, many = simulate(BASIS, 400, seed), simulate(BASIS, 40_000, seed)
    for one, other in zip(few, many, strict=True):
        if one.mc_error > 0:
            # A hundred times as many draws: a tenth of the error, give or take what chance does to 400 of them.
            assert other.mc_error == pytest.approx(one.mc_error / 10, rel=0.5)
            assert abs(one.mean - other.mean) < 6 * one.mc_error


def test_the_same_seed_gives_the_same_bands() -> None:
    assert simulate(BASIS, 500, 7) == simulate(BASIS, 500, 7)
    assert simulate(BASIS, 500, 7) != simulate(BASIS, 500, 8)
