from dataclasses import replace

import pytest

from levelling.core.errors import LevellingError
from levelling.plan.document import Worked
from levelling.plan.shown import figure, gap, signed, worked
from tests.unit.plan import made


def test_an_estimate_is_shown_with_its_unit_and_interval() -> None:
    number = figure(made.estimate())
    assert (number.text, number.interval, number.value, number.lower, number.upper) == ("61.2%", "58.0 to 64.4", 61.2, 58.0, 64.4)


def test_without_a_published_interval_none_is_shown() -> None:
    assert figure(made.estimate(lower=None, upper=None)).interval == ""


def test_what_is_absent_cannot_be_shown_as_a_number() -> None:
    with pytest.raises(LevellingError, match="no value"):
        figure(made.estimate(None, None, None))


def test_a_difference_of_rates_is_in_percentage_points_with_its_sign() -> None:
    number = gap(made.comparison())
    assert number is not None
    assert (number.text, number.interval) == ("−13.8 percentage points", "−17.0 to −10.6")


def test_where_there_is_no_difference_there_is_no_number() -> None:
    assert gap(replace(made.comparison(), difference=None)) is None


@pytest.mark.parametrize(
    ("unit", "decimals", "value", "text"),
    [
        ("£ a week", 0, 31.4, "+£31 a week"),
        ("£ a week", 2, -12.5, "−£12.50 a week"),
        ("years", 1, -0.04, "0.0 years"),
        ("score out of 10", 1, 0.3, "+0.3"),
    ],
)
def test_differences_are_signed_and_nought_is_not(unit: str, decimals: int, value: float, text: str) -> None:
    assert signed(value, replace(made.RATE, unit=unit, decimals=decimals)) == text


def test_a_number_worked_out_here_says_how() -> None:
    number = worked(12.0, Worked("Share", "Counted."), "%")
    assert (number.text, number.origin) == ("12%", Worked("Share", "Counted."))
