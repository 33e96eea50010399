"""The catalogue of occupations and skills: how a name finds one, and what is said where none does."""

import pytest

from levelling.atlas import Atlas
from levelling.core.errors import UserError
from levelling.jobs.occupations import Catalogue, Loss, Occupation, Skill, load


def occupation(key: str, label: str, *titles: str) -> Occupation:
    return Occupation(key, label, "7112", frozenset(), frozenset(), (), "", None, None, None, "", frozenset(), titles)


@pytest.fixture
def catalogue() -> Catalogue:
    items = (
        occupation("a", "bricklayer", "brick layer", "builder"),
        occupation("b", "tuck pointer", "pointer", "builder", "bricklayer"),
    )
    skill = Skill("mix-mortar", "mix builder’s mortar", "", 1.0)
    return Catalogue({item.key: item for item in items}, {skill.key: skill})


@pytest.mark.parametrize("name", ["bricklayer", "Brick  Layer ", "BRICKLAYER"])
def test_a_name_finds_an_occupation_however_it_is_written_and_its_own_label_comes_first(catalogue: Catalogue, name: str) -> None:
    assert catalogue.by_label(name).key == "a"


def test_another_name_finds_one(catalogue: Catalogue) -> None:
    assert catalogue.by_label("pointer").key == "b"
    assert catalogue.skill_by_label("Mix builder's mortar").key == "mix-mortar"


def test_a_name_that_several_have_is_not_guessed(catalogue: Catalogue) -> None:
    with pytest.raises(UserError, match=r"2 occupations go by the name 'Builder'. Did you mean: bricklayer; tuck pointer\?"):
        catalogue.by_label("Builder")


def test_a_name_near_another_is_offered(catalogue: Catalogue) -> None:
    with pytest.raises(UserError, match=r"No occupation goes by the name 'bricklayr'. Did you mean: bricklayer"):
        catalogue.by_label("bricklayr")
    with pytest.raises(UserError, match=r"No skill goes by the name 'mix mortar'"):
        catalogue.skill_by_label("mix mortar")


def test_a_long_name_is_not_echoed_whole(catalogue: Catalogue) -> None:
    with pytest.raises(UserError) as caught:
        catalogue.by_label("x" * 100_000)
    assert len(str(caught.value)) < 300


def test_keys(catalogue: Catalogue) -> None:
    assert catalogue.by_key("a").label == "bricklayer"
    assert catalogue.skill_by_key("mix-mortar").rarity == 1.0
    with pytest.raises(UserError, match=r"There is no skill with the key 'mix-morta'. Did you mean: mix-mortar\?"):
        catalogue.skill_by_key("mix-morta")
    with pytest.raises(UserError, match="There is no occupation with the key 'z'"):
        catalogue.by_key("z")


def test_a_loss_reads_as_a_sentence() -> None:
    assert str(Loss("occupations have no risk of automation", 1414, 3039)) == (
        "1,414 of 3,039 occupations have no risk of automation"
    )


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("counsellor", "social counsellor"),
        ("Delivery Driver", "car and van delivery driver"),
        ("teaching assistant", "primary school teaching assistant"),
        ("landscape gardener", "landscape gardener"),
    ],
)
def test_a_name_of_escos_that_means_something_else_here_is_turned_and_a_preferred_one_never(name: str, label: str) -> None:
    assert load(Atlas.open()).by_label(name).label == label
