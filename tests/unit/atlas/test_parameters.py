"""Parameters: read whole, or refused with every fault named."""

from pathlib import Path

import pytest

from levelling.atlas.parameters import load, parameter, parameters
from levelling.core.errors import ContractBroken, UserError

GOOD = 'title = "Wage gain of a level"\nvalue = 2.5\nunit = "%"\napplies_to = "adults"\ngrade = "C"\nsource = "A study"\n'


def test_every_shipped_parameter_is_whole() -> None:
    assert parameters()
    for item in parameters().values():
        assert item.source
        assert item.grade in "ABCDE"


def test_one_is_found_by_name() -> None:
    found = parameter("chronic-illness-for-employment")
    assert (found.value, found.grade) == (-2.0, "E")


def test_a_wrong_name_is_told_with_near_ones() -> None:
    with pytest.raises(UserError, match="chronic-illness-for-employment"):
        parameter("chronic-illness-for-employmnt")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("low = 1.0\n", "low and high come together"),
        ("low = 3.0\nhigh = 4.0\n", "lies outside"),
        ("colour = 1\n", "colour"),
        ("value = = 1\n", "Invalid value"),
        ('price_year = "12/13"\n', "price_year"),
    ],
)
def test_a_faulty_file_is_named_with_its_fault(tmp_path: Path, change: str, said: str) -> None:
    (tmp_path / "good.toml").write_text(GOOD, "utf-8")
    (tmp_path / "bad.toml").write_text(GOOD + change, "utf-8")
    with pytest.raises(ContractBroken) as caught:
        load(tmp_path)
    assert "bad.toml" in str(caught.value)
    assert "good.toml" not in str(caught.value)
    assert said in str(caught.value)


def test_what_contradicts_names_what_it_contradicts() -> None:
    for slug, item in parameters().items():
        for other in item.conflicts:
            assert slug in parameters()[other].conflicts, (slug, other)


def test_a_conflict_with_nobody_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(GOOD + 'conflicts = ["two"]\n', "utf-8")
    with pytest.raises(ContractBroken, match="there is no parameter 'two'"):
        load(tmp_path)


def test_a_sum_of_money_says_whose_prices_it_is_in_or_why_not() -> None:
    unsure = {slug for slug, item in parameters().items() if item.unit.startswith("£") and not (item.price_year or item.period)}
    for slug in unsure:
        told = parameters()[slug]
        assert told.note or told.date, slug
