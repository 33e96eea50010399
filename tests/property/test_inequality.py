"""Laws of inequality: scale, repetition, equality, transfers, and parts that add up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.challenge.inequality import entropy, extremes, gini, ratio, split, variation
from levelling.challenge.inequality.measures import MEASURES, Array

MEANT = ("theil_t", "theil_l", "gini", "cv")
alphas = st.sampled_from([-1.0, 0.0, 0.5, 1.0, 2.0])


@st.composite
def places(draw: st.DrawFn) -> tuple[Array, Array]:
    """Some places with values and weights."""
    count = draw(st.integers(2, 12))
    values = draw(st.lists(st.floats(0.5, 1e4), min_size=count, max_size=count))
    weights = draw(st.lists(st.floats(0.1, 1e3), min_size=count, max_size=count))
    return np.array(values), np.array(weights)


@given(places(), st.floats(0.01, 100), st.floats(0.01, 100))
def test_neither_the_scale_of_values_nor_of_weights_matters(found: tuple[Array, Array], scale: float, count: float) -> None:
    values, weights = found
    for name in MEANT:
        before, after = MEASURES[name](values, weights), MEASURES[name](values * scale, weights * count)
        assert after == pytest.approx(before, rel=1e-6, abs=1e-7)
    assert extremes(values * scale, weights) == pytest.approx(extremes(values, weights))


@given(places())
def test_the_same_country_twice_is_as_unequal_as_once(found: tuple[Array, Array]) -> None:
    values, weights = found
    for name in MEANT:
        twice = MEASURES[name](np.tile(values, 2), np.tile(weights, 2))
        assert twice == pytest.approx(MEASURES[name](values, weights), rel=1e-6, abs=1e-7)


@given(st.floats(0.5, 1e4), st.integers(2, 10), alphas)
def test_where_all_have_the_same_there_is_none(value: float, count: int, alpha: float) -> None:
    values, weights = np.full(count, value), np.arange(1.0, count + 1)
    assert entropy(values, weights, alpha) == pytest.approx(0.0, abs=1e-12)
    assert gini(values, weights) == pytest.approx(0.0, abs=1e-12)
    assert variation(values, weights) == pytest.approx(0.0, abs=1e-6)
    assert (ratio(values, weights), extremes(values, weights)) == (1.0, 1.0)


@given(places(), alphas, st.data())
def test_between_and_within_add_up(found: tuple[Array, Array], alpha: float, data: st.DataObject) -> None:
    values, weights = found
    groups = np.array(data.draw(st.lists(st.integers(0, 3), min_size=len(values), max_size=len(values))))
    between, within = split(values, weights, groups, alpha)
    whole = entropy(values, weights, alpha)
    assert between + within == pytest.approx(whole, rel=1e-9, abs=1e-10)
    assert between >= 0
    assert within >= 0
    # Within is what each group holds, by Shorrocks' weights: worked out the long way round.
    total, mean = weights.sum(), (weights * values).sum() / weights.sum()
    inside = 0.0
    for group in np.unique(groups):
        here = groups == group
        own = (weights[here] * values[here]).sum() / weights[here].sum()
        inside += weights[here].sum() / total * (own / mean) ** alpha * entropy(values[here], weights[here], alpha)
    assert within == pytest.approx(inside, rel=1e-6, abs=1e-8)


@given(places(), st.data())
def test_giving_from_the_richer_to_the_poorer_never_makes_it_worse(found: tuple[Array, Array], data: st.DataObject) -> None:
    values, _ = found
    weights = np.ones(len(values))
    rich, poor = int(values.argmax()), int(values.argmin())
    gift = data.draw(st.floats(0, 0.5)) * (values[rich] - values[poor])
    after = values.copy()
    after[rich] -= gift
    after[poor] += gift
    for name in MEANT:
        assert MEASURES[name](after, weights) <= MEASURES[name](values, weights) + 1e-6


@given(places())
def test_bounds(found: tuple[Array, Array]) -> None:
    values, weights = found
    assert 0 <= gini(values, weights) < 1
    assert 0 <= entropy(values, weights, 1) <= np.log(weights.sum() / weights.min()) + 1e-9
    assert 1 <= ratio(values, weights) <= extremes(values, weights)


@given(places(), st.integers(1, 4))
def test_many_worlds_at_once_are_each_as_by_itself(found: tuple[Array, Array], draws: int) -> None:
    values, weights = found
    drawn = np.random.default_rng(7).integers(1, 4, size=(draws, len(values))) * weights
    for measure in MEASURES.values():
        together = measure(values, drawn)
        assert together == pytest.approx([float(measure(values, row)) for row in drawn])
