"""Futures on a hand-made country: a reckoning without spread comes out as by hand, and mistakes are told."""

from dataclasses import replace
from pathlib import Path

import pytest

from levelling.atlas.store import Figure
from levelling.challenge.future import (
    Inputs,
    Scenario,
    after_2008,
    exposure,
    future,
    read_scenario,
    scenario,
    scenarios,
    simulate,
)
from levelling.challenge.future.outcomes import Measurement
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData, UserError
from levelling.core.indicator import Movement
from tests.challenge_world import NORTH_EAST, OTHERS, SOUTH_EAST, TOWN, UK, World, indicator

RATE, OUT, PEOPLE, INDUSTRY = "employment-rate", "economic-inactivity-rate", "working-age-population", "employment-by-industry"

SURE = Inputs(
    rate=Measurement(70.0),
    people=10_000.0,
    unemployment=Measurement(5.0),
    share=0.10,
    lost=None,
    groups=(),
    paths=((1.0, 0.5),),
    looking=(0.8,),
    low_paid=0.25,
    elasticity=(-2.0, -2.0),
    base=(0.36, 0.36),
    young=0.20,
    young_risk=(1.0, 1.0),
    scar=(0.10, 0.10),
    pay=500.0,
    horizon=2,
)


def test_without_spread_it_is_the_sum_by_hand() -> None:
    found = {(band.outcome.slug, band.year): band.middle for band in simulate(SURE, 200, 1)}
    # 70% of 10,000 is 7,000 in work; a tenth of them is 700; half of those are missing in the second year.
    assert (found["out-of-work", 1], found["out-of-work", 2]) == pytest.approx((700.0, 350.0))
    assert (found["employment-rate", 1], found["employment-rate", 2]) == pytest.approx((63.0, 66.5))
    # Eight in ten look for work.
    assert (found["unemployed", 1], found["unemployed", 2]) == pytest.approx((560.0, 280.0))
    # 7,000 in work at 5% unemployed are 7,368 active; 560 of those are 7.6%.
    assert found["unemployment-rate", 1] == pytest.approx(5 + 100 * 560 / (7000 / 0.95))
    assert found["low-paid-jobs-lost", 1] == pytest.approx(175.0)
    # 5% fewer in work, times 2, is 10% of the 3,600 with a condition.
    assert found["chronic-conditions", 2] == pytest.approx(360.0)
    # A fifth of 560 are young; each loses a tenth of £500 a week.
    assert found["young-unemployed", 1] == pytest.approx(112.0)
    assert found["later-pay", 1] == pytest.approx(5_600.0)


def test_in_the_first_year_anything_from_none_to_all_of_the_illness_is_felt() -> None:
    band = next(band for band in simulate(SURE, 20_000, 1) if (band.outcome.slug, band.year) == ("chronic-conditions", 1))
    # Evenly from 0 to 720.
    assert band.outer == pytest.approx((36.0, 684.0), abs=12)


def test_what_is_not_held_is_left_out() -> None:
    bare = replace(SURE, unemployment=None, low_paid=None, young=None)
    slugs = {band.outcome.slug for band in simulate(bare, 100, 1)}
    assert slugs == {"out-of-work", "employment-rate-change", "employment-rate", "unemployed", "chronic-conditions"}


def world() -> World:
    made = [
        indicator(RATE),
        indicator(OUT),
        indicator(PEOPLE, unit="people", movement=Movement.SUM),
        replace(
            indicator(INDUSTRY, unit="people"), categories={"manufacturing": "Manufacturing", "construction": "Construction"}
        ),
    ]
    rows = [(PEOPLE, TOWN, "2021", 10_000.0, None, None), (RATE, UK, "2019", 75.0, 74.0, 76.0)]
    rows.append((RATE, TOWN, "2019", 70.0, 66.0, 74.0))
    paths = {NORTH_EAST: [70, 68, 67, 69, 71, 71, 71, 71, 71, 71, 71], SOUTH_EAST: [76, 72, 73, 74, 75, 76, 77, 77, 77, 77, 77]}
    for area, rates in paths.items():
        rows += [(RATE, area, str(2008 + at), float(rate), None, None) for at, rate in enumerate(rates)]
        rows += [(OUT, area, "2008", 25.0, None, None), (OUT, area, "2009", 26.0, None, None)]
    found = World(made, rows)
    found.store.rows[TOWN.code][INDUSTRY, "manufacturing"] = {"2019": Figure(1000.0, 800.0, 1200.0, "normal", "made-up")}
    return found


