"""Laws of logic models, on generated ones: without circles unless one is put in."""

from dataclasses import replace
from itertools import pairwise
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.plan.charts.layering import crossings, depths, lay, ordered_fit
from levelling.practice.logic.change import change
from levelling.practice.logic.effects import readings
from levelling.practice.logic.file import parse
from levelling.practice.logic.graph import circles, order, reached
from levelling.practice.logic.model import Basis, Kind, Lag, Link, Model, Node, Sign, Size, Spread
from levelling.practice.logic.written import write_model
from tests.logic_models import every_path, link, model, node

_KEYS = "abcdefg"
_PAIRS = [(one, other) for at, one in enumerate(_KEYS) for other in _KEYS[at + 1 :]]
# Plain words, and all that a file format may trip over.
_WORDS = st.text(st.sampled_from("abc XYZ09'\"=+-@,;#<>&|[](){}\\/\n\t%£éß`"), min_size=1, max_size=30).map(
    lambda text: f"w{' '.join(text.split())}".replace("<", "< ").strip()
)


@st.composite
def sized_models(draw: st.DrawFn) -> Model:
    pairs = draw(st.lists(st.sampled_from(_PAIRS), min_size=1, max_size=14, unique=True))
    values = draw(st.lists(st.sampled_from([-2.0, -0.5, 0.25, 1.0, 3.0]), min_size=len(pairs), max_size=len(pairs)))
    return model([node(key) for key in _KEYS], [link(*pair, value) for pair, value in zip(pairs, values, strict=True)])


@given(sized_models())
def test_the_sum_over_paths_is_that_of_plain_reckoning(made: Model) -> None:
    for start in _KEYS:
        plain: dict[str, list[float]] = {}
        for path in every_path(made.links, start):
            plain.setdefault(path[-1].end, []).append(prod(one.size.value or 0.0 for one in path if one.size))
        found = readings(made, start, 10.0, draws=100)
        assert set(found) == set(plain)
        for key, (reading,) in found.items():
            assert reading.count == len(plain[key])
            assert reading.amount is not None
            assert reading.amount.middle == pytest.approx(10 * sum(plain[key]), abs=1e-9)


@given(sized_models(), st.sampled_from([-3.0, 0.5, 7.0]))
def test_what_follows_is_proportional_to_what_is_put_in(made: Model, times: float) -> None:
    wide = replace(
        made, links=tuple(replace(one, size=replace(one.size, low=-4.0, high=4.0)) for one in made.links if one.size is not None)
    )
    start = made.links[0].start
    once, more = readings(wide, start, 2.0, draws=200), readings(wide, start, 2.0 * times, draws=200)
    for key in once:
        one, other = once[key][0].amount, more[key][0].amount
        assert one is not None
        assert other is not None
        assert other.middle == pytest.approx(one.middle * times, abs=1e-9)
        if one.lower is not None and one.upper is not None:
            ends = sorted((one.lower * times, one.upper * times))
            assert [other.lower, other.upper] == [pytest.approx(end, abs=1e-9) for end in ends]


@given(sized_models(), st.randoms())
def test_the_order_of_links_and_nodes_changes_nothing(made: Model, random: object) -> None:
    links, nodes = list(made.links), list(made.nodes)
    random.shuffle(links)  # type: ignore[attr-defined]
    random.shuffle(nodes)  # type: ignore[attr-defined]
    start = made.links[0].start
    other = replace(made, links=tuple(links), nodes=tuple(nodes))
    assert readings(made, start, 5.0, draws=100) == readings(other, start, 5.0, draws=100)


@given(sized_models())
def test_a_direction_alone_agrees_with_the_paths(made: Model) -> None:
    start = made.links[0].start
    signs: dict[str, set[bool]] = {}
    for path in every_path(made.links, start):
        signs.setdefault(path[-1].end, set()).add(prod(-1 if one.sign is Sign.LESS else 1 for one in path) > 0)
    wanted = {
        key: Sign.CANNOT_TELL if len(found) > 1 else Sign.MORE if True in found else Sign.LESS for key, found in signs.items()
    }
    assert {key: found[0].direction for key, found in readings(made, start, None).items()} == wanted


@given(st.lists(st.sampled_from([(one, other) for one in _KEYS for other in _KEYS]), max_size=14, unique=True))
def test_a_circle_is_found_just_where_a_node_leads_to_itself(pairs: list[tuple[str, str]]) -> None:
    after: dict[str, list[str]] = {}
    for one, other in pairs:
        after.setdefault(one, []).append(other)
    turning = {key for key in _KEYS if key in reached(after, key)}
    found = circles(list(_KEYS), pairs)
    assert bool(found) == bool(turning)
    for circle in found:
        assert circle[0] == circle[-1]
        assert all(step in pairs for step in pairwise(circle))
        assert len(set(circle[:-1])) == len(circle) - 1
    placed = order(list(_KEYS), pairs)
    assert all(placed.index(one) < placed.index(other) for one, other in pairs if one in placed and other in placed)
    if not found:
        assert sorted(placed) == sorted(_KEYS)


