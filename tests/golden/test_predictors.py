"""What goes with growth against other people's programs: statsmodels, PySAL, SciPy; and the findings on the real figures."""

import numpy as np
import pytest
from esda.moran import Moran as PysalMoran
from libpysal.weights import W
from scipy.stats import t as scipy_t
from statsmodels.regression.linear_model import OLS

from levelling.atlas import Atlas
from levelling.challenge.predictors import Explained, Outcome, ask, explain, make
from levelling.challenge.predictors.families import INDUSTRIES
from levelling.challenge.predictors.fit import expected, least_squares
from levelling.challenge.predictors.moran import moran, neighbours
from levelling.challenge.predictors.outcomes import values
from levelling.challenge.predictors.quotients import quotients
from levelling.challenge.predictors.robust import coefficients
from levelling.core.area import Level
from levelling.core.errors import NotEnoughData
from levelling.core.student import student


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.fixture(scope="module")
def level(atlas: Atlas) -> Explained:
    return explain(atlas, ask(atlas, Outcome.LEVEL))


@pytest.fixture(scope="module")
def growth(atlas: Atlas) -> Explained:
    return explain(atlas, ask(atlas, Outcome.GROWTH, start=2008, end=2017))


def test_the_fit_of_the_plan_is_that_of_statsmodels(level: Explained) -> None:
    made = level.made
    theirs = OLS(made.outcome, made.design.matrix).fit()
    assert made.fit.coefficients == pytest.approx(theirs.params)
    assert made.fit.r2 == pytest.approx(theirs.rsquared)
    assert made.fit.adjusted_r2 == pytest.approx(theirs.rsquared_adj)
    assert made.fit.leverage == pytest.approx(theirs.get_influence().hat_matrix_diag)


def test_it_solves_the_normal_equations(level: Explained) -> None:
    matrix, outcome = level.made.design.matrix, level.made.outcome
    assert level.made.fit.coefficients == pytest.approx(np.linalg.solve(matrix.T @ matrix, matrix.T @ outcome))


def test_what_is_expected_is_what_statsmodels_foretells_without_the_place(level: Explained) -> None:
    made = level.made
    for code in ("E06000001", "S12000049", "E09000001"):  # Hartlepool, Glasgow, and the City of London, which pulls hard
        at = made.at[code]
        without = np.arange(len(made.outcome)) != at
        theirs = OLS(made.outcome[without], made.design.matrix[without]).fit()
        frame = theirs.get_prediction(made.design.matrix[[at]]).summary_frame(alpha=0.05)
        ours = expected(made.fit, made.outcome, at)
        assert ours.value == pytest.approx(frame["mean"].iloc[0])
        assert ours.lower == pytest.approx(frame["obs_ci_lower"].iloc[0], abs=1e-4)
        assert ours.upper == pytest.approx(frame["obs_ci_upper"].iloc[0], abs=1e-4)


def test_robust_intervals_are_those_of_the_formula(level: Explained) -> None:
    # HC3 (MacKinnon and White 1985): (X'X)^-1 X' diag(e^2 / (1 - h)^2) X (X'X)^-1.
    matrix, fit = level.made.design.matrix, level.made.fit
    bread = np.linalg.inv(matrix.T @ matrix)
    scaled = fit.residuals / (1 - fit.leverage)
    errors = np.sqrt(np.diag(bread @ (matrix.T * scaled**2) @ matrix @ bread))
    half = scipy_t.ppf(0.975, len(matrix) - fit.parameters) * errors
    for at, found in enumerate(level.coefficients, start=1):
        assert (found.lower, found.upper) == pytest.approx((fit.coefficients[at] - half[at], fit.coefficients[at] + half[at]))


def test_students_t_is_scipys() -> None:
    for free in (*range(1, 16), 50, 150, 320):
        assert student(free) == pytest.approx(float(scipy_t.ppf(0.975, free)), abs=1e-4)


def test_morans_i_is_pysals(level: Explained) -> None:
    near = neighbours(level.made.table.places)
    weights = W(dict(enumerate(near.tolist())), silence_warnings=True)
    residuals = level.made.fit.residuals
    theirs = PysalMoran(residuals, weights, transformation="r", permutations=0)
    ours = moran(residuals.tolist(), near)
    assert ours.value == pytest.approx(theirs.I)
    assert ours.by_chance == pytest.approx(theirs.EI)
    # The chance of a value as large, by shuffles and by the normal approximation under randomisation.
    one_sided = theirs.p_rand / 2 if theirs.I > theirs.EI else 1 - theirs.p_rand / 2
    assert ours.p_value == pytest.approx(one_sided, abs=0.05)


