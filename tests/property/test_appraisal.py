"""Laws of an appraisal: linear in money, monotone in what is additional, lowered by discounting, the same for the same seed."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.practice.appraisal import Appraisal, Model, appraise, green_book, option_of, ready
from levelling.practice.appraisal.draws import draw

DRAWS = 500
money = st.floats(1_000, 5_000_000)
share = st.floats(0.0, 0.9)


def raw(cost: float = 100_000, gain: float = 40_000, **said: Any) -> dict[str, Any]:
    return {
        "name": "An option",
        "price_year": 2024,
        "horizon_years": 12,
        "optimism_bias": {"low": 0.0, "mode": 0.1, "high": 0.4},
        "deadweight": {"low": 0.1, "mode": 0.3, "high": 0.6},
        "displacement": 0.1,
        "cost": [{"payer": "local authority", "year": 0, "amount": cost}],
        "benefit": [{"beneficiary": "NHS", "kind": "cash", "from_year": 1, "to_year": 8, "amount": gain}],
        **said,
    }


def model(**said: Any) -> Model:
    return ready(option_of(raw(**said)), green_book())


def run(**said: Any) -> Appraisal:
    return appraise([model(**said)], DRAWS).items[0]


def value(found: Appraisal) -> float:
    assert found.npsv.mean is not None
    return found.npsv.mean


@given(money, money, st.floats(0.01, 100))
@settings(max_examples=25)
def test_value_is_linear_in_money(cost: float, gain: float, times: float) -> None:
    once, scaled = value(run(cost=cost, gain=gain)), value(run(cost=cost * times, gain=gain * times))
    assert scaled == pytest.approx(once * times, rel=1e-9, abs=1e-6 * times)


@given(st.sampled_from(["deadweight", "displacement", "substitution", "leakage", "drop_off"]), share, share)
@settings(max_examples=25)
def test_the_less_is_additional_the_less_it_is_worth(name: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert value(run(**{name: low})) >= value(run(**{name: high})) - 1e-6


@given(share, share)
@settings(max_examples=15)
def test_the_more_optimism_is_corrected_the_less_it_is_worth(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert value(run(optimism_bias=low)) >= value(run(optimism_bias=high)) - 1e-6


@given(money, st.integers(1, 11))
@settings(max_examples=20)
def test_discounting_lowers_what_comes_later(gain: float, year: int) -> None:
    def in_year(when: int) -> float:
        return value(run(gain=gain, benefit=[{"beneficiary": "NHS", "kind": "cash", "year": when, "amount": gain}]))

    assert in_year(year) > in_year(year + 1)
    assert in_year(0) > in_year(year)


def test_the_seed_fixes_the_answer() -> None:
    first, again = (appraise([model()], DRAWS, seed=7).records() for _ in range(2))
    other = appraise([model()], DRAWS, seed=8).records()
    assert first == again
    assert first[0]["npsv"] != other[0]["npsv"]


def test_the_order_of_options_changes_nothing() -> None:
    names = ("One", "Two", "Three")
    models = [model(name=name, cost=50_000 * (at + 1)) for at, name in enumerate(names)]
    straight = {record["option"]: record for record in appraise(models, DRAWS).records()}
    turned = {record["option"]: record for record in appraise(models[::-1], DRAWS).records()}
    assert straight == turned


def test_what_stands_beside_an_option_does_not_change_its_draws() -> None:
    alone = appraise([model()], DRAWS).records()[0]
    beside = appraise([model(name="Another"), model()], DRAWS).records()[1]
    assert {**beside, "against": []} == alone


@given(share, st.floats(0.05, 1), st.floats(0.05, 1))
@settings(max_examples=20)
def test_a_triangle_keeps_within_its_ends_and_has_its_mean(low: float, up: float, further: float) -> None:
    mode, high = low + up, low + up + further
    ready_one = model(inputs={"x": {"low": low, "mode": mode, "high": high}}, cost=1.0)
    drawn = draw(ready_one, 4_000, 1)["x"]
    assert drawn.min() >= low - 1e-12
    assert drawn.max() <= high + 1e-12
    assert drawn.mean() == pytest.approx((low + mode + high) / 3, abs=4 * (high - low) / 4_000**0.5)


@pytest.mark.parametrize("wanted", [-0.7, 0.0, 0.6])
def test_inputs_that_go_together_are_drawn_so_and_keep_their_own_ranges(wanted: float) -> None:
    pair = {"between": ["deadweight", "optimism_bias"], "value": wanted or 0.001}
    apart, together = draw(model(), 20_000, 3), draw(model(correlation=[pair]), 20_000, 3)
    for name in ("deadweight", "optimism_bias"):
        assert np.sort(apart[name]) == pytest.approx(np.sort(together[name]))
    ranks = [np.argsort(np.argsort(together[name])) for name in ("deadweight", "optimism_bias")]
    # Normal scores with correlation r give ranks that correlate by 6/pi arcsin(r/2).
    expected = 6 / np.pi * np.arcsin(wanted / 2)
    assert np.corrcoef(ranks[0], ranks[1])[0, 1] == pytest.approx(expected, abs=0.03)


@given(money, money)
@settings(max_examples=20)
def test_knowing_one_thing_is_worth_no_less_than_nought_and_no_more_than_knowing_all(cost: float, gain: float) -> None:
    found = run(cost=cost, gain=gain)
    for item in found.learning:
        assert 0 <= item.value <= found.perfect * 1.05 + 0.01 * abs(value(found)) + 1