def test_what_followed_2008() -> None:
    north, south = after_2008(world())
    # 2 points lost, then 3, then 1, then back: never more than at first, never less than none.
    assert north.remaining == (1.0, 1.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    assert south.remaining[:5] == (1.0, 0.75, 0.5, 0.25, 0.0)
    # One point of two left the labour force; one point of four.
    assert (north.unemployed, south.unemployed) == (0.5, 0.75)


def test_a_place_and_an_industry() -> None:
    found = future(world(), TOWN, scenario(industry=["Manufacturing=-20"]), draws=2000)
    band = found.of("out-of-work")[0]
    assert band.middle == pytest.approx(200.0, rel=0.02)
    assert band.outer[0] < 190
    assert band.outer[1] > 210
    assert "is not a forecast" in " ".join(found.sentences)
    fields = {"area", "name", "outcome", "year", "middle", "inner_lower", "outer_upper", "modelled", "grade", "source"}
    assert all(fields <= set(item) for item in found.records())


def test_a_recovery_of_one_s_own() -> None:
    found = future(world(), TOWN, scenario(["employment=-10"], horizon=4, recovered=100.0), draws=500)
    out = [band.middle for band in found.of("out-of-work")]
    assert out == pytest.approx([525, 350, 175, 0], rel=0.03)
    assert "You chose" in found.recovery


@pytest.mark.parametrize(
    ("shock", "says"),
    [
        ({"industry": ["manufacturin=-20"]}, "Did you mean: manufacturing"),
        ({"industry": ["manufacturing=-120"]}, "removes more jobs than exist"),
        ({"industry": ["construction=-10"]}, "is not published"),
        ({"shock": ["jobs=-7001"]}, "removes more jobs than exist: 7,001, and 7,000"),
        ({"shock": ["employment=3"]}, "A shock is a fall"),
        ({"shock": ["employment=-3"], "horizon": 0}, "out of range"),
        ({"shock": ["employment=-3"], "horizon": 11}, "out of range"),
        ({"shock": ["employment=much"]}, "is not a shock"),
        ({"shock": ["employment=-inf"]}, "is not a shock"),
        ({"shock": ["emploment=-3"]}, "Did you mean: employment"),
        ({"shock": ["employment=-3"], "industry": ["manufacturing=-3"]}, "count twice"),
        ({}, "one kind of shock"),
        ({"shock": ["employment=-3"], "recovered": 140.0}, "cannot be made up for"),
        ({"occupation": ["sales-occupations=-3"]}, "by occupation are not held"),
    ],
)
def test_mistakes_are_told(shock: dict[str, object], says: str) -> None:
    with pytest.raises(UserError, match=says):
        future(world(), TOWN, scenario(**shock), draws=100)  # type: ignore[arg-type]


def test_a_place_without_figures_is_told() -> None:
    with pytest.raises(NotEnoughData, match="No number of people of working age is held for Nowhere"):
        future(world(), Area("E09999999", "Nowhere", Level.LAD, "E"), scenario(["employment=-3"]))
    old = world()
    old.store.rows[UK.code][RATE, ""] = {"2023": Figure(75.0, 74.0, 76.0, "normal", "made-up")}
    with pytest.raises(NotEnoughData, match="too old"):
        future(old, TOWN, scenario(["employment=-3"]))


def test_draws_and_seed_have_bounds() -> None:
    for wrong in ({"draws": 3}, {"seed": -1}):
        with pytest.raises(UserError):
            future(world(), TOWN, scenario(["employment=-3"]), **wrong)


def test_the_scenarios_that_come_with_the_program_say_where_they_are_from() -> None:
    assert list(scenarios()) == ["as-after-2008", "hard-hit-sectors"]
    assert all(item.source and item.meaning for item in scenarios().values())


def test_a_scenario_of_one_s_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('title = "Mine"\nhorizon = 3\n[industry]\nmanufacturing = -30\n', "utf-8")
    assert read_scenario(str(file)) == Scenario("Mine", industry={"manufacturing": -30.0}, horizon=3)
    assert read_scenario(str(file), horizon=7).horizon == 7


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "is not TOML"),
        ('title = "Mine"\nemployment = "lots"\n', "is wrong: employment: it is not a number"),
        ('title = "Mine"\nemployment = -3\njobs = -5\n', "count twice"),
        ('title = "Mine"\nemployment = -3\nemploment = -3\n', "is wrong: emploment: there is no such field"),
        ('title = "Mine"\nemployment = nan\n', "is not a number"),
        ('title = "Mine"\njobs = "-500"\n', "jobs: it is not a number"),
        ('title = "Mine"\njobs = true\n', "jobs: it is not a number"),
        ('title = "Mine"\njobs = -1e300\n', "mine.toml cannot be followed. .* removes more jobs than exist"),
        ('title = "Mine"\njobs = -5\nrecovered = nan\n', "cannot be made up for"),
        ('title = "Mine"\njobs = "x"\nhorizon = 2.5\nmoon = 1\n', "wrong in 3 places: horizon: .*; jobs: .*; moon: "),
        ('title = "Mine"\nhorizon = 50\n[industry]\na = 5\nb = -200\n', "horizon of 50 .* and a is 5.0. A fall of 200.0% in b"),
        ("", "title: it is missing"),
        ("a = " + "[" * 9_000, "too deep"),
        ('title = "Mine"\nemployment = -300\n', "removes more jobs than exist"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UserError, match=says):
        read_scenario(str(file))


