"""Skills found in free text: what adverts ask for, and nothing of what they say about themselves."""

import pytest

from levelling.atlas import Atlas
from levelling.jobs.occupations import Catalogue, Occupation, Skill, Wording, load


def skill(key: str, label: str, kind: str = "skill") -> Skill:
    return Skill(key, label, "", 1.0, kind)


SMALL = {
    item.key: item
    for item in (
        skill("a", "manage staff"),
        skill("b", "staff"),
        skill("c", "use power tools"),
        skill("d", "LESS", "knowledge"),
        skill("e", "food safety standards", "knowledge"),
    )
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Atlas.open())


@pytest.fixture(scope="module")
def wording(catalogue: Catalogue) -> Wording:
    return Wording.of(catalogue)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("You will manage staff.", ["a"]),
        ("Managing a small team of staff", ["a"]),
        ("Experience of staff management", ["a"]),
        ("management of our staff", ["a"]),
        ("management staff welcome", ["b"]),
        ("Manage the van. Our staff are kind.", ["b"]),
        ("power tools", ["c"]),
        ("<ul><li>Power tools</li><li>Food safety standards</li></ul>", ["e", "c"]),
        ("safety of food", []),
        ("work for less money", []),
    ],
)
def test_words_of_a_skill_are_found_where_they_stand_as_a_phrase(text: str, keys: list[str]) -> None:
    assert [found.key for found in Wording(SMALL).skills(text)] == keys


def test_a_word_of_many_meanings_counts_for_an_occupation_that_asks_for_it() -> None:
    nothing = frozenset[str]()
    developer = Occupation("o", "web developer", "2513", frozenset({"d"}), nothing, (), "", None, None, None, "", nothing)
    wording = Wording(SMALL, {"o": developer})
    assert [found.key for found in wording.skills("CSS and LESS", "o")] == ["d"]
    assert wording.skills("CSS and LESS") == []


@pytest.mark.parametrize(
    "text",
    [
        "We are an equal opportunities employer and support our managers to manage staff without regard to age.",
        "We offer a pension, 33 days annual leave and time to manage staff.",
        "The Trust is one of the largest in England; the trust has many who manage staff.",
        "To apply, send your CV and say how you manage staff.",
        "No experience of managing staff is needed.",
    ],
)
def test_what_is_not_about_the_work_adds_no_skills(text: str) -> None:
    assert Wording(SMALL).skills(text) == []


def test_an_advert_names_its_skills_as_escos(wording: Wording) -> None:
    text = (
        "Busy warehouse needs a driver. Duties: stock control; order picking; loading.\n"
        "You will need a full driving licence, a forklift licence and good IT skills, and be a team player.\n"
        "About us: we are an award winning firm with leading customer service."
    )
    labels = {found.label for found in wording.skills(text)}
    assert {"monitor stock level", "drive vehicles", "operate forklift", "have computer literacy", "work in teams"} <= labels
    assert "customer service" not in labels


@pytest.mark.parametrize(
    ("entry", "labels"),
    [
        ("Excel", {"use spreadsheets software"}),
        ("Good IT skills", {"have computer literacy"}),
        ("driving", {"drive vehicles"}),
        ("full clean driving licence", {"drive vehicles"}),
        ("picking and packing", {"pick orders for dispatching", "pack goods"}),
        ("I have managed a team of ten", {"manage a team", "manage staff"}),
        ("answering the phone; email us", {"answer incoming calls"}),
        ("juggling with eels", set()),
        ("", set()),
    ],
)
def test_an_entry_of_a_list_is_a_skill_in_peoples_own_words(wording: Wording, entry: str, labels: set[str]) -> None:
    assert {found.label for found in wording.listed(entry)} == labels


def test_words_that_are_a_skill_in_a_list_may_be_none_in_a_text(wording: Wording) -> None:
    assert [found.label for found in wording.listed("driving")] == ["drive vehicles"]
    assert wording.skills("You will be driving change.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Our management and staff are kind.",  # a noun made of a verb, without its object
        "Manage the van, lead the staff.",  # a comma parts them
        "a programme to power, and tools",
        "power and tools",  # an 'and' parts what belongs together
    ],
)
def test_words_that_do_not_belong_together_are_no_skill(text: str) -> None:
    assert {skill.key for skill in Wording(SMALL).skills(text)} <= {"b"}


def test_of_skills_in_the_same_words_the_occupations_is_meant_else_the_one_whose_whole_name_is_there() -> None:
    nothing = frozenset[str]()
    skills = {"m": skill("m", "data analysis", "knowledge"), "p": skill("p", "perform data analysis")}
    analyst = Occupation("o", "analyst", "2511", frozenset({"p"}), nothing, (), "", None, None, None, "", nothing)
    wording = Wording(skills, {"o": analyst})
    assert [found.key for found in wording.skills("data analysis")] == ["m"]
    assert [found.key for found in wording.skills("data analysis", "o")] == ["p"]


def test_a_field_of_one_word_counts_only_for_an_occupation_that_asks_for_it() -> None:
    nothing = frozenset[str]()
    skills = {"n": skill("n", "neurology", "knowledge"), "s": skill("s", "SQL", "knowledge")}
    nurse = Occupation("o", "nurse", "2221", nothing, frozenset({"n"}), (), "", None, None, None, "", nothing)
    text = "Neurology, and SQL."
    assert [found.key for found in Wording(skills).skills(text)] == ["s"]
    assert [found.key for found in Wording(skills, {"o": nurse}).skills(text, "o")] == ["s", "n"]


def test_every_skill_with_words_of_its_own_is_one_of_escos(catalogue: Catalogue, wording: Wording) -> None:
    labels = {item.label for item in catalogue.skills.values()}
    assert {*wording.words.also_said, *wording.words.doubtful, *wording.words.listed.values()} <= labels
