"""What has worked, in a plan: by need, failures told, pairs kept together, and honest where nothing is known."""

import pytest

from levelling.atlas import Atlas
from levelling.plan.document import Bullets, Group, Label, Section, Table, plain
from levelling.plan.sections.worked import section
from levelling.plan.view import View
from levelling.practice.cases import library

ATLAS = Atlas.open()
PLACES = ("Hartlepool", "Fife", "Isles of Scilly", "Greater Manchester", "Wales", "Belfast")


@pytest.fixture(scope="module", params=PLACES)
def made(request: pytest.FixtureRequest) -> tuple[View, Section]:
    view = View(ATLAS, ATLAS.area(request.param))
    found = section(view)
    assert found is not None
    return view, found


def groups(made: Section) -> list[Group]:
    return [block for block in made.blocks if isinstance(block, Group)]


def names(group: Group) -> list[str]:
    (bullets,) = (block for block in group.blocks if isinstance(block, Bullets))
    return [item[0].text for item in bullets.items if isinstance(item[0], Label)]


def test_every_group_is_a_need_of_the_place(made: tuple[View, Section]) -> None:
    view, found = made
    assert 1 <= len(groups(found)) <= 4
    assert {group.title for group in groups(found)} <= {need.name for need in view.needs}


def test_no_case_is_told_twice_and_failures_are_told(made: tuple[View, Section]) -> None:
    told = [name for group in groups(made[1]) for name in names(group)]
    assert len(told) == len(set(told))
    cases = {case.name: case for case in library()}
    assert any(cases[name].failed for name in told)
    assert all(cases[name].maryland >= 3 or cases[name].read_with for name in told)


def test_what_contradicts_a_case_stands_beside_it(made: tuple[View, Section]) -> None:
    told = {name for group in groups(made[1]) for name in names(group)}
    pair = {library().get(name).name for name in ("thrive-into-work", "sheffield-health-led-trial")}
    assert not pair & told or pair <= told


def test_how_sure_and_the_whole_list_are_shown(made: tuple[View, Section]) -> None:
    sure, every = (block for block in made[1].blocks if isinstance(block, Table))
    ways = {plain(row[0]): plain(row[1]) for row in sure.rows}
    assert set(ways.values()) <= {"Strong", "Fair", "Thin", "Mixed", "No clear effect found", "Harm found", "Not known"}
    assert all(plain(row[4]).strip() for row in every.rows), "each says how it is like here"


def test_a_need_without_a_case_is_owned_up_to() -> None:
    found = section(View(ATLAS, ATLAS.area("Hartlepool")))
    assert found is not None
    said = " ".join(plain(block.text) for block in found.blocks if hasattr(block, "text"))
    assert "For these needs the library holds no case" in said
    assert "unpaid carers" in said
