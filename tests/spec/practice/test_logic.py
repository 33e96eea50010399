"""Logic models: what follows from a change, whose action helps whose outcome, and whether it comes about, on small models."""

from dataclasses import replace

import pytest

from levelling.atlas import Atlas
from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.practice.logic import change, matrix, monitor
from levelling.practice.logic.check import warnings
from levelling.practice.logic.model import Basis, Kind, Lag, Sign, Size, Spread, Target
from tests.logic_models import SOURCED, link, model, node


def test_sizes_along_a_path_are_multiplied_and_paths_added() -> None:
    made = model(
        [node(key) for key in "abcd"], [link("a", "b", 0.5), link("b", "d", 0.4), link("a", "c", 2), link("c", "d", -0.05)]
    )
    found = {effect.node.id: effect for effect in change(made, "a=100").effects}
    assert found["b"].value == pytest.approx(50)
    assert found["d"].value == pytest.approx(100 * (0.5 * 0.4 + 2 * -0.05))
    assert found["d"].direction is Sign.MORE
    assert found["d"].readings[0].paths == {Sign.MORE: 1, Sign.LESS: 1}
    assert found["d"].lower is None  # no size has a range, and none is made up


def test_lags_are_added_along_a_path_and_told_from_the_quickest_to_the_slowest() -> None:
    made = model(
        [node(key) for key in "abc"],
        [link("a", "b", 1, lag=Lag(0.5, 1)), link("b", "c", 1, lag=Lag(2, 3)), link("a", "c", 1, lag=Lag(1, 1))],
    )
    found = {effect.node.id: effect.lag for effect in change(made, "a=1").effects}
    assert found == {"b": Lag(0.5, 1), "c": Lag(1, 4)}


def test_a_lag_that_is_not_said_is_not_made_up() -> None:
    made = model([node(key) for key in "abc"], [link("a", "b", 1, lag=Lag(1, 1)), link("b", "c", 1)])
    assert change(made, "a=1").effects[-1].lag is None


@pytest.mark.parametrize(
    ("size", "why"),
    [
        (Size(2.0, None, None, "people", "jobs"), "for each of 'jobs'"),
        (Size(2.0, None, None, "jobs", "people"), "told in 'jobs'"),
        (Size(1.63, None, None, "ratio of hazards"), "no rate"),
        (None, "no size is known"),
    ],
)
def test_a_size_that_does_not_join_passes_on_its_direction_and_says_so(size: Size | None, why: str) -> None:
    made = model([node("a"), node("b")], [link("a", "b", size=size)])
    found = change(made, "a=100")
    assert (found.effects[0].direction, found.effects[0].value) == (Sign.MORE, None)
    assert why in found.paths[0].stops
    assert any(why in caution for caution in found.cautions)


def test_paths_that_disagree_without_sizes_cannot_tell() -> None:
    made = model([node(key) for key in "abc"], [link("a", "b"), link("a", "c"), link("b", "c", sign=Sign.LESS)])
    last = change(made, "a").effects[-1]
    assert last.direction is Sign.CANNOT_TELL
    assert "the paths disagree" in last.sentence


def test_a_sized_part_is_told_apart_from_what_only_points_the_same_way() -> None:
    made = model([node(key) for key in "abc"], [link("a", "b", 1), link("b", "c", 0.5), link("a", "c")])
    last = change(made, "a=10").effects[-1]
    assert (last.direction, last.value, last.part) == (Sign.MORE, None, 5.0)
    assert "of which 5 people along paths with a size" in last.sentence


def test_nothing_passes_a_link_without_effect() -> None:
    made = model([node(key) for key in "abc"], [link("a", "b", sign=Sign.NONE), link("b", "c", 3)])
    assert [effect.direction for effect in change(made, "a=10").effects] == [Sign.NONE, Sign.NONE]


def test_a_range_that_holds_nought_cannot_tell() -> None:
    size = Size(1.0, -2.0, 4.0, "people", "people", 1.0, Spread.INTERVAL)
    only = change(model([node("a"), node("b")], [link("a", "b", size=size)]), "a=1", draws=20_000).effects[0]
    assert only.direction is Sign.CANNOT_TELL
    assert only.value == pytest.approx(1.0, abs=0.05)
    assert only.lower == pytest.approx(-2.0, abs=0.1)
    assert only.upper == pytest.approx(4.0, abs=0.1)


