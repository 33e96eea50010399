"""`levelling align`, as a user runs it."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.command import levelling, refused


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "bridges.toml"
    path.write_text(
        'name = "Tees <b>Bridges</b>"\narea = "Hartlepool"\n[[activities]]\nname = "Job club"\nfor = "people aged 18 to 24"\n'
        'outcomes = [{ what = "Started a job", count = 24 }]\n[[activities]]\nname = "Garden"\n[[activities]]\n'
    )
    return path


def test_a_place_as_records() -> None:
    done = levelling("align", "Hartlepool", "--json")
    records = json.loads(done.stdout)
    assert {"same", "near", "none"} == {record["met"] for record in records}
    assert all(record["differs"] for record in records if record["met"] == "near")
    assert all(record["value"] is None and record["why_none"] for record in records if record["met"] == "none")
    assert all(record["outcome_source"] for record in records)


def test_a_charity_as_records_and_lines(file: Path) -> None:
    records = json.loads(levelling("align", str(file), "--json").stdout)
    assert {"can claim", "adds to it", "not recognised", "not read"} <= {record["claim"] for record in records}
    rows = list(csv.DictReader(io.StringIO(levelling("align", str(file), "--csv").stdout)))
    assert len(rows) == len(records)


def test_a_charity_on_a_page_with_the_need_of_the_place(file: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = levelling("align", str(file), "--out", str(page))
    assert done.returncode == 0, done.stderr
    text = page.read_text("utf-8")
    assert "<b>Bridges</b>" not in text
    assert "What your work adds to" in text
    assert "the outcome is for ages 18 to 66" in text


def test_one_framework_and_another_place(file: Path) -> None:
    records = json.loads(
        levelling("align", str(file), "--framework", "connect-to-work", "--area", "Glasgow City", "--json").stdout
    )
    assert {record["claim"] for record in records} == {"not recognised", "not read"}  # it holds in England and Wales


def test_the_list() -> None:
    records = json.loads(levelling("align", "--list", "--json").stdout)
    assert len(records) >= 13
    assert all(record["sources"] for record in records)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["align"], ["Name a place, or a file"]),
        (["align", "Hartlepol"], ["Did you mean", "Hartlepool"]),
        (["align", "nothing.toml"], ["nothing.toml", "cannot be read"]),
        (["align", "Hartlepool", "--framework", "get-britain-workin"], ["Did you mean", "get-britain-working"]),
        (["align", "Hartlepool", "--area", "Leeds"], ["--area goes with a file"]),
        (["align", "Glasgow City", "--framework", "public-health-outcomes-framework"], ["None of these frameworks"]),
        (["align", "Hartlepool", "--framework", "connect-to-work"], ["Counted from people who were helped"]),
        (["align", "Hartlepool", "--list"], ["--list stands alone"]),
        (["align", "Hartlepool", "--json", "--csv"], ["one form"]),
    ],
)
def test_each_mistake_gets_a_sentence(arguments: list[str], says: list[str]) -> None:
    refused(levelling(*arguments), *says)
