"""`levelling automation` and `levelling learning` as a user meets them."""

import json
from pathlib import Path

import pytest

from tests.command import levelling


def test_automation_of_a_place() -> None:
    records = json.loads(levelling("automation", "Hartlepool", "--json").stdout)
    whole = records[0]
    assert (whole["area"], whole["name"], whole["occupation"]) == ("E06000001", "Hartlepool", "all")
    assert whole["classification"] == "SOC 2010"
    ends = [whole[key] for key in ("share_lower", "survey_lower", "share_at_high_risk", "survey_upper", "share_upper")]
    assert ends == sorted(ends)
    parts = [item for item in records[1:] if item["classification"] == "SOC 2010" and item["occupation"] != "all"]
    assert abs(sum(item["people_at_high_risk"] for item in parts) - whole["people_at_high_risk"]) <= len(parts)
    assert parts[0]["occupation"] == "Sales occupations"
    assert "Sales and retail assistants" in parts[0]["unit_groups"]


def test_automation_says_what_it_is_not() -> None:
    told = levelling("automation", "Cardiff").stdout
    assert "It is no forecast of jobs lost" in told
    assert "Occupations are those of people who live here, wherever they work." in told
    assert "Nesta's own count, made another way, found 14.3% in Wales in 2018." in told


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("Belfast", "No figures of people by occupation are published for Belfast"),
        ("City of London", "Too few people in the City of London answer the survey"),
    ],
)
def test_automation_where_there_are_too_few_figures(place: str, sentence: str) -> None:
    done = levelling("automation", place, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Nesta's own count" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_automation_everywhere() -> None:
    records = json.loads(levelling("automation", "--level", "lad", "--json").stdout)
    assert {"SOC 2010", "SOC 2020"} == {item["classification"] for item in records}
    assert all(item["withheld_share"] <= 15 for item in records)
    assert all(item["verdict"] is None for item in records if item["classification"] == "SOC 2020")


def test_learning_in_a_place() -> None:
    records = json.loads(levelling("learning", "Hartlepool", "--json").stdout)
    by_measure = {item["measure"]: item for item in records}
    assert by_measure["apprenticeship-net-flow"]["value"] == -65
    assert by_measure["further-education-adults-2016-to-2020"]["change_percent"] == -5.3
    assert by_measure["gcses-equivalent-english-maths"]["change"] is None
    assert by_measure["level-3-or-above-qualifications"]["verdict"] == "worse"


def test_learning_outside_england_says_what_is_missing() -> None:
    assert "published for England alone" in levelling("learning", "Glasgow City").stdout


def test_learning_everywhere() -> None:
    records = json.loads(levelling("learning", "--level", "lad", "--json").stdout)
    assert len(records) == 297
    assert records[-1]["adult_learners_change_percent"] == -7.5


@pytest.mark.parametrize("verb", ["automation", "learning"])
@pytest.mark.parametrize("place", [(), ("Hartlepool",)])
def test_pages_are_written(tmp_path: Path, verb: str, place: tuple[str, ...]) -> None:
    page = tmp_path / "page.html"
    done = levelling(verb, *place, "--out", str(page))
    assert done.returncode == 0, done.stderr
    assert f'<section id="{verb}' in page.read_text() or f'id="{verb}' in page.read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("automation", "Hartlepol"), "Hartlepool"),
        (("learning", "--level", "itl3"), "local authorities only"),
        (("automation", "--level", "uk"), "None of the countries has enough figures"),
        (("automation", "Hartlepool", "--json", "--csv"), "one form"),
    ],
)
def test_bad_input_is_one_sentence(arguments: tuple[str, ...], message: str) -> None:
    done = levelling(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
