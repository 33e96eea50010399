"""The plan on the real figures: what a place's page must say."""

import json
from typing import Any

import pytest

from levelling.atlas import Atlas
from levelling.plan import build, render
from levelling.plan.document import Document, Label, Number, Section, Table, Worked, plain
from levelling.plan.walk import numbers


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def _section(document: Document, key: str) -> Section:
    return next(section for section in document.sections if section.id == key)


@pytest.mark.parametrize(
    ("place", "output", "income"),
    [("Belfast", "134", "79"), ("Nottingham", "113", "67"), ("Dorset", "71", "104")],
)
def test_output_and_income_of_2017_stand_on_the_page(atlas: Atlas, place: str, output: str, income: str) -> None:
    """ONS, regional accounts, per head, UK = 100: the figures the issue asks for, 2017."""
    document = build(atlas, atlas.area(place))
    tables = _tables(json.loads(render(document, "json")))
    rows = next(table["rows"] for table in tables if table["columns"] == ["Year", "Output", "Household income"])
    row = next(row for row in rows if row[0][0]["text"] == "2017")
    assert [cell[0]["text"] for cell in row[1:]] == [output, income]


def test_what_only_the_county_has_is_named_as_the_county_s(atlas: Atlas) -> None:
    """Burnley is a district of Lancashire: adult learning and health measures are published for counties."""
    missing = _section(build(atlas, atlas.area("Burnley")), "missing")
    words = [
        plain(row[2]) for table in missing.blocks if isinstance(table, Table) and len(table.columns) == 3 for row in table.rows
    ]
    assert any(text.startswith("published for the county, Lancashire: ") for text in words)


def test_a_welsh_place_has_its_welsh_name_marked_as_welsh(atlas: Atlas) -> None:
    document = build(atlas, atlas.area("Cardiff"))
    assert document.native == Label("Caerdydd", "cy")
    assert '<p class="native" lang="cy">Caerdydd</p>' in render(document)


def test_other_areas_can_be_compared_with(atlas: Atlas) -> None:
    document = build(atlas, atlas.area("Hartlepool"), against=[atlas.area("Sunderland")])
    page = render(document)
    assert page.count(">Sunderland<") > 10


@pytest.mark.parametrize(
    "place", ["City of London", "Isles of Scilly", "Isle of Wight", "Glasgow City", "Belfast", "North East (region)", "England"]
)
def test_small_places_and_large_ones_get_a_page_in_every_form(atlas: Atlas, place: str) -> None:
    document = build(atlas, atlas.area(place))
    assert sum(1 for _ in numbers(document)) > 50
    assert len(render(document).encode()) < 1_400_000
    assert render(document, "md").startswith(f"# {document.title}")
    json.loads(render(document, "json"))


def test_a_finding_holds_no_bare_number_but_ages_years_and_names(atlas: Atlas) -> None:
    """The figures in what stands out are numbers that lead somewhere."""
    data = json.loads(render(build(atlas, atlas.area("Hartlepool")), "json"))
    items = next(section for section in data["sections"] if section["id"] == "standouts")["blocks"][1]["items"]
    for item in items:
        assert any(isinstance(part, dict) and part["type"] == "number" for part in item["sentence"]), item


def test_the_same_figures_give_the_same_page(atlas: Atlas) -> None:
    area = atlas.area("Hartlepool")
    assert render(build(atlas, area)) == render(build(atlas, area))


def test_intervals_are_only_those_published(atlas: Atlas) -> None:
    document = build(atlas, atlas.area("Hartlepool"))
    shown = [number for number in numbers(document) if number.interval]
    assert shown
    assert all(_has_interval(number) for number in shown)


def _has_interval(number: Number) -> bool:
    """Its own as published, or one worked out from published ones alone; a regression's says that it is a prediction interval."""
    origin = number.origin
    if isinstance(origin, Worked):
        published = [item.lower is not None and item.upper is not None for item in origin.inputs]
        return all(published) if published else "prediction interval" in origin.how
    return getattr(origin, "lower", None) == number.lower and getattr(origin, "upper", None) == number.upper


def _tables(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        found = [node] if node.get("type") == "table" else []
        return found + [table for value in node.values() for table in _tables(value)]
    return [table for value in node for table in _tables(value)] if isinstance(node, list) else []


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("Enterprise M3", "Local enterprise partnership in the South East, England"),
        ("Adur", "District in West Sussex, the South East, England"),
        ("Hartlepool", "Unitary authority in the North East, England"),
    ],
)
def test_a_place_is_said_to_lie_only_in_what_holds_it_whole(atlas: Atlas, place: str, kind: str) -> None:
    document = build(atlas, atlas.area(place))
    assert plain(document.kind) == kind
    assert document.title in plain(document.summary)
