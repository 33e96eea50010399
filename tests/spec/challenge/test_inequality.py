"""Inequality between places: measures by hand, groups, intervals, breaks, and what is refused."""

import math
from collections.abc import Sequence

import numpy as np
import pytest

from levelling.challenge.inequality import By, Errors, Reckoning, entropy, extremes, gini, inequality, ratio, split, variation
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Movement
from tests.challenge_world import BELFAST, OTHERS, TOWN, Row, World, indicator

PAY, PEOPLE = "employment-rate", "implied-population"
NONE = Reckoning(errors=Errors.NONE)
ONCE = Reckoning(weights="none", errors=Errors.NONE)
PLACES = (TOWN, BELFAST, *OTHERS[:2])


def world(
    table: Sequence[tuple[Area, str, float | None]],
    people: Sequence[tuple[Area, str, float]] = (),
    breaks: Sequence[tuple[str, str]] = (),
) -> World:
    rows: list[Row] = [(PAY, area, year, value, None, None) for area, year, value in table]
    rows += [(PEOPLE, area, year, count, None, None) for area, year, count in people]
    return World([indicator(PAY, breaks=breaks), indicator(PEOPLE, unit="people", movement=Movement.SUM)], rows)


def test_two_places_by_hand() -> None:
    values, weights = np.array([1.0, 3.0]), np.array([1.0, 1.0])
    theil = 0.5 * 0.5 * math.log(0.5) + 0.5 * 1.5 * math.log(1.5)
    assert entropy(values, weights, 1) == pytest.approx(theil)
    assert entropy(values, weights, 0) == pytest.approx(0.5 * math.log(2) + 0.5 * math.log(2 / 3))
    assert entropy(values, weights, 2) == pytest.approx(0.125)  # half of (1/2) squared
    assert variation(values, weights) == pytest.approx(0.5)
    assert gini(values, weights) == pytest.approx(0.25)
    assert extremes(values, weights) == 3.0


def test_people_count_not_places() -> None:
    # One person at 1 and three at 3 is four people: 1, 3, 3, 3.
    some = np.array([1.0, 3.0]), np.array([1.0, 3.0])
    each = np.array([1.0, 3.0, 3.0, 3.0]), np.ones(4)
    for measure in (gini, variation, ratio, extremes):
        assert measure(*some) == pytest.approx(measure(*each))
    for alpha in (-1.0, 0.0, 1.0, 2.0):
        assert entropy(*some, alpha) == pytest.approx(entropy(*each, alpha))


def test_a_place_without_people_does_not_count_at_the_ends() -> None:
    values, weights = np.array([0.1, 1.0, 2.0]), np.array([0.0, 1.0, 1.0])
    assert extremes(values, weights) == 2.0


def test_nine_in_ten_and_one_in_ten() -> None:
    values = np.arange(1.0, 21.0)
    assert ratio(values, np.ones(20)) == 18 / 2


def test_between_and_within_by_hand() -> None:
    values, weights, groups = np.array([1.0, 3.0, 4.0, 4.0]), np.ones(4), np.array([0, 0, 1, 1])
    between, within = split(values, weights, groups, 1.0)
    # The groups' means are 2 and 4 about 3; inside, the first has all the inequality and a third of the total.
    assert between == pytest.approx(0.5 * (2 / 3) * math.log(2 / 3) + 0.5 * (4 / 3) * math.log(4 / 3))
    assert within == pytest.approx((4 / 12) * entropy(np.array([1.0, 3.0]), np.ones(2), 1))


def test_each_year_has_a_record_oldest_first() -> None:
    table = [(area, year, value) for year in ("2021", "2020") for area, value in zip(PLACES, (1.0, 3.0, 1.0, 3.0), strict=True)]
    table[5] = (BELFAST, "2020", 3.0001)
    records = inequality(world(table), PAY, how=ONCE).records()
    assert [record["year"] for record in records] == [2020, 2021]
    first = records[0]
    assert (first["area"], first["name"], first["places"], first["missing"]) == ("K02000001", "United Kingdom", 4, 0)
    assert first["gini"] == pytest.approx(0.25, abs=1e-4)
    assert first["theil_t_lower"] is None
    assert (first["ratio_top_bottom"], first["top"], first["bottom"]) == (3.0001, "Belfast", "Hartlepool")


