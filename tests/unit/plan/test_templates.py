"""Templates: the file, the arrangement, and every fault at once."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.core.errors import UserError
from levelling.plan import build, template
from levelling.plan.arrange import arrange
from levelling.plan.document import Section, plain
from levelling.plan.templates import Template, TemplatePart
from levelling.plan.view import View

HEAD = (
    'title = "Ours"\nkicker = "Ours for {}"\nwhat = "This page is ours alone."\nnations = ["E"]\n[sources.a]\ntitle = "A page"\n'
)
PART = '[[parts]]\nid = "need"\nheading = "Need"\nasks = "What is needed."\nsources = ["a"]\nsections = ["place"]\n'
ANNEX = '[annex]\nheading = "Annex"\nsections = ["sources"]\n'


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.fixture(scope="module")
def view(atlas: Atlas) -> View:
    return View(atlas, atlas.area("Hartlepool"))


def write(tmp_path: Path, text: str) -> str:
    path = tmp_path / "ours.toml"
    path.write_text(text)
    return str(path)


@pytest.mark.parametrize("name", ["get-britain-working", "source"])
@pytest.mark.parametrize("place", ["Hartlepool", "Belfast", "Tees Valley"])
def test_the_same_sections_each_once_and_nothing_lost(atlas: Atlas, name: str, place: str) -> None:
    area = atlas.area(place)
    usual = {section.id: section for section in build(atlas, area).sections}
    document = build(atlas, area, template=template(name))
    ids = [section.id for section in document.sections]
    assert len(ids) == len(set(ids))
    arranged = [section for section in document.sections if section.kind == ""]
    assert sorted(section.id for section in arranged) == sorted(usual)
    assert all(section.blocks == usual[section.id].blocks and section.title == usual[section.id].title for section in arranged)
    assert ids[-1] == "sources"
    assert document.template == name


def test_an_opener_comes_before_what_it_opens_and_parts_are_never_torn(atlas: Atlas) -> None:
    document = build(atlas, atlas.area("Hartlepool"), template=template("get-britain-working"))
    parts = [section.part for section in document.sections[1:]]
    assert [part for at, part in enumerate(parts) if at == 0 or parts[at - 1] != part] == list(dict.fromkeys(parts))
    for section in document.sections[1:]:
        first = next(item for item in document.sections if item.part == section.part)
        assert first.kind == "opener"
        assert first.title == section.part


def test_a_place_where_no_such_plan_is_asked_for_is_told(atlas: Atlas) -> None:
    outline = build(atlas, atlas.area("Glasgow City"), template=template("get-britain-working")).sections[0]
    said = " ".join(plain(block.text) for block in outline.blocks if hasattr(block, "text"))
    assert "asked for in England" in said
    assert "is in Scotland" in said


def test_the_first_page_lists_what_is_open(atlas: Atlas) -> None:
    chosen = template("get-britain-working")
    outline = build(atlas, atlas.area("Hartlepool"), template=chosen).sections[0]
    (table,) = [block for block in outline.blocks if hasattr(block, "rows")]
    cells = " ".join(plain(row[2]) for row in table.rows)
    assert all(line in cells for part in chosen.parts for line in part.open)


NAMES = ("place", "trends", "pay", "sources", "new")


@given(st.lists(st.lists(st.sampled_from(NAMES[:4]), max_size=3), max_size=3), st.lists(st.sampled_from(NAMES), unique=True))
def test_whatever_the_template_every_section_appears_exactly_once(placed: list[list[str]], there: list[str]) -> None:
    seen: set[str] = set()
    parts = []
    for at, names in enumerate(placed):
        own = tuple(name for name in dict.fromkeys(names) if name not in seen)
        seen |= set(own)
        parts.append(TemplatePart(f"p{at}", f"Part {at}", "What is asked.", (), (), own, ("To do.",), around=False))
    chosen = Template("t", "T", "K", "What.", ("E",), tuple(parts), "Annex", ())
    written = {name: Section(name, name, name, ()) for name in there}
    view = View(Atlas.open(), Atlas.open().area("Hartlepool"))
    made = arrange(chosen, view, written)
    assert sorted(section.id for section in made if not section.kind) == sorted(there)
    assert len({section.id for section in made}) == len(made)


def test_every_fault_of_a_template_is_told_at_once(tmp_path: Path) -> None:
    text = HEAD.replace('nations = ["E"]', 'nations = ["X"]\ncolour = 1') + PART.replace('asks = "What is needed."', "") + ANNEX
    with pytest.raises(UserError) as caught:
        template(write(tmp_path, text))
    for words in ("nations 1", "colour: there is no such field", "parts 1, asks: is missing"):
        assert words in str(caught.value), words
    twice = HEAD + PART + PART.replace('["a"]', '["b"]') + ANNEX
    with pytest.raises(UserError) as caught:
        template(write(tmp_path, twice))
    for words in ("parts 2, id: 'need' is taken", "parts 2, sections: 'place' has a place already", "no source 'b'"):
        assert words in str(caught.value), words


@pytest.mark.parametrize(
    ("text", "says"), [("title = ", "is not TOML"), ("", "title: is missing"), (HEAD + ANNEX, "parts: is missing")]
)
def test_a_file_that_is_no_template_says_why(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(UserError, match=says):
        template(write(tmp_path, text))


def test_a_template_of_ones_own_puts_the_rest_in_its_annex(atlas: Atlas, tmp_path: Path) -> None:
    document = build(atlas, atlas.area("Hartlepool"), template=template(write(tmp_path, HEAD + PART + ANNEX)))
    assert document.kicker == "Ours for Hartlepool"
    assert [section.id for section in document.sections if section.part == "Need"] == ["part-need", "place"]
    assert document.sections[-1].id == "sources"
    assert any(section.id == "pay" and section.part == "Annex" for section in document.sections)


def test_an_unknown_template_offers_near_ones() -> None:
    with pytest.raises(UserError) as caught:
        template("get-britan-working")
    assert caught.value.near == ("get-britain-working",)
