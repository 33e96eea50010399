"""Sharing out, from small tables to answers worked out by hand."""

import pytest

from levelling.core.errors import UserError
from levelling.jobs.sharing import Candidates, Settings, candidates, share

COOK, DRIVER, CLERK = 0, 1, 2
NAMES = ("cook", "driver", "clerk")


def made(people: str, edges: list[tuple[int, int, int]], places: tuple[int, ...] = (1, 1, 1), furthest: str = "") -> Candidates:
    """People by one letter each; edges are person, vacancy and fit."""
    sides = [list(side) for side in zip(*((*edge, 50) for edge in edges), strict=True)] or [[], [], [], []]
    return candidates(list(people), [letter in furthest for letter in people], NAMES[: len(places)], places, sides)


def sent(found: Candidates, how: Settings | None = None) -> dict[str, str]:
    return {pair.person: pair.vacancy for pair in share(found, how).pairs()}


def test_the_most_are_placed_before_fit_is_looked_at() -> None:
    """Ann fits the cook's job best, but Bob can do nothing else."""
    found = made("ab", [(0, COOK, 100), (0, DRIVER, 10), (1, COOK, 20)])
    assert sent(found) == {"a": "driver", "b": "cook"}


def test_of_two_ways_to_place_both_the_better_fit_is_taken() -> None:
    found = made("ab", [(0, COOK, 90), (0, DRIVER, 80), (1, COOK, 60), (1, DRIVER, 20)])
    assert sent(found) == {"a": "driver", "b": "cook"}


def test_of_two_ways_of_one_fit_the_better_jobs_are_taken() -> None:
    found = candidates(["a"], [False], ["cook", "driver"], [1, 1], [[0, 0], [0, 1], [70, 70], [40, 60]])
    assert sent(found) == {"a": "driver"}


def test_a_vacancy_for_two_takes_two() -> None:
    found = made("abc", [(0, COOK, 90), (1, COOK, 80), (2, COOK, 70)], places=(2,))
    assert sent(found) == {"a": "cook", "b": "cook"}
    assert sent(found, Settings(per_place=2)) == {"a": "cook", "b": "cook", "c": "cook"}


def test_two_vacancies_a_person_first_give_everybody_one() -> None:
    found = made("ab", [(0, COOK, 90), (0, DRIVER, 90), (1, DRIVER, 10), (0, CLERK, 5)])
    pairs = [(pair.person, pair.vacancy, pair.choice) for pair in share(found, Settings(per_person=2)).pairs()]
    assert pairs == [("a", "cook", 1), ("a", "clerk", 3), ("b", "driver", 1)]


def test_those_furthest_from_work_are_placed_as_often_as_all() -> None:
    """One job, four people: by fit it is Ann's. Of all, a quarter can be placed; of the two furthest, one is half."""
    found = made("abcd", [(0, COOK, 90), (1, COOK, 80), (2, COOK, 30), (3, COOK, 40)], furthest="cd")
    shared = share(found)
    assert {pair.person for pair in shared.pairs()} == {"d"}
    assert (shared.floor.wanted, shared.floor.placed, shared.floor.without, shared.floor.fit) == (1, 1, 0, 50)
    assert shared.floor.sentence == (
        "Of those furthest from work, 1 of 2 are placed; the floor asks for 1. Without the floor it would be 0; "
        "it costs 50 points of fit in all."
    )
    assert sent(found, Settings(floor=0)) == {"a": "cook"}


def test_a_floor_out_of_reach_is_met_as_far_as_it_can_be_and_said() -> None:
    found = made("abc", [(0, COOK, 90), (1, COOK, 80), (2, DRIVER, 70)], furthest="abc")
    shared = share(found, Settings(floor=1))
    assert (shared.floor.kept, shared.floor.placed, shared.floor.possible) == (False, 2, 2)
    assert "The floor asks for 3, and no way of sharing out places more" in shared.floor.sentence


def test_who_is_left_without_is_told_why() -> None:
    found = made("abcd", [(0, COOK, 90), (1, COOK, 80), (2, DRIVER, 70)])
    shared = share(found)
    assert shared.without() == {
        "b": "too few places: 2 people have candidates only in 1 vacancy with 1 place",
        "d": "no vacancy that can be proposed to them",
    }
    assert [line["vacancy"] for line in shared.records()] == ["cook", None, "driver", None]


def test_congestion_is_counted_before_and_after() -> None:
    edges = [(0, COOK, 90), (1, COOK, 80), (2, COOK, 70), (2, DRIVER, 60), (1, CLERK, 60)]
    shared = share(made("abc", edges))
    assert (shared.before.most, shared.before.sent_to_top, shared.before.beyond, shared.before.vacancies_met) == (3, 3, 2, 1)
    assert (shared.after.most, shared.after.sent_to_top, shared.after.beyond, shared.after.vacancies_met) == (1, 1, 0, 3)
    assert shared.before.gini == pytest.approx(2 / 3)
    assert shared.after.gini == 0
    assert shared.sentence == (
        "Of 3 people, 3 are recommended a vacancy. Sent to their own best instead, 2 of 3 would have come to a vacancy with no "
        "place left."
    )
    assert [(pair.person, pair.below) for pair in shared.pairs()] == [("a", 0), ("b", 20), ("c", 10)]


def test_nothing_to_share_is_an_answer_too() -> None:
    shared = share(made("ab", []))
    assert shared.records()[0]["why"] == "no vacancy that can be proposed to them"
    empty = share(candidates([], [], [], [], [[], [], [], []]))
    assert (empty.after.people, empty.records(), empty.after.gini, empty.after.mean_fit) == (0, [], 0, None)
    assert empty.notes


def test_a_pair_that_comes_twice_counts_once_at_its_best() -> None:
    found = made("a", [(0, COOK, 40), (0, COOK, 60), (0, DRIVER, 50)])
    assert (found.fit.tolist(), found.choice.tolist()) == ([60, 50], [1, 2])


@pytest.mark.parametrize(
    ("people", "edges", "says"),
    [
        (["a", "a"], [[0], [0], [1], [1]], "Two people have the key 'a'"),
        (["a", "b"], [[2], [0], [1], [1]], "a person's place of 2"),
        (["a", "b"], [[0], [0], [101], [1]], "a fit of 101"),
        (["a", "b"], [[0], [0, 1], [1], [1]], "different lengths"),
    ],
)
def test_what_does_not_fit_together_is_refused(people: list[str], edges: list[list[int]], says: str) -> None:
    with pytest.raises(UserError, match=says):
        candidates(people, [False] * len(people), ["u", "v"], [1, 1], edges)


@pytest.mark.parametrize(
    ("numbers", "says"), [((0, 1, None), "0 vacancies a person"), ((1, 0, None), "0 people a place"), ((1, 1, 1.5), "no share")]
)
def test_settings_out_of_range_are_refused(numbers: tuple[int, int, float | None], says: str) -> None:
    with pytest.raises(UserError, match=says):
        Settings(*numbers)
