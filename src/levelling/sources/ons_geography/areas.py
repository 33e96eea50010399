"""Every area there is or was: its name, level, life and people."""

from collections.abc import Iterable
from typing import NamedTuple

import polars as pl

from levelling.atlas.names import plain
from levelling.core.area import Level
from levelling.sources.ons_geography import lookups as files_of
from levelling.sources.ons_geography.changes import Changes
from levelling.sources.ons_geography.facts import Facts
from levelling.sources.ons_geography.lookups import Lookups
from levelling.sources.ons_geography.members import Members
from levelling.sources.ons_geography.parents import list_parents

_SCHEMA: dict[str, pl.DataType | type[pl.DataType]] = {
    "code": pl.String,
    "level": pl.String,
    "name": pl.String,
    "nation": pl.String,
    "start": pl.Int16,
    "end": pl.Int16,
    "other_names": pl.List(pl.String),
    "population": pl.Int32,
    "parents": pl.List(pl.String),
}
_HEALTH_ACT = 2022


class Named(NamedTuple):
    """An area before its people are counted."""

    code: str
    level: Level
    name: str
    start: int | None = None
    end: int | None = None


def list_areas(files: Lookups, facts: Facts, changes: Changes, members: Members) -> pl.DataFrame:
    """One row an area, in order of level and code."""
    named = {(row.code, row.level): row for row in _everything(files, facts, changes)}
    of_2021 = files.pairs(files_of.ITL_2021_NAMES, "itl_code", "itl_name")
    welsh = files.pairs(files_of.LAD_2011, "LAD11CD", "LAD11NMW")
    parents = list_parents(members, {(row.code, row.level) for row in named.values() if row.end})
    rows = []
    for row in named.values():
        also = (welsh.get(row.code), of_2021.get(row.code), *facts.other_names.get(row.code, ()))
        others = [name for name in also if name and plain(name) != plain(row.name)]
        people = _people(changes.current(row.code), row.level, members)
        above = [f"{level}={code}" for level, code in sorted(parents.get((row.code, row.level), {}).items())]
        rows.append((*row[:3], nation_of(row.code), *row[3:], others, people, above))
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row").sort("level", "code")


def nation_of(code: str) -> str:
    """The letter of the nation a code belongs to; `K` where it crosses nations."""
    if code.startswith("TL"):
        return {"L": "W", "M": "S", "N": "N"}.get(code[2:3], "E")
    if code.startswith("95") or code.endswith("HSCT"):
        return "N"
    return code[0]


def _people(code: str, level: Level, members: Members) -> int | None:
    return members.authority_people.get(code) if level is Level.LAD else members.body_people.get((code, level))


def _everything(files: Lookups, facts: Facts, changes: Changes) -> Iterable[Named]:
    yield Named("K03000001", Level.UK, "Great Britain")
    yield Named("K04000001", Level.UK, "England and Wales")
    yield from _hierarchy(files)
    yield from _recoded(files, facts, changes)
    yield from (Named(code, Level.LAD, name, None, 2014) for code, (name, _) in facts.districts_1992.items())
    yield from (Named(code, Level.COUNTY, body.name) for code, body in facts.metropolitan_counties.items())
    yield from (Named(code, Level.CITY_REGION, body.name) for code, body in facts.city_regions.items())
    yield from _health(files, facts)
    yield from _pairs(files, Level.POLICE, files_of.POLICE, "pfa24_code", "pfa24_name")
    yield Named("S23000009", Level.POLICE, "Police Scotland")
    yield from _pairs(files, Level.FIRE, files_of.FIRE, "fra24_code", "fra24_name")
    lsips = files.pairs(files_of.LSIP, "LSIP23CD", "LSIP23NM")
    yield from (Named(code, Level.LSIP, name.strip()) for code, name in sorted(lsips.items()))
    yield from _pairs(files, Level.TTWA, files_of.TTWA_NAMES, "ttwa11cd", "ttwa11nm")
    yield from _partnerships(files, facts)
    yield from _itl(files)


_LEVELS = {"ctry": Level.NATION, "ctry|rgn": Level.NATION, "rgn": Level.REGION, "cauth": Level.CAUTH, "utla": Level.COUNTY}


