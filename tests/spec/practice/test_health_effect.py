"""The health effect of employment on a hand-made country: every number worked out by hand."""

import pytest

from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Movement
from levelling.practice.health_effect import Turn, Way, asked, health_effect
from tests.challenge_world import BELFAST, ENGLAND, OTHERS, TOWN, UK, World, indicator

PEOPLE, RATE, SHARE, COUNT = "working-age-population", "employment-rate", "disabled-people-share", "disabled-people"
SICK = "people-by-economic-activity-census"


def world(rate: tuple[float, float | None, float | None] = (60.0, 50.0, 70.0), england: float = 75.0) -> World:
    made = [
        indicator(PEOPLE, unit="people", movement=Movement.SUM),
        indicator(RATE),
        indicator(SHARE),
        indicator(COUNT, unit="people", movement=Movement.SUM),
    ]
    rows = [
        (PEOPLE, TOWN, "2021", 50_000.0, None, None),
        (RATE, TOWN, "2023", *rate),
        (RATE, ENGLAND, "2023", england, england - 0.1, england + 0.1),
        (RATE, UK, "2023", 74.0, 73.9, 74.1),
        (SHARE, TOWN, "2021", 18.0, None, None),
        (COUNT, TOWN, "2021", 18_000.0, None, None),
        (SHARE, OTHERS[0], "2021", 18.0, None, None),
        (COUNT, OTHERS[0], "2021", 18_000.0, None, None),
    ]
    return World(made, rows)


def test_chronic_illness_by_hand() -> None:
    found = health_effect(world(), TOWN, 300).effect("chronic-conditions")
    assert found is not None
    # 60% of 50,000 is 30,000 in work: 300 is 1%. 2% of 36% of 50,000 is 360 fewer.
    assert found.change == pytest.approx(-360.0)
    # At the ends of the rate 300 is 1.2% of 25,000 and 0.857% of 35,000; the elasticity runs from 1.4 to 2.
    assert found.lower == pytest.approx(-360.0 * 1.2)
    assert found.upper == pytest.approx(-0.014 * (300 / 35_000 * 100) * 0.36 * 50_000)
    assert (found.grade, found.direction, found.way) == ("E", Turn.BETTER, Way.WORK_TO_HEALTH)
    assert found.record()["modelled"] is True


def test_psychological_problems_and_life_satisfaction_by_hand() -> None:
    found = health_effect(world(), TOWN, 300)
    problems, satisfaction = found.effect("psychological-problems"), found.effect("life-satisfaction")
    assert problems is not None
    assert satisfaction is not None
    assert problems.change == pytest.approx(-0.18 * 300)
    assert (problems.lower, problems.upper) == (None, None)
    assert "The research gives no range." in problems.how
    assert satisfaction.change == pytest.approx(0.46 * 300)


def test_a_ratio_is_applied_to_nothing_where_no_base_is_held() -> None:
    found = health_effect(world(), TOWN, 300)
    for outcome, ratio in (("deaths", "1.63"), ("heart-disease", "1.5 to 2.5")):
        effect = found.effect(outcome)
        assert effect is not None
        assert effect.change is None
        assert effect.direction is Turn.BETTER
        assert "No base rate is held here" in effect.how
        assert ratio in effect.how
        assert "an association, not proof of cause" in effect.sentence


def test_poor_work_does_not_bring_it() -> None:
    effect = health_effect(world(), TOWN, 300).effect("stress-in-poor-work")
    assert effect is not None
    # Chandola and Zhang (2018): 0.51, from 0.32 to 0.71.
    assert (effect.change, effect.lower, effect.upper) == (0.51, 0.32, 0.71)
    assert effect.direction is Turn.WORSE
    assert effect.record()["modelled"] is False
    assert "do not bring better health" in effect.sentence