def test_weights_are_of_each_year_and_of_the_nearest_where_there_is_none() -> None:
    table = [(area, year, value) for year in ("2021", "2022") for area, value in zip(PLACES, (1.0, 3.0, 1.0, 3.0), strict=True)]
    people = [(area, "2021", count) for area, count in zip(PLACES, (1.0, 3.0, 1.0, 3.0), strict=True)]
    found = inequality(world(table, people), PAY, how=NONE)
    assert [item.weighed for item in found.moments] == [2021, 2021]
    assert found.newest.measures["gini"].value == pytest.approx(gini(np.array([1.0, 3.0]), np.array([1.0, 3.0])))
    assert "Where no population is known of a year, that of the nearest year is used." in found.notes


def test_grouped_by_nation() -> None:
    table = [(area, "2021", value) for area, value in zip(PLACES, (1.0, 4.0, 3.0, 2.0), strict=True)]
    found = inequality(world(table), PAY, by=By.NATION, how=ONCE)
    record = found.records()[0]
    assert [part["group"] for part in record["groups"]] == ["England", "Northern Ireland"]
    assert record["between"] + record["within"] == pytest.approx(record["theil_t"])
    assert record["between_share"] == pytest.approx(record["between"] / record["theil_t"])
    assert (record["by"], record["alpha"]) == ("nation", 1.0)
    assert "lies between 2 nations" in " ".join(found.sentences)


def test_grouped_by_a_table_of_ones_own() -> None:
    table = [(area, "2021", value) for area, value in zip(PLACES, (1.0, 4.0, 1.0, 4.0), strict=True)]
    groups = {TOWN.code: "low", BELFAST.code: "high", PLACES[2].code: "low", PLACES[3].code: "high"}
    found = inequality(world(table), PAY, by=groups, how=ONCE).newest
    assert found.between is not None
    assert found.within is not None
    assert found.within.value == pytest.approx(0.0)
    assert found.between.value == pytest.approx(found.measures["theil_t"].value)


def test_another_entropy_is_split_and_told() -> None:
    table = [(area, "2021", value) for area, value in zip(PLACES, (1.0, 4.0, 3.0, 2.0), strict=True)]
    record = inequality(world(table), PAY, by=By.NATION, how=Reckoning("none", Errors.NONE, alpha=2.0)).records()[0]
    assert record["ge"] == pytest.approx(record["cv"] ** 2 / 2)
    assert record["between"] + record["within"] == pytest.approx(record["ge"])


def test_a_break_is_told_and_no_change_across_it() -> None:
    table = [(area, year, value) for year in ("2020", "2021") for area, value in zip(PLACES, (1.0, 3.0, 1.0, 3.0), strict=True)]
    found = inequality(world(table, breaks=[("2021", "A new survey.")]), PAY, how=ONCE)
    assert [record["break_before"] for record in found.records()] == [None, "A new survey."]
    assert not any("went from" in sentence for sentence in found.sentences)
    assert "Break before 2021: A new survey." in found.notes


def test_places_without_a_figure_are_named() -> None:
    table: list[tuple[Area, str, float | None]]
    table = [(area, "2021", value) for area, value in zip(PLACES, (1.0, 3.0, 2.0, 3.0), strict=True)]
    table += [(area, "2020", value) for area, value in zip(PLACES, (1.0, None, 2.0, 3.0), strict=True)]
    found = inequality(world(table), PAY, how=ONCE)
    assert found.moments[0].missing == ("Belfast",)
    assert "Without a figure in some period: Belfast." in found.notes


