"""Every section of the plan is whole: it has its place, and each figure can be read by one who cannot see it."""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.plan import build
from levelling.plan.build import makers
from levelling.plan.document import Block, Document, Figure, Group, Topics, plain
from levelling.plan.provenance import trace
from levelling.plan.walk import numbers

EXPECTED = [
    *("place", "standouts", "outcomes", "trends", "income", "maps"),  # how the place stands
    *("kinds", "ranks"),  # how sure
    *("groups", "pay", "learning", "health"),  # for whom
    *("growth", "predictors"),  # why
    *("automation", "vulnerability", "future"),  # what may come
    *("demand", "ways"),  # which work is asked for, and ways to it
    *("governance", "help", "anchors", "money", "align"),  # what could change it
    *("worked", "options", "proof"),  # what has worked, and what it would be worth
    *("neighbours", "missing", "sources"),  # behind the page
]


@pytest.fixture(scope="module", params=["Hartlepool", "Belfast", "Isles of Scilly", "Tees Valley"])
def document(request: pytest.FixtureRequest) -> Document:
    atlas = Atlas.open()
    return build(atlas, atlas.area(request.param))


def test_sections_are_in_the_order_of_the_plan_and_each_has_a_place_of_its_own() -> None:
    found = makers()
    assert [maker.name for maker in found] == EXPECTED
    assert len({maker.order for maker in found}) == len(found)


def test_every_figure_has_a_sentence_a_table_and_words_for_its_drawing(document: Document) -> None:
    figures = [figure for section in document.sections for block in section.blocks for figure in _figures(block)]
    assert figures
    for figure in figures:
        assert plain(figure.sentence).strip(), figure.id
        assert figure.table.rows, figure.id
        assert figure.table.caption
        for chart in figure.charts:
            assert len(chart.title) > 5
            assert len(chart.description) > 20


def test_no_two_things_on_the_page_share_an_id(document: Document) -> None:
    ids = [
        chart.id
        for section in document.sections
        for block in section.blocks
        for figure in _figures(block)
        for chart in figure.charts
    ]
    assert len(ids) == len(set(ids))


def test_every_number_can_be_walked_back_to_a_publication_or_to_how_it_was_made(document: Document) -> None:
    for number in numbers(document):
        found = trace(number)
        assert found.what
        assert found.made
        assert found.releases or "Counted" in found.made or found.made.startswith("Quoted from: "), number
        assert all(release.publisher and release.licence and release.address for release in found.releases)


def test_licence_and_boundaries_are_owned_up_to(document: Document) -> None:
    owed = " ".join(document.attributions)
    assert "Open Government Licence v3.0" in owed
    assert "Contains OS data © Crown copyright and database right 2025" in owed
    assert "Open Innovations" in owed


def _figures(block: Block) -> Iterator[Figure]:
    match block:
        case Figure():
            yield block
        case Topics():
            yield from (measure.figure for measure in (*block.people, *block.place))
        case Group():
            for inner in block.blocks:
                yield from _figures(inner)
        case _:
            return
