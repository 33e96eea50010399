"""Published figures, as their publishers gave them, against what the compiled figures say."""

import math
import statistics
from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.estimate import Estimate
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


PUBLISHED = [
    # ONS, LI01 Regional labour market: local indicators (16 April 2024), January to December 2023.
    ("employment-rate", "K02000001", "2023", 75.7),
    ("employment-rate", "E06000001", "2023", 67.9),
    ("economic-inactivity-rate", "K02000001", "2023", 21.3),
    ("modelled-unemployment", "E06000001", "2023", 4.3),
    # NISRA, Labour Force Survey, local tables for 2023 (9 July 2024).
    ("employment-rate-ni", "N92000002", "2023", 73.6),
    ("employment-rate-ni", "N09000003", "2023", 67.9),
    # ONS, Annual Survey of Hours and Earnings: all employees, 2018, 2019, and provisional 2025 (23 October 2025).
    ("gross-median-weekly-pay", "K02000001", "2018-04-18", 460.0),
    ("gross-median-weekly-pay", "K02000001", "2019-04-10", 479.1),
    ("gross-median-weekly-pay", "K02000001", "2025-04-30", 642.5),
    ("gross-median-weekly-pay", "E06000001", "2025-04-30", 533.9),
    # ONS, Business demography, UK: 2024 (20 November 2025), and the edition of 2023, both in section 1.
    ("business-births", "K02000001", "2024", 11.1),
    ("business-births", "K02000001", "2023", 11.0),
    ("business-births", "K02000001", "2022", 11.5),
    ("business-deaths", "K02000001", "2024", 9.8),
    ("business-deaths", "K02000001", "2023", 10.8),
    ("high-growth-businesses", "K02000001", "2024", 4.9),
    # ONS, Regional gross disposable household income, UK: 1997 to 2023 (10 September 2025).
    ("gross-disposable-household-income-per-head", "K02000001", "2023", 24836.0),
    ("gross-disposable-household-income-per-head", "E12000007", "2023", 35361.0),
    # ONS, Personal well-being in the UK: April 2022 to March 2023 (7 November 2023), section 2.
    ("wellbeing-satisfaction", "K02000001", "2022-04-01/P1Y", 7.45),
    ("wellbeing-worthwhile", "K02000001", "2022-04-01/P1Y", 7.73),
    ("wellbeing-happiness", "K02000001", "2022-04-01/P1Y", 7.39),
    ("wellbeing-anxiety", "K02000001", "2022-04-01/P1Y", 3.23),
    # The same bulletin's correction of 13 November 2023: 2.91 for Northern Ireland, where 3.30 had been printed.
    ("wellbeing-anxiety", "N92000002", "2022-04-01/P1Y", 2.91),
    # The year before, from the same section: 7.54 and 3.12.
    ("wellbeing-satisfaction", "K02000001", "2021-04-01/P1Y", 7.54),
    ("wellbeing-anxiety", "K02000001", "2021-04-01/P1Y", 3.12),
    # DfE, Pupil absence in schools in England: persistent absence in 2021/22 and 2022/23.
    ("persistent-absences-all-pupils", "E92000001", "2021-08-01/P1Y", 22.5),
    ("persistent-absences-all-pupils", "E92000001", "2022-08-01/P1Y", 21.2),
    # DfE, Early years foundation stage profile results, 2022/23.
    ("early-years-literacy", "E92000001", "2022-09-01/P1Y", 69.7),
    ("early-years-mathematics", "E92000001", "2022-09-01/P1Y", 77.1),
    # ONS, Regional and subregional labour productivity, UK: 2023 (19 June 2025), the UK less extra-regio.
    ("gross-value-added-per-hour-worked", "K02000001", "2023", 41.87),
    # Office for Health Improvement and Disparities, adult obesity, 2023 to 2024: 26.5% of adults.
    ("adult-obesity-prevalence", "E92000001", "2023-11-16/P1Y", 26.5),
]


@pytest.mark.parametrize(("slug", "code", "period", "published"), PUBLISHED)
def test_the_figure_is_the_published_one(atlas: Atlas, slug: str, code: str, period: str, published: float) -> None:
    found = atlas.estimate(slug, atlas.gazetteer.get(code), Period.parse(period))
    assert found.value is not None
    assert found.moved is None
    decimals = len(f"{published:g}".partition(".")[2])
    assert round(found.value + 1e-9, decimals) == published


def test_the_interval_of_the_uk_employment_rate(atlas: Atlas) -> None:
    found = atlas.estimate("employment-rate", atlas.gazetteer.get("K02000001"))
    assert (found.value, found.lower, found.upper, found.period.iso) == (75.7, 75.4, 76.0, "2023")


def _rates(atlas: Atlas, year: int) -> dict[str, Estimate]:
    column = atlas.column("employment-rate", Level.LAD, Period.year(year))
    return {item.area.code: item for item in column if item.has_interval}


def _half(item: Estimate) -> float:
    assert item.lower is not None
    assert item.upper is not None
    return (item.upper - item.lower) / 2


def _differ(first: Estimate, second: Estimate) -> bool:
    """Whether two independent estimates differ at 95%, their half-widths being 1.96 standard errors each."""
    assert first.value is not None
    assert second.value is not None
    return abs(first.value - second.value) > math.hypot(_half(first), _half(second))


def test_how_wide_local_employment_rates_are(atlas: Atlas) -> None:
    """Our own reckoning on LI01: 348 authorities with an interval in 2023, median half-width 6.4 points; 4.0 in 2015."""
    halves = [_half(item) for item in _rates(atlas, 2023).values()]
    assert len(halves) == 348
    assert statistics.median(halves) == pytest.approx(6.4)
    assert min(halves) == pytest.approx(2.9)
    assert max(halves) == pytest.approx(15.2)
    assert statistics.median(map(_half, _rates(atlas, 2015).values())) == pytest.approx(4.0)


def test_most_local_employment_rates_cannot_be_told_from_the_uk(atlas: Atlas) -> None:
    """248 of the 348 (71%) did not differ from the UK's 75.7% in 2023, by a test of independent samples."""
    uk = atlas.estimate("employment-rate", atlas.gazetteer.get("K02000001"))
    rates = _rates(atlas, 2023)
    alike = [code for code, item in rates.items() if not _differ(item, uk)]
    assert len(alike) == 248
    assert round(100 * len(alike) / len(rates)) == 71


def test_few_local_employment_rates_changed_in_a_year(atlas: Atlas) -> None:
    """31 of the 348 (9%) differed between 2022 and 2023; chance alone would make 17."""
    before, after = _rates(atlas, 2022), _rates(atlas, 2023)
    changed = [code for code in after if code in before and _differ(before[code], after[code])]
    assert len(changed) == 31


def test_what_is_absent_says_so(atlas: Atlas) -> None:
    scilly = atlas.estimate("employment-rate", atlas.gazetteer.get("E06000053"), Period.year(2023))
    assert scilly.value is None
    assert scilly.why_absent


def test_barnsley_has_one_row_a_year_under_its_new_code(atlas: Atlas) -> None:
    series = atlas.series("employment-rate", atlas.gazetteer.get("E08000038"))
    assert [item.period.iso for item in series] == [str(year) for year in range(2004, 2024)]
