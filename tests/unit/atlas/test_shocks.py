"""Shocks: read whole, or refused in one sentence that says what and where."""

from pathlib import Path

import pytest

from levelling.atlas.catalogue import Catalogue
from levelling.atlas.shocks import read, shock
from levelling.core.errors import UserError

GOOD = """title = "A flood"
what = "The river rises over its banks."
source = "Made up for a test."
[[domains]]
name = "people"
title = "people"
[[domains.indicators]]
slug = "disease-prevalence"
category = "diabetes"
period = "2019-04-01/P1Y"
weight = 2
[[domains.indicators]]
slug = "employment-rate"
direction = "lower"
"""


def _read(folder: Path, text: str) -> None:
    path = folder / "flood.toml"
    path.write_text(text, "utf-8")
    read(path, Catalogue.load())


def test_a_shock_of_ones_own_is_read(tmp_path: Path) -> None:
    path = tmp_path / "flood.toml"
    path.write_text(GOOD, "utf-8")
    found = shock(str(path), Catalogue.load())
    assert (found.slug, found.levels, found.high, found.domains[0].line) == ("flood", ("lad",), 0.2, "average")
    first, second = found.domains[0].indicators
    assert (first.categories, first.weight, first.direction, first.of) == (("diabetes",), 2.0, "higher", None)
    assert (second.categories, second.weight, second.direction, second.period) == (("",), 1.0, "lower", "")


def test_an_indicator_of_no_weight_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "flood.toml"
    path.write_text(GOOD.replace("weight = 2", "weight = 0"), "utf-8")
    assert [item.slug for item in shock(str(path), Catalogue.load()).domains[0].indicators] == ["employment-rate"]


def test_a_date_may_be_written_as_toml_writes_dates(tmp_path: Path) -> None:
    path = tmp_path / "flood.toml"
    path.write_text(f"date = 2020-06-30\n{GOOD}", "utf-8")
    assert shock(str(path), Catalogue.load()).date == "2020-06-30"


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("weight = 2", 'weight = "two"', "domain 1, indicator 1, weight: 'two' is not a number"),
        ("weight = 2", "weight = true", "is not a number"),
        ("weight = 2", "weight = -1", "a weight of -1 is not a number from 0 up"),
        ("weight = 2", "weight = nan", "a weight of nan is not a number"),
        ("weight = 2", "weight = inf", "a weight of inf is not a number"),
        ("weight = 2", "weight = 1e300", "a weight of 1e+300 is too large"),
        ("weight = 2", f"weight = 1{'0' * 400}", "weight: it is not a number"),
        ("weight = 2", "weight = [2]", "weight: it is not a number"),
        ('category = "diabetes"', "category = []", "category: there is nothing in it"),
        (
            'slug = "employment-rate"\n',
            'slug = "employment-rate"\n[[domains.indicators]]\nslug = "employment-rate"\n',
            "twice over",
        ),
        ('title = "A flood"', f"title = {'[' * 9_000}", "too deep"),
        ("[[domains]]", "high = 3\n[[domains]]", "is wrong: high: "),
        ('weight = 2\n[[domains.indicators]]\nslug = "employment-rate"', "weight = 0", "domain 1: the weights are all nought"),
        ("disease-prevalence", "disease-prevalance", "not there: 'disease-prevalance'. Did you mean: disease-prevalence"),
        ("diabetes", "diabetis", "'diabetis', which is no category of disease-prevalence. Did you mean: diabetes"),
        ("2019-04-01/P1Y", "lately", "period: 'lately' is not a period"),
        ('direction = "lower"', 'direction = "worse"', "direction: input should be 'higher' or 'lower'"),
        ("weight = 2", "wieght = 2", "wieght: there is no such field"),
        ('name = "people"', 'name = "area"', "a domain cannot be named area"),
        ('name = "people"', 'name = "lines"', "a domain cannot be named lines"),
        ('name = "people"', 'name = "The People"', "domain 1, name"),
        ('title = "people"', 'title = "people"\nline = 2', "'average', or the share of areas over it, between 0 and 1"),
        ('title = "A flood"\n', "", "is wrong: title: it is missing"),
        ('title = "A flood"', "title = A flood", "is not TOML"),
        ("[[domains]]", "[domains]", "domains"),
        ("[[domains]]", 'nations = ["Q"]\n[[domains]]', "nation 1"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(tmp_path: Path, was: str, now: str, said: str) -> None:
    assert was in GOOD
    with pytest.raises(UserError) as caught:
        _read(tmp_path, GOOD.replace(was, now, 1))
    assert said in str(caught.value)
    assert "flood.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_every_fault_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    wrong = GOOD.replace("weight = 2", 'weight = "two"').replace("[[domains]]", "high = 3\nmoon = 1\n[[domains]]", 1)
    with pytest.raises(UserError) as caught:
        _read(tmp_path, wrong)
    said = str(caught.value)
    assert "wrong in 3 places: high: " in said
    assert "domain 1, indicator 1, weight: 'two' is not a number" in said
    assert "moon: there is no such field" in said
    strange = GOOD.replace("disease-prevalence", "disease-prevalance").replace("employment-rate", "employment-rat")
    with pytest.raises(UserError, match=r"'disease-prevalance' \(near: disease-prevalence.*; .*'employment-rat' \(near: employ"):
        _read(tmp_path, strange)


def test_a_file_saved_on_windows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "flood.toml"
    path.write_text(GOOD, "utf-8-sig")
    assert shock(str(path), Catalogue.load()).title == "A flood"


def test_two_domains_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="two domains have the same name"):
        _read(tmp_path, GOOD + GOOD[GOOD.index("[[domains]]") :])


def test_files_that_are_not_there_or_not_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read: no such file"):
        shock(str(tmp_path / "none.toml"), Catalogue.load())
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UserError, match="is not text in UTF-8"):
        shock(str(tmp_path / "odd.toml"), Catalogue.load())


@pytest.mark.parametrize(
    ("name", "near"), [("covid", "covid-2020"), ("automatoin", "automation"), ("cost of livin", "cost-of-living")]
)
def test_an_unknown_shock_is_told_with_near_ones(name: str, near: str) -> None:
    with pytest.raises(UserError, match=f"Did you mean: {near}"):
        shock(name, Catalogue.load())
