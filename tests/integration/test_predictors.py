"""`levelling predictors` as a user meets it."""

import json
from functools import partial
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.plan.sections.predictors import section
from levelling.plan.view import View
from tests.command import levelling

run = partial(levelling, "predictors")


def test_what_goes_with_growth_in_the_sources_own_window() -> None:
    records = json.loads(run("--level", "itl3", "--from", "2008", "--to", "2017", "--json").stdout)
    assert {item["family"] for item in records} == {
        "workforce",
        "capital and infrastructure",
        "geography and institutions",
        "sector mix",
    }
    assert all(item["lower"] <= item["coefficient"] <= item["upper"] for item in records)
    assert "Cumberland" in records[0]["left_out_places"]
    shares = {item["family"]: item["family_share"] for item in records}
    assert sum(shares.values()) == pytest.approx(records[0]["r2"])


def test_a_place_beside_what_would_be_expected() -> None:
    done = run("Hartlepool", "--outcome", "level")
    assert "Hartlepool has output per hour at 72, with the UK at 100." in done.stdout
    [record] = json.loads(run("Hartlepool", "--outcome", "level", "--json").stdout)
    assert (record["area"], record["name"]) == ("E06000001", "Hartlepool")
    assert record["residual"] == pytest.approx(record["value"] - record["expected"])
    assert record["specialisms"][0]["quotient"] > 1


def test_the_authorities_of_a_larger_place() -> None:
    records = json.loads(run("Tees Valley", "--json").stdout)
    assert [item["name"] for item in records][:2] == ["Darlington", "Hartlepool"]
    assert len(records) == 5


def test_every_place() -> None:
    records = json.loads(run("--outcome", "level", "--places", "--json").stdout)
    assert len(records) == 345


def test_causes_are_not_claimed() -> None:
    assert "These are associations, not causes" in run().stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--from", "1990"], "2004"),
        (["--from", "2016", "--to", "2017"], "too short"),
        (["--level", "region"], "not for regions"),
        (["Belfast"], "Belfast is left out"),
        (["Northern Ireland"], "Every part of Northern Ireland is left out"),
        (["Nowhereshire"], "Nowhereshire"),
        (["--outcome", "happiness"], "happiness"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_pages(tmp_path: Path) -> None:
    page = tmp_path / "growth.md"
    assert run("--outcome", "level", "--out", str(page)).returncode == 0
    assert "sector mix" in page.read_text(encoding="utf-8")
    place = tmp_path / "hartlepool.md"
    assert run("Hartlepool", "--out", str(place)).returncode == 0
    assert "would be expected" in place.read_text(encoding="utf-8")


def test_every_kind_of_place_has_something_to_say_or_nothing_at_all() -> None:
    atlas = Atlas.open()
    several = [atlas.area(name) for name in ("Tees Valley", "North East (region)", "Hampshire", "United Kingdom", "Wales")]
    for area in (*atlas.gazetteer.all(Level.LAD)[::15], *atlas.gazetteer.all(Level.ITL3)[::15], *several):
        made = section(View(atlas, area))
        assert made is None or (made.id == "predictors" and made.blocks), area.name
