"""Laws of the links between health and work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.atlas.health_links import chronic_illness_among, shares_with_a_condition
from levelling.core.indicator import Movement
from tests.challenge_world import TOWN, World, indicator

PEOPLE, SHARE = "working-age-population", "disabled-people-share"
_MADE = [indicator(PEOPLE, unit="people", movement=Movement.SUM), indicator(SHARE)]


def world(people: float, share: float) -> World:
    return World(_MADE, [(PEOPLE, TOWN, "2021", people, None, None), (SHARE, TOWN, "2021", share, None, None)])


people = st.floats(100, 5e6)
shares = st.floats(1, 60)
changes = st.floats(-20, 20)


@given(people, shares, shares, changes)
def test_the_value_lies_in_its_range(of_age: float, here: float, usual: float, change: float) -> None:
    made = world(of_age, here)
    link = chronic_illness_among(made.estimate(PEOPLE, TOWN), made.estimate(SHARE, TOWN), usual, change)
    assert link.lower is not None
    assert link.upper is not None
    assert link.lower - 1e-9 <= link.value <= link.upper + 1e-9


@given(people, shares, changes)
def test_twice_the_change_makes_twice_the_effect_and_none_makes_none(of_age: float, here: float, change: float) -> None:
    made = world(of_age, here)
    figures = made.estimate(PEOPLE, TOWN), made.estimate(SHARE, TOWN)
    once, twice = (chronic_illness_among(*figures, 17.0, step) for step in (change, 2 * change))
    assert twice.value == pytest.approx(2 * once.value)
    none = chronic_illness_among(*figures, 17.0, 0.0)
    assert (none.value, none.lower, none.upper) == (0.0, 0.0, 0.0)


@given(people, shares, st.floats(0.1, 20))
def test_more_in_work_never_means_more_ill(of_age: float, here: float, change: float) -> None:
    made = world(of_age, here)
    link = chronic_illness_among(made.estimate(PEOPLE, TOWN), made.estimate(SHARE, TOWN), 17.0, change)
    assert link.upper is not None
    assert link.upper < 0


@given(st.floats(0.1, 100), st.floats(0.1, 100))
def test_a_share_stays_a_share(here: float, usual: float) -> None:
    plain, scaled = shares_with_a_condition(world(1000, here).estimate(SHARE, TOWN), usual)
    assert 0 < plain <= 1
    assert 0 < scaled <= 1
    assert (scaled >= plain) == (here >= usual)
