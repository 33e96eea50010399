"""`levelling anchors` as a user meets it, and the section of the plan."""

import csv
import io
import json
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.plan.document import plain
from levelling.plan.sections.anchors import section, whole
from levelling.plan.view import View
from levelling.solutions.anchors import anchors
from tests.command import levelling


def test_a_place_in_json() -> None:
    records = json.loads(levelling("anchors", "Hartlepool", "--as-of", "2026-11", "--json").stdout)
    parts = list(dict.fromkeys(record["part"] for record in records))
    assert parts[0] == "public body"
    assert {"enterprises by size", "jobs", "hospital trust", "doors without a degree", "what can open doors"} <= set(parts)
    assert {record["name"] for record in records if record["part"] == "hospital trust"} == {""}
    status = {record["item"]: record["status"] for record in records if record["part"] == "what can open doors"}
    assert status["growth-skills-levy"] == "open"
    assert status["apprenticeship-levy"] == "replaced"
    assert sum(record["part"] == "neighbourhood" for record in records) == 24


def test_the_world_of_2020() -> None:
    records = json.loads(levelling("anchors", "Hartlepool", "--as-of", "2020-12", "--json").stdout)
    status = {record["item"]: record["status"] for record in records if record["part"] == "what can open doors"}
    assert status["apprenticeship-levy"] == "open"
    assert status["growth-skills-levy"] == "not yet begun"


def test_csv_people_and_page(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(levelling("anchors", "Glasgow City", "--as-of", "2026-11", "--csv").stdout)))
    assert any(row["name"] == "NHS Greater Glasgow and Clyde" for row in rows)
    told = levelling("anchors", "Glasgow City", "--as-of", "2026-11").stdout
    assert "held for places in England only" in told
    page = tmp_path / "x.html"
    assert levelling("anchors", "United Kingdom", "--as-of", "2026-11", "--out", str(page)).returncode == 0
    assert "Anchors of the United Kingdom" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("Hartlepol",), "Hartlepool"),
        (("North East",), "combined authority or the region"),
        (("Hartlepool", "--as-of", "someday"), "--as-of cannot be 'someday'"),
        (("Hartlepool", "--json", "--csv"), "one form"),
        (("Hartlepool", "--out", "x.docx"), ".html"),
    ],
)
def test_bad_input_ends_in_one_sentence(arguments: tuple[str, ...], told: str) -> None:
    done = levelling("anchors", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "name", ["Hartlepool", "Cornwall", "Glasgow City", "Hackney", "Belfast", "Isles of Scilly", "Nottinghamshire"]
)
def test_the_section_of_the_plan(name: str) -> None:
    atlas = Atlas.open()
    made = section(View(atlas, atlas.area(name)))
    assert made is not None
    lead = plain(made.blocks[0].text) if hasattr(made.blocks[0], "text") else ""
    assert name == "Belfast" or "main address in" in lead


def test_a_plan_leaves_out_the_long_tables_that_a_page_has() -> None:
    atlas = Atlas.open()
    view = View(atlas, atlas.area("Hartlepool"))
    short, long = section(view), whole(view, anchors(atlas, view.area))
    assert short is not None
    told = [repr(made) for made in (short, long)]
    assert ["What bears on how an employer recruits" in text for text in told] == [False, True]
    assert len(told[0]) < len(told[1])


def test_a_country_of_nations_has_no_section() -> None:
    atlas = Atlas.open()
    assert section(View(atlas, atlas.area("United Kingdom"))) is None
