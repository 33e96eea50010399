"""Laws of ranks with intervals: what must hold whatever the figures, and how often the sets hold the truth."""

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from levelling.challenge.rank_sets import Measured, critical, every, one, tell_apart
from levelling.challenge.rank_sets.every import Sets, largest, marginal, simultaneous
from levelling.core.difference import Z95
from tests import rank_reference

Case = tuple[list[float], list[float]]


def measured(values: list[float], sds: list[float]) -> Measured:
    return Measured.of([(v, v - Z95 * sd, v + Z95 * sd) for v, sd in zip(values, sds, strict=True)])


@some.composite
def cases(draw: some.DrawFn, most: int = 12) -> Case:
    count = draw(some.integers(2, most))
    values = draw(some.lists(some.integers(-40, 40).map(float), min_size=count, max_size=count))
    sds = draw(some.lists(some.sampled_from([0.5, 1.0, 2.0, 3.0, 7.0]), min_size=count, max_size=count))
    return values, sds


@given(cases())
@settings(max_examples=30, deadline=None)
def test_a_set_holds_the_rank_that_was_found_and_every_tie(case: Case) -> None:
    values, sds = case
    made = measured(values, sds)
    for sets in (marginal(made), simultaneous(made, draws=400)):
        for at, value in enumerate(values):
            first = 1 + sum(other > value for other in values)
            last = len(values) - sum(other < value for other in values)
            assert 1 + sets.better[at] <= first <= last <= len(values) - sets.worse[at]


@given(cases())
@settings(max_examples=30, deadline=None)
def test_the_set_for_all_at_once_is_never_the_narrower(case: Case) -> None:
    made = measured(*case)
    alone, together = marginal(made), simultaneous(made)
    # Drawn and not worked out: a bar may be off by a few hundredths, so a difference just at it may fall either way.
    apart = sum(together.better) + sum(together.worse) - sum(alone.better) - sum(alone.worse)
    assert apart <= 0


@given(cases(), some.sampled_from([0.01, 3.0, 250.0]), some.sampled_from([-70.0, 0.0, 12.5]))
@settings(max_examples=30, deadline=None)
def test_ranks_know_nothing_of_units(case: Case, scale: float, shift: float) -> None:
    values, sds = case
    one = measured(values, sds)
    other = measured([scale * value + shift for value in values], [scale * sd for sd in sds])
    assert marginal(one) == marginal(other)
    assert simultaneous(one, draws=300) == simultaneous(other, draws=300)


@given(cases())
@settings(max_examples=30, deadline=None)
def test_turned_round_the_best_are_the_worst(case: Case) -> None:
    values, sds = case
    forward = marginal(measured(values, sds))
    back = marginal(measured([-value for value in values], sds))
    assert (forward.better, forward.worse) == (back.worse, back.better)


@given(cases(most=24))
@settings(max_examples=30, deadline=None)
def test_one_place_at_a_time_says_the_same_as_all_in_one_go(case: Case) -> None:
    made = measured(*case)
    sets = marginal(made)
    for at in range(len(made.values)):
        told = tell_apart(made, at)
        assert (told.better, told.worse) == (sets.better[at], sets.worse[at])


