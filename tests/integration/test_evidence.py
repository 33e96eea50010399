"""`levelling evidence`, its pages, a file of one's own, and its door in Python, as a user has them."""

import json
from pathlib import Path
from typing import Any

import pytest

import levelling as lv
from tests.command import levelling, refused

OWN = """name,outcome,unit,effect,lower,upper,level,maryland
North,in work at a time,percentage points,5,1,9,95,3
South,in work at a time,percentage points,1,-2,4,95,4
West,in work at a time,percentage points,6,3,9,95,5
"""


def records(*arguments: str) -> list[dict[str, Any]]:
    done = levelling("evidence", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def pooled(found: list[dict[str, Any]], about: str = "in work at a time") -> dict[str, Any]:
    return next(item for item in found if item["record"] == "pooled" and item["about"] == about)


def test_every_way_of_working_has_a_grade() -> None:
    found = records()
    assert len(found) == 10
    assert {item["mechanism"]: item["grade"] for item in found}["health support"] == "mixed"
    assert "not how large they are" in levelling("evidence").stdout


def test_what_cannot_be_pooled_says_why() -> None:
    found = records("health-support")
    heap = pooled(found, "work that lasts")
    assert not heap["pooled"]
    assert heap["why_not"].startswith("Cannot be pooled, because no interval was read")
    assert any(item["record"] == "side by side" and "sheffield-health-led-trial" in item["cases"] for item in found)
    said = levelling("evidence", "health-support").stdout
    assert "For earnings: no clear effect found" in said
    assert "Side by side: Thrive into Work" in said


def toml(key: str, value: str) -> str:
    return f'{key} = "{value}"' if key in {"name", "outcome", "unit"} else f"{key} = {value}"


@pytest.mark.parametrize("name", ["own.csv", "own.toml", "semicolons.csv"])
def test_results_of_ones_own_are_pooled(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    text = OWN
    if name.endswith(".toml"):
        heading, *rows = [line.split(",") for line in OWN.splitlines()]
        text = "\n".join("\n".join(["[[results]]", *map(toml, heading, row)]) for row in rows)
    if "semicolons" in name:
        text = "\ufeff" + OWN.replace(",", ";")
    file.write_text(text, encoding="utf-8")
    heap = pooled(records("brokerage", "--add", str(file)))
    assert heap["pooled"]
    assert heap["studies"] == ["North", "South", "West"]
    assert heap["lower"] < heap["mean"] < heap["upper"]
    assert heap["predicted_lower"] < heap["lower"]
    assert heap["predicted_upper"] > heap["upper"]
    assert {item["why"] for item in heap["left_out"]} >= {"no interval was read"}


def test_a_file_of_three_columns_is_pooled_by_itself_and_what_is_assumed_is_said(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("effect,lower,upper,my note\n5,1,9,ours\n1,-2,4,\n\n", encoding="utf-8")
    found = records("training", "--add", str(file))
    heap = pooled(found, "")
    assert heap["studies"] == ["row 2 of your file", "row 3 of your file"]
    assert heap["predicted_lower"] is None
    said = levelling("evidence", "training", "--add", str(file)).stdout
    assert "were taken as 95%" in said
    assert "that they were compared well is your word" in said
    assert "With two results nothing can be said of a new place." in said


def test_what_is_good_in_a_file_is_used_and_the_bad_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    bad = (
        "Bad,in work at a time,percentage points,9,1,4,95,3\n"
        "Worse,in wrok,percentage points,x,1,4,95,9\n"
        "Poor,in work at a time,percentage points,3,1,4,95,1\n"
    )
    file.write_text(OWN + bad, encoding="utf-8")
    said = levelling("evidence", "brokerage", "--add", str(file)).stdout
    for part in (
        "row 5, the effect 9 lies outside its interval, 1 to 4",
        "row 6, outcome: ",
        "row 6, effect: ",
        "row 6, maryland: ",
        "Poor, because its comparison is of grade 1",
    ):
        assert part in said


def test_ratios_are_pooled_as_logarithms(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("unit,effect,lower,upper\nrisk ratio,2,1,4\nrisk ratio,0.5,0.25,1\n", encoding="utf-8")
    heap = pooled(records("training", "--add", str(file)), "")
    assert heap["mean"] == pytest.approx(1.0)
    assert heap["lower"] * heap["upper"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("effect,lower,upper\n5,9,1\n", "row 2, the interval is upside down: 9 to 1"),
        ("effect,lower,upper\n5,5,5\n", "row 2, an interval without any width cannot be"),
        ("effect,lower,upper\n5,1,\n", "row 2, lower and upper come together or not at all"),
        ("effect\n5\n", "row 2, give lower and upper, or standard_error"),
        ("effect,standard_error\n5,-1\n", "row 2, standard_error: "),
        ("effect,standard_error\nnan,1\n", "row 2, effect: "),
        ("effect,unit,standard_error\n-1,risk ratio,1\n", "row 2, a risk ratio is above nought"),
        ("size,lower,upper\n5,1,9\n", "has no column 'effect'"),
        ("effect,lower,upper\n", "it holds none"),
        ("", "has no column 'effect'"),
        ("effect,standard_error,effect\n5,1,2\n", "has more than one column 'effect'"),
        ("effect,standard_error\n5,1,2\n", "row 2, more fields than the heading has"),
    ],
)
def test_a_file_that_cannot_be_used_ends_in_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "own.csv"
    file.write_text(text, encoding="utf-8")
    refused(levelling("evidence", "brokerage", "--add", str(file)), said)


def test_a_file_nested_thousands_deep_ends_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text("results = " + "[" * 9_000 + "]" * 9_000, encoding="utf-8")
    refused(levelling("evidence", "brokerage", "--add", str(file)), "too deep")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("magic",), "MECHANISM cannot be 'magic'"),
        (("helth",), "Did you mean: health support?"),
        (("brokerage", "--people", "yung"), "Did you mean: young people?"),
        (("brokerage", "--add", "nowhere.csv"), "nowhere.csv cannot be read"),
        (("brokerage", "--add", "nowhere.toml"), "nowhere.toml cannot be read"),
        (("--add", "nowhere.csv"), "--add needs a way of working"),
    ],
)
def test_bad_input_ends_in_one_sentence(arguments: tuple[str, ...], said: str) -> None:
    refused(levelling("evidence", *arguments), said)


