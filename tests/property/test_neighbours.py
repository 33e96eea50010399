"""Laws of likeness: what must hold of distances, shares and reasons whatever the figures."""

import math
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.challenge.neighbours import LEAST, neighbours
from levelling.challenge.variables import Variable, weighted
from levelling.core.area import Area
from levelling.core.errors import UserError
from tests.challenge_world import OTHERS, TOWN, Row, World, indicator

VARIABLES = (Variable("pay", "pay", "pay"), Variable("age", "age", "age"), Variable("jobs", "jobs", "jobs", weight=2))
PLACES = (TOWN, *OTHERS)
tables = st.lists(
    st.tuples(*(st.floats(1, 1000, allow_nan=False) for _ in VARIABLES)), min_size=len(PLACES), max_size=len(PLACES)
)


def world(table: Sequence[tuple[float, ...]], missing: frozenset[tuple[str, str]] = frozenset()) -> World:
    rows: list[Row] = [
        (item.slug, area, "2023", None if (area.code, item.key) in missing else values[at], None, None)
        for area, values in zip(PLACES, table, strict=True)
        for at, item in enumerate(VARIABLES)
    ]
    return World([indicator(item.slug) for item in VARIABLES], rows, alike=OTHERS[:3])


def distances(found: World, area: Area, weights: dict[str, float] | None = None) -> dict[str, float]:
    return {item.area.code: item.distance for item in neighbours(found, area, weights, VARIABLES).own}


@given(tables)
def test_two_places_are_as_far_from_each_other_either_way(table: list[tuple[float, ...]]) -> None:
    made = world(table)
    for other in OTHERS[:3]:
        there, back = distances(made, TOWN).get(other.code), distances(made, other).get(TOWN.code)
        assert there == (None if back is None else pytest.approx(back))


@given(tables)
def test_nearest_first_never_itself_and_shares_that_add_up(table: list[tuple[float, ...]]) -> None:
    found = neighbours(world(table), TOWN, variables=VARIABLES)
    assert [item.distance for item in found.own] == sorted(item.distance for item in found.own)
    assert TOWN.code not in {item.area.code for item in found.own}
    for item in found.own:
        if item.distance > 1e-6:
            assert math.fsum(part.share for part in item.contributions) == pytest.approx(1)
        assert {part.variable.key for part in item.alike}.isdisjoint(part.variable.key for part in item.apart)


@given(tables, st.floats(0.01, 100))
def test_units_and_the_scale_of_all_weights_do_not_change_the_order(table: list[tuple[float, ...]], scale: float) -> None:
    plain = neighbours(world(table), TOWN, variables=VARIABLES)
    times = neighbours(world([tuple(value * 7 for value in values) for values in table]), TOWN, variables=VARIABLES)
    assert [item.distance for item in times.own] == pytest.approx([item.distance for item in plain.own], abs=1e-6)
    heavier = neighbours(world(table), TOWN, {item.key: item.weight * scale for item in VARIABLES}, VARIABLES)
    assert [item.distance / math.sqrt(scale) for item in heavier.own] == pytest.approx(
        [item.distance for item in plain.own], abs=1e-6
    )


@given(tables)
def test_distances_follow_their_definition(table: list[tuple[float, ...]]) -> None:
    """Against the definition, in plain Python, with no figure missing and none held back as far out."""
    found = distances(world(table), TOWN)
    scores = []
    for column in zip(*table, strict=True):
        middle = sum(column) / len(column)
        spread = math.sqrt(sum((value - middle) ** 2 for value in column) / len(column))
        scores.append([max(-3.0, min(3.0, (value - middle) / spread)) if spread else None for value in column])
    for at, other in enumerate(OTHERS, start=1):
        parts = [(item.weight, score[0], score[at]) for item, score in zip(VARIABLES, scores, strict=True)]
        known = [(weight, here - there) for weight, here, there in parts if here is not None and there is not None]
        both, whole = sum(weight for weight, _ in known), 4.0
        if both < LEAST * whole:
            assert other.code not in found
            continue
        squared = sum(weight * gap * gap for weight, gap in known)
        assert found[other.code] == pytest.approx(math.sqrt(squared * whole / both), abs=1e-6)


TABLE = [(100.0 + 10 * n, 40.0 + (n * 7) % 11, 5.0 + (n * n) % 13) for n in range(len(PLACES))]


def test_a_place_with_too_few_figures_is_not_likened_and_one_with_enough_is_scaled_up() -> None:
    missing = frozenset({(OTHERS[0].code, "pay"), (OTHERS[1].code, "jobs")})
    found = neighbours(world(TABLE, missing), TOWN, variables=VARIABLES)
    covered = {item.area.code: item.covered for item in found.own}
    assert covered[OTHERS[0].code] == 0.75
    assert OTHERS[1].code not in covered


def test_what_is_lacking_here_is_said() -> None:
    found = neighbours(world(TABLE, frozenset({(TOWN.code, "pay")})), TOWN, variables=VARIABLES)
    assert found.lacking == ("pay",)
    assert found.note == "No figure is published here for pay; likened by the other 2 variables."


def test_with_no_figures_there_are_no_neighbours_of_ours_and_the_ons_lists_stand() -> None:
    found = neighbours(world(TABLE, frozenset((TOWN.code, item.key) for item in VARIABLES)), TOWN, variables=VARIABLES)
    assert found.own == ()
    assert found.ons["global"] == OTHERS[:3]
    assert found.overlap == {}
    assert found.note.startswith("Too few figures")


def test_overlap_counts_those_in_both_lists() -> None:
    assert neighbours(world(TABLE), TOWN, variables=VARIABLES).overlap == {"global": 3}


def test_a_weight_of_nought_leaves_a_variable_out() -> None:
    found = neighbours(world(TABLE), TOWN, {"pay": 0}, VARIABLES)
    assert [item.key for item in found.variables] == ["age", "jobs"]


@pytest.mark.parametrize("weights", [{"wages": 1.0}, {"pay": -1.0}, {"pay": math.inf}, {"pay": 0.0, "age": 0.0, "jobs": 0.0}])
def test_weights_that_cannot_be_meant_are_refused_in_a_sentence(weights: dict[str, float]) -> None:
    with pytest.raises(UserError):
        weighted(VARIABLES, weights)
