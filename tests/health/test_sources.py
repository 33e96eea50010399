"""Every publisher's folder is whole: what it reads is declared, and it has tests on a small fixture of its own."""

import importlib
import re

import pytest

from levelling.sources.build import discover
from levelling.sources.contract import Source
from tests.project import ROOT, own_files, shown

SOURCES = {source.name: source for source in discover()}
LARGEST_FIXTURE = 51  # 50 rows and a heading


def test_every_folder_is_found() -> None:
    folders = {path.parent.name for path in (ROOT / "src" / "levelling" / "sources").glob("*/__init__.py")}
    readers = {name for name in folders if hasattr(importlib.import_module(f"levelling.sources.{name}"), "READS")}
    assert {name.replace("-", "_") for name in SOURCES} == folders - readers
    assert readers == {"charity_register", "open_referral"}


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_source_says_what_it_reads(name: str) -> None:
    source: Source = SOURCES[name]
    assert source.releases
    assert source.files
    assert len(set(source.files)) == len(source.files)
    assert source.cadence
    assert source.geography
    assert all(release.licence and release.address.startswith("https://") for release in source.releases)


def test_no_two_sources_declare_the_same_release() -> None:
    ids = [release.id for source in SOURCES.values() for release in source.releases]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", sorted(SOURCES))
def test_a_source_has_tests(name: str) -> None:
    module = name.replace("-", "_")
    tests = ROOT / "tests" / "unit" / "sources"
    imports = re.compile(rf"^from levelling\.sources(\.{module}\b| import .*\b{module}\b)", re.MULTILINE)
    found = [path for path in own_files(".py", below=tests) if imports.search(path.read_text("utf-8"))]
    assert found, f"no test in {shown(tests)} imports levelling.sources.{module}"


def test_fixtures_are_small() -> None:
    large = {
        shown(path): count
        for path in own_files(".csv", ".txt", ".tsv", below=ROOT / "tests" / "fixtures")
        if (count := len(path.read_text("utf-8").splitlines())) > LARGEST_FIXTURE
    }
    assert large == {}
