import pytest

from levelling.atlas.names import LONGEST_NAME, bare, nearest, plain, split_level
from levelling.core.area import Level


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ynys Môn", "ynys mon"),
        ("Stoke-on-Trent", "STOKE ON TRENT"),
        ("King's Lynn and West Norfolk", "Kings Lynn & West Norfolk"),
        ("King’s Lynn", "King's Lynn"),
        ("St. Helens", "St Helens"),
        ("  Hartlepool\t", "Hartlepool"),
        ("Ｈull", "hull"),
    ],
)
def test_spellings_of_one_name_are_equal(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def test_different_names_stay_different() -> None:
    assert plain("Newport") != plain("Newham")
    assert bare("West Dorset") != bare("Dorset")


@pytest.mark.parametrize(
    ("full", "left"),
    [
        ("Bristol, City of", "bristol"),
        ("City and County of Swansea Council", "swansea"),
        ("Royal Borough of Kensington and Chelsea", "kensington chelsea"),
        ("NHS Black Country Integrated Care Board", "black country"),
        ("Northern Health and Social Care Trust", "northern"),
        ("City Council", ""),
    ],
)
def test_the_words_around_a_name_are_dropped(full: str, left: str) -> None:
    assert bare(full) == left


def test_a_very_long_name_costs_no_more_than_a_long_one() -> None:
    assert len(plain("x" * 1_000_000)) == LONGEST_NAME


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("North East (region)", "North East", Level.REGION),
        ("North East (combined authority)", "North East", Level.CAUTH),
        ("Hartlepool (travel-to-work area)", "Hartlepool", Level.TTWA),
        ("Wales (country)", "Wales", Level.NATION),
        ("Tees Valley Mayoral Combined Authority", "Tees Valley", Level.CAUTH),
        ("Sussex ICB", "Sussex", Level.ICB),
        ("Ynys Môn (Isle of Anglesey)", "Ynys Môn (Isle of Anglesey)", None),
        ("(region)", "(region)", None),
        ("Police", "Police", None),
        ("Hartlepool", "Hartlepool", None),
    ],
)
def test_the_level_asked_for_is_read_off_the_name(text: str, name: str, level: Level | None) -> None:
    assert split_level(text) == (name, level)


def test_the_nearest_names_come_best_first() -> None:
    known = ["manchester", "chester", "greater manchester", "dorchester", "hartlepool"]
    assert nearest("Machester", known)[0] == "manchester"


def test_a_name_that_begins_with_what_was_typed_is_offered() -> None:
    assert nearest("barrow", ["barrow in furness", "harrow", "yarrow"])[0] == "barrow in furness"


def test_nothing_is_offered_for_what_is_like_nothing() -> None:
    assert nearest("xyzzy", ["hartlepool", "darlington"]) == []
    assert nearest("", ["hartlepool"]) == []
