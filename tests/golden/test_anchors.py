"""Employers and hospitals as published, against the compiled figures.

Cited below:
- ONS, UK Business Counts: enterprises by industry and employment size band (Nomis, 24 April 2023), rows of Hartlepool and Glasgow
  City for 2022, added up by hand over the 18 industries;
- OHID, NHS acute (hospital) trust catchment populations (18 October 2022), in the look-up of the British Red Cross: RVW to
  E06000001 0.265848, REF to E06000052 0.990837, RK9 to E06000052 0.251464.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.atlas.trusts import trust_shares
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


@pytest.mark.parametrize(
    ("place", "size", "published"),
    [("Hartlepool", "medium", 30), ("Hartlepool", "small", 205), ("Hartlepool", "large", 0), ("Glasgow City", "large", 125)],
)
def test_enterprises_by_size(atlas: Atlas, place: str, size: str, published: float) -> None:
    assert atlas.estimate("enterprises-by-size", atlas.area(place), Period.parse("2022"), size).value == published


@pytest.mark.parametrize(("place", "industry", "published"), [("Glasgow City", "administrative-and-support", 25)])
def test_large_enterprises_by_industry(atlas: Atlas, place: str, industry: str, published: float) -> None:
    assert atlas.estimate("large-enterprises-by-industry", atlas.area(place), None, industry).value == published


def test_medium_sized_employers_in_health_in_hartlepool(atlas: Atlas) -> None:
    assert atlas.estimate("medium-enterprises-by-industry", atlas.area("Hartlepool"), None, "health").value == 10


@pytest.mark.parametrize(
    ("trust", "authority", "published"),
    [("RVW", "E06000001", 0.265848), ("REF", "E06000052", 0.990837), ("RK9", "E06000052", 0.251464)],
)
def test_where_those_a_trust_treats_live(atlas: Atlas, trust: str, authority: str, published: float) -> None:
    [found] = [item.share for item in trust_shares(atlas.store) if (item.trust, item.area_code) == (trust, authority)]
    assert found == pytest.approx(published, abs=5e-5)


def test_cornwall_is_by_far_the_most_of_the_trust_there(atlas: Atlas) -> None:
    mine = [item for item in trust_shares(atlas.store) if item.trust == "REF"]
    assert max(mine, key=lambda item: item.share).area_code == "E06000052"
