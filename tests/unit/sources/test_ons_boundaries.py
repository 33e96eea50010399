"""Boundaries from a small made topology: two squares that share a border, an island, and an area that has ended."""

import json
import math
from pathlib import Path
from typing import Any

import pytest

from levelling.atlas.grid import to_grid
from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_boundaries.simplify import ALWAYS, effective_areas
from levelling.sources.ons_boundaries.tidy import TOPOLOGY, tidy


def _topology() -> dict[str, Any]:
    # In steps of a hundredth of a degree from 2 degrees west, 54 north. Arc 0 is the border the two squares share.
    arcs = [
        [[10, 0], [0, 10]],
        [[10, 10], [-10, 0], [0, -10], [10, 0]],
        [[10, 0], [10, 0], [0, 10], [-10, 0]],
        [[30, 30], [2, 0], [0, 2], [-2, 0], [0, -2]],
    ]
    areas = [
        {"type": "Polygon", "arcs": [[0, 1]], "properties": {"areacd": "E06000998", "areanm": "West"}},
        {
            "type": "MultiPolygon",
            "arcs": [[[2, -1]], [[3]]],
            "properties": {"areacd": "E06000999", "areanm": "East", "start": 2020},
        },
        {"type": "Polygon", "arcs": [[3]], "properties": {"areacd": "E07000001", "areanm": "Gone", "end": 2019}},
    ]
    return {
        "type": "Topology",
        "arcs": arcs,
        "transform": {"scale": [0.01, 0.01], "translate": [-2, 54]},
        "objects": {"ltla": {"geometries": areas}},
    }


def _inputs(folder: Path, text: str) -> Inputs:
    path = folder / TOPOLOGY
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return Inputs(folder, (TOPOLOGY,))


def test_current_areas_are_drawn_and_ended_ones_are_not(tmp_path: Path) -> None:
    table = tidy(_inputs(tmp_path, json.dumps(_topology()))).tables["boundaries"]
    assert table["area_code"].to_list() == ["E06000998", "E06000999"]
    assert all(path.startswith("M") and path.endswith("z") for path in table["path"])


def test_neighbours_share_their_border_to_the_last_step(tmp_path: Path) -> None:
    table = tidy(_inputs(tmp_path, json.dumps(_topology()))).tables["boundaries"]
    west, east = (_corners(path) for path in table["close"])
    assert len(set(west) & set(east)) == 2


def test_an_area_of_two_parts_is_drawn_in_two(tmp_path: Path) -> None:
    table = tidy(_inputs(tmp_path, json.dumps(_topology()))).tables["boundaries"]
    assert [path.count("M") for path in table["close"]] == [1, 2]


def test_its_middle_and_box_are_kilometres_from_the_upper_left(tmp_path: Path) -> None:
    row = tidy(_inputs(tmp_path, json.dumps(_topology()))).tables["boundaries"].row(0, named=True)
    east, north = to_grid(-1.95, 54.05)
    assert math.isclose(row["x"], east / 1000, abs_tol=0.1)
    assert math.isclose(row["y"], 1075 - north / 1000, abs_tol=0.1)
    assert row["left"] < row["x"] < row["right"]
    assert row["top"] < row["y"] < row["bottom"]


@pytest.mark.parametrize("text", ["{", '{"objects": {}}', '{"objects": {"ltla": {"geometries": []}}}', "[]"])
def test_another_shape_of_file_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceChanged, match="is not a topology with a layer ltla"):
        tidy(_inputs(tmp_path, text))


def test_the_worked_example_of_the_ordnance_survey_is_met() -> None:
    """Ordnance Survey, A Guide to Coordinate Systems in Great Britain, annex C.1: Caister water tower, on the Airy ellipsoid."""
    east, north = to_grid(1 + 43 / 60 + 4.5177 / 3600, 52 + 39 / 60 + 27.2531 / 3600)
    assert math.isclose(east, 651_409.903, abs_tol=0.01)
    assert math.isclose(north, 313_177.270, abs_tol=0.01)


def test_points_on_a_straight_line_matter_least() -> None:
    areas = effective_areas([(0, 0), (1, 0), (2, 0), (3, 2), (4, 0)])
    assert areas[0] == areas[-1] == ALWAYS
    assert areas[1] == 0
    assert areas[3] > areas[1]


def test_a_point_never_matters_less_than_one_that_went_before() -> None:
    line = [(float(x), math.sin(x) * (x % 5)) for x in range(60)]
    areas = effective_areas(line)
    kept = [sum(area >= threshold for area in areas) for threshold in (0, 0.1, 0.5, 1, 5)]
    assert kept == sorted(kept, reverse=True)
    assert all(area >= 0 for area in areas)


def _corners(path: str) -> list[tuple[int, int]]:
    """The points of a path, from its relative steps."""
    import re

    head, _, tail = path.removesuffix("z").split("M")[1].removesuffix("z").partition("l")
    x, y = (int(part) for part in head.split())
    points = [(x, y)]
    steps = [int(part) for part in re.findall(r"-?\d+", tail)]
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return points