def test_a_span_is_drawn_within_its_ends() -> None:
    size = Size(None, 2.0, 4.0, "people", "people")
    only = change(model([node("a"), node("b")], [link("a", "b", size=size)]), "a=1", draws=20_000).effects[0]
    assert only.value == pytest.approx(3.0, abs=0.05)
    assert only.lower == pytest.approx(2.05, abs=0.02)
    assert only.upper == pytest.approx(3.95, abs=0.02)


def test_two_paths_over_one_link_move_together() -> None:
    """A link drawn once a draw: a to b, then b to c by two links that undo each other, comes to nothing in every draw."""
    wide = Size(1.0, 0.0, 2.0, "people", "people")
    made = model(
        [node(key) for key in "abcde"],
        [link("a", "b", size=wide), link("b", "c", 1), link("b", "d", -1), link("c", "e", 1), link("d", "e", 1)],
    )
    last = change(made, "a=1").effects[-1]
    assert (last.direction, last.value) == (Sign.NONE, 0.0)


def test_contradicting_findings_are_tried_in_turn_and_never_averaged() -> None:
    made = model(
        [node(key) for key in "abc"],
        [
            link("a", "b", 0.04, alternative="trial", basis=Basis("A", "One trial", applies_to="the west")),
            link("a", "b", sign=Sign.NONE, alternative="trial", basis=Basis("A", "Another", applies_to="the north")),
            link("b", "c", 2),
        ],
    )
    found = change(made, "a=100").effects
    assert [(one.direction, one.value, one.lower, one.upper) for one in found] == [
        (Sign.CANNOT_TELL, None, 0.0, 4.0),
        (Sign.CANNOT_TELL, None, 0.0, 8.0),
    ]
    assert "more with trial as found for the west; no effect found with trial as found for the north" in found[0].sentence


def test_findings_off_the_way_to_a_node_do_not_split_its_answer() -> None:
    made = model(
        [node(key) for key in "abc"],
        [link("a", "b", 1), link("a", "c", 1, alternative="x"), link("a", "c", sign=Sign.NONE, alternative="x")],
    )
    found = {effect.node.id: len(effect.readings) for effect in change(made, "a=1").effects}
    assert found == {"b": 1, "c": 2}


@pytest.mark.parametrize(
    ("put", "said"),
    [
        ("z=1", "no node 'z'"),
        ("a=much", "no amount of a"),
        ("a=nan", "no amount of a"),
        ("a=0", "nought changes nothing"),
        ("b=1", "Nothing follows from 'b'"),
        ("c=3", "counted in no unit"),
    ],
)
def test_a_change_that_cannot_be_put_in_says_why(put: str, said: str) -> None:
    made = model([node("a"), node("b"), node("c", "")], [link("a", "b", 1), link("c", "b")])
    with pytest.raises(UserError, match=said):
        change(made, put)


@pytest.mark.parametrize(("draws", "seed"), [(10, 1), (10_000_000, 1), (1_000, -1)])
def test_draws_and_seed_have_bounds(draws: int, seed: int) -> None:
    made = model([node("a"), node("b")], [link("a", "b", 1)])
    with pytest.raises(UserError):
        change(made, "a=1", draws, seed)


def test_a_matrix_tells_sign_strongest_evidence_and_paths() -> None:
    made = model(
        [
            replace(node("act", kind=Kind.ACTIVITY), owner="Council"),
            replace(node("mid", kind=Kind.OUTPUT), owner="Council"),
            replace(node("ill", better="less"), owner="NHS"),
            replace(node("alone", better="more"), owner="Police"),
        ],
        [
            link("act", "mid", basis=Basis("C", "One")),
            link("mid", "ill", sign=Sign.LESS, basis=Basis("A", "Two")),
            link("act", "ill", sign=Sign.LESS, basis=Basis("D", "Three")),
        ],
    )
    ill, alone = matrix(made).cells
    # The path through the middle is graded C, its weakest link; the direct one D.
    assert (ill.direction, ill.grade, ill.paths, ill.good, ill.crosses) == (Sign.LESS, "C", 2, "helps", True)
    assert (alone.direction, alone.words) == (None, "no path")
    assert matrix(made).sentences == ("What Council does helps what NHS answers for.",)


def test_a_matrix_needs_actions_and_outcomes() -> None:
    with pytest.raises(UserError, match="no activity"):
        matrix(model([node("a"), node("b")], [link("a", "b")]))


