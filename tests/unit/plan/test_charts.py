import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from levelling.plan.charts import Chart, draw
from levelling.plan.charts.axis import Axis, ticks, trimmed, written
from levelling.plan.charts.kinds import Bar, Bars, Curve, Dot, Fan, Line, Lines, Map, Moment, Point, Scatter, Spot, Strip, Tile
from levelling.plan.charts.lines import unbroken
from levelling.plan.charts.maps import hexagon
from levelling.plan.charts.shapes import BAND_SHAPES

HOSTILE = "<script>\"&'"
STRIP = Strip(
    "a",
    HOSTILE,
    HOSTILE,
    tuple(float(i) for i in range(100)),
    (Dot("Here", 40.0, 35.0, 45.0, "place"), Dot("UK", 50.0, None, None, "uk")),
    "%",
    1,
)
LINES = Lines(
    "b",
    HOSTILE,
    HOSTILE,
    (Line("Here", "place", (Point(2020.5, 1.0, 0.5, 1.5), Point(2021.5, 2.0, 1.5, 2.5))),),
    (2021.0,),
    "%",
    1,
)
SCATTER = Scatter(
    "c",
    HOSTILE,
    HOSTILE,
    (Spot("Here", 90.0, 110.0, "place"), *(Spot("x", float(i), float(2 * i)) for i in range(50))),
    "across",
    "up",
    100.0,
    (HOSTILE,) * 4,
)
MAP = Map(
    "d",
    HOSTILE,
    HOSTILE,
    (Tile(HOSTILE, "M0 0h1v1z", 2, here=True, at=(1.0, 1.0)), Tile("y", "M1 1h1v1z", None)),
    ("low", "high"),
    (0.0, 0.0, 10.0, 10.0),
    (5.0, 5.0, 2.0),
    (1.0, 1.0, 2.0, 2.0),
    ((HOSTILE, 3.0, 3.0),),
)
FAN = Fan(
    "f",
    HOSTILE,
    HOSTILE,
    tuple(Point(2015.5 + year, 70.0 + year % 2) for year in range(10)),
    tuple(Moment(2024.5 + year, 70.0 - year, (69.0 - year, 71.0 - year), (60.0 - year, 74.0 - year)) for year in range(4)),
    HOSTILE,
    0,
    tuple(Point(2024.5 + year, 70.0) for year in range(4)),
)

CURVE = Curve("g", HOSTILE, HOSTILE, ((0.0, 0.0), (40.0, 70.0), (100.0, 100.0)), HOSTILE, HOSTILE, HOSTILE, HOSTILE)


@pytest.mark.parametrize("chart", [STRIP, LINES, SCATTER, MAP, FAN, CURVE])
def test_every_drawing_is_one_image_with_a_title_and_a_description(chart: Chart) -> None:
    drawing = draw(chart)
    tree = ET.fromstring(re.sub(r"(\w+)=(?!\")([^\s>/]+)", r'\1="\2"', drawing))  # noqa: S314 - our own drawing
    assert tree.attrib["role"] == "img"
    named = tree.attrib["aria-labelledby"].split()
    assert [child.attrib["id"] for child in tree[:2]] == named
    assert [child.text for child in tree[:2]] == [HOSTILE, HOSTILE]
    assert "<script>" not in drawing
    assert "style=" not in drawing


def test_an_axis_meets_its_ends() -> None:
    axis = Axis(10.0, 20.0, 0.0, 100.0)
    assert (axis(10.0), axis(15.0), axis(20.0), axis.clamp(25.0), axis.holds(25.0)) == (0.0, 50.0, 100.0, 20.0, False)


def test_an_axis_of_one_value_has_its_middle() -> None:
    assert Axis(5.0, 5.0, 0.0, 10.0)(5.0) == 5.0


@pytest.mark.parametrize(("low", "high", "decimals"), [(61.2, 84.9, 1), (0.0, 0.4, 2), (-3.0, 3.0, 0), (12_000.0, 98_000.0, 0)])
def test_ticks_are_round_and_inside(low: float, high: float, decimals: int) -> None:
    found = ticks(low, high, 5, decimals)
    assert 2 <= len(found) <= 11
    assert all(low <= value <= high for value in found)
    assert all(abs(value * 10**decimals - round(value * 10**decimals)) < 1e-6 for value in found)


