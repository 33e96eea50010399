"""The documentation keeps up: links lead somewhere, every verb is told of, decisions are numbered, changes are listed."""

import re
import tomllib
from pathlib import Path

from typer.main import get_command

from levelling.cli.main import commands
from tests.project import ROOT, own_files, shown

PAGES = [*ROOT.glob("*.md"), *own_files(".md", below=ROOT / "docs")]
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)|<img[^>]*\bsrc=\"([^\"]+)\"")
_FENCED = re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL)


def heading_anchors(page: Path) -> set[str]:
    """The anchors a page's headings get, as code forges make them."""
    text = _FENCED.sub("", page.read_text("utf-8"))
    headings = [line.lstrip("#").strip() for line in text.splitlines() if re.match(r"#{1,6} ", line)]
    explicit = set(re.findall(r'<a (?:id|name)="([^"]+)"', text))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings} | explicit


def links(page: Path) -> list[str]:
    text = _FENCED.sub("", page.read_text("utf-8"))
    return [first or second for first, second in _LINK.findall(text)]


def verbs() -> list[str]:
    """Every command a user can type after `levelling`."""
    found = []
    for name, command in get_command(commands()).commands.items():  # type: ignore[attr-defined]
        below = getattr(command, "commands", None)
        found += [f"{name} {part}" for part in below] if below else [name]
    return found


def test_links_within_the_project_lead_somewhere() -> None:
    broken = []
    for page in PAGES:
        for link in links(page):
            if re.match(r"(https?|mailto):", link):
                continue
            file, _, anchor = link.partition("#")
            target = (page.parent / file).resolve() if file else page
            if not target.exists() or (anchor and target.suffix == ".md" and anchor not in heading_anchors(target)):
                broken.append(f"{shown(page)}: {link}")
    assert broken == []


def test_every_verb_is_documented() -> None:
    told = "\n".join(page.read_text("utf-8") for page in PAGES)
    found = verbs()
    assert "plan" in found
    assert "figures build" in found
    assert [verb for verb in found if f"levelling {verb}" not in told] == []


def test_every_option_of_a_verb_says_what_it_does() -> None:
    silent = []
    for name, command in get_command(commands()).commands.items():  # type: ignore[attr-defined]
        for part in [command, *getattr(command, "commands", {}).values()]:
            silent += [
                f"{name} {param.name}" for param in part.params if param.name != "help" and not getattr(param, "help", None)
            ]
            silent += [name] if not part.help else []
    assert silent == []


def test_every_make_command_that_is_told_of_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    told = {found for page in PAGES for found in re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE)}
    assert {"plan", "test", "figures", "bench"} <= targets
    assert told <= targets


def test_decisions_are_numbered_from_one_without_a_gap() -> None:
    numbers = sorted(int(path.name[:4]) for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


def test_the_changelog_tells_of_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.search(rf"^## .*(Unreleased|\b{re.escape(version)}\b)", changes, re.MULTILINE)


def test_the_licence_of_the_figures_is_stated() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "Open Government Licence v3.0" in readme
    assert "Ordnance Survey" in readme
    assert "MIT" in readme
