"""`levelling logic` as a partnership meets it: drawn, asked, handed on, read back, and with every mistake one makes."""

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import levelling as lv
from levelling.practice.logic import cited_links, read_model, shelf
from levelling.practice.logic.check import warnings
from tests.command import levelling
from tests.logic_models import WORK


@pytest.fixture
def work(tmp_path: Path) -> Path:
    file = tmp_path / "work.toml"
    file.write_text(WORK, "utf-8")
    return file


def told(*arguments: str) -> list[dict[str, Any]]:
    done = levelling("logic", *arguments, "--json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_a_model_is_told_link_by_link_with_what_to_mind(work: Path) -> None:
    found = told(str(work))
    assert [record["record"] for record in found] == ["link"] * 3 + ["node"] * 3 + ["warning"]
    first = found[0]
    assert (first["value"], first["each"], first["grade"], first["cites"]) == (4.0, 100.0, "A", "place-and-train-primary-care")
    assert found[-1]["what"] == "no indicator tells whether it comes about"
    assert "Nothing to mind" not in levelling("logic", str(work)).stdout


def test_a_change_is_followed_under_each_finding(work: Path) -> None:
    found = told(str(work), "--change", "advice=1000")
    people = next(record for record in found if record["record"] == "effect" and record["node"] == "work")
    assert (people["direction"], people["lower"], people["upper"]) == ("cannot tell", 0.0, 40.0)
    assert {reading["direction"] for reading in people["readings"]} == {"more", "no effect found"}
    assert sum(record["record"] == "path" for record in found) == 4
    assert "contradict each other" in levelling("logic", str(work), "--change", "advice=1000").stdout


def test_the_matrix_and_the_monitor(work: Path) -> None:
    cells = told(str(work), "--matrix")
    assert {(cell["action_owner"], cell["outcome_owner"]) for cell in cells} == {
        ("Council", "Skills partnership"),
        ("Council", "Integrated care board"),
    }
    (watched,) = told(str(work), "--area", "Hartlepool")
    # Hartlepool, as published: 66.9% in 2020, 67.9% (63.0 to 72.8) in 2023; half way to 80% in 2026.
    assert watched["expected"] == pytest.approx((66.9 + 80) / 2, abs=0.05)
    assert watched["track"] == "off track"
    (early,) = told(str(work), "--area", "Hartlepool", "--as-of", "2021-12")
    assert (early["period"], early["track"]) == ("2021", "cannot tell")


def test_several_questions_at_once(work: Path) -> None:
    arguments = (str(work), "--change", "advice", "--matrix", "--area", "Hartlepool")
    assert {record["record"] for record in told(*arguments)} == {"effect", "path", "cell", "monitor"}
    assert levelling("logic", *arguments).stdout.count("Work and health") == 3
    rows = list(csv.DictReader(io.StringIO(levelling("logic", *arguments, "--csv").stdout)))
    assert {row["record"] for row in rows} == {"effect", "path", "cell", "monitor"}


@pytest.mark.parametrize("ending", ["toml", "csv"])
def test_a_model_handed_on_is_read_back_whole(work: Path, tmp_path: Path, ending: str) -> None:
    other = tmp_path / f"work-2.{ending}"
    assert levelling("logic", str(work), "--to", str(other)).returncode == 0
    one, two = read_model(work), read_model(other)
    assert (one.title, one.about, one.nodes, one.links) == (two.title, two.about, two.nodes, two.links)


def test_csv_holds_no_formula(work: Path, tmp_path: Path) -> None:
    other = tmp_path / "out.csv"
    levelling("logic", str(work), "--format", "csv", "--to", str(other))
    cells = [cell for row in csv.reader(io.StringIO(other.read_text("utf-8"))) for cell in row]
    assert "'=People in work" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t")) or re.match(r"-\D", cell)]


def test_answers_as_csv_hold_no_formula(work: Path) -> None:
    for asked in ((), ("--matrix",), ("--change", "advice=10"), ("--area", "Hartlepool")):
        text = levelling("logic", str(work), *asked, "--csv").stdout
        assert "'=People in work" in text
        assert not [cell for row in csv.reader(io.StringIO(text)) for cell in row if re.match(r"[=@+\-][^\d]", cell)]


def test_mermaid_both_ways(work: Path, tmp_path: Path) -> None:
    other = tmp_path / "work.mmd"
    assert levelling("logic", str(work), "--to", str(other)).returncode == 0
    text = other.read_text("utf-8")
    assert text.startswith("flowchart LR\n")
    assert "<" not in text
    one, two = read_model(work), read_model(other)
    assert [(node.id, node.label, node.kind) for node in two.nodes] == [(node.id, node.label, node.kind) for node in one.nodes]
    assert [(link.start, link.end, link.sign, link.alternative) for link in two.links] == [
        (link.start, link.end, link.sign, link.alternative) for link in one.links
    ]


def test_a_flowchart_drawn_elsewhere_is_read(tmp_path: Path) -> None:
    file = tmp_path / "drawn.mmd"
    file.write_text(
        "%% made by hand\ngraph TD;\n  A[Advice] --> B(Skills) -->|+ more| C{{Work}};\n"
        '  A & D["Pay #quot;x#quot;"] -- "- less" --> C\n  subgraph outcomes\n    E([Health]):::big\n  end\n'
        "  C -.-> E\n  C == 0 ==> F[(Prices)]\n  style A fill:#fff\n  classDef big font-size:20px\n",
        "utf-8",
    )
    made = read_model(file)
    assert [(link.start, link.end, link.sign.value) for link in made.links] == [
        ("A", "B", "?"),
        ("B", "C", "+"),
        ("A", "C", "-"),
        ("D", "C", "-"),
        ("C", "E", "?"),
        ("C", "F", "0"),
    ]
    assert {node.id: (node.label, node.kind.value) for node in made.nodes}["D"] == ('Pay "x"', "")
    assert {node.id: (node.label, node.kind.value) for node in made.nodes}["E"] == ("Health", "outcome")
    assert any("is not said" in one.what for one in warnings(made))


def test_a_plain_list_of_links_is_enough(tmp_path: Path) -> None:
    file = tmp_path / "plain.csv"
    file.write_text(
        "\ufefffrom,to,sign\r\nHelp with debt,Worry,less\r\nWorry,People in work,\u2212\r\nHelp with debt,Rent,\r\n", "utf-8"
    )
    made = read_model(file)
    assert [node.label for node in made.nodes] == ["Help with debt", "Worry", "People in work", "Rent"]
    assert [(link.start, link.sign.value) for link in made.links] == [
        ("Help-with-debt", "-"),
        ("Worry", "-"),
        ("Help-with-debt", "?"),
    ]


def test_pages_and_pictures_show_what_the_author_wrote_as_text(work: Path, tmp_path: Path) -> None:
    for name in ("page.html", "page.md", "page.json"):
        arguments = ("--change", "advice=1000", "--matrix", "--area", "Hartlepool", "--out", str(tmp_path / name))
        assert levelling("logic", str(work), *arguments).returncode == 0
    for name in ("picture.svg", "picture.html", "picture.md"):
        assert levelling("logic", str(work), "--draw", str(tmp_path / name)).returncode == 0
    html, picture = (tmp_path / "page.html").read_text("utf-8"), (tmp_path / "picture.svg").read_text("utf-8")
    for text in (html, picture):
        assert "<script>alert" not in text
        assert "<b>health" not in text
        assert "Advice &amp; help" in text
        assert "style=" not in text
    assert picture.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert 'href="https://example.org/study?a=1&amp;b=2"' in html
    assert 'role="region" aria-label="Drawing: Work and health" tabindex="0"' in html
    assert "```mermaid\nflowchart LR" in (tmp_path / "picture.md").read_text("utf-8")
    assert picture.count('class="ring"') == 3


def test_links_to_draw_from() -> None:
    found = told("--links", "primary care work")
    first = {record["id"]: record for record in found}
    assert first["place-and-train-primary-care"]["contradicted_by"] == "place-and-train-primary-care-nothing"
    assert "place-and-train-primary-care-nothing" in first
    assert len(told("--links", "")) == len(cited_links()) == 58
    shown = levelling("logic", "--links", "chronic illness").stdout
    assert "not both" in shown
    assert levelling("logic", "--links", "zebra crossings").returncode == 2


def test_models_to_begin_with() -> None:
    assert [record["model"] for record in told("--list")] == list(shelf())
    assert len(shelf()) >= 2


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("people-and-place", "--as-of", "2020"),
        ("people-and-place", "--draw", "x.png"),
        ("people-and-place", "--to", "x.txt"),
        ("people-and-place", "--to", "x.txt", "--format", "dot"),
        ("people-and-place", "--format", "csv"),
        ("people-and-place", "--draw", "x.svg", "--json"),
        ("people-and-place", "--draw", "x.svg", "--matrix"),
        ("people-and-place", "--list"),
        ("--list", "--links", "x"),
        ("people-and-place", "--json", "--csv"),
        ("people-and-place", "--area", "Nowhere at all"),
        ("people-and-place", "--area", "Hartlepool", "--as-of", "soon"),
        ("people-and-place", "--change", "nothing=1"),
        ("people-and-place", "--draw", "no/such/folder/x.svg"),
    ],
)
def test_options_that_do_not_go_together(options: tuple[str, ...], tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    done = levelling("logic", *options)
    assert (done.returncode, done.stdout) == (2, ""), done
    assert done.stderr.startswith("levelling: ")
    assert list(tmp_path.iterdir()) == []


def test_from_python(work: Path) -> None:
    atlas = lv.open()
    assert [record["record"] for record in atlas.logic(work).records()][:3] == ["link"] * 3
    assert {record["record"] for record in atlas.logic(work, "advice=10", matrix=True).records()} == {"effect", "path", "cell"}
    (found,) = atlas.area("Hartlepool").logic(work, as_of="2023").records()
    assert found["track"] == "off track"


def test_a_wide_model_is_drawn_and_followed(tmp_path: Path) -> None:
    """Every node of a layer to every node of the next: more paths than could be listed, counted all the same."""
    keys = [[f"n{layer}-{at}" for at in range(8)] for layer in range(8)]
    pairs = [(one, other) for here, there in pairwise(keys) for one in here for other in there]
    file = tmp_path / "wide.csv"
    file.write_text("from,to,sign\n" + "".join(f"{one},{other},more\n" for one, other in pairs), "utf-8")
    found = told(str(file), "--change", "n0-0")
    last = next(record for record in found if record["record"] == "effect" and record["node"] == "n7-7")
    assert (last["paths"], last["direction"]) == (8**6, "more")
    assert sum(record["record"] == "path" for record in found) == 200
    assert levelling("logic", str(file), "--draw", str(tmp_path / "wide.svg")).returncode == 0


def test_what_comes_with_the_program_is_whole() -> None:
    for name, made in shelf().items():
        assert made.about, name
        for link in made.links:
            # A size without a source is refused on reading; here every link says where it is from, or that it is supposed.
            assert link.basis.source or link.note.startswith("Supposed") or link.sign.value == "?", (name, link.start, link.end)
    for cited in cited_links():
        assert cited.basis.source
        assert cited.basis.applies_to
        assert cited.size is None or cited.size.unit
