"""`levelling funding` as a user meets it."""

import csv
import json
from pathlib import Path

import pytest

import levelling as lv
from tests.command import levelling

IMD = "index-of-multiple-deprivation-2019-england"
FIELDS = {"area", "name", "amount", "population", "per_head", "need", "modelled", "note", "concentration_index"}


def test_a_fund_against_need_as_records() -> None:
    records = json.loads(levelling("funding", "town-deals", "--need", IMD, "--json").stdout)
    assert set(records[0]) >= FIELDS | {"concentration_lower", "concentration_upper"}
    assert len({record["concentration_index"] for record in records}) == 1
    first = records[0]
    assert first["concentration_lower"] < first["concentration_index"] < first["concentration_upper"]
    assert sum(record["amount"] for record in records) == 2_342_842_007
    hartlepool = next(record for record in records if record["area"] == "E06000001")
    assert (hartlepool["amount"], hartlepool["modelled"]) == (24_969_328, False)
    assert hartlepool["per_head"] == pytest.approx(hartlepool["amount"] / hartlepool["population"], rel=1e-4)


def test_a_need_the_other_way_round_and_a_level_above() -> None:
    by_pay = json.loads(levelling("funding", "town-deals", "--need", "gross-median-weekly-pay", "--json").stdout)
    assert by_pay[0]["concentration_index"] > 0.2
    by_lep = json.loads(levelling("funding", "town-deals", "--level", "lep", "--json").stdout)
    assert sum(record["amount"] for record in by_lep) == pytest.approx(2_342_842_007)


def test_one_place_of_a_fund_and_all_funds_of_a_place() -> None:
    (one,) = json.loads(
        levelling("funding", "levelling-up-fund-round-2", "--area", "Hartlepool", "--split", "equal", "--json").stdout
    )
    assert int(one["amount"]) == 20_010_875
    (lep,) = json.loads(levelling("funding", "growth-deals", "--area", "Cornwall", "--json").stdout)
    assert lep["name"] == "Cornwall and Isles of Scilly"
    every = {
        record["fund"]: record
        for record in json.loads(levelling("funding", "--area", "Cornwall", "--as-of", "2026-11", "--json").stdout)
    }
    assert every["town-deals"]["amount"] == 88_700_000
    assert every["growth-deals"]["modelled"]
    assert (every["local-growth-fund"]["amount"], every["local-growth-fund"]["status"]) == (0, "open")
    early = json.loads(levelling("funding", "--area", "Cornwall", "--as-of", "2020-12", "--json").stdout)
    assert {record["fund"]: record["status"] for record in early}["town-deals"] == "open"


def test_the_list_of_funds_says_what_is_not_known() -> None:
    records = {
        record["fund"]: record for record in json.loads(levelling("funding", "--list", "--as-of", "2026-11", "--json").stdout)
    }
    assert (records["growth-deals"]["total"], records["growth-deals"]["not_found"]) == (5_823_150_000, 16)
    assert records["local-growth-fund"]["total"] is None
    assert {"complete", "completeness", "status", "enabler", "period"} <= set(records["town-deals"])


def test_a_table_tells_what_it_says_and_what_it_cannot() -> None:
    told = levelling("funding", "connect-to-work").stdout
    assert "£193.8 million could not be placed: West London, Central London, Local London and South Midlands." in told
    assert "It has no interval: most of the money was shared out by people" in told
    assert "This says where money lies, not why." in told


