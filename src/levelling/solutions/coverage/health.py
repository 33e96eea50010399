"""The health service's bodies in England at a date: clinical commissioning groups and STPs, then integrated care boards."""

from collections.abc import Iterable
from datetime import date

from levelling.atlas.atlas import Atlas
from levelling.core.area import Level
from levelling.core.period import Period
from levelling.core.words import listed
from levelling.solutions.coverage.bodies import Body
from levelling.solutions.coverage.facts import CareBoards, MergedBoard, care_boards
from levelling.solutions.coverage.kinds import BodyKind

ACT = date(2022, 7, 1)
"""When integrated care boards took over from clinical commissioning groups."""
_BEGAN, _LAST = "2022-07", "2022-06"
_SECOND_LOOK = date(2024, 4, 1)
_OLDEST = date(2021, 4, 1)
OLDEST_HEALTH = Period(_OLDEST, _OLDEST)
"""The date of the oldest boundaries of the health service that we hold."""
_EARLY = "Drawn as in April 2021, the oldest boundaries we hold: those that merged or moved by then are shown as they became."
_MOVED = ("E54000052", "E54000053", "E54000063", "E54000064")
"""Surrey Heartlands and Sussex: the same boards under two codes, as a few homes changed sides."""
_MOVED_NOTE = "A few homes changed sides between the look-ups of July 2022 and April 2024."


def health(atlas: Atlas, day: date) -> Iterable[Body]:
    """The bodies of the health service in England on a day."""
    if day < ACT:
        notes = (_EARLY,) if day < _OLDEST else ()
        yield from _named(atlas, "stp", Level.STP, BodyKind.STP, _LAST, "STPs of April 2021", notes)
        yield from _named(atlas, "ccg", Level.CCG, BodyKind.CCG, _LAST, "clinical commissioning groups of April 2021", notes)
    elif day < care_boards().merged.start:
        column, drawn = ("icb_2022", "July 2022") if day < _SECOND_LOOK else ("icb", "April 2024")
        yield from _boards(atlas, column, f"integrated care boards of {drawn}", day)
    else:
        yield from _merged(atlas, day)


def _named(
    atlas: Atlas, column: str, level: Level, kind: BodyKind, ended: str | None, drawn: str, notes: tuple[str, ...]
) -> Iterable[Body]:
    overlaps = atlas.movements.crossings
    for code, places in sorted(overlaps.grouped_by(column).items()):
        cells = frozenset(places)
        name = atlas.gazetteer.get(code, level).name
        yield Body(kind, name, level, code, cells, overlaps.people_in(cells), None, ended, drawn, notes)


def _boards(atlas: Atlas, column: str, drawn: str, day: date, skip: frozenset[str] = frozenset()) -> Iterable[Body]:
    facts = care_boards()
    merging = {part.board for board in facts.boards for part in board.parts if board.code != part.board}
    for body in _named(atlas, column, Level.ICB, BodyKind.ICB, None, drawn, ()):
        code = str(body.code)
        if code in skip:
            continue
        ended = "2026-03" if code in merging or code in _MOVED else None
        notes = [_MOVED_NOTE] if code in _MOVED else []
        clusters = [item for item in facts.clusters if code in item.boards and item.since.start <= day]
        for item in clusters:
            others = [atlas.gazetteer.get(other, Level.ICB).name for other in item.boards if other != code]
            notes.append(f"It works in a cluster with {listed(others)}. {item.note}")
        sources = tuple(facts.sources[key].cited for item in clusters for key in item.sources)
        yield Body(body.kind, body.name, body.level, code, body.cells, body.people, _BEGAN, ended, drawn, tuple(notes), sources)


def _merged(atlas: Atlas, day: date) -> Iterable[Body]:
    facts = care_boards()
    gone = frozenset(part.board for board in facts.boards for part in board.parts)
    yield from _boards(atlas, "icb", "integrated care boards of April 2024", day, gone)
    for board in facts.boards:
        yield _merged_board(atlas, facts, board)


def _merged_board(atlas: Atlas, facts: CareBoards, board: MergedBoard) -> Body:
    overlaps, gazetteer = atlas.movements.crossings, atlas.gazetteer
    by_board = overlaps.grouped_by("icb")
    cells: set[int] = set()
    made: list[str] = []
    inferred: list[str] = []
    for part in board.parts:
        mine = set(by_board[part.board])
        if part.within:
            mine &= {cell for code in part.within for cell in overlaps.cells_of(gazetteer.get(code))}
        cells |= mine
        name = gazetteer.get(part.board, Level.ICB).name
        made.append(f"the {part.words} part of {name}" if part.within else name)
        if part.inferred:
            inferred.append(f"That it has the {part.words} part is inferred. {part.inferred}")
    kept = f"{gazetteer.get(board.code, Level.ICB).name} with wider boundaries. " if board.code else ""
    return Body(
        kind=BodyKind.ICB,
        name=gazetteer.get(board.code, Level.ICB).name if board.code else board.name,
        level=Level.ICB,
        code=board.code,
        cells=frozenset(cells),
        people=overlaps.people_in(cells),
        began=_BEGAN if board.code else facts.merged.iso[: len("2026-04")],
        ended=None,
        drawn="integrated care boards of April 2024, joined as announced for April 2026",
        notes=tuple(filter(None, (f"{kept}Made of {listed(made)}.", board.note, *inferred))),
        sources=tuple(facts.sources[key].cited for key in board.sources),
        is_inferred=bool(inferred),
        confidence=max((part.confidence for part in board.parts), key=("high", "medium", "low").index),
    )
