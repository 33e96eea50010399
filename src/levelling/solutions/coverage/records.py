"""Who covers a place, as plain data."""

from typing import TYPE_CHECKING, Any

from levelling.solutions.coverage.alignment import Pair, fits
from levelling.solutions.coverage.bodies import Body
from levelling.solutions.coverage.facts import Board, Origin, Seated

if TYPE_CHECKING:
    from levelling.solutions.coverage.place import Coverage, Covering


def record(found: "Coverage", item: "Covering") -> dict[str, Any]:
    """One body over a place."""
    body = item.body
    return {
        "area": found.area.code,
        "name": found.area.name,
        "as_of": found.as_of.iso,
        "body": body.name,
        "code": body.code,
        "kind": body.kind.value,
        "level": body.level.value,
        "from": body.began,
        "until": body.ended,
        "people": item.people,
        "share_here": round(item.share_here, 4),
        "share_there": round(item.share_there, 4),
        "body_people": body.people,
        "board": [_seated(item.board, one) for one in item.seated] if item.board else [],
        "vcse_seat": item.vcse_seat,
        "vcse_note": item.board.vcse_note if item.board and item.seated else None,
        "status": item.status,
        "inferred": body.is_inferred,
        "confidence": body.confidence,
        "boundaries": body.drawn,
        "notes": list(body.notes),
        "sources": list(body.sources),
        "pairs": [_pair(body, other, one) for other, one in fits(found.pairs, body)] if body.counts else [],
        "alignment": round(found.alignment, 1),
    }


def _pair(body: Body, other: Body, one: Pair) -> dict[str, Any]:
    mine = one.share_outside if one.smaller is body else one.larger_share_outside
    theirs = one.larger_share_outside if one.smaller is body else one.share_outside
    return {
        "body": other.name,
        "kind": other.kind.value,
        "people_in_both": one.both,
        "people_here": one.here,
        "share_outside": round(mine, 4),
        "share_of_other_outside": round(theirs, 4),
        "share_outside_common_ground": round(one.apart, 4),
        "nested": one.nested,
    }


def _seated(board: Board, one: Seated) -> dict[str, Any]:
    return {
        "member": one.who,
        "number": one.number,
        "rule": one.rule,
        "since": one.since.iso,
        "note": one.note,
        "source": board.sources[one.source].cited,
        "confidence": one.confidence,
    }


def board_records(boards: tuple[Board, ...]) -> list[dict[str, Any]]:
    """One record for each seat that a rule gives on a kind of board."""
    return [
        {
            "board": board.name,
            "nations": list(board.nations),
            "where": board.where or None,
            "vcse_seat": board.vcse_seat,
            "vcse_note": board.vcse_note,
            "until": one.until.iso if one.until else None,
            **_seated(board, one),
        }
        for board in boards
        for one in board.members
    ]


def cited(board: Board) -> tuple[Origin, ...]:
    """The sources of a board, each once."""
    return tuple(board.sources[key] for key in dict.fromkeys(one.source for one in board.members))
