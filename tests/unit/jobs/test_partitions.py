"""Partitions leave nothing out that the limits let through, and nobody is in two of them."""

import math

import numpy as np

from levelling.jobs.matching.pairs import hectometres
from levelling.jobs.matching.partitions import Grid, from_home, partitions
from levelling.jobs.person import Point
from levelling.jobs.travel import vector
from tests.matching_columns import world


def test_every_pair_within_reach_is_in_one_partition() -> None:
    people, vacancies, _ = world(3, 600, 500)
    near = {int(person): set(part.near.tolist()) for part in partitions(people, vacancies) for person in part.who}
    held = 0
    for person in range(600):
        for vacancy in range(500):
            if vacancies.remote[vacancy] or not vacancies.open[vacancy]:
                continue
            if hectometres(people.xyz[person], vacancies.xyz[vacancy]) <= people.reach[person] * 10:
                assert vacancy in near[person]
                held += 1
    assert held > 1000


def test_what_counts_as_within_reach_by_rounding_is_near_too() -> None:
    """A distance is told in whole 100 m: 1.04 km is 1.0 km. The edge of a tile may lie between."""
    edge = 470 * 2.0 / 111.0  # of a row of tiles 2 km high
    work, home = edge + math.degrees(0.01 / 6371.0), edge - math.degrees(1.03 / 6371.0)
    assert hectometres(np.array(vector(Point(work, 0))), np.array(vector(Point(home, 0)))) == 10
    grid = Grid(2.0, np.array([work]), np.array([0.0]), np.array([5], np.int32))
    assert grid.around(np.array([home]), np.array([0.0]), 1.0).tolist() == [5]


def test_nobody_is_in_two_partitions_of_a_round() -> None:
    people, vacancies, _ = world(3, 600, 500)
    for parts in (partitions(people, vacancies), from_home(people, vacancies, size=70)):
        who = np.concatenate([part.who for part in parts])
        assert len(np.unique(who)) == len(who)
