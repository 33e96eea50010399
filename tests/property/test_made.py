"""Laws of drawing so that margins are met."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.jobs.made.draws import both, counts, spread, within
from levelling.jobs.made.skills import Lists, some, together

_weights = st.lists(st.floats(0, 1000).filter(lambda value: value == 0 or value > 1e-3), min_size=1, max_size=30).filter(
    lambda values: sum(values) > 0
)


@settings(max_examples=200)
@given(_weights, st.integers(0, 5000), st.integers(0, 100))
def test_each_share_is_met_to_the_next_whole_one(weights: list[float], number: int, seed: int) -> None:
    shares = np.array(weights)
    found = counts(number, shares, np.random.default_rng(seed))
    assert found.sum() == number
    assert (np.abs(found - number * shares / shares.sum()) <= 1 + 1e-6).all()
    assert (found[shares == 0] == 0).all()
    placed = spread(number, shares, np.random.default_rng(seed))
    assert (np.bincount(placed, minlength=len(weights)) == found).all()


def test_rounding_favours_nobody_in_the_long_run() -> None:
    shares = np.array([0.45, 0.25, 0.15, 0.1, 0.05])
    drawn = sum(counts(3, shares, np.random.default_rng(seed)) for seed in range(4000))
    assert np.abs(drawn / 12_000 - shares).max() < 0.01


@settings(max_examples=100)
@given(st.integers(1, 8), st.integers(1, 8), st.integers(0, 1000))
def test_a_table_has_both_its_margins(rows: int, columns: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    down, across = chance.random(rows) + 0.05, chance.random(columns) + 0.05
    table = both(down, across, chance.random((rows, columns)) + 0.05)
    assert np.allclose(table.sum(axis=1), down, rtol=1e-6)
    assert np.allclose(table.sum(axis=0), across * down.sum() / across.sum(), rtol=1e-6)
    assert (table > 0).all()


@settings(max_examples=100)
@given(st.lists(st.lists(st.floats(0.01, 10), min_size=1, max_size=5), min_size=1, max_size=6), st.integers(0, 100))
def test_a_member_is_of_its_group(groups: list[list[float]], seed: int) -> None:
    starts = np.cumsum([0, *map(len, groups)])
    sums = np.cumsum([weight for group in groups for weight in group])
    chance = np.random.default_rng(seed)
    asked = chance.integers(0, len(groups), 200)
    found = within(asked, starts, sums, chance)
    assert ((found >= starts[asked]) & (found < starts[asked + 1])).all()


def test_members_come_by_their_weight() -> None:
    starts, sums = np.array([0, 2, 4]), np.cumsum([1.0, 3.0, 5.0, 5.0])
    found = within(np.repeat([0, 1], 20_000), starts, sums, np.random.default_rng(1))
    assert np.abs(np.bincount(found) / 20_000 - [0.25, 0.75, 0.5, 0.5]).max() < 0.015


@settings(max_examples=60)
@given(
    st.lists(st.sets(st.integers(0, 9), max_size=6), min_size=1, max_size=5),
    st.lists(st.integers(-1, 4), min_size=1, max_size=30),
    st.floats(0, 1),
)
def test_some_skills_are_of_the_occupation_and_at_least_one(held: list[set[int]], which: list[int], share: float) -> None:
    lists = Lists(np.cumsum([0, *map(len, held)]), np.array([skill for one in held for skill in sorted(one)], dtype=np.int32))
    asked = np.array([one if one < len(held) else -1 for one in which])
    found = some(lists, asked, share, np.random.default_rng(1))
    joined = together([found, found], 10)
    for at, one in enumerate(asked.tolist()):
        mine = found.of(at)
        assert len(mine) == len(set(mine))
        assert set(mine) <= (held[one] if one >= 0 else set())
        assert bool(mine) == (one >= 0 and bool(held[one]))
        assert joined.of(at) == sorted(mine)