def test_the_level_of_output_is_largely_explained_and_its_growth_is_not(level: Explained, growth: Explained) -> None:
    assert level.made.fit.cross_validated_r2 > 0.5
    assert growth.made.fit.r2 < 0.25
    assert growth.made.fit.cross_validated_r2 < 0.1
    assert all(item.adjusted_p > 0.05 for item in growth.coefficients)


def test_industries_explain_more_of_the_level_than_any_other_family(level: Explained) -> None:
    shares = level.made.shares
    assert max(shares, key=lambda family: shares[family]) == "sector mix"
    assert sum(shares.values()) == pytest.approx(level.made.fit.r2)


def test_about_one_place_in_twenty_lies_outside_its_span(level: Explained) -> None:
    outside = sum(not item["inside"] for item in level.made.places())
    assert 0.02 < outside / len(level.made.table.areas) < 0.08


def test_output_per_hour_of_hartlepool_against_the_uk(atlas: Atlas) -> None:
    # ONS, Regional and subregional labour productivity, 19 June 2025: £30.22 an hour in Hartlepool in 2023.
    uk = atlas.estimate("gross-value-added-per-hour-worked", atlas.area("United Kingdom")).value
    found = values(atlas, ask(atlas, Outcome.LEVEL))["E06000001"]
    assert uk is not None
    assert found == pytest.approx(100 * 30.22 / uk)


def test_places_without_a_measure_are_named_not_filled_in(level: Explained, atlas: Atlas) -> None:
    assert "Belfast" in level.made.table.left_out
    assert len(level.made.table.areas) + len(level.made.table.left_out) == 361
    with pytest.raises(NotEnoughData, match="Belfast is left out"):
        level.made.place(atlas.area("Belfast"))


def test_what_was_measured_after_the_window_began_says_so(growth: Explained) -> None:
    after = {item.predictor.key: item.after for item in growth.made.table.measured}
    assert after["graduates"]  # 2017, for a window from 2008
    assert not after["manufacturing"]  # 2008
    assert not after["coastal"]


def test_itl3_areas_have_the_published_index_of_real_output_per_hour(atlas: Atlas) -> None:
    made = make(atlas, ask(atlas, Outcome.GROWTH, Level.ITL3, 2008, 2017))
    area = made.table.areas[0]
    first, last = (atlas.store.column("gva-per-hour-worked-volume-index", "", year)[area.code].value for year in ("2008", "2017"))
    assert first is not None
    assert last is not None
    assert made.outcome[0] == pytest.approx(100 * ((last / first) ** (1 / 9) - 1))


def test_coefficients_do_not_hang_on_the_order_of_places(level: Explained) -> None:
    matrix, outcome = level.made.design.matrix, level.made.outcome
    turned = coefficients(matrix[::-1], outcome[::-1], len(level.coefficients))
    assert [item.value for item in turned] == pytest.approx([item.value for item in level.coefficients])
    assert least_squares(matrix[::-1], outcome[::-1]).r2 == pytest.approx(level.made.fit.r2)


def test_a_location_quotient_by_hand(atlas: Atlas) -> None:
    # ONS, regional gross value added by industry: each industry over all but real estate and households, here and in the UK.
    found = {item.industry: item for item in quotients(atlas, atlas.area("Hartlepool"))}["manufacturing"]
    column = {name: atlas.store.column("gva", name, found.period) for name in INDUSTRIES}

    def share(code: str) -> float:
        return (column["manufacturing"][code].value or 0) / sum(column[name][code].value or 0 for name in INDUSTRIES)

    assert found.quotient == pytest.approx(share("E06000001") / share("K02000001"))


def test_a_quotient_is_the_ratio_of_two_shares(atlas: Atlas) -> None:
    shares = quotients(atlas, atlas.area("Leeds (lad)"))
    assert sum(item.share for item in shares) <= 100
    assert all(item.quotient == pytest.approx(item.share / item.uk_share) for item in shares)