def test_a_file_of_your_own(tmp_path: Path) -> None:
    path = tmp_path / "our-grants.csv"
    path.write_text("area,amount,period\nHartlepool,£10,2024\nNowhere,5,2024\n", "utf-8")
    done = levelling("funding", str(path), "--complete", "--csv")
    assert done.stderr.startswith("levelling: Row 3, area: No area is called 'Nowhere'.")
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert sum(float(row["amount"]) for row in rows) == 10
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Which fund?"),
        (("town-deal",), "Did you mean: town-deals"),
        (("town-deals", "--need", "population"), "no measure of need"),
        (("town-deals", "--need", "imd"), "There is no indicator 'imd'"),
        (("town-deals", "--need", IMD, "--period", "soon"), "'soon' is not a period"),
        (("town-deals", "--need", IMD, "--period", "1950"), "no figures for local authorities for 1950"),
        (("town-deals", "--level", "ccg"), "cannot be laid on clinical commissioning groups"),
        (("town-deals", "--area", "Glasgow"), "was not for Glasgow City"),
        (("town-deals", "--split", "thirds"), "--split cannot be 'thirds'"),
        (("town-deals", "--complete"), "--complete is said of a file of your own"),
        (("local-growth-fund",), "No amount of Local Growth Fund is known"),
        (("none.csv",), "cannot be read"),
        (("--area", "Hartlepol"), "Hartlepool"),
        (("--area", "Hartlepool", "--as-of", "now"), "--as-of cannot be 'now'"),
    ],
)
def test_what_cannot_be_answered_is_told_in_one_sentence(arguments: tuple[str, ...], sentence: str) -> None:
    done = levelling("funding", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_file_of_which_nothing_can_be_used_ends_with_an_error(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    path.write_text("area,amount,period\nNowhere,5,2024\nCardiff,-5,2024\n", "utf-8")
    done = levelling("funding", str(path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "No row of bad.csv can be used. Row 2, area: No area is called 'Nowhere'" in done.stderr
    assert "row 3, amount: '-5' is below nought" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "form"),
    [
        (("growth-deals",), "html"),
        (("levelling-up-fund-round-1", "--need", "healthy-life-expectancy-male"), "md"),
        (("--area", "Glasgow City"), "html"),
    ],
)
def test_pages_are_written(tmp_path: Path, arguments: tuple[str, ...], form: str) -> None:
    path = tmp_path / f"page.{form}"
    done = levelling("funding", *arguments, "--out", str(path))
    assert done.returncode == 0, done.stderr
    assert path.stat().st_size > 5_000


def test_a_page_holds_both_halves_of_figure_10_and_what_was_not_found(tmp_path: Path) -> None:
    path = tmp_path / "figure-10.json"
    assert levelling("funding", "growth-deals", "--need", IMD, "--out", str(path)).returncode == 0
    text = path.read_text("utf-8")
    for words in ("Growth Deals, pounds per head, on real boundaries", "average score, 2019, on real boundaries"):
        assert words in text
    assert "Given some, but how much was not found" in text
    assert "Also told: £334.5 million" in text


def test_the_python_interface(tmp_path: Path) -> None:
    found = lv.open().funding("future-high-streets", need="gross-median-weekly-pay")
    assert len(found.table()) == 296
    path = tmp_path / "own.csv"
    path.write_text("area,amount,period\nHartlepool,10,2024\n", "utf-8")
    assert lv.open().funding(path).records()[0]["amount"] == 10
    here = lv.open().area("Camden").funding("2026-11").records()
    assert {record["name"] for record in here} == {"Camden"}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\x00\x01\x02", "is not text"),
        (b'area,amount,period\n"Hartlepool,5,2024\nMiddlesbrough,6,2024\n', "'Hartlepool,5,2024 Middlesbrough,6,2024'"),
        (b"area,amount,period\nHartlepool," + b"9" * 400 + b",2024\n", "is more than any public fund"),
        (b"area,amount,period\n" + b"x" * 50_000_000, "it is larger than 50 million bytes"),
    ],
)
def test_a_file_that_is_no_fund_is_told_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "own.csv"
    file.write_bytes(content)
    done = levelling("funding", str(file))
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_table_saved_as_unicode_text_is_read(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_bytes("area\tamount\tperiod\nHartlepool\t£500\t2024\n".encode("utf-16"))
    (record,) = json.loads(levelling("funding", str(file), "--area", "Hartlepool", "--json").stdout)
    assert record["amount"] == 500


def test_a_date_that_is_none_is_not_passed_over() -> None:
    done = levelling("funding", "town-deals", "--area", "Hartlepool", "--as-of", "2020-13")
    assert (done.returncode, done.stderr.startswith("levelling: --as-of cannot be '2020-13'")) == (2, True)


def test_money_whose_years_are_over_is_not_told_as_open() -> None:
    told = json.loads(levelling("funding", "--list", "--as-of", "2026-11", "--json").stdout)
    standing = {record["fund"]: record["status"] for record in told}
    assert standing["workwell-pilots"] == standing["inactivity-trailblazers"] == "closed"
    assert standing["inactivity-trailblazers-2026-27"] == standing["connect-to-work"] == "open"
    here = json.loads(levelling("funding", "--area", "Hartlepool", "--as-of", "2026-01", "--json").stdout)
    assert next(record["status"] for record in here if record["fund"] == "workwell-pilots") == "open"
