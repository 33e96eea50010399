"""Laws of gaps between groups."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.atlas.store import Figure
from levelling.challenge.groups import Gap, groups
from levelling.core.comparison import Verdict
from levelling.core.indicator import Direction, Movement
from tests.challenge_world import TOWN, World, indicator

SLUG = "no-qualifications-by-age-and-sex"
VALUE, HALF = st.floats(0, 100), st.floats(0.1, 20)
OPPOSITE = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER, Verdict.CANNOT_TELL: Verdict.CANNOT_TELL}


def gap(women: tuple[float, float], men: tuple[float, float]) -> Gap:
    made = World([indicator(SLUG, direction=Direction.LOWER_BETTER, movement=Movement.FIXED)], [])
    made.store.rows[TOWN.code] = {
        (SLUG, key): {"2021": Figure(value, value - half, value + half, "normal", "made-up")}
        for key, (value, half) in {"female": women, "male": men}.items()
    }
    return groups(made, TOWN, "sex").gaps[0]


@given(st.tuples(VALUE, HALF), st.tuples(VALUE, HALF))
def test_turning_the_groups_round_turns_the_gap_and_the_verdict(women: tuple[float, float], men: tuple[float, float]) -> None:
    one, other = gap(women, men), gap(men, women)
    assert one.gap == pytest.approx(-(other.gap or 0.0))
    assert one.lower == pytest.approx(-(other.upper or 0.0))
    assert one.verdict is OPPOSITE[other.verdict]


@given(st.tuples(VALUE, HALF), st.tuples(VALUE, HALF))
def test_a_verdict_is_given_exactly_where_the_interval_leaves_out_nought(
    women: tuple[float, float], men: tuple[float, float]
) -> None:
    found = gap(women, men)
    assert found.lower is not None
    assert found.upper is not None
    sure = found.lower > 1e-9 or found.upper < -1e-9
    near = min(abs(found.lower), abs(found.upper)) < 1e-6
    assert near or (found.verdict is not Verdict.CANNOT_TELL) == sure
