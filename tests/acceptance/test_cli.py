"""The command line as a user meets it: real processes, real figures, real exit codes."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import levelling, refused


def run(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `levelling` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "levelling", *arguments],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "200", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["area", "Hartlepol"], ["Hartlepol", "Did you mean", "Hartlepool"]),
        (["plan", "Hartlepol"], ["Did you mean", "Hartlepool"]),
        (["plan", "North East"], ["region", "combined authority"]),
        (["plan", "Allerdale"], ["Cumberland"]),
        (["plan"], ["Name one place"]),
        (["plan", "Hartlepool", "--all"], ["Name one place"]),
        (["plan", "Hartlepool", "--against", "Nowhereshire"], ["Nowhereshire"]),
        (["compare", ""], ["name"]),
        (["indicator", "employment-rat"], ["employment-rate"]),
        (["indicator", "employment-rate", "--period", "last year"], ["last year"]),
        (["indicator", "employment-rate", "--category", "green"], ["green"]),
        (["indicator", "employment-rate", "--area", "Hartlepool", "--period", "1850"], ["not published", "2023"]),
        (["indicator", "employment-rate", "--format", "parquet"], ["--out"]),
        (["figures", "build", "--from", "no-such-folder"], ["no-such-folder"]),
        (["moon"], ["No such command 'moon'. See: levelling --help."]),
        (["rank"], ["Missing argument 'INDICATOR...'. See: levelling rank --help."]),
        (["rank", "employment-rate", "--level", "lsoa"], ["'--level'", "'lsoa' is not one of", "levelling rank --help"]),
        (["rank", "employment-rate", "--draws", "many"], ["'--draws'", "integer"]),
        (["rank", "employment-rate", "--draws", "9999999999"], ["20,000 or fewer"]),
        (["rank", "employment-rate", "--level", "uk"], ["hold one another"]),
        (["rank", "employment-rate", "--period", "9999"], ["no figure of employment-rate", "9999"]),
        (["rank", "employment-rate", "--period", "2019-01-01/P999999999999D"], ["is not a period"]),
        (["rank", "employment-rate", "--period", "2019-01-01/P0Y"], ["is not a period"]),
        (["trend", "employment-rat"], ["No area and no indicator", "employment-rate"]),
        (["trend", "Hartlepol"], ["No area is called", "Hartlepool"]),
        (["plan", "Hartlepool", "--out", "plan.docx"], ["cannot be written as .docx", ".html"]),
        (["compare", "United Kingdom"], ["anything to hold it against"]),
        (["compare", "Hartlepool", "--against", "Hartlepool"], ["compared with itself"]),
        (["inequality", "gdhi-per-head", "--from", "2015", "--to", "2005"], ["cannot run from 2015 to 2005"]),
        (["predictors", "--outcome", "level", "--from", "2008"], ["takes no --from"]),
        (["predictors", "--outcome", "level", "--to", "2050"], ["The year 2050 is not in the series"]),
        (["predictors", "Hartlepool", "--places"], ["Leave one of the two out"]),
        (["future", "United Kingdom"], ["Try a smaller area"]),
    ],
)
def test_each_mistake_gets_a_sentence_and_exit_code_2(arguments: list[str], says: list[str]) -> None:
    refused(levelling(*arguments), *says)


@pytest.mark.skipif(os.name == "nt", reason="a shell closes outputs this way on POSIX systems only")
def test_a_closed_output_is_no_fault() -> None:
    command = [sys.executable, "-m", "levelling", "area", "Hartlepool"]
    done = subprocess.run(["/bin/sh", "-c", 'exec "$@" >&-', "sh", *command], stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_plan_is_one_file_that_says_where_it_is(tmp_path: Path) -> None:
    done = run("plan", "Hartlepool", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    (page,) = tmp_path.iterdir()
    assert str(page) in done.stdout
    assert "<h1" in page.read_text("utf-8")


@pytest.mark.parametrize("form", ["html", "json", "md"])
def test_a_plan_takes_the_form_its_file_name_asks_for(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"plan.{form}"
    done = run("plan", "Belfast", "--out", str(target))
    assert done.returncode == 0, done.stderr
    text = target.read_text("utf-8")
    assert text.lstrip().startswith({"html": "<!doctype html>", "json": "{", "md": "# "}[form])


def test_a_plan_that_cannot_be_written_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    refused(run("plan", "Hartlepool", "--out", str(tmp_path / "file" / "page.html")), "page.html")
    assert (tmp_path / "file").read_text() == "kept"
    folder = tmp_path / "folder.html"
    folder.mkdir()
    refused(run("plan", "Hartlepool", "--out", str(folder)), "folder.html")


def test_compare_gives_the_promised_fields() -> None:
    done = run("compare", "Hartlepool", "--json")
    assert done.returncode == 0, done.stderr
    records = json.loads(done.stdout)
    fields = "indicator unit period value lower upper status comparator comparator_value difference verdict source"
    fields += " difference_lower difference_upper"
    assert all(set(fields.split()) <= set(record) for record in records)
    assert all(set(record["source"]) >= {"publisher", "release", "licence", "address"} for record in records)
    employment = [record for record in records if record["indicator"] == "employment-rate" and record["comparator"] == "uk"]
    assert len(employment) == 1
    assert employment[0]["difference"] == pytest.approx(employment[0]["value"] - employment[0]["comparator_value"])


def test_an_indicator_comes_in_every_format_with_the_same_figures(tmp_path: Path) -> None:
    import polars as pl

    arguments = ["indicator", "employment-rate", "--level", "region"]
    records = json.loads(run(*arguments, "--format", "json").stdout)
    rows = list(csv.DictReader(io.StringIO(run(*arguments, "--format", "csv").stdout)))
    assert {"area_code", "area_name", "period", "value", "lower", "upper", "status"} <= set(rows[0])
    target = tmp_path / "rates.parquet"
    assert run(*arguments, "--format", "parquet", "--out", str(target)).returncode == 0
    frame = pl.read_parquet(target)
    values = [record["value"] for record in records]
    assert len(values) == 9
    assert values == [float(row["value"]) for row in rows] == frame["value"].to_list()


def test_csvw_describes_every_column(tmp_path: Path) -> None:
    target = tmp_path / "rates.csv"
    assert run("indicator", "employment-rate", "--level", "region", "--format", "csvw", "--out", str(target)).returncode == 0
    description = json.loads((tmp_path / "rates.csv-metadata.json").read_text("utf-8"))
    header = target.read_text("utf-8").splitlines()[0].split(",")
    assert [column["name"] for column in description["tableSchema"]["columns"]] == header
    assert description["url"] == "rates.csv"


def test_figures_are_listed_and_whole() -> None:
    listed = json.loads(run("figures", "list", "--json").stdout)
    assert {"employment-rate", "claimant-count"} <= {record["slug"] for record in listed}
    checked = run("figures", "check")
    assert checked.returncode == 0, checked.stderr
    assert "all whole" in checked.stdout


def test_colour_is_for_terminals_only_and_tables_are_not_cut_in_a_pipe() -> None:
    done = run("indicator", "employment-rate", "--level", "nation", NO_COLOR="1")
    assert "\x1b[" not in done.stdout
    assert "Northern Ireland" in done.stdout


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -m levelling indicator employment-rate --level lad --format csv | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.startswith("indicator,area_code")
    assert done.stderr == ""


def test_an_abolished_area_is_shown_with_what_follows_it() -> None:
    facts = json.loads(run("area", "Allerdale", "--json").stdout)
    assert [item["name"] for item in facts["successors"]] == ["Cumberland"]


def test_an_area_says_which_bodies_its_people_are_in() -> None:
    facts = json.loads(run("area", "Hartlepool", "--json").stdout)
    names = {item["name"]: item["share_of_this_area"] for item in facts["overlaps"]}
    assert any("North East and North Cumbria" in name and share == 1 for name, share in names.items())


def test_a_device_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        done = run("indicator", "employment-rate", "--level", "nation", "--format", "csv", "--out", str(pipe))
        assert done.returncode == 0, done.stderr
        assert reader.stdout is not None
        assert reader.stdout.read().startswith(b"indicator,area_code")
    assert pipe.is_fifo()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    link.symlink_to(real)
    assert run("indicator", "employment-rate", "--level", "nation", "--format", "csv", "--out", str(link)).returncode == 0
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("indicator,area_code")


@pytest.mark.parametrize(
    "arguments", [["plan", "Hartlepool", "--out"], ["indicator", "employment-rate", "--format", "csv", "--out"]]
)
def test_a_name_too_long_for_a_file_gets_a_sentence(arguments: list[str], tmp_path: Path) -> None:
    refused(run(*arguments, str(tmp_path / f"{'a' * 300}.html")), "too long")
    assert run(*arguments, str(tmp_path / f"{'a' * 250}.html")).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [["area", "Hartlepool"], ["compare", "Hartlepool", "--json"]])
def test_output_that_cannot_be_written_gets_a_sentence(arguments: list[str]) -> None:
    command = f"{sys.executable} -m levelling {' '.join(arguments)} > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr == "levelling: The output cannot be written: the disk is full. Make room, or send it elsewhere.\n"


def test_a_narrow_locale_does_not_stop_the_output() -> None:
    done = run("area", "Ynys Môn", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Ynys Môn" in done.stdout
