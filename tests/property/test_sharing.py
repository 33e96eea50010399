"""Laws of sharing out, and its answers against two independent ways: every subset tried, and SciPy's assignment."""

from fractions import Fraction
from itertools import product
from math import ceil
from random import Random

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from levelling.jobs.sharing import Candidates, Settings, Shared, candidates, share
from levelling.jobs.sharing.unshared import first_choices, in_turn

Edge = tuple[int, int, int, int]


@st.composite
def tables(draw: st.DrawFn, people: int = 5, vacancies: int = 4, edges: int = 9) -> Candidates:
    """Small tables, many of them crowded and with ties."""
    count, offers = draw(st.integers(1, people)), draw(st.integers(1, vacancies))
    pairs = list(product(range(count), range(offers)))
    used = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=edges))
    rows = [(*pair, draw(st.integers(0, 4)) * 20, draw(st.integers(0, 2)) * 50) for pair in used]
    furthest = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    headcount = draw(st.lists(st.integers(0, 2), min_size=offers, max_size=offers))
    return table(rows, furthest, headcount)


def table(rows: list[Edge], furthest: list[bool], headcount: list[int]) -> Candidates:
    people, vacancies = [f"p{at:04d}" for at in range(len(furthest))], [f"v{at:04d}" for at in range(len(headcount))]
    return candidates(people, furthest, vacancies, headcount, list(np.array(rows, dtype=np.int64).reshape(-1, 4).T))


ways = st.builds(Settings, st.integers(1, 2), st.integers(1, 2), st.sampled_from([None, 0.0, 0.5, 1.0]))
Aims = tuple[int, int, int, int, int]


def aims(found: Candidates, chosen: "np.typing.NDArray[np.bool_]", wanted: int) -> Aims:
    """What is aimed at, most important first."""
    sent = set(found.person[chosen].tolist())
    reached = min(sum(bool(found.furthest[person]) for person in sent), wanted)
    return len(sent), reached, int(chosen.sum()), int(found.fit[chosen].sum()), int(found.quality[chosen].sum())


def every_way(found: Candidates, how: Settings) -> Aims:
    """The best of all subsets of the candidates that keep to places, the floor worked out from the most that can be placed."""
    places = found.headcount * how.per_place
    kept = []
    for bits in product((False, True), repeat=len(found.person)):
        chosen = np.array(bits, dtype=np.bool_)
        fits = (np.bincount(found.vacancy[chosen], minlength=len(places)) <= places).all()
        if fits and (np.bincount(found.person[chosen], minlength=1) <= how.per_person).all():
            kept.append(chosen)
    placed = max(aims(found, chosen, 0)[0] for chosen in kept)
    share_wanted = Fraction(placed, len(found.people)) if how.floor is None else Fraction(how.floor)
    wanted = ceil(share_wanted * int(found.furthest.sum()))
    return max(aims(found, chosen, wanted) for chosen in kept)


@settings(max_examples=200, deadline=None)
@given(tables(), ways)
def test_no_subset_tried_one_by_one_is_better(found: Candidates, how: Settings) -> None:
    shared = share(found, how)
    assert aims(found, shared.chosen, shared.floor.wanted) == every_way(found, how)


def random_table(seed: int, people: int, vacancies: int) -> Candidates:
    chance = Random(seed)  # noqa: S311 - made-up tables, the same each time
    rows = []
    for person in range(people):
        liked = {min(int(chance.expovariate(5) * vacancies), vacancies - 1) for _ in range(chance.randint(0, 8))}
        rows += [(person, vacancy, chance.randint(1, 100), chance.randint(0, 100)) for vacancy in sorted(liked)]
    furthest = [chance.random() < 0.3 for _ in range(people)]
    return table(rows, furthest, [chance.choice((1, 1, 1, 2, 4)) for _ in range(vacancies)])


