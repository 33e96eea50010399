"""Travel: numbers by hand, laws, and a file of a user's own with faults."""

import math
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.core.errors import UserError
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.travel import hectometres, travel, vector

SHIPPED = Path(str(files("levelling") / "facts" / "jobs" / "travel.toml")).read_text("utf-8")
MODES = st.sampled_from(list(Mode))


@pytest.mark.parametrize(
    ("mode", "minutes", "km"),
    [
        (Mode.WALK, 30, 2.0),  # 30 / 60 x 4.8 / 1.2
        (Mode.CYCLE, 20, 3.333),  # (20 - 5) / 60 x 16 / 1.2
        (Mode.BUS, 40, 6.25),  # (40 - 10) / 60 x 15 / 1.2
        (Mode.CAR, 35, 12.917),  # (35 - 5) / 60 x 31 / 1.2
        (Mode.BUS, 5, 0.0),  # less than the wait
    ],
)
def test_how_far_minutes_go(mode: Mode, minutes: float, km: float) -> None:
    assert travel().km(Reach(mode, minutes=minutes)) == pytest.approx(km, abs=0.001)


@given(MODES, st.floats(0, 500))
def test_minutes_and_kilometres_are_inverse(mode: Mode, km: float) -> None:
    minutes = travel().minutes(km, mode)
    assert travel().km(Reach(mode, minutes=minutes)) == pytest.approx(km, abs=1e-9)


@given(MODES, st.floats(0, 240), st.floats(0, 240))
def test_more_minutes_never_go_less_far(mode: Mode, one: float, other: float) -> None:
    near, far = (travel().km(Reach(mode, minutes=minutes)) for minutes in sorted((one, other)))
    assert near <= far


def test_somebody_who_says_nothing_and_somebody_who_says_no_length() -> None:
    assert travel().reach(Person("a")) == pytest.approx(2.0)
    assert travel().reach(Person("a", reach=(Reach(Mode.CAR),))) == 0.0
    assert travel().reach(Person("a", reach=(Reach(Mode.CAR, km=9),), remote_only=True)) == -1.0


def test_straight_distances() -> None:
    # A degree of latitude is 6371 x pi / 180 = 111.19 km; the chord is shorter by 1.4 m.
    assert hectometres(Point(54, -1), Point(55, -1)) == 1112
    # At 60 degrees north a degree of longitude is half as long: 55.60 km.
    assert hectometres(Point(60, -1), Point(60, 0)) == 556
    assert hectometres(Point(54, -1), Point(54, -1)) == 0


@given(st.floats(49, 61), st.floats(-8, 2), st.floats(49, 61), st.floats(-8, 2))
def test_distance_is_the_same_both_ways_and_near_the_great_circle(north: float, west: float, south: float, east: float) -> None:
    one, other = Point(north, west), Point(south, east)
    assert hectometres(one, other) == hectometres(other, one)
    cosine = sum(a * b for a, b in zip(vector(one), vector(other), strict=True))
    arc = math.acos(min(1.0, max(-1.0, cosine))) * 6371
    assert hectometres(one, other) / 10 == pytest.approx(arc, rel=0.002, abs=0.2)


def own(folder: Path, text: str) -> Path:
    path = folder / "way.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_ones_own_is_used(tmp_path: Path) -> None:
    path = own(tmp_path, SHIPPED.replace("kmh = 15\n", "kmh = 24\n"))
    assert travel(path).km(Reach(Mode.BUS, minutes=40)) == pytest.approx(10.0)  # 30 / 60 x 24 / 1.2


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[speed.bus]", "[speed.tram]", "tram"),
        ("[speed.bus]\nkmh = 15", "[speed.boat]\nkmh = 0", "boat"),
        ("kmh = 4.8", "kmh = -1", "kmh"),
        ("value = 1.2", "value = 0.5", "detour"),
        ('source = "newell"', 'source = "nobody"', "nobody"),
        ('source = "newell"\n', "", "source"),
        ("minutes = 30", "minutes = 'half'", "minutes"),
    ],
)
def test_a_fault_is_told_in_one_sentence_with_its_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in SHIPPED
    with pytest.raises(UserError, match=says):
        travel(own(tmp_path, SHIPPED.replace(old, new)))


def test_a_way_of_travelling_left_out_is_told(tmp_path: Path) -> None:
    start = SHIPPED.index("[speed.car]")
    text = SHIPPED[:start] + SHIPPED[SHIPPED.index("# Minutes of a journey") :]
    with pytest.raises(UserError, match="no speed for car"):
        travel(own(tmp_path, text))


def test_every_fault_is_told(tmp_path: Path) -> None:
    text = SHIPPED.replace("kmh = 4.8", "kmh = 0").replace("value = 1.2", "value = 9").replace("minutes = 30", "minutes = -1")
    with pytest.raises(UserError, match="in 3 places") as told:
        travel(own(tmp_path, text))
    for place in ("kmh", "detour", "on-foot"):
        assert place in str(told.value)
