"""`levelling rank` and `levelling trend` as a user meets them: real figures, real exit codes."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.command import levelling


def records(*arguments: str) -> list[dict[str, Any]]:
    done = levelling(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_employment_rate_of_every_authority() -> None:
    found = records("rank", "employment-rate", "--level", "lad")
    assert len(found) == 348
    for record in found:
        assert 1 <= record["rank_lower_simultaneous"] <= record["rank_lower"] <= record["rank"]
        assert record["rank"] <= record["rank_upper"] <= record["rank_upper_simultaneous"] <= record["of"] == 348
    assert [record["rank"] for record in found] == sorted(record["rank"] for record in found)
    hartlepool = next(record for record in found if record["name"] == "Hartlepool")
    assert (hartlepool["area"], hartlepool["value"], hartlepool["period"]) == ("E06000001", 67.9, "2023")


def test_one_kind_of_set_at_a_time_and_many_measures() -> None:
    found = records("rank", "employment-rate", "economic-inactivity-rate", "--level", "region", "--marginal")
    assert len(found) == 18
    assert {record["rank_lower_simultaneous"] for record in found} == {None}
    assert {record["best"] for record in found} == {"highest", "lowest"}
    found = records("rank", "employment-rate", "--among", "North East (region)", "--simultaneous")
    assert {record["of"] for record in found} == {12}
    assert {record["rank_lower"] for record in found} == {None}


def test_a_measure_without_intervals_is_ranked_with_a_note() -> None:
    done = levelling("rank", "claimant-count", "--among", "Tees Valley")
    assert done.returncode == 0
    assert "No interval is published with these figures, so their ranks have none." in done.stdout
    assert "Rank from" not in done.stdout.splitlines()[1]


def test_the_change_of_a_place_and_of_every_region() -> None:
    [record] = records("trend", "Hartlepool", "employment-rate", "--from", "2010", "--to", "2020")
    assert (record["from"], record["to"], record["frozen"]) == ("2010", "2020", True)
    assert record["lower"] < record["change"] < record["upper"]
    assert record["slope_lower"] < record["slope"] < record["slope_upper"]
    everyone = records("trend", "--level", "region", "employment-rate")
    assert len(everyone) == 9
    assert all(record["adjusted_p_value"] >= record["p_value"] for record in everyone)


def test_csv_and_pages(tmp_path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(levelling("trend", "Belfast", "--csv").stdout)))
    assert {"area", "indicator", "change", "verdict"} <= set(rows[0])
    for words in (["rank", "employment-rate", "--level", "region"], ["trend", "employment-rate"], ["trend", "Hartlepool"]):
        page = tmp_path / "page.html"
        done = levelling(*words, "--out", str(page))
        assert done.returncode == 0, done.stderr
        assert "</html>" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["rank", "employment-rat"], "Did you mean"),
        (["rank", "claimant-count", "--marginal"], "claimant-count has no published intervals"),
        (
            ["rank", "employment-rate", "--period", "1999"],
            "There is no figure of employment-rate for local authorities for 1999.",
        ),
        (["rank", "employment-rate", "--period", "last year"], "'last year' is not a period."),
        (["rank", "employment-rate", "--draws", "5"], "5 draws are too few"),
        (["rank", "employment-rate", "--category", "men"], "employment-rate has no category 'men'."),
        (["rank", "employment-rate", "--among", "Hartlepol"], "Hartlepol"),
        (["trend", "Hartlepool", "employment-rate", "--from", "1995"], "runs from 2004 to 2023: 1995 lies outside it."),
        (["trend", "Hartlepool", "employment-rate", "--to", "2040"], "2040 lies outside it."),
        (["trend", "Hartlepool", "employment-rate", "--from", "2020", "--to", "2015"], "The window ends with 2015"),
        (["trend", "Hartlepool", "employment-rate-ni"], "No figure of employment-rate-ni is published for Hartlepool."),
        (["trend", "employment-rate", "--from", "1990"], "employment-rate for local authorities runs from 2004 to 2023"),
        (["trend", "employment-rate", "claimant-count"], "one indicator at a time"),
        (["trend", "Hartlepool", "--years", "0"], "cannot look back 0 years"),
    ],
)
def test_bad_requests_end_in_one_sentence(words: list[str], says: str) -> None:
    done = levelling(*words)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.startswith("levelling: ")
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
