"""What employers ask for, and ways on from jobs at risk, as a plan tells them."""

import pytest

from levelling.atlas import Atlas
from levelling.jobs.pathways import compile_ways, rules, ways_held
from levelling.plan.charts.kinds import Bars, Ranges
from levelling.plan.document import Block, Bullets, Figure, Group, Paragraph, Section, Table, plain
from levelling.plan.sections import demand, ways
from levelling.plan.view import View


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def _demand(atlas: Atlas, place: str) -> Section:
    found = demand.section(View(atlas, atlas.area(place), ()))
    assert found is not None
    return found


def _ways(atlas: Atlas, place: str) -> Section:
    found = ways.section(View(atlas, atlas.area(place), ()))
    assert found is not None
    return found


def _said(blocks: tuple[Block, ...]) -> str:
    told = []
    for block in blocks:
        match block:
            case Paragraph(text=text):
                told.append(plain(text))
            case Bullets(items=items):
                told += map(plain, items)
            case Group(blocks=inner):
                told.append(_said(inner))
            case Figure(sentence=sentence):
                told.append(plain(sentence))
    return "\n".join(told)


def _figures(section: Section) -> list[Figure]:
    return [block for block in section.blocks if isinstance(block, Figure)]


def test_adverts_are_held_against_residents_and_every_group_stands_in_the_table(atlas: Atlas) -> None:
    (figure,) = _figures(_demand(atlas, "Hartlepool"))
    assert isinstance(figure.charts[0], Bars)
    rows = [[plain(cell) for cell in row] for row in figure.table.rows]
    for _, _, adverts, people, difference, _ in rows:
        apart = float(difference.replace("−", "-"))
        assert apart == pytest.approx(float(adverts) - float(people), abs=0.11)
    assert {bar.name for bar in figure.charts[0].rows} <= {row[0] for row in rows}


def test_the_publishers_own_area_and_time_are_named(atlas: Atlas) -> None:
    said = _said(_demand(atlas, "Hartlepool").blocks)
    assert "In June 2025, 961 jobs were advertised online in Hartlepool" in said
    assert "Tees Valley (local skills improvement plan area around Hartlepool)" in said
    assert "Nothing newer is published month by month." in said


@pytest.mark.parametrize("place", ["Glasgow City", "Cardiff"])
def test_where_no_adverts_are_held_it_says_so_and_shows_what_residents_do(atlas: Atlas, place: str) -> None:
    section = _demand(atlas, place)
    (figure,) = _figures(section)
    assert isinstance(figure.charts[0], Ranges)
    said = _said(section.blocks)
    assert f"Which work {place}'s employers advertise cannot be told." in said
    assert "2035" not in said  # the projections are England's


def test_northern_ireland_has_neither_and_is_told_what_cannot_be(atlas: Atlas) -> None:
    section = _demand(atlas, "Belfast")
    assert not _figures(section)
    (table,) = [block for block in section.blocks if isinstance(block, Table)]
    assert table.rows
    assert "so its jobs at risk cannot be named" in _said(_ways(atlas, "Belfast").blocks)


def test_ways_are_shown_for_the_largest_jobs_first(atlas: Atlas) -> None:
    groups = [block for block in _ways(atlas, "Hartlepool").blocks if isinstance(block, Group)]
    assert groups[0].title == "Sales and retail assistants"
    people, ways_shown = zip(*map(_opened, groups), strict=True)
    assert list(people) == sorted(people, reverse=True)
    assert 1 <= len(groups) <= 5
    assert set(ways_shown) <= {1, 2, 3}


def _opened(group: Group) -> tuple[float, int]:
    """How many people its opening words count, and how many ways stand below."""
    opening, below = group.blocks
    assert isinstance(opening, Paragraph)
    assert isinstance(below, Bullets)
    return float(plain(opening.text).split()[1].replace(",", "")), len(below.items)


def test_apprenticeship_standards_are_englands(atlas: Atlas) -> None:
    assert "Apprenticeships by name" in _said(_ways(atlas, "Hartlepool").blocks)
    assert "Apprenticeships by name" not in _said(_ways(atlas, "Glasgow City").blocks)


def test_every_way_that_is_held_stands_the_tests(atlas: Atlas) -> None:
    codes = [code for (code,) in atlas.store.query("SELECT DISTINCT soc FROM ways_on ORDER BY soc")]
    assert len(codes) > 30
    for soc in codes:
        found = ways_held(atlas.store, soc)
        assert 1 <= len(found) <= 3
        assert [way.likeness for way in found] == sorted((way.likeness for way in found), reverse=True)
        for way in found:
            assert way.likeness >= rules().close
            assert way.risk in {"Low risk", "Other"}
            if way.now_least is not None and way.most is not None:
                assert 100 * way.most >= (rules().pay - 1) * way.now_least


def test_what_is_held_is_what_the_rules_give_today(atlas: Atlas) -> None:
    """Where this fails, rules, occupations or pay have changed since: build the figures anew."""
    made = compile_ways(atlas)
    columns = list(made[0])
    held = atlas.store.query(f"SELECT {', '.join(columns)} FROM ways_on ORDER BY soc, rank")
    assert [tuple(row) for row in held] == [tuple(row.values()) for row in made]
