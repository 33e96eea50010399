"""Trends in a window of one's own: which periods, what bars a comparison, and the slope of the years between."""

from dataclasses import replace

import pytest

from levelling.challenge.trend import SUSPENDED, Course, Trend, trends, trends_among
from levelling.core.area import Level
from levelling.core.comparison import Verdict
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Indicator, OfficialStatus
from levelling.core.period import Period
from levelling.core.window import OutsideSeries, Window, find
from tests.challenge_world import OTHERS, TOWN, Row, World, indicator

RATE = "employment-rate"


def world(values: dict[str, float], what: Indicator | None = None, half: float | None = 1.0) -> World:
    rows: list[Row] = []
    for period, value in values.items():
        ends = (None, None) if half is None else (value - half, value + half)
        rows.append((RATE, TOWN, period, value, *ends))
    return World([what or indicator()], rows)


def between(start: str | None, end: str | None) -> Window:
    return Window(Period.parse(start) if start else None, Period.parse(end) if end else None)


def only(made: World, window: Window) -> Trend:
    [found] = trends(made, TOWN, [RATE], window=window)
    return found


YEARLY = {str(2010 + n): 60.0 + n for n in range(10)}


def test_from_and_to_are_the_periods_compared() -> None:
    record = only(world(YEARLY), between("2011", "2016")).record()
    assert [record[field] for field in ("from", "to", "value_from", "value_to", "change")] == ["2011", "2016", 61.0, 66.0, 5.0]
    assert (record["course"], record["verdict"]) == ("rising", "better")


def test_a_to_alone_looks_back_five_years_from_there() -> None:
    assert only(world(YEARLY), between(None, "2017")).record()["from"] == "2012"


def test_a_year_means_the_april_in_it() -> None:
    made = world({"2015-04-22": 400.0, "2020-04-22": 450.0, "2021-04-21": 460.0})
    record = only(made, between("2015", "2020")).record()
    assert (record["from"], record["to"]) == ("2015-04-22", "2020-04-22")


@pytest.mark.parametrize(
    ("start", "end", "says"),
    [
        ("1995", None, "employment-rate in Hartlepool runs from 2010 to 2019: 1995 lies outside it."),
        (None, "2031", "employment-rate in Hartlepool runs from 2010 to 2019: 2031 lies outside it."),
    ],
)
def test_a_window_outside_the_series(start: str | None, end: str | None, says: str) -> None:
    with pytest.raises(OutsideSeries) as caught:
        only(world(YEARLY), between(start, end))
    assert caught.value.message == says


def test_a_period_missing_from_the_series() -> None:
    with pytest.raises(OutsideSeries, match=r"has no figure for 2011\. Its newest are for: 2010, 2012\."):
        only(world({"2010": 60.0, "2012": 61.0}), between("2011", None))
    with pytest.raises(OutsideSeries, match="has 2010 alone: 2012 lies outside it"):
        find(Period.year(2012), [Period.year(2010)], "this")


def test_a_window_outside_a_series_that_was_not_named_is_a_reason_and_no_error() -> None:
    [found] = trends(world(YEARLY), TOWN, window=between("1995", None))
    assert (found.then, found.course) == (None, Course.NOT_COMPARABLE)
    assert "1995 lies outside it" in found.reason


@pytest.mark.parametrize(("start", "end"), [("2015", "2015"), ("2016", "2012")])
def test_a_window_that_ends_before_it_begins(start: str, end: str) -> None:
    with pytest.raises(UserError, match="Give a --to later than --from"):
        between(start, end)
    with pytest.raises(UserError, match="cannot look back 0 years"):
        Window(years=0)


def test_nothing_is_compared_across_a_break_that_was_asked_for() -> None:
    broken = indicator(breaks=[("2014", "The survey changed.")])
    record = only(world(YEARLY, broken), between("2011", "2016")).record()
    assert [record[field] for field in ("from", "change", "slope", "course")] == [None, None, None, "not comparable"]
    assert record["reason"] == "The series breaks at 2014, between the two. The survey changed."
    assert record["breaks"] == [{"period": "2014", "note": "The survey changed."}]
    after = only(world(YEARLY, broken), between("2014", "2016")).record()
    assert after["change"] == 2.0
    before = only(world(YEARLY, broken), between("2010", "2013")).record()
    assert before["change"] == 3.0


