"""Points and the authorities they lie in."""

import pytest

from levelling.atlas import Atlas
from levelling.atlas.grid import TOP
from levelling.atlas.locate import NEAR, Locator, in_the_uk
from levelling.atlas.shapes import Boundary


@pytest.fixture(scope="module")
def locator() -> Locator:
    return Locator(Atlas.open().shapes.boundaries)


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (54.686, -1.212, "E06000001"),  # Hartlepool, the town's middle
        (51.5074, -0.1278, "E09000033"),  # Charing Cross, Westminster
        (54.597, -5.930, "N09000003"),  # Belfast City Hall
        (60.155, -1.145, "S12000027"),  # Lerwick: Shetland is in its place here
        (49.9146, -6.315, "E06000053"),  # Hugh Town, Isles of Scilly
        (51.4816, -3.1791, "W06000015"),  # Cardiff Castle
    ],
)
def test_where_it_lies(locator: Locator, latitude: float, longitude: float, code: str) -> None:
    assert locator.authority(latitude, longitude) == code


@pytest.mark.parametrize(
    ("latitude", "longitude"), [(54.7, -1.1), (53.35, -6.26), (48.85, 2.35), (-1.2, 54.7), (float("nan"), 0)]
)
def test_sea_and_other_countries_are_nobody(locator: Locator, latitude: float, longitude: float) -> None:
    assert locator.authority(latitude, longitude) is None


def test_the_middle_of_every_authority_is_its_own(locator: Locator) -> None:
    """Middles of the largest part, where the shape is not bent around it."""
    shapes = Atlas.open().shapes.boundaries
    own = sum(locator._holds(code, shape.x * 40, shape.y * 40) for code, shape in shapes.items())
    assert own > 0.95 * len(shapes)
    several = [code for code, shape in shapes.items() if sum(locator._holds(o, shape.x * 40, shape.y * 40) for o in shapes) > 1]
    assert several == []


def test_a_pier_belongs_to_the_nearest_shore() -> None:
    # A square of 10 km about a point in the Midlands, in steps of 25 m from the sheet's upper left.
    east, north = 400_000.0, 300_000.0
    left, top = east / 25, (TOP - north) / 25
    shape = Boundary("E0", "", f"M{left:.0f} {top:.0f}l400 0 0 400-400 0z", 405, 780, (400.0, 775.0, 410.0, 785.0))
    locator = Locator({"E0": shape})
    inside, pier, sea = (52.55, -1.94), (52.5983, -1.94), (52.61, -1.94)
    assert locator.authority(*inside) == "E0"
    assert locator.authority(*pier) == "E0"
    assert locator.authority(*sea) is None
    assert NEAR == 500.0


def test_latitude_and_longitude_the_wrong_way_round_are_seen() -> None:
    assert in_the_uk(54.7, -1.2)
    assert not in_the_uk(-1.2, 54.7)
