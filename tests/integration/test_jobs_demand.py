"""`levelling jobs demand`: what a person sees, and what a program gets."""

import json

from tests.command import levelling


def test_a_place_in_words_and_numbers() -> None:
    done = levelling("jobs", "demand", "Hartlepool")
    assert done.returncode == 0
    assert "Caring personal service occupations" in done.stdout
    assert "Tees Valley (local skills improvement plan area around Hartlepool)" in done.stdout
    assert "Cannot tell:" in done.stdout


def test_a_place_without_adverts_shows_what_people_do() -> None:
    done = levelling("jobs", "demand", "Glasgow City")
    assert done.returncode == 0
    assert "Such adverts are held for England only." in done.stdout
    assert "Culture, media and sports occupations" in done.stdout


def test_records_as_json() -> None:
    records = json.loads(levelling("jobs", "demand", "Camden", "--json").stdout)
    assert {record["area"] for record in records if record["part"] == "adverts by occupation"} == {"E69000013"}


def test_a_place_that_is_none_is_told_in_a_sentence() -> None:
    done = levelling("jobs", "demand", "Hartlepoool")
    assert done.returncode == 2
    assert "Hartlepool" in done.stderr
    assert "Traceback" not in done.stderr
