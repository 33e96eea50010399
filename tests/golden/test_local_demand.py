"""Local demand of real places, against numbers worked out by hand from what publishers give.

Cited below:
- DfE, Local Skills Dashboard (2025): adverts of June 2025 and people in work from April 2024 to March 2025;
- ONS, Annual Population Survey, table T09a for 2020 (Nomis, 24 April 2023), Hartlepool and England;
- ONS, Business Register and Employment Survey, 2019 (Nomis): Hartlepool and Stockton-on-Tees.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.jobs.demand import demand


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def test_care_in_hartlepool(atlas: Atlas) -> None:
    """127 of the 961 adverts that are sorted; 3,000 of 37,800 people in work, against England's 1,866,100 of 27,984,600."""
    found = demand(atlas, atlas.area("Hartlepool"))
    assert found.gaps is not None
    assert found.residents is not None
    care = next(gap for gap in found.gaps.items if gap.key == "caring-personal-service-occupations")
    assert care.adverts == pytest.approx(100 * 127 / 961)
    assert care.people == pytest.approx(100 * 3000 / 37800)
    item = next(one for one in found.residents.items if one.key == care.key)
    england = atlas.estimate("employment-by-occupation", atlas.gazetteer.get("E92000001"), None, care.key).value or 0.0
    assert item.value == pytest.approx((3000 / 37800) / (england / 27_984_600))
    assert item.lower is None
    assert item.is_told is None


def test_metal_trades_in_hartlepool_are_more_than_chance(atlas: Atlas) -> None:
    """2,800 people (give or take 900) of those in groups with a figure."""
    found = demand(atlas, atlas.area("Hartlepool")).measured
    assert found is not None
    item = next(one for one in found.items if one.key == "skilled-metal-electrical-and-electronic-trades")
    assert item.count.value == 2800
    assert item.share == pytest.approx(100 * 2800 / 37200)
    assert item.lower is not None
    assert item.upper is not None
    # The margin of the count alone gives 2800 x exp(+-900/2800): 1.62 to 3.09 times; the whole moves with it, so it is narrower.
    assert 1.60 < item.lower < 1.75
    assert 2.95 < item.upper < 3.10
    assert item.is_told is True


def test_jobs_where_the_work_is(atlas: Atlas) -> None:
    found = demand(atlas, atlas.area("Hartlepool")).jobs
    assert found is not None
    assert (found.standing.area.code, found.by) == ("TLC31", "workplace")
    item = next(one for one in found.items if one.key == "manufacturing")
    whole = atlas.estimate("jobs-by-industry", found.standing.area, None, "").value or 1.0
    assert item.share == pytest.approx(100 * (item.count.value or 0.0) / whole)
    assert item.lower is None


def test_what_the_country_has_is_told_as_such(atlas: Atlas) -> None:
    found = demand(atlas, atlas.area("Hartlepool"))
    assert found.country is not None
    assert (found.country.rate, found.country.year_before) == (2.3, 2.5)
    assert [round(item.jobs_2035, 1) for item in found.occupations[:1]] == [32070.1]
    assert found.trend is not None
    assert found.trend.newest == pytest.approx((12440 + 11825 + 9590) / 3)
