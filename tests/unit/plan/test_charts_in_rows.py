"""Ranges, bars and stacks: words of the page with a drawing beside each."""

import re
import xml.etree.ElementTree as ET

import pytest

from levelling.plan.charts import Chart, draw
from levelling.plan.charts.kinds import Bar, Bars, Range, Ranges, Stack
from levelling.plan.charts.rows import Scale, scaled

HOSTILE = "<script>\"&'"


def ranges(*rows: Range, **changes: object) -> Ranges:
    given = {"unit": "points", "decimals": 1, "level": 0.0} | changes
    return Ranges("a", HOSTILE, HOSTILE, rows, **given)  # type: ignore[arg-type]


def bars(*rows: Bar) -> Bars:
    return Bars("b", HOSTILE, HOSTILE, rows, "%", 0)


def parsed(chart: Chart) -> ET.Element:
    return ET.fromstring(draw(chart))  # noqa: S314 - our own drawing


def words(chart: Chart) -> list[str]:
    return ["".join(part.itertext()) for part in parsed(chart).iter("span") if part.get("class") == "who"]


def shares(chart: Chart, kind: str, name: str) -> list[float]:
    """A percentage of every part of a class, such as where it starts."""
    return [float(part.attrib[name].rstrip("%")) for part in parsed(chart).iter() if part.get("class") == kind]


@pytest.mark.parametrize(
    "chart",
    [
        ranges(Range(HOSTILE, 1.0, 0.0, 2.0, "place", HOSTILE)),
        ranges(),
        bars(Bar(HOSTILE, 3.0, "uk", HOSTILE, modelled=True)),
        bars(),
        Stack("c", HOSTILE, HOSTILE, ((HOSTILE, (Bar(HOSTILE, 1.0, shown=HOSTILE),)),), HOSTILE),
        Stack("c", HOSTILE, HOSTILE, (), ""),
    ],
)
def test_every_drawing_is_one_image_with_a_title_and_a_description_and_nothing_hostile_in_it(chart: Chart) -> None:
    tree = parsed(chart)
    assert tree.attrib["role"] == "img"
    assert [child.attrib["id"] for child in tree[:2]] == tree.attrib["aria-labelledby"].split()
    assert [child.text for child in tree[:2]] == [HOSTILE, HOSTILE]
    assert "<script>" not in draw(chart)
    assert "style=" not in draw(chart)


@pytest.mark.parametrize("chart", [ranges(), bars(), Stack("c", "t", "d", (), "people")])
def test_a_drawing_of_nothing_says_so(chart: Chart) -> None:
    assert words(chart) == ["There are no figures to draw."]


def test_names_stand_in_the_order_given_and_whole() -> None:
    long = "People in caring, leisure & other service occupations, aged 50 or over " * 3
    assert words(ranges(Range("b", 1.0, None, None), Range(long, 2.0, None, None)))[:2] == ["b", long]


def test_all_that_is_drawn_lies_on_the_track() -> None:
    rows = [Range(str(i), value, value - 1e6, value + 5.0) for i, value in enumerate((-4e9, 0.0, 3.5, 7e12))]
    places = [float(found) for found in re.findall(r'[ \"](?:x|x1|x2)="([-\d.e+]+)%"', draw(ranges(*rows, unit="£", decimals=0)))]
    assert len(places) > 20
    assert all(0 <= place <= 100 for place in places)


def test_a_row_with_nothing_known_says_so_and_draws_nothing() -> None:
    drawing = draw(ranges(Range("x", None, None, None), Range("y", 1.0, 0.5, 2.0)))
    assert drawing.count("no figure") == 1
    assert drawing.count('class="mark"') == 1


def test_half_an_interval_is_none() -> None:
    assert 'class="reach"' not in draw(ranges(Range("x", 1.0, 0.5, None)))


def test_an_interval_without_a_value_is_drawn_without_a_shape() -> None:
    drawing = draw(ranges(Range("x", None, 0.5, 2.0)))
    assert 'class="reach"' in drawing
    assert 'class="mark"' not in drawing
    assert "no figure" not in drawing


def test_each_role_has_its_own_shape() -> None:
    roles = ("place", "uk", "nation", "region", "neighbours", "area")
    drawings = {role: draw(ranges(Range("x", 1.0, None, None, role), level=None)) for role in roles}
    shapes = {
        re.findall(r'<svg x="[^"]+" overflow="visible">(.*?)</svg>', drawing)[0].replace('class="mark"', "")
        for drawing in drawings.values()
    }
    assert len(shapes) == len(roles)


