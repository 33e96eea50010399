"""Files of logic models with every mistake one makes: all told at once, each with its place, and nothing else said."""

from pathlib import Path

import pytest

from tests.command import levelling
from tests.logic_models import WORK

CASES = [
    (('from = "work"', 'from = "wrok"'), "link 3 (wrok to illness), from: there is no node 'wrok'; did you mean work"),
    (('to = "illness"', 'to = "advice"'), "they run in a circle: advice to work to advice"),
    (('id = "illness"', 'id = "work"'), "there is a node 'work' already"),
    (('id = "illness"', 'id = "end"'), "a word that diagrams keep for themselves"),
    (('id = "illness"', 'id = "il ness"'), "is not a name"),
    (('"employment-rate"', '"employment-rat"'), "did you mean employment-rate"),
    (('cites = "place-and-train-primary-care"', 'cites = "place-and-train-primary-car"'), "there is no cited link"),
    (('alternative = "trial"', ""), "link 1 says this already"),
    (('sign = "-"', 'sign = "minus"'), "sign"),
    (('sign = "-"', ""), "its sign is not said"),
    (('sign = "-"', 'sign = "+"\nsize = { value = -2, unit = "x", per = "people" }'), "the sign is + and the size -2"),
    (('sign = "-"', 'sign = "-"\nsize = { value = -2, low = 1, high = 0, unit = "x" }'), "low 1 lies above high 0"),
    (('sign = "-"', 'sign = "-"\nsize = { value = -2, low = -1, high = 0, unit = "x" }'), "the value -2 lies outside"),
    (('sign = "-"', 'sign = "-"\nsize = { unit = "x" }'), "neither a value nor low and high"),
    (('sign = "-"', 'sign = "-"\nsize = { value = nan, unit = "x" }'), "finite"),
    (('sign = "-"', 'sign = "-"\nlag_years = [3, 1]'), "the earliest, 3, comes after the latest, 1"),
    (('sign = "-"', 'sign = "-"\nlag_years = -1'), "greater than or equal to 0"),
    (("https://example", "javascript:example"), "an address begins with https://"),
    (('kind = "impact"', 'kind = "dream"'), "kind"),
    (('kind = "impact"', 'kind = "impact"\ncolour = "red"'), "there is no such field"),
    (('period = "2026"', 'period = "soon"'), "'soon' is not a period"),
    (('period = "2026"', 'period = "2019"'), "lies before the baseline"),
    (('indicator = "employment-rate"', ""), "needs an indicator"),
    (('alternative = "trial"', 'sign = "+"'), "takes this from there"),
    (("[[link]]", "[[link"), "it is not TOML"),
    (('title = "Work and <b>health</b>"', ""), "title: is missing"),
]


@pytest.mark.parametrize(("change", "said"), CASES, ids=[said[:40] for _, said in CASES])
def test_a_mistake_is_told_with_its_place(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    file = tmp_path / "wrong.toml"
    assert change[0] in WORK
    file.write_text(WORK.replace(*change), "utf-8")
    done = levelling("logic", str(file))
    assert (done.returncode, done.stdout) == (2, ""), done
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_every_mistake_is_told_at_once_those_of_the_graph_too(tmp_path: Path) -> None:
    file = tmp_path / "wrong.toml"
    wrong = (
        WORK.replace('to = "illness"', 'to = "advice"').replace('kind = "impact"', 'kind = "dream"').replace('"2026"', '"soon"')
    )
    file.write_text(wrong, "utf-8")
    done = levelling("logic", str(file))
    assert "3 faults" in done.stderr
    assert all(said in done.stderr for said in ("circle", "kind", "'soon'"))


TWICE = """
title = "Money twice"
[[node]]
id = "work"
label = "People who enter work"
[[node]]
id = "exchequer"
label = "Saving to the Exchequer"
[[node]]
id = "nhs"
label = "Saving to the NHS"
[[node]]
id = "all"
label = "Saving to all"
[[link]]
from = "work"
to = "exchequer"
cites = "entering-work-exchequer"
[[link]]
from = "work"
to = "nhs"
cites = "entering-work-nhs"
[[link]]
from = "exchequer"
to = "all"
sign = "+"
"""


def test_what_counts_twice_is_refused_only_where_it_is_added_up(tmp_path: Path) -> None:
    file = tmp_path / "twice.toml"
    file.write_text(TWICE, "utf-8")
    assert levelling("logic", str(file)).returncode == 0
    file.write_text(TWICE + '[[link]]\nfrom = "nhs"\nto = "all"\nsign = "+"\n', "utf-8")
    done = levelling("logic", str(file))
    assert done.returncode == 2
    assert "use this or link 1, not both. What the NHS saves is part of what the Exchequer saves." in done.stderr
    either = TWICE + '[[link]]\nfrom = "nhs"\nto = "all"\nsign = "+"\n'
    for slug in ("entering-work-exchequer", "entering-work-nhs"):
        either = either.replace(f'"{slug}"', f'"{slug}"\nalternative = "saving"')
    file.write_text(either, "utf-8")
    assert levelling("logic", str(file), "--change", "work").returncode == 0


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.csv", "start,end\na,b\n", "no column from and no column to"),
        ("a.csv", "from,to,colour\na,b,red\n", "no such column as 'colour'"),
        ("a.csv", "from,to,sign\na,b\n", "line 2: it has not as many cells"),
        ("a.csv", "from,to,sign,value,size_unit,source\na,b,more,much,people,x\n", "line 2, value: 'much' is not a number"),
        ("a.csv", "row,from,to,sign\nthing,a,b,more\n", "none of model, node and link"),
        ("a.csv", 'from,to\n"a,b\n', "it is not CSV"),
        ("a.csv", "from,to,sign\na,a,more\n", "they run in a circle: a to a"),
        ("a.csv", "from,to\n", "node"),
        ("a.mmd", "a --> b\n", "does not begin with 'flowchart"),
        ("a.mmd", "flowchart LR\na --> b\nb ->>> !c\n", "line 3: cannot be read"),
        ("a.mmd", "flowchart LR\nend\na --> b\n", "'end' ends nothing"),
        ("a.mmd", "", "does not begin"),
        ("a.toml", "", "title: is missing"),
        ("a.toml", "node = 3\nlink = 'x'\ntitle = 'abc'\n", "node"),
    ],
)
def test_bad_files(tmp_path: Path, name: str, text: str, said: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    done = levelling("logic", str(tmp_path / name))
    assert (done.returncode, done.stdout) == (2, ""), done
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_bytes_folders_and_names_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").mkdir()
    (tmp_path / "c.docx").write_text("x", "utf-8")
    for name, said in (
        ("a.toml", "not text in UTF-8"),
        ("b.toml", "cannot be read"),
        ("c.docx", "cannot be read"),
        ("d.csv", "no such file"),
    ):
        done = levelling("logic", str(tmp_path / name))
        assert done.returncode == 2
        assert said in done.stderr
    assert "Did you mean: bradford-place-board" in levelling("logic", "bradford").stderr
