"""Reading the register's files: everything that is wrong is told at once, with file and field."""

from pathlib import Path

import pytest

from levelling.core.errors import UserError
from levelling.solutions.register import load

WHOLE = """
name = "Help for Somewhere"
kind = "fund"
purpose = "Pays for help towards work in Somewhere."
lead = "Somewhere Council"
nations = ["E"]
levels = ["council"]
extent = "listed"
started = "2025-04"
users = ["vcse"]
topics = ["skills"]
mechanism = "training"
confidence = "high"
attested = ["2025-06"]
checked = "2026-11"

[sources.council]
title = "A page of the council"
address = "https://example.org/help"
date = "2025-06"

[[amounts]]
pounds = 1000
period = "2025-26"
source = "council"

[[areas]]
name = "Somewhere"
codes = ["E06000001"]
source = "council"
"""


def read(folder: Path, **files: str) -> str:
    for name, text in files.items():
        (folder / f"{name.replace('_', '-')}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as told:
        load(folder, lambda code: code == "E06000001")
    return str(told.value)


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "help.toml").write_text(WHOLE, encoding="utf-8")
    found = load(tmp_path, lambda code: code == "E06000001")["help"]
    assert (found.name, found.amounts[0].pounds, found.amounts[0].source.title) == (
        "Help for Somewhere",
        1000,
        "A page of the council",
    )
    assert found.areas_complete


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            '[sources.council]\ntitle = "A page of the council"',
            "[sources.council]",
            "help.toml, sources, council, title: is missing",
        ),
        ('started = "2025-04"', 'started = "2025-04"\nended = "2024-03"', "ended: March 2024 is before its start, April 2025"),
        ("E06000001", "E06999999", "help.toml, areas 1, codes: no area has the code E06999999"),
        ("E06000001", "Somewhere", "help.toml, areas 1, codes 1: "),
        ('kind = "fund"', 'kind = "found"', "help.toml, kind: should be 'fund', 'body'"),
        ('nations = ["E"]', 'nations = ["X"]', "help.toml, nations 1: should be 'E', 'W', 'S' or 'N'"),
        ('topics = ["skills"]', 'topics = ["magic"]', "help.toml, topics 1: should be 'apprenticeships'"),
        ('started = "2025-04"', 'started = "soon"', "help.toml, started: 'soon' is not a period"),
        ('started = "2025-04"', 'started = "2025-04"\nreplaced_by = ["nobody"]', "replaced_by: there is no enabler 'nobody'"),
        ('started = "2025-04"', 'started = "2025-04"\nreplaced_by = ["help"]', "replaced_by: it cannot follow itself"),
        ("pounds = 1000", "pounds = -5", "help.toml, amounts 1, pounds: should be greater than 0"),
        ("pounds = 1000", "pounds = nan", "help.toml, amounts 1, pounds: "),
        ('source = "council"\n\n[[areas]]', 'source = "nobody"\n\n[[areas]]', "amounts 1, source: there is no source 'nobody'"),
        ('lead = "Somewhere Council"', 'lead = "Somewhere Council"\ncolour = "red"', "help.toml, colour: there is no such field"),
        ('attested = ["2025-06"]', 'attested = ["2027"]\nended = "2026"', "attested: 2027 is after its end, 2026"),
        ("https://example.org/help", "../help.txt", "help.toml, sources, council, address: "),
        ('codes = ["E06000001"]\n', "", "extent: is 'listed', but some of the areas could not be placed: say 'incomplete'"),
        ('started = "2025-04"', "started = ", "help.toml: is not TOML: "),
    ],
)
def test_what_is_wrong_is_told_with_its_file_and_field(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in WHOLE
    assert told in read(tmp_path, help=WHOLE.replace(old, new))


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    one = WHOLE.replace('kind = "fund"', 'kind = "found"').replace("pounds = 1000", "pounds = 0")
    two = WHOLE.replace("E06000001", "E06999999")
    said = read(tmp_path, one=one, two=two, three="name =")
    assert "4 faults" in said
    assert all(name in said for name in ("one.toml, kind", "one.toml, amounts 1, pounds", "two.toml, areas 1", "three.toml"))
    assert "add-an-enabler" in said


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_bytes(b"\xff\xfe\x00bad")
    with pytest.raises(UserError, match=r"odd\.toml: is not UTF-8 text"):
        load(tmp_path)
