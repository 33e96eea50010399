"""The layout of hexagons, from a made one of three cells."""

import json
from pathlib import Path

import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.open_innovations_hexes import CODES, LAYOUT, tidy

_CELLS = {
    "E06000001": {"n": "A", "q": 1, "r": 1},
    "E08000016": {"n": "B", "q": 1, "r": 0},
    "E06000003": {"n": "C", "q": 0, "r": 0},
}


def _inputs(folder: Path, cells: object, layout: str = "odd-r") -> Inputs:
    for name, text in (
        (LAYOUT, json.dumps({"layout": layout, "hexes": cells})),
        (CODES, "LADCD,LADCD_ACTIVE\nE06000001,E06000001\nE08000016,E08000038\nE06000003,E06000003\n"),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return Inputs(folder, (LAYOUT, CODES))


def test_rows_run_down_from_the_north_and_odd_ones_stand_half_a_cell_to_the_right(tmp_path: Path) -> None:
    table = tidy(_inputs(tmp_path, _CELLS)).tables["hexes"]
    assert table.rows() == [("E06000001", 3, 0), ("E06000003", 0, 1), ("E08000038", 2, 1)]


def test_two_areas_in_one_place_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceChanged, match="two areas in one place"):
        tidy(_inputs(tmp_path, {"E06000001": {"q": 0, "r": 0}, "E06000003": {"q": 0, "r": 0}}))


@pytest.mark.parametrize("cells", [[], {"E06000001": {"q": 1}}, {"E06000001": {"q": "1", "r": "2"}}])
def test_another_shape_of_file_is_refused(tmp_path: Path, cells: object) -> None:
    with pytest.raises(SourceChanged, match="not a layout of hexagons"):
        tidy(_inputs(tmp_path, cells))


def test_another_kind_of_layout_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceChanged, match="not a layout of hexagons"):
        tidy(_inputs(tmp_path, _CELLS, layout="even-q"))