def test_names_bear_shapes_only_where_rows_differ() -> None:
    alike = draw(ranges(Range("x", 1.0, None, None, "place"), Range("y", 2.0, None, None, "place")))
    mixed = draw(ranges(Range("x", 1.0, None, None, "place"), Range("y", 2.0, None, None, "uk")))
    assert (alike.count('class="shape"'), alike.count("is-here")) == (0, 0)
    assert (mixed.count('class="shape"'), mixed.count("is-here")) == (2, 1)


def test_given_ends_may_run_from_the_higher_to_the_lower() -> None:
    first, last = Scale(361, 1)(361), Scale(361, 1)(1)
    assert (first, last) == (0.0, 100.0)
    chart = ranges(Range("x", 1.0, None, None), level=None, ends=(361.0, 1.0), decimals=0)
    assert ">361<" in draw(chart)
    assert ">1<" in draw(chart)


def test_a_value_beyond_given_ends_is_a_triangle_at_the_edge() -> None:
    chart = ranges(Range("x", 400.0, None, None, "place"), level=None, ends=(1.0, 361.0))
    assert "l-9-6v12z" in draw(chart)
    assert "<circle" not in draw(chart)


@pytest.mark.parametrize("values", [(0.0, 4.0), (-3.0, 4.0), (5.0,), (0.0,), (-7.0, -2.0)])
def test_a_scale_holds_its_values(values: tuple[float, ...]) -> None:
    scale = scaled(values, padded=False)
    assert all(scale.holds(value) for value in values)
    assert scale.first < scale.last


def test_bars_start_at_nought_and_are_as_long_as_their_amounts() -> None:
    chart = bars(Bar("a", 10.0), Bar("b", 5.0), Bar("c", 0.0))
    assert shares(chart, "amount", "x") == [0.0, 0.0, 0.0]
    assert shares(chart, "amount", "width") == [100.0, 50.0, 0.0]


def test_bars_below_nought_reach_the_other_way() -> None:
    chart = bars(Bar("a", 10.0), Bar("b", -10.0))
    (right, left), (wide, same) = shares(chart, "amount", "x"), shares(chart, "amount", "width")
    assert left + same == pytest.approx(right, abs=0.1)
    assert wide == pytest.approx(same, abs=0.1)


def test_bars_of_nought_alone_are_drawn() -> None:
    assert words(bars(Bar("a", 0.0)))[0] == "a"


def test_what_is_modelled_is_hatched_and_nothing_else_is() -> None:
    assert draw(bars(Bar("a", 1.0, modelled=True), Bar("b", 1.0))).count("hatched") == 1


def test_parts_fill_their_whole_and_keep_their_order() -> None:
    chart = Stack("c", "t", "d", (("x", (Bar("one", 3.0), Bar("two", 1.0), Bar("three", 0.0))),), "people")
    drawing = draw(chart)
    found = re.findall(r'<rect class="part k(\d)" x="([\d.]+)%" y="1" width="([\d.]+)%"', drawing)
    assert found == [("0", "0", "75"), ("1", "75", "25"), ("2", "100", "0")]


def test_a_part_too_narrow_for_its_letter_has_it_in_the_list_only() -> None:
    drawing = draw(Stack("c", "t", "d", (("x", (Bar("one", 99.0), Bar("two", 1.0))),), "people"))
    bar, listed = drawing.split('class="part-names"')
    assert (">A<" in bar, ">B<" in bar) == (True, False)
    assert ">A<" in listed
    assert ">B<" in listed


def test_modelled_parts_are_hatched_and_named_so() -> None:
    drawing = draw(Stack("c", "t", "d", (("x", (Bar("one", 3.0, modelled=True), Bar("two", 1.0))),), "people"))
    assert "one (modelled)" in drawing
    assert "two (modelled)" not in drawing
    assert drawing.count('class="hatched"') == 2


def test_parts_that_many_rows_share_are_named_once() -> None:
    rows = tuple((name, (Bar("one", 3.0, shown="3"), Bar("two", 1.0, shown="1"))) for name in ("x", "y", "z"))
    assert draw(Stack("c", "t", "d", rows, "people")).count(">one<") == 1
    assert draw(Stack("c", "t", "d", rows[:2], "people")).count("one <b>3</b>") == 2


def test_a_whole_of_nothing_is_drawn() -> None:
    assert 'width="0%"' in draw(Stack("c", "t", "d", (("x", (Bar("one", 0.0),)),), "people"))
