"""What is installed is pinned to the byte, says nothing of where it comes from, and is what `pyproject.toml` asks for."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from tests.project import ROOT

LISTS = sorted((ROOT / "requirements").glob("*.txt"))
PIN = re.compile(r"^([a-z0-9-]+)==([^\s;]+)(?: ; ([^\\]+?))? \\$")


def pins(path: Path) -> dict[str, set[str]]:
    """The versions of each package in a list; a package may have several, for different systems or Pythons."""
    found: dict[str, set[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if match := PIN.match(line):
            found.setdefault(match[1], set()).add(match[2])
    return found


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_line_is_a_pin_or_its_hash(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    odd = [line for line in lines if not PIN.match(line) and not re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}( \\)?", line)]
    assert odd == []
    after_pins = [after for line, after in pairwise(lines) if PIN.match(line)]
    assert all("--hash" in line for line in after_pins)


def test_a_package_has_one_version_in_all_lists() -> None:
    widest = pins(ROOT / "requirements" / "dev.txt")
    assert len(LISTS) == 6
    for path in LISTS:
        apart = {name: found for name, found in pins(path).items() if name in widest and not found <= widest[name]}
        assert apart == {}, path.name


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = project["project"]["optional-dependencies"]
    groups = project["dependency-groups"]
    wanted = {
        "run.txt": project["project"]["dependencies"],
        "figures.txt": extras["figures"],
        "dev.txt": [*extras["figures"], *extras["pandas"], *groups["dev"]],
        "bench.txt": groups["bench"],
        "build.txt": groups["build"],
    }
    for name, requirements in wanted.items():
        asked = {re.split(r"[^A-Za-z0-9-]", item)[0].lower() for item in requirements}
        assert asked <= pins(ROOT / "requirements" / name).keys(), name


def test_continuous_integration_runs_what_a_contributor_runs() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    commands = [line for line in script.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert commands[-1] == "exec make test"
