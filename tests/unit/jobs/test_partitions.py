"""Partitions leave nothing out that the limits let through, and nobody is twice in one round."""

import math

import numpy as np
import pytest

from levelling.jobs import travel
from levelling.jobs.matching import partitions as cut
from levelling.jobs.matching.arrays import People, Vacancies
from levelling.jobs.matching.pairs import FAR, hectometres
from levelling.jobs.matching.partitions import Grid, from_home, partitions, rounds_of_vacancies
from levelling.jobs.matching.rows import Everybody, vacancy_rows
from levelling.jobs.person import Point
from levelling.jobs.travel import vector
from tests.matching_columns import world


def within_reach() -> tuple[People, Vacancies, list[tuple[int, int]]]:
    """People, vacancies, and every pair of them that the reach allows."""
    people, vacancies, rules = world(3, 600, 500)
    persons, offers = Everybody.of(people, rules).rows, vacancy_rows(vacancies)
    open_ = np.flatnonzero((vacancies.remote == 0) & (vacancies.open == 1)).tolist()
    far = [(p, v, hectometres(persons[p], offers[v])) for p in range(600) for v in open_]
    pairs = [(p, v) for p, v, distance in far if distance != FAR and distance <= people.reach[p] * 10]
    assert len(pairs) > 1000
    return people, vacancies, pairs


def test_every_pair_within_reach_is_in_one_partition() -> None:
    people, vacancies, pairs = within_reach()
    near = {int(person): set(part.near.tolist()) for part in partitions(people, vacancies) for person in part.who}
    assert all(vacancy in near[person] for person, vacancy in pairs)


def test_the_other_way_round_too() -> None:
    people, vacancies, pairs = within_reach()
    held = {
        (person, vacancy)
        for parts in rounds_of_vacancies(people, vacancies)
        for part in parts
        for person in part.who.tolist()
        for vacancy in part.near.tolist()
    }
    assert held.issuperset(pairs)


def test_what_counts_as_within_reach_by_rounding_is_near_too() -> None:
    """A distance is told in whole 100 m: 1.04 km is 1.0 km. The edge of a tile may lie between."""
    edge = 470 * 2.0 / 111.0  # of a row of tiles 2 km high
    work, home = edge + math.degrees(0.01 / 6371.0), edge - math.degrees(1.03 / 6371.0)
    assert travel.hectometres(Point(work, 0), Point(home, 0)) == 10
    grid = Grid(2.0, np.array([work]), np.array([0.0]), np.array([5], np.int32))
    assert grid.around(np.array([home]), np.array([0.0]), 1.0).tolist() == [5]


@pytest.mark.parametrize(
    ("home", "work"),
    [
        ((-17.0, 179.995), (-17.0, -179.995)),
        ((54.0, -180.0), (54.0, 180.0)),
        ((89.99, 0.0), (89.99, 180.0)),
        ((-90.0, 0.0), (-90.0, 90.0)),
    ],
)
def test_what_lies_across_the_date_line_or_a_pole_is_near(home: tuple[float, float], work: tuple[float, float]) -> None:
    assert travel.hectometres(Point(*work), Point(*home)) <= 30
    grid = Grid(2.0, np.array([work[0]]), np.array([work[1]]), np.array([5], np.int32))
    assert grid.around(np.array([home[0]]), np.array([home[1]]), 3.0).tolist() == [5]


def test_the_compiled_distance_is_that_of_travel() -> None:
    people, vacancies, rules = world(3, 2, 2)
    places = [Point(54.686, -1.212), Point(54.574, -1.235)]
    xyz = np.array([vector(place) for place in places])
    persons = Everybody.of(people._replace(xyz=xyz), rules).rows
    offers = vacancy_rows(vacancies._replace(xyz=xyz[::-1]))
    assert hectometres(persons[0], offers[0]) == travel.hectometres(*places) == 125
    assert hectometres(persons[0], offers[1]) == 0


def test_nobody_is_in_two_partitions_of_a_round(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cut, "FROM_HOME", 7)
    people, vacancies, _ = world(3, 600, 500)
    for parts in (partitions(people, vacancies), from_home(people, vacancies, size=70)):
        who = np.concatenate([part.who for part in parts])
        assert len(np.unique(who)) == len(who)
    for round_ in rounds_of_vacancies(people, vacancies):
        near = np.concatenate([part.near for part in round_])
        assert len(np.unique(near)) == len(near) > 0
