"""Who lives in a city and who near the coast, from a few made-up neighbourhoods."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import settlements
from levelling.sources.build import check_tidy
from levelling.sources.settlements.tidy import COAST, PEOPLE, TOWNS, WELSH_AREAS


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
    codes = ["E01000001", "E01000002", "E01000003", "E01000004", "S01006506", "S01006507"]
    lads = ["E08000025"] * 2 + ["E06000059"] * 2 + ["S12000033"] * 2
    people = [150_000, 50_000, 60_000, 140_000, 300, 100]
    _put(tmp_path, PEOPLE, {"lsoa11_code": codes, "lad": lads, "pop": people})
    # The city has 150,000 + 50,000 + 60,000 people; the town of 140,000 is under the line.
    touched = ["E01000001", "E01000002", "E01000003", "E01000004"]
    _put(tmp_path, TOWNS, {"lsoa11_code": touched, "mtc_code": ["J01000001", "J01000001", "J01000001", "J01000002"]})
    _put(tmp_path, COAST, {"longitude": [1, 2], "id": ["S01006506", "W02000001"]})
    welsh = ["W02000001", "W02000002", "W02000003", "W02000004", "E02000001"]
    _put(tmp_path, WELSH_AREAS, {"msoa11_code": welsh, "ltla22_code": ["W06000015"] * 4 + ["E06000001"]})
    return tmp_path


def _values(folder: Path, slug: str) -> dict[str, float]:
    estimates = check_tidy(settlements.SOURCE, folder).estimates
    return dict(estimates.filter(pl.col("indicator") == slug).select("area_code", "value").iter_rows())


def test_only_a_built_up_area_over_the_line_is_a_city(folder: Path) -> None:
    assert _values(folder, "city-population-share") == {"E08000025": 100.0, "E06000059": 30.0}


def test_the_coast_is_counted_in_people_and_in_wales_in_areas(folder: Path) -> None:
    assert _values(folder, "near-coast-share") == {"S12000033": 75.0, "W06000015": 25.0}


def test_every_figure_is_marked_as_modelled(folder: Path) -> None:
    assert set(check_tidy(settlements.SOURCE, folder).estimates["status"]) == {"modelled"}


def test_a_renamed_column_is_refused(folder: Path) -> None:
    _put(folder, COAST, {"longitude": [1], "area": ["S01006506"]})
    with pytest.raises(SourceChanged, match="tomforth_coastal_small_areas"):
        check_tidy(settlements.SOURCE, folder)


def test_towns_with_codes_of_another_kind_are_refused(folder: Path) -> None:
    _put(folder, TOWNS, {"lsoa11_code": ["E00000001"], "mtc_code": ["J01000001"]})
    with pytest.raises(SourceChanged, match="more than 225,000 people"):
        check_tidy(settlements.SOURCE, folder)
