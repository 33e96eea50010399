"""What the register holds, against what was published: each with its citation."""

import pytest

from levelling.core.period import Period
from levelling.solutions.register import register, status_at

NOW = Period.parse("2026-11")
THEN = Period.parse("2020-12")


def test_the_shared_prosperity_fund_ended_and_what_followed() -> None:
    """UKSPF 2025-26 allocations methodology note, MHCLG, 13 December 2024: £902 million for a transition year to March 2026.

    FE Week, December 2025: the fund ends in March 2026; £902 million over 2026-27 to 2029-30 for eleven mayoral areas.
    """
    fund = register().get("ukspf")
    assert status_at(fund, NOW).status.value == "replaced"
    assert status_at(fund, Period.parse("2026-03-31")).status.value == "open"
    assert {amount.period: amount.pounds for amount in fund.amounts if "Multiply" not in amount.note} == {
        "2022-25": 2_600_000_000,
        "2025-26": 902_000_000,
    }
    after = register().get("local-growth-fund-2026")
    assert [(amount.pounds, amount.period) for amount in after.amounts] == [(902_000_000, "2026-27 to 2029-30")]
    assert after.id in fund.replaced_by
    assert len(after.areas) == 11


def test_a_fifth_of_the_social_fund_was_for_inclusion() -> None:
    """Levelling up through employment (2020), section 2.2: 20 percent of the ESF is ring-fenced for social inclusion."""
    fund = register().get("esf")
    assert "20% for social inclusion." in fund.ring_fences
    assert (status_at(fund, THEN).status.value, status_at(fund, NOW).status.value) == ("open", "replaced")


@pytest.mark.parametrize(
    ("name", "pounds", "period"),
    [
        ("towns-fund", 3_600_000_000, "2019-26"),
        ("better-care-fund", 6_400_000_000, "2019-20"),
        ("infection-control-fund", 600_000_000, "2020"),
        ("economies-healthier-lives", 1_720_000, "three years"),
    ],
)
def test_sums_that_the_paper_names(name: str, pounds: float, period: str) -> None:
    """Levelling up through employment (2020), section 2.1: £3.6bn, £6.4 billion in 2019-20, £600 million, £1.72m."""
    assert (pounds, period) in {(amount.pounds, amount.period) for amount in register().get(name).amounts}


def test_nine_areas_of_connect_to_work_come_to_what_was_announced() -> None:
    """Healthcare Management, 9 October 2025: nine areas, £167.2 million in all."""
    nine = [one for one in register().get("connect-to-work").areas if one.source.title == "Healthcare Management"]
    assert len(nine) == 9
    assert sum(one.pounds or 0 for one in nine) == pytest.approx(167_200_000)


def test_fifteen_areas_tried_workwell_before_england_had_it() -> None:
    """Written statement, 7 May 2024: fifteen pilot areas, £64 million. Written answer 113993, 2026: £259 million for England."""
    found = register().get("workwell")
    pilots = [one for one in found.areas if one.codes[0].startswith("E54")]
    assert len(pilots) == 15
    assert {amount.pounds for amount in found.amounts} == {64_000_000, 259_000_000}


def test_partnerships_ended_in_april_2024() -> None:
    """New Anglia LEP, March 2024: functions pass to county councils in April 2024."""
    found = register().get("lep")
    assert status_at(found, Period.parse("2024-03")).status.value == "open"
    assert status_at(found, Period.parse("2024-05")).status.value == "replaced"
    assert "upper-tier-la" in found.replaced_by
