"""Laws of what goes with growth."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.challenge.predictors.fit import contributions, design, expected, least_squares, shapley
from levelling.challenge.predictors.moran import moran, neighbours

FAMILIES = ("workforce", "capital", "geography", "sectors")


def sample(seed: int, count: int = 40) -> tuple[list[tuple[float, ...]], list[str], np.ndarray]:
    random = np.random.default_rng(seed)
    rows = random.normal(size=(count, 5))
    clubs = [f"TL{letter}" for letter in random.choice(list("CDE"), count)]
    outcome = rows @ random.normal(size=5) + random.normal(size=count)
    return [tuple(map(float, row)) for row in rows], clubs, outcome


OF = ("workforce", "workforce", "capital", "geography", "sectors")
SEEDS = st.integers(0, 10_000)


@settings(deadline=None, max_examples=25)
@given(SEEDS)
def test_shares_of_families_are_not_below_nought_and_add_up_to_what_is_explained(seed: int) -> None:
    rows, clubs, outcome = sample(seed)
    made = design(rows, OF, clubs, "geography")
    shares = shapley(made, outcome, FAMILIES)
    assert sum(shares.values()) == pytest.approx(least_squares(made.matrix, outcome).r2)
    assert min(shares.values()) >= -1e-9


@settings(deadline=None, max_examples=25)
@given(SEEDS, st.integers(0, 39))
def test_what_is_expected_of_a_place_is_what_a_fit_without_it_foretells(seed: int, at: int) -> None:
    rows, clubs, outcome = sample(seed)
    matrix = design(rows, OF, clubs, "geography").matrix
    without = np.arange(len(outcome)) != at
    coefficients = np.linalg.lstsq(matrix[without], outcome[without], rcond=None)[0]
    found = expected(least_squares(matrix, outcome), outcome, at)
    assert found.value == pytest.approx(float(matrix[at] @ coefficients))
    assert found.lower < found.value < found.upper


@settings(deadline=None, max_examples=25)
@given(SEEDS, st.integers(0, 39))
def test_the_moves_of_the_families_add_up_to_the_fitted_value_less_the_mean(seed: int, at: int) -> None:
    rows, clubs, outcome = sample(seed)
    made = design(rows, OF, clubs, "geography")
    fit = least_squares(made.matrix, outcome)
    assert sum(contributions(made, fit, FAMILIES, at).values()) == pytest.approx(float(fit.fitted[at] - outcome.mean()))


@settings(deadline=None, max_examples=25)
@given(SEEDS)
def test_a_fit_never_foretells_better_than_it_fits(seed: int) -> None:
    rows, clubs, outcome = sample(seed)
    fit = least_squares(design(rows, OF, clubs, "geography").matrix, outcome)
    assert fit.cross_validated_r2 < fit.adjusted_r2 < fit.r2 <= 1


@settings(deadline=None, max_examples=25)
@given(SEEDS, st.floats(0.1, 100), st.floats(-50, 50))
def test_morans_i_does_not_hang_on_scale_or_level(seed: int, scale: float, level: float) -> None:
    random = np.random.default_rng(seed)
    near = neighbours([(float(x), float(y)) for x, y in random.uniform(0, 100, (30, 2))])
    left = random.normal(size=30)
    first, second = moran(left.tolist(), near), moran((scale * left + level).tolist(), near)
    assert second.value == pytest.approx(first.value)
    assert second.p_value == first.p_value


@settings(deadline=None, max_examples=8)
@given(SEEDS)
def test_the_share_of_a_family_is_its_mean_gain_over_all_orders(seed: int) -> None:
    rows, clubs, outcome = sample(seed)
    made = design(rows, OF, clubs, "geography")
    columns = np.column_stack([made.scores, made.clubs])

    def explained(some: tuple[str, ...]) -> float:
        if not some:
            return 0.0
        kept = [at for at, family in enumerate(made.families) if family in some]
        return least_squares(np.column_stack([np.ones(len(outcome)), columns[:, kept]]), outcome).r2

    gains = dict.fromkeys(FAMILIES, 0.0)
    for order in itertools.permutations(FAMILIES):
        for at, family in enumerate(order):
            gains[family] += (explained(order[: at + 1]) - explained(order[:at])) / 24
    assert shapley(made, outcome, FAMILIES) == pytest.approx(gains)
