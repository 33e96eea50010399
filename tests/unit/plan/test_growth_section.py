"""The section on growth in the plan of a real place."""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.plan.document import Figure, Paragraph, Section, Table, plain
from levelling.plan.sections.growth import section
from levelling.plan.view import View


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def written(atlas: Atlas, name: str, level: Level | None = None) -> Section | None:
    return section(View(atlas, atlas.area(name, level)))


def lead(found: Section | None) -> str:
    assert found is not None
    first = found.blocks[0]
    assert isinstance(first, Paragraph)
    return plain(first.text)


def table(found: Section | None) -> list[list[str]]:
    assert found is not None
    return [[plain(cell) for cell in row] for block in found.blocks if isinstance(block, Table) for row in block.rows]


def test_a_district_and_the_itl3_area_it_lies_in(atlas: Atlas) -> None:
    found = written(atlas, "Hartlepool")
    assert "By output per hour worked it stood at 73 in 2008" in lead(found)
    assert "We cannot tell which kind of growth" in lead(found)
    assert [row[:2] for row in table(found)] == [
        ["Hartlepool", "local authority"],
        ["Hartlepool and Stockton-on-Tees", "ITL3 area"],
    ]


def test_the_drawing_starts_everyone_at_a_hundred_and_holds_the_region(atlas: Atlas) -> None:
    found = written(atlas, "Hartlepool")
    assert found is not None
    (figure,) = [block for block in found.blocks if isinstance(block, Figure)]
    assert figure.table.columns == ("Year", "Hartlepool", "Hartlepool and Stockton-on-Tees", "North East", "United Kingdom")
    assert [plain(cell) for cell in figure.table.rows[0]] == ["2008", "100.0", "100.0", "100.0", "100.0"]
    assert (
        plain(figure.sentence)
        == "From 2008 to 2022 Hartlepool grew less than its region or nation: 10.2%, against 15.5% in the North East."
    )


def test_a_district_in_two_itl3_areas_stands_alone(atlas: Atlas) -> None:
    assert [row[0] for row in table(written(atlas, "Cumberland"))] == ["Cumberland"]


def test_a_combined_authority_has_published_figures_of_its_own(atlas: Atlas) -> None:
    assert [row[:2] for row in table(written(atlas, "Tees Valley", Level.CAUTH))] == [["Tees Valley", "combined authority"]]


def test_a_county_is_told_by_its_authorities(atlas: Atlas) -> None:
    found = written(atlas, "Hampshire", Level.COUNTY)
    assert lead(found).startswith(
        "Output per hour worked is not published for counties. By its local authorities, from 2008 to 2022"
    )
    assert "Eastleigh" in lead(found)


def test_the_uk_is_not_held_against_itself(atlas: Atlas) -> None:
    assert written(atlas, "United Kingdom") is None
