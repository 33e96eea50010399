"""Pay against what is published of it."""

from datetime import date

import pytest

from levelling.atlas import Atlas
from levelling.atlas.parameters import parameter
from levelling.atlas.wage_floors import legal_floor, living_wage, living_wages
from levelling.challenge.pay import low_paid_places, pay, status
from levelling.core.area import Level


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.mark.parametrize(
    ("name", "share", "jobs"),
    [("United Kingdom", 12.2, 3_495_000), ("North East", 14.8, 155_000), ("Hartlepool", 16.1, 5_000)],
)
def test_jobs_below_the_real_living_wage(atlas: Atlas, name: str, share: float, jobs: int) -> None:
    # ONS, Jobs below the real Living Wage by work geography, April 2022, provisional (ASHE table 7, LWF.1a), sheet All.
    area = atlas.area("E12000001") if name == "North East" else atlas.area(name)
    found = pay(atlas, area)
    assert found.own_below is not None
    assert found.own_below.value == share
    assert next(item.value for item in found.counts if not item.category) == jobs


def test_the_map_of_low_paid_jobs_by_region(atlas: Atlas) -> None:
    # The same workbook: the highest and the lowest region.
    found = low_paid_places(atlas, Level.REGION)
    assert len(found.estimates) == 9
    assert [(item.area.name, item.value) for item in (found.estimates[0], found.estimates[-1])] == [
        ("Yorkshire and The Humber", 15.8),
        ("South East", 9.3),
    ]


def test_the_rates_the_source_sets_side_by_side_were_not_of_one_spring() -> None:
    # The source (section 1.2) sets £9.00 and £10.55 beside £7.83. By the notes of the ONS workbook of 2022 the real Living Wage
    # of April 2018 was £8.75, and £10.20 in London; £9.00 and £10.55 are those of April 2019.
    spring = date(2018, 4, 18)
    floor, here, london = legal_floor(spring), living_wage(spring), living_wage(spring, london=True)
    assert floor is not None
    assert here is not None
    assert london is not None
    assert (floor.pounds, here.pounds, london.pounds) == (7.83, 8.75, 10.20)
    later = date(2019, 4, 17)
    assert [living_wage(later, london=city).pounds for city in (False, True)] == [  # type: ignore[union-attr]
        parameter("living-wage-quoted-by-source").value,
        parameter("living-wage-london-quoted-by-source").value,
    ]


def test_the_real_living_wage_of_2011_is_blank() -> None:
    assert living_wage(date(2011, 4, 6)) is None
    assert min(floor.start.year for floor in living_wages()) == 2012


def test_the_rates_of_2026() -> None:
    # Government page of rates: £12.71 from April 2026. Living Wage Foundation, October 2025: £13.45, and £14.80 in London.
    day = date(2026, 4, 15)
    floor, here, london = legal_floor(day), living_wage(day), living_wage(day, london=True)
    assert floor is not None
    assert here is not None
    assert london is not None
    assert (floor.pounds, here.pounds, london.pounds) == (12.71, 13.45, 14.80)


def test_the_sources_unemployed_of_2018_are_met_as_far_as_the_figures_reach(atlas: Atlas) -> None:
    # Social Mobility Commission, State of the Nation 2018-19, as the source quotes it: just under 1.5 million unemployed in 2018.
    # The survey's rates for the UK in 2018 leave 3.3% of people aged 16 to 64. Mid-2020 counts of England, Wales and Scotland
    # stand in for people of working age, which are not held for 2018 or for Northern Ireland.
    share = status(atlas, atlas.area("United Kingdom"), "2018").share("unemployed")
    assert share == pytest.approx(3.3, abs=0.05)
    column = atlas.store.column("working-age-population", "", "2020-06-30")
    people = sum(column[code].value or 0.0 for code in ("K04000001", "S92000003"))
    unemployed = share / 100 * people
    quoted = parameter("unemployed-people-2018").value
    assert 0.85 * quoted < unemployed < quoted


def test_the_parts_of_hartlepool_by_hand(atlas: Atlas) -> None:
    # Employment 67.9% and inactivity 29.7% in 2023 leave 2.4%. Long-term sick: 45.8% of the inactive (Nomis, 2023).
    found = status(atlas, atlas.area("Hartlepool"))
    parts = {part.key: part.share for part in found.parts}
    assert parts["unemployed"] == pytest.approx(2.4)
    assert parts["long-term-sick"] == pytest.approx(29.7 * 0.458)
    assert sum(parts.values()) == pytest.approx(100)
    # Of 35,400 employees and 3,000 self-employed (October 2021 to September 2022), 16.1% of jobs below the rate.
    assert parts["employees-below"] == pytest.approx(67.9 * 35.4 / 38.4 * 0.161)
