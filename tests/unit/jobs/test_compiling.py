"""Machine code is forgotten when any compiled source changes, and kept when another does."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from levelling.jobs import travel
from levelling.jobs.matching import compiling


def test_machine_code_stands_for_every_source_that_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "__file__", str(tmp_path / "compiling.py"))
    stamp = compiling._stamp.__wrapped__  # what it gives is kept for the life of a process
    (tmp_path / "a.py").write_text("@compiled\ndef a(): return 1\n")
    (tmp_path / "b.py").write_text("class B(NamedTuple): ...\n")
    (tmp_path / "c.py").write_text("plain = 1\n")
    first = stamp()
    (tmp_path / "c.py").write_text("plain = 2\n")
    assert stamp() == first
    (tmp_path / "b.py").write_text("class B(NamedTuple): more: int\n")
    second = stamp()
    assert second != first
    (tmp_path / "a.py").write_text("@compiled\ndef a(): return 2\n")
    third = stamp()
    assert third not in {first, second}
    monkeypatch.setattr(travel, "EARTH", travel.EARTH + 1)
    assert stamp() != third


def test_what_others_compile_is_kept_where_it_always_is() -> None:
    before = compiling._CONFIG.CACHE_LOCATOR_CLASSES
    compiling.compiled(lambda: 1)
    assert before == compiling._CONFIG.CACHE_LOCATOR_CLASSES


def _one_more(number: int) -> int:
    return number + 1


@pytest.mark.parametrize("ending", ["nbi", "nbc"])
@pytest.mark.parametrize("left", [0, 40])
def test_damaged_machine_code_is_made_anew(ending: str, left: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling._CONFIG, "CACHE_DIR", str(tmp_path))
    assert _made()(1) == 2
    (file,) = tmp_path.rglob(f"*.{ending}")
    file.write_bytes(file.read_bytes()[:left])
    assert _made()(1) == 2
    again = _made()
    assert again(1) == 2
    assert sum(again.stats.cache_hits.values()) == 1


def test_where_machine_code_cannot_be_kept_it_is_used_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling._CONFIG, "CACHE_DIR", str(tmp_path))
    made = _made()
    (folder,) = tmp_path.iterdir()
    folder.rmdir()
    folder.write_text("no folder any more")
    assert made(1) == 2


def test_what_is_compiled_runs_as_plain_python_where_compiling_is_switched_off() -> None:
    run = """
from tests.matching_columns import world
from levelling.jobs.matching import engine, plain
everything = world(1, 8, 30)
for way in ("vacancies_for_people", "people_for_vacancies"):
    one, other = (getattr(module, way)(*everything, 3) for module in (engine, plain))
    assert (one.index >= 0).any() and (one.index == other.index).all() and (one.fit == other.fit).all()
print("the same")
"""
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", run], env=environment, capture_output=True, check=False, text=True, timeout=120)
    assert done.stdout == "the same\n", done.stderr[-2000:]


def _made() -> Any:
    return compiling.compiled(_one_more)
