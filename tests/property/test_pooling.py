"""Laws of pooling: order and units do not matter, one study is itself, and a new place is less sure than the mean."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.practice.evidence import Method, Study, pool

studies = st.lists(
    st.builds(Study, st.just("study"), st.floats(-50, 50), st.floats(0.05, 20)),
    min_size=1,
    max_size=9,
)
methods = st.sampled_from(list(Method))


def close(one: float, other: float, scale: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-6 * scale)


@given(studies, methods, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(items: list[Study], method: Method, random: object) -> None:
    mixed = list(items)
    random.shuffle(mixed)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    one, other = pool(items, method), pool(mixed, method)
    for field in ("mean", "lower", "upper", "q", "tau2"):
        assert close(getattr(one, field), getattr(other, field), 100), field


@given(studies, methods, st.floats(0.01, 100), st.floats(-30, 30))
def test_units_and_a_shift_do_not_matter(items: list[Study], method: Method, by: float, shift: float) -> None:
    moved = [Study(item.name, by * item.effect + shift, by * item.error) for item in items]
    one, other = pool(items, method), pool(moved, method)
    assert close(by * one.mean + shift, other.mean, 1 + 100 * by)
    assert close(by * one.lower + shift, other.lower, 1 + 100 * by)
    assert close(by * by * one.tau2, other.tau2, 1 + 1e4 * by * by)
    assert math.isclose(one.i2, other.i2, abs_tol=1e-4)


@given(st.floats(-50, 50), st.floats(0.05, 20), methods)
def test_one_study_returns_itself(effect: float, error: float, method: Method) -> None:
    found = pool([Study("alone", effect, error)], method)
    assert found.mean == pytest.approx(effect)
    assert found.upper - found.lower == pytest.approx(2 * 1.959964 * error, rel=1e-6)
    assert (found.tau2, found.i2, found.predicted, found.q_likely) == (0.0, 0.0, None, None)


@given(studies, methods)
def test_a_new_place_is_no_surer_than_the_mean(items: list[Study], method: Method) -> None:
    found = pool(items, method)
    assert (found.predicted is not None) is (len(items) > 2)
    if found.predicted is not None:
        assert found.predicted[0] <= found.lower <= found.mean <= found.upper <= found.predicted[1]


@given(studies, methods)
def test_the_mean_lies_among_the_effects_and_weights_add_up(items: list[Study], method: Method) -> None:
    found = pool(items, method)
    effects = [item.effect for item in items]
    assert min(effects) - 1e-9 <= found.mean <= max(effects) + 1e-9
    assert math.fsum(found.weights) == pytest.approx(1)
    assert found.tau2 >= 0
    assert 0 <= found.i2 < 1
    assert found.q_likely is None or 0 <= found.q_likely <= 1


@given(st.floats(-50, 50), st.lists(st.floats(0.05, 20), min_size=2, max_size=8), methods)
def test_studies_that_agree_have_no_variance_between_them(effect: float, errors: list[float], method: Method) -> None:
    found = pool([Study("same", effect, error) for error in errors], method)
    assert found.tau2 == 0
    assert found.mean == pytest.approx(effect)
    fixed = 1 / math.sqrt(math.fsum(1 / error**2 for error in errors))
    assert (found.upper - found.lower) / 2 >= 1.959 * fixed  # never narrower than their own errors make it
