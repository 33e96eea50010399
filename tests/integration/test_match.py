"""`levelling match` as a user meets it."""

import csv
import io
import json
from functools import partial
from pathlib import Path

import pytest

import levelling as lv
from levelling.atlas import Atlas
from levelling.challenge.needs import SLUGS, needs
from levelling.core.errors import UnknownIndicator
from levelling.plan.document import Group, plain
from levelling.plan.sections.help import section
from levelling.plan.view import View
from tests.command import levelling, refused

run = partial(levelling, "match")

FIELDS = {"area", "place", "need", "need_size", "need_unit", "enabler", "name", "rank", "status", "reach", "reason"} | {
    *("first_steps", "who_agrees", "vcse_role", "amount", "sources"),
}


@pytest.fixture(scope="module")
def records() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("Hartlepool", "--as-of", "2026-11", "--json").stdout)
    return found


def test_a_place_in_json(records: list[dict[str, object]]) -> None:
    assert all(set(record) >= FIELDS for record in records)
    assert {record["area"] for record in records} == {"E06000001"}
    assert not {record["status"] for record in records} & {"closed", "replaced"}
    by_need: dict[object, list[object]] = {}
    for record in records:
        if record["enabler"] is not None:
            by_need.setdefault(record["need"], []).append(record["rank"])
    assert all(ranks == list(range(1, len(ranks) + 1)) for ranks in by_need.values())


def test_every_offer_has_a_reason_a_first_step_and_a_source(records: list[dict[str, object]]) -> None:
    for record in records:
        if record["enabler"] is not None:
            assert record["reason"]
            assert record["first_steps"]
            assert record["who_agrees"]
            assert record["sources"]


def test_a_fund_that_ended_is_told_as_ended_and_never_offered(records: list[dict[str, object]]) -> None:
    assert "ukspf" not in {record["enabler"] for record in records}
    assert any("UK Shared Prosperity Fund: it ended" in str(record["ended"]) for record in records)
    then = json.loads(run("Hartlepool", "--as-of", "2024-06", "--json").stdout)
    assert "ukspf" in {record["enabler"] for record in then}


def test_one_need_or_topic(records: list[dict[str, object]]) -> None:
    one = json.loads(run("Hartlepool", "--need", "unpaid-carers", "--as-of", "2026-11", "--json").stdout)
    assert {record["need"] for record in one} == {"unpaid-carers"}
    health = json.loads(run("Hartlepool", "--need", "health", "--as-of", "2026-11", "--json").stdout)
    assert {record["topic"] for record in health} == {"health"}
    assert {record["need"] for record in health} < {record["need"] for record in records}


def test_for_a_charity() -> None:
    found = json.loads(run("Hartlepool", "--for", "vcse", "--as-of", "2026-11", "--json").stdout)
    assert all("vcse" in str(record["users"]) for record in found if record["enabler"] is not None)


def test_csv_and_people() -> None:
    rows = list(csv.DictReader(io.StringIO(run("Cardiff", "--as-of", "2026-11", "--csv").stdout)))
    assert set(rows[0]) >= FIELDS
    told = run("Glasgow City", "--as-of", "2026-11").stdout
    assert "The register is thin for Scotland" in told
    assert "Told for November 2026." in told


def test_a_page(tmp_path: Path) -> None:
    page = tmp_path / "help.html"
    assert run("Belfast", "--as-of", "2026-11", "--out", str(page)).returncode == 0
    text = page.read_text("utf-8")
    assert "What help is open now for each need" in text
    assert "The register is thin for Northern Ireland" in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Hartlepol",), "Did you mean: Hartlepool"),
        (("Hartlepool", "--need", "carers"), "There is no need or topic 'carers'. Did you mean: unpaid-carers"),
        (("Hartlepool", "--need", "housing"), "There is no need or topic 'housing'"),
        (("Belfast", "--need", "travel"), "No figure here shows whether Belfast has the need 'travel'."),
        (("Hartlepool", "--as-of", "soon"), "--as-of cannot be 'soon'."),
        (("Hartlepool", "--for", "bank"), "--for cannot be 'bank'. Choose council, nhs, vcse, employer or person."),
        (("United Kingdom",), "No figure shows United Kingdom behind what it can be held against"),
        (("Hartlepool", "--json", "--csv"), "An answer has one form."),
    ],
)
def test_bad_input_is_told_in_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    refused(run(*arguments), says)


@pytest.mark.parametrize("name", ["Hartlepool", "Belfast", "Isles of Scilly", "City of London", "Tees Valley", "Glasgow City"])
def test_the_section_says_for_each_first_need_what_there_is(name: str) -> None:
    atlas = Atlas.open()
    made = section(View(atlas, atlas.area(name)))
    assert made is not None
    groups = [block for block in made.blocks if isinstance(block, Group)]
    assert 0 < len(groups) <= 6
    for group in groups:
        assert len(group.blocks) >= 2, group.id
    assert "in which it stands behind what" in plain(made.blocks[0].text)  # type: ignore[union-attr]


def test_the_country_as_a_whole_has_no_section_of_needs() -> None:
    atlas = Atlas.open()
    assert section(View(atlas, atlas.area("United Kingdom"))) is None


def test_the_same_through_python(records: list[dict[str, object]]) -> None:
    place = lv.open().area("Hartlepool")
    assert list(place.match(as_of="2026-11").records()) == records
    assert [need.id for need in place.needs()] == list(dict.fromkeys(str(record["need"]) for record in records))


def test_needs_are_the_same_where_only_their_own_indicators_are_read() -> None:
    whole, narrow = Atlas.open(), Atlas.open(only=SLUGS)
    for name in ("Hartlepool", "Belfast", "Derbyshire Dales", "Tees Valley"):
        assert needs(narrow, narrow.area(name), every=True) == needs(whole, whole.area(name), every=True)
    with pytest.raises(UnknownIndicator):
        narrow.estimate("gva", narrow.area("Hartlepool"))


def test_a_page_told_for_a_day_says_on_and_for_a_month_in(tmp_path: Path) -> None:
    for date, told in (("2026-11-28", "open on 28 November 2026"), ("2026-11", "open in November 2026")):
        levelling("match", "Hartlepool", "--as-of", date, "--out", str(tmp_path / "help.md"))
        assert told in (tmp_path / "help.md").read_text("utf-8")
