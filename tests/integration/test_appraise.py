"""`levelling appraise` as a user runs it: one option, three for a place, a page, and what is wrong in one go."""

import csv
import io
import json
from pathlib import Path

import pytest

import levelling as lv
from tests.command import levelling

SOMERSET = """
name = "Care micro-enterprises"
price_year = 2020
horizon_years = 10
optimism_bias = 0.0
deadweight = 0.0
displacement = 0.0
[[cost]]
payer = "local authority"
year = 0
amount = 135000
[[benefit]]
beneficiary = "local authority"
kind = "cash"
from_year = 1
to_year = 10
amount = 400000
"""
SUPPOSED = """
[place-and-train-in-general-practice]
people_reached = 200
displacement = { low = 0.0, mode = 0.1, high = 0.3 }
share_of_pay = { low = 0.4, mode = 0.7, high = 1.0 }
drop_off = { low = 0.1, mode = 0.25, high = 0.5 }

[care-micro-enterprises]
deadweight = { low = 0.0, mode = 0.2, high = 0.5 }
displacement = { low = 0.0, mode = 0.1, high = 0.3 }

[apprenticeship-support-for-small-firms]
people_reached = 60
cost_per_start = { low = 1000, mode = 2000, high = 4000 }
deadweight = { low = 0.3, mode = 0.5, high = 0.8 }
displacement = { low = 0.0, mode = 0.2, high = 0.5 }
drop_off = { low = 0.0, mode = 0.2, high = 0.5 }
"""
THREE = ("place-and-train-in-general-practice", "care-micro-enterprises", "apprenticeship-support-for-small-firms")


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "somerset.toml"
    path.write_text(SOMERSET, "utf-8")
    return str(path)


@pytest.fixture
def supposed(tmp_path: Path) -> str:
    path = tmp_path / "supposed.toml"
    path.write_text(SUPPOSED, "utf-8")
    return str(path)


def test_the_shape_of_the_issue_loads_and_answers(file: str) -> None:
    done = levelling("appraise", file, "--json")
    assert done.returncode == 0, done.stderr
    (record,) = json.loads(done.stdout)
    for name in ("npsv", "bcr", "payback_years"):
        assert set(record[name]) == {"mean", "p5", "p50", "p95"}
        assert record[name]["mean"] is not None
    assert record["probability_pays"] == 1.0
    assert record["who_pays"] == [{"body": "local authority", "year": 0, "amount": 135000.0}]
    assert [item["year"] for item in record["who_saves"]] == list(range(1, 11))
    assert record["schedules"][0]["file"] == "discount-rates-2026-02.toml"
    assert {item["key"] for item in record["assumptions"]} >= {"deadweight", "displacement", "optimism_bias"}
    assert all(item["source"] for item in record["assumptions"])
    assert record["counted_as_none"] == ["substitution", "leakage", "multiplier", "drop_off"]


def test_in_words_it_pays_back_in_four_months(file: str) -> None:
    done = levelling("appraise", file)
    assert "after 4 months" in done.stdout
    assert "Discount rates of the Green Book, February 2026" in done.stdout


def test_three_options_for_a_place_side_by_side(supposed: str) -> None:
    done = levelling("appraise", *THREE, "--area", "Hartlepool", "--suppose", supposed, "--draws", "2000", "--json")
    assert done.returncode == 0, done.stderr
    records = json.loads(done.stdout)
    assert [record["area"] for record in records] == ["E06000001"] * 3
    assert all(len(record["against"]) == 2 for record in records)
    pay = next(item for item in records[0]["assumptions"] if item["key"] == "pay")
    assert "Hartlepool" in pay["source"]
    assert "Annual Survey of Hours and Earnings" in pay["source"]
    assert pay["low"] < pay["value"] < pay["high"]
    apart = {item["option"]: item["verdict"] for item in records[2]["against"]}
    assert apart["Care micro-enterprises"] == "cannot tell apart"


def test_python_answers_the_same(file: str) -> None:
    told = json.loads(levelling("appraise", file, "--draws", "500", "--seed", "3", "--json").stdout)
    atlas = lv.open()
    assert list(atlas.appraise(file, draws=500, seed=3).records()) == told
    given = {"care-micro-enterprises": {"deadweight": 0.2, "displacement": 0}}
    here = atlas.area("Hartlepool").appraise("care-micro-enterprises", given=given, draws=500).records()
    there = atlas.appraise("care-micro-enterprises", area="Hartlepool", given=given, draws=500).records()
    assert here == there