def test_a_flat_axis_has_one_tick() -> None:
    assert ticks(5.0, 5.0, 4, 1) == [5.0]


def test_extremes_are_trimmed_on_both_sides() -> None:
    assert trimmed([float(i) for i in range(100)], 0.1) == (10.0, 89.0)


def test_large_ticks_are_short() -> None:
    assert [written(value) for value in (0.5, 250.0, 20_000.0, 3e6, -40.0)] == ["0.5", "250", "20k", "3m", "−40"]


def test_a_line_does_not_cross_a_break() -> None:
    points = tuple(Point(float(year), 1.0) for year in range(2010, 2020))
    runs = unbroken(Line("x", "place", points), (2013.0, 2016.5))
    assert [(run[0].year, run[-1].year) for run in runs] == [(2010.0, 2012.0), (2013.0, 2016.0), (2017.0, 2019.0)]


def test_hexagons_side_by_side_touch_and_do_not_overlap() -> None:
    _, left, _ = hexagon(0, 0)
    _, right, _ = hexagon(2, 0)
    _, below, down = hexagon(1, 1)
    assert right - left == 12
    assert below - left == 6
    assert down == hexagon(0, 0)[2] + 10.5


def test_a_place_far_beyond_the_rest_stands_at_the_edge_and_does_not_press_them_together() -> None:
    rest = tuple(float(i) for i in range(100))
    near = draw(Strip("e", "Title", "Description", rest, (Dot("Here", 120.0, None, None, "place"),), "%", 1))
    far = draw(Strip("e", "Title", "Description", rest, (Dot("Here", 9000.0, None, None, "place"),), "%", 1))
    assert "<circle" in near
    assert "<circle" not in far
    assert ">80<" in far


def test_a_place_of_a_class_keeps_its_shape_at_the_edge_and_a_named_one_bears_its_name() -> None:
    crowd = tuple(Spot("x", float(i % 20), float(i % 19), band=0) for i in range(200))
    odd = (Spot("Far", 900.0, 5.0, band=1), Spot("Known", 4.0, 4.0, "named", band=0))
    drawing = draw(replace(SCATTER, spots=(*crowd, *odd), bands=("one", "other")))
    edge = re.search(r'<path class="beyond k1" d="([^"]+)"', drawing)
    assert edge is not None
    assert edge[1].endswith(BAND_SHAPES[1])
    assert ">Known</text>" in drawing
    assert ">Far</text>" not in drawing


def test_an_axis_that_begins_at_nought_and_a_level_through_bars() -> None:
    assert ">0</text>" not in draw(replace(LINES, lines=(Line("Here", "uk", (Point(2020.5, 90.0), Point(2021.5, 99.0))),)))
    assert ">0</text>" in draw(
        replace(LINES, lines=(Line("Here", "uk", (Point(2020.5, 90.0), Point(2021.5, 99.0))),), nought=True)
    )
    bars = Bars("d", "Title", "Description", (Bar("One", 80.0), Bar("Two", 120.0)), "index", 0)
    assert 'class="level"' in draw(replace(bars, level=100.0))
    assert 'class="level"' not in draw(bars)


def _fills(drawing: str) -> list[str]:
    return re.findall(r"<path class=(\w+) ", drawing)


def test_a_map_writes_numbers_for_ordered_classes_and_letters_for_kinds() -> None:
    tile = Tile("x", "M0 0h1v1z", 2, at=(1.0, 1.0))
    names = ("a", "b", "c")
    ordered = draw(replace(MAP, tiles=(tile,), bands=names))
    kinds = draw(replace(MAP, tiles=(tile,), bands=names, palette="kinds"))
    assert ">3</text>" in ordered
    assert ">C</text>" in kinds


def test_a_few_ordered_classes_run_from_the_palest_to_the_darkest() -> None:
    tiles = tuple(Tile(str(band), "M0 0h1v1z", band) for band in range(3))
    assert _fills(draw(replace(MAP, tiles=tiles, bands=("a", "b", "c")))) == ["b0", "b2", "b4"]


