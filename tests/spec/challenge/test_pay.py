"""Pay and work status of a small country, worked out by hand."""

from collections.abc import Sequence

import pytest

from levelling.atlas.store import Figure
from levelling.challenge.pay import low_paid_places, pay, status
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Movement
from levelling.core.period import Period
from tests.challenge_world import EW, NORTH_EAST, OTHERS, TOWN, UK, World, indicator

INDICATORS = (
    indicator("employment-rate"),
    indicator("economic-inactivity-rate"),
    indicator("jobs-below-living-wage", movement=Movement.FIXED),
    indicator("number-of-jobs-below-living-wage", unit="jobs", movement=Movement.SUM),
    indicator("working-age-population", unit="people", movement=Movement.SUM),
    indicator("people-by-economic-activity", unit="people", movement=Movement.SUM),
    indicator("people-by-economic-activity-census", unit="people", movement=Movement.SUM),
    indicator("reasons-for-inactivity-north", movement=Movement.FIXED),
    indicator("gross-median-weekly-pay", unit="£ a week", movement=Movement.FIXED),
)
Cell = tuple[str, str, Area, str, float | None]


def world(cells: Sequence[Cell]) -> World:
    made = World(INDICATORS, [])
    for slug, category, area, period, value in cells:
        kind = "normal" if value is not None else "missing"
        shelf = made.store.rows.setdefault(area.code, {}).setdefault((slug, category), {})
        shelf[period] = Figure(value, None, None, kind, "made-up")
    return made


RATES: list[Cell] = [
    ("employment-rate", "", TOWN, "2023", 70.0),
    ("economic-inactivity-rate", "", TOWN, "2023", 25.0),
    ("working-age-population", "", TOWN, "2021-03-21", 1000.0),
]
WORK: list[Cell] = [
    ("people-by-economic-activity", "employees", TOWN, "2021", 90.0),
    ("people-by-economic-activity", "self-employed", TOWN, "2021", 10.0),
    ("jobs-below-living-wage", "", TOWN, "2022-04", 20.0),
]
CENSUS: list[Cell] = [
    ("people-by-economic-activity-census", "student", TOWN, "2021-03-21", 50.0),
    ("people-by-economic-activity-census", "home-or-family", TOWN, "2021-03-21", 60.0),
    ("people-by-economic-activity-census", "long-term-sick", TOWN, "2021-03-21", 70.0),
]


def shares(found: object) -> dict[str, float]:
    return {part.key: round(part.share, 6) for part in found.parts}  # type: ignore[attr-defined]


def test_people_of_working_age_fall_into_parts_by_hand() -> None:
    found = status(world(RATES + WORK + CENSUS), TOWN)
    # 70 in work: 7 self-employed, 63 employees, a fifth of them (12.6) low paid; 5 unemployed; 25 neither, of whom the census
    # finds 5 + 6 + 7 of every hundred people, so 7 are left.
    assert shares(found) == {
        "employees-at-or-above": 50.4,
        "employees-below": 12.6,
        "self-employed": 7.0,
        "unemployed": 5.0,
        "student": 5.0,
        "home-or-family": 6.0,
        "long-term-sick": 7.0,
        "other-inactive": 7.0,
    }
    people = {part.key: part.people for part in found.parts}
    assert people["employees-below"] == pytest.approx(126)
    assert sum(part.people or 0 for part in found.parts) == pytest.approx(1000)


def test_what_rests_on_another_year_or_source_is_marked_modelled() -> None:
    found = status(world(RATES + WORK + CENSUS), TOWN)
    assert {part.key for part in found.parts if not part.modelled} == {"unemployed"}


def test_the_survey_of_the_north_is_of_the_same_year_and_place_and_is_not_modelled() -> None:
    north: list[Cell] = [
        ("reasons-for-inactivity-north", "student", TOWN, "2023", 20.0),
        ("reasons-for-inactivity-north", "home-or-family", TOWN, "2023", 20.0),
        ("reasons-for-inactivity-north", "long-term-sick", TOWN, "2023", 40.0),
    ]
    found = status(world(RATES + WORK + CENSUS + north), TOWN)
    assert shares(found)["long-term-sick"] == 10.0
    assert shares(found)["other-inactive"] == 5.0
    assert not next(part for part in found.parts if part.key == "long-term-sick").modelled


