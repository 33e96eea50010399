"""Adverts, vacancies and projections as published, against the compiled figures.

Cited below:
- ONS, Labour demand indicators by local authority, UK, up to January 2022 (25 May 2022), tables 1 and 2, and main points
  of the article: from January 2020 to January 2022 the North East's adverts grew by 89%; London's fell by 43%, then grew by 118%;
- ONS, VACS02: Vacancies by industry (February 2026);
- DfE, Labour market and skills projections: 2020 to 2035 (21 March 2023), workbook for England, tables Occ T2, RD T1 and Qual T1;
- DfE, Local Skills Dashboard (2025): adverts of June 2025, projected growth.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.core.period import Period

UK, ENGLAND, LONDON, NORTH_EAST = "K02000001", "E92000001", "E12000007", "E12000001"


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def value(atlas: Atlas, slug: str, code: str, period: str, category: str = "") -> float:
    found = atlas.estimate(slug, atlas.gazetteer.get(code), Period.parse(period), category)
    assert found.value is not None, f"{slug} {code} {period}: {found.why_absent}"
    return found.value


def test_changes_the_publisher_tells_in_words(atlas: Atlas) -> None:
    slug = "online-adverts-index"
    north_east = [value(atlas, slug, NORTH_EAST, f"{year}-01") for year in (2020, 2022)]
    london = [value(atlas, slug, LONDON, f"{year}-01") for year in (2020, 2021, 2022)]
    assert round(100 * (north_east[1] / north_east[0] - 1)) == 89
    assert round(100 * (london[1] / london[0] - 1)) == -43
    assert round(100 * (london[2] / london[1] - 1)) == 118


def test_shares_of_regions_add_up_to_all(atlas: Atlas) -> None:
    codes = [*(f"E1200000{at}" for at in range(1, 10)), "W92000004", "S92000003", "N92000002"]
    assert sum(value(atlas, "online-adverts-share", code, "2022-01") for code in codes) == pytest.approx(100, abs=0.001)
    assert value(atlas, "online-adverts-share", LONDON, "2022-01") == pytest.approx(100 * 2375.1 / 10734.1, abs=1e-3)


def test_vacancies_of_november_2025_to_january_2026(atlas: Atlas) -> None:
    quarter = "2025-11-01/P3M"
    assert value(atlas, "vacancies-by-industry", UK, quarter, "services") == 635_000
    assert value(atlas, "vacancies-by-industry", UK, quarter, "health-and-social-work") == 122_000
    assert value(atlas, "vacancies-per-100-jobs", UK, quarter) == 2.3
    assert value(atlas, "vacancies-per-100-jobs", UK, quarter, "accommodation-and-food") == 2.9


def test_adverts_of_june_2025(atlas: Atlas) -> None:
    slug, june = "online-adverts-by-occupation", "2025-06"
    assert value(atlas, slug, ENGLAND, june) == 1_366_792
    assert value(atlas, slug, "E69000013", june) == 291_246
    assert value(atlas, slug, "E06000001", june, "caring-personal-service-occupations") == 127
    camden = atlas.estimate(slug, atlas.gazetteer.get("E09000007"), None, "")
    assert camden.value is None


def test_adverts_of_october_2022(atlas: Atlas) -> None:
    assert value(atlas, "online-adverts-by-month", "E69000031", "2022-10") == 9_590
    assert value(atlas, "online-adverts-by-profession", ENGLAND, "2022-10", "healthcare") == 181_520
    assert atlas.estimate("online-adverts-by-month", atlas.gazetteer.get("E69000008")).value is None


def test_jobs_of_england_to_2035(atlas: Atlas) -> None:
    columns = "kind, key, jobs_2020, jobs_2025, jobs_2035, net_change, replacement, requirement"
    rows = atlas.store.query(f"SELECT {columns} FROM job_projections")
    found = {(kind, key): numbers for kind, key, *numbers in rows}
    assert found["occupation", ""] == [29859.7, 30754.7, 32070.1, 2210.4, 14988.1, 17198.5]
    care = found["occupation", "caring-personal-service-occupations"]
    assert care == [2026.0, 2205.3, 2414.3, 388.3, 1260.3, 1648.5]
    assert round(found["qualification", "level-6"][2]) == 7600
    parts = sum(numbers[2] for (kind, key), numbers in found.items() if kind == "occupation" and key)
    assert parts == pytest.approx(found["occupation", ""][2], abs=1.5)


def test_growth_is_that_of_the_workbook(atlas: Atlas) -> None:
    assert value(atlas, "projected-job-growth-by-occupation", ENGLAND, "2024-01-01/P12Y") == 4.8
    assert value(atlas, "projected-job-growth-by-occupation", "E69000031", "2024-01-01/P12Y") == 3.3
