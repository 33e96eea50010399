"""`levelling trial` as a user runs it, its page, and the plan's section."""

import json
from pathlib import Path

import pytest

import levelling as lv
from tests.command import levelling, refused


def test_before_spending(tmp_path: Path) -> None:
    done = levelling("trial", "size", "--baseline", "0.3", "--difference", "0.1", "--drop-out", "0.2", "--json")
    assert done.returncode == 0, done.stderr
    (record,) = json.loads(done.stdout)
    assert (record["people"], record["alpha"], record["power"]) == (890, 0.05, 0.8)
    done = levelling("trial", "detect", "--baseline", "0.3", "--clients", "200", "--drop-out", "0", "--json")
    assert json.loads(done.stdout)[0]["smallest_rise"] == pytest.approx(0.193, abs=0.0005)
    page = tmp_path / "size.md"
    place = ("--area", "Hartlepool", "--indicator", "employment-rate")
    done = levelling("trial", "size", *place, "--difference", "0.05", "--drop-out", "0", "--out", str(page))
    assert done.returncode == 0, done.stderr
    assert "67.9% to 72.9%" in page.read_text("utf-8").replace("[^1]", "").replace("[^2]", "")


def test_clusters_and_steps() -> None:
    clusters = ("--baseline", "0.3", "--drop-out", "0", "--icc", "0.05", "--cluster-size", "10")
    done = levelling("trial", "detect", "--design", "cluster", *clusters, "--clients", "200")
    assert "in 20 clusters" in done.stdout
    done = levelling("trial", "size", "--design", "stepped-wedge", *clusters, "--steps", "4", "--difference", "0.1", "--json")
    assert json.loads(done.stdout)[0]["clusters"] % 4 == 0


def test_after(tmp_path: Path) -> None:
    file, page = tmp_path / "outcomes.csv", tmp_path / "result.html"
    file.write_text("arm,people,successes\nhelped,98,4\nusual,102,30\n", "utf-8")
    arms = (str(file), "--helped", "helped", "--assigned")
    done = levelling("trial", "result", *arms, "not-matched", "--json")
    (record,) = json.loads(done.stdout)
    assert (record["protected"], record["claims_effect"], record["helped_value"]) == (True, False, None)
    assert levelling("trial", "result", *arms, "random", "--out", str(page)).returncode == 0
    assert "withheld" in page.read_text("utf-8")
    assert lv.trial_result(file, "helped", "not matched").records() == [record]


def test_a_series(tmp_path: Path) -> None:
    page = tmp_path / "series.html"
    asked = ("trial", "series", "Hartlepool", "--indicator", "employment-rate", "--began", "2015")
    (record,) = json.loads(levelling(*asked, "--json").stdout)
    assert (record["periods"], record["periods_after"]) == (20, 9)
    assert "it is not shown that any one of them did it" in record["sentence"]
    done = levelling(*asked, "--against", "England", "--out", str(page))
    assert done.returncode == 0, done.stderr
    assert "held against England" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("size", "--baseline", "1.5", "--difference", "0.1", "--drop-out", "0"), "--baseline cannot be 1.5"),
        (("detect", "--baseline", "0.5", "--clients", "-3", "--drop-out", "0"), "--clients cannot be -3"),
        (("size", "--design", "sideways"), "--design cannot be 'sideways'"),
        (("result", "nowhere.csv", "--helped", "a", "--assigned", "random"), "cannot be read"),
        (("series", "Hartlepool", "--indicator", "claimant-count", "--began", "2010"), "breaks in 2015"),
        (("series", "Hartlepool", "--indicator", "employment-rat", "--began", "2010"), "employment-rate"),
        (("series", "Hartlepool", "--indicator", "employment-rate", "--began", "soon"), "is not a period"),
    ],
)
def test_bad_input_is_told_in_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    refused(levelling("trial", *arguments), says)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("size", "--outcome", "mean", "--sd", "1e300", "--difference", "1"), "less than a thousandth of --sd"),
        (("size", "--outcome", "mean", "--sd", "1", "--difference", "1e300"), "over 100 times --sd"),
        (("detect", "--baseline", "0.3", "--clients", str(10**30)), "a comparison has 10,000,000,000 at most"),
        (
            (
                *("size", "--baseline", "0.3", "--difference", "0.1", "--design", "stepped-wedge", "--icc", "0.05"),
                *("--cluster-size", "20", "--steps", str(10**9)),
            ),
            "a stepped wedge has 10000 at most",
        ),
    ],
)
def test_numbers_out_of_all_proportion_are_told_in_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    refused(levelling("trial", *arguments, "--drop-out", "0"), says)


def test_several_faults_are_told_at_once() -> None:
    done = levelling("trial", "size", "--design", "cluster", "--baseline", "2", "--icc", "3", "--area", "Hartlepool")
    assert done.returncode == 2
    for words in (
        "6 faults",
        "--indicator is missing",
        "--difference",
        "--drop-out",
        "--baseline",
        "--icc cannot",
        "--cluster-size",
    ):
        assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_python_and_the_command_line_agree() -> None:
    found = lv.trial_size(drop_out=0.2, baseline=0.3, difference=0.1).records()
    done = levelling("trial", "size", "--baseline", "0.3", "--difference", "0.1", "--drop-out", "0.2", "--json")
    assert json.loads(done.stdout) == found
    rise = lv.trial_detect("mean", drop_out=0, sd=2.0, clients=128).records()[0]["smallest_rise"]
    assert rise == pytest.approx(1.0, abs=0.01)
