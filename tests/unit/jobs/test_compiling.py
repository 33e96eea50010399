"""Machine code is forgotten when any compiled source changes, and kept when another does."""

from pathlib import Path

import pytest

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
    assert stamp() not in {first, second}


def test_what_others_compile_is_kept_where_it_always_is() -> None:
    before = compiling._CONFIG.CACHE_LOCATOR_CLASSES
    compiling.compiled(lambda: 1)
    assert before == compiling._CONFIG.CACHE_LOCATOR_CLASSES
