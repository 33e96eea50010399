"""Laws of matching, and the compiled way held against trying every pair."""

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.jobs import matching
from levelling.jobs.matching import reference
from levelling.jobs.matching.limits import possible, verdicts
from levelling.jobs.occupations import Catalogue, load
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.vacancy import Contract, Pay, Vacancy

DAY = date(2026, 11, 28)
SEEDS = st.integers(0, 2**32 - 1)


@cache
def catalogue() -> Catalogue:
    return load(Atlas.open())


@cache
def occupations() -> tuple[str, ...]:
    """Thirty occupations of a few families, so that likeness and shared skills come often."""
    keys = [key for key, one in sorted(catalogue().occupations.items()) if one.isco[:3] in {"532", "512", "522", "833"}]
    return tuple(keys[:30])


@cache
def common() -> tuple[str, ...]:
    return tuple(sorted({key for name in occupations() for key in catalogue().occupations[name].essential})[:60])


def point(chance: random.Random) -> Point | None:
    if chance.random() < 0.1:
        return None
    return Point(54.0 + chance.choice([0, 0.01, 0.05, 0.3, 3.0]), -1.2 + chance.choice([0, 0.01, 0.05, 0.3]))


def some(chance: random.Random, values: tuple[str, ...], most: int) -> frozenset[str]:
    return frozenset(chance.sample(values, chance.randint(0, min(most, len(values)))))


def person(chance: random.Random, number: int) -> Person:
    ways = (Reach(Mode.WALK, km=2), Reach(Mode.BUS, minutes=40), Reach(Mode.CAR, minutes=60), Reach(Mode.CAR, km=700))
    return Person(
        f"p{number:03}",
        point(chance),
        tuple(chance.sample(ways, chance.randint(0, 2))),
        tuple(chance.sample(occupations(), chance.randint(0, 2))),
        tuple(chance.sample(occupations(), chance.randint(0, 2))),
        some(chance, common(), 8),
        chance.choice([None, 0, 2, 3, 6]),
        chance.choice([None, (8, 16), (30, 40)]),
        chance.choice([None, frozenset(range(0, 15, 3)), frozenset(range(21))]),
        chance.choice([None, None, 13.0]),
        some(chance, ("driving", "sia"), 2),
        some(chance, ("lifting", "nights", "driving"), 2),
        chance.random() < 0.1,
        chance.random() < 0.3,
    )


def vacancy(chance: random.Random, number: int) -> Vacancy:
    occupation = chance.choice([*occupations(), ""])
    low = chance.choice([11.0, 12.21, 13.0, 15.5])
    return Vacancy(
        f"v{number:03}",
        "title",
        occupation=occupation,
        essential=some(chance, common(), 6),
        optional=some(chance, common(), 6),
        point=point(chance),
        remote=chance.random() < 0.15,
        pay=chance.choice([None, Pay(low, low + 1), Pay(low, low, modelled=True)]),
        hours=chance.choice([None, (16, 16), (20, 37.5)]),
        times=chance.choice([None, frozenset({0, 3}), frozenset({2, 5, 20})]),
        level=chance.choice([None, None, 2, 3, 6]),
        licences=some(chance, ("driving", "sia"), 1) if chance.random() < 0.3 else frozenset(),
        demands=some(chance, ("lifting", "nights", "driving"), 1),
        contract=chance.choice(list(Contract)),
        closes=chance.choice([None, DAY - timedelta(1), DAY, DAY + timedelta(9)]),
    )


def world(seed: int, people: int = 12, vacancies: int = 40) -> tuple[list[Person], list[Vacancy], matching.Settings]:
    chance = random.Random(seed)  # noqa: S311 - made-up cases
    by = matching.settings(DAY, k=chance.choice([1, 3, 10]), unknown=chance.choice(["keep", "drop"]))
    by = replace(by, weights=replace(by.weights, least=chance.choice([0, 0, by.weights.least])))
    return [person(chance, n) for n in range(people)], [vacancy(chance, n) for n in range(vacancies)], by


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_the_compiled_way_and_trying_every_pair_agree(seed: int) -> None:
    people, vacancies, by = world(seed)
    found = matching.match(people, vacancies, catalogue(), by)
    assert {key: list(pairs) for key, pairs in found.pairs.items()} == reference.match_by_trying(
        people, vacancies, catalogue(), by
    )


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_both_ways_agree_for_the_best_people_of_a_vacancy(seed: int) -> None:
    people, vacancies, by = world(seed, 40, 12)
    found = matching.best_people(people, vacancies, catalogue(), by)
    assert {key: list(pairs) for key, pairs in found.pairs.items()} == reference.people_by_trying(
        people, vacancies, catalogue(), by
    )


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_no_limit_is_ever_broken(seed: int) -> None:
    people, vacancies, by = world(seed)
    for key, pairs in matching.match(people, vacancies, catalogue(), by).pairs.items():
        mine = next(one for one in people if one.id == key)
        for pair in pairs:
            theirs = next(one for one in vacancies if one.id == pair.vacancy)
            assert possible(verdicts(mine, theirs, by), by)


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_more_vacancies_never_make_the_best_match_worse(seed: int) -> None:
    people, vacancies, by = world(seed)
    few = matching.match(people, vacancies[:20], catalogue(), by).pairs
    many = matching.match(people, vacancies, catalogue(), by).pairs
    for key, pairs in few.items():
        for before, after in zip(pairs, many[key], strict=False):
            assert (after.fit, after.quality, -after.hectometres) >= (before.fit, before.quality, -before.hectometres)
        assert len(many[key]) >= len(pairs)


@settings(max_examples=25, deadline=None)
@given(SEEDS)
def test_the_order_of_what_is_given_changes_nothing(seed: int) -> None:
    people, vacancies, by = world(seed)
    chance = random.Random(seed + 1)  # noqa: S311
    others, others_vacancies = chance.sample(people, len(people)), chance.sample(vacancies, len(vacancies))
    assert (
        matching.match(people, vacancies, catalogue(), by).pairs
        == matching.match(others, others_vacancies, catalogue(), by).pairs
    )


@settings(max_examples=15, deadline=None)
@given(SEEDS)
def test_asking_for_more_goes_on_from_asking_for_fewer(seed: int) -> None:
    people, vacancies, by = world(seed)
    fewer, more = (matching.match(people, vacancies, catalogue(), replace(by, k=k)).pairs for k in (3, 4))
    assert all(more[key][:3] == pairs for key, pairs in fewer.items())