def test_a_file_saved_on_windows_is_read_and_another_encoding_is_told(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('title = "Mine"\njobs = -5\n', "utf-8-sig")
    assert read_scenario(str(file)) == Scenario("Mine", jobs=-5.0)
    file.write_text('title = "Mine, naïve"\njobs = -5\n', "latin-1")
    with pytest.raises(UserError, match="is not text in UTF-8"):
        read_scenario(str(file))
    with pytest.raises(UserError, match="cannot be read"):
        read_scenario(f"{tmp_path / 'folder'}.toml")


def test_an_industry_is_given_once() -> None:
    with pytest.raises(UserError, match="manufacturing is given more than once"):
        scenario(industry=["manufacturing=-10", "Manufacturing=-20"])


def test_no_such_scenario_offers_near_ones() -> None:
    with pytest.raises(UserError, match="Did you mean: as-after-2008"):
        read_scenario("after-2008")
    with pytest.raises(UserError, match="cannot be read"):
        read_scenario("nowhere.toml")


def mixed() -> World:
    found = world()
    mix = {
        TOWN: ((1000.0, 800.0, 1200.0), (3000.0, 2700.0, 3300.0)),
        OTHERS[0]: ((500.0, 400.0, 600.0), (9500.0, 9000.0, 10000.0)),
    }
    for area, groups in mix.items():
        for key, figures in zip(("manufacturing", "construction"), groups, strict=True):
            found.store.rows.setdefault(area.code, {})[INDUSTRY, key] = {"2019": Figure(*figures, "normal", "made-up")}
    found.store.rows[OTHERS[1].code] = {(INDUSTRY, "construction"): {"2019": Figure(100.0, None, None, "normal", "made-up")}}
    return found


def test_the_same_shares_through_each_local_mix() -> None:
    found = exposure(mixed(), scenario(industry=["manufacturing=-20", "construction=-10"]))
    first, second = found.areas
    # 20% of 1,000 and 10% of 3,000 are 500 of 4,000 in work, an eighth; there 100 and 950 of 10,000.
    assert first.area == TOWN
    assert (first.lost, first.in_work, first.share) == pytest.approx((500, 4000, 12.5))
    assert (second.lost, second.share) == pytest.approx((1050, 10.5))
    # 20% of 200 is 40, 10% of 300 is 30: apart, the root of 40 squared and 30 squared, which is 50.
    assert (first.lower, first.upper) == pytest.approx((450, 550))
    assert OTHERS[1] in found.left_out
    assert [item["area"] for item in found.records()] == [TOWN.code, OTHERS[0].code]


def test_a_like_share_of_all_work_has_no_map() -> None:
    with pytest.raises(UserError, match="the same everywhere"):
        exposure(mixed(), scenario(["employment=-3"]))
    with pytest.raises(UserError, match="Did you mean: manufacturing"):
        exposure(mixed(), scenario(industry=["manufactring=-3"]))
    with pytest.raises(NotEnoughData):
        exposure(mixed(), scenario(industry=["manufacturing=-3"]), Level.FIRE)
