import pytest

from levelling.atlas.gazetteer import Gazetteer
from levelling.core.area import Area, Level
from levelling.core.errors import AbolishedArea, AmbiguousArea, UnknownArea
from tests.unit.atlas import country


@pytest.fixture
def gazetteer() -> Gazetteer:
    return country.gazetteer()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Cumberland", "E06000063"),
        ("cumberland council", "E06000063"),
        ("E06000063", "E06000063"),
        ("  e06000063 ", "E06000063"),
        ("hull", "E06000010"),
        ("City of Hull", "E06000010"),
        ("Kingston-upon-Hull City Council", "E06000010"),
        ("ynys mon", "W06000001"),
        ("Barnsley", "E08000038"),
        ("E08000016", "E08000038"),
        ("Police Scotland", "S23000009"),
        ("Scotland", "S92000003"),
        ("North East (region)", "E12000001"),
        ("North East Combined Authority", "E47000014"),
        ("Cumbria (police)", "E23000002"),
        ("NHS West CCG", "E38000215"),
        ("West ICB", "E54000048"),
        ("E38000215", "E38000215"),
    ],
)
def test_a_place_is_found_however_it_is_called(gazetteer: Gazetteer, text: str, code: str) -> None:
    assert gazetteer.find(text).code == code


def test_the_level_may_be_given_apart(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("North East", level=Level.CAUTH).code == "E47000014"
    assert gazetteer.find("Cumbria", level=Level.ITL2).code == "TLD1"


def test_an_ambiguous_name_lists_how_to_ask_for_each(gazetteer: Gazetteer) -> None:
    with pytest.raises(AmbiguousArea) as raised:
        gazetteer.find("North East")
    assert raised.value.near == ("North East (cauth)", "North East (region)")
    assert [gazetteer.find(choice).level for choice in raised.value.near] == [Level.CAUTH, Level.REGION]


def test_areas_of_the_same_people_are_not_chosen_between() -> None:
    twins = [country.CUMBERLAND, country.WESTMORLAND, country.CUMBRIA_ITL, country.CUMBRIA_POLICE]
    assert Gazetteer(twins, (), lambda: country.MEMBERS).find("Cumbria").level is Level.ITL2


def test_an_abolished_authority_names_its_successor(gazetteer: Gazetteer) -> None:
    with pytest.raises(AbolishedArea, match=r"abolished in 2023.*Cumberland") as raised:
        gazetteer.find("Allerdale")
    assert raised.value.near == ("Cumberland",)
    assert gazetteer.find("Allerdale", abolished=True) == country.ALLERDALE


def test_an_abolished_county_is_not_swapped_for_a_police_area_of_its_name(gazetteer: Gazetteer) -> None:
    with pytest.raises(AbolishedArea) as raised:
        gazetteer.find("Cumbria")
    assert raised.value.near == ("Cumberland", "Westmorland and Furness", "Cumbria (itl2)")


def test_a_code_that_ended_names_its_successors(gazetteer: Gazetteer) -> None:
    with pytest.raises(AbolishedArea):
        gazetteer.find("E10000006")
    assert gazetteer.find("E10000006", abolished=True) == country.CUMBRIA


def test_a_misspelling_is_suggested(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownArea) as raised:
        gazetteer.find("Cumbreland")
    assert raised.value.near[0] == "Cumberland"


def test_a_name_that_stands_at_another_level_says_which(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownArea, match="No region is called 'Hull'") as raised:
        gazetteer.find("Hull (region)")
    assert raised.value.near == ("Kingston upon Hull, City of (lad)",)


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "()", "(region)", "'", "\x00", "💥", "x" * 10_000, "a; DROP TABLE areas"])
def test_nonsense_gets_one_clear_sentence(gazetteer: Gazetteer, text: str) -> None:
    with pytest.raises(UnknownArea) as raised:
        gazetteer.find(text)
    assert len(str(raised.value)) < 300


def test_get_wants_the_exact_code(gazetteer: Gazetteer) -> None:
    assert gazetteer.get("E07000026") == country.ALLERDALE
    with pytest.raises(UnknownArea, match="E99999999"):
        gazetteer.get("E99999999")
    with pytest.raises(UnknownArea, match="at level ttwa"):
        gazetteer.get("E07000026", Level.TTWA)


def test_all_leaves_out_what_has_ended_unless_the_whole_level_has(gazetteer: Gazetteer) -> None:
    assert country.ALLERDALE not in gazetteer.all(Level.LAD)
    assert country.ALLERDALE in gazetteer.all(Level.LAD, abolished=True)
    assert gazetteer.all(Level.CCG) == [country.WEST_CCG]
    assert gazetteer.all(Level.TTWA) == []


def test_members_and_bodies(gazetteer: Gazetteer) -> None:
    assert gazetteer.members(country.NORTH_REGION) == (country.CUMBERLAND, country.WESTMORLAND)
    assert gazetteer.members(country.CUMBRIA) == (country.ALLERDALE, country.CARLISLE, country.EDEN)
    assert gazetteer.members(country.NORTH_REGION, Level.ICB) == (country.EAST, country.WEST)
    bodies = gazetteer.containing(country.CUMBERLAND)
    assert bodies[Level.REGION] == (country.NORTH_REGION,)
    assert set(bodies[Level.ICB]) == {country.WEST, country.EAST}
    assert Level.COUNTY not in bodies


def test_successors_and_predecessors(gazetteer: Gazetteer) -> None:
    assert gazetteer.successors(country.CUMBRIA) == (country.CUMBERLAND, country.WESTMORLAND)
    assert gazetteer.successors(country.CUMBERLAND) == ()
    assert set(gazetteer.predecessors(country.CUMBERLAND)) == {country.ALLERDALE, country.CARLISLE, country.CUMBRIA}
    assert gazetteer.successors(country.WEST_CCG) == (country.WEST,)


def test_a_code_with_two_areas_of_one_name_is_asked_for_by_code() -> None:
    one, other = (Area(code, "Newtown", Level.TTWA, "E") for code in ("E30000001", "E30000002"))
    with pytest.raises(AmbiguousArea) as raised:
        Gazetteer([one, other]).find("Newtown")
    assert raised.value.near == ("E30000001", "E30000002")


def test_who_says_nhs_means_the_board_and_not_the_council_of_that_name(gazetteer: Gazetteer) -> None:
    board = Area("E54000001", "NHS Ash Integrated Care Board", Level.ICB, "E", population=300)
    council = Area("E06000001", "Ash", Level.LAD, "E", population=100)
    both = Gazetteer([board, council], [], list)
    assert (both.find("NHS Ash"), both.find("Ash")) == (board, council)
    assert Gazetteer([council], [], list).find("NHS Ash") == council


def test_a_name_of_two_lines_is_told_in_one(gazetteer: Gazetteer) -> None:
    with pytest.raises(UnknownArea, match="No area is called 'Here and there'"):
        gazetteer.find("Here\nand\tthere")
