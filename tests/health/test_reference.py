"""The reference pages are those that docs/generate.py would write now, and they leave nothing out."""

from pathlib import Path

import pytest

from docs.generate import REFERENCE, pages
from levelling.atlas.catalogue import Catalogue
from levelling.atlas.ledger import read_ledger
from levelling.atlas.store import shipped_figures
from tests.project import shown

PAGES = pages()


def test_there_are_four_pages() -> None:
    assert sorted(path.name for path in PAGES) == ["cli.md", "indicators.md", "python.md", "sources.md"]


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_a_page_is_not_stale(path: Path) -> None:
    assert path.exists(), "run python docs/generate.py"
    assert path.read_text("utf-8") == PAGES[path], f"{shown(path)} is stale: run python docs/generate.py"


def test_nothing_else_lies_beside_them() -> None:
    assert {path for path in REFERENCE.iterdir() if path.suffix == ".md"} == set(PAGES)


def test_every_indicator_has_a_heading() -> None:
    text = PAGES[REFERENCE / "indicators.md"]
    assert [item.slug for item in Catalogue.load().all() if f"\n### {item.slug}\n" not in text] == []


def test_every_release_is_named_with_its_licence_and_address() -> None:
    text = PAGES[REFERENCE / "sources.md"]
    entries = read_ledger(shipped_figures()).entries.values()
    assert [entry.release.id for entry in entries if f"`{entry.release.id}`" not in text] == []
    assert [entry.release.id for entry in entries if f"<{entry.release.address}>" not in text] == []
