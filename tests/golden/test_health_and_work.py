"""Health and work against what was published.

- NHSA, Health for Wealth (2018): ill health is £1.20 of the North's gap of £4 for each hour worked, which is 30%.
- Levelling up through employment (2020), section 1.2: 1% more in work, 2% fewer with chronic conditions; employment down as after
  2008, around 900,000 more people with one. C. Propper (Imperial College Business School, 2020): that fall was of around five per
  cent, and conditions became seven to ten per cent more common.
- ONS, Rising ill-health and economic inactivity because of long-term sickness (2023): 36% of people of working age had a
  long-term condition in early 2023, 31% in early 2019.
- Pensions Act 2014, section 26: 67 for those born from 6 March 1961 to 5 April 1977.
"""

import pytest

from levelling.atlas import Atlas
from levelling.atlas.parameters import parameter
from levelling.challenge.health import chronic_illness, gap_from_health, health
from levelling.challenge.health.links import national_check
from levelling.challenge.health.measures import MEN, WOMEN


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def test_the_share_found_for_the_north() -> None:
    assert parameter("productivity-gap-from-health-north").value / 100 * 4.00 == pytest.approx(1.20)


def test_the_ends_of_the_elasticity_are_what_its_author_wrote() -> None:
    link, fall = parameter("chronic-illness-for-employment"), parameter("employment-fall-in-chronic-illness-study").value
    assert link.low is not None
    assert link.high is not None
    assert (-link.high * fall, -link.low * fall) == pytest.approx((7.0, 10.0))


def test_the_source_s_900_000_follows_from_a_fall_of_five_per_cent_and_not_from_the_published_one(atlas: Atlas) -> None:
    check = national_check(atlas)
    assert check is not None
    # The employment rate of the UK: 72.1% in 2008 and 70.6% in 2009 (ONS, Annual Population Survey).
    assert check.fell == pytest.approx(100 * (72.1 - 70.6) / 72.1)
    assert check.from_meant[0] <= 900_000 * 1.015
    assert check.from_meant[1] >= 900_000
    assert check.from_fell[1] < 600_000
    assert "which takes in the 900,000" in check.sentence


def test_hartlepool_by_hand(atlas: Atlas) -> None:
    area = atlas.area("Hartlepool")
    found = health(atlas, area)
    women, men = found.measure(WOMEN), found.measure(MEN)
    assert women is not None
    assert men is not None
    # ONS, healthy life expectancy 2022 to 2024.
    assert (women.value, women.lower, women.upper) == (51.2, 47.1, 55.2)
    link = chronic_illness(atlas, area)
    assert link is not None
    # ONS, mid-2021 census base: 56,449 people aged 16 to 64. 2% of 36% of them.
    assert link.value == pytest.approx(-0.02 * 0.36 * 56_449)
    hourly = gap_from_health(atlas, area)[0]
    # ONS, output an hour in 2023: £41.87 in the UK, £30.22 in Hartlepool.
    assert hourly.value == pytest.approx(0.3 * (41.87 - 30.22))


def test_the_state_pension_age() -> None:
    assert (parameter("state-pension-age").value, parameter("state-pension-age").low) == (67.0, 66.0)