def test_csv_has_a_column_for_each_end(file: str) -> None:
    (row,) = csv.DictReader(io.StringIO(levelling("appraise", file, "--csv").stdout))
    assert float(row["npsv_mean"]) == pytest.approx(3_191_642, abs=1)
    assert row["payback_years_p50"] == "0.3375"


def test_the_page_tells_the_options_apart_and_each_number_leads_to_how_it_was_made(supposed: str, tmp_path: Path) -> None:
    out = tmp_path / "options.html"
    done = levelling("appraise", *THREE, "--area", "Hartlepool", "--suppose", supposed, "--draws", "500", "--out", str(out))
    assert done.returncode == 0, done.stderr
    page = out.read_text("utf-8")
    for words in ("Three options for Hartlepool", "cannot tell apart", "What moves the answer most", "what it rests on"):
        assert words in page
    assert "supposed by the user" in page


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none-such"], "There is no option 'none-such'"),
        (["care-micro-enterprises"], "deadweight: is wanted"),
        (["care-micro-enterprises", "--area", "Hartlepol"], "Hartlepool"),
        (["{file}", "--draws", "0"], "There cannot be 0 draws"),
        (["{file}", "--seed", "-1"], "The seed cannot be -1"),
        (["{file}", "--prices", "2030"], "prices of 2020 cannot be told in those of 2030"),
        (["{file}", "{file}"], "Two options are called"),
        (["{file}", "--suppose", "{file}"], "stands by itself"),
        (["{file}", "--book", "1999"], "there is no table"),
    ],
)
def test_what_is_wrong_is_told_and_ends_with_code_2(file: str, arguments: list[str], says: str) -> None:
    done = levelling("appraise", *(argument.replace("{file}", file) for argument in arguments))
    assert done.returncode == 2, done.stdout
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert says in done.stderr


@pytest.mark.parametrize(
    ("found", "changed", "says"),
    [
        ("amount = 400000", f"amount = {'9' * 400}", "benefit 1, amount: is too large to be meant"),
        ("amount = 400000", "amount = 1e308", "benefit 1, amount: is too large to be meant"),
        ("amount = 400000", "amount = { low = 1, mode = 2, high = 1e300 }", "benefit 1, amount: is too large to be meant"),
        ("amount = 400000", "amount = 400000\nprice_year = 2018", "price_year: stands within a number"),
        ("amount = 400000", "amount = 400000\nlevel = 2", "benefit 1, level: there is no such field."),
    ],
)
def test_a_number_or_a_field_that_cannot_be_is_told_in_one_sentence(tmp_path: Path, found: str, changed: str, says: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(SOMERSET.replace(found, changed), "utf-8")
    done = levelling("appraise", str(path))
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--prices", "-4"], "the deflators hold"),
        (["--book", "x"], "no date 'x'"),
        (["--book", "2026-13"], "no date '2026-13'"),
    ],
)
def test_years_and_dates_that_cannot_be_end_with_code_2(file: str, arguments: list[str], says: str) -> None:
    done = levelling("appraise", file, *arguments)
    assert done.returncode == 2
    assert says in done.stderr


def test_two_draws_are_few_but_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "few.toml"
    path.write_text(SOMERSET.replace("amount = 400000", "amount = { low = 0, mode = 1, high = 400000 }"), "utf-8")
    done = levelling("appraise", str(path), "--draws", "2", "--json")
    assert done.returncode == 0
    assert all(item["value"] == 0 for item in json.loads(done.stdout)[0]["value_of_information"])


def test_a_name_of_several_lines_stands_in_one(tmp_path: Path) -> None:
    path = tmp_path / "name.toml"
    path.write_text(SOMERSET.replace('"Care micro-enterprises"', '"Care\\nmicro"'), "utf-8")
    assert json.loads(levelling("appraise", str(path), "--json").stdout)[0]["option"] == "Care micro"


def test_faults_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").write_text(f'name = "{name}"\nprice_year = 2020\nhorizon_years = 3\n', "utf-8")
    done = levelling("appraise", str(tmp_path / "one.toml"), str(tmp_path / "two.toml"))
    assert done.returncode == 2
    for name in ("one", "two"):
        assert f"{name}: deadweight: is missing" in done.stderr
        assert f"{name}: cost: is missing" in done.stderr