@pytest.mark.parametrize("text", ["a = ", "a = 1", "results = 3", 'results = ["x"]', "[[results]]\neffect = true\n"])
def test_a_toml_file_that_is_none_ends_in_one_sentence(tmp_path: Path, text: str) -> None:
    file = tmp_path / "own.toml"
    file.write_text(text, encoding="utf-8")
    refused(levelling("evidence", "brokerage", "--add", str(file)), "own.toml")


@pytest.mark.parametrize(
    "arguments", [(), ("health-support",), ("brokerage", "--people", "young-people"), ("social-enterprise",)]
)
def test_a_page_is_written(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    page = tmp_path / "page.html"
    file = tmp_path / "own.csv"
    file.write_text(OWN + "Bad,in work at a time,percentage points,9,1,4,95,3\n", encoding="utf-8")
    more = ("--add", str(file)) if arguments else ()
    done = levelling("evidence", *arguments, *more, "--out", str(page))
    assert done.returncode == 0, done.stderr
    text = page.read_text("utf-8")
    assert ("95% interval" in text) is bool(arguments)
    assert ("A new place" in text) is bool(arguments), "results are drawn, with a new place below"


def test_python_has_the_same_answers_as_the_command_line() -> None:
    atlas = lv.open()
    assert atlas.evidence("health support", people="disabled people").records() == records(
        "health-support", "--people", "disabled-people"
    )
    assert atlas.evidence().records() == records()
