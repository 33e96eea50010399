"""Laws of near misses: what is said to open so many more opens exactly these, and never at the cost of the law."""

import random
from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.jobs import matching
from levelling.jobs.limits import NAMED_TIMES
from levelling.jobs.matching.board import Board
from levelling.jobs.matching.limits import Limit, State, verdicts
from levelling.jobs.matching.near import NearMiss, near_misses
from levelling.jobs.matching.reference import match_by_trying
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.vacancy import Contract, Vacancy
from tests.matching_cases import DAY, catalogue, person, vacancy

SEEDS = st.integers(0, 2**32 - 1)


def somebody(chance: random.Random, number: int) -> Person:
    """Somebody whose limits bite: near the vacancies, and with limits of each kind."""
    made = person(chance, number)
    times = chance.choice([None, frozenset(range(0, 15, 3)), frozenset({0, 3, 6})])
    implied = {name for name, slots in NAMED_TIMES.items() if times is not None and not slots & times}
    return replace(
        made,
        point=Point(54.0, -1.2),
        reach=chance.choice([(), (Reach(Mode.WALK, km=1.5),), (Reach(Mode.BUS, minutes=20),), (Reach(Mode.CAR, km=4),)]),
        floor=chance.choice([None, 11.0, 12.71, 14.3, 16.0]),
        times=times,
        limits=frozenset(made.limits | implied),
    )


def something(chance: random.Random, number: int) -> Vacancy:
    made = vacancy(chance, number)
    contract = chance.choice([Contract.PERMANENT, Contract.APPRENTICESHIP, Contract.VOLUNTARY, Contract.PERMANENT])
    demands = frozenset(chance.sample(["lifting", "nights", "evenings", "weekends"], chance.choice([0, 0, 0, 1, 2])))
    closes = chance.choice([None, None, None, DAY - timedelta(1), DAY])
    return replace(made, contract=contract, demands=demands, closes=closes, hours=chance.choice([None, (16, 16), (20.5, 37.5)]))


def world(seed: int) -> tuple[list[Person], list[Vacancy], matching.Settings]:
    chance = random.Random(seed)  # noqa: S311 - made-up cases
    by = matching.settings(DAY, k=chance.choice([2, 5]), unknown=chance.choice(["keep", "drop"]))
    by = replace(by, weights=replace(by.weights, least=chance.choice([0, by.weights.least])))
    return [somebody(chance, n) for n in range(6)], [something(chance, n) for n in range(60)], by


def found(seed: int) -> list[tuple[Person, dict[str, Vacancy], matching.Settings, tuple[NearMiss, ...]]]:
    people, vacancies, by = world(seed)
    board = Board(vacancies, catalogue(), by)
    named = {one.id: one for one in vacancies}
    return [(one, named, by, near_misses(one, board, catalogue(), by, by.k)) for one in people]


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_what_is_said_to_enter_enters_when_the_limit_is_loosened_and_all_is_matched_again(seed: int) -> None:
    people, vacancies, by = world(seed)
    now = matching.match(people, vacancies, catalogue(), by).pairs
    board = Board(vacancies, catalogue(), by)
    for one in people:
        steps = [step for near in near_misses(one, board, catalogue(), by, by.k) for step in near.steps]
        again = matching.match(
            [replace(step.relaxed, id=f"s{at}") for at, step in enumerate(steps)], vacancies, catalogue(), by
        ).pairs
        before = {pair.vacancy for pair in now[one.id]}
        for at, step in enumerate(steps):
            assert step.vacancies
            assert step.vacancies == tuple(pair.vacancy for pair in again[f"s{at}"] if pair.vacancy not in before)


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_one_limit_alone_is_broken_and_nothing_closed_unpaid_or_below_the_law_is_ever_told(seed: int) -> None:
    for one, vacancies, by, near in found(seed):
        for miss in near:
            assert 1 <= len(miss.steps) <= 3
            for step in miss.steps:
                for key in step.vacancies:
                    theirs, states = vacancies[key], verdicts(one, vacancies[key], by)
                    broken = {limit for limit, state in states.items() if state is State.BROKEN}
                    # Nights that nobody could work for want of time are told with times.
                    assert broken in ({miss.limit}, {Limit.TIMES, Limit.DEMANDS}, {Limit.DEMANDS})
                    assert miss.limit in broken or miss.limit is Limit.TIMES
                    assert theirs.closes is None or theirs.closes >= by.day
                    assert theirs.contract is not Contract.VOLUNTARY
                assert step.relaxed.floor == one.floor or (step.relaxed.floor or 0) >= by.legal


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_loosening_by_one_unit_less_admits_fewer(seed: int) -> None:
    for one, vacancies, by, near in found(seed):
        for miss in near:
            if miss.limit is Limit.REACH and not one.remote_only:
                first, last = miss.steps[0], miss.steps[0].relaxed.reach[-1]
                less = Reach(last.mode, last.minutes and last.minutes - 5, last.km and last.km - 1)
                tighter = matching.match(
                    [replace(first.relaxed, reach=(*first.relaxed.reach[:-1], less))], list(vacancies.values()), catalogue(), by
                )
                before = {pair.vacancy for pair in matching.match([one], list(vacancies.values()), catalogue(), by).pairs[one.id]}
                assert before.issuperset(pair.vacancy for pair in tighter.pairs[one.id])
            if miss.limit is Limit.PAY:
                assert all((step.relaxed.floor or 0) < (one.floor or 0) for step in miss.steps)


@settings(max_examples=8, deadline=None)
@given(SEEDS)
def test_fit_and_distance_on_the_board_are_those_of_trying_every_pair(seed: int) -> None:
    people, vacancies, by = world(seed)
    by = replace(by, k=60)
    pairs = match_by_trying(people, vacancies, catalogue(), by)
    board = Board(vacancies, catalogue(), by)
    for one in people:
        seen = board.of(one)
        rows = seen.best(seen.allowed(one), 60)
        assert [(board.given[row].id, int(seen.view.fit[row]), int(seen.view.far[row])) for row in rows] == [
            (pair.vacancy, pair.fit, pair.hectometres) for pair in pairs[one.id]
        ]
