"""What wholly contains what: of each area, the one body of each level that all its people live in."""

from collections.abc import Collection, Mapping

from levelling.core.area import Level
from levelling.sources.ons_geography.members import Member, Members

_UK = "K02000001"
_LEVELS = frozenset(Level) - {Level.LAD, Level.CCG, Level.STP}


def list_parents(members: Members, ended: Collection[tuple[str, Level]]) -> dict[tuple[str, Level], dict[Level, str]]:
    """The bodies that wholly contain each area, by level; where an area lies in two of a level, or partly in one, none.

    Args:
        members: What lies in what.
        ended: Bodies that have ended: parents only of authorities that ended too.
    """
    rows = _newest(members)
    whole = _of_authorities(members, rows, ended)
    found = {(code, Level.LAD): parents for code, parents in whole.items()}
    parts: dict[tuple[str, Level], list[str]] = {}
    for row in rows:
        if row.level is not Level.LAD:
            parts.setdefault((row.code, row.level), []).append(row.member)
    for (code, level), authorities in parts.items():
        of_each = [whole.get(authority, {}) for authority in authorities]
        shared = {key: body for key, body in of_each[0].items() if all(each.get(key) == body for each in of_each)}
        found[code, level] = {key: body for key, body in shared.items() if (body, key) != (code, level)}
    return found


def _newest(members: Members) -> list[Member]:
    newest: dict[tuple[str, Level], int] = {}
    for row in members.rows:
        key = (row.code, row.level)
        newest[key] = max(newest.get(key, 0), row.vintage or 9999)
    return [row for row in members.rows if (row.vintage or 9999) == newest[row.code, row.level]]


def _of_authorities(members: Members, rows: list[Member], ended: Collection[tuple[str, Level]]) -> Mapping[str, dict[Level, str]]:
    found: dict[str, dict[Level, set[str]]] = {}
    for row in rows:
        over = row.member in members.today and (row.code, row.level) in ended
        if row.level not in _LEVELS or (row.level is Level.UK and row.code != _UK) or over:
            continue
        body = row.code if row.people == members.authority_people[row.member] else ""
        found.setdefault(row.member, {}).setdefault(row.level, set()).add(body)
    return {
        code: {level: next(iter(bodies)) for level, bodies in levels.items() if len(bodies) == 1 and "" not in bodies}
        for code, levels in found.items()
    }