def test_what_to_mind_is_said() -> None:
    rows: list[Row] = [(PAY, area, "2021", 50.0 + at, 45.0, 60.0) for at, area in enumerate(PLACES)]
    rows += [(PEOPLE, area, "2021", 10.0 + at, None, None) for at, area in enumerate(PLACES)]
    made = World([indicator(PAY), indicator(PEOPLE, unit="people", movement=Movement.SUM)], rows)
    rate, count = inequality(made, PAY, how=ONCE).notes, inequality(made, PEOPLE, how=ONCE).notes
    assert any("have survey error" in note for note in rate)
    assert any("A rate and its opposite" in note for note in rate)
    assert any("This is a count" in note for note in count)
    assert not any("survey error" in note for note in count)


def test_the_place_it_leans_on_is_named() -> None:
    table = [(area, "2021", value) for area, value in zip(PLACES, (1.0, 50.0, 1.1, 0.9), strict=True)]
    found = inequality(world(table), PAY, how=ONCE)
    area, without = found.newest.leans
    assert area == BELFAST
    assert without == pytest.approx(float(entropy(np.array([1.0, 1.1, 0.9]), np.ones(3), 1)))
    assert "Without Belfast alone" in " ".join(found.sentences)


def test_drawing_places_again_gives_an_interval_and_the_same_one_twice() -> None:
    table = [(area, year, value) for year in ("2020", "2021") for area, value in zip(PLACES, (1.0, 4.0, 3.0, 2.0), strict=True)]
    one, two = (inequality(world(table), PAY, how=Reckoning("none", draws=200)).records() for _ in range(2))
    assert one == two
    assert one[0]["theil_t_lower"] < one[0]["theil_t"] < one[0]["theil_t_upper"]
    assert one[0]["theil_t_upper"] == one[1]["theil_t_upper"]  # the same worlds in both years


def test_survey_errors_are_taken_off() -> None:
    # Twenty places that truly are alike, and differ in the survey by what it says its error is.
    rows: list[Row] = []
    noise = np.random.default_rng(4).standard_normal(len((TOWN, BELFAST, *OTHERS)))
    for area, error in zip((TOWN, BELFAST, *OTHERS), noise, strict=True):
        value = 50.0 + 2.0 * float(error)
        rows.append((PAY, area, "2021", value, value - 1.96 * 2.0, value + 1.96 * 2.0))
    found = inequality(World([indicator(PAY)], rows), PAY, how=Reckoning("none", Errors.SURVEY)).newest.measures["theil_t"]
    assert found.without_noise is not None
    assert found.without_noise < found.value / 2


@pytest.mark.parametrize(
    ("value", "how", "by", "says"),
    [
        (0.0, ONCE, None, "is 0 in Hartlepool in 2021: inequality is measured on values above nought only"),
        (-3.5, ONCE, None, "is -3.5 in Hartlepool"),
        (1.0, Reckoning("none", Errors.SURVEY), None, "No intervals are published"),
        (1.0, Reckoning(PAY), None, "it is no count"),
        (1.0, Reckoning("none", alpha=math.nan), None, "alpha of nan"),
        (1.0, Reckoning("none", alpha=99.0), None, "alpha of 99"),
    ],
)
def test_what_is_refused(value: float, how: Reckoning, by: By | None, says: str) -> None:
    table = [(area, "2021", one) for area, one in zip(PLACES, (value, 4.0, 3.0, 2.0), strict=True)]
    with pytest.raises(UserError, match=says):
        inequality(world(table), PAY, by=by, how=how)


def test_years_outside_the_series_and_levels_without_figures() -> None:
    made = world([(area, "2021", 1.0) for area in PLACES])
    with pytest.raises(UserError, match="runs from 2021 to 2021"):
        inequality(made, PAY, years=(1990, 1995), how=ONCE)
    with pytest.raises(NotEnoughData, match="no figures for ITL3 areas"):
        inequality(made, PAY, Level.ITL3, how=ONCE)
