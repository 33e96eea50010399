import pytest

from levelling.atlas.apportion import average, move_counts, move_means, share_out
from levelling.core.errors import NotEnoughData


def test_hamiltons_own_problem() -> None:
    """Largest remainder worked by hand: 21 seats, people 7270, 1230, 2220 of 10720."""
    # Exact shares 14.2416..., 2.4095..., 4.3488...: whole parts 14, 2, 4 leave one seat, which goes to the largest fraction.
    assert share_out(21, {"a": 7270, "b": 1230, "c": 2220}) == {"a": 14, "b": 3, "c": 4}


def test_equal_fractions_go_by_name() -> None:
    assert share_out(1, {"b": 1, "a": 1}) == {"b": 0, "a": 1}


def test_a_fall_is_shared_as_a_rise_is() -> None:
    assert share_out(-10, {"a": 2, "b": 4, "c": 1}) == {"a": -3, "b": -6, "c": -1}


def test_pounds_are_shared_in_fractions() -> None:
    assert share_out(10.5, {"a": 1, "b": 3}) == {"a": 2.625, "b": 7.875}


def test_a_place_without_people_gets_nothing() -> None:
    assert share_out(3, {"a": 0, "b": 5}) == {"a": 0, "b": 3}


@pytest.mark.parametrize("people", [{}, {"a": 0}, {"a": -1, "b": 2}])
def test_nothing_can_be_shared_among_nobody(people: dict[str, int]) -> None:
    with pytest.raises(NotEnoughData):
        share_out(5, people)


def test_counts_move_from_districts_to_care_boards() -> None:
    shared = {("Allerdale", "North"): 60, ("Allerdale", "South"): 40, ("Eden", "South"): 10}
    assert move_counts({"Allerdale": 7, "Eden": 3}, shared) == {"North": 4, "South": 6}


def test_a_count_of_none_needs_no_people() -> None:
    assert move_counts({"Nowhere": 0}, {("A", "x"): 1}) == {"x": 0}


def test_a_count_from_a_place_that_meets_no_target_is_not_lost_in_silence() -> None:
    with pytest.raises(NotEnoughData):
        move_counts({"Nowhere": 2}, {("A", "x"): 1})


def test_a_mean_leaves_out_places_without_a_figure() -> None:
    moved = move_means({"a": 10.0}, {("a", "x"): 1, ("b", "x"): 99, ("b", "y"): 5})
    assert moved == {"x": (10.0, 1, 1)}


def test_a_mean_of_equal_values_is_that_value() -> None:
    assert average([(0.1, 3), (0.1, 7)]).value == 0.1


def test_an_average_needs_people() -> None:
    with pytest.raises(NotEnoughData):
        average([(1.0, 0)])
