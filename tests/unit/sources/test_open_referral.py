"""Services of the Open Referral UK profile and HSDS 3: good ones, and every way in which one can be bad."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.core.errors import UserError
from levelling.core.service import Entry, Problem, Provider, Service, Standing
from levelling.sources.open_referral.files import read_file, read_folder
from levelling.sources.open_referral.service import Reader
from levelling.sources.open_referral.stream import Broken, Entries

FULL: dict[str, Any] = {
    "id": "s1",
    "name": "Talking it over",
    "description": "<p>Counselling &amp; company</p>",
    "status": "active",
    "minimum_age": 16,
    "maximum_age": 25,
    "assured_date": "2026-03-01",
    "last_modified": "2026-05-06T10:30:45.123Z",
    "organization": {
        "id": "o1",
        "name": "Quay Wellbeing",
        "organization_identifiers": [{"id": "i", "identifier_scheme": "GB-CHC", "identifier": "1234567"}],
    },
    "service_areas": [{"id": "a", "name": "Hartlepool"}, {"id": "b", "uri": "http://example.org/id/E06000002"}],
    "service_at_locations": [
        {"location": {"latitude": 54.69, "longitude": -1.21, "addresses": [{"postal_code": "TS24 7AA"}]}},
    ],
    "attributes": [{"id": "t", "taxonomy_term": {"id": "x", "name": "Mental health"}}],
    "x_levelling": {"eligibility": "Anyone", "waiting_time": "Two weeks", "application_process": "Ring us"},
}


def parted(entries: Any) -> tuple[list[Service], list[Problem]]:
    found: list[Entry] = list(entries)
    return [one for one in found if isinstance(one, Service)], [one for one in found if isinstance(one, Problem)]


def test_a_whole_service() -> None:
    reader = Reader("page 1", 1)
    assert reader.read(FULL) == Service(
        id="s1",
        name="Talking it over",
        provider=Provider("o1", "Quay Wellbeing", "1234567"),
        description="Counselling & company",
        standing=Standing.ACTIVE,
        points=((54.69, -1.21),),
        areas=("Hartlepool", "E06000002"),
        postcodes=("TS24 7AA",),
        assured=date(2026, 3, 1),
        modified=date(2026, 5, 6),
        minimum_age=16,
        maximum_age=25,
        terms=("Mental health",),
        eligibility="Anyone",
        waiting_time="Two weeks",
        application_process="Ring us",
        page="page 1",
        row=1,
    )
    assert [problem.field for problem in reader.problems] == ["description"]


def test_the_international_fields_are_read_where_the_profile_dropped_them() -> None:
    own = {name: value for name, value in FULL.items() if name != "x_levelling"}
    found = Reader("p", 1).read({**own, "eligibility_description": "Adults", "wait_time": "None", "application_process": "Call"})
    assert found is not None
    assert (found.eligibility, found.waiting_time, found.application_process) == ("Adults", "None", "Call")
    bare = Reader("p", 1).read(own)
    assert bare is not None
    assert (bare.eligibility, bare.waiting_time, bare.application_process) == ("", "", "")


@pytest.mark.parametrize(
    ("change", "field", "used", "says"),
    [
        ({"id": None}, "id", True, "no id"),
        ({"id": 17}, "", True, ""),
        ({"name": None}, "name", False, "no name"),
        ({"name": {"en": "x"}}, "name", True, "not text"),
        ({"name": "<b></b>"}, "name", False, "no name"),
        ({"status": None}, "status", True, "no status"),
        ({"status": "open"}, "status", True, "'open' is no status"),
        ({"organization": None}, "organization", True, "who offers it"),
        ({"organization": {"id": "o"}}, "organization.name", True, "has no name"),
        ({"assured_date": "2026-02-30"}, "assured_date", True, "no date"),
        ({"assured_date": 20260230}, "assured_date", True, "no date"),
        ({"minimum_age": -3}, "minimum_age", True, "no age"),
        ({"maximum_age": "old"}, "maximum_age", True, "no age"),
        ({"service_at_locations": [{"location": {"latitude": 100, "longitude": 101}}]}, "location", True, "no latitude"),
        ({"service_at_locations": [{"location": {"latitude": "x", "longitude": 1}}]}, "location", True, "no latitude"),
        ({"description": "x" * 30_000}, "description", True, "longer than 20,000"),
        ({"description": ["a"]}, "description", True, "not text"),
        ({"x_levelling": "soon"}, "x_levelling", True, "not an object"),
        ({"service_areas": "Hartlepool"}, "service_areas", True, "not a list"),
        ({"service_at_locations": {"a": 1}}, "service_at_locations", True, "not a list"),
        ({"attributes": [1, {}]}, "attributes", True, "1 of its 2 items"),
    ],
)
def test_each_bad_field_is_told_and_the_rest_used(change: dict[str, Any], field: str, used: bool, says: str) -> None:
    reader = Reader("page 3", 9)
    found = reader.read({**FULL, "description": "Plain", **change})
    told = [problem for problem in reader.problems if problem.field == field and says in problem.reason]
    assert bool(told) == bool(says), reader.problems
    assert all((problem.page, problem.row) == ("page 3", 9) for problem in reader.problems)
    assert (found is not None) == (used and "not text" not in says) or field == "description"
    assert all(problem.entry_used is used for problem in told)


@pytest.mark.parametrize("raw", [None, 3, "text", [], [FULL]])
def test_what_is_no_service_is_passed_over(raw: Any) -> None:
    reader = Reader("p", 1)
    assert reader.read(raw) is None
    assert len(reader.problems) == 1


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(FULL)), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(sorted(FULL)), _JSON, max_size=6))
def test_no_service_however_odd_stops_the_reading(change: dict[str, Any]) -> None:
    reader = Reader("p", 1)
    found = reader.read({**FULL, **change})
    assert found is not None or reader.problems


@given(
    st.lists(
        st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.integers() | st.floats(-1e9, 1e9), max_size=3), max_size=4
    ),
    st.data(),
)
def test_entries_are_the_same_however_the_text_is_cut(items: list[dict[str, Any]], data: st.DataObject) -> None:
    """Against the whole text read at once."""
    text = json.dumps({"total_pages": 3, "contents": items, "page_number": 12})
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    page = Entries(pieces)
    assert list(page) == items
    assert page.head == {"total_pages": 3, "page_number": 12}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('[{"id": "a"}, {"id": "b"}]', 2),
        ('{"id": "a", "name": "x"}', 1),
        ('{"id": "a"}\n{"id": "b"}\n', 2),
        ('{"id": "o", "name": "Org", "services": [{"id": "a"}, {"id": "b"}]}', 2),
        ('{"content": [{"id": "a"}], "number": 1}', 1),
        ('{"contents": []}', 0),
        ("", 0),
    ],
)
def test_every_shape_of_page(text: str, count: int) -> None:
    assert len(list(Entries([text]))) == count


def test_a_service_within_its_organisation_knows_it() -> None:
    (found,) = Entries(['{"id": "o", "name": "Org", "services": [{"id": "a"}]}'])
    assert found["organization"] == {"id": "o", "name": "Org"}


@pytest.mark.parametrize(
    "text",
    [
        '{"contents": [{"id": "a"}, {"id": ',
        '{"contents": [{"id": "a"} {"id": "b"}]}',
        '{"contents": [{"id": "a"}, oops]}',
        '{"contents": [{"id": "a"}',
        '[{"id": "a"}, ' + "[" * 200_000,
        '[{"id": "a"}, ' + "9" * 5_000 + "]",
        '[{"id": "a"}, {"x": "' + "y" * 1_100_000 + '"}]',
    ],
    ids=["cut", "no comma", "no json", "no end", "deep", "long number", "long entry"],
)
def test_what_stands_before_a_break_is_good(text: str) -> None:
    page = Entries([text])
    entries = iter(page)
    assert next(entries) == {"id": "a"}
    with pytest.raises(Broken):
        list(entries)


def test_json_lines_pass_over_a_broken_line(tmp_path: Path) -> None:
    path = tmp_path / "services.jsonl"
    path.write_text(
        f'{json.dumps({**FULL, "description": ""})}\n{{"id": broken\n\n{json.dumps({**FULL, "id": "s2", "description": ""})}\n'
    )
    services, problems = parted(read_file(path))
    assert [one.id for one in services] == ["s1", "s2"]
    assert [(problem.row, problem.entry_used) for problem in problems] == [(2, False)]


def test_a_packed_file_and_one_that_breaks_off(tmp_path: Path) -> None:
    contents = [{**FULL, "id": f"s{at}", "description": f"number {at} " * 9} for at in range(2_000)]
    whole = gzip.compress(json.dumps({"contents": contents}).encode())
    (tmp_path / "whole.json.gz").write_bytes(whole)
    (tmp_path / "half.json.gz").write_bytes(whole[: len(whole) // 2])
    assert len(parted(read_file(tmp_path / "whole.json.gz"))[0]) == 2_000
    services, problems = parted(read_file(tmp_path / "half.json.gz"))
    assert 0 < len(services) < 2_000
    assert "breaks off" in problems[-1].reason


def test_a_folder_is_read_in_the_order_of_its_numbers_and_tells_of_what_is_no_page(tmp_path: Path) -> None:
    for number in (10, 2, 1):
        entry = {**FULL, "id": f"s{number}", "description": ""}
        (tmp_path / f"page-{number}.json").write_text(json.dumps({"contents": [entry]}))
    (tmp_path / "page-3.json").write_text("<html>Not found</html>")
    (tmp_path / "page-4.json").write_bytes(b'{"contents": [{"id": "\xff\xfe"}]}')
    (tmp_path / "notes.txt").write_text("hello")
    services, problems = parted(read_folder(tmp_path))
    assert [one.id for one in services] == ["s1", "s2", "s10"]
    assert {problem.page for problem in problems} == {"page-3.json", "page-4.json", "notes.txt"}


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="holds no pages"):
        list(read_folder(tmp_path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        list(read_file(tmp_path / "none.json"))
