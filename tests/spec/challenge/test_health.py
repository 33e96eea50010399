"""Health and work on a hand-made country: every number worked out by hand."""

from dataclasses import replace

import pytest

from levelling.atlas.health_links import disabled_in_england_and_wales
from levelling.atlas.parameters import parameter
from levelling.atlas.store import Figure
from levelling.challenge.health import chronic_illness, fewer_ill, gap_from_health, health, health_everywhere
from levelling.challenge.health.place import against_pension
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Movement
from tests.challenge_world import BELFAST, OTHERS, TOWN, UK, World, indicator

WOMEN, MEN = "healthy-life-expectancy-female", "healthy-life-expectancy-male"
HOUR, HOURS, PEOPLE = "gross-value-added-per-hour-worked", "hours-worked-per-week", "working-age-population"
SHARE, COUNT = "disabled-people-share", "disabled-people"


def world(*, years: tuple[float, float, float] = (55.0, 52.0, 58.0)) -> World:
    made = [
        indicator(WOMEN, unit="years"),
        indicator(MEN, unit="years"),
        indicator(HOUR, unit="£ an hour"),
        indicator(HOURS, unit="hours a week"),
        indicator(PEOPLE, unit="people", movement=Movement.SUM),
        indicator(SHARE),
        indicator(COUNT, unit="people", movement=Movement.SUM),
    ]
    rows = [
        (WOMEN, TOWN, "2022", *years),
        (MEN, TOWN, "2022", 56.0, 53.0, 59.0),
        (HOUR, TOWN, "2022", 30.0, None, None),
        (HOUR, UK, "2022", 40.0, None, None),
        (HOURS, TOWN, "2022", 1_000_000.0, None, None),
        (PEOPLE, TOWN, "2021", 50_000.0, None, None),
        (SHARE, TOWN, "2021", 24.0, None, None),
        (COUNT, TOWN, "2021", 24_000.0, None, None),
        # Here 24% of 100,000; there 16% of 300,000: together 72,000 of 400,000, which is 18%.
        (SHARE, OTHERS[0], "2021", 16.0, None, None),
        (COUNT, OTHERS[0], "2021", 48_000.0, None, None),
        (WOMEN, BELFAST, "2022", 57.0, 55.0, 59.0),
        (MEN, BELFAST, "2022", 57.0, 55.0, 59.0),
    ]
    return World(made, rows)


def test_disabled_people_are_added_up_before_they_are_shared() -> None:
    assert disabled_in_england_and_wales(world(), "2021") == pytest.approx(18.0)


def test_one_per_cent_more_in_work() -> None:
    link = chronic_illness(world(), TOWN)
    assert link is not None
    # 2% of 36% of 50,000 is 360 fewer. At least 1.4% of that base is 252; at most 2% of 36% x 24/18 = 48% of 50,000 is 480.
    assert (link.value, link.lower, link.upper) == pytest.approx((-360.0, -480.0, -252.0))
    assert (link.grade, link.grades, link.unit) == ("E", ("E",), "people")
    assert "50,000 people aged 16 to 64" in link.how


def test_fewer_in_work_is_the_same_the_other_way() -> None:
    more, fewer = chronic_illness(world(), TOWN, 2.0), chronic_illness(world(), TOWN, -2.0)
    assert more is not None
    assert fewer is not None
    assert more.value == pytest.approx(-fewer.value)
    assert (more.lower, more.upper) == pytest.approx((-(fewer.upper or 0), -(fewer.lower or 0)))


def test_without_people_of_working_age_there_is_no_link() -> None:
    assert chronic_illness(world(), BELFAST) is None
    assert fewer_ill(world(), BELFAST) is None
    assert any("No number of people of working age" in reason for reason in health(world(), BELFAST).missing)


def test_the_gap_is_shared_out() -> None:
    hourly, yearly = gap_from_health(world(), TOWN)
    assert (hourly.value, hourly.lower, hourly.upper) == pytest.approx((3.0, 3.0, 3.3333), rel=1e-4)
    # £3 an hour, a million hours a week, 52 weeks: £156 million.
    assert yearly.value == pytest.approx(156.0)
    assert hourly.grades == ("C", "E")


def test_no_gap_at_the_top_nor_for_the_uk_itself() -> None:
    assert gap_from_health(world(), UK) == ()
    rich = World(
        [indicator(HOUR, unit="£ an hour")], [(HOUR, TOWN, "2022", 41.0, None, None), (HOUR, UK, "2022", 40.0, None, None)]
    )
    assert gap_from_health(rich, TOWN) == ()


@pytest.mark.parametrize(
    ("years", "says"),
    [
        ((55.0, 52.0, 58.0), "that is 12.0 years before"),
        ((70.0, 68.0, 72.0), "that is 3.0 years after"),
        ((66.0, 64.0, 68.0), "we cannot tell"),
    ],
)
def test_healthy_years_claim_no_more_than_their_interval(years: tuple[float, float, float], says: str) -> None:
    estimate = world(years=years).estimate(WOMEN, TOWN)
    assert says in against_pension(estimate, parameter("state-pension-age"), "women")


def test_records_say_what_is_modelled() -> None:
    records = health(world(), TOWN).records()
    fields = {"area", "name", "measure", "period", "value", "lower", "upper", "unit", "modelled", "grade", "source"}
    assert all(fields <= set(item) for item in records)
    modelled = {item["measure"]: item["modelled"] for item in records}
    assert modelled[WOMEN] is False
    assert modelled["chronic-conditions-for-employment"] is True
    assert all(item["grade"] for item in records if item["measure"].startswith(("chronic", "productivity", "fewer")))


def test_conditions_come_most_common_first() -> None:
    country = world()
    ill = replace(indicator("disease-prevalence"), categories={"asthma": "Asthma", "stroke": "Stroke"})
    full = World([*country.catalogue.all(), ill], [])
    full.store.rows = country.store.rows
    for key, value in (("stroke", 2.0), ("asthma", 7.0)):
        full.store.rows[TOWN.code]["disease-prevalence", key] = {"2019": Figure(value, None, None, "modelled", "made-up")}
    found = health(full, TOWN)
    assert [item.measure for item in found.conditions] == ["disease-prevalence:asthma", "disease-prevalence:stroke"]
    assert all(item.record()["modelled"] for item in found.conditions)


def test_a_change_beyond_the_research_is_refused() -> None:
    with pytest.raises(UserError, match="beyond what the research speaks of"):
        health(world(), TOWN, 50.0)
    with pytest.raises(UserError):
        health(world(), TOWN, float("nan"))


def test_an_area_without_figures_is_told() -> None:
    with pytest.raises(NotEnoughData, match="No figures of health are held for Nowhere"):
        health(world(), Area("E09999999", "Nowhere", Level.LAD, "E"))


def test_every_area_of_a_level() -> None:
    found = health_everywhere(world(), Level.LAD)
    assert {area.name for area in found.areas} == {"Hartlepool", "Place 1", "Belfast"}
    with pytest.raises(NotEnoughData):
        health_everywhere(world(), Level.ITL3)