def test_the_slope_does_not_reach_across_a_break_either() -> None:
    jump = {**{str(2010 + n): 10.0 for n in range(4)}, **{str(2014 + n): 60.0 + n for n in range(6)}}
    found = only(world(jump, indicator(breaks=[("2014", "The survey changed.")])), Window(years=9))
    assert found.then is not None
    assert found.then.period.iso == "2014"
    assert found.slope is not None
    assert found.slope.periods == 6
    assert found.slope.a_year == pytest.approx(1.0, abs=0.01)


def test_periods_that_overlap_are_not_compared_and_the_slope_passes_over_them() -> None:
    made = world({f"{year}-01-01/P3Y": float(year - 1950) for year in range(2010, 2020)})
    overlap = only(made, between("2017-01-01/P3Y", "2019-01-01/P3Y"))
    assert overlap.reason == "2017 to 2019 and 2019 to 2021 overlap, so they share their samples."
    whole = only(made, between("2010-01-01/P3Y", "2019-01-01/P3Y"))
    assert whole.slope is not None
    assert whole.slope.periods == 4
    assert whole.slope.a_year == pytest.approx(1.0, abs=0.01)


def test_periods_of_different_length_are_not_compared() -> None:
    found = only(world({"2015": 60.0, "2018-01-01/P3Y": 61.0}), between("2015", None))
    assert found.reason == "2015 and 2018 to 2020 are periods of different length."


def test_without_intervals_the_slope_has_none() -> None:
    record = only(world(YEARLY, half=None), between("2011", "2016")).record()
    assert record["slope"] == pytest.approx(1.0, abs=0.01)
    assert [record[field] for field in ("slope_lower", "slope_upper", "p_value", "verdict")] == [
        None,
        None,
        None,
        "not comparable",
    ]


def test_frozen_and_suspended_are_flagged() -> None:
    what = replace(indicator(frozen="No newer figures are coming."), official_status=OfficialStatus.SUSPENDED)
    record = only(world(YEARLY, what), Window()).record()
    assert (record["frozen"], record["suspended"]) == (True, True)
    assert record["reason"] == f"No newer figures are coming. {SUSPENDED}"


def test_a_fall_too_many_looked_at_cannot_be_told() -> None:
    rows: list[Row] = []
    for area in (TOWN, *OTHERS):
        for period, value in (("2018", 60.0), ("2023", 65.0 if area == TOWN else 60.0)):
            rows.append((RATE, area, period, value, value - 3, value + 3))  # a change of 5 within 4.24: p = 0.02
    made = World([indicator()], rows)
    assert only(made, Window()).verdict == Verdict.BETTER
    everyone = trends_among(made, RATE)
    assert len(everyone) == 9
    town = next(item for item in everyone if item.now.area == TOWN)
    assert town.p_value is not None
    assert town.p_value == pytest.approx(0.0209, abs=0.0005)
    assert town.adjusted_p == pytest.approx(9 * town.p_value)
    assert town.verdict == Verdict.CANNOT_TELL


def test_every_area_tells_what_it_lacks() -> None:
    rows: list[Row] = [(RATE, TOWN, year, 60.0, 59.0, 61.0) for year in ("2018", "2023")]
    rows += [(RATE, OTHERS[0], "2023", 60.0, 59.0, 61.0), (RATE, OTHERS[1], "2023", None, None, None)]
    found = {item.now.area.name: item for item in trends_among(World([indicator()], rows), RATE, window=between("2018", None))}
    assert set(found) == {"Hartlepool", "Place 1"}
    assert found["Hartlepool"].difference == 0.0
    assert found["Place 1"].reason == "employment-rate in Place 1 has 2023 alone: 2018 lies outside it."


def test_a_window_or_a_level_that_no_area_has() -> None:
    made = world(YEARLY)
    with pytest.raises(OutsideSeries, match="employment-rate for local authorities runs from 2010 to 2019: 1990 lies outside it"):
        trends_among(made, RATE, window=between("1990", None), strict=True)
    with pytest.raises(NotEnoughData, match="employment-rate is not published for regions"):
        trends_among(made, RATE, Level.REGION)
