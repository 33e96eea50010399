"""Where places lie: against sums done by hand over the same neighbourhoods, and against drawn boundaries."""

from math import cos, hypot, radians

import pytest

from levelling.atlas import Atlas
from levelling.atlas.centres import KM_A_DEGREE, Centres
from levelling.atlas.locate import Locator
from levelling.core.area import Level


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.fixture(scope="module")
def centres(atlas: Atlas) -> Centres:
    return Centres(atlas.store, atlas.gazetteer)


@pytest.mark.parametrize(("name", "vintage"), [("Hartlepool", 2021), ("Shetland Islands", 2011), ("Belfast", 2011)])
def test_the_middle_of_an_authority_is_the_weighed_mean_of_its_neighbourhoods(
    atlas: Atlas, centres: Centres, name: str, vintage: int
) -> None:
    area = atlas.area(name)
    rows = atlas.store.query(
        "SELECT s.population, p.latitude / 10000, p.longitude / 10000 FROM small_areas s JOIN small_area_points p USING (code) "
        "WHERE s.lad = ? AND s.vintage = ? ORDER BY ALL",
        [area.code, vintage],
    )
    people = sum(row[0] for row in rows)
    north = sum(row[0] * row[1] for row in rows) / people
    east = sum(row[0] * row[2] for row in rows) / people
    off = sum(row[0] * hypot(row[1] - north, (row[2] - east) * cos(radians(north))) ** 2 for row in rows) / people
    found = centres.area(area)
    assert found is not None
    assert (found.latitude, found.longitude) == pytest.approx((north, east), abs=1e-5)
    assert found.spread == pytest.approx(KM_A_DEGREE * off**0.5, abs=0.06)


def test_every_authority_has_a_middle_and_nearly_all_lie_within(atlas: Atlas, centres: Centres) -> None:
    locator = Locator(atlas.shapes.boundaries)
    outside = []
    for area in atlas.gazetteer.all(Level.LAD):
        found = centres.area(area)
        assert found is not None, area.name
        if locator.authority(found.latitude, found.longitude) != area.code:
            outside.append(area.name)
    # Authorities that bend around water or another town have the middle of their people outside.
    assert len(outside) <= 12, outside


def test_a_county_is_added_up_from_its_districts(atlas: Atlas, centres: Centres) -> None:
    kent = centres.area(atlas.area("Kent"))
    assert kent is not None
    assert 51.1 < kent.latitude < 51.4
    assert 0.4 < kent.longitude < 1.0
    assert kent.spread > 15


def test_an_unknown_code_has_no_middle(centres: Centres) -> None:
    assert centres.neighbourhood("E01999999") is None
    assert centres.neighbourhood("") is None
