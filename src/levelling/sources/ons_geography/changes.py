"""What followed what: areas that took a new code, merged or were split since 2011."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import polars as pl

from levelling.core.area import Level
from levelling.sources.ons_geography import lookups as files_of
from levelling.sources.ons_geography.facts import Facts
from levelling.sources.ons_geography.lookups import Lookups

SAME = 0.99
"""An area that keeps 99 in 100 of its people under a new code is the same area: boundaries are trimmed all the time."""
_TRIFLE = 0.005
_SCHEMA = {
    "old_code": pl.String,
    "new_code": pl.String,
    "level": pl.String,
    "year": pl.Int16,
    "kind": pl.String,
    "people": pl.Int32,
}


class Change(NamedTuple):
    """One area followed by another.

    Attributes:
        old_code: The code that ended.
        new_code: The code that followed.
        level: The level of the old area.
        year: When; `None` where our sources do not say.
        kind: `recoded` (the same area), `merged` (whole into a larger), `split` (among several), `boundary` (nearly the same,
            its boundary moved), `replaced` (by another kind of body).
        people: People of the old area who live in the new one, mid-2019; `None` where they cannot be counted.
    """

    old_code: str
    new_code: str
    level: Level
    year: int | None
    kind: str
    people: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes, oldest first."""

    rows: tuple[Change, ...]

    @property
    def recoded(self) -> dict[str, str]:
        """Old code to the code the same area has today."""
        return {row.old_code: row.new_code for row in self.rows if row.kind == "recoded"}

    def current(self, code: str) -> str:
        """The code the same area has today."""
        return self.recoded.get(code, code)

    def and_also(self, more: Iterable[Change]) -> "Changes":
        """These changes and more."""
        known = {(row.old_code, row.new_code) for row in self.rows}
        rows = (*self.rows, *(row for row in more if (row.old_code, row.new_code) not in known))
        return replace(self, rows=tuple(sorted(rows, key=lambda row: (row.year or 0, row.old_code, row.new_code))))

    def frame(self) -> pl.DataFrame:
        """The changes as a table."""
        return pl.DataFrame(self.rows, schema=_SCHEMA, orient="row")


def list_changes(files: Lookups, facts: Facts) -> Changes:
    """The changes of local authorities, counties and combined authorities that the look-ups and facts tell by code."""
    known = set(files[files_of.HIERARCHY]["areacd"])
    steps = [*_authority_steps(files), *(change for change in _older(facts) if change.new_code in known)]
    changes = Changes(()).and_also(steps)
    combined = [change for change in _COMBINED if change.new_code in known]
    return changes.and_also([*_counties(files, facts, changes), *combined])


def classify(level: Level, year: int | None, shared: Mapping[tuple[str, str], int]) -> list[Change]:
    """Tell the kind of each change from the people that old and new areas share.

    Args:
        level: The level of the old areas.
        year: When they changed.
        shared: People living in both, by (old, new); every old and new area whole.
    """
    old_people: dict[str, int] = {}
    new_people: dict[str, int] = {}
    for (old, new), people in shared.items():
        old_people[old] = old_people.get(old, 0) + people
        new_people[new] = new_people.get(new, 0) + people
    found = []
    for (old, new), people in shared.items():
        here, there = people / old_people[old], people / new_people[new]
        if old == new or here < _TRIFLE:
            continue
        if here >= SAME:
            kind = "recoded" if there >= SAME else "merged"
        else:
            kind = "boundary" if here >= 0.9 and there >= 0.9 else "split"
        found.append(Change(old, new, level, year, kind, people))
    same = {change.old_code for change in found if change.kind == "recoded"}
    return [change for change in found if change.kind == "recoded" or change.old_code not in same]


def _authority_steps(files: Lookups) -> Iterable[Change]:
    chain = files[files_of.LAD_CHAIN]
    for year in range(17, 25):
        columns = [f"ltla{when}_{what}" for when in (year - 1, year) for what in ("code", "name")]
        yield from _steps(2000 + year, chain.select(columns).unique().sort(columns).rows())
    newest = {name: code for code, name in files[files_of.LAD_2025].rows()}
    last = chain.select("ltla24_code", "ltla24_name").unique().sort("ltla24_code").rows()
    yield from _steps(2025, [(code, name, newest.get(name, code), name) for code, name in last])


def _steps(year: int, rows: Iterable[tuple[str, str, str, str]]) -> Iterable[Change]:
    rows = [row for row in rows if row[0] != row[2]]
    same = {old for old, old_name, _, new_name in rows if old_name == new_name}
    for old, old_name, new, new_name in rows:
        if old_name == new_name:
            yield Change(old, new, Level.LAD, year, "recoded")
        elif old not in same:
            # An authority that traded a few homes with its neighbour is listed under both: the one of its own name is meant.
            yield Change(old, new, Level.LAD, year, "merged")


def _older(facts: Facts) -> Iterable[Change]:
    for old, new in facts.older_codes.items():
        yield Change(old, new, Level.COUNTY if old[:3] == "E11" else Level.LAD, None, "recoded")


def _counties(files: Lookups, facts: Facts, changes: Changes) -> Iterable[Change]:
    successors: dict[str, set[str]] = {}
    for row in changes.rows:
        if row.kind == "merged":
            successors.setdefault(row.old_code, set()).add(row.new_code)
    ends = {code: end for code, end in files.pairs(files_of.HIERARCHY, "areacd", "end").items() if code.startswith("E10")}
    districts = districts_of_ended_counties(files, facts)
    for code, end in sorted(ends.items()):
        after = sorted({new for district in districts[code] for new in _last(district, successors)})
        for new in after:
            yield Change(code, new, Level.COUNTY, int(float(end)) + 1, "replaced" if len(after) == 1 else "split")


def districts_of_ended_counties(files: Lookups, facts: Facts) -> dict[str, tuple[str, ...]]:
    """The districts of each county council that has ended."""
    found: dict[str, list[str]] = {}
    for code, parents in files.pairs(files_of.HIERARCHY, "areacd", "parents").items():
        for parent in parents.split("|"):
            if parent.startswith("E10") and code.startswith("E07"):
                found.setdefault(parent, []).append(code)
    ended = {code for code in files.pairs(files_of.HIERARCHY, "areacd", "end") if code.startswith("E10")}
    return {code: facts.ended_counties.get(code) or tuple(sorted(found[code])) for code in ended}


def _last(code: str, successors: Mapping[str, set[str]]) -> set[str]:
    after = successors.get(code)
    return {code} if not after else {last for new in after for last in _last(new, successors)}


_COMBINED = (
    Change("E47000005", "E47000010", Level.CAUTH, 2018, "split"),
    Change("E47000005", "E47000011", Level.CAUTH, 2018, "split"),
    Change("E47000010", "E47000014", Level.CAUTH, 2024, "merged"),
    Change("E47000011", "E47000014", Level.CAUTH, 2024, "merged"),
)
