import pytest

from levelling.core.errors import LevellingError
from levelling.plan.document import BareNumber, Label, Table, prose
from levelling.plan.walk import numbers
from tests.unit.plan import made


def test_a_number_cannot_stand_in_prose() -> None:
    with pytest.raises(BareNumber, match="A number stands bare in 'of 12'"):
        prose("one ", "of 12")


def test_a_name_may_hold_digits() -> None:
    assert prose("People ", Label("aged 16 to 64")) == ("People ", Label("aged 16 to 64"))


def test_a_row_must_fill_its_columns() -> None:
    with pytest.raises(LevellingError, match="has 1 cells for 2 columns"):
        Table("Caption", ("One", "Two"), ((prose("only"),),))


def test_numbers_are_met_as_they_are_read() -> None:
    found = [number.text for number in numbers(made.page())]
    assert found == ["61.2%", "61.2%", "61.2%"]
