"""Sentences whose numbers were worked out from many figures."""

import pytest

from levelling.plan.document import Label, Number, Worked, plain
from levelling.plan.reckoned import reckoned

ABOUT = Worked("Places", "Counted.")


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Of 179 ITL3 areas in 2017, 59 fell behind.", [("179", 179.0), ("59", 59.0)]),
        ("It shrank −2.5%, against 15.5% in the North East.", [("−2.5%", -2.5), ("15.5%", 15.5)]),
        ("From 2008 to 2022, with the United Kingdom at 100, it stood at 73.", [("73", 73.0)]),
        ("For every 100 residents there are 60 jobs.", [("60", 60.0)]),
        ("Theil T is 0.3575 (0.0836 to 0.7438).", [("0.3575", 0.3575), ("0.0836", 0.0836), ("0.7438", 0.7438)]),
        ("There were 34,139 jobs, and 2,017 more.", [("34,139", 34139.0), ("2,017", 2017.0)]),
        ("The label holds in 3 of 12 ways of looking; falling behind in 9.", [("3", 3.0), ("12", 12.0), ("9", 9.0)]),
    ],
)
def test_numbers_are_found_and_years_and_names_are_not(sentence: str, numbers: list[tuple[str, float]]) -> None:
    text = reckoned(sentence, ABOUT)
    assert [(part.text, part.value) for part in text if isinstance(part, Number)] == numbers
    assert plain(text) == sentence


def test_names_with_digits_stay_names() -> None:
    text = reckoned("In Area 51, 3 of 4 did.", ABOUT, names=("Area 51",))
    assert [part.text for part in text if isinstance(part, Number)] == ["3", "4"]
    assert Label("Area 51") in text


def test_a_year_with_a_percent_sign_or_decimals_is_a_number() -> None:
    assert [part.text for part in reckoned("It grew 2000% to 2017.5.", ABOUT) if isinstance(part, Number)] == ["2000%", "2017.5"]
