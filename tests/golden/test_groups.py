"""Groups of people against what is published of them."""

import math

import pytest

from levelling.atlas import Atlas
from levelling.challenge.groups import Gap, groups


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def find(atlas: Atlas, name: str, group: str, indicator: str) -> Gap:
    found = groups(atlas, atlas.area(name)).gaps
    return next(gap for gap in found if gap.group == group and gap.estimate.indicator.slug == indicator)


def test_the_census_of_hartlepool(atlas: Atlas) -> None:
    # Census 2021, table TS066 (Nomis): 74,685 people aged 16 and over in Hartlepool, of whom 5,432 long-term sick or disabled,
    # 4,303 looking after home or family, 2,641 + 361 unemployed, 2,826 inactive for another reason.
    found = groups(atlas, atlas.area("Hartlepool"))
    counts = {item.category: item.value for item in found.out_of_work}
    assert counts == {"long-term-sick": 5432, "home-or-family": 4303, "unemployed": 3002, "other": 2826}
    gap = find(atlas, "Hartlepool", "Long-term sick or disabled", "economic-activity-census")
    assert gap.estimate.value == pytest.approx(100 * 5432 / 74685, abs=0.001)
    assert gap.people == 5432


def test_unemployment_of_disabled_people(atlas: Atlas) -> None:
    # Sustainable Development Goal indicator 8.5.2, first quarter of 2023: 6.229% of disabled people, 3.426% of others.
    gap = find(atlas, "United Kingdom", "Disabled people", "unemployment-rate-by-group")
    assert gap.estimate.period.iso == "2023-01-01/P3M"
    assert gap.gap == pytest.approx(6.2286 - 3.4265, abs=0.011)


def test_hourly_pay_of_women_and_men(atlas: Atlas) -> None:
    # Sustainable Development Goal indicator 8.5.1, 2021, United Kingdom: women £16.39, men £19.26.
    gap = find(atlas, "United Kingdom", "Women", "average-hourly-pay")
    assert gap.gap == pytest.approx(16.39 - 19.26)


def test_women_are_more_often_below_the_real_living_wage(atlas: Atlas) -> None:
    # ONS, Jobs below the real Living Wage by work geography, April 2022, sheets Female and Male: 14.6% and 9.9%.
    gap = find(atlas, "United Kingdom", "Women", "jobs-below-living-wage")
    assert (gap.estimate.value, gap.against and gap.against.value) == (14.6, 9.9)


def test_the_gap_in_employment_that_the_source_quotes(atlas: Atlas) -> None:
    # ONS, Disability and employment, UK: 2019: 53.2% against 81.8%, a difference of 28.6 percentage points.
    records = groups(atlas, atlas.area("Hartlepool"), "disability").records()
    row = next(item for item in records if item["indicator"] == "employment-rate-disabled")
    assert (row["value"], row["reference_value"], row["gap"], row["level"], row["grade"]) == (
        53.2,
        81.8,
        -28.6,
        "United Kingdom",
        "E",
    )


def test_an_interval_by_hand(atlas: Atlas) -> None:
    # No qualifications in Hartlepool, 2021 (Annual Population Survey): women 6.71% (4.24 to 9.19), men 8.66% (5.78 to 11.55).
    gap = find(atlas, "Hartlepool", "Women", "no-qualifications-by-age-and-sex")
    assert gap.gap == pytest.approx(-1.95)
    assert gap.lower == pytest.approx(-1.95 - math.hypot(6.71 - 4.24, 11.55 - 8.66))
    assert gap.upper == pytest.approx(-1.95 + math.hypot(9.19 - 6.71, 8.66 - 5.78))


def test_no_qualifications_by_ethnic_group_by_hand(atlas: Atlas) -> None:
    # Census 2021, Hartlepool: 286 of 1,182 Asian people and 16,716 of 72,451 white people aged 16 and over have none.
    gap = find(atlas, "Hartlepool", "Asian, Asian British or Asian Welsh", "no-qualifications-by-ethnicity")
    assert gap.gap == pytest.approx(100 * 286 / 1182 - 100 * 16716 / 72451, abs=0.011)
    assert gap.people == pytest.approx(286, abs=0.1)
