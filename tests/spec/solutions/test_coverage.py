"""How bodies fit: small countries and their answers."""

import pytest

from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.solutions.coverage import BodyKind, alignment, read_as_of
from levelling.solutions.coverage.kinds import kind_of
from levelling.solutions.coverage.phrases import score_words, worst_words
from levelling.solutions.coverage.place import pairs_of
from tests.coverage_world import country

NOVEMBER = Period.parse("2026-11")


def test_a_body_inside_another_fits() -> None:
    found = pairs_of(country([100, 300], [[0], [0, 1]]), frozenset({0}))
    assert [(pair.smaller.people, pair.larger.people, pair.both, pair.outside, pair.nested) for pair in found] == [
        (100, 400, 100, 0, True)
    ]
    assert alignment(found) == 100


def test_two_bodies_that_cross_lose_what_lies_outside() -> None:
    """Place 0 of 100 people under A (0 and 1: 200 people) and B (0 and 2: 400): half of A lives outside B."""
    found = pairs_of(country([100, 100, 300], [[0, 1], [0, 2]]), frozenset({0}))
    (pair,) = found
    assert (pair.smaller.name, pair.both, pair.here, pair.outside) == ("Body 0", 100, 100, 100)
    assert pair.share_outside == 0.5
    assert pair.larger_share_outside == 0.75
    assert pair.apart == 1 - 100 / 500
    assert alignment(found) == 50


def test_a_pair_counts_by_the_people_of_the_place_under_both() -> None:
    """Of 100 people here, 75 are under a board that reaches out; 25 under one that lies within the council."""
    stands = country([75, 25, 225], [[0, 1], [0, 2], [1]])
    found = pairs_of(stands, frozenset({0, 1}))
    fits = {(pair.smaller.name, pair.larger.name): (pair.here, pair.fit) for pair in found}
    # The council of 100 and the board of 300: 75 live in both, which is 75% of the council.
    assert fits == {("Body 0", "Body 1"): (75, 0.75), ("Body 2", "Body 0"): (25, 1.0)}
    assert alignment(found) == pytest.approx(100 * (75 * 0.75 + 25) / 100)
    assert found[0].smaller.name == "Body 0", "what takes most from the score comes first"


def test_bodies_that_share_nobody_are_no_pair() -> None:
    assert pairs_of(country([10, 10], [[0], [1]]), frozenset({0, 1})) == ()


def test_the_economy_and_boards_on_the_ground_of_others_are_not_counted() -> None:
    kinds = [BodyKind.COUNCIL, BodyKind.HWB, BodyKind.TTWA, BodyKind.ICP, BodyKind.EMPLOYABILITY, BodyKind.LSIP]
    assert pairs_of(country([10, 10], [[0], [0], [0, 1], [0], [0], [0, 1]], kinds), frozenset({0})) == ()


def test_the_worst_pair_in_words() -> None:
    (pair,) = pairs_of(country([100, 100, 300], [[0, 1], [0, 2]], [BodyKind.LEP, BodyKind.POLICE]), frozenset({0}))
    assert worst_words(pair) == (
        "The two that fit worst are the Body 0 local enterprise partnership and Body 1 police: 100 of the 200 people under the "
        "first (50%) live outside the second."
    )


def test_a_score_is_never_rounded_up_to_perfect() -> None:
    assert [score_words(score) for score in (100.0, 99.97, 99.94, 51.25)] == ["100.0", "99.9", "99.9", "51.2"]


@pytest.mark.parametrize(
    ("code", "level", "kind"),
    [
        ("E07000037", Level.LAD, BodyKind.DISTRICT),
        ("E06000001", Level.LAD, BodyKind.COUNCIL),
        ("E10000007", Level.COUNTY, BodyKind.COUNTY),
        ("E11000001", Level.COUNTY, None),
        ("E13000001", Level.CITY_REGION, None),
        ("W42000001", Level.CITY_REGION, BodyKind.CITY_REGION),
        ("E12000001", Level.REGION, None),
    ],
)
def test_what_is_a_body_and_what_only_a_unit_of_statistics(code: str, level: Level, kind: BodyKind | None) -> None:
    assert kind_of(Area(code, "A", level, code[0])) is kind


def test_dates_that_can_be_asked_for() -> None:
    assert read_as_of("", NOVEMBER) == NOVEMBER
    assert read_as_of("2020-12", NOVEMBER).label == "December 2020"
    assert read_as_of("2021", NOVEMBER).label == "2021"


@pytest.mark.parametrize(
    ("text", "says"), [("soon", "as_of cannot be 'soon'"), ("2020-03", "begin in April 2020"), ("2027-01", "not come yet")]
)
def test_dates_that_cannot(text: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        read_as_of(text, NOVEMBER)