def test_warnings_name_what_to_look_at() -> None:
    made = model(
        [
            node("input", kind=Kind.INPUT),
            node("stuck", kind=Kind.ACTIVITY),
            node("lonely"),
            replace(node("goal", indicator="employment-rate", targets=(Target(Period.year(2030), 80.0),)), owner="Council"),
            node("unsaid", kind=Kind.NOT_SAID),
        ],
        [link("input", "stuck"), link("goal", "input", basis=Basis()), link("unsaid", "goal", sign=Sign.CANNOT_TELL)],
    )
    said = {(one.where.split(" (")[0], one.what) for one in warnings(made)}
    assert {
        ("stuck", "it is a dead end: nothing follows from it"),
        ("input", "it leads to no outcome"),
        ("lonely", "no link begins or ends here"),
        ("lonely", "nobody answers for it: name an owner"),
        ("lonely", "no indicator tells whether it comes about"),
        ("goal", "it has a target and no baseline: name the period that progress is told from"),
        ("unsaid", "whether it is an input, activity, output, outcome or impact is not said"),
        ("link 2", "it runs against the grain, from an outcome to an input"),
        ("link 2", "no source: the author supposes it"),
        ("link 3", "its direction is not known: nothing sure passes it"),
    } <= said


BASE, HARTLEPOOL = Period.year(2020), "E06000001"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.mark.parametrize(
    ("target", "as_of", "track"),
    [
        (50.0, None, "on track"),
        (68.0, None, "cannot tell"),
        (90.0, None, "off track"),
        (90.0, Period.year(2020), "cannot tell"),  # nothing newer than the baseline yet
        (None, None, "no target set"),
    ],
)
def test_a_figure_is_judged_by_its_whole_interval(atlas: Atlas, target: float | None, as_of: Period | None, track: str) -> None:
    """Hartlepool's employment rate in 2023, as published: 67.9% (63.0 to 72.8)."""
    targets = (Target(Period.year(2023), target),) if target is not None else ()
    made = model([node("a", indicator="employment-rate", baseline=BASE, targets=targets)], [])
    (found,) = monitor(atlas, made, atlas.area(HARTLEPOOL), as_of).items
    assert found.track.value == track, found.why
    if track == "off track":
        assert found.expected == target


def test_the_trajectory_is_straight_between_its_points(atlas: Atlas) -> None:
    targets = (Target(Period.year(2022), 70.0), Target(Period.year(2026), 90.0))
    made = model([node("a", indicator="employment-rate", baseline=BASE, targets=targets)], [])
    (found,) = monitor(atlas, made, atlas.area(HARTLEPOOL)).items
    assert found.newest.period == Period.year(2023)
    assert found.expected == pytest.approx(75.0, abs=0.01)


def test_nothing_is_compared_across_a_break_or_without_a_margin(atlas: Atlas) -> None:
    """The claimant count changes its meaning in 2015, and has no margin of error."""
    place = atlas.area(HARTLEPOOL)
    over = model(
        [node("a", indicator="claimant-count", baseline=Period.year(2010), targets=(Target(Period.year(2030), 1.0),))], []
    )
    since = model(
        [node("a", indicator="claimant-count", baseline=Period.year(2016), targets=(Target(Period.year(2030), 1.0),))], []
    )
    (crossed,), (bare,) = monitor(atlas, over, place).items, monitor(atlas, since, place).items
    assert crossed.track.value == bare.track.value == "cannot tell"
    assert "The series breaks at 2015" in crossed.why
    assert "no published margin of error" in bare.why


def test_what_is_modelled_or_missing_is_not_judged(atlas: Atlas) -> None:
    made = model([node("a", indicator="employment-rate", baseline=BASE, targets=(Target(Period.year(2030), 80.0),))], [])
    (found,) = monitor(atlas, made, atlas.area("Isles of Scilly")).items
    assert found.track.value == "cannot tell"
    (absent,) = monitor(atlas, made, atlas.area("Hartlepool"), Period.year(1990)).items
    assert "No figure is for a period that had ended by 1990" in absent.why


def test_nothing_to_watch_is_said(atlas: Atlas) -> None:
    with pytest.raises(UserError, match="nothing to watch"):
        monitor(atlas, model([node("a")], []), atlas.area("Hartlepool"))


def test_sources_are_kept_with_what_is_told() -> None:
    assert SOURCED.grade == "B"
    record = change(model([node("a"), node("b")], [link("a", "b", 1)]), "a=1").records()[0]
    assert (record["record"], record["grade"], record["paths"], record["put_in"]) == ("effect", "B", 1, 1.0)