@given(cases(), some.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_the_largest_difference_is_found_without_looking_at_every_pair(case: Case, seed: int) -> None:
    made = measured(*case)
    chance = np.random.default_rng(seed)
    count = len(made.values)
    errors = chance.standard_normal((700, count))
    watched = chance.random((count, count)) < 0.7
    np.fill_diagonal(watched, False)
    watched[0, 1] = True
    noise = errors * np.array(made.sds)
    apart = np.hypot.outer(np.array(made.sds), np.array(made.sds))
    tops = np.where(watched, (noise[:, :, None] - noise[:, None, :]) / apart, -np.inf).max(axis=(1, 2))
    assert math.isclose(largest(errors, made, watched), np.sort(tops)[::-1][35], rel_tol=1e-12)


def test_the_integral_is_what_endless_draws_would_give() -> None:
    sds = [0.5, 1.0, 2.0, 3.0, 7.0] * 8
    made = measured([0.0] * 40, sds)
    noise = np.random.default_rng(5).standard_normal((40_000, 40)) * np.array(sds)
    for at in (0, 2, 4):
        gaps = (noise[:, [at]] - noise) / np.hypot(sds[at], np.array(sds))
        drawn = np.quantile(np.abs(np.delete(gaps, at, axis=1)).max(axis=1), 0.95)
        others = [k for k in range(40) if k != at]
        assert critical(made, at, others) == pytest.approx(drawn, abs=0.03)
        worse, better = others[:20], others[20:]
        one_sided = np.concatenate([-gaps[:, worse], gaps[:, better]], axis=1).max(axis=1)
        assert critical(made, at, [], worse, better) == pytest.approx(np.quantile(one_sided, 0.95), abs=0.03)


@pytest.mark.parametrize("seed", range(6))
def test_it_agrees_with_a_plain_reading_of_the_paper(seed: int) -> None:
    chance = np.random.default_rng(seed)
    count = 9
    sds = [float(sd) for sd in chance.uniform(0.5, 3, count)]
    values = [float(value) for value in chance.normal(0, 6, count)]
    made = measured(values, sds)
    draws = np.random.default_rng(seed).standard_normal((2_000, count)).tolist()
    found = rank_reference.rank_sets(values, sds, rank_reference.everyone(count), draws)
    assert simultaneous(made, draws=2_000, seed=seed) == Sets(
        tuple(sum(k == at for _, k in found) for at in range(count)), tuple(sum(j == at for j, _ in found) for at in range(count))
    )


@pytest.mark.parametrize("seed", range(3))
def test_the_integral_lies_where_a_plain_reading_of_the_paper_draws_it(seed: int) -> None:
    chance = np.random.default_rng(seed)
    count = 9
    sds = [float(sd) for sd in chance.uniform(0.5, 3, count)]
    values = [float(value) for value in chance.normal(0, 6, count)]
    made = measured(values, sds)
    draws = chance.standard_normal((4_000, count)).tolist()
    for at in range(0, count, 3):
        told = tell_apart(made, at)
        strict, loose = (
            rank_reference.rank_sets(values, sds, rank_reference.around(at, count), draws, level) for level in (0.04, 0.06)
        )
        assert sum(k == at for _, k in strict) <= told.better <= sum(k == at for _, k in loose)
        assert sum(j == at for j, _ in strict) <= told.worse <= sum(j == at for j, _ in loose)


WORLDS = 2_000
TRUTHS = {
    "apart": [0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0, 14.0],
    "two that tie, and three": [0.0, 0.0, 3.0, 6.0, 6.0, 6.0, 12.0, 20.0],
    "all alike": [0.0] * 8,
    "far apart but for two": [0.0, 30.0, 60.0, 60.0, 90.0, 120.0, 150.0, 180.0],
}
SDS = [1.0, 2.5, 1.0, 1.5, 0.8, 2.0, 1.2, 3.0]


class Bars:
    """The bars of a test, each worked out once: in all worlds of a test the standard errors, and so the bars, are the same."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(one, "critical", self.critical)
        monkeypatch.setattr(every, "largest", self.largest)
        self.alone: dict[tuple[int, frozenset[int], frozenset[int]], float] = {}
        self.together: dict[bytes, float] = {}

    def critical(
        self, made: Measured, at: int, both: Iterable[int], worse: Iterable[int], better: Iterable[int], *rest: float
    ) -> float:
        key = (at, frozenset(worse), frozenset(better))
        if key not in self.alone:
            self.alone[key] = critical(made, at, both, worse, better, *rest)
        return self.alone[key]

    def largest(self, errors: Any, made: Measured, watched: Any, level: float) -> float:
        key = watched.tobytes()
        if key not in self.together:
            self.together[key] = largest(errors, made, watched, level)
        return self.together[key]


@pytest.mark.parametrize("name", TRUTHS)
def test_the_sets_hold_the_true_ranks_at_least_as_often_as_they_say(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nominal 95%; of 2,000 worlds at least 94.5% must be right. The place that fares worst counts for the marginal sets.

    The true rank of places that tie is a set, from one more than the number above them to the last of those not below: all of
    it must be held.
    """
    Bars(monkeypatch)
    truth = TRUTHS[name]
    count = len(truth)
    first = [1 + sum(other > value for other in truth) for value in truth]
    last = [count - sum(other < value for other in truth) for value in truth]
    chance = np.random.default_rng(20240401)
    alone, together = [0] * count, 0
    for errors in chance.standard_normal((WORLDS, count)) * np.array(SDS):
        made = measured([value + float(error) for value, error in zip(truth, errors, strict=True)], SDS)
        for at in range(count):
            told = tell_apart(made, at)
            alone[at] += told.better < first[at] and last[at] <= count - told.worse
        sets = simultaneous(made, draws=4_000)
        together += all(sets.better[at] < first[at] and last[at] <= count - sets.worse[at] for at in range(count))
    assert min(alone) / WORLDS >= 0.945
    assert together / WORLDS >= 0.945
