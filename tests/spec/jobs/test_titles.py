"""Titles of adverts find occupations, by a small catalogue read by eye and by the whole of ESCO."""

from dataclasses import replace

import pytest

from levelling.atlas import Atlas
from levelling.jobs.occupations import Catalogue, Occupation, Titles, load
from levelling.jobs.occupations.title_words import title_words


def occupation(key: str, label: str, *titles: str) -> Occupation:
    nothing = frozenset[str]()
    return Occupation(key, label, "0000", nothing, nothing, (), "", None, None, None, "", nothing, titles)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Atlas.open())


@pytest.fixture(scope="module")
def titles(catalogue: Catalogue) -> Titles:
    return Titles.of(catalogue)


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("HCA - Band 2 - Nights", "healthcare assistant"),
        ("Staff Nurse (RGN) - Ward 7, Leeds - £24,907 pa", "nurse responsible for general care"),
        ("HGV Class 1 Driver", "cargo vehicle driver"),
        ("Part Time TA (KS1) - term time only", "primary school teaching assistant"),
        ("Bricklayer", "bricklayer"),
        ("Warehouse Operative - immediate start!", "warehouse worker"),
        ("Paralegal (fixed term)", "legal assistant"),
        ("Solicitor", "lawyer"),
        ("Cleaners wanted", "building cleaner"),
        ("Band 4 – Psychological Wellbeing Practioner", "assistant clinical psychologist"),
        ("CARE ASSISTANT (bank)", "care home worker"),
    ],
)
def test_a_title_finds_its_occupation(catalogue: Catalogue, titles: Titles, title: str, label: str) -> None:
    assert catalogue.occupations[titles.find(title)[0].key].label == label


@pytest.mark.parametrize("title", ["", "   ", "£20,000", "Zzyzx qwertle", "Band 5", "🎉🎉🎉", "Full time - Leeds", "of the"])
def test_what_names_no_work_finds_nothing(titles: Titles, title: str) -> None:
    assert titles.find(title) == []


def test_the_answer_says_which_name_met_and_which_words_they_share() -> None:
    titles = Titles({"a": occupation("a", "dry stone waller", "dyke builder"), "b": occupation("b", "stone cutter")})
    found = titles.find("Dry-Stone Wallers, Cumbria")
    assert (found[0].key, found[0].why.label, found[0].why.words) == ("a", "dry stone waller", ("dry", "stone", "waller"))
    assert found[0].score > 0.85


def test_of_equally_near_occupations_the_first_key_comes_first() -> None:
    titles = Titles({key: occupation(key, f"{key} person", "grommet fixer") for key in ("c", "a", "b")})
    assert [one.key for one in titles.find("grommet fixer", 2)] == ["a", "b"]


def test_many_titles_are_found_as_one_by_one(titles: Titles) -> None:
    some = ["Chef de partie", "chef de partie", "Nonsensical", "IT Support Engineer", "Chef de partie"]
    assert titles.find_all(some, 3) == [titles.find(title, 3) for title in some]


def test_an_empty_catalogue_finds_nothing() -> None:
    assert Titles({}).find("nurse") == []


def test_an_employers_name_tells_what_the_title_leaves_open(catalogue: Catalogue, titles: Titles) -> None:
    told = [titles.find("Porter", 1, employer=employer)[0].key for employer in ("Acme Ltd", "Seaview Hotel")]
    assert [catalogue.occupations[key].label for key in told] == ["hospital porter", "hotel porter"]
    assert catalogue.occupations[titles.find("Theatre porter", 1, employer="Acme")[0].key].label == "hospital porter"


def test_a_rank_alone_is_no_occupation(titles: Titles) -> None:
    assert titles.find("Senior Team Leader") == []
    assert titles.find("Deputy - Band 7") == []


@pytest.mark.parametrize(
    "title",
    [
        *("Team Member", "Board Member", "Shift Supervisor", "Night Shift Worker", "Casual Worker", "Assistant Manager"),
        *("Volunteer", "General Assistant", "Officer", "Community Champion", "Team Manager (nights)", "Non-Executive Director"),
    ],
)
def test_words_that_name_workers_of_many_kinds_find_none_by_themselves(titles: Titles, title: str) -> None:
    assert titles.find(title) == []


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Urgent Care Practitioner", "advanced nurse practitioner"),
        ("Crisis Practitioner - Band 6", "mental health social worker"),
        ("Crew Member", "quick service restaurant crew member"),
        ("Customer Team Member", "shop assistant"),
        ("Kitchen Team Member", "kitchen assistant"),
        ("General Manager", "operations manager"),
        ("Machine Operative", "factory hand"),
        ("Field Service Engineer", "after-sales service technician"),
        ("Administrator", "administrative assistant"),
        ("Project Engineer", "rail project engineer"),
    ],
)
def test_common_titles_of_the_uk_find_what_they_mean(catalogue: Catalogue, titles: Titles, title: str, label: str) -> None:
    assert catalogue.occupations[titles.find(title)[0].key].label == label


def test_a_name_that_means_other_work_in_the_uk_is_left_out() -> None:
    words = replace(title_words(), misleading=frozenset(["crew member"]))
    sailor = {"a": occupation("a", "sailor", "crew member")}
    assert Titles(sailor, words).find("crew member") == []
    assert Titles(sailor, replace(words, misleading=frozenset())).find("crew member")


def test_every_occupation_that_is_called_something_is_one_of_escos(catalogue: Catalogue) -> None:
    words = title_words()
    labels = {item.label for item in catalogue.occupations.values()}
    named = {*words.also_called, *words.settings, *(meant for choices in words.settings.values() for _, meant in choices)}
    assert named <= labels


def test_the_names_of_a_catalogue_are_made_once_and_those_of_another_anew() -> None:
    one, other = (Catalogue({key: occupation(key, "cook")}, {}) for key in "ab")
    made = Titles.of(one)
    assert Titles.of(one) is made
    assert [found.key for found in Titles.of(other).find("Cook")] == ["b"]
    assert [found.key for found in Titles.of(one).find("Cook")] == ["a"]
