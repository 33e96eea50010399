"""`levelling cases`, its pages and its doors in Python, as a user has them."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

import levelling as lv
from tests.command import levelling, refused

FIELDS = {
    *("id", "name", "mechanism", "place", "area_codes", "nations", "people", "groups", "barriers", "partners", "lead"),
    *("participants", "cost_total", "cost_per_person", "price_year", "results", "comparison", "maryland", "follow_up_months"),
    *("benefit_cost", "other_effects", "conditions", "sources", "in_source_paper", "caution", "flags", "read_with"),
}


def records(*arguments: str) -> list[dict[str, Any]]:
    done = levelling("cases", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_records_have_the_promised_fields_and_every_case_a_source() -> None:
    found = records()
    assert len(found) == 66
    for record in found:
        assert set(record) >= FIELDS
        assert record["sources"]


def test_words_find_the_right_case_first() -> None:
    assert records("advisers in surgeries")[0]["id"] == "employment-advisers-in-surgeries"
    assert records("job guarantee austria")[0]["id"] == "marienthal-job-guarantee"
    assert records("zzzz") == []
    assert "No case in the library answers to all of this." in levelling("cases", "zzzz").stdout


def test_facets_join() -> None:
    found = records("--mechanism", "health-support", "--people", "disabled-people", "--grade", "3", "--nation", "England")
    assert {record["id"] for record in found} == {
        *("thrive-into-work", "sheffield-health-led-trial", "working-well-pilot", "pathways-to-work")
    }  # fmt: skip
    assert len(records("--source-paper")) == 19
    assert all(record["country"] for record in records("--nation", "abroad"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--mechanism", "helth"), "Did you mean: health support?"),
        (("--people", "yung people"), "Did you mean: young people?"),
        (("--grade", "9"), "--grade cannot be 9. The Maryland scale runs from 0 to 5."),
        (("--grade", "good"), "--grade"),
        (("--nation", "Scotlnd"), "Did you mean: Scotland?"),
        (("--like", "Hartlepol"), "Hartlepool"),
        (("--json", "--csv"), "An answer has one form."),
        (("--out", "cases.docx"), "Give a file that ends in .html, .md or .json."),
    ],
)
def test_bad_input_ends_in_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    refused(levelling("cases", *arguments), said)


def test_one_is_shown_whole_and_a_near_id_is_offered() -> None:
    whole = levelling("cases", "talent-match").stdout
    for part in (
        "£108 million",
        "Found a job: 46%",
        "£3.08",
        "assumed",
        "Read it with:",
        "talent-match-plus-merseyside",
        "tnlcommunityfund",
    ):
        assert part in whole
    assert "Did you mean: talent-match" in levelling("cases", "talent-mach").stdout


def test_likeness_is_told_in_words_never_as_a_score() -> None:
    sandwell = {record["id"]: record for record in records("--like", "Sandwell")}
    assert sandwell["thrive-into-work"]["likeness"].startswith("It ran in the West Midlands, which Sandwell lies in.")
    hartlepool = {record["id"]: record for record in records("--like", "Hartlepool")}
    assert hartlepool["sheffield-health-led-trial"]["likeness"].startswith(
        "Doncaster and Rotherham, in South Yorkshire, are among the places that ONS finds most like Hartlepool."
    )
    assert "It ran abroad (Austria)" in hartlepool["marienthal-job-guarantee"]["likeness"]
    assert "It has no place of its own" in hartlepool["talent-match"]["likeness"]
    assert not any("score" in field for record in hartlepool.values() for field in record)


def test_the_place_itself_its_parts_and_its_region_are_told_apart() -> None:
    preston = records("--like", "Preston")
    here = next(record for record in preston if record["id"] == "preston-community-wealth")
    assert here["likeness"].startswith("It ran here, in Preston.")
    leeds = {record["id"]: record["likeness"] for record in records("--like", "Leeds")}
    assert "in the same region, Yorkshire and The Humber" in leeds["bradford-health-and-wellbeing-board"]
    manchester = {record["id"]: record["likeness"] for record in records("--like", "Greater Manchester")}
    assert manchester["working-well-pilot"].startswith("It ran here, in Greater Manchester.")
    assert "a part of Greater Manchester" in manchester["marmot-places"]


def test_csv_holds_one_line_a_case() -> None:
    rows = list(csv.DictReader(io.StringIO(levelling("cases", "--grade", "5", "--csv").stdout)))
    assert {row["comparison"] for row in rows} == {"randomised trial"}
    assert "people in ill health" in next(row["groups"] for row in rows if row["id"] == "thrive-into-work")


@pytest.mark.parametrize(
    "arguments", [(), ("--like", "Hartlepool"), ("pathways-to-work",), ("pathways-to-work", "--like", "Fife")]
)
def test_a_page_is_written(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    page = tmp_path / "page.html"
    done = levelling("cases", *arguments, "--out", str(page))
    assert done.returncode == 0, done.stderr
    text = page.read_text("utf-8")
    assert "Pathways to Work: pilots and roll-out" in text
    assert "National Audit Office" in text or "pathways" not in " ".join(arguments)


def test_python_has_the_same_answers_as_the_command_line() -> None:
    atlas = lv.open()
    assert atlas.cases("preston", grade=3).records() == records("preston", "--grade", "3")
    assert atlas.area("Fife").cases(grade=4).records() == records("--like", "Fife", "--grade", "4")
    assert atlas.cases(like="Fife", grade=4).records() == atlas.area("Fife").cases(grade=4).records()
