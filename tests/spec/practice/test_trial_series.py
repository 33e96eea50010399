"""A place's own series before and after, on a hand-made country; and how one would know."""

from datetime import date

import pytest

from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Release
from levelling.core.period import Period
from levelling.practice.trial import Interrupted, interrupted, months_until_known, pilot, smallest_change
from tests.challenge_world import ENGLAND, OTHERS, TOWN, World, indicator

RATE = "employment-rate"
BEGAN = Period.year(2015)
WOBBLE = (0.3, -0.2, 0.1, -0.4, 0.2, 0.1, -0.3, 0.4, -0.1, 0.2)


def world(values: list[float], first: int = 2010, breaks: list[tuple[str, str]] | None = None) -> World:
    rows = [(RATE, TOWN, str(first + at), value, value - 2, value + 2) for at, value in enumerate(values)]
    there = [(RATE, ENGLAND, str(first + at), 70.0 + at, None, None) for at in range(len(values))]
    return World([indicator(breaks=breaks or [])], [*rows, *there])


def look(values: list[float], **given: object) -> Interrupted:
    return interrupted(world(values), TOWN, RATE, BEGAN, **given)  # type: ignore[arg-type]


def test_a_jump_is_found_and_never_called_an_effect() -> None:
    found = look([60 + (10 if at >= 5 else 0) + WOBBLE[at] for at in range(10)])
    assert found.jump is not None
    assert found.jump.lower < 10 < found.jump.upper
    assert found.verdict == "changed"
    assert "it is not shown that any one of them did it" in found.sentence
    assert "effect" not in found.sentence
    assert found.margin == 2.0
    assert any("survey margin of about 2.0" in sentence for sentence in found.sentences)


def test_no_change_is_what_could_not_be_told() -> None:
    found = look([60 + wobble for wobble in WOBBLE])
    assert found.verdict == "cannot tell"
    assert found.sentence.startswith("No change in the course of")
    assert "may be there" in found.sentence


def test_lines_without_scatter_are_told_as_they_are() -> None:
    assert look([60.0] * 10).p_value == 1.0
    found = look([60.0 if at < 5 else 65.0 for at in range(10)])
    assert found.jump is not None
    assert (found.jump.value, found.jump.lower, found.p_value) == (5.0, 5.0, 0.0)


def test_another_area_is_taken_off() -> None:
    values = [60.0 + at + WOBBLE[at] for at in range(10)]
    found = interrupted(world(values), TOWN, RATE, BEGAN, against=ENGLAND)
    assert found.values[0] == pytest.approx(60.3 - 70)
    assert found.verdict == "cannot tell"
    assert "held against England" in found.sentence
    with pytest.raises(UserError, match="against itself"):
        interrupted(world(values), TOWN, RATE, BEGAN, against=TOWN)


def test_seven_periods_cannot_tell() -> None:
    found = look([60 + wobble for wobble in WOBBLE[:7]])
    assert found.verdict == "cannot tell"
    assert "there are 7 periods that may be compared, and it takes 8" in found.sentence
    assert found.record()["jump"] is None


def test_two_periods_on_a_side_cannot_tell_and_three_can() -> None:
    made = world([60 + wobble for wobble in WOBBLE[:8]])
    assert interrupted(made, TOWN, RATE, BEGAN).reason == ""
    found = interrupted(made, TOWN, RATE, Period.year(2016))
    assert "there are 6 periods before and 2 after, and it takes 3 on each side" in found.sentence
    assert (found.jump, found.verdict) == (None, "cannot tell")


def test_a_break_is_refused_and_what_comes_after_it_is_used() -> None:
    made = world([60 + wobble for wobble in WOBBLE], first=2009, breaks=[("2010", "Counted another way.")])
    with pytest.raises(UserError, match=r"breaks in 2010.*Give --from 2010"):
        interrupted(made, TOWN, RATE, BEGAN)
    assert len(interrupted(made, TOWN, RATE, BEGAN, since=Period.year(2010)).periods) == 9


def test_nothing_published_is_told() -> None:
    with pytest.raises(NotEnoughData, match="No figures of employment-rate"):
        interrupted(world([60.0] * 10), OTHERS[0], RATE, BEGAN)
    assert interrupted(world([60.0] * 10), TOWN, RATE, BEGAN, since=Period.year(2030)).periods == ()


def test_missing_years_are_told() -> None:
    made = world([60 + wobble for wobble in WOBBLE])
    del made.store.rows[TOWN.code][RATE, ""]["2012"]
    found = interrupted(made, TOWN, RATE, BEGAN)
    assert any("Some periods" in sentence for sentence in found.sentences)


def test_the_smallest_change_a_figure_could_show() -> None:
    estimate = world([60.0]).estimate(RATE, TOWN)
    # A half-width of 2 is an error of 1.0204; times 2.8016 times the root of 2.
    assert smallest_change(estimate) == pytest.approx(4.043, abs=0.001)
    assert smallest_change(world([60.0]).estimate(RATE, ENGLAND)) is None


def test_how_long_until_it_is_known() -> None:
    from dataclasses import replace

    estimate = world([60.0]).estimate(RATE, TOWN)
    assert months_until_known(estimate) is None
    released = Release("made-up", "Nobody", "Figures made up for a test", date(2011, 4, 10), "", "none")
    # The year 2010, published on 10 April 2011: a year, and a little over three months.
    assert months_until_known(replace(estimate, release=released)) == 12 + 4


def test_a_pilot_takes_the_hardest_case() -> None:
    found = pilot(200, 0.1)
    assert found.people_for_wanted == 784
    assert found.change == pytest.approx(0.197, abs=0.0005)
    assert pilot(2, 0.1).change is None
