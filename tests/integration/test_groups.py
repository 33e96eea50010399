"""`levelling groups` as a user meets it."""

import json
from functools import partial
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.plan.sections.groups import section
from levelling.plan.view import View
from tests.command import levelling

run = partial(levelling, "groups")


def test_a_place_in_json() -> None:
    records = json.loads(run("Hartlepool", "--json").stdout)
    fields = {"area", "name", "level", "characteristic", "group", "measure", "value", "lower", "upper", "people", "gap"}
    fields |= {"gap_lower", "gap_upper", "verdict", "period", "source"}
    assert all(fields <= set(record) for record in records)
    assert {record["characteristic"] for record in records} == {
        "age",
        "sex",
        "disability",
        "health",
        "caring",
        "ethnicity",
        "qualification",
    }
    assert all(record["own"] == (record["figure_area"] == "E06000001") for record in records)


def test_one_characteristic() -> None:
    records = json.loads(run("Hartlepool", "--by", "ethnicity", "--json").stdout)
    assert {record["characteristic"] for record in records} == {"ethnicity"}


def test_a_place_told_to_people() -> None:
    done = run("Hartlepool")
    assert "15,563 people aged 16 and over in Hartlepool were out of work" in done.stdout
    assert "quoted at second hand" in done.stdout


def test_a_page(tmp_path: Path) -> None:
    page = tmp_path / "groups.html"
    assert run("Cardiff", "--out", str(page)).returncode == 0
    assert "groups-gaps" in page.read_text("utf-8")


@pytest.mark.parametrize(
    "name", ["Belfast", "Isles of Scilly", "City of London", "Tees Valley", "United Kingdom", "Glasgow City"]
)
def test_every_kind_of_place_has_its_section(name: str) -> None:
    atlas = Atlas.open()
    assert section(View(atlas, atlas.area(name))).id == "groups"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Hartlepol"], "Did you mean: Hartlepool"),
        (["Hartlepool", "--by", "helth"], "Did you mean: health"),
        (["Hartlepool", "--json", "--csv"], "An answer has one form"),
        (["Hartlepool", "--out", "page.doc"], "page.doc"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
