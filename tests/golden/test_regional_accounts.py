"""Output and household income as published by the Office for National Statistics, against the compiled figures.

Cited below:
- the source paper, section 1.1: Belfast and Nottingham (output high, income low) and Dorset (the other way round), 2017;
- ONS, Regional gross disposable household income, UK: 1997 to 2022 (4 September 2024), main points and section 2;
- ONS, Regional gross disposable household income, edition of 10 September 2025, as Explore Local Statistics gives it.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def value(atlas: Atlas, slug: str, code: str, year: int, category: str = "") -> float:
    found = atlas.estimate(slug, atlas.gazetteer.get(code), Period.year(year), category)
    assert found.value is not None, f"{slug} {code} {year}: {found.why_absent}"
    return found.value


@pytest.mark.parametrize(
    ("code", "output", "income"),
    [("N09000003", 134, 79), ("E06000018", 113, 67), ("E06000059", 71, 104), ("K02000001", 100, 100)],
    ids=["Belfast", "Nottingham", "Dorset", "United Kingdom"],
)
def test_output_and_income_of_2017_against_the_uk(atlas: Atlas, code: str, output: int, income: int) -> None:
    assert round(value(atlas, "gva-per-head-index", code, 2017)) == output
    assert round(value(atlas, "gdhi-per-head-index", code, 2017)) == income


@pytest.mark.parametrize(
    ("code", "published"),
    [("K02000001", 22_789), ("E12000007", 32_330), ("E12000001", 18_388), ("E06000016", 15_075)],
    ids=["United Kingdom", "London", "North East", "Leicester"],
)
def test_household_income_per_head_of_2022(atlas: Atlas, code: str, published: int) -> None:
    # Regions and the UK are added up here from rounded figures of authorities, so a pound of difference is allowed.
    assert value(atlas, "gdhi-per-head", code, 2022) == pytest.approx(published, abs=1)


@pytest.mark.parametrize(
    ("code", "growth"),
    [("K02000001", 6.3), ("E92000001", 6.5), ("N92000002", 6.3), ("S92000003", 5.5), ("W92000004", 4.4)],
    ids=["United Kingdom", "England", "Northern Ireland", "Scotland", "Wales"],
)
def test_growth_of_household_income_2021_to_2022(atlas: Atlas, code: str, growth: float) -> None:
    before, after = (value(atlas, "gdhi", code, year) for year in (2021, 2022))
    assert round(100 * (after / before - 1), 1) == growth


@pytest.mark.parametrize(("code", "share"), [("E92000001", 86.5), ("S92000003", 7.4), ("W92000004", 3.8), ("N92000002", 2.3)])
def test_each_nations_share_of_uk_household_income_2022(atlas: Atlas, code: str, share: float) -> None:
    assert round(100 * value(atlas, "gdhi", code, 2022) / value(atlas, "gdhi", "K02000001", 2022), 1) == share


def test_leicester_has_the_least_income_per_head_and_westminster_three_times_the_uks(atlas: Atlas) -> None:
    column = {item.area.name: item.value or 0.0 for item in atlas.column("gdhi-per-head-index", Level.LAD, Period.year(2022))}
    assert min(column, key=lambda name: column[name]) == "Leicester"
    assert column["Westminster"] > 300


def test_local_output_adds_up_to_the_uks(atlas: Atlas) -> None:
    # ONS rounds each authority to a million pounds: 361 of them may be out by 180 at the very most.
    column = atlas.column("gva", Level.LAD, Period.year(2023))
    assert len(column) == 361
    assert sum(item.value or 0.0 for item in column) == pytest.approx(value(atlas, "gva", "K02000001", 2023), abs=180)


def test_industries_add_up_to_the_whole(atlas: Atlas) -> None:
    indicator = atlas.catalogue.get("gva")
    parts = [value(atlas, "gva", "E06000001", 2023, category) for category in indicator.categories]
    assert len(parts) == 18
    assert sum(parts) == pytest.approx(value(atlas, "gva", "E06000001", 2023), abs=9)


def test_output_is_output_per_head_times_the_population_it_implies(atlas: Atlas) -> None:
    for code in ("E06000001", "N09000003", "E12000001", "K02000001"):
        people = value(atlas, "implied-population", code, 2022)
        assert people * value(atlas, "gva-per-head", code, 2022) / 1e6 == pytest.approx(value(atlas, "gva", code, 2022), rel=1e-4)


def test_the_two_editions_of_income_agree_on_2017(atlas: Atlas) -> None:
    newer = "gross-disposable-household-income-per-head"
    for code in ("N09000003", "E06000018", "E06000059"):
        index = 100 * value(atlas, newer, code, 2017) / value(atlas, newer, "K02000001", 2017)
        assert round(index) == round(value(atlas, "gdhi-per-head-index", code, 2017))
