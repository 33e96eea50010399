"""Vacancies by industry: broken headings, quarters that cross a year, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell
from levelling.sources.ons_vacancies import SOURCE
from levelling.sources.ons_vacancies.tidy import INDUSTRIES, WORKBOOK, tidy
from tests.unit.sources.sheets import WithSheets

Sheets = dict[tuple[str, str], list[list[Cell]]]


def sheets() -> Sheets:
    broken = {
        "Manufacturing": "Manu-    facturing",
        "Construction": "Construc-tion",
        "Real estate activities": "Real estate activities2",
    }
    heads: list[Cell] = [broken.get(name, name) for name in INDUSTRIES]
    numbers: list[Cell] = [float(at) for at in range(len(INDUSTRIES))]
    levels: list[list[Cell]] = [["Date", *heads], ["Nov- Jan 2002", *numbers], ["Apr-Jun 2002", *numbers]]
    ratios: list[list[Cell]] = [
        ["VACS02"],
        ["SIC 2007 sections", None, "All vacancies1 ", *heads],
        ["", "", "B-S"],
        ["Oct-Dec 2025", "(r)", 2.3, *numbers],
        ["Nov-Jan 2026", "(p)", 2.4, *numbers],
        ["Change on year", "", 0.1, *numbers],
    ]
    return {(WORKBOOK, "levels"): levels, (WORKBOOK, "ratios"): ratios}


def read(tmp_path: Path, made: Sheets) -> pl.DataFrame:
    return tidy(WithSheets(tmp_path, SOURCE.files, made)).estimates


def test_numbers_are_in_vacancies_and_quarters_end_in_the_year_named(tmp_path: Path) -> None:
    frame = read(tmp_path, sheets()).filter(pl.col("indicator") == "vacancies-by-industry")
    assert set(frame["period"]) == {"2001-11-01/P3M", "2002-04-01/P3M"}
    construction = frame.filter((pl.col("category") == "construction") & (pl.col("period") == "2002-04-01/P3M"))
    assert construction["value"].to_list() == [4000]


def test_rates_have_the_whole_and_the_newest_is_provisional(tmp_path: Path) -> None:
    frame = read(tmp_path, sheets()).filter((pl.col("indicator") == "vacancies-per-100-jobs") & (pl.col("category") == ""))
    assert frame.select("period", "value", "status").rows() == [
        ("2025-10-01/P3M", 2.3, "normal"),
        ("2025-11-01/P3M", 2.4, "provisional"),
    ]


def test_a_missing_industry_and_a_sheet_without_lines_are_refused(tmp_path: Path) -> None:
    renamed = sheets()
    renamed[WORKBOOK, "levels"][0][-1] = "All of them"
    with pytest.raises(SourceChanged, match="Total services"):
        read(tmp_path, renamed)
    empty = sheets()
    empty[WORKBOOK, "levels"] = empty[WORKBOOK, "levels"][:1]
    with pytest.raises(SourceChanged, match="no lines"):
        read(tmp_path, empty)
    headless = sheets()
    headless[WORKBOOK, "levels"] = [["nothing"]]
    with pytest.raises(SourceChanged, match="no row of industries"):
        read(tmp_path, headless)
