"""`levelling plan --template`, as a user runs it."""

import json
import re
from pathlib import Path

import pytest

from tests.command import levelling, refused


@pytest.mark.parametrize("form", ["html", "json", "md"])
def test_a_plan_under_other_headings_in_every_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    monkeypatch.chdir(tmp_path)
    done = levelling("plan", "Hartlepool", "--template", "get-britain-working", "--format", form)
    assert done.returncode == 0, done.stderr
    (page,) = tmp_path.iterdir()
    assert page.name == f"hartlepool-get-britain-working.{form}"
    text = page.read_text("utf-8")
    assert text.count("To be written by the partnership") >= 8
    if form == "json":
        tree = json.loads(text)
        assert tree["template"] == "get-britain-working"
        assert [item["kind"] for item in tree["sections"]][:2] == ["outline", "opener"]
    if form == "html":
        contents = re.search(r'<nav class="contents".*?</nav>', text, re.DOTALL)
        assert contents is not None
        linked = re.findall(r'href="#([^"]+)"', contents.group())
        assert linked == re.findall(r'<section id="([^"]+)"', text)


def test_without_a_template_the_plan_is_as_it_was(tmp_path: Path) -> None:
    done = levelling("plan", "Hartlepool", "--out", str(tmp_path / "a.json"))
    assert done.returncode == 0
    tree = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert tree["template"] is None
    assert tree["sections"][0]["id"] == "place"
    assert {item["kind"] for item in tree["sections"]} == {""}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("get-britain-workng", ["Did you mean: get-britain-working", "source"]),
        ("", ["There is no template ''"]),
        ("nothing.toml", ["nothing.toml", "cannot be read"]),
    ],
)
def test_an_unknown_template_is_refused(name: str, says: list[str]) -> None:
    refused(levelling("plan", "Hartlepool", "--template", name), *says)
