"""Where neighbourhoods lie and how wide they are, from a few made-up ones on a line."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import small_area_points
from levelling.sources.build import check_tidy
from levelling.sources.small_area_points.tidy import POINTS, REDRAWN


def _put(folder: Path, points: list[tuple[str, float, float]]) -> None:
    for name in (POINTS, REDRAWN):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
    codes, north, east = zip(*points, strict=True)
    columns = {"LSOACD": codes, "latitude": north, "longitude": east}
    pl.DataFrame(columns).write_parquet(folder / POINTS)
    # E01000002 was divided into E01033769 and E01033770; E01000001 was kept.
    old, new = ["E01000001", "E01000002", "E01000002"], ["E01000001", "E01033769", "E01033770"]
    pl.DataFrame({"lsoa11_code": old, "lsoa21_code": new}).write_parquet(folder / REDRAWN)


def test_points_are_whole_numbers_and_neighbours_are_of_the_same_kind(tmp_path: Path) -> None:
    line = [("E01000001", 52.00, -1.5), ("E01000002", 52.02, -1.5), ("E01033769", 52.01, -1.5), ("E01033770", 52.03, -1.5)]
    _put(tmp_path, line)
    table = check_tidy(small_area_points.SOURCE, tmp_path).tables["small_area_points"]
    rows = {code: (lat, lon, radius) for code, lat, lon, radius in table.iter_rows()}
    assert rows["E01000001"][:2] == (520_000, -15_000)
    # Kept: among those of 2021, 0.01 and 0.03 degrees off, so half of the mean 0.02. In tenths of a kilometre, rounded up.
    assert rows["E01000001"][2] == 12
    # Divided: among those of 2011 only its one neighbour, 0.02 degrees off.
    assert rows["E01000002"][2] == 12
    # New: 0.01 and 0.02 degrees off, half of the mean 0.015.
    assert rows["E01033769"][2] == 9


@pytest.mark.parametrize(
    "points", [[("E01000001", 52.0, -1.5)] * 2, [("E01000001", 12.0, -1.5), ("E01000002", 52.0, -1.5)]], ids=["twice", "abroad"]
)
def test_a_damaged_file_is_refused(tmp_path: Path, points: list[tuple[str, float, float]]) -> None:
    _put(tmp_path, points)
    with pytest.raises(SourceChanged, match="lsoa_latlong"):
        check_tidy(small_area_points.SOURCE, tmp_path)
