"""What goes with growth, on places small enough to reckon by hand."""

import math

import numpy as np
import pytest

from levelling.challenge.predictors.families import Family, chosen
from levelling.challenge.predictors.fit import contributions, design, expected, least_squares, shapley
from levelling.challenge.predictors.moran import moran, neighbours
from levelling.challenge.predictors.outcomes import Outcome, Question, ask, values
from levelling.challenge.predictors.reader import averaged, specialised
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.student import student
from tests.challenge_world import OTHERS, TOWN, UK, Row, World, indicator

SLUGS = ("gva-volume", "hours-worked-per-week", "gross-value-added-per-hour-worked")


def world() -> World:
    rows: list[Row] = []
    for year, output, hours in (("2008", 100.0, 10.0), ("2012", 146.41, 10.0)):  # 10% more output an hour each year
        rows += [("gva-volume", TOWN, year, output, None, None), ("hours-worked-per-week", TOWN, year, hours, None, None)]
    rows += [("gva-volume", OTHERS[0], "2008", 50.0, None, None)]  # no hours: no outcome
    rows += [("gross-value-added-per-hour-worked", area, "2012", value, None, None) for area, value in ((TOWN, 30.0), (UK, 40.0))]
    return World([indicator(slug) for slug in SLUGS], rows)


def test_growth_is_compounded_by_year() -> None:
    question = ask(world(), Outcome.GROWTH, Level.LAD)
    assert (question.start, question.end) == (2008, 2012)
    assert values(world(), question) == {TOWN.code: pytest.approx(10.0)}


def test_a_level_is_against_the_uk() -> None:
    question = ask(world(), Outcome.LEVEL, Level.LAD)
    assert (question.start, question.end) == (2012, 2012)
    assert values(world(), question)[TOWN.code] == 75.0


@pytest.mark.parametrize(
    ("level", "start", "end", "says"),
    [
        (Level.REGION, None, None, "not for regions"),
        (Level.LAD, 1990, None, "runs from 2008 to 2012"),
        (Level.LAD, 2008, 2030, "runs from 2008 to 2012"),
        (Level.LAD, 2012, 2008, "too short"),
    ],
)
def test_a_window_outside_the_series_is_refused(level: Level, start: int | None, end: int | None, says: str) -> None:
    with pytest.raises(UserError, match=says):
        ask(world(), Outcome.GROWTH, level, start, end)


def test_the_four_families_are_all_there_with_and_without_what_only_england_has() -> None:
    for england in (True, False):
        assert {item.family for item in chosen(england=england)} == set(Family)


def test_specialisation_is_the_share_of_output_that_would_have_to_change() -> None:
    # UK half and half; the place four fifths and one fifth: three tenths of its output would have to move.
    assert specialised({"K02000001": [50, 50], "a": [80, 20], "b": [1, 1]}) == {"K02000001": 0.0, "a": 30.0, "b": 0.0}


def test_an_area_of_several_is_averaged_over_people_where_nine_tenths_have_a_figure() -> None:
    small, large = Area("E1", "Small", Level.LAD, "E", population=100), Area("E2", "Large", Level.LAD, "E", population=900)
    assert averaged([small, large], {"E1": 10.0, "E2": 20.0}) == 19.0
    assert averaged([small, large], {"E2": 20.0}) == 20.0
    assert averaged([small, large], {"E1": 10.0}) is None


def test_a_line_through_five_places() -> None:
    # y on x = 1..5: slope 0.6, intercept 2.2, R^2 = 0.6 (sums: Sxy 6, Sxx 10, Syy 6).
    x, y = np.array([1.0, 2, 3, 4, 5]), np.array([2.0, 4, 5, 4, 5])
    fit = least_squares(np.column_stack([np.ones(5), x]), y)
    assert fit.coefficients.tolist() == pytest.approx([2.2, 0.6])
    assert fit.r2 == pytest.approx(0.6)
    assert fit.adjusted_r2 == pytest.approx(1 - 0.4 * 4 / 3)
    assert fit.leverage.tolist() == pytest.approx([0.6, 0.3, 0.2, 0.3, 0.6])
    # The first place from the other four, (2, 4), (3, 5), (4, 4), (5, 5): slope 0.2 and mean 4.5 at 3.5, so 4.0 at 1.
    assert expected(fit, y, 0).value == pytest.approx(4.0)


def test_places_that_do_not_outnumber_the_coefficients_are_refused() -> None:
    with pytest.raises(ValueError, match="more areas than coefficients"):
        least_squares(np.ones((2, 1)), np.array([1.0, 2.0]))


def test_two_families_that_share_nothing_explain_what_each_explains_alone() -> None:
    rows = [(a, b) for a in (-1.0, 1.0) for b in (-1.0, 1.0)] * 3
    outcome = np.array([3 * a + b for a, b in rows])
    shares = shapley(design(rows, ("one", "other"), ["x"] * 12, "one"), outcome, ("one", "other"))
    assert shares == {"one": pytest.approx(0.9), "other": pytest.approx(0.1)}  # 9 and 1 of a variance of 10


def test_families_move_a_place_from_the_mean_and_add_up() -> None:
    rows = [(a, b) for a in (-1.0, 1.0) for b in (-1.0, 1.0)] * 3
    outcome = np.array([10 + 3 * a + b for a, b in rows])
    made = design(rows, ("one", "other"), ["x"] * 12, "one")
    parts = contributions(made, least_squares(made.matrix, outcome), ("one", "other"), 3)
    assert parts == {"one": pytest.approx(3.0), "other": pytest.approx(1.0)}


def test_a_measure_that_is_the_same_everywhere_counts_for_nothing() -> None:
    made = design([(5.0, float(n)) for n in range(6)], ("one", "other"), ["x"] * 6, "one")
    assert made.scores[:, 0].tolist() == [0.0] * 6


def test_morans_i_of_a_row_of_four() -> None:
    # Two nearest neighbours on a line; values -3, -1, 1, 3. For each place, its value times the mean of its two nearest:
    # -3 * (-1 + 1)/2 + -1 * (-3 + 1)/2 + 1 * (-1 + 3)/2 + 3 * (1 - 1)/2 = 0 + 1 + 1 + 0 = 2, over a sum of squares of 20.
    near = neighbours([(0, 0), (1, 0), (2, 0), (3, 0)], 2)
    assert [sorted(row) for row in near.tolist()] == [[1, 2], [0, 2], [1, 3], [1, 2]]
    found = moran([-3, -1, 1, 3], near)
    assert found.value == pytest.approx(0.1)
    assert found.by_chance == pytest.approx(-1 / 3)


def test_morans_i_of_values_that_are_all_the_same_is_refused() -> None:
    with pytest.raises(ValueError, match="differ"):
        moran([1.0, 1.0, 1.0], neighbours([(0, 0), (1, 0), (2, 0)]))


def test_students_t_as_tabled() -> None:
    # Standard tables of the 97.5% point.
    for free, tabled in ((10, 2.228), (20, 2.086), (60, 2.000), (120, 1.980)):
        assert math.isclose(student(free), tabled, abs_tol=6e-4)


def test_a_question_says_what_it_explains() -> None:
    assert (
        Question(Outcome.GROWTH, Level.LAD, 2008, 2017, england=False).words == "real growth in output per hour from 2008 to 2017"
    )
    assert Question(Outcome.LEVEL, Level.LAD, 2023, 2023, england=False).words == "output per hour in 2023"