def test_reasons_that_outgrow_the_rate_shrink_alike() -> None:
    more: list[Cell] = [(slug, category, area, period, 5 * (value or 0)) for slug, category, area, period, value in CENSUS]
    found = shares(status(world(RATES + WORK + more), TOWN))
    assert found["student"] + found["home-or-family"] + found["long-term-sick"] == pytest.approx(25)
    assert found["long-term-sick"] / found["student"] == pytest.approx(70 / 50, rel=1e-4)
    assert "other-inactive" not in found


def test_a_larger_areas_share_is_used_and_named_where_the_place_has_none() -> None:
    cells: list[Cell] = [
        *RATES,
        ("jobs-below-living-wage", "", TOWN, "2022-04", None),
        ("jobs-below-living-wage", "", NORTH_EAST, "2022-04", 15.0),
        ("people-by-economic-activity-census", "employees", EW, "2021-03-21", 80.0),
        ("people-by-economic-activity-census", "self-employed", EW, "2021-03-21", 20.0),
    ]
    found = pay(world(cells), TOWN)
    low = next(part for part in found.status.parts if part.key == "employees-below")
    assert low.share == pytest.approx(70 * 0.8 * 0.15)
    assert "of the North East, as none is published here" in low.how
    assert found.own_below is None
    assert found.low_paid.startswith(
        "No share is published for Hartlepool itself. In April 2022, 15.0% of employee jobs in the North"
    )
    record = next(item for item in found.records() if item["measure"] == "jobs-below-living-wage")
    assert (record["area"], record["figure_name"], record["level"]) == ("E06000001", "North East", "region")


def test_without_the_rates_there_are_no_parts_and_a_reason() -> None:
    found = status(world(WORK), TOWN)
    assert found.parts == ()
    assert "not published for it" in found.reason


def test_a_year_without_rates_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="Hartlepool has no rates of employment and inactivity for 1999"):
        pay(world(RATES), TOWN, Period.parse("1999"))


def test_the_weeks_pay_is_worth_so_many_hours_at_each_rate() -> None:
    cells: list[Cell] = [
        ("gross-median-weekly-pay", "", TOWN, "2018-04-18", 391.5),
        ("gross-median-weekly-pay", "", TOWN, "2008-04-16", 300.0),
        ("gross-median-weekly-pay", "", TOWN, "2009-04-16", None),
    ]
    first, last = pay(world(cells), TOWN).years
    # In April 2018 the law asked for £7.83 and the real Living Wage was £8.75; neither is known here for 2008.
    assert last.hours_at_legal == pytest.approx(50.0)
    assert last.hours_at_living == pytest.approx(391.5 / 8.75)
    assert last.apart == 0.92
    assert (first.legal, first.living, first.hours_at_legal, first.apart) == (None, None, None, None)


def test_places_stand_from_the_highest_share_and_equal_shares_share_a_rank() -> None:
    values = (10.0, 30.0, 30.0, None)
    cells: list[Cell] = [
        ("jobs-below-living-wage", "", area, "2022-04", value) for area, value in zip(OTHERS[:4], values, strict=True)
    ]
    cells.append(("number-of-jobs-below-living-wage", "", OTHERS[1], "2022-04", 5000.0))
    found = low_paid_places(world(cells), Level.LAD)
    assert [(item["name"], item["rank"], item["jobs"]) for item in found.records()] == [
        ("Place 2", 1, 5000),
        ("Place 3", 1, None),
        ("Place 1", 3, None),
    ]
    assert "7 of 10 areas have no figure" in found.notes[-1]


def test_a_level_or_group_without_figures_is_refused() -> None:
    with pytest.raises(NotEnoughData, match="No region has a share"):
        low_paid_places(world([]), Level.REGION)
    with pytest.raises(UserError, match="no group 'fmale'"):
        low_paid_places(world([]), Level.REGION, None, "fmale")


def test_the_uk_has_no_country_to_be_held_against() -> None:
    cells: list[Cell] = [("employment-rate", "", UK, "2023", 75.0), ("economic-inactivity-rate", "", UK, "2023", 22.0)]
    found = pay(world(cells), UK)
    assert found.country is None
    assert shares(found.status) == {"in-work": 75.0, "unemployed": 3.0, "inactive": 22.0}
    assert found.status.parts[0].people is None
