"""Each verb of `levelling jobs` on a small made-up caseload, as a user meets it: words, JSON, CSV, files, and what is refused."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.command import Done, levelling, refused

DAY = ("--as-of", "2026-11-28")
MATCH = {
    *("person", "rank", "vacancy", "title", "employer", "place", "km", "fit", "skills", "occupation", "qualification"),
    *(
        "quality_least",
        "quality_most",
        "quality_told",
        "quality_untold",
        "pay_from",
        "pay_to",
        "why",
        "missing",
        "rubs",
        "ask",
        "broken",
        "limits",
    ),
}
SHARED = {
    *("person", "vacancy", "title", "employer", "place", "fit"),
    *("quality_least", "quality_most", "quality_told", "quality_untold", "choice", "below", "why"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    counts = ("--people", "20", "--vacancies", "300", "--seed", "5")
    done = levelling("jobs", "synth", "--area", "Hartlepool", *counts, "--out", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


def files(made: Path) -> tuple[str, ...]:
    return ("--people", str(made / "people.csv"), "--vacancies", str(made / "vacancies.csv"), *DAY)


def records(done: Done) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def matches(made: Path) -> list[dict[str, Any]]:
    return records(levelling("jobs", "match", *files(made), "--k", "3", "--json"))


def test_matches_name_what_json_promises_and_break_no_limit(matches: list[dict[str, Any]]) -> None:
    assert matches
    by_person: dict[str, list[Mapping[str, Any]]] = {}
    for record in matches:
        assert set(record) == MATCH
        assert record["broken"] == ""
        assert "broken" not in record["limits"].values()
        assert record["why"]
        by_person.setdefault(record["person"], []).append(record)
    for mine in by_person.values():
        assert [record["rank"] for record in mine] == [1, 2, 3][: len(mine)]
        assert [record["fit"] for record in mine] == sorted((record["fit"] for record in mine), reverse=True)


def test_matches_as_a_table_and_as_csv(made: Path, matches: list[dict[str, Any]]) -> None:
    shown = levelling("jobs", "match", *files(made), "--k", "3")
    assert shown.returncode == 0
    assert matches[0]["title"] in shown.stdout
    assert "Neither is a finding." in shown.stdout
    assert "People: 20 rows read: 20 people." in shown.stderr
    rows = list(csv.DictReader(io.StringIO(levelling("jobs", "match", *files(made), "--k", "3", "--csv").stdout)))
    assert [row["vacancy"] for row in rows] == [record["vacancy"] for record in matches]
    assert set(rows[0]) == MATCH - {"limits"}


@pytest.mark.parametrize("ending", ["html", "md", "csv", "json"])
def test_matches_are_written_whole_in_the_form_of_the_ending(
    made: Path, matches: list[dict[str, Any]], tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"matches.{ending}"
    done = levelling("jobs", "match", *files(made), "--k", "3", "--out", str(out))
    assert done.returncode == 0, done.stderr
    text = out.read_text("utf-8")
    if ending == "json":
        assert json.loads(text) == matches
    elif ending == "csv":
        assert len(list(csv.DictReader(io.StringIO(text)))) == len(matches)
    else:
        assert all(record["person"] in text for record in matches)
        assert matches[0]["title"] in text
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_one_person_is_explained_line_by_line(made: Path, matches: list[dict[str, Any]]) -> None:
    person = matches[0]["person"]
    told = levelling("jobs", "explain", person, *files(made), "--k", "3")
    assert told.returncode == 0
    assert f"[{matches[0]['vacancy']}]" in told.stdout
    for line in (f"Fit {matches[0]['fit']} of 100", "For it: ", "To gain: "):
        assert line in told.stdout
    same = records(levelling("jobs", "explain", person, *files(made), "--k", "3", "--json"))
    assert same == [record for record in matches if record["person"] == person]


def test_a_vacancy_that_is_not_proposed_says_why(made: Path, matches: list[dict[str, Any]]) -> None:
    (least,) = [record for record in matches if record["person"] == matches[0]["person"]][-1:]
    far = {record["vacancy"] for record in matches if record["place"] not in {least["place"], "from home"}}
    left = min(far - {record["vacancy"] for record in matches if record["person"] == least["person"]})
    told = levelling("jobs", "explain", least["person"], *files(made), "--vacancy", left)
    assert "Not possible: " in told.stdout or "Not proposed: " in told.stdout


def test_everybody_is_shared_out_to_or_told_why_not(made: Path, tmp_path: Path) -> None:
    found = records(levelling("jobs", "share", *files(made), "--json"))
    assert {record["person"] for record in found} == {f"made-p{number:07}" for number in range(1, 21)}
    assert all(set(record) == SHARED and bool(record["vacancy"]) != bool(record["why"]) for record in found)
    out = tmp_path / "shared.json"
    assert levelling("jobs", "share", *files(made), "--out", str(out)).returncode == 0
    assert json.loads(out.read_text("utf-8")) == found


def test_demand_holds_own_vacancies_against_own_people_and_protects_small_numbers(made: Path) -> None:
    shown = levelling("jobs", "demand", "Hartlepool", *files(made))
    assert shown.returncode == 0, shown.stderr
    assert "Your vacancies against your people" in shown.stdout
    assert "fewer than 8 people" in shown.stdout
    assert "Counts of 1 to 7 people are withheld" in shown.stdout
    found = records(levelling("jobs", "demand", "Hartlepool", *files(made), "--json"))
    own = [record for record in found if record["part"] == "given vacancies against given people"]
    assert own
    assert all(record["people"] is None or (record["people"] >= 10 or record["people"] == 0) for record in own)
    assert all(record["people"] is None or record["people"] % 5 == 0 for record in own)


def test_demand_with_vacancies_alone_says_nothing_of_people(made: Path) -> None:
    shown = levelling("jobs", "demand", "Hartlepool", "--vacancies", str(made / "vacancies.csv"), *DAY)
    assert shown.returncode == 0, shown.stderr
    assert "Your vacancies\n" in "\n".join(line.rstrip() for line in shown.stdout.splitlines())
    assert "People who offer it" not in shown.stdout
    assert "People:" not in shown.stderr


def test_so_few_people_that_nothing_can_be_told_of_them(made: Path, tmp_path: Path) -> None:
    few = tmp_path / "few.csv"
    few.write_text("\n".join((made / "people.csv").read_text("utf-8").splitlines()[:4]) + "\n", "utf-8")
    given = ("--people", str(few), "--vacancies", str(made / "vacancies.csv"), *DAY)
    shown = levelling("jobs", "demand", "Hartlepool", *given)
    assert "So few people are given that nothing can be told of them." in shown.stdout


def test_pathways_from_an_occupation_and_from_a_place(made: Path) -> None:
    one = records(levelling("jobs", "pathways", "sales assistant", "--area", "Hartlepool", "--top", "3", "--json"))
    assert [record["rank"] for record in one] == [1, 2, 3]
    assert {"occupation", "likeness", "gains", "pays_enough", "safer", "routes", "local_people"} <= set(one[0])
    here = records(levelling("jobs", "pathways", "--area", "Hartlepool", "--top", "2", "--json"))
    assert [set(record) >= {"area", "occupation", "people_at_high_risk", "ways"} for record in here] == [True, True]


def test_created_jobs_show_the_findings_they_hang_on(made: Path) -> None:
    (one,) = records(levelling("jobs", "create", "care-worker", "--area", "Hartlepool", *DAY, "--json"))
    assert {"area", "net_low", "net_high", "people", "factors"} <= set(one)
    assert {option["factor"] for option in one["factors"]} >= {"deadweight", "displacement"}
    given = ("--caseload", str(made / "people.csv"), *DAY, "--csv")
    (row,) = csv.DictReader(io.StringIO(levelling("jobs", "create", "care-worker", "--area", "Hartlepool", *given).stdout))
    assert "factors" not in row
    assert float(row["able_high"]) <= 20


def test_a_person_that_is_mistyped_is_offered_near_ones(made: Path) -> None:
    done = levelling("jobs", "explain", "made-p000001", *files(made))
    assert (done.returncode, done.stdout) == (2, "")
    assert "No person has the key 'made-p000001' in these files. Did you mean made-p00000" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("create", "care-worker", "--area", "Hartlepol"), "Hartlepool"),
        (("demand", "Hartlepol"), "Hartlepool"),
        (("synth", "--area", "Hartlepol", "--out", "nowhere"), "Hartlepool"),
        (("match", "--people", "none.csv", "--vacancies", "none.csv"), "none.csv"),
        (("match", "--people", "none.csv", "--vacancies", "none.csv", "--as-of", "soon"), "--as-of cannot be 'soon'"),
        (("match", "--people", "none.csv", "--vacancies", "none.csv", "--out", "matches.xls"), ".csv, .json, .html or .md"),
        (("share", "--people", "none.csv", "--vacancies", "none.csv", "--floor", "half"), "The floor 'half' is no share"),
        (("demand", "Hartlepool", "--people", "none.csv"), "no vacancies to hold them against"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    arguments: tuple[str, ...], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(levelling("jobs", *arguments), says)
    assert list(tmp_path.iterdir()) == []
