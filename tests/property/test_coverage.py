"""Laws of alignment, whatever the bodies."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from levelling.solutions.coverage import Standing, alignment
from levelling.solutions.coverage.place import pairs_of
from tests.coverage_world import country

CELLS = 6
people = st.lists(st.integers(1, 1_000_000), min_size=CELLS, max_size=CELLS)
ground = st.sets(st.integers(0, CELLS - 1), min_size=1)
grounds = st.lists(ground, min_size=1, max_size=5)


def score(stands: Standing, here: set[int]) -> float:
    return alignment(pairs_of(stands, frozenset(here)))


@given(people, grounds, ground)
def test_between_nought_and_a_hundred(counts: list[int], drawn: list[set[int]], here: set[int]) -> None:
    assert 0 <= score(country(counts, drawn), here) <= 100 + 1e-9


@given(people, ground, ground)
def test_one_body_alone_fits(counts: list[int], only: set[int], here: set[int]) -> None:
    assert score(country(counts, [only]), here) == 100


@given(people, ground, st.integers(2, 5), ground)
def test_equal_bodies_fit(counts: list[int], same: set[int], times: int, here: set[int]) -> None:
    assert abs(score(country(counts, [same] * times), here) - 100) < 1e-9


@given(people, st.permutations(range(CELLS)), st.sets(st.integers(1, CELLS), min_size=1), ground)
def test_bodies_one_inside_another_fit(counts: list[int], order: list[int], sizes: set[int], here: set[int]) -> None:
    nested = [set(order[:size]) for size in sorted(sizes)]
    assert abs(score(country(counts, nested), here) - 100) < 1e-9


@given(people, grounds, ground, st.randoms(use_true_random=False))
def test_the_order_of_bodies_does_not_matter(counts: list[int], drawn: list[set[int]], here: set[int], random: object) -> None:
    mixed = list(drawn)
    getattr(random, "shuffle")(mixed)  # noqa: B009 - hypothesis gives no type for it
    assert abs(score(country(counts, drawn), here) - score(country(counts, mixed), here)) < 1e-9


@given(people, grounds, ground, st.integers(2, 9))
def test_it_is_of_shares_not_of_sizes(counts: list[int], drawn: list[set[int]], here: set[int], times: int) -> None:
    more = country([times * count for count in counts], drawn)
    assert abs(score(country(counts, drawn), here) - score(more, here)) < 1e-9


@given(people, grounds, ground)
def test_it_is_what_a_person_drawn_at_random_finds(counts: list[int], drawn: list[set[int]], here: set[int]) -> None:
    """The definition, reckoned the slow way: over every person and every two bodies over that person."""
    weight = fit = 0.0
    for cell in here:
        over = [ground for ground in drawn if cell in ground]
        for one, other in combinations(over, 2):
            size = min(sum(counts[at] for at in one), sum(counts[at] for at in other))
            weight += counts[cell]
            fit += counts[cell] * sum(counts[at] for at in one & other) / size
    expected = 100 * fit / weight if weight else 100
    assert abs(score(country(counts, drawn), here) - expected) < 1e-6


@given(people, grounds, ground)
def test_a_pair_is_the_same_from_either_side(counts: list[int], drawn: list[set[int]], here: set[int]) -> None:
    for pair in pairs_of(country(counts, drawn), frozenset(here)):
        assert pair.smaller.people <= pair.larger.people
        assert 0 <= pair.share_outside <= pair.larger_share_outside + 1e-9
        assert pair.here <= pair.both <= pair.smaller.people
        assert pair.nested == (pair.smaller.cells <= pair.larger.cells)
