"""Subregional productivity: which table becomes which indicator, whose rows are taken, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell
from levelling.sources.ons_productivity import SOURCE
from levelling.sources.ons_productivity.tidy import AUTHORITIES, CITY_REGIONS, ITL, tidy
from tests.unit.sources.sheets import WithSheets

Sheets = dict[tuple[str, str], list[list[Cell]]]
TABLES = ("A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4", "B5", "Productivity Hours", "Productivity Jobs")


def _sheet(key: str, rows: list[list[Cell]]) -> list[list[Cell]]:
    start: list[Cell] = ["ITL_level", key, "Name"] if key == "ITL_code" else [key, "Name"]
    return [["A table", None], [None], [*start, "Index_2021", "Index_2022"], *rows, [None, None, None, None, None]]


@pytest.fixture
def sheets() -> Sheets:
    itl: list[list[Cell]] = [
        ["UK", " UKX", "United Kingdom less Extra-Regio", 100.0, 100.04],
        ["Other", "TLB", "England", 101.5, 101.5],
        ["ITL1", "TLC", "North East", 85.0, 84.26],
        ["ITL3", "TLC11", "Hartlepool and Stockton-on-Tees", 88.0, None],
    ]
    authorities: list[list[Cell]] = [["UKX", "UK", 100.0, 100.0], ["E06000001", "Hartlepool", 73.8, 72.2]]
    cities: list[list[Cell]] = [["E47000001", "Greater Manchester", 91.8, 92.1], ["Not available", "Aberdeen", 1.0, 1.0]]
    found: Sheets = {(ITL, table): _sheet("ITL_code", itl) for table in TABLES}
    found |= {(AUTHORITIES, table): _sheet("LAD_Code", authorities) for table in TABLES}
    return found | {(CITY_REGIONS, table): _sheet("Area_Code", cities) for table in TABLES}


def read(sheets: Sheets) -> pl.DataFrame:
    return tidy(WithSheets(Path(), SOURCE.files, sheets)).estimates


def value(frame: pl.DataFrame, indicator: str, area: str, period: str) -> list[float]:
    chosen = (pl.col("indicator") == indicator) & (pl.col("area_code") == area) & (pl.col("period") == period)
    return frame.filter(chosen)["value"].to_list()


def test_each_workbook_gives_its_areas(sheets: Sheets) -> None:
    frame = read(sheets)
    assert value(frame, "gva-per-hour-worked-index", "E06000001", "2022") == [72.2]
    assert value(frame, "gva-per-hour-worked-index", "E47000001", "2021") == [91.8]
    assert value(frame, "gva-per-hour-worked-volume-index", "TLC11", "2021") == [88.0]
    assert value(frame, "gva-per-hour-worked-index", "E92000001", "2021") == [101.5]


def test_the_uk_stands_once_and_to_one_decimal(sheets: Sheets) -> None:
    assert value(read(sheets), "gva-per-filled-job-index", "K02000001", "2022") == [100.0]


def test_regions_stand_under_both_codes_and_blank_cells_are_no_rows(sheets: Sheets) -> None:
    frame = read(sheets)
    assert value(frame, "filled-jobs", "E12000001", "2022") == value(frame, "filled-jobs", "TLC", "2022") == [84.3]
    assert value(frame, "filled-jobs", "TLC11", "2022") == []


def test_smoothed_pounds_are_only_for_areas_without_newer_ones(sheets: Sheets) -> None:
    frame = read(sheets)
    assert set(frame.filter(pl.col("indicator") == "gva-per-hour-worked-itl")["area_code"]) == {"TLC11"}


def test_areas_without_a_code_are_left_out(sheets: Sheets) -> None:
    assert not read(sheets)["area_code"].str.contains("Not").any()


def test_a_sheet_without_its_code_column_or_years_is_refused(sheets: Sheets) -> None:
    with pytest.raises(SourceChanged, match="no column LAD_Code"):
        read(sheets | {(AUTHORITIES, "A1"): [["Code", "Index_2022"], ["E06000001", 72.2]]})
    with pytest.raises(SourceChanged, match="no columns that end in a year"):
        read(sheets | {(AUTHORITIES, "A1"): [["LAD_Code", "Index"], ["E06000001", 72.2]]})
