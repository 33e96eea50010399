"""`levelling kinds` as a user meets it."""

import json
from functools import partial
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.plan.sections.kinds import section
from levelling.plan.view import View
from tests.command import levelling

run = partial(levelling, "kinds")


def test_who_is_what() -> None:
    records = json.loads(run("--json").stdout)
    assert len(records) == 361
    hartlepool = next(item for item in records if item["area"] == "E06000001")
    assert (hartlepool["name"], hartlepool["kind"], hartlepool["firm_coast"]) == ("Hartlepool", "coastal town", True)


def test_how_each_kind_fares() -> None:
    records = json.loads(run("--profiles", "--json").stdout)
    pay = {item["kind"]: item["value"] for item in records if item["indicator"] == "gross-median-weekly-pay"}
    assert len(pay) == 7
    assert pay["inland city"] > pay["coastal town"]


def test_a_place_among_its_kind() -> None:
    done = run("Hartlepool")
    assert "Most people in Hartlepool live in towns, and it lies on the coast." in done.stdout
    records = json.loads(run("Hartlepool", "--json").stdout)
    assert {item["area"] for item in records} == {"E06000001"}
    assert all(item["kind"] == "coastal town" for item in records)


def test_a_place_of_several_authorities_shows_theirs() -> None:
    records = json.loads(run("Tees Valley", "--json").stdout)
    assert [item["name"] for item in records][:2] == ["Darlington", "Hartlepool"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Hartlepol"], "Did you mean: Hartlepool"),
        (["Hartlepool", "--profiles"], "takes no place"),
        (["--level", "itl3"], "Only local authorities have a kind"),
        (["Hartlepool", "--json", "--csv"], "An answer has one form"),
        (["Hartlepool", "--out", "page.doc"], "page.doc"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_of_a_place(tmp_path: Path) -> None:
    page = tmp_path / "hartlepool.md"
    assert run("Hartlepool", "--out", str(page)).returncode == 0
    text = page.read_text(encoding="utf-8")
    assert "Against other coastal towns" in text
    assert "Verdicts are corrected" in text


def test_every_place_has_a_section_or_nothing_to_say() -> None:
    atlas = Atlas.open()
    several = [atlas.area(name) for name in ("Tees Valley", "North East (region)", "Hampshire", "United Kingdom", "Wales")]
    for area in (*atlas.gazetteer.all(Level.LAD)[::15], *several):
        made = section(View(atlas, area))
        assert made is not None, area.name
        assert made.id == "kinds"


def test_the_page_of_the_country(tmp_path: Path) -> None:
    page = tmp_path / "kinds.json"
    assert run("--out", str(page)).returncode == 0
    titles = [item["title"] for item in json.loads(page.read_text(encoding="utf-8"))["sections"]]
    assert titles[:2] == ["Who is what", "How each kind fares"]
