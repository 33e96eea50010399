"""Jobs below the real Living Wage: what is read, what is withheld, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell
from levelling.sources.ons_living_wage import SOURCE
from levelling.sources.ons_living_wage.tidy import SHEETS, WORKBOOK, tidy
from tests.unit.sources.sheets import WithSheets

ROWS: list[list[Cell]] = [
    ["Table 7", None, None, None],
    [None, None, "% earning below", None],
    [None, None, "Jobs", "Per cent"],
    ["Description", "Code", "(thousand)", None],
    ["United Kingdom ", "K02000001", 3495.0, 12.2],
    ["Hartlepool UA", "E06000001", 5.0, 16.1],
    ["Shetland Islands", "S12000027", "x", "x"],
    ["Tyne and Wear Met County", "E11000007", 60.0, 14.0],
    ["Not Classified", None, ":", None],
]


def read(changed: dict[str, list[list[Cell]]] | None = None) -> pl.DataFrame:
    sheets = {(WORKBOOK, sheet): (changed or {}).get(sheet, ROWS) for sheet in SHEETS}
    return tidy(WithSheets(Path(), SOURCE.files, sheets)).estimates


def row(frame: pl.DataFrame, area: str, indicator: str = "jobs-below-living-wage", category: str = "") -> dict[str, object]:
    key = (pl.col("area_code") == area) & (pl.col("indicator") == indicator) & (pl.col("category") == category)
    return frame.filter(key).row(0, named=True)


def test_shares_and_numbers_are_of_april_2022_and_provisional() -> None:
    found = row(read(), "E06000001")
    assert (found["value"], found["period"], found["status"]) == (16.1, "2022-04", "provisional")
    assert row(read(), "E06000001", "number-of-jobs-below-living-wage")["value"] == 5000


def test_what_is_withheld_stays_as_a_missing_row() -> None:
    found = row(read(), "S12000027")
    assert (found["value"], found["lower"], found["status"]) == (None, None, "missing")


def test_sex_and_hours_have_shares_and_numbers() -> None:
    frame = read()
    assert set(frame["category"]) == set(SHEETS.values())
    both = {"jobs-below-living-wage", "number-of-jobs-below-living-wage"}
    assert set(frame.filter(pl.col("category") == "female-part-time")["indicator"]) == both


def test_counties_that_nothing_else_knows_are_set_aside() -> None:
    assert "E11000007" not in read()["area_code"]


def test_renamed_columns_and_unknown_marks_are_refused() -> None:
    with pytest.raises(SourceChanged, match="no columns Description"):
        read({"Male": [["Area", "Code", "(thousand)", "Per cent"]]})
    with pytest.raises(SourceChanged, match="'n/a' where a number"):
        read({"Male": [*ROWS[:4], ["Hartlepool UA", "E06000001", 5.0, "n/a"]]})
