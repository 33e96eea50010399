"""The check of who may import whom has teeth. (`make test` runs the check itself, on the code as it is.)"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("newroom/__init__.py", '"""A folder nobody has given its place."""'),
        ("core/leak.py", "import levelling.atlas"),
        ("challenge/leak.py", "import duckdb"),
        ("sources/rural_urban/leak.py", "import levelling.sources.coastal"),
        ("plan/leak.py", "import polars"),
    ],
)
def test_a_breach_is_found(name: str, line: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src" / "levelling", tmp_path / "levelling", ignore=shutil.ignore_patterns("*.parquet", "*.toml"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    breach = tmp_path / "levelling" / name
    breach.parent.mkdir(exist_ok=True)
    breach.write_text(line + "\n", "utf-8")
    linter = Path(sys.executable).parent / "lint-imports"
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run([linter, "--no-cache"], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout or "newroom" in done.stdout
