"""Universal Credit: months from headings, codes from names, and a rate against the households of 2019."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.dwp_universal_credit import SOURCE
from levelling.sources.dwp_universal_credit.tidy import CLAIMS, HOUSEHOLDS, tidy
from levelling.sources.inputs import Cell
from levelling.sources.places import AUTHORITY_NAMES
from tests.unit.sources.sheets import WithSheets

CLAIM_LINES = """"Month","August 2015","August 2015 - Annotations","January 2019 (r)","x - Annotations","November 2023 (p)"
"National - Regional - LA - OAs",,,,,
"Hartlepool",520,,6000,,13000
"Cardiff / Caerdydd",..,,9000,,30000
"Buckinghamshire",7,,5000,,20000
"Unknown",10,,5,,4
"Total",98139,,1600000,,5362860
"""
NAME_LINES = """LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,RGNCD,CTRYCD
E06000001,Hartlepool,E06000001,Hartlepool,E12000001,E92000001
W06000015,Cardiff,W06000015,Cardiff,,W92000004
E06000060,Buckinghamshire,E06000060,Buckinghamshire,E12000008,E92000001
E07000004,Aylesbury Vale,E06000060,Buckinghamshire,E12000008,E92000001
E07000007,Wycombe,E06000060,Buckinghamshire,E12000008,E92000001
"""
HOMES: list[list[Cell]] = [
    ["Estimated number of households", None, None, None],
    ["Area code", "Area Name", "2018 [note 2]", "2019 [note 2]"],
    ["E92000001", "England", 20e6, 23e6],
    ["W92000004", "Wales", 1e6, 1.4e6],
    ["S92000003", "Scotland", 2e6, 2.6e6],
    ["E06000001", "Hartlepool", 43000.0, 44200.0],
    ["W06000015", "Cardiff", 1.0, 150000.0],
    ["E07000004", "Aylesbury Vale", 1.0, 80000.0],
    ["E07000007", "Wycombe", 1.0, 120000.0],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in ((CLAIMS, CLAIM_LINES), (AUTHORITY_NAMES, NAME_LINES)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    return tmp_path


def read(folder: Path, homes: list[list[Cell]] = HOMES) -> pl.DataFrame:
    return tidy(WithSheets(folder, SOURCE.files, {(HOUSEHOLDS, "Total_households"): homes})).estimates


def value(frame: pl.DataFrame, indicator: str, area: str, period: str) -> list[float | None]:
    key = (pl.col("indicator") == indicator) & (pl.col("area_code") == area) & (pl.col("period") == period)
    return frame.filter(key)["value"].to_list()


def test_counts_by_month_and_what_is_too_small_to_tell(folder: Path) -> None:
    frame = read(folder)
    assert value(frame, "universal-credit-households", "E06000001", "2015-08") == [520]
    assert value(frame, "universal-credit-households", "W06000015", "2015-08") == [None]
    assert value(frame, "universal-credit-households", "K03000001", "2023-11") == [5362860]
    assert set(frame.filter(pl.col("period") == "2023-11")["status"]) == {"provisional"}


def test_rate_is_for_every_100_households_of_2019_and_not_before(folder: Path) -> None:
    frame = read(folder)
    assert value(frame, "universal-credit-rate", "E06000001", "2019-01") == [pytest.approx(100 * 6000 / 44200, abs=1e-4)]
    assert value(frame, "universal-credit-rate", "E06000001", "2015-08") == []
    assert value(frame, "universal-credit-rate", "K03000001", "2023-11") == [pytest.approx(100 * 5362860 / 27e6, abs=1e-4)]


def test_households_of_districts_that_merged_are_added_up(folder: Path) -> None:
    assert value(read(folder), "universal-credit-rate", "E06000060", "2019-01") == [2.5]  # 5,000 of 80,000 + 120,000


def test_regions_and_nations_are_added_up(folder: Path) -> None:
    frame = read(folder)
    assert value(frame, "universal-credit-households", "E92000001", "2019-01") == [11000]
    assert value(frame, "universal-credit-households", "E12000008", "2023-11") == [20000]
    assert value(frame, "universal-credit-rate", "W92000004", "2019-01") == [pytest.approx(100 * 9000 / 1.4e6, abs=1e-4)]


def test_unknown_names_and_headings_are_refused(folder: Path) -> None:
    (folder / CLAIMS).write_text(CLAIM_LINES.replace("Hartlepool", "Hartlepoole"))
    with pytest.raises(SourceChanged, match="Hartlepoole"):
        read(folder)
    (folder / CLAIMS).write_text(CLAIM_LINES.replace("January 2019 (r)", "Q1 2019"))
    with pytest.raises(SourceChanged, match="'Q1 2019' that is not a month"):
        read(folder)


def test_households_without_2019_are_refused(folder: Path) -> None:
    with pytest.raises(SourceChanged, match="no columns 'Area code' and 2019"):
        read(folder, [["Area code", "Area Name", "2017", "2018"]])
