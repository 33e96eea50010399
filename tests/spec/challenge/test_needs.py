"""The needs of a place in a small made-up country: which there are, how large, how sure, and in which order."""

from dataclasses import replace

from levelling.challenge.needs import MEASURES, NAMES, needs, ordered, summed_up
from levelling.core.comparison import Verdict
from levelling.core.indicator import Direction, Movement
from levelling.core.need import Need, Size
from tests.challenge_world import ENGLAND, OTHERS, TOWN, UK, Row, World, indicator

RATE = indicator("employment-rate")
CLAIMANTS = indicator("claimant-count", direction=Direction.LOWER_BETTER, meaning="How many claim.")
PEOPLE = indicator("working-age-population", unit="people", movement=Movement.SUM, direction=Direction.NEITHER)
YEARS = indicator("healthy-life-expectancy-female", unit="years", movement=Movement.FIXED, meaning="Years in good health.")


def _world(*rows: Row) -> World:
    others = [(RATE.slug, area, "2023", 70.0 + place, None, None) for place, area in enumerate(OTHERS)]
    return World([RATE, CLAIMANTS, PEOPLE, YEARS], [*rows, *others])


def _one(world: World, need: str = "employment", *, every: bool = False) -> Need:
    return next(item for item in needs(world, TOWN, every=every) if item.id == need)


def test_a_surely_lower_rate_is_a_need_sized_by_the_people_of_that_age() -> None:
    world = _world(
        ("employment-rate", TOWN, "2023", 65.0, 63.0, 67.0),
        ("employment-rate", UK, "2023", 75.0, 74.9, 75.1),
        ("working-age-population", TOWN, "2021", 50_000, None, None),
    )
    found = _one(world)
    assert found.verdict is Verdict.WORSE
    assert found.size.value == 5_000
    assert found.size.unit == "people"
    assert found.size.modelled
    assert found.size.lower is not None
    assert found.size.upper is not None
    assert 3_900 < found.size.lower < 5_000 < found.size.upper < 6_100
    assert "About 5,000 more people in work would close the gap with the United Kingdom" in found.sentence
    assert found.ages == "16 to 64"
    assert summed_up(found) == "5,000 people"


def test_where_chance_cannot_be_told_apart_the_need_is_there_and_says_so() -> None:
    world = _world(
        ("employment-rate", TOWN, "2023", 74.0, 68.0, 80.0),
        ("employment-rate", UK, "2023", 75.0, 74.9, 75.1),
        ("working-age-population", TOWN, "2021", 50_000, None, None),
    )
    found = _one(world)
    assert found.verdict is Verdict.CANNOT_TELL
    assert "We cannot tell whether this is a true difference" in found.sentence
    assert "If the difference is a true one, about 500 more people" in found.sentence
    assert found.size.lower == 0


def test_a_place_on_the_better_side_has_no_such_need_unless_every_one_is_asked_for() -> None:
    world = _world(("employment-rate", TOWN, "2023", 80.0, 79.0, 81.0), ("employment-rate", UK, "2023", 75.0, 74.9, 75.1))
    assert needs(world, TOWN) == ()
    found = _one(world, every=True)
    assert found.verdict is Verdict.BETTER
    assert "would close the gap" not in found.sentence


def test_without_a_count_of_people_the_need_has_no_size_and_says_why() -> None:
    world = _world(("employment-rate", TOWN, "2023", 65.0, 63.0, 67.0), ("employment-rate", UK, "2023", 75.0, 74.9, 75.1))
    found = _one(world)
    assert found.size.value is None
    assert found.size.how == "No number of people aged 16 to 64 is held for Hartlepool."
    assert summed_up(found) == "not sized"
    assert found.record()["need_unit"] == ""


def test_without_a_margin_of_error_there_is_no_verdict() -> None:
    world = _world(
        ("claimant-count", TOWN, "2025", 5.0, None, None),
        ("claimant-count", UK, "2025", 4.0, None, None),
        ("working-age-population", TOWN, "2021", 50_000, None, None),
    )
    found = _one(world, "unemployment")
    assert found.verdict is Verdict.NOT_COMPARABLE
    assert found.size.value == 500
    assert found.people == 2_500


def test_the_widest_comparator_with_a_figure_is_taken() -> None:
    world = _world(("claimant-count", TOWN, "2025", 5.0, None, None), ("claimant-count", ENGLAND, "2025", 4.0, None, None))
    assert _one(world, "unemployment").against == "England"


def test_years_of_life_are_not_made_into_people() -> None:
    world = _world(
        ("healthy-life-expectancy-female", TOWN, "2023", 51.0, 50.0, 52.0),
        ("healthy-life-expectancy-female", UK, "2023", 61.0, 60.9, 61.1),
    )
    found = _one(world, "healthy-years")
    assert found.size.value is None
    assert found.size.how == "A gap in years of life is not a number of people."


def _need(key: str, verdict: Verdict, distance: float | None, size: float | None, unit: str = "people") -> Need:
    world = _world(("claimant-count", TOWN, "2025", 5.0, None, None), ("claimant-count", UK, "2025", 4.0, None, None))
    return replace(_one(world, "unemployment"), id=key, verdict=verdict, distance=distance, size=Size(size, unit, ""))


def test_the_order_is_the_one_that_is_stated() -> None:
    wanted = [
        _need("far-sure-many", Verdict.WORSE, 1.2, 900),
        _need("far-sure-few", Verdict.WORSE, 3.0, 10),
        _need("far-sure-pounds", Verdict.WORSE, 3.0, 1e9, "£ a year"),
        _need("far-no-margin", Verdict.NOT_COMPARABLE, 2.0, 5_000),
        _need("some-way", Verdict.WORSE, 0.6, 9_000),
        _need("a-little", Verdict.WORSE, 0.1, 9_000),
        _need("not-known", Verdict.WORSE, None, 9_000),
        _need("cannot-tell", Verdict.CANNOT_TELL, 2.0, 9_000),
        _need("better", Verdict.BETTER, 4.0, 9_000),
    ]
    assert [item.id for item in ordered(reversed(wanted))] == [item.id for item in wanted]


def test_every_measure_has_a_name_and_says_what_would_close_its_gap_or_why_it_has_no_size() -> None:
    assert len(NAMES) == len(MEASURES) + 3
    for measure in MEASURES:
        assert measure.closes or measure.why_unsized, measure.id
