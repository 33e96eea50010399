"""`levelling hiap` as an officer meets it: begun, filled in, read, and with every mistake one makes."""

import json
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.atlas.catalogue import Catalogue
from levelling.solutions.hiap import determinants, read
from tests.command import levelling

ADVISERS = """
title = "Job advisers in <b>general</b> practice"
scope = "programme"
area = "Hartlepool"
date = "2026-11"
author = "Public health team"
about = "Advisers sit in surgeries."
service = "Advisers in primary care"

[[effect]]
determinant = "transport"
direction = "none"
why = "Nobody travels further than to the surgery."

[[effect]]
determinant = "work"
groups = ["disabled-people"]
direction = "better"
size = "moderate"
likelihood = "probable"
people = 300
why = "A trial moved more people into work."
[[effect.evidence]]
finding = "Four more of every hundred worked"
source = "A trial"
address = "javascript:alert(1)"
grade = "A"

[[effect]]
determinant = "quality-of-work"
groups = ["people-on-low-income"]
direction = "worse"
size = "small"
likelihood = "possible"
why = "Quick jobs may be poor ones."
[[effect.evidence]]
parameter = "low-paid-who-moved-up"
"""


def test_a_new_file_reads_without_a_fault_and_asks_for_everything(tmp_path: Path) -> None:
    file = tmp_path / "new.toml"
    begun = levelling("hiap", str(file), "--start", "--area", "Hartlepool", "--scope", "strategic")
    assert begun.returncode == 0
    assert len(read(file).effects) == len(determinants().all) == file.read_text("utf-8").count("# Here: ")
    told = json.loads(levelling("hiap", str(file), "--json").stdout)
    asked = {record["where"] for record in told if record["record"] == "open"}
    assert set(determinants().all) | {"about", "author", "date", "policy_areas", "groups"} == asked
    assert levelling("hiap", str(file), "--start", "--area", "Hartlepool").returncode == 2  # it is not overwritten


def test_harm_comes_first_and_what_is_left_is_told(tmp_path: Path) -> None:
    file = tmp_path / "advisers.toml"
    file.write_text(ADVISERS, "utf-8")
    told = json.loads(levelling("hiap", str(file), "--json").stdout)
    effects = [record for record in told if record["record"] == "effect"]
    assert [effect["determinant"] for effect in effects] == ["quality-of-work", "work", "transport"]
    work = effects[1]
    # Hartlepool's employment rate is surely below England's: 67.9 (63.0 to 72.8) against 76.0 in 2023, as published.
    assert (work["standing"], work["people"]) == ("worse", 300)
    assert "worse on employment rate" in work["screening"]
    assert work["bodies"] == ["Tees Valley"]
    assert "North East and North Cumbria" in " ".join(effects[0]["bodies"])
    left = [record["what"] for record in told if record["record"] == "open"]
    assert "It does harm, and nothing is done about it." in left
    assert sum("The place is poor on it already." in what for what in left) >= 3


def test_the_page_shows_what_the_author_wrote_as_text(tmp_path: Path) -> None:
    file, page = tmp_path / "advisers.toml", tmp_path / "page.html"
    file.write_text(ADVISERS, "utf-8")
    assert levelling("hiap", str(file), "--out", str(page)).returncode == 0
    html = page.read_text("utf-8")
    assert "<b>general</b>" not in html
    assert "&lt;b&gt;general" in html
    assert 'href="javascript' not in html
    assert "It may do harm through the quality of work." in html


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('determinant = "work"', 'determinant = "wrok"'), "did you mean work"),
        (('"disabled-people"', '"disabled people"'), "did you mean disabled-people"),
        (('direction = "worse"', 'direction = "bad"'), "direction"),
        (("people = 300", "people = -3"), "people"),
        (('grade = "A"', ""), "its source and its grade"),
        (('"low-paid-who-moved-up"', '"low-paid"'), "there is no parameter 'low-paid'"),
        (('date = "2026-11"', 'date = "soon"'), "'soon' is not a period"),
        (('scope = "programme"', 'colour = "red"'), "there is no such field"),
        (("[[effect]]", "[[effect"), "is not TOML"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(ADVISERS.replace(*change), "utf-8")
    done = levelling("hiap", str(file))
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    file.write_text(ADVISERS.replace('"work"', '"wrok"').replace("300", "-3").replace('"worse"', '"bad"'), "utf-8")
    done = levelling("hiap", str(file))
    assert "3 faults" in done.stderr


def test_no_file_no_place_no_room(tmp_path: Path) -> None:
    assert "There is no file" in levelling("hiap", str(tmp_path / "none.toml")).stderr
    nowhere = tmp_path / "nowhere.toml"
    nowhere.write_text(ADVISERS.replace('area = "Hartlepool"', ""), "utf-8")
    assert "which place" in levelling("hiap", str(nowhere)).stderr
    assert levelling("hiap", str(nowhere), "--area", "Cardiff").returncode == 0
    assert levelling("hiap", str(tmp_path / "x.toml"), "--start").returncode == 2
    assert levelling("hiap", str(tmp_path / "x.txt"), "--start", "--area", "Cardiff").returncode == 2


def test_every_indicator_of_the_list_exists_and_can_be_judged() -> None:
    catalogue = Catalogue.load()
    known = determinants()
    assert [slug for slug in known.indicators if slug not in catalogue or catalogue.get(slug).direction.value == "neither"] == []
    for group in known.groups.values():
        for name in group.indicators:
            slug, _, category = name.partition(":")
            assert slug in catalogue
            assert not category or category in catalogue.get(slug).categories


@pytest.mark.parametrize("place", ["Glasgow City", "Belfast", "Cardiff", "Isles of Scilly", "City of London"])
def test_every_nation_can_be_screened(place: str) -> None:
    from levelling.challenge import against_nation

    atlas = Atlas.open()
    held = against_nation(atlas, atlas.area(place), determinants().indicators)
    assert len(held) >= 5
