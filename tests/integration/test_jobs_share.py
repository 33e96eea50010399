"""`levelling jobs share`: from a user's files to recommendations that keep to places, and what is said of them."""

import csv
import json
from pathlib import Path

import pytest

from tests.command import levelling, refused

DAY = ("--as-of", "2026-11-28")


@pytest.fixture(scope="module")
def caseload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    done = levelling(
        *(
            "jobs",
            "synth",
            "--area",
            "Hartlepool",
            "--people",
            "300",
            "--vacancies",
            "60",
            "--within",
            "0",
            "--seed",
            "3",
            "--out",
            str(folder),
        )
    )
    assert done.returncode == 0, done.stderr
    return folder


def files(folder: Path) -> tuple[str, ...]:
    return ("jobs", "share", "--people", str(folder / "people.csv"), "--vacancies", str(folder / "vacancies.csv"), *DAY)


def test_everybody_is_told_of_and_no_vacancy_is_given_out_beyond_its_places(caseload: Path) -> None:
    done = levelling(*files(caseload), "--json")
    assert done.returncode == 0, done.stderr
    records = json.loads(done.stdout)
    with (caseload / "vacancies.csv").open(encoding="utf-8", newline="") as file:
        places = {row["id"]: int(row["headcount"]) for row in csv.DictReader(file)}
    assert len({record["person"] for record in records}) == len(records) == 300
    sent = [record["vacancy"] for record in records if record["vacancy"]]
    assert sent
    assert all(sent.count(key) <= places[key] for key in sent)
    assert all(bool(record["vacancy"]) != bool(record["why"]) for record in records)


def test_more_people_a_place_place_more_and_the_table_says_what_came_of_it(caseload: Path) -> None:
    one, three = levelling(*files(caseload)), levelling(*files(caseload), "--per-place", "3", "--floor", "0.5")
    assert "are recommended a vacancy" in one.stdout
    assert "furthest from work" in one.stdout

    def placed(said: str) -> int:
        return int(said.split("Of 300 people, ")[1].split(maxsplit=1)[0])

    assert placed(three.stdout) > placed(one.stdout)


def test_a_file_is_written_whole(caseload: Path, tmp_path: Path) -> None:
    done = levelling(*files(caseload), "--out", str(tmp_path / "shared.csv"))
    assert done.returncode == 0, done.stderr
    assert "keep it as you keep the caseload" in done.stderr
    assert len((tmp_path / "shared.csv").read_text("utf-8").splitlines()) == 301


def test_what_cannot_be_asked_for_is_refused_in_one_sentence(caseload: Path, tmp_path: Path) -> None:
    refused(levelling(*files(caseload), "--floor", "half"), "The floor 'half' is no share")
    refused(levelling(*files(caseload), "--per-place", "0"), "0 people a place")
    refused(levelling(*files(caseload), "--out", str(tmp_path / "shared.xls")), ".csv or .json")