def _hierarchy(files: Lookups) -> Iterable[Named]:
    for code, name, kind, start, end, _ in files[files_of.HIERARCHY].iter_rows():
        level = Level.UK if code == "K02000001" else _LEVELS.get(kind or "", _by_code(code))
        yield Named(code, level, name, _year(start), _year(end))


def _by_code(code: str) -> Level:
    return {"E10": Level.COUNTY, "E11": Level.COUNTY, "E47": Level.CAUTH}.get(code[:3], Level.LAD)


def _year(text: str | None) -> int | None:
    return int(float(text)) if text else None


def _recoded(files: Lookups, facts: Facts, changes: Changes) -> Iterable[Named]:
    names = files.pairs(files_of.HIERARCHY, "areacd", "areanm")
    known = set(files[files_of.HIERARCHY]["areacd"])
    for row in changes.rows:
        if row.kind == "recoded" and row.old_code not in known and row.old_code in facts.older_codes:
            # Our look-ups begin in 2011 and do not give the year these codes were retired: all were gone by 2014.
            yield Named(row.old_code, row.level, names[row.new_code], None, 2013)


def _health(files: Lookups, facts: Facts) -> Iterable[Named]:
    yield from _pairs(files, Level.STP, files_of.CCG_STP, "stp21_code", "stp21_name", end=_HEALTH_ACT)
    yield from _pairs(files, Level.CCG, files_of.CCG_STP, "ccg21_code", "ccg21_name", end=_HEALTH_ACT)
    newest = set(files[files_of.ICB_2024]["icb24_code"])
    for code, name in sorted(files.pairs(files_of.ICB_2022, "icb22_code", "icb22_name").items()):
        if code not in newest:
            yield Named(code, Level.ICB, name, _HEALTH_ACT, 2023)
    for code, name in sorted(files.pairs(files_of.ICB_2024, "icb24_code", "icb24_name").items()):
        older = code in set(files[files_of.ICB_2022]["icb22_code"].unique())
        yield Named(code, Level.ICB, name, _HEALTH_ACT if older else None)
    yield from (Named(code, Level.HEALTH_BOARD, f"NHS {name}") for code, name in facts.scottish_health_boards.items())
    yield from _pairs(files, Level.HEALTH_BOARD, files_of.WELSH_BOARDS, "lhb22_code", "lhb22_name")
    for code, name in sorted(files.pairs(files_of.TRUSTS, "trust18_code", "trust18_name").items()):
        yield Named(code, Level.HEALTH_BOARD, f"{name} Health and Social Care Trust")


def _pairs(files: Lookups, level: Level, name: str, key: str, value: str, end: int | None = None) -> Iterable[Named]:
    for code, label in sorted(files.pairs(name, key, value).items()):
        yield Named(code, level, label, None, end)


def _partnerships(files: Lookups, facts: Facts) -> Iterable[Named]:
    later = {code: name for name, code in facts.lep_2022.items()}
    still = set(files.pairs(files_of.LEP_2022, "LAD22CD", "LEP").values())
    for code, name in sorted(files.pairs(files_of.LEP_2020, "ERCD", "ERNM").items()):
        ended = code not in later and name not in still
        gone = name in facts.lep_2022 and facts.lep_2022[name] != code
        yield Named(code, Level.LEP, later.get(code, name), None, 2020 if ended or gone else None)
    older = set(files.pairs(files_of.LEP_2020, "ERCD", "ERNM"))
    yield from (Named(code, Level.LEP, name, 2021) for code, name in later.items() if code not in older)


def _itl(files: Lookups) -> Iterable[Named]:
    levels = {3: Level.ITL1, 4: Level.ITL2, 5: Level.ITL3}
    names = files.pairs(files_of.ITL_2025_NAMES, "areacd", "areanm")
    of_2021 = files.pairs(files_of.ITL_2021_NAMES, "itl_code", "itl_name")
    used = files[files_of.ITL_2021]["itl321cd"].unique().to_list()
    now = {code[:size] for code in files[files_of.ITL_2025]["itl325cd"] for size in levels}
    before = {code[:size] for code in used for size in levels}
    for code in sorted(now):
        yield Named(code, levels[len(code)], names.get(code) or of_2021[code], None if code in before else 2025)
    for code in sorted(before - now):
        yield Named(code, levels[len(code)], of_2021[code], None, 2024)