def test_fewer_in_work_turns_the_signs_and_speaks_of_those_who_lose_it() -> None:
    more, fewer = health_effect(world(), TOWN, 300), health_effect(world(), TOWN, -300)
    up, down = more.effect("chronic-conditions"), fewer.effect("chronic-conditions")
    assert up is not None
    assert down is not None
    assert down.change == pytest.approx(-(up.change or 0))
    assert (down.lower, down.upper) == pytest.approx((-(up.upper or 0), -(up.lower or 0)))
    assert down.direction is Turn.WORSE
    assert fewer.effect("stress-in-poor-work") is None
    assert fewer.effect("men-depressed-after-job-loss") is not None
    satisfaction = fewer.effect("life-satisfaction")
    assert satisfaction is not None
    assert satisfaction.change is None
    assert fewer.asked == "300 fewer people in work"


def test_nobody_more_and_nobody_fewer() -> None:
    found = health_effect(world(), TOWN, 0)
    effects = found.of(Way.WORK_TO_HEALTH)
    assert {effect.direction for effect in effects} == {Turn.NEITHER}
    assert {effect.change for effect in effects} == {0.0, None}
    assert "nothing is expected to change" in found.lead


def test_the_reverse_by_hand() -> None:
    found = health_effect(world(rate=(60.0, 58.0, 62.0)), TOWN, 0)
    inactive, gap = found.effect("inactive"), found.effect("employment-gap")
    assert inactive is not None
    assert gap is not None
    assert inactive.change == pytest.approx(-0.03 * 50_000)
    # A tenth of 15 points of 50,000.
    assert gap.change == pytest.approx(750.0)
    # MOVER: the square root of 2^2 + 0.1^2 each way.
    assert gap.lower == pytest.approx(0.1 * (15 - (4 + 0.01) ** 0.5) / 100 * 50_000)


@pytest.mark.parametrize(
    ("rate", "direction", "says"),
    [
        ((70.0, 60.0, 80.0), Turn.CANNOT_TELL, "cannot tell whether"),
        ((80.0, 78.0, 82.0), Turn.NEITHER, "no gap to close"),
        ((60.0, None, None), Turn.CANNOT_TELL, "No margin of error"),
    ],
)
def test_a_gap_that_may_be_chance_is_not_shared_out(
    rate: tuple[float, float | None, float | None], direction: Turn, says: str
) -> None:
    effect = health_effect(world(rate=rate), TOWN, 0).effect("employment-gap")
    assert effect is not None
    assert (effect.change, effect.direction) == (None, direction)
    assert says in effect.how


def test_without_people_of_working_age_only_what_is_of_each_person_is_counted() -> None:
    found = health_effect(world(), BELFAST, 100)
    numbers = {item.outcome for item in found.effects if item.change is not None}
    assert numbers == {"psychological-problems", "life-satisfaction", "stress-in-poor-work"}
    with pytest.raises(NotEnoughData, match="points cannot be turned into people"):
        asked(world(), BELFAST, None, 1.0)


def test_points_are_people() -> None:
    assert asked(world(), TOWN, None, 2.0) == pytest.approx(1000.0)
    assert asked(world(), TOWN, 7, None) == 7


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(UserError, match=r"about 20,000 aged 16 to 64 are out of work"):
        health_effect(world(), TOWN, 20_001)
    with pytest.raises(UserError, match=r"about 30,000 aged 16 to 64 are in work"):
        health_effect(world(), TOWN, -30_001)
    with pytest.raises(UserError, match="Two sizes"):
        asked(world(), TOWN, 1, 1.0)
    with pytest.raises(UserError, match="not said"):
        asked(world(), TOWN, None, None)
    with pytest.raises(UserError):
        health_effect(world(), TOWN, float("inf"))


def test_a_change_beyond_the_research_has_no_number() -> None:
    effect = health_effect(world(), TOWN, 7_000).effect("chronic-conditions")
    assert effect is not None
    assert effect.change is None
    assert "not drawn beyond 20%" in effect.how


def test_records_have_the_promised_fields_and_cautions_are_told() -> None:
    found = health_effect(world(), TOWN, 300)
    fields = {"area", "name", "outcome", "change", "lower", "upper", "unit", "direction", "grade", "how", "sources", "modelled"}
    assert all(fields <= set(record) for record in found.records())
    assert all(record["sources"] and record["how"] and record["grade"] in "ABCDE" for record in found.records())
    assert sum("use one, not both" in sentence for sentence in found.sentences) == 3
    assert SICK not in world().catalogue  # a figure that is not held is left out, not asked for
    assert found.base.sick is None
