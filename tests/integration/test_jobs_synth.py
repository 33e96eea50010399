"""`levelling jobs synth`: files that are the same for the same seed, labelled as made up, and told with what they follow."""

import csv
import json
from pathlib import Path

from tests.command import levelling, refused

SMALL = ("jobs", "synth", "--area", "Hartlepool", "--people", "12", "--vacancies", "9", "--seed", "5")


def test_files_are_written_whole_and_say_that_nobody_is_real(tmp_path: Path) -> None:
    out = tmp_path / "new" / "made"
    done = levelling(*SMALL, "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert "Wrote 12 people and 9 vacancies" in done.stdout
    assert "Nobody here is real" in done.stdout
    assert sorted(path.name for path in out.iterdir()) == ["margins.json", "people.csv", "vacancies.csv"]
    with (out / "people.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    with (out / "vacancies.csv").open(encoding="utf-8", newline="") as file:
        vacancies = list(csv.DictReader(file))
    assert (len(people), len(vacancies)) == (12, 9)
    assert all(row["id"].startswith("made-") for row in (*people, *vacancies))
    assert all(row["lsoa"].startswith("E01") and row["occupations"] and row["travel"] for row in people)
    assert all(not row["pay"] or row["pay"].startswith("£") for row in vacancies)
    margins = json.loads((out / "margins.json").read_text("utf-8"))
    assert {margin["supposed"] for margin in margins} == {True, False}
    assert all(margin["source"] or margin["note"] for margin in margins)


def test_the_same_seed_writes_the_same_bytes_in_either_form(tmp_path: Path) -> None:
    for form in ("csv", "jsonl"):
        for name in ("one", "two"):
            assert levelling(*SMALL, "--format", form, "--out", str(tmp_path / name)).returncode == 0
    names = {path.name for path in (tmp_path / "one").iterdir()}
    assert names == {"margins.json", "people.csv", "people.jsonl", "vacancies.csv", "vacancies.jsonl"}
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    lines = (tmp_path / "one" / "people.jsonl").read_text("utf-8").splitlines()
    with (tmp_path / "one" / "people.csv").open(encoding="utf-8", newline="") as file:
        for line, row in zip(lines, csv.DictReader(file), strict=True):
            said = {field: "; ".join(value) if isinstance(value, list) else value for field, value in json.loads(line).items()}
            assert said == row


def test_a_caseload_that_was_not_made_up_is_never_written_over(tmp_path: Path) -> None:
    mine = tmp_path / "people.csv"
    mine.write_text("id,postcode\nann,TS24\n", "utf-8")
    refused(levelling(*SMALL, "--out", str(tmp_path)), "was not made up")
    assert mine.read_text("utf-8") == "id,postcode\nann,TS24\n"
    assert not (tmp_path / "vacancies.csv").exists()


def test_what_cannot_be_made_is_refused_in_one_sentence(tmp_path: Path) -> None:
    refused(levelling("jobs", "synth", "--area", "Hartlepol", "--out", str(tmp_path)), "Hartlepool")
    refused(levelling("jobs", "synth", "--area", "Hartlepool", "--people", "-3", "--out", str(tmp_path)), "cannot be made")
    file = tmp_path / "file"
    file.write_text("kept", "utf-8")
    refused(levelling(*SMALL, "--out", str(file)), "cannot be made")
    assert file.read_text("utf-8") == "kept"
