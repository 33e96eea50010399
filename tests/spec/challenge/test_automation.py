"""Automation: shares by hand, what is withheld, the two kinds of doubt, and when a difference may be told."""

import pytest

from levelling.challenge.automation import Group, Reading, Risk, hold, reckon
from levelling.challenge.automation.risks import together
from levelling.core.area import Area, Level
from levelling.core.comparison import Verdict
from levelling.core.difference import Interval
from levelling.core.period import Period

YEAR = Period.year(2020)
HERE = Area("E06000001", "Hartlepool", Level.LAD, "E", population=94_000)
THERE = Area("E92000001", "England", Level.NATION, "E", population=56_000_000)
SHOPS = Risk("shops", 0.75, 0.5, 1.0, 0.9, ("Shop assistants",), ("retail",), 12, usual=0.3)
SITES = Risk("sites", 0.0, 0.0, 0.1, 1.0, usual=0.7)


def read(area: Area, *groups: Group, withheld: dict[str, Risk] | None = None) -> Reading:
    found = reckon(area, "SOC 2010", YEAR, groups, withheld)
    assert found is not None
    return found


def test_the_share_is_the_groups_shares_weighted_by_people() -> None:
    found = read(HERE, Group("Shops", SHOPS, 400), Group("Sites", SITES, 600))
    assert found.share == pytest.approx(30)
    assert found.lower == pytest.approx(20)
    assert found.upper == pytest.approx(46)
    assert found.at_risk == pytest.approx(300)
    assert found.matched == pytest.approx(0.96)


def test_groups_stand_with_most_people_at_risk_first() -> None:
    found = read(HERE, Group("Sites", SITES, 600), Group("Shops", SHOPS, 400))
    assert [group.name for group in found.groups] == ["Shops", "Sites"]
    assert found.groups[0].at_risk_range == (200, 400)


def test_no_people_is_no_reading() -> None:
    assert reckon(HERE, "SOC 2010", YEAR, []) is None


def test_survey_error_by_hand() -> None:
    """400 at 75% and 600 at 0%: p = 30%. Half-widths 100 and 50: 0.45 x 10 = 4.5 and 0.30 x 5 = 1.5, together 4.743."""
    found = read(HERE, Group("Shops", SHOPS, 400, 300, 500), Group("Sites", SITES, 600, 550, 650))
    assert found.survey is not None
    assert found.survey.upper - found.share == pytest.approx((4.5**2 + 1.5**2) ** 0.5)
    assert found.share - found.survey.lower == pytest.approx((4.5**2 + 1.5**2) ** 0.5)


def test_a_margin_cut_off_at_nought_counts_whole() -> None:
    cut = read(HERE, Group("Shops", SHOPS, 400, 0, 900), Group("Sites", SITES, 600, 550, 650))
    whole = read(HERE, Group("Shops", SHOPS, 400, -100, 900), Group("Sites", SITES, 600, 550, 650))
    assert cut.survey == whole.survey


def test_no_survey_interval_where_too_many_have_no_margin() -> None:
    few = read(HERE, Group("Shops", SHOPS, 100), Group("Sites", SITES, 900, 800, 1000))
    many = read(HERE, Group("Shops", SHOPS, 400), Group("Sites", SITES, 600, 500, 700))
    assert few.survey is not None
    assert few.unmeasured == pytest.approx(0.1)
    assert many.survey is None


def test_a_withheld_group_widens_the_range_and_bars_the_share_where_it_is_large() -> None:
    small, large = Risk("small", 0.5, 0.2, 0.9, 1.0, usual=0.1), Risk("large", 0.5, 0.2, 0.9, 1.0, usual=0.2)
    found = read(HERE, Group("Shops", SHOPS, 400), Group("Sites", SITES, 600), withheld={"Small": small})
    assert found.share == pytest.approx(30)
    assert found.lower == pytest.approx(0.9 * 20 + 100 * 0.1 * 0.2)
    assert found.upper == pytest.approx(0.9 * 46 + 100 * 0.1 * 0.9)
    assert found.is_whole
    assert not read(HERE, Group("Shops", SHOPS, 400), withheld={"Large": large}).is_whole


def measured(area: Area, shops: float, sites: float, half: float) -> Reading:
    return read(
        area, Group("Shops", SHOPS, shops, shops - half, shops + half), Group("Sites", SITES, sites, sites - half, sites + half)
    )


def test_a_large_difference_that_no_crosswalk_turns_is_told() -> None:
    gap = hold(measured(HERE, 800, 200, 20), measured(THERE, 300, 700, 5))
    assert gap.difference == pytest.approx(37.5)
    assert gap.verdict == Verdict.HIGHER
    # Shops are 50 points more of the workers, sites 50 less: at least 50 x 0.5 - 50 x 0.1, at most 50 x 1 - 0.
    assert gap.least == pytest.approx(20)
    assert gap.most == pytest.approx(50)


def test_a_difference_within_survey_error_is_not_told() -> None:
    gap = hold(measured(HERE, 320, 680, 150), measured(THERE, 300, 700, 5))
    assert gap.verdict == Verdict.CANNOT_TELL
    assert "chance in the survey" in gap.reason


def test_a_difference_that_the_crosswalk_may_turn_is_not_told() -> None:
    one, other = Risk("one", 0.6, 0.0, 1.0, 1.0), Risk("other", 0.4, 0.0, 1.0, 1.0)

    def both(area: Area, first: float) -> Reading:
        return read(
            area, Group("One", one, first, first - 1, first + 1), Group("Other", other, 1000 - first, 999 - first, 1001 - first)
        )

    gap = hold(both(HERE, 900), both(THERE, 100))
    assert gap.p_value is not None
    assert gap.p_value < 0.001
    assert gap.verdict == Verdict.CANNOT_TELL
    assert "crosswalk" in gap.reason


def test_without_margins_there_is_no_verdict() -> None:
    gap = hold(read(HERE, Group("Shops", SHOPS, 400)), read(THERE, Group("Shops", SHOPS, 300)))
    assert (gap.verdict, gap.lower, gap.p_value) == (Verdict.NOT_COMPARABLE, None, None)


def test_authorities_together_add_people_and_squares_of_margins() -> None:
    parts = [Area(f"E0{at}", f"Part {at}", Level.LAD, "E", population=100) for at in range(2)]
    readings = {part.code: measured(part, 300, 700, 30) for part in parts}
    found = together(HERE, parts, readings)
    assert found is not None
    assert found.people == 2000
    shops = found.groups[0]
    assert shops.people == 600
    assert shops.upper == pytest.approx(600 + (2 * 30**2) ** 0.5)
    assert isinstance(found.survey, Interval)


def test_parts_that_hold_too_few_of_the_people_do_not_stand_for_the_whole() -> None:
    parts = [Area("E01", "Large", Level.LAD, "E", population=90), Area("E02", "Small", Level.LAD, "E", population=10)]
    assert together(HERE, parts, {"E01": measured(parts[0], 300, 700, 30)}) is None


def test_what_is_withheld_in_a_part_is_withheld_in_the_whole() -> None:
    parts = [Area(f"E0{at}", f"Part {at}", Level.LAD, "E", population=100) for at in range(2)]
    thin = read(parts[1], Group("Sites", SITES, 1000), withheld={"Shops": SHOPS})
    found = together(HERE, parts, {"E00": measured(parts[0], 300, 700, 30), "E01": thin})
    assert found is not None
    assert found.missing == pytest.approx(0.15)
