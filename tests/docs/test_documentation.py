"""The code of the README and of every page in docs/ runs, each page in a folder of its own, and shows what it says it shows.

The README's commands run in processes of their own, as a reader's do; those of other pages in this one, which is much quicker.
"""

from pathlib import Path

import pytest

from tests.command import levelling
from tests.docs.blocks import blocks, installed, run_console, run_python
from tests.project import ROOT, own_files, shown

README = ROOT / "README.md"
PAGES = [README, *own_files(".md", below=ROOT / "docs")]
RUN = ("python", "console")
WITH_CODE = [path for path in PAGES if any(block.kind in RUN for block in blocks(path.read_text("utf-8")))]


def test_there_is_code_to_run() -> None:
    assert ROOT / "README.md" in WITH_CODE


@pytest.mark.parametrize("path", WITH_CODE, ids=shown)
def test_the_code_of_a_page_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "__page__"}
    for block in blocks(path.read_text("utf-8")):
        if block.kind == "python":
            run_python(block, names, shown(path))
        elif block.kind == "console":
            run_console(block, tmp_path, installed if path == README else levelling)
