"""`levelling future` as a user meets it."""

import json
from functools import partial
from pathlib import Path

import pytest

from tests.command import levelling

run = partial(levelling, "future")


def test_a_place_and_a_shock() -> None:
    records = json.loads(run("Hartlepool", "--shock", "employment=-3", "--horizon", "3", "--json").stdout)
    assert {item["year"] for item in records} == {1, 2, 3}
    assert {item["outcome"] for item in records} >= {"employment-rate", "unemployed", "chronic-conditions", "later-pay"}
    assert all(item["outer_lower"] <= item["inner_lower"] <= item["middle"] for item in records)
    assert all(item["modelled"] for item in records)


def test_the_same_seed_says_the_same() -> None:
    once, again = (run("Hartlepool", "--industry", "manufacturing=-20", "--seed", "5", "--json").stdout for _ in range(2))
    assert once == again
    assert once.startswith("[")


def test_it_is_never_called_a_forecast() -> None:
    said = run("Isle of Wight").stdout
    assert "It is not a forecast" in said
    assert "Left out:" in said


def test_a_scenario_in_a_file_and_a_page(tmp_path: Path) -> None:
    mine, page = tmp_path / "mine.toml", tmp_path / "future.html"
    mine.write_text('title = "The steelworks closes"\njobs = -500\nsource = "The council"\n', "utf-8")
    assert run("Hartlepool", "--scenario", str(mine), "--out", str(page)).returncode == 0
    text = page.read_text("utf-8")
    assert "The steelworks closes" in text
    assert "<svg" in text


def test_where_work_would_be_lost(tmp_path: Path) -> None:
    records = json.loads(run("--scenario", "hard-hit-sectors", "--level", "lad", "--json").stdout)
    assert len({item["area"] for item in records}) > 280
    assert len({item["period"] for item in records}) == 1
    assert all(0 < item["share_lost"] < 7 for item in records)
    page = tmp_path / "where.html"
    assert run("--scenario", "hard-hit-sectors", "--out", str(page)).returncode == 0
    assert "Where work would be lost" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Hartlepol"], "Did you mean: Hartlepool"),
        ([], "the same everywhere"),
        (["Belfast"], "No number of people of working age is held for Belfast"),
        (["City of London"], "too old"),
        (["Hartlepool", "--industry", "manufacturin=-20"], "Did you mean: manufacturing"),
        (["Hartlepool", "--shock", "jobs=-900000"], "removes more jobs than exist"),
        (["Hartlepool", "--industry", "manufacturing=-120"], "removes more jobs than exist"),
        (["Hartlepool", "--horizon", "40"], "out of range"),
        (["Hartlepool", "--scenario", "as-after-2008", "--shock", "jobs=-5"], "not both"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
