"""`levelling health-effect` as a user runs it."""

import json
from pathlib import Path

import pytest

from tests.command import levelling


def test_the_verb_answers_in_every_form(tmp_path: Path) -> None:
    done = levelling("health-effect", "Hartlepool", "--more-in-work", "500", "--json")
    assert done.returncode == 0, done.stderr
    records = json.loads(done.stdout)
    fields = {"area", "name", "outcome", "change", "lower", "upper", "unit", "direction", "grade", "how", "sources", "modelled"}
    assert all(fields <= set(record) for record in records)
    page = tmp_path / "effect.md"
    assert levelling("health-effect", "Hartlepool", "--more-in-work", "-500", "--out", str(page)).returncode == 0
    text = page.read_text("utf-8")
    assert "500 fewer people in work in Hartlepool" in text
    assert "use one, not both" in text
    said = levelling("health-effect", "Hartlepool", "--rate-up", "1")
    assert "564 more people in work" in said.stdout


def test_a_place_whose_figures_are_not_held_is_told_so() -> None:
    done = levelling("health-effect", "Belfast", "--more-in-work", "500")
    assert done.returncode == 0
    assert "No base is held here" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Hartlepool", "--more-in-work", "50000"), "50,000 more people cannot be in work in Hartlepool"),
        (("Hartlepool", "--more-in-work", "-50000"), "50,000 fewer people cannot be in work in Hartlepool"),
        (("Hartlepool", "--rate-up", "80"), "cannot be in work in Hartlepool"),
        (("Hartlepool", "--rate-up", "nan"), "must be a number"),
        (("Hartlepool",), "not said how many"),
        (("Hartlepool", "--more-in-work", "1", "--rate-up", "1"), "Two sizes"),
        (("Hartlepol", "--more-in-work", "1"), "Did you mean"),
        (("Belfast", "--rate-up", "1"), "No number of people aged 16 to 64"),
        (("Hartlepool", "--more-in-work", "half"), "--more-in-work"),
    ],
)
def test_bad_input_is_told_in_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    done = levelling("health-effect", *arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_more_chronic_illness_than_people_who_enter_work_is_remarked_on() -> None:
    done = levelling("health-effect", "Hartlepool", "--more-in-work", "100", "--json")
    ill = next(record for record in json.loads(done.stdout) if record["outcome"] == "chronic-conditions")
    assert ill["change"] < -100
    said = "is more people than begin or lose work"
    assert said in levelling("health-effect", "Hartlepool", "--more-in-work", "100").stdout
    assert said not in levelling("health-effect", "Isles of Scilly", "--more-in-work", "10").stdout
