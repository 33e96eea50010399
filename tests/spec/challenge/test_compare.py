"""How an area is compared: a few figures, and the answer. Read in order, these are the rules of comparison."""

from collections.abc import Sequence

import pytest

from levelling.challenge import compare
from levelling.core.area import Area
from levelling.core.comparison import Comparator, Comparison, Verdict
from levelling.core.estimate import Status
from levelling.core.indicator import Direction, Movement
from tests.challenge_world import (
    BELFAST,
    ENGLAND,
    EW,
    GB,
    NORTH_EAST,
    NORTHERN_IRELAND,
    OTHERS,
    SOUTH_EAST,
    TOWN,
    UK,
    Row,
    World,
    indicator,
)

RATE = "employment-rate"
HERE: Row = (RATE, TOWN, "2023", 66.0, 61.0, 71.0)
THERE: Row = (RATE, UK, "2023", 75.0, 74.7, 75.3)


def answer(found: Sequence[Comparison], kind: Comparator = Comparator.UK) -> Comparison:
    return next(item for item in found if item.comparator == kind)


def test_a_difference_has_an_interval_a_p_value_and_a_verdict() -> None:
    item = answer(compare(World([indicator()], [HERE, THERE]), TOWN))
    assert (item.comparator_name, item.difference, item.verdict) == ("United Kingdom", -9.0, Verdict.WORSE)
    assert item.lower == pytest.approx(-14.01, abs=0.02)
    assert item.upper == pytest.approx(-3.99, abs=0.02)
    assert item.p_value is not None
    assert item.p_value < 0.001


@pytest.mark.parametrize(
    ("direction", "verdict"),
    [
        (Direction.HIGHER_BETTER, Verdict.WORSE),
        (Direction.LOWER_BETTER, Verdict.BETTER),
        (Direction.NEITHER, Verdict.LOWER),
    ],
)
def test_which_way_is_good_makes_the_verdict(direction: Direction, verdict: Verdict) -> None:
    assert answer(compare(World([indicator(direction=direction)], [HERE, THERE]), TOWN)).verdict == verdict


def test_a_difference_within_the_margin_of_error_cannot_be_told() -> None:
    rows: list[Row] = [(RATE, TOWN, "2023", 72.0, 67.0, 77.0), THERE]
    assert answer(compare(World([indicator()], rows), TOWN)).verdict == Verdict.CANNOT_TELL


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ([(RATE, TOWN, "2023", 66.0, None, None), THERE], "Hartlepool"),
        ([HERE, (RATE, UK, "2023", 75.0, None, None)], "the United Kingdom"),
        ([(RATE, TOWN, "2023", 66.0, None, None), (RATE, UK, "2023", 75.0, None, None)], "Hartlepool or the United Kingdom"),
    ],
)
def test_without_an_interval_the_difference_is_given_and_no_verdict(rows: list[Row], named: str) -> None:
    item = answer(compare(World([indicator()], rows), TOWN))
    assert (item.difference, item.lower, item.p_value) == (-9.0, None, None)
    assert item.verdict == Verdict.NOT_COMPARABLE
    assert item.reason.startswith(f"No interval is published for {named},")


def test_a_value_outside_its_own_interval_is_not_trusted_with_a_verdict() -> None:
    rows: list[Row] = [(RATE, TOWN, "2023", 66.0, 70.0, 71.0), THERE]
    assert answer(compare(World([indicator()], rows), TOWN)).verdict == Verdict.NOT_COMPARABLE


def test_the_newest_period_both_have_is_compared_and_said() -> None:
    rows: list[Row] = [HERE, (RATE, TOWN, "2022", 68.0, 64.0, 72.0), (RATE, UK, "2022", 75.5, 75.2, 75.8)]
    item = answer(compare(World([indicator()], rows), TOWN))
    assert (item.estimate.period.iso, item.against and item.against.period.iso) == ("2022", "2022")
    assert item.reason == "Compared for 2022, the newest period published for the United Kingdom too."


def test_different_periods_are_never_compared() -> None:
    item = answer(compare(World([indicator()], [HERE, (RATE, UK, "2019", 75.0, 74.7, 75.3)]), TOWN))
    assert (item.against, item.difference, item.verdict) == (None, None, Verdict.NOT_COMPARABLE)
    assert (
        item.reason == "The figures for the United Kingdom, Great Britain or England and Wales are for other periods than 2023."
    )


def test_different_definitions_are_never_compared() -> None:
    own = f"{RATE}-ni"
    rows: list[Row] = [
        (own, BELFAST, "2023", 66.0, 61.0, 71.0),
        (own, NORTHERN_IRELAND, "2023", 72.0, 71.0, 73.0),
        THERE,
    ]
    found = compare(World([indicator(), indicator(own)], rows), BELFAST)
    assert answer(found).verdict == Verdict.NOT_COMPARABLE
    assert "measured another way ('Employment rate')" in answer(found).reason
    assert answer(found, Comparator.NATION).difference == -6.0


def test_counts_are_not_compared() -> None:
    rows: list[Row] = [(RATE, TOWN, "2023", 100.0, 90.0, 110.0), (RATE, UK, "2023", 9000.0, 8900.0, 9100.0)]
    item = answer(compare(World([indicator(movement=Movement.SUM)], rows), TOWN))
    assert (item.difference, item.verdict) == (None, Verdict.NOT_COMPARABLE)
    assert item.reason.startswith("A count grows with the number of people")


def test_a_figure_made_from_other_areas_gets_no_verdict() -> None:
    rows: list[Row] = [(RATE, TOWN, "2023", 66.0, None, None), THERE]
    item = answer(compare(World([indicator()], rows, moved=[RATE]), TOWN))
    assert (item.difference, item.verdict) == (-9.0, Verdict.NOT_COMPARABLE)
    assert item.reason.startswith("The figure for Hartlepool is made from those of other areas")


