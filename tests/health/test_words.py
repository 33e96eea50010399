"""What no file of the project may say: unfinished work, one machine's paths, where packages come from."""

import re

import pytest

from tests.project import ROOT, own_files, shown

TEXT = (".py", ".toml", ".md", ".txt", ".json", ".html", ".css", ".js", ".svg", ".csv", ".yml", "Makefile", ".importlinter", "run")

# Written in pieces, so that this file does not say them either.
FORBIDDEN = {
    "unfinished work": r"\b(TO" r"DO|FIX" r"ME|HA" r"CK)\b|NotImplemented" r"Error|lorem " r"ipsum|coming " r"soon",
    "a path of one machine": r"(?<![\w.])/(wo" r"rk|ro" r"ot|ho" r"me/\w+|Us" r"ers/\w+|t" r"mp)/[\w.]",
    "a package registry": r"py" r"pi\.org|python" r"hosted\.org|npm" r"js\.(com|org)|--(extra-)?index" r"-url",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_says(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    paths = list(own_files(*TEXT))
    assert ROOT / "Makefile" in paths
    said = [
        f"{shown(path)}:{number}: {line.strip()[:100]}"
        for path in paths
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert said == []


def test_the_neighbouring_folder_of_publishers_files_is_named_in_the_makefile_alone() -> None:
    """A clean clone has no such folder: nothing at run time or test time may reach for it."""
    neighbour = "../sha" + "red"
    named = {shown(path) for path in own_files(*TEXT) if neighbour in path.read_text("utf-8")}
    assert named <= {"Makefile"}


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("unfinished work", "# TO" + "DO: later"),
        ("a path of one machine", "open('/ho" + "me/someone/data.csv')"),
        ("a package registry", "--index" + "-url"),
    ],
)
def test_the_patterns_find_what_they_are_for(what: str, line: str) -> None:
    assert re.search(FORBIDDEN[what], line)
