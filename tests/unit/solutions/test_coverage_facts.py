"""The declared facts of boards and bodies: whole, cited, and refused when they are not."""

from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.atlas.declared import FactsBroken
from levelling.core.period import Period
from levelling.solutions.coverage import BodyKind, board_records, boards
from levelling.solutions.coverage.facts import care_boards, partnerships, strategic_authorities

BOARD = """name = "A board"
kinds = ["integrated care board"]
nations = ["E"]
vcse_seat = "by rule"
vcse_note = "It has one."
[sources.act]
title = "An act"
[[members]]
who = "somebody"
number = "one"
since = "2020"
source = "act"
confidence = "high"
"""


def test_every_board_cites_what_it_says() -> None:
    found = boards()
    assert {board.name for board in found} >= {
        "Local enterprise partnership board",
        "Health and wellbeing board",
        "Town deal board",
    }
    for record in board_records(found):
        assert record["source"]
        assert record["since"]
        assert record["vcse_seat"] in {"by rule", "by local choice", "none by rule"}


def test_rules_hold_from_and_to_their_dates() -> None:
    (board,) = [board for board in boards() if BodyKind.HWB in board.kinds]
    then = [one.who for one in board.at(Period.parse("2020-12"))]
    now = [one.who for one in board.at(Period.parse("2026-11"))]
    assert "each relevant clinical commissioning group" in then
    assert "each relevant integrated care board" not in then
    assert "each relevant integrated care board" in now
    assert "each relevant clinical commissioning group" not in now


def test_every_code_in_the_facts_is_an_area() -> None:
    gazetteer = Atlas.open().gazetteer
    codes = {part.board for board in care_boards().boards for part in board.parts}
    codes |= {code for board in care_boards().boards for part in board.parts for code in part.within}
    codes |= {code for cluster in care_boards().clusters for code in cluster.boards}
    codes |= {item.code for item in strategic_authorities().authorities}
    codes |= {code for item in strategic_authorities().planned for code in item.members}
    codes |= {item.partnership for item in partnerships().redrawn} | {item.partnership for item in partnerships().named}
    codes |= {code for item in partnerships().shared for code in (item.partnership, *item.members)}
    assert sorted(code for code in codes if code not in gazetteer.by_code) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (('source = "act"', 'source = "law"'), "no source 'law'"),
        (("[sources.act]", "[sources.other]"), "no source 'act'"),
        (('vcse_seat = "by rule"', 'vcse_seat = "perhaps"'), "vcse_seat"),
        (('since = "2020"', 'since = "then"'), "members 1, since"),
        (('kinds = ["integrated care board"]', "kinds = []"), "where such boards are"),
        (('kinds = ["integrated care board"]', 'kinds = ["a club"]'), "kinds"),
        (('number = "one"\n', ""), "number: is missing"),
    ],
)
def test_a_fact_that_is_not_whole_does_not_load(tmp_path: Path, change: tuple[str, str], says: str) -> None:
    (tmp_path / "a-board.toml").write_text(BOARD.replace(*change), "utf-8")
    with pytest.raises(FactsBroken, match=says):
        boards(tmp_path)


def test_a_whole_board_loads(tmp_path: Path) -> None:
    (tmp_path / "a-board.toml").write_text(BOARD, "utf-8")
    assert [board.name for board in boards(tmp_path)] == ["A board"]
