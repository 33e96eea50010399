"""Gaps between groups in a small country, worked out by hand."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from levelling.atlas.store import Figure
from levelling.challenge.groups import Gap, groups
from levelling.core.area import Area
from levelling.core.comparison import Verdict
from levelling.core.errors import UserError
from levelling.core.indicator import Direction, Movement
from tests.challenge_world import EW, NORTH_EAST, TOWN, UK, World, indicator

LOW, FIXED = Direction.LOWER_BETTER, Movement.FIXED
SEXES = {"female": "Women", "male": "Men"}
ETHNIC = {"asian": "Asian", "black": "Black", "mixed": "Mixed", "white": "White", "other": "Other"}
CENSUS = {
    "long-term-sick": "Long-term sick",
    "home-or-family": "Looking after home",
    "unemployed": "Unemployed",
    "other": "Other",
}
INDICATORS = (
    replace(indicator("unemployment-rate-by-sex", direction=LOW, movement=FIXED), categories=SEXES),
    replace(indicator("no-qualifications-by-age-and-sex", direction=LOW, movement=FIXED), categories=SEXES),
    replace(indicator("no-qualifications-by-ethnicity", direction=LOW, movement=FIXED), categories=ETHNIC),
    replace(indicator("people-by-ethnicity", unit="people", movement=Movement.SUM), categories=ETHNIC),
    replace(indicator("economic-activity-census"), categories=CENSUS),
    replace(indicator("people-by-economic-activity-census", unit="people", movement=Movement.SUM), categories=CENSUS),
)
Cell = tuple[str, str, Area, str, float, float | None, float | None]


def world(cells: Sequence[Cell]) -> World:
    made = World(INDICATORS, [])
    for slug, category, area, period, value, lower, upper in cells:
        shelf = made.store.rows.setdefault(area.code, {}).setdefault((slug, category), {})
        shelf[period] = Figure(value, lower, upper, "normal", "made-up")
    return made


def only(cells: Sequence[Cell], by: str = "") -> Gap:
    gaps = groups(world(cells), TOWN, by).gaps
    assert len(gaps) == 1
    return gaps[0]


def sexes(area: Area, women: float, men: float, half: float | None = None, period: str = "2021") -> list[Cell]:
    slug = "no-qualifications-by-age-and-sex"
    ends = [(None, None) if half is None else (value - half, value + half) for value in (women, men)]
    return [(slug, "female", area, period, women, *ends[0]), (slug, "male", area, period, men, *ends[1])]


def test_a_gap_is_the_group_less_the_other_with_its_interval() -> None:
    gap = only(sexes(TOWN, 12.0, 8.0, half=3.0))
    # Two half-widths of 3 join to the square root of 18.
    assert (gap.gap, gap.reference) == (4.0, "men")
    assert gap.lower == pytest.approx(4 - 18**0.5)
    assert gap.upper == pytest.approx(4 + 18**0.5)
    assert gap.verdict is Verdict.CANNOT_TELL


def test_a_sure_gap_is_better_or_worse_as_the_indicator_says() -> None:
    assert only(sexes(TOWN, 20.0, 8.0, half=3.0)).verdict is Verdict.WORSE
    assert only(sexes(TOWN, 8.0, 20.0, half=3.0)).verdict is Verdict.BETTER


def test_without_an_interval_there_is_no_verdict_and_a_reason() -> None:
    gap = only(sexes(TOWN, 20.0, 8.0))
    assert (gap.verdict, gap.lower, gap.p_value) == (Verdict.NOT_COMPARABLE, None, None)
    assert gap.reason.startswith("No margin of error is published")


def test_the_figure_of_a_larger_area_is_named_and_never_the_places_own() -> None:
    found = groups(world(sexes(NORTH_EAST, 20.0, 8.0, half=3.0)), TOWN)
    assert found.gaps[0].own is False
    assert found.sure == ()
    record = found.records()[0]
    assert (record["area"], record["figure_area"], record["level"], record["own"]) == ("E06000001", "E12000001", "region", False)


def test_a_gap_is_never_across_areas_or_periods() -> None:
    women, men = sexes(TOWN, 20.0, 8.0, half=3.0)
    elsewhere = sexes(NORTH_EAST, 15.0, 10.0)
    found = groups(world([women, *elsewhere]), TOWN).gaps[0]
    assert (found.estimate.area.code, found.gap) == ("E12000001", 5.0)
    another_year: Cell = (*men[:3], "2020", *men[4:])
    assert groups(world([women, another_year]), TOWN).gaps == ()


def test_the_newest_period_that_holds_both_is_taken() -> None:
    women_only: Cell = ("no-qualifications-by-age-and-sex", "female", TOWN, "2022", 99.0, None, None)
    gap = only([*sexes(TOWN, 12.0, 8.0), women_only])
    assert (gap.estimate.period.iso, gap.gap) == ("2021", 4.0)


def test_a_census_needs_no_interval_but_a_handful_of_people_gets_no_verdict() -> None:
    slug, day = "no-qualifications-by-ethnicity", "2021-03-21"
    cells: list[Cell] = [
        (slug, "asian", TOWN, day, 30.0, None, None),
        (slug, "other", TOWN, day, 30.0, None, None),
        (slug, "white", TOWN, day, 20.0, None, None),
        ("people-by-ethnicity", "asian", TOWN, day, 500.0, None, None),
        ("people-by-ethnicity", "other", TOWN, day, 99.0, None, None),
    ]
    asian, other = groups(world(cells), TOWN, "ethnicity").gaps
    assert (asian.verdict, asian.people, asian.reference) == (Verdict.WORSE, 150.0, "white people")
    assert other.verdict is Verdict.CANNOT_TELL
    assert "Fewer than a hundred" in other.reason


def test_who_is_furthest_from_work_and_how_many() -> None:
    day, counts = "2021-03-21", {"long-term-sick": 400.0, "home-or-family": 500.0, "unemployed": 70.0, "other": 30.0}
    cells: list[Cell] = []
    for key, count in counts.items():
        cells.append(("people-by-economic-activity-census", key, TOWN, day, count, None, None))
        cells.append(("economic-activity-census", key, TOWN, day, count / 100, None, None))
    cells.append(("economic-activity-census", "long-term-sick", EW, day, 3.0, None, None))
    found = groups(world(cells), TOWN)
    assert [item.category for item in found.out_of_work] == ["home-or-family", "long-term-sick", "unemployed", "other"]
    assert "1,000 people aged 16 and over in Hartlepool" in found.furthest
    assert "looking after home: 500, 5.0% of people" in found.furthest
    sick = next(gap for gap in found.gaps if gap.characteristic == "health")
    assert (sick.gap, sick.reference, sick.people, sick.verdict) == (1.0, "England and Wales", 400.0, Verdict.WORSE)


def test_what_is_not_there_is_said() -> None:
    found = groups(world(sexes(UK, 20.0, 8.0)), TOWN)
    assert "is not in these figures" in found.furthest
    assert "No figure by age, disability, health, caring, ethnicity or qualification" in found.absent[0]


def test_by_keeps_one_characteristic_and_refuses_others() -> None:
    found = groups(world(sexes(TOWN, 20.0, 8.0)), TOWN, "disability")
    assert found.gaps == ()
    assert {risk.characteristic for risk in found.risks} == {"disability"}
    with pytest.raises(UserError, match=r"'helth' is no characteristic here. Did you mean: health"):
        groups(world([]), TOWN, "helth")
