"""Laws of matching, and both ways, in NumPy and compiled, held against trying every pair."""

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.jobs import matching
from levelling.jobs.matching import plain, reference
from levelling.jobs.matching.limits import possible, verdicts
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Vacancy
from tests.matching_cases import DAY, catalogue, person, vacancy

SEEDS = st.integers(0, 2**32 - 1)


@pytest.fixture(scope="module", params=["in NumPy", "compiled"], autouse=True)
def _way(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every law is tried both ways: `match` takes the compiled one for more pairs than so many."""
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "compiled":
            patch.setattr(plain, "MOST_PAIRS", -1)
        yield


def world(seed: int, people: int = 12, vacancies: int = 40) -> tuple[list[Person], list[Vacancy], matching.Settings]:
    chance = random.Random(seed)  # noqa: S311 - made-up cases
    by = matching.settings(DAY, k=chance.choice([1, 3, 10]), unknown=chance.choice(["keep", "drop"]))
    by = replace(by, weights=replace(by.weights, least=chance.choice([0, 0, by.weights.least])))
    return [person(chance, n) for n in range(people)], [vacancy(chance, n) for n in range(vacancies)], by


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_matching_and_trying_every_pair_agree(seed: int) -> None:
    people, vacancies, by = world(seed)
    found = matching.match(people, vacancies, catalogue(), by)
    assert {key: list(pairs) for key, pairs in found.pairs.items()} == reference.match_by_trying(
        people, vacancies, catalogue(), by
    )


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_the_best_people_of_a_vacancy_are_those_of_trying_every_pair(seed: int) -> None:
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
