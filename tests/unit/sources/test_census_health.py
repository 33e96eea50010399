"""Disability and care, read from a few made-up answers."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import census_health
from levelling.sources.build import check_tidy
from levelling.sources.census_health.tidy import CARE, CARE_NI, ENGLAND, HOUSEHOLDS, NEIGHBOURHOODS, SCOTLAND, WALES
from levelling.sources.mergers import CHAIN

YES, NO = "Disabled under the Equality Act", "Not disabled under the Equality Act"
LIMITED = "Day-to-day activities"
ENDING = "a limiting long-term health problem or disability"


def _put(folder: Path, name: str, columns: dict[str, list[str] | list[int]]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    frame = pl.DataFrame(columns)
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    districts = ["E07000026", "E07000026", "E07000028", "E07000028"]
    _put(tmp_path, ENGLAND, {"ltla21_code": districts, "disability_level": [YES, NO, YES, NO], "n": [20, 80, 10, 90]})
    _put(tmp_path, WALES, {"ltla21_code": ["W06000001"] * 2, "disability_level": [YES, NO], "n": [21, 79]})
    chain: dict[str, list[str] | list[int]] = {f"ltla{year}_code": ["E07000026", "E07000028"] for year in range(19, 23)}
    chain |= {f"ltla{year}_code": ["E06000063", "E06000063"] for year in (23, 24)}
    _put(tmp_path, CHAIN, chain)
    limits = [f"{LIMITED} limited a little", f"{LIMITED} limited a lot", f"{LIMITED} not limited"]
    _put(tmp_path, SCOTLAND, {"ltla20_code": ["S12000005"] * 3, "disability": limits, "n": [15, 10, 75]})
    members = [f"No residents have {ENDING}", f"1 resident has {ENDING}", f"2 or more residents have {ENDING}"]
    _put(tmp_path, HOUSEHOLDS, {"lgd21_code": ["N09000001"] * 3, "disability": members, "count": [50, 30, 20]})
    hours = ["9_hours_or_less", "10_to_19_hours", "20_to_34_hours", "35_to_49_hours", "50_or_more_hours"]
    counts = {f"provides_{hour}_unpaid_care_a_week": [number] for number, hour in enumerate(hours, 1)}
    _put(tmp_path, CARE, {"lad25_code": ["E06000063"], "total": [150], **counts})
    northern = {"total_5_and_over": 200, "count_5_and_over_0_hours": 170, "count_5_and_over_1to19_hours": 12}
    northern |= {f"count_5_and_over_{hour}_hours": 6 for hour in ("20to34", "35to49", "50plus")}
    rows: dict[str, list[str] | list[int]] = {
        "ltla21_code": ["N09000001"] * 6,
        "variable": list(northern),
        "value": list(northern.values()),
    }
    _put(tmp_path, CARE_NI, rows)
    _put(tmp_path, NEIGHBOURHOODS, {"lsoa21_code": ["E01000001"], "disabled_n": [300], "total_residents": [1500]})
    return tmp_path


@pytest.mark.parametrize(
    ("slug", "area", "category", "value"),
    [
        ("disabled-people-share", "E07000026", "", 20.0),
        ("disabled-people-share", "E06000063", "", 15.0),
        ("disabled-people", "E06000063", "", 30.0),
        ("disabled-people", "W06000001", "", 21.0),
        ("limited-activities-share-scotland", "S12000005", "", 25.0),
        ("limited-activities-share-scotland", "S12000005", "lot", 10.0),
        ("households-with-disabled-member-northern-ireland", "N09000001", "", 50.0),
        ("households-with-disabled-member-northern-ireland", "N09000001", "more", 20.0),
        ("unpaid-carers-share", "E06000063", "", 10.0),
        ("unpaid-carers-share", "E06000063", "10-19", 1.33),
        ("unpaid-carers-northern-ireland", "N09000001", "", 30.0),
    ],
)
def test_figures(folder: Path, slug: str, area: str, category: str, value: float) -> None:
    estimates = check_tidy(census_health.SOURCE, folder).estimates
    row = estimates.filter((pl.col("indicator") == slug) & (pl.col("area_code") == area) & (pl.col("category") == category))
    assert row["value"].item() == value


def test_scotland_was_asked_a_year_later(folder: Path) -> None:
    estimates = check_tidy(census_health.SOURCE, folder).estimates
    periods = dict(estimates.select("area_code", "period").unique().iter_rows())
    assert periods["S12000005"] == "2022-03-20"
    assert periods["N09000001"] == "2021-03-21"


def test_neighbourhoods_hold_people_and_share(folder: Path) -> None:
    small = check_tidy(census_health.SOURCE, folder).small_areas
    assert dict(small.select("indicator", "value").iter_rows()) == {"disabled-people": 300.0, "disabled-people-share": 20.0}


def test_a_new_answer_is_refused(folder: Path) -> None:
    path = folder / SCOTLAND
    path.write_text(path.read_text(encoding="utf-8").replace("limited a lot", "limited severely"), encoding="utf-8")
    with pytest.raises(SourceChanged, match="other answers"):
        check_tidy(census_health.SOURCE, folder)


def test_rows_that_are_gone_are_refused(folder: Path) -> None:
    path = folder / CARE_NI
    pl.read_csv(path).filter(pl.col("variable") != "total_5_and_over").write_csv(path)
    with pytest.raises(SourceChanged, match="no rows for all"):
        check_tidy(census_health.SOURCE, folder)
