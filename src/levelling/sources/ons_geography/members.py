"""What lies in what: each local authority, current or ended, in every body above it, with the people they share."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

import polars as pl

from levelling.core.area import Level
from levelling.core.errors import SourceChanged
from levelling.sources.ons_geography import lookups as files_of
from levelling.sources.ons_geography.changes import Changes, districts_of_ended_counties
from levelling.sources.ons_geography.facts import Facts
from levelling.sources.ons_geography.lookups import Lookups

_SCHEMA = {"member": pl.String, "level": pl.String, "code": pl.String, "vintage": pl.Int16, "people": pl.Int32}
_BY_NEIGHBOURHOOD = {
    "ccg": Level.CCG,
    "stp": Level.STP,
    "icb_2022": Level.ICB,
    "icb": Level.ICB,
    "ttwa": Level.TTWA,
    "health_board": Level.HEALTH_BOARD,
    "itl3": Level.ITL3,
    "itl2": Level.ITL2,
    "itl1": Level.ITL1,
}
_UK, _GB, _EW = "K02000001", "K03000001", "K04000001"
_NATIONS = {"E": "E92000001", "W": "W92000004", "S": "S92000003", "N": "N92000002"}
ITL_2021_ENDED = 2021
_TODAY = 9999


class Member(NamedTuple):
    """A local authority in a body above it.

    Attributes:
        member: The authority's code.
        level: The body's level.
        code: The body's code.
        vintage: The year of the boundaries, where a body has more than one set or is not of today; else `None`.
        people: People living in both, mid-2019; `None` where the authority lies partly in the body and the part is not known.
    """

    member: str
    level: Level
    code: str
    vintage: int | None
    people: int | None


@dataclass(frozen=True)
class Members:
    """All memberships.

    Attributes:
        rows: The memberships.
        authority_people: People of each local authority, ended ones included.
        today: The local authorities there are now.
    """

    rows: tuple[Member, ...]
    authority_people: Mapping[str, int]
    today: frozenset[str]

    @cached_property
    def body_people(self) -> dict[tuple[str, Level], int]:
        """People of each body; those of its newest boundaries where it has had several. None where a part is not known."""
        rows: dict[tuple[str, Level], list[Member]] = {}
        for row in self.rows:
            rows.setdefault((row.code, row.level), []).append(row)
        counted = {key: self._counting(found) for key, found in rows.items()}
        return {key: sum(row.people or 0 for row in found) for key, found in counted.items() if found}

    def _counting(self, rows: list[Member]) -> list[Member]:
        # An ended authority's people are counted in the one that followed it, unless the body itself ended before that.
        current = [row for row in rows if row.member in self.today] or rows
        newest = max(row.vintage or _TODAY for row in current)
        found = [row for row in current if (row.vintage or _TODAY) == newest]
        return [] if any(row.people is None for row in found) else found

    def frame(self) -> pl.DataFrame:
        """The memberships as a table: ITL areas that did not change with ITL 2025 stand once."""
        now = {(row.code, row.level) for row in self.rows if row.vintage is None}
        kept = [row for row in self.rows if row.vintage != ITL_2021_ENDED or (row.code, row.level) not in now]
        return pl.DataFrame(kept, schema=_SCHEMA, orient="row").sort("level", "vintage", "code", "member", nulls_last=False)


def list_members(files: Lookups, facts: Facts, changes: Changes, small: pl.DataFrame) -> Members:
    """Every authority in every body, current authorities first."""
    today = small.filter(pl.col("vintage") == 2011).with_columns(
        pl.col("itl3").str.slice(0, 4).alias("itl2"), pl.col("itl3").str.slice(0, 3).alias("itl1")
    )
    people = dict(today.group_by("lad").agg(pl.col("population").sum()).iter_rows())
    of_2011 = dict(today.group_by("lad_2011").agg(pl.col("population").sum()).iter_rows())
    ended = _ended_authorities(changes, of_2011)
    rows = [
        Member(code, level, body, vintage, people[code])
        for level, vintage, pairs in _tables(files, facts, changes)
        for code, body in pairs
        if code in people
    ]
    today_of = {code: {code: count} for code, count in people.items()}
    today_of |= {code: _shared(parts, today) for code, parts in ended.items()}
    rows += _partnerships(files, facts, changes, today_of)
    rows += _itl_2021(files, changes, today_of)
    rows += _counted(today, "lad", people)
    regions = files.pairs(files_of.REGIONS, "ltla24_code", "region24_code")
    rows += [row for code, parts in ended.items() for row in _of_ended(code, parts, today, today_of[code], regions)]
    for county, districts in districts_of_ended_counties(files, facts).items():
        rows += [Member(district, Level.COUNTY, county, None, _sum(ended.get(district, ()), of_2011)) for district in districts]
    everyone = people | {code: _sum(parts, of_2011) for code, parts in ended.items()}
    return Members(tuple(dict.fromkeys(rows)), everyone, frozenset(people))


def _tables(files: Lookups, facts: Facts, changes: Changes) -> Iterable[tuple[Level, int | None, list[tuple[str, str]]]]:
    lads = list(files[files_of.LAD_2025]["areacd"])
    yield Level.UK, None, [(code, _UK) for code in lads]
    yield Level.UK, None, [(code, _GB) for code in lads if code[0] != "N"]
    yield Level.UK, None, [(code, _EW) for code in lads if code[0] in "EW"]
    yield Level.NATION, None, [(code, _NATIONS[code[0]]) for code in lads]
    for level, name, key, value in (
        (Level.REGION, files_of.REGIONS, "ltla24_code", "region24_code"),
        (Level.COUNTY, files_of.COUNTIES, "ltla23_code", "utla23_code"),
        (Level.CAUTH, files_of.CAUTHS, "LAD25CD", "CAUTH25CD"),
        (Level.LSIP, files_of.LSIP, "LAD23CD", "LSIP23CD"),
        (Level.POLICE, files_of.POLICE, "ltla24_code", "pfa24_code"),
        (Level.FIRE, files_of.FIRE, "ltla24_code", "fra24_code"),
    ):
        found = files.pairs(name, key, value)
        # The look-up of upper tiers gives unitary authorities as their own county.
        yield level, None, [(changes.current(code), body) for code, body in found.items() if body != code]
    yield Level.POLICE, None, [(code, "S23000009") for code in lads if code[0] == "S"]
    yield Level.CAUTH, None, [(member, body) for body, members in facts.ended_cauths.items() for member in members]
    for level, bodies in ((Level.COUNTY, facts.metropolitan_counties), (Level.CITY_REGION, facts.city_regions)):
        yield level, None, [(member, body) for body, found_body in bodies.items() for member in found_body.members]


def _partnerships(files: Lookups, facts: Facts, changes: Changes, today: Mapping[str, Mapping[str, int]]) -> Iterable[Member]:
    of_2020 = files.pairs(files_of.LEP_2020, "LACD", "ERCD")
    names = {**dict(files[files_of.LEP_2020].select("ERNM", "ERCD").iter_rows()), **facts.lep_2022}
    of_2022 = {code: _coded(lep, names) for code, lep in files.pairs(files_of.LEP_2022, "LAD22CD", "LEP").items()}
    second = {code: _coded(lep, names) for code, lep in files.pairs(files_of.LEP_2022, "LAD22CD", "LEP2").items()}
    # The later file has lost the six districts with hyphens in their names; none of them changed partnership.
    ended = {row.old_code for row in changes.rows if row.level is Level.LAD and (row.year or 0) <= 2022}
    of_2022 |= {code: lep for code, lep in of_2020.items() if code not in of_2022 and code not in ended}
    _refuse_unknown({*of_2020, *of_2022, *second}, changes, today)
    for vintage, first in ((2020, of_2020), (2022, of_2022)):
        # The seven districts in two partnerships in 2022 had been in both since the partnerships began.
        shared: dict[tuple[str, str], int] = {}
        for code, lep in [*first.items(), *second.items()]:
            for lad, people in today[changes.current(code)].items():
                shared[lad, lep] = shared.get((lad, lep), 0) + people
            if changes.current(code) not in today[changes.current(code)]:
                yield Member(code, Level.LEP, lep, vintage, sum(today[code].values()))
        yield from (Member(lad, Level.LEP, lep, vintage, people) for (lad, lep), people in sorted(shared.items()))


def _coded(name: str, codes: Mapping[str, str]) -> str:
    if name not in codes:
        raise SourceChanged(
            f"The file {files_of.LEP_2022} names a partnership we do not know: '{name}'.", "Give its code in facts.toml."
        )
    return codes[name]


def _refuse_unknown(codes: Iterable[str], changes: Changes, today: Mapping[str, Mapping[str, int]]) -> None:
    unknown = sorted(code for code in codes if changes.current(code) not in today)
    if unknown:
        raise SourceChanged(
            f"The look-ups of partnerships have {len(unknown)} authority codes we do not know, such as {unknown[0]}.",
            "Compare them with the release this reader was made for.",
        )


def _itl_2021(files: Lookups, changes: Changes, today: Mapping[str, Mapping[str, int]]) -> list[Member]:
    names = {name: code for code, name in files[files_of.LAD_2025].rows()}
    parts: dict[str, set[str]] = {}
    for code, itl, name in files[files_of.ITL_2021].select("area_code", "itl321cd", "name").iter_rows():
        council = changes.current(code) if code[:3] != "S30" else names.get(name, _SCOTTISH_PARTS.get(name, ""))
        if council in today:
            parts.setdefault(council, set()).add(itl)
    shared: dict[tuple[str, Level, str], int | None] = {}
    for level, size in ((Level.ITL1, 3), (Level.ITL2, 4), (Level.ITL3, 5)):
        for code, itls in parts.items():
            bodies = {itl[:size] for itl in itls}
            for body, (lad, people) in product(bodies, today[code].items()):
                before = shared.get((lad, level, body), 0)
                known = len(bodies) == 1 and before is not None
                shared[lad, level, body] = (before or 0) + people if known else None
                if code != lad:
                    shared[code, level, body] = sum(today[code].values()) if known else None
    return [
        Member(lad, level, body, ITL_2021_ENDED, people)
        for (lad, level, body), people in sorted(shared.items(), key=lambda item: item[0])
    ]


_SCOTTISH_PARTS = {
    "Helensburgh and Lomond": "S12000035",
    "Argyll and Bute Islands": "S12000035",
    "Argyll and Bute Mainland": "S12000035",
    "North Ayrshire mainland": "S12000021",
    "Arran and Cumbrae": "S12000021",
    "Ross and Cromarty": "S12000017",
    "Caithness and Sutherland": "S12000017",
    "Inverness and Nairn": "S12000017",
    "Badenoch and Strathspey": "S12000017",
    "Lochaber": "S12000017",
    "Skye and Lochalsh": "S12000017",
    "West Moray": "S12000020",
    "North East Moray": "S12000020",
}
"""The parts of councils that ITL 2021 was built from in Scotland, and the council each is in."""


def _counted(today: pl.DataFrame, column: str, codes: Iterable[str]) -> list[Member]:
    rows = []
    for body, level in _BY_NEIGHBOURHOOD.items():
        here = today.filter(pl.col(column).is_in(list(codes)), pl.col(body).is_not_null())
        shared = here.group_by(column, body).agg(pl.col("population").sum())
        vintage = 2022 if body == "icb_2022" else None
        rows += [Member(code, level, area, vintage, people) for code, area, people in shared.sort(column, body).iter_rows()]
    return rows


def _ended_authorities(changes: Changes, of_2011: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    before: dict[str, list[str]] = {}
    for row in changes.rows:
        if row.level is Level.LAD and row.kind != "recoded":
            before.setdefault(row.new_code, []).append(row.old_code)
    ended = {row.old_code for row in changes.rows if row.level is Level.LAD and row.kind != "recoded"}
    ended |= {code for code in of_2011 if code.startswith("95")}
    return {code: (code,) if code in of_2011 else tuple(before.get(code, ())) for code in sorted(ended)}


def _of_ended(
    code: str, parts: tuple[str, ...], today: pl.DataFrame, today_of: Mapping[str, int], regions: Mapping[str, str]
) -> list[Member]:
    total = sum(today_of.values())
    nation = "N" if code.startswith("95") else code[0]
    rows = [Member(code, Level.UK, _UK, None, total), Member(code, Level.NATION, _NATIONS[nation], None, total)]
    rows += [Member(code, Level.REGION, region, None, total) for region in {regions.get(lad) for lad in today_of} if region]
    rows += [Member(code, Level.LAD, lad, None, people) for lad, people in sorted(today_of.items())]
    here = today.filter(pl.col("lad_2011").is_in(parts)).with_columns(pl.lit(code).alias("ended"))
    return rows + _counted(here, "ended", [code])


def _shared(parts: tuple[str, ...], today: pl.DataFrame) -> dict[str, int]:
    shared = today.filter(pl.col("lad_2011").is_in(parts)).group_by("lad").agg(pl.col("population").sum())
    return dict(shared.sort("lad").iter_rows())


def _sum(parts: Iterable[str], people: Mapping[str, int]) -> int:
    return sum(people[part] for part in parts)
