"""Numbers in words."""

import pytest

from levelling.core.words import number, with_unit


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(1234.5, 1, "1,234.5"), (-0.04, 1, "0.0"), (-2.0, 0, "−2"), (1e6, 0, "1,000,000")],
)
def test_numbers_have_thousands_and_a_true_minus(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("69.1", "%", "69.1%"),
        ("642", "£ a week", "£642 a week"),
        ("−3", "£ million", "−£3 million"),
        ("24,836", "£", "£24,836"),
        ("12", "per 1,000", "12 per 1,000"),
        ("104", "index (UK = 100)", "104 (UK = 100)"),
    ],
)
def test_a_unit_stands_where_people_write_it(text: str, unit: str, words: str) -> None:
    assert with_unit(text, unit) == words
