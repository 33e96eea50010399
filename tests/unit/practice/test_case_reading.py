"""Reading the files of cases: everything that is wrong is told at once, with file and field."""

from pathlib import Path

import pytest

from levelling.core.errors import UserError
from levelling.practice.cases import load

WHOLE = """
name = "Help in Somewhere"
mechanism = "brokerage"
what = "An adviser sat in the library and helped people to find work."
extent = "places"
place = "Somewhere"
codes = ["E06000001"]
nations = ["E"]
started = "2019"
ended = "2021"
lead = "Somewhere Council"
people = "people out of work"
groups = ["long-term unemployed people"]
barriers = ["no advice"]
participants = 200
comparison = "matched comparison"
maryland = 3
months = 12
conditions = ["A room in the library."]
caution = "One place."

[cost]
total = 100000
price_year = 2020
source = "report"

[[results]]
outcome = "in work at 12 months"
about = "in work at a time"
measures = "effect"
found = "gain"
value = 5
unit = "percentage points"
lower = 1
upper = 9
level = 95
source = "report"

[[returns]]
value = 1.4
kind = "measured"
to = "society"
source = "report"

[sources.report]
title = "A report of the council"
address = "https://example.org/report"
date = "2022"
"""

_BESIDE = '[[read_with]]\ncase = "other"\nwhy = "It is like it."\n\n[cost]'


def faults(folder: Path, *changes: tuple[str, str]) -> str:
    text = WHOLE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "help.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as told:
        load(folder, lambda code: code == "E06000001")
    return str(told.value)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "help.toml").write_text(WHOLE, encoding="utf-8")
    found = load(tmp_path, lambda code: code == "E06000001")["help"]
    assert (found.results[0].value, found.results[0].source.title, found.sources[0].date) is not None
    assert (found.started and found.started.label, found.cost and found.cost.price_year) == ("2019", 2020)
    assert found.effects == found.results
    assert not found.failed


def test_a_case_without_a_source_does_not_load(tmp_path: Path) -> None:
    said = faults(
        tmp_path,
        ('[sources.report]\ntitle = "A report of the council"\naddress = "https://example.org/report"\ndate = "2022"\n', ""),
    )
    assert "help.toml, sources: is missing" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("value = 5\n", "value = 12\n", "results 1: the value 12 lies outside its interval, 1 to 9"),
        ("lower = 1\nupper = 9", "lower = 9\nupper = 1", "results 1: the interval is upside down: 9 to 1"),
        ("upper = 9\n", "", "results 1: lower and upper come together or not at all"),
        ("total = 100000", "total = -1", "cost, total: should be greater than or equal to 0"),
        ("participants = 200", "participants = -3", "participants: should be greater than or equal to 0"),
        ("maryland = 3", "maryland = 6", "maryland: should be less than or equal to 5"),
        ("maryland = 3", "maryland = 5", "maryland: 5 is too high for 'matched comparison': 4 at the most"),
        ("maryland = 3", "maryland = 2", "results 1: an effect needs a comparison of grade 3 or better"),
        ("maryland = 3", "maryland = 2", "returns 1, kind: nothing was measured against a comparison"),
        ('mechanism = "brokerage"', 'mechanism = "magic"', "mechanism: should be 'apprenticeship support', "),
        ('found = "gain"\n', "", "results 1: an effect says what was found"),
        ('found = "gain"\n', 'found = "gain"\nsignificant = false\n', "results 1: what is not significant is no gain"),
        ('measures = "effect"\nfound = "gain"', 'measures = "rate"', "results 1: a share of 500% cannot be"),
        ('source = "report"\n\n[sources', 'source = "else"\n\n[sources', "returns 1, source: there is no source 'else'"),
        ('codes = ["E06000001"]', "", "extent: is 'places', and no codes are given"),
        ('codes = ["E06000001"]', 'codes = ["E06999999"]', "codes: no area has the code E06999999"),
        ('ended = "2021"', 'ended = "2018"', "ended: 2018 is before its start, 2019"),
        ("value = 1.4", "value = nan", "returns 1, value: "),
        ("[cost]", _BESIDE, "read_with 1, case: there is no other case 'other'"),
        ("months = 12", "months = 12\nmoths = 3", "moths: there is no such field"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    changes = [(old, new)]
    if "500%" in said:
        changes += [
            ("value = 5\n", "value = 500\n"),
            ('unit = "percentage points"', 'unit = "%"'),
            ("lower = 1\nupper = 9\nlevel = 95\n", ""),
        ]
    told = faults(tmp_path, *changes)
    assert said in told
    assert "help.toml" in told
    assert "docs/how-to/add-a-case.md" in told


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("name = \n", encoding="utf-8")
    said = faults(
        tmp_path, ("total = 100000", "total = -1"), ("maryland = 3", "maryland = 9"), ('lead = "Somewhere Council"\n', "")
    )
    assert "4 faults" in said
    assert all(part in said for part in ("other.toml: is not TOML", "cost, total", "maryland", "lead: is missing"))