@st.composite
def written_models(draw: st.DrawFn) -> Model:
    """Models with anything in them that a file may hold."""
    words = st.just("") | _WORDS
    count = draw(st.integers(2, 5))
    nodes = tuple(
        Node(
            f"n{at}",
            draw(_WORDS),
            draw(st.sampled_from(Kind)),
            draw(words),
            draw(words),
            draw(st.sampled_from(["", "more", "less"])),
            note=draw(words),
        )
        for at in range(count)
    )
    pairs = draw(st.lists(st.sampled_from([(i, j) for i in range(count) for j in range(i + 1, count)]), max_size=5, unique=True))
    return Model("m", draw(_WORDS) + " model", draw(words), nodes, tuple(draw(_links(f"n{i}", f"n{j}")) for i, j in pairs))


@st.composite
def _links(draw: st.DrawFn, start: str, end: str) -> Link:
    words = st.just("") | _WORDS
    numbers = st.floats(0.001, 1e6).map(lambda value: float(f"{value:.4g}"))
    value, spread = draw(numbers), draw(numbers)
    low = value - spread
    size = draw(
        st.sampled_from(
            [
                None,
                Size(value, None, None, "people", "people", 100.0),
                Size(value, low, value + spread, "=people", "", 1.0, Spread.INTERVAL),
                Size(None, low, value, "-x", ""),
            ]
        )
    )
    basis = Basis(draw(st.sampled_from(["", "A", "E"])), draw(_WORDS), "https://example.org/a?b=1", draw(words), draw(words))
    lag = draw(st.sampled_from([None, Lag(0.5, 0.5), Lag(1.0, 2.0)]))
    return Link(start, end, Sign.MORE, size, lag, basis, draw(words), note=draw(words))


@given(written_models(), st.sampled_from(["toml", "csv"]))
def test_what_is_written_is_read_back_whole(made: Model, form: str) -> None:
    assert parse(write_model(made, form), form, "m", "m") == made


@given(written_models())
def test_mermaid_keeps_the_structure(made: Model) -> None:
    back = parse(write_model(made, "mermaid"), "mermaid", "m", "m")
    assert {(one.id, one.label, one.kind) for one in back.nodes} == {(one.id, one.label, one.kind) for one in made.nodes}
    assert [(one.start, one.end, one.sign) for one in back.links] == [(one.start, one.end, one.sign) for one in made.links]


@given(sized_models(), st.booleans())
def test_boxes_of_a_layer_do_not_touch_and_arrows_run_to_the_right(made: Model, banded: bool) -> None:
    bands = {key: (at // 3 if banded else -1) for at, key in enumerate(_KEYS)}
    pairs = [(one.start, one.end) for one in made.links]
    heights = {key: 40.0 + 10 * at for at, key in enumerate(_KEYS)}
    laid, layer = lay(bands, pairs, heights, 20.0), depths(bands, pairs)
    assert all(layer[one] < layer[other] for one, other in pairs)
    for keys in laid.layers:
        for one, other in pairwise(keys):
            room = laid.middle[other] - laid.middle[one] - (heights.get(one, 20.0) + heights.get(other, 20.0)) / 2
            assert room >= 20.0 - 1e-6
    assert min(laid.middle[key] - heights[key] / 2 for key in _KEYS) >= -1e-9
    assert lay(bands, pairs, heights, 20.0) == laid


@given(st.lists(st.floats(-100, 100), max_size=12))
def test_an_ordered_fit_rises_and_keeps_the_mean(values: list[float]) -> None:
    fitted = ordered_fit(values)
    assert all(one <= other + 1e-9 for one, other in pairwise(fitted))
    assert sum(fitted) == pytest.approx(sum(values), abs=1e-6)
    if values == sorted(values):
        assert fitted == pytest.approx(values)


def test_a_tangle_that_can_be_undone_is_undone() -> None:
    bands = dict.fromkeys("abcxyz", -1)
    pairs = [("a", "z"), ("b", "y"), ("c", "x")]
    laid = lay(bands, pairs, dict.fromkeys(bands, 30.0), 10.0)
    right = {one: [other] for one, other in pairs} | {key: [] for key in "xyz"}
    assert crossings([list("abc"), list("xyz")], right) == 3
    assert crossings(laid.layers, right) == 0


def test_a_change_is_the_same_for_the_same_seed_and_not_for_another() -> None:
    wide = Size(1.0, 0.0, 2.0, "people", "people")
    made = model([node("a"), node("b")], [link("a", "b", size=wide)])
    assert change(made, "a=1", seed=1).effects == change(made, "a=1", seed=1).effects
    assert change(made, "a=1", seed=1).effects != change(made, "a=1", seed=2).effects