def assigned(found: Candidates) -> tuple[int, int, int]:
    """People placed, fit and quality by SciPy's assignment: a column for each place, and a placement worth more than all else."""
    column = np.concatenate(([0], np.cumsum(found.headcount)))
    factor = 100 * len(found.people) + 1
    worth = np.zeros((len(found.people), int(column[-1])), np.int64)
    large = 101 * factor * len(found.people)
    for person, vacancy, fit, quality in zip(found.person, found.vacancy, found.fit, found.quality, strict=True):
        worth[person, column[vacancy] : column[vacancy + 1]] = large + fit * factor + quality
    rows, columns = linear_sum_assignment(worth.astype(np.float64), maximize=True)
    total = int(worth[rows, columns].sum())
    placed, rest = divmod(total, large)
    return placed, *divmod(rest, factor)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6))
def test_scipys_assignment_finds_the_same_worth(seed: int) -> None:
    found = random_table(seed, 60, 40)
    shared = share(found, Settings(floor=0))
    assert (shared.after.people_sent, shared.after.fit, int(found.quality[shared.chosen].sum())) == assigned(found)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([None, 0.9, 1.0]))
def test_the_floor_is_reached_or_nothing_could_place_more_of_them(seed: int, floor: float | None) -> None:
    found = random_table(seed, 60, 25)
    shared, free = share(found, Settings(floor=floor)), share(found, Settings(floor=0))
    assert shared.after.people_sent == free.after.people_sent
    assert shared.floor.placed >= min(shared.floor.wanted, shared.floor.possible)
    alone = found.furthest[found.person]
    only = table(
        list(
            zip(
                *(side[alone].tolist() for side in (found.person, found.vacancy, found.fit, found.quality)),
                strict=True,
            )
        ),
        found.furthest.tolist(),
        found.headcount.tolist(),
    )
    assert shared.floor.possible == assigned(only)[0]
    assert shared.floor.fit == free.after.fit - shared.after.fit >= 0


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10**6), ways)
def test_what_groups_are_short_of_proves_that_no_more_can_be_placed(seed: int, how: Settings) -> None:
    found = random_table(seed, 60, 25)
    shared = share(found, how)
    candidate = len(set(found.person.tolist()))
    assert sum(group.short for group in shared.shortages) == candidate - shared.after.people_sent
    for group in shared.shortages:
        inside = np.isin(found.person, group.people)
        assert set(found.vacancy[inside].tolist()) == set(group.vacancies)
        assert shared.places[list(group.vacancies)].sum() == group.places
    told = shared.without()
    assert len(told) == len(found.people) - shared.after.people_sent
    assert set(told) | {pair.person for pair in shared.pairs()} == set(found.people)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), ways)
def test_the_order_of_the_input_changes_nothing(seed: int, how: Settings) -> None:
    found = random_table(seed, 40, 20)
    chance = Random(seed)  # noqa: S311 - made-up tables, the same each time
    people, vacancies = list(range(len(found.people))), list(range(len(found.vacancies)))
    chance.shuffle(people)
    chance.shuffle(vacancies)
    rows = list(zip(*(side.tolist() for side in (found.person, found.vacancy, found.fit, found.quality)), strict=True))
    chance.shuffle(rows)
    moved = [(people.index(person), vacancies.index(vacancy), fit, quality) for person, vacancy, fit, quality in rows]
    again = candidates(
        [found.people[at] for at in people],
        found.furthest[people],
        [found.vacancies[at] for at in vacancies],
        found.headcount[vacancies],
        list(np.array(moved, dtype=np.int64).reshape(-1, 4).T),
    )
    assert told(share(found, how)) == told(share(again, how))


def told(shared: Shared) -> tuple[object, ...]:
    return shared.records(), shared.crowding(), shared.floor, shared.sentence, shared.notes


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), ways)
def test_nobody_is_sent_beyond_the_places_and_more_are_placed_than_otherwise(seed: int, how: Settings) -> None:
    found = random_table(seed, 60, 25)
    shared = share(found, how)
    greedy = in_turn(found, shared.places, how.per_person)
    first = first_choices(found, how.per_person)
    assert shared.after.beyond == 0
    assert (np.bincount(found.person[shared.chosen], minlength=1) <= how.per_person).all()
    assert shared.after.people_sent >= len(np.unique(found.person[greedy]))
    assert shared.after.pairs >= shared.before.reachable
    assert shared.before.pairs == first.sum() == sum(min(how.per_person, n) for n in np.bincount(found.person, minlength=1))
