"""The section on ranks: one line a measure, the same ranks as the ranking of all, and no table library for it."""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.challenge.rank import rank
from levelling.core.area import Level
from levelling.plan.charts.kinds import Ranges
from levelling.plan.document import Figure, Paragraph
from levelling.plan.sections.ranks import section
from levelling.plan.text import plain
from levelling.plan.view import View


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def drawn(atlas: Atlas, name: str, level: Level | None = None) -> Figure:
    made = section(View(atlas, atlas.area(name, level)))
    assert made is not None
    found = made.blocks[1]
    assert isinstance(found, Figure)
    return found


def test_a_place_has_the_ranks_it_has_among_all(atlas: Atlas) -> None:
    found = drawn(atlas, "Hartlepool")
    rows = {plain(cells[0]): [plain(cell) for cell in cells[2:]] for cells in found.table.rows}
    [whole] = rank(atlas, ["employment-rate"], simultaneous=False)
    item = whole.of(atlas.area("Hartlepool"))
    assert item is not None
    assert rows["Employment rate, people aged 16 to 64"] == ["joint 312th", f"{item.rank_lower}st to {item.rank_upper}th", "348"]
    [chart] = found.charts
    assert isinstance(chart, Ranges)
    assert len(chart.rows) == len(found.table.rows) >= 10
    for row in chart.rows:
        assert row.lower is not None
        assert row.value is not None
        assert row.upper is not None
        assert 0 <= row.lower <= row.value <= row.upper <= 100


def test_it_is_said_aloud(atlas: Atlas) -> None:
    assert plain(drawn(atlas, "Hartlepool").sentence) == (
        "Employment rate: Hartlepool is 312th of 348, but its true place may be anything from 51st to 348th."
    )


def test_a_region_is_ranked_among_regions_and_a_nation_not_at_all(atlas: Atlas) -> None:
    found = drawn(atlas, "North East", Level.REGION)
    assert {plain(cells[-1]) for cells in found.table.rows} == {"9"}
    assert section(View(atlas, atlas.area("England"))) is None


def test_a_place_that_no_survey_reaches_says_so(atlas: Atlas) -> None:
    made = section(View(atlas, atlas.area("NHS Kent and Medway Integrated Care Board", Level.ICB)))
    assert made is not None
    [only] = made.blocks
    assert isinstance(only, Paragraph)
    assert "margin of error" in plain(only.text)