def test_a_pair_has_nine_colours() -> None:
    tiles = tuple(Tile(str(band), "M0 0h1v1z", band) for band in range(9))
    drawing = draw(replace(MAP, tiles=tiles, bands=tuple("abcdefghi"), palette="pair"))
    assert _fills(drawing) == [f"p{band}" for band in range(9)]


def test_an_area_without_a_figure_is_marked_and_bears_no_number() -> None:
    drawing = draw(replace(MAP, tiles=(Tile("x", "M0 0h1v1z", None, at=(1.0, 1.0)),)))
    assert _fills(drawing) == ["bnone"]
    assert "</text>" not in drawing.replace(draw(replace(MAP, tiles=())).partition("<g font-size")[2], "")


def test_classes_of_spots_have_each_their_own_shape() -> None:
    spots = tuple(Spot(str(band), float(band), float(band % 3), "", band) for band in range(5))
    drawing = draw(replace(SCATTER, spots=spots, bands=tuple("abcde"), level=2.0, level_up=1.0))
    paths = dict(re.findall(r'<path class="spot k(\d)" d="M[\d.]+ [\d.]+(.*?)"', drawing))
    assert len(paths) >= 3
    assert len(set(paths.values())) == len(paths)


def test_a_scatter_marks_its_own_level_upwards() -> None:
    same, other = draw(replace(SCATTER, level_up=None)), draw(replace(SCATTER, level_up=20.0))
    cross = r'class="level" d="M([\d.]+) .*?M[\d.]+ ([\d.]+)H'
    (x1, y1), (x2, y2) = re.findall(cross, same)[0], re.findall(cross, other)[0]
    assert x1 == x2
    assert float(y2) > float(y1)


@pytest.mark.parametrize("across", [0.0, 50.0, 99.0])
@pytest.mark.parametrize("up", [0.0, 100.0, 198.0])
def test_the_name_of_a_place_stays_on_the_drawing_and_off_the_words_in_the_corners(across: float, up: float) -> None:
    rest = tuple(Spot("x", float(i), float(2 * i)) for i in range(100))
    name = "Bournemouth, Christchurch and Poole and everything that lies around it"
    drawing = draw(replace(SCATTER, spots=(*rest, Spot(name, across, up, "place")), corners=("aa", "bb", "cc", "dd")))
    lines = re.findall(r'<text class="name" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">(.*?)</text>', drawing)
    corners = [float(y) for y in re.findall(r'<text class="corner" x="[\d.]+" y="([\d.]+)"', drawing)]
    assert len(lines) == 2
    for x, y, anchor, words in lines:
        # A letter of the name takes at most 11.5 units, on the smallest screen.
        ends = (float(x), float(x) + 11.5 * len(words)) if anchor == "start" else (float(x) - 11.5 * len(words), float(x))
        assert ends[0] >= 0
        assert ends[1] <= 720
        assert all(abs(float(y) - other) >= 14 for other in corners)


def test_a_fan_without_a_past_or_a_future_is_drawn() -> None:
    assert "fan-past" not in draw(replace(FAN, past=()))
    assert "fan-outer" not in draw(replace(FAN, moments=()))
    assert "<svg" in draw(replace(FAN, past=(), moments=(), before=()))


def test_a_fan_of_one_moment_is_still_a_band() -> None:
    assert "h8V" in draw(replace(FAN, moments=FAN.moments[:1]))


def test_a_fan_is_never_a_line_alone() -> None:
    drawing = draw(FAN)
    assert [drawing.count(f'class="fan-{kind}"') for kind in ("outer", "inner", "middle", "past", "before")] == [1] * 5
    assert drawing.index("fan-outer") < drawing.index("fan-inner") < drawing.index("fan-middle")


def test_a_curve_runs_from_corner_to_corner_beside_the_line_of_equal_shares() -> None:
    drawing = draw(CURVE)
    assert '<path class="level" d="M80 426L696 14"/>' in drawing
    assert '<path class="line place" d="M80 426L326.4 137.6L696 14"/>' in drawing
