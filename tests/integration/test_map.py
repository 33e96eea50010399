"""`levelling map` as a user meets it."""

import csv
import io
import json
import re
from functools import partial
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.challenge.mapped import mapped
from levelling.core.area import Level
from levelling.plan import render
from levelling.plan.charts.country import holders
from levelling.plan.national.map import document
from tests.command import levelling

run = partial(levelling, "map")

_PAY = "gross-median-weekly-pay"


def test_the_records_name_every_authority_with_its_figure_or_why_there_is_none() -> None:
    records = json.loads(run(_PAY, "--period", "2015", "--json").stdout)
    assert len(records) == 361
    assert {record["period"] for record in records} == {"2015-04-22"}
    first = records[0]
    assert (first["rank"], first["class"], first["class_name"]) == (1, 5, "highest fifth")
    assert first["lower"] < first["value"] < first["upper"]
    without = [record for record in records if record["value"] is None]
    assert without
    assert all(record["reason"] and record["rank"] is None for record in without)


def test_csv_has_a_line_for_each_record() -> None:
    lines = list(csv.DictReader(io.StringIO(run(_PAY, "--period", "2015", "--csv").stdout)))
    assert len(lines) == 361
    assert lines[0]["rank"] == "1"


def test_the_table_says_how_far_apart_places_are_and_who_is_missing() -> None:
    said = run("employment-rate", "--level", "region").stdout
    assert "It runs from" in said
    assert "ONS has paused" in said, "the series is frozen"
    assert "Source: Office for National Statistics" in said


def test_the_page_holds_both_maps_the_ends_and_the_missing(tmp_path: Path) -> None:
    done = run(_PAY, "--period", "2015", "--out", str(tmp_path / "map.html"))
    assert done.returncode == 0
    page = (tmp_path / "map.html").read_text("utf-8")
    assert len(re.findall(r'<svg class="map ', page)) == 2
    assert page.count("<path class=bnone") == 2 * 20
    for words in (
        "22 April 2015",
        "The ends of the order",
        "Who is missing",
        "Annual Survey of Hours and Earnings",
        "Isles of Scilly",
    ):
        assert words in page
    assert page.count(' id="country-map"') == 1


@pytest.mark.parametrize("form", ["md", "json"])
def test_the_page_in_other_forms_has_the_same_figures(tmp_path: Path, form: str) -> None:
    out = tmp_path / f"map.{form}"
    assert run("level-4-or-above-qualifications", "--out", str(out)).returncode == 0
    text = out.read_text("utf-8")
    assert "Its accreditation as an official statistic is suspended." in text
    assert "78.4" in text


def test_larger_areas_are_shown_by_their_authorities() -> None:
    atlas = Atlas.open()
    found = mapped(atlas, "gva-per-hour-worked-itl", Level.ITL3)
    page = render(document(atlas, found))
    areas = [item.area for item in found.estimates]
    assert len(areas) == 179, "ITL3 areas of 2021"
    assert found.missing == ()
    blank = 361 - len(holders(atlas, Level.ITL3, areas))
    assert page.count("<path class=bnone") == 2 * blank <= 2 * 6
    assert "as they were drawn then" in page
    assert "coloured as the one where most of its people live" in page


def test_levels_with_few_areas_have_fewer_classes() -> None:
    records = json.loads(run("claimant-count", "--level", "nation", "--json").stdout)
    assert max(record["class"] for record in records if record["class"]) <= 4


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no-such-indicator"], "There is no indicator 'no-such-indicator'."),
        (["employment-rate", "--period", "1850"], "There are figures from 2004"),
        (["employment-rate", "--category", "purple"], "no category 'purple'"),
        (["employment-rate", "--level", "itl3"], "not published for ITL3 areas"),
        (["employment-rate", "--json", "--csv"], "An answer has one form"),
        (["employment-rate", "--out", "map.pdf"], "map.pdf"),
    ],
)
def test_a_user_s_mistake_is_one_sentence_and_exit_code_2(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
