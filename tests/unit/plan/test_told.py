import pytest

from levelling.plan.document import Label, Number, plain
from levelling.plan.told import told
from tests.unit.plan import made


def numbers(sentence: str) -> list[str]:
    return [part.text for part in told(sentence, [made.comparison()]) if isinstance(part, Number)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Made rate: 61.2% in Made Town in 2023, 13.8 percentage points lower than in the United Kingdom (75.0%).",
            ["61.2%", "13.8 percentage points", "75.0%"],
        ),
        ("Of every 100 people aged 16 to 64, 61 are made up: 14 fewer than in the United Kingdom.", ["61", "14"]),
        ("Nothing is counted in 2023 among people aged 61 to 75.", []),
    ],
)
def test_numbers_become_numbers_and_ages_and_years_do_not(sentence: str, found: list[str]) -> None:
    assert numbers(sentence) == found
    assert plain(told(sentence, [made.comparison()])) == sentence


def test_part_of_a_longer_number_is_left_alone() -> None:
    assert numbers("About 1,061 and 61.25 and 161.") == []


def test_what_is_not_known_keeps_its_digits_as_a_label() -> None:
    assert told("In all 7 places", [made.estimate()]) == (Label("In all 7 places"),)


def test_a_letter_behind_makes_it_no_number() -> None:
    assert numbers("A 61G signal, and 75th of all") == []
