"""How a trend is told: the newest number against an earlier one, where the two may be compared."""

import pytest

from levelling.challenge.trend import Course, Trend, trends
from levelling.core.comparison import Verdict
from levelling.core.indicator import Direction
from tests.challenge_world import TOWN, Row, World, indicator

RATE = "employment-rate"


def rows(**values: float) -> list[Row]:
    return [(RATE, TOWN, year.removeprefix("y"), value, value - 2, value + 2) for year, value in values.items()]


def only(world: World) -> Trend:
    [found] = trends(world, TOWN)
    return found


def test_a_rise_beyond_the_margin_of_error() -> None:
    found = only(World([indicator()], rows(y2018=60.0, y2020=63.0, y2023=70.0)))
    assert (found.course, found.verdict, found.difference) == (Course.RISING, Verdict.BETTER, 10.0)
    assert found.sentence == "Employment rate: rising, from 60.0% in 2018 to 70.0% in 2023."


def test_a_fall_of_what_should_be_low_is_better() -> None:
    found = only(World([indicator(direction=Direction.LOWER_BETTER)], rows(y2018=70.0, y2023=60.0)))
    assert (found.course, found.verdict) == (Course.FALLING, Verdict.BETTER)


def test_a_change_within_the_margin_of_error_cannot_be_told() -> None:
    found = only(World([indicator()], rows(y2018=68.0, y2023=70.0)))
    assert found.course == Course.CANNOT_TELL
    assert found.sentence.endswith("We cannot tell whether it has changed.")


def test_the_nearest_period_to_five_years_before_is_taken() -> None:
    found = only(World([indicator()], rows(y2012=50.0, y2019=60.0, y2022=69.0, y2023=70.0)))
    assert found.then is not None
    assert found.then.period.iso == "2019"


def test_nothing_is_compared_across_a_break() -> None:
    broken = indicator(breaks=[("2021", "The survey changed its questions.")])
    found = only(World([broken], rows(y2018=60.0, y2020=60.0, y2023=70.0)))
    assert (found.then, found.difference, found.course) == (None, None, Course.NOT_COMPARABLE)
    assert found.reason == "The series breaks before 2023. The survey changed its questions."
    later = only(World([broken], rows(y2018=60.0, y2021=62.0, y2023=70.0)))
    assert later.then is not None
    assert later.then.period.iso == "2021"


def test_without_an_interval_the_numbers_are_given_and_no_verdict() -> None:
    found = only(World([indicator()], [(RATE, TOWN, "2018", 60.0, None, None), (RATE, TOWN, "2023", 70.0, None, None)]))
    assert (found.difference, found.course) == (10.0, Course.NOT_COMPARABLE)
    assert "no verdict" in found.sentence


def test_periods_that_overlap_or_differ_in_length_are_not_compared() -> None:
    series: list[Row] = [
        (RATE, TOWN, "2021-01-01/P3Y", 60.0, 58.0, 62.0),
        (RATE, TOWN, "2020-01-01/P3Y", 55.0, 53.0, 57.0),
        (RATE, TOWN, "2018", 50.0, 48.0, 52.0),
        (RATE, TOWN, "2017-01-01/P3Y", 50.0, 48.0, 52.0),
    ]
    found = only(World([indicator()], series))
    assert found.then is not None
    assert found.then.period.iso == "2017-01-01/P3Y"


def test_money_is_neither_better_nor_worse_and_says_it_is_not_adjusted() -> None:
    found = only(World([indicator(unit="£ a week")], rows(y2018=400.0, y2023=500.0)))
    assert found.verdict == Verdict.HIGHER
    assert found.sentence.endswith("part of any rise is inflation.")


def test_a_frozen_series_says_so() -> None:
    found = only(World([indicator(frozen="No newer figures come.")], rows(y2018=60.0, y2023=70.0)))
    assert found.reason == "No newer figures come."


@pytest.mark.parametrize("series", [[], [(RATE, TOWN, "2023", None, None, None)]])
def test_no_value_no_trend(series: list[Row]) -> None:
    assert trends(World([indicator()], series), TOWN) == ()
