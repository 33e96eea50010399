"""`levelling pay` as a user meets it."""

import json
from functools import partial
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.plan.sections.pay import section
from levelling.plan.view import View
from tests.command import levelling

run = partial(levelling, "pay")


def test_a_place_in_json() -> None:
    records = json.loads(run("Hartlepool", "--json").stdout)
    fields = {"area", "name", "measure", "group", "period", "value", "unit", "lower", "upper", "modelled", "source"}
    assert all(fields <= set(record) for record in records)
    assert {record["area"] for record in records} == {"E06000001"}
    assert sum(record["share"] for record in records if record["measure"] == "status") == pytest.approx(100, abs=0.05)
    assert {record["modelled"] for record in records if record["measure"] == "status"} == {True, False}


def test_a_place_told_to_people() -> None:
    done = run("Hartlepool")
    assert "16.1% of employee jobs in Hartlepool" in done.stdout
    assert "counted where the work is done" in done.stdout


def test_every_place(tmp_path: Path) -> None:
    records = json.loads(run("--level", "lad", "--json").stdout)
    assert len(records) > 250
    assert records[0]["value"] >= records[-1]["value"]
    page = tmp_path / "pay.html"
    assert run("--level", "region", "--out", str(page)).returncode == 0
    assert "pay-map-uk" in page.read_text("utf-8")


def test_a_page_of_one_place(tmp_path: Path) -> None:
    page = tmp_path / "pay.md"
    assert run("Isle of Wight", "--out", str(page)).returncode == 0
    assert "People of working age by status and pay" in page.read_text("utf-8")


@pytest.mark.parametrize(
    "name", ["Belfast", "Isles of Scilly", "City of London", "Tees Valley", "United Kingdom", "Glasgow City"]
)
def test_every_kind_of_place_has_its_section(name: str) -> None:
    atlas = Atlas.open()
    found = section(View(atlas, atlas.area(name)))
    assert found is not None
    assert found.id == "pay"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Hartlepol"], "Did you mean: Hartlepool"),
        (["Hartlepool", "--period", "1999"], "no rates of employment and inactivity for 1999"),
        (["Hartlepool", "--period", "then"], "is not a period"),
        (["Hartlepool", "--group", "female"], "a place shows every group"),
        (["--group", "womn"], "no group 'womn'"),
        (["--level", "ttwa"], "No travel-to-work area has a share"),
        (["Hartlepool", "--json", "--csv"], "An answer has one form"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_shows_the_year_that_was_asked_for(tmp_path: Path) -> None:
    page = tmp_path / "pay.md"
    done = run("United Kingdom", "--period", "2018", "--out", str(page))
    assert done.returncode == 0
    text = page.read_text("utf-8")
    assert "Pay and work in the United Kingdom" in text
    assert "working age in the United Kingdom in 2018" in text
