"""Census economic activity: categories put together, shares, sums for the nations, and what is refused."""

import gzip
from pathlib import Path

import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_census import SOURCE
from levelling.sources.ons_census.tidy import ACTIVITY, ALL, STATUSES, tidy

CODES = [ALL, *(code for codes in STATUSES.values() for code in codes)]


def write(folder: Path, areas: dict[str, dict[str, int]]) -> None:
    lines = ["GEOGRAPHY_CODE,C2021_EASTAT_20_CODE,MEASURES_NAME,OBS_VALUE"]
    for area, numbers in areas.items():
        for code in CODES:
            lines += [f"{area},{code},Value,{numbers.get(code, 10)}", f"{area},{code},Percent,1.5"]
    (folder / ACTIVITY).parent.mkdir(exist_ok=True)
    (folder / ACTIVITY).write_bytes(gzip.compress("\n".join(lines).encode()))


def read(folder: Path) -> dict[tuple[str, str, str], float]:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    return {(row["indicator"], row["category"], row["area_code"]): row["value"] for row in frame.iter_rows(named=True)}


def test_students_in_work_count_as_in_work_and_shares_are_of_everyone(tmp_path: Path) -> None:
    write(tmp_path, {"E06000001": {"0": 1000, "1002": 450, "1007": 50, "_18": 80}})
    found = read(tmp_path)
    assert found["people-by-economic-activity-census", "in-work", "E06000001"] == 500
    assert found["economic-activity-census", "in-work", "E06000001"] == 50
    assert found["economic-activity-census", "long-term-sick", "E06000001"] == 8
    assert found["people-by-economic-activity-census", "", "E06000001"] == 1000
    assert ("economic-activity-census", "", "E06000001") not in found


def test_nations_are_the_sums_of_their_authorities(tmp_path: Path) -> None:
    write(tmp_path, {"E06000001": {"0": 100}, "E10000003": {"0": 200}, "W06000015": {"0": 50}})
    found = read(tmp_path)
    people = {area: found["people-by-economic-activity-census", "", area] for area in ("E92000001", "W92000004", "K04000001")}
    assert people == {"E92000001": 300, "W92000004": 50, "K04000001": 350}


def test_every_figure_is_of_census_day(tmp_path: Path) -> None:
    write(tmp_path, {"E06000001": {"0": 100}})
    assert set(tidy(Inputs(tmp_path, SOURCE.files)).estimates["period"]) == {"2021-03-21"}


def test_a_missing_category_or_column_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {"E06000001": {"0": 100}})
    text = gzip.decompress((tmp_path / ACTIVITY).read_bytes()).decode()
    (tmp_path / ACTIVITY).write_bytes(gzip.compress(text.replace(",_18,", ",_99,").encode()))
    with pytest.raises(SourceChanged, match="lacks the categories _18"):
        tidy(Inputs(tmp_path, SOURCE.files))
    (tmp_path / ACTIVITY).write_bytes(gzip.compress(text.replace("OBS_VALUE", "VALUE").encode()))
    with pytest.raises(SourceChanged, match="OBS_VALUE"):
        tidy(Inputs(tmp_path, SOURCE.files))
