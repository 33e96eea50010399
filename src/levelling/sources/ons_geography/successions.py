"""Successions told by people: which old area became which new one, where no file says it by code."""

from collections.abc import Iterable, Mapping

import polars as pl

from levelling.core.area import Level
from levelling.sources.ons_geography.changes import Change, Changes, classify
from levelling.sources.ons_geography.members import ITL_2021_ENDED, Member, Members

_MOVE_OF_2025 = 2025
_TRIFLE = 0.005


def complete(changes: Changes, members: Members, small: pl.DataFrame) -> Changes:
    """All the changes, with the people of each: districts of Northern Ireland, ITL, health bodies and partnerships added."""
    today = small.filter(pl.col("vintage") == 2011)
    # Everybody is counted once: in the authority of today.
    rows = tuple(row for row in members.rows if row.member in members.today)
    more = [
        *classify(Level.LAD, 2015, _shared(today.filter(pl.col("lad_2011").str.starts_with("95")), "lad_2011", "lad")),
        *_replaced(Level.STP, _shared(today, "stp", "icb_2022")),
        *_replaced(Level.CCG, _shared(today, "ccg", "icb_2022")),
        *map(_moved, classify(Level.ICB, None, _shared(today, "icb_2022", "icb"))),
        *_partnerships(rows),
        *(row for level in (Level.ITL1, Level.ITL2, Level.ITL3) for row in _itl(rows, level)),
    ]
    everything = changes.and_also(more)
    return Changes(tuple(row._replace(people=_people(row, members, everything)) for row in everything.rows))


def _shared(today: pl.DataFrame, old: str, new: str) -> dict[tuple[str, str], int]:
    counted = today.drop_nulls([old, new]).group_by(old, new).agg(pl.col("population").sum()).sort(old, new)
    return {(before, after): people for before, after, people in counted.iter_rows()}


def _replaced(level: Level, shared: Mapping[tuple[str, str], int]) -> Iterable[Change]:
    totals: dict[str, int] = {}
    for (old, _), people in shared.items():
        totals[old] = totals.get(old, 0) + people
    for (old, new), people in shared.items():
        if people >= _TRIFLE * totals[old]:
            yield Change(old, new, level, 2022, "replaced", people)


def _moved(change: Change) -> Change:
    # A partnership or care board that took a new code did so because its members or boundary changed, however little. A board
    # of 2022 may also share its code with a partnership of 2021, so figures must stay with the code they were published for.
    return change._replace(kind="boundary") if change.kind == "recoded" else change


def _partnerships(rows: tuple[Member, ...]) -> Iterable[Change]:
    still = {row.code for row in rows if row.level is Level.LEP and row.vintage == 2022}
    for change in classify(Level.LEP, 2021, _between(rows, Level.LEP, 2020, 2022)):
        if change.old_code not in still:
            yield _moved(change)


def _between(rows: Iterable[Member], level: Level, old: int | None, new: int | None) -> dict[tuple[str, str], int]:
    before: dict[str, list[Member]] = {}
    after: dict[str, list[Member]] = {}
    for row in rows:
        if row.level is level and row.vintage in (old, new):
            (before if row.vintage == old else after).setdefault(row.member, []).append(row)
    shared: dict[tuple[str, str], int] = {}
    for member, olds in before.items():
        for one in olds:
            for two in after.get(member, []):
                people = min(one.people or 0, two.people or 0)
                shared[one.code, two.code] = shared.get((one.code, two.code), 0) + people
    return shared


def _itl(rows: tuple[Member, ...], level: Level) -> Iterable[Change]:
    unknown = {row.code for row in rows if row.level is level and row.vintage == ITL_2021_ENDED and row.people is None}
    shared = _between(rows, level, ITL_2021_ENDED, None)
    kept = {new for _, new in shared}
    for change in classify(level, _MOVE_OF_2025, {pair: people for pair, people in shared.items() if pair[0] not in unknown}):
        if change.old_code not in kept:
            yield change
    for old in sorted(unknown - kept):
        after = sorted(new for before, new in shared if before == old)
        for new in after:
            yield Change(old, new, level, _MOVE_OF_2025, "merged" if len(after) == 1 else "split")


def _people(row: Change, members: Members, changes: Changes) -> int | None:
    if row.people is not None:
        return row.people
    if row.level is Level.LAD:
        return members.authority_people.get(changes.current(row.old_code))
    if row.level is Level.COUNTY and row.kind != "recoded":
        districts = {member.member for member in members.rows if member.code == row.old_code}
        lads = [member for member in members.rows if member.member in districts and member.code == row.new_code]
        return sum(member.people or 0 for member in lads)
    return members.body_people.get((changes.current(row.old_code), row.level)) if row.kind == "recoded" else None
