"""The file of wage floors: what is read, and what is refused with every fault listed."""

from datetime import date
from pathlib import Path

import pytest

from levelling.atlas.wage_floors import legal_floors, living_wages, load
from levelling.core.errors import ContractBroken

GOOD = """
legal = [{ name = "National Living Wage", who = "25 and over", from = 2018-04-01, to = 2019-03-31, pounds = 7.83, source = "a" }]
real = [{ where = "London", april = 2018, pounds = 10.20, source = "a" }]
[sources.a]
title = "A table"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "wage_floors.toml"
    path.write_text(text, "utf-8")
    return path


def test_rates_hold_from_one_day_to_another(tmp_path: Path) -> None:
    legal, real = load(written(tmp_path, GOOD))
    assert (legal[0].pounds, legal[0].end, legal[0].source.title) == (7.83, date(2019, 3, 31), "A table")
    assert (real[0].start, real[0].end, real[0].who) == (date(2018, 4, 1), date(2019, 3, 31), "London")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (GOOD.replace('source = "a"', 'source = "b"'), "no source 'b'"),
        (GOOD.replace("2019-03-31", "2017-03-31"), "ends before it begins"),
        (GOOD.replace("7.83", "-7.83"), "legal.0.pounds"),
        (GOOD.replace("pounds", "euros"), "legal.0.euros"),
        ("legal = [", "wage_floors.toml"),
    ],
)
def test_a_wrong_file_is_refused_and_says_where(tmp_path: Path, changed: str, says: str) -> None:
    with pytest.raises(ContractBroken, match=says):
        load(written(tmp_path, changed))


def test_the_files_own_rates_are_all_there() -> None:
    assert len(legal_floors()) + len(living_wages()) == 102
