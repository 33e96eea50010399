"""Output against income in every place of a level: types, gaps, jobs per resident, and what is refused."""

import pytest

from levelling.challenge.divergence import INCOME, JOBS, OUTPUT, PEOPLE, RESIDENTS, Measure, Quadrant, diverge, divergences
from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.period import Period
from tests.challenge_world import BELFAST, OTHERS, TOWN, UK, Row, World, indicator

HOUR, JOB = Measure.HOUR.slug, Measure.JOB.slug
SLUGS = (OUTPUT, INCOME, HOUR, JOB, JOBS, PEOPLE, RESIDENTS)


def place(area: Area, year: str, output: float, income: float) -> list[Row]:
    return [(OUTPUT, area, year, output, None, None), (INCOME, area, year, income, None, None)]


def world(*rows: Row) -> World:
    return World([indicator(slug, unit="index (UK = 100)") for slug in SLUGS], rows)


def made() -> World:
    return world(
        *place(TOWN, "2017", 55.0, 80.0),
        *place(BELFAST, "2017", 134.0, 79.0),
        *place(OTHERS[0], "2017", 71.0, 104.0),
        *place(UK, "2017", 100.0, 100.0),
        (OUTPUT, OTHERS[1], "2017", 90.0, None, None),
        (HOUR, BELFAST, "2017", 88.0, None, None),
        (JOBS, BELFAST, "2017", 240.0, None, None),
        (PEOPLE, BELFAST, "2017", 320.0, None, None),
        (JOBS, UK, "2017", 50.0, None, None),
        (PEOPLE, UK, "2017", 100.0, None, None),
        (JOBS, OTHERS[0], "2017", 40.0, None, None),
        (PEOPLE, OTHERS[0], "2017", 100.0, None, None),
        (JOBS, TOWN, "2021", 30.0, None, None),
        (RESIDENTS, TOWN, "2021-03-21", 60.0, None, None),
    )


def test_every_place_with_both_the_most_output_beyond_income_first() -> None:
    found = divergences(made(), Level.LAD, Period.year(2017))
    assert [item.area for item in found.places] == [BELFAST, TOWN, OTHERS[0]]
    assert [item.gap for item in found.places] == [55.0, -25.0, -33.0]
    assert found.counts == {
        Quadrant.BOTH_HIGH: 0,
        Quadrant.OUTPUT_ONLY: 1,
        Quadrant.INCOME_ONLY: 1,
        Quadrant.BOTH_LOW: 1,
    }
    assert "Place 2" in found.missing


def test_jobs_stand_beside_residents() -> None:
    records = {record["name"]: record for record in divergences(made(), Level.LAD).records()}
    assert records["Belfast"]["jobs_per_resident"] == 0.75
    assert records["Belfast"]["jobs_per_working_age_resident"] is None
    assert records["Hartlepool"]["jobs_per_resident"] is None
    assert (records["Hartlepool"]["jobs_per_working_age_resident"], records["Hartlepool"]["working_age_year"]) == (0.5, 2021)
    sentences = " ".join(divergences(made(), Level.LAD).sentences)
    assert "For every 100 residents there are 75 jobs in the middle place with high output and low income, 40 in" in sentences


def test_a_record_holds_the_plain_fields() -> None:
    (record,) = [one for one in divergences(made(), Level.LAD).records() if one["area"] == BELFAST.code]
    assert (record["year"], record["output_index"], record["income_index"]) == (2017, 134.0, 79.0)
    assert (record["quadrant"], record["gap"]) == ("high output, low income", 55.0)
    assert (record["output_per_head_index"], record["output_per_hour_index"], record["output_per_job_index"]) == (
        134.0,
        88.0,
        None,
    )


def test_by_the_hour_a_city_may_be_below_the_uk() -> None:
    by_head, by_hour = diverge(made(), BELFAST), diverge(made(), BELFAST, Measure.HOUR)
    assert by_head is not None
    assert by_hour is not None
    assert (by_head.quadrant, by_hour.quadrant) == (Quadrant.OUTPUT_ONLY, Quadrant.BOTH_LOW)
    assert by_head.where_work_is == (
        "Counted where the work is, which commuting does not change, output stood at 88 by the hour worked in 2017, with the "
        "United Kingdom at 100."
    )
    assert by_hour.sentence.startswith(
        "For every £100 of output per hour worked in the United Kingdom in 2017, Belfast made £88; and"
    )


def test_without_residents_of_working_age_those_of_any_age_are_told() -> None:
    found = diverge(made(), BELFAST)
    assert found is not None
    assert found.why.endswith("There were 240 jobs here in 2017, and 320 residents of any age in 2017.")
    assert found.records()[0]["jobs_per_working_age_resident"] is None
    assert found.records()[0]["jobs_per_resident"] == 0.75


def test_what_is_refused() -> None:
    with pytest.raises(UserError, match="both published for 2017 to 2017, not for 1990"):
        divergences(made(), Level.LAD, Period.year(1990))
    with pytest.raises(UserError, match="not both published for ITL3 areas"):
        divergences(made(), Level.ITL3)
