"""`levelling coverage` as a user meets it."""

import csv
import io
import json
from functools import partial
from pathlib import Path

import pytest

import levelling as lv
from levelling.atlas import Atlas
from levelling.plan.document import Figure, plain
from levelling.plan.sections.governance import section
from levelling.plan.view import View
from tests.command import levelling

run = partial(levelling, "coverage")

FIELDS = {
    "area",
    "name",
    "body",
    "kind",
    "level",
    "from",
    "until",
    "people",
    "share_here",
    "share_there",
    "board",
    "vcse_seat",
    "status",
}


def test_records_of_a_place() -> None:
    records = json.loads(run("High Peak", "--as-of", "2020-12", "--json").stdout)
    assert all(set(record) >= FIELDS for record in records)
    assert {frozenset(record) for record in records} == {frozenset(records[0])}
    partnership = next(record for record in records if record["kind"] == "local enterprise partnership")
    assert (partnership["until"], partnership["vcse_seat"], partnership["status"]) == ("2024-03", "none by rule", "ended since")
    assert {"private sector members", "public leaders"} <= {seat["member"] for seat in partnership["board"]}
    assert all(seat["source"] for seat in partnership["board"])
    worst = max(partnership["pairs"], key=lambda pair: float(pair["share_outside"]))
    assert worst["body"] == "Greater Manchester Health and Social Care Partnership"
    assert {record["alignment"] for record in records} == {82.6}


def test_a_table_and_its_sentences() -> None:
    told = run("Bassetlaw", "--as-of", "2020-12").stdout
    assert "South Yorkshire and Bassetlaw" in told
    assert "1,409,020 of the 1,526,479 people under the first (92%) live outside the second" in told


def test_where_alignment_is_worst() -> None:
    records = json.loads(run("--as-of", "2026-11", "--level", "lad", "--json").stdout)
    assert len(records) == 361
    scores = [record["alignment"] for record in records]
    assert scores == sorted(scores)
    rows = list(csv.DictReader(io.StringIO(run("--as-of", "2026-11", "--csv").stdout)))
    assert [row["area"] for row in rows] == [record["area"] for record in records]


def test_who_sits_on_boards_by_rule() -> None:
    records = json.loads(run("--boards", "--json").stdout)
    assert {"Town deal board", "Integrated care board"} <= {record["board"] for record in records}


@pytest.mark.parametrize(
    "place", ["Hartlepool", "Cornwall", "Camden", "Highland", "Belfast", "Isles of Scilly", "Orkney Islands"]
)
def test_a_page_of_a_place(tmp_path: Path, place: str) -> None:
    page = tmp_path / "page.html"
    assert run(place, "--as-of", "2020-12", "--out", str(page)).returncode == 0
    assert "Who covers" in page.read_text("utf-8")


def test_the_page_of_the_country(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert run("--as-of", "2020-12", "--out", str(page)).returncode == 0
    told = page.read_text("utf-8")
    assert "Where alignment is lowest" in told
    assert "Mid Ulster" in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Hartlepol"], "Did you mean: Hartlepool"),
        (["Hartlepool", "--as-of", "recently"], "--as-of cannot be 'recently'"),
        (["Hartlepool", "--as-of", "2019-12"], "begin in April 2020"),
        (["Hartlepool", "--as-of", "2525-01"], "not come yet"),
        (["Allerdale"], "Cumberland"),
        (["--level", "icb"], "local authorities only"),
        (["Hartlepool", "--boards"], "--boards"),
        (["Hartlepool", "--json", "--csv"], "one form"),
        (["TLM6", "--as-of", "2020-12"], "cannot be counted"),
    ],
)
def test_each_mistake_gets_a_sentence_and_exit_code_2(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_section_draws_the_two_that_fit_worst() -> None:
    atlas = Atlas.open()
    made = section(View(atlas, atlas.area("North Lincolnshire")))
    assert made is not None
    (figure,) = [block for block in made.blocks if isinstance(block, Figure)]
    titles = " ".join(chart.title for chart in figure.charts)
    assert "Greater Lincolnshire combined county authority" in titles
    assert "Humber and North Yorkshire Integrated Care Board" in titles
    assert "The smallest ground" in plain(figure.sentence)


def test_where_one_ground_is_all_there_is_nothing_is_drawn() -> None:
    atlas = Atlas.open()
    made = section(View(atlas, atlas.area("Orkney Islands")))
    assert made is not None
    (figure,) = [block for block in made.blocks if isinstance(block, Figure)]
    assert figure.charts == ()
    assert figure.table.rows


def test_in_python() -> None:
    place = lv.open().area("Bassetlaw")
    assert place.coverage("2020-12").records()[0]["alignment"] == 83.0
    assert place.coverage("2020-12").table().columns[:4] == ("area", "name", "as_of", "body")
    assert len(lv.open().coverage("2020-12").records()) == 361
