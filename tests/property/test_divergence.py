"""Laws of output against income."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.challenge.divergence import INCOME, OUTPUT, Quadrant, divergences
from levelling.core.area import Level
from tests.challenge_world import OTHERS, World, indicator

indices = st.lists(st.tuples(st.floats(1, 1000), st.floats(1, 1000)), min_size=len(OTHERS), max_size=len(OTHERS))


def world(pairs: list[tuple[float, float]]) -> World:
    rows = [
        row
        for area, (output, income) in zip(OTHERS, pairs, strict=True)
        for row in [(OUTPUT, area, "2020", output, None, None), (INCOME, area, "2020", income, None, None)]
    ]
    return World([indicator(slug, unit="index (UK = 100)") for slug in (OUTPUT, INCOME)], rows)


@given(indices)
def test_every_place_is_of_one_type_and_they_stand_in_order(pairs: list[tuple[float, float]]) -> None:
    found = divergences(world(pairs), Level.LAD)
    assert sum(found.counts.values()) == len(OTHERS)
    gaps = [item.gap for item in found.places]
    assert gaps == sorted(gaps, reverse=True)
    for record in found.records():
        assert (record["output_index"] >= 100) == record["quadrant"].startswith("high output")
        assert (record["income_index"] >= 100) == record["quadrant"].endswith("high income")


@given(st.floats(1, 99.9), st.floats(1, 99.9))
def test_turning_the_two_round_turns_the_type_round(low: float, other: float) -> None:
    assert Quadrant.of(200 - low, other) is Quadrant.OUTPUT_ONLY
    assert Quadrant.of(other, 200 - low) is Quadrant.INCOME_ONLY
