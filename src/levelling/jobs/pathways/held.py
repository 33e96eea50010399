"""Ways on from every unit group at risk, worked out once when the figures are compiled: a page has no time to do it anew.

A page shows them to people who did not ask for this occupation or that, so it is stricter than an answer to one who did: only
ways that are close, scored and not at high risk, and not known to pay too little; and only apprenticeships whose name says
nothing that the work's names do not say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.atlas.store import Store
from levelling.jobs.occupations.catalogue import load
from levelling.jobs.pathways.at_risk import in_group, risky
from levelling.jobs.pathways.find import surroundings
from levelling.jobs.pathways.likeness import Index, words_of
from levelling.jobs.pathways.paths import reckon
from levelling.jobs.pathways.result import Destination, Pathways, Route
from levelling.jobs.pathways.routes import PLAIN
from levelling.jobs.pathways.rules import rules

TABLE = "ways_on"
_WAYS, _GAINS, _ROUTES = 3, 3, 2
_ALL = 5000
_BETWEEN = "; "
_ASIDE = re.compile(r"\([^)]*\)")
_COLUMNS = "origin, now_least, now_most, period, label, likeness, least, most, risk, regulated, gains, more, routes"


@dataclass(frozen=True, slots=True)
class WayHeld:
    """One way on from a unit group at risk.

    Attributes:
        origin: The occupation of the group that it leads on from, in ESCO's words.
        now_least: Pay there, pounds an hour, in the United Kingdom; `None` where it cannot be told.
        now_most: The highest it may be, where it is not sure which group the occupation lies in.
        period: When, as ISO 8601; of both sides.
        label: The occupation it leads to.
        likeness: How near it is, out of 100.
        least: Pay there.
        most: The highest it may be.
        risk: Nesta's class of its risk: `Low risk` or `Other`.
        regulated: Whether ESCO marks it as a regulated profession.
        gains: The first few skills to gain, most telling first.
        more: How many more there are.
        routes: Apprenticeship standards that teach it, with their level, as far as names can tell.
    """

    origin: str
    now_least: float | None
    now_most: float | None
    period: str
    label: str
    likeness: int
    least: float | None
    most: float | None
    risk: str
    regulated: bool
    gains: tuple[str, ...]
    more: int
    routes: tuple[str, ...]


def ways_held(store: Store, soc: str) -> tuple[WayHeld, ...]:
    """Up to three ways on from a unit group of SOC 2020, the nearest first; none where none was found.

    Args:
        store: The figures.
        soc: The unit group.

    Example:
        >>> store = Store()
        >>> [way.label for way in ways_held(store, "9231")][-1]
        'prison officer'
        >>> store.close()
    """
    if not store.has(TABLE):
        return ()
    rows = store.query(f"SELECT {_COLUMNS} FROM {TABLE} WHERE soc = ? ORDER BY rank", [soc])
    return tuple(WayHeld(*(*row[:10], _apart(row[10]), row[11], _apart(row[12]))) for row in rows)


def compile_ways(atlas: Atlas) -> list[dict[str, object]]:
    """Every row of the table of ways on, in the order of unit groups and by the package's rules: what `ways_held` reads again."""
    if not (atlas.store.has("automation_groups") and atlas.store.has("esco_occupations")):
        return []
    known = load(atlas)
    index = Index(known, rules())
    around = surroundings(atlas, index.rules)
    at_risk = risky(known)
    rows: list[dict[str, object]] = []
    sql = "SELECT code, title, isco FROM automation_groups WHERE share > 0 ORDER BY code"
    for soc, title, isco in atlas.store.query(sql):
        origins = in_group(at_risk, soc, title, isco.split(","))
        if origins:
            found = reckon(index, origins[0].key, around, top=_ALL)
            near = [one for one in found.destinations if one.close and one.safe][:_WAYS]
            rows += [_row(soc, found, rank, one) for rank, one in enumerate(near, 1)]
    return rows


def _row(soc: str, found: Pathways, rank: int, one: Destination) -> dict[str, object]:
    now, there = found.pay, one.pay
    period = now.period if now else there.period if there else ""
    return {
        "soc": soc,
        "rank": rank,
        "origin": found.origin.label,
        "now_least": now.least if now else None,
        "now_most": now.most if now else None,
        "period": period,
        "label": one.occupation.label,
        "likeness": one.likeness.total,
        "least": there.least if there and there.period == period else None,
        "most": there.most if there and there.period == period else None,
        "risk": one.occupation.risk_class,
        "regulated": one.occupation.regulated,
        "gains": _BETWEEN.join(gain.label for gain in one.gains[:_GAINS]),
        "more": max(0, len(one.gains) - _GAINS),
        "routes": _BETWEEN.join(f"{route.name} ({route.level})" for route in plain_routes(one.routes)[:_ROUTES]),
    }


def plain_routes(routes: Sequence[Route]) -> list[Route]:
    """Those whose names say nothing beside ranks and what the work's own names say.

    Example:
        >>> dental = Route("Dental Practice Manager", "Higher (level 4)", 500, "2023", ("manager",))
        >>> retail = Route("Retail Manager", "Higher (level 4)", 900, "2023", ("manager", "retail"))
        >>> [route.name for route in plain_routes([dental, retail])]
        ['Retail Manager']
    """
    return [route for route in routes if words_of(_ASIDE.sub("", route.name)) - PLAIN <= frozenset(route.words)]


def _apart(text: str) -> tuple[str, ...]:
    return tuple(text.split(_BETWEEN)) if text else ()
