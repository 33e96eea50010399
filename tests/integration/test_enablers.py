"""`levelling enablers`, its page and its door in Python, as a user has them."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import levelling as lv
from levelling.atlas import Atlas
from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.plan.document import Group, Table
from levelling.plan.national.enablers import document
from levelling.solutions.register import find, register
from tests.command import levelling, refused

FIELDS = {
    *("id", "name", "kind", "status", "status_reason", "lead", "nations", "areas", "started", "ended", "replaced_by", "amounts"),
    *("ring_fences", "users", "vcse_role", "topics", "mechanism", "purpose", "sources", "confidence"),
}


def run(*arguments: str) -> str:
    done = levelling("enablers", *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def records(*arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run(*arguments, "--json"))
    return found


def test_records_have_the_promised_fields_and_every_fact_a_source() -> None:
    found = records("--as-of", "2026-11")
    assert len(found) > 150
    for record in found:
        assert set(record) >= FIELDS
        assert record["sources"]
        assert record["status_reason"]


def test_the_world_of_the_source_and_that_of_today() -> None:
    then = {record["id"]: record["status"] for record in records("--as-of", "2020-12")}
    now = {record["id"]: record["status"] for record in records("--as-of", "2026-11")}
    assert [then[name] for name in ("lep", "esf", "bbo", "ccg", "phe", "ukspf")] == ["open"] * 5 + ["not yet begun"]
    assert [now[name] for name in ("lep", "esf", "bbo", "ccg", "phe", "ukspf")] == ["replaced"] * 6
    assert now["pride-in-place"] == "open"
    assert then["pride-in-place"] == "not yet begun"


def test_only_what_is_open_is_offered_as_open() -> None:
    found = records("--status", "open", "--as-of", "2026-11", "--kind", "fund")
    assert {record["status"] for record in found} == {"open"}
    assert not {"ukspf", "esf", "towns-fund", "levelling-up-fund"} & {str(record["id"]) for record in found}


def test_filters_join_and_a_place_leaves_out_what_cannot_reach_it() -> None:
    found = records("--area", "Fife", "--topic", "young-people", "--for", "vcse", "--as-of", "2026-11")
    assert found
    for record in found:
        assert record["reaches"] in {"yes", "part", "cannot tell"}
        assert "Scotland" in record["nations"]  # type: ignore[operator]  # a list in JSON
    assert "no-one-left-behind" in {record["id"] for record in found}


def test_words_find_the_right_thing_first() -> None:
    assert records("social prescribing link workers")[0]["id"] == "social-prescribing"
    assert records("town deal")[0]["id"] in {"town-deal-boards", "towns-fund"}
    assert records("zzzz") == []
    assert "Nothing in the register answers to all of this." in run("zzzz")


def test_one_is_shown_whole_with_every_source() -> None:
    text = run("connect-to-work", "--as-of", "2026-11")
    assert text.startswith("Connect to Work: programme, led by Department for Work and Pensions (DWP)")
    assert "Named by a source, not placed:\n  - South Midlands: £32 million" in text
    for source in records("connect-to-work")[0]["sources"]:  # type: ignore[attr-defined]  # a list in JSON
        assert source["title"] in text
    assert run("Connect_To_Work", "--as-of", "2026-11") == text


def test_one_is_shown_whole_for_a_place() -> None:
    text = run("connect-to-work", "--area", "Medway", "--as-of", "2026-11")
    assert "In Medway: yes. It reaches Kent and Medway." in text
    assert [record["reaches"] for record in records("connect-to-work", "--area", "Hartlepool")] == ["cannot tell"]
    assert [record["reaches"] for record in records("connect-to-work", "--area", "Fife")] == ["no"]


def test_an_id_that_is_nearly_right_is_offered() -> None:
    assert "Did you mean: connect-to-work?" in run("conect-to-work")


def test_csv_holds_one_line_an_enabler_and_lists_as_words() -> None:
    rows = list(csv.DictReader(io.StringIO(run("--kind", "levy", "--csv", "--as-of", "2026-11"))))
    assert {row["id"] for row in rows} == {"apprenticeship-levy", "business-rates-retention", "cil", "growth-skills-levy"}
    assert next(row for row in rows if row["id"] == "growth-skills-levy")["topics"] == "apprenticeships; skills; young people"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--kind", "found"), "--kind cannot be 'found'. Did you mean: fund?"),
        (("--topic", "skils"), "--topic cannot be 'skils'. Did you mean: skills?"),
        (("--status", "shut"), "--status cannot be 'shut'. Choose open,"),
        (("--for", "charity"), "--for cannot be 'charity'. Choose council,"),
        (("--area", "Hartlepol"), "No area is called 'Hartlepol'. Did you mean: Hartlepool?"),
        (("--as-of", "yesterday"), "--as-of cannot be 'yesterday'. Give a month such as 2020-12, a day or a year."),
        (("--as-of", "2020-13"), "--as-of cannot be '2020-13'."),
        (("--json", "--csv"), "An answer has one form."),
        (("--out", "page.pdf"), "A page cannot be written to page.pdf."),
    ],
)
def test_what_cannot_be_asked_is_told_in_a_sentence(arguments: tuple[str, ...], told: str) -> None:
    refused(levelling("enablers", *arguments), f"levelling: {told}")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (
            (),
            ("What followed what", "Old sources", "Cannot tell", "Last seen open in a source of 2020; nothing newer was found."),
        ),
        (("--area", "Hartlepool", "--status", "open"), ("What could help in Hartlepool", "In Hartlepool")),
        (("connect-to-work",), ("£42.8 million", "named by the source, not placed", "somewhere in London", "Quoted from: ")),
        (("esf",), ("20% for social inclusion.", "UK Shared Prosperity Fund (replaced)")),
    ],
)
def test_a_page_is_written(tmp_path: Path, arguments: tuple[str, ...], expected: tuple[str, ...]) -> None:
    page = tmp_path / "page.html"
    run(*arguments, "--as-of", "2026-11", "--out", str(page))
    text = page.read_text("utf-8")
    assert all(words in text for words in expected)


def test_no_two_parts_of_the_page_are_called_the_same() -> None:
    """A screen reader lists sections and wide tables as landmarks: each needs a name of its own."""
    held, as_of = register(), Period.parse("2026-11")
    made = document(Atlas.open(), held, find(held, "", as_of))
    groups = [block for section in made.sections for block in section.blocks if isinstance(block, Group)]
    blocks = [
        *(block for section in made.sections for block in section.blocks),
        *(one for group in groups for one in group.blocks),
    ]
    names = [*(section.title for section in made.sections), *(one.caption for one in blocks if isinstance(one, Table))]
    ids = [*(section.id for section in made.sections), *(group.id for group in groups)]
    assert len(names) == len(set(names))
    assert len(ids) == len(set(ids))


def test_the_page_of_2020_shows_nothing_that_came_later_as_open(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    run("--as-of", "2020-12", "--out", str(page))
    opened = page.read_text("utf-8").split("## Open", 1)[1].split("## Not yet begun", 1)[0]
    assert "European Social Fund" in opened
    assert "Pride in Place" not in opened


@pytest.mark.parametrize("ask", [lv.open().enablers, lv.open().area("Hartlepool").enablers], ids=["everywhere", "a place"])
def test_the_same_from_python(ask: Callable[..., lv.Answer]) -> None:
    found = ask("apprenticeships", status="open", as_of="2026-11")
    assert {record["status"] for record in found.records()} == {"open"}
    assert "2026" in found.title
    with pytest.raises(UserError, match="as_of cannot be 'then'"):
        ask(as_of="then")
    with pytest.raises(UserError, match=r"kind cannot be 'found'\. Did you mean: fund\?"):
        ask(kind="found")


def test_a_date_that_the_register_cannot_know_of_is_told_as_one() -> None:
    ahead = "lies after the register was last looked over"
    for command in (("enablers",), ("match", "Hartlepool", "--need", "travel")):
        assert f"2035 {ahead}" in " ".join(levelling(*command, "--as-of", "2035").stdout.split())
        assert ahead not in levelling(*command, "--as-of", "2026-11").stdout
