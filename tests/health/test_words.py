"""What no file of the project may say: unfinished work, one machine's paths, where packages come from."""

import re

import pytest

from tests.project import ROOT, own_files, shown

TEXT = (
    ".py",
    ".toml",
    ".md",
    ".txt",
    ".json",
    ".html",
    ".css",
    ".js",
    ".svg",
    ".csv",
    ".yml",
    "Makefile",
    ".importlinter",
    "run",
)

# Each pattern has a letter in brackets, so that it does not find itself.
FORBIDDEN = {
    "unfinished work": r"\b(TO[D]O|FI[X]ME|HA[C]K)\b|NotImplemented[E]rror|lorem [i]psum|coming [s]oon",
    "a path of one machine": r"(?<![\w.])/(wor[k]|roo[t]|hom[e]/\w+|User[s]/\w+|tm[p])/[\w.]",
    "a package registry": r"pyp[i]\.org|python[h]osted\.org|npm[j]s\.(com|org)|--(extra-)?index[-]url",
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