def test_a_figure_published_for_the_same_people_under_another_code_keeps_its_interval_and_verdict() -> None:
    assert answer(compare(World([indicator()], [HERE, THERE], moved=[RATE]), TOWN)).verdict == Verdict.WORSE


def test_an_unreliable_figure_keeps_its_verdict_and_carries_a_warning() -> None:
    item = answer(compare(World([indicator()], [HERE, THERE], status={TOWN.code: Status.UNRELIABLE}), TOWN))
    assert item.verdict == Verdict.WORSE
    assert item.reason == "The publisher marks the figure for Hartlepool as unreliable."


@pytest.mark.parametrize(
    ("given", "name"), [([UK, GB, EW], "United Kingdom"), ([GB, EW], "Great Britain"), ([EW], "England and Wales")]
)
def test_the_widest_area_the_publisher_gives_is_taken_and_named(given: list[Area], name: str) -> None:
    rows: list[Row] = [HERE, *((RATE, area, "2023", 75.0, 74.7, 75.3) for area in given)]
    assert answer(compare(World([indicator()], rows), TOWN)).comparator_name == name


def test_a_wider_area_with_older_figures_gives_way_to_a_newer_one() -> None:
    rows: list[Row] = [
        HERE,
        (RATE, TOWN, "2010", 60.0, 55.0, 65.0),
        (RATE, UK, "2010", 70.0, 69.0, 71.0),
        (RATE, GB, "2023", 75.0, 74.7, 75.3),
    ]
    assert answer(compare(World([indicator()], rows), TOWN)).comparator_name == "Great Britain"


def test_an_area_in_england_has_four_comparators_and_any_asked_for() -> None:
    rows: list[Row] = [
        HERE,
        THERE,
        *((RATE, area, "2023", 74.0, 73.0, 75.0) for area in (ENGLAND, NORTH_EAST, SOUTH_EAST, *OTHERS)),
    ]
    found = compare(World([indicator()], rows, alike=[*OTHERS, TOWN]), TOWN, against=[SOUTH_EAST])
    assert [item.comparator_name for item in found] == [
        "United Kingdom",
        "England",
        "North East",
        "8 statistical neighbours",
        "South East",
    ]


def test_an_area_is_never_its_own_comparator() -> None:
    rows: list[Row] = [THERE, (RATE, ENGLAND, "2023", 75.5, 75.2, 75.8)]
    world = World([indicator()], rows)
    assert [item.comparator for item in compare(world, ENGLAND)] == [Comparator.UK]
    assert compare(world, UK) == ()
    assert compare(world, UK, against=[UK]) == ()


def test_outside_england_there_is_no_region() -> None:
    rows: list[Row] = [(RATE, BELFAST, "2023", 66.0, 61.0, 71.0), THERE, (RATE, NORTHERN_IRELAND, "2023", 72.0, 71.0, 73.0)]
    assert [item.comparator for item in compare(World([indicator()], rows), BELFAST)] == [Comparator.UK, Comparator.NATION]


def test_neighbours_are_held_against_as_their_plain_mean() -> None:
    rows: list[Row] = [HERE, *((RATE, area, "2023", 70.0 + i, 66.0 + i, 74.0 + i) for i, area in enumerate(OTHERS))]
    item = answer(compare(World([indicator()], rows, alike=OTHERS), TOWN), Comparator.NEIGHBOURS)
    assert item.against is not None
    assert item.against.value == 73.5
    assert item.against.upper == pytest.approx(73.5 + 4 / 8**0.5)
    assert item.against.moved is not None
    assert item.against.moved.parts == 8


def test_neighbours_without_a_figure_are_left_out_and_their_number_is_said() -> None:
    rows: list[Row] = [HERE, *((RATE, area, "2023", 70.0, 66.0, 74.0) for area in OTHERS[:5])]
    assert answer(compare(World([indicator()], rows, alike=OTHERS), TOWN), Comparator.NEIGHBOURS).comparator_name == (
        "5 of 8 statistical neighbours"
    )


def test_too_few_neighbours_are_not_held_against() -> None:
    rows: list[Row] = [HERE, *((RATE, area, "2023", 70.0, 66.0, 74.0) for area in OTHERS[:3])]
    item = answer(compare(World([indicator()], rows, alike=OTHERS), TOWN), Comparator.NEIGHBOURS)
    assert (item.verdict, item.difference) == (Verdict.NOT_COMPARABLE, None)
    assert item.reason == "Too few of the 8 statistical neighbours have a figure for 2023."


def test_among_many_comparisons_a_lone_small_p_value_is_not_enough() -> None:
    slugs = [f"rate-{n}" for n in range(20)]
    rows: list[Row] = [
        row for slug in slugs for row in [(slug, TOWN, "2023", 75.0, 70.0, 80.0), (slug, UK, "2023", 75.0, 74.7, 75.3)]
    ]
    rows[0] = (slugs[0], TOWN, "2023", 69.5, 64.5, 74.5)
    found = compare(World([indicator(slug) for slug in slugs], rows), TOWN)
    lone = next(item for item in found if item.estimate.indicator.slug == slugs[0])
    assert lone.p_value is not None
    assert lone.adjusted_p is not None
    assert lone.p_value < 0.05 < lone.adjusted_p
    assert lone.verdict == Verdict.CANNOT_TELL
    assert lone.reason == "Taken alone it would count as a difference; among 20 comparisons it may be chance."


def test_an_indicator_without_a_value_here_is_not_compared() -> None:
    assert compare(World([indicator()], [(RATE, TOWN, "2023", None, None, None), THERE]), TOWN) == ()
