"""`levelling health` as a user meets it."""

import json
from functools import partial
from pathlib import Path

import pytest

from tests.command import levelling

run = partial(levelling, "health")


def test_a_place() -> None:
    records = json.loads(run("Hartlepool", "--json").stdout)
    by_measure = {item["measure"]: item for item in records}
    assert {item["area"] for item in records} == {"E06000001"}
    assert by_measure["healthy-life-expectancy-female"]["modelled"] is False
    link = by_measure["chronic-conditions-for-employment"]
    assert (link["modelled"], link["grade"]) == (True, "E")
    assert link["lower"] <= link["value"] <= link["upper"] < 0


def test_the_other_way_round() -> None:
    records = json.loads(run("Hartlepool", "--change", "-2.1", "--json").stdout)
    assert next(item for item in records if item["measure"] == "chronic-conditions-for-employment")["value"] > 0


def test_what_is_not_held_is_said() -> None:
    assert "No number of people of working age is held for Belfast" in run("Belfast").stdout
    assert "Healthy life expectancy of women and men is not published for the City of London" in run("City of London").stdout


def test_every_authority() -> None:
    done = run("--level", "lad", "--json")
    assert len({item["area"] for item in json.loads(done.stdout)}) == 361


@pytest.mark.parametrize("arguments", [["Hartlepool"], []])
def test_a_page(tmp_path: Path, arguments: list[str]) -> None:
    page = tmp_path / "health.html"
    assert run(*arguments, "--out", str(page)).returncode == 0
    text = page.read_text("utf-8")
    assert "Health and work" in text
    assert "<svg" in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Hartlepol"], "Did you mean: Hartlepool"),
        (["Hartlepool", "--change", "60"], "beyond what the research speaks of"),
        (["--level", "fire"], "No figures of health are held for fire and rescue authorities"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
