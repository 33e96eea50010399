"""`levelling jobs match|explain|share` with files that are meant to break it: one clear sentence, nothing run, nothing lost."""

import csv
import gzip
import json
from pathlib import Path

import pytest

from tests.command import levelling, refused

DAY = ("--as-of", "2026-11-28")
COLUMNS = ("id", "latitude", "longitude", "travel", "minutes", "occupations", "wants")
ADVERT = ("id", "title", "employer", "place", "latitude", "longitude", "pay", "hours")
ANN = ("ann", "54.686", "-1.212", "car", "60", "cook", "cook")
COOK = ("v1", "Cook", "Cafe", "Hartlepool", "54.69", "-1.21", "£13.50 an hour", "20-30")


def table(path: Path, columns: tuple[str, ...], *rows: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows((columns, *rows))
    return path


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return table(tmp_path / "people.csv", COLUMNS, ANN)


@pytest.fixture
def vacancies(tmp_path: Path) -> Path:
    return table(tmp_path / "vacancies.csv", ADVERT, COOK)


def given(verb: str, people: Path, vacancies: Path, *more: str) -> tuple[str, ...]:
    return ("jobs", verb, *more, "--people", str(people), "--vacancies", str(vacancies), *DAY)


def test_an_answer_is_never_written_over_what_was_read(people: Path, vacancies: Path, tmp_path: Path) -> None:
    before = people.read_bytes(), vacancies.read_bytes()
    said = "is named for two things"
    for verb in ("match", "share"):
        refused(levelling(*given(verb, people, vacancies, "--out", str(people))), said)
        refused(levelling(*given(verb, people, vacancies, "--faults", str(vacancies))), said)
    both = str(tmp_path / "both.csv")
    refused(levelling(*given("match", people, vacancies, "--out", both, "--faults", both)), said)
    assert (people.read_bytes(), vacancies.read_bytes()) == before
    assert not Path(both).exists()


def test_one_form_and_a_known_ending_are_asked_for_before_anything_is_read(people: Path, vacancies: Path, tmp_path: Path) -> None:
    refused(levelling(*given("match", people, vacancies, "--json", "--out", str(tmp_path / "x.csv"))), "one form")
    refused(levelling(*given("match", people, vacancies, "--out", str(tmp_path / "noending"))), ".csv, .json, .html or .md")


def test_nothing_of_a_file_reaches_a_terminal_as_an_order(tmp_path: Path, vacancies: Path) -> None:
    evil = "=1+1\x1b[2J\x07\x9b31m\u202e<script>[bold]"
    people = table(tmp_path / "evil.csv", COLUMNS, (evil, *ANN[1:]), ("@SUM(1)", *ANN[1:]))
    adverts = table(tmp_path / "evils.csv", ADVERT, COOK, (evil, f"Cook {evil}", evil, evil, *COOK[4:]))
    for verb in ("match", "share"):
        for form in ((), ("--csv",), ("--json",)):
            done = levelling(*given(verb, people, adverts, *form))
            assert done.returncode == 0, done.stderr
            said = done.stdout + done.stderr
            assert all(sign.isprintable() or sign == "\n" for sign in said), [sign for sign in said if not sign.isprintable()]
            if form == ("--csv",):
                cells = [cell for row in csv.reader(done.stdout.splitlines()) for cell in row]
                assert not any(cell.startswith(("=", "+", "@")) for cell in cells)
    page = tmp_path / "page.html"
    assert levelling(*given("match", people, adverts, "--out", str(page))).returncode == 0
    assert "<script>[" not in page.read_text("utf-8")


def test_faults_of_one_kind_are_one_line_and_all_of_them_in_the_file(people: Path, tmp_path: Path) -> None:
    rows = [(f"v{at}", f"Cook {at}", *COOK[2:6], "", COOK[7]) for at in range(30)]
    vacancies = table(tmp_path / "many.csv", ADVERT, *rows)
    done = levelling(*given("match", people, vacancies))
    assert "many.csv, row 2 and 29 more, pay: none is stated. Ask the employer.\n" in done.stderr
    assert done.stderr.count("none is stated") == 1
    faults = tmp_path / "faults.csv"
    assert levelling(*given("match", people, vacancies, "--faults", str(faults))).returncode == 0
    assert faults.read_text("utf-8").count("none is stated") == 30


def test_files_in_which_nobody_or_nothing_can_be_used(people: Path, vacancies: Path, tmp_path: Path) -> None:
    wrong = table(tmp_path / "wrong.csv", ("mood", "colour"), ("glad", "red"))
    for files, what in (((wrong, vacancies), "person"), ((people, wrong), "vacancy")):
        done = levelling(*given("match", *files))
        assert done.returncode == 2
        assert f"No {what} in these files can be used." in done.stderr
        assert "Traceback" not in done.stderr


def test_a_key_that_is_not_there_is_told_safely(people: Path, vacancies: Path) -> None:
    for key in ("\x1b[31m", "x" * 100_000, "anne"):
        done = levelling(*given("explain", people, vacancies, key))
        assert done.returncode == 2
        last = done.stderr.splitlines()[-1]
        assert last.startswith("levelling: No person has the key '")
        assert last.isprintable()
        assert len(last) < 200
    assert last.endswith("Did you mean ann?")


def test_a_damaged_pack_is_called_damaged_and_what_is_whole_in_it_used(people: Path, tmp_path: Path) -> None:
    packed = gzip.compress(table(tmp_path / "whole.csv", ADVERT, COOK).read_bytes())
    path = tmp_path / "sum.csv.gz"
    path.write_bytes(packed[:-8] + b"12345678")
    done = levelling(*given("match", people, path))
    assert "crc" not in done.stderr.lower()
    assert "1 vacancy" in done.stderr
    path.write_bytes(packed[:8])
    refused(levelling(*given("match", people, path)), "packed and damaged")


@pytest.mark.parametrize("ending", ["csv", "json", "html", "md"])
def test_half_a_sign_in_json_is_no_reason_to_stop(people: Path, tmp_path: Path, ending: str) -> None:
    advert = dict(zip(ADVERT, COOK, strict=True)) | {"id": "a\ud800b", "title": "Cook \udcff", "employer": "\ud800"}
    vacancies = tmp_path / "half.json"
    vacancies.write_text(json.dumps([advert]), "utf-8")
    out = tmp_path / f"out.{ending}"
    done = levelling(*given("match", people, vacancies, "--out", str(out)))
    assert done.returncode == 0, done.stderr
    assert "Cook" in out.read_text("utf-8")


def test_what_came_of_it_is_told_in_words(people: Path, vacancies: Path) -> None:
    assert "1 person has fewer than 10." in levelling(*given("match", people, vacancies)).stdout
    assert "1 person has 1 vacancy." in levelling(*given("match", people, vacancies, "--k", "1")).stdout
    told = json.loads(levelling(*given("match", people, vacancies, "--k", "1", "--json")).stdout)
    assert [record["vacancy"] for record in told] == ["v1"]
