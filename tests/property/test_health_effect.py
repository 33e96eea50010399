"""Laws of the health effect of employment: in step with the people, never beyond them, one arithmetic with chapter 1."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.challenge.health import chronic_illness
from levelling.core.errors import UserError
from levelling.practice.health_effect import Turn, base_of, health_effect

PLACES = st.sampled_from(["Hartlepool", "Glasgow City", "Cardiff", "Wokingham", "Isles of Scilly", "Belfast", "Tees Valley"])


@cache
def atlas() -> Atlas:
    return Atlas.open()


@given(PLACES, st.integers(-2_000, 2_000))
def test_every_effect_is_whole_and_its_range_holds_it(name: str, more: int) -> None:
    try:
        found = health_effect(atlas(), atlas().area(name), more)
    except UserError:
        base = base_of(atlas(), atlas().area(name))
        most = base.out_of_work if base.out_of_work is not None else base.people
        least = base.in_work if base.in_work is not None else base.people
        assert (most is not None and more > most) or (least is not None and -more > least)
        return
    for effect in found.effects:
        if effect.lower is not None and effect.upper is not None:
            assert effect.change is not None
            assert effect.lower <= effect.change <= effect.upper
        assert effect.sentence.endswith(".")
        if effect.change is None:
            assert effect.how
        if effect.direction is Turn.NEITHER:
            assert not effect.change


@given(st.sampled_from(["Hartlepool", "Cardiff", "Glasgow City"]), st.floats(0.01, 5))
def test_a_per_cent_more_is_the_link_of_the_first_chapter(name: str, change: float) -> None:
    area = atlas().area(name)
    in_work = base_of(atlas(), area).in_work
    assert in_work is not None
    here = health_effect(atlas(), area, in_work * change / 100).effect("chronic-conditions")
    there = chronic_illness(atlas(), area, change)
    assert here is not None
    assert there is not None
    assert here.change == pytest.approx(there.value)


@given(PLACES, st.integers(1, 100))
def test_twice_the_people_is_twice_the_change(name: str, more: int) -> None:
    area = atlas().area(name)
    one, two = health_effect(atlas(), area, more), health_effect(atlas(), area, 2 * more)
    for outcome in ("chronic-conditions", "psychological-problems", "life-satisfaction"):
        single, double = one.effect(outcome), two.effect(outcome)
        assert single is not None
        assert double is not None
        if single.change is not None:
            assert double.change == pytest.approx(2 * single.change)
