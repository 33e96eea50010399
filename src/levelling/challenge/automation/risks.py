"""Reading what the figures hold: the risk of each occupation group, and people in each group, in bulk."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.challenge.automation.reckoning import Group, Reading, Risk, reckon
from levelling.core.area import Area, Level
from levelling.core.errors import NotEnoughData
from levelling.core.period import Period

_COLUMNS = "classification, occupation, share, low, high, matched, unit_groups, families, moves"


@dataclass(frozen=True, slots=True)
class Edition:
    """One classification's figures.

    Attributes:
        name: `SOC 2020` or `SOC 2010`.
        key: Its name in the table of risks.
        slug: The indicator with people by occupation.
        period: Which period is read.
    """

    name: str
    key: str
    slug: str
    period: str


NEWEST = Edition("SOC 2020", "soc2020", "employment-by-occupation", "2024-04-01/P1Y")
"""England, the newest year: no margins are published with it."""
MEASURED = Edition("SOC 2010", "soc2010", "employment-by-occupation-soc2010", "2020")
"""Great Britain, with margins. After 2020 the publisher found people coded to the wrong occupation."""
EDITIONS = (NEWEST, MEASURED)
ENGLAND = "E92000001"

NEARLY_ALL = 0.95
"""Parts that hold less of an area's people than this do not stand for it."""

Risks = Mapping[str, Mapping[str, Risk]]
"""Risk by edition's name, then by occupation."""
Numbers = tuple[float | None, float | None, float | None]
"""People in a group, with the ends of the publisher's interval."""


def read_risks(atlas: Atlas) -> Risks:
    """The risk of every sub-major group of both classifications.

    Raises:
        NotEnoughData: The figures hold no table of risks.

    Example:
        >>> read_risks(Atlas.open())["SOC 2020"]["sales-occupations"].unit_groups[0]
        'Sales and retail assistants'
    """
    if not atlas.store.has("automation_shares"):
        raise NotEnoughData("The figures hold no risk of automation by occupation.", "Build the figures again.")
    families = dict(atlas.store.query("SELECT code, name FROM automation_families"))
    editions = {edition.key: edition for edition in EDITIONS}
    usual = {edition.key: _usual(atlas, edition) for edition in EDITIONS}
    found: dict[str, dict[str, Risk]] = defaultdict(dict)
    for key, occupation, share, low, high, matched, units, codes, moves in atlas.store.query(
        f"SELECT {_COLUMNS} FROM automation_shares"
    ):
        near = tuple(families[code] for code in codes.split(",") if code in families)
        chief = tuple(units.split("; ")) if units else ()
        risk = Risk(occupation, share, low, high, matched, chief, near, moves, usual[key].get(occupation, 0.0))
        found[editions[key].name][occupation] = risk
    return found


def _usual(atlas: Atlas, edition: Edition) -> dict[str, float]:
    series = atlas.store.area(ENGLAND)
    keys = atlas.catalogue.get(edition.slug).categories
    people = {key: found.value or 0.0 for key in keys if (found := series.get((edition.slug, key), {}).get(edition.period))}
    whole = math.fsum(people.values())
    return {key: value / whole for key, value in people.items()} if whole else {}


def read_place(atlas: Atlas, area: Area, edition: Edition, risks: Risks) -> Reading | None:
    """One place's reading in one edition; `None` where nothing is published for it or for all its authorities."""
    series = atlas.store.area(area.code)
    keys = atlas.catalogue.get(edition.slug).categories
    have = {key: found for key in keys if (found := series.get((edition.slug, key), {}).get(edition.period)) is not None}
    if have:
        return _reading(atlas, area, edition, risks, {key: (item.value, item.lower, item.upper) for key, item in have.items()})
    if area.level in {Level.LAD, Level.UK}:  # the survey leaves out Northern Ireland, so no whole of the UK can be put together
        return None
    members = list(atlas.gazetteer.members(area, Level.LAD))
    return together(area, members, read_many(atlas, members, edition, risks)) if members else None


def read_many(atlas: Atlas, areas: Sequence[Area], edition: Edition, risks: Risks) -> dict[str, Reading]:
    """The readings of many areas from published figures, in one go, by code."""
    marks = ", ".join("?" for _ in areas)
    sql = (
        "SELECT area_code, category, value, lower, upper FROM estimates "
        f"WHERE indicator = ? AND period = ? AND area_code IN ({marks})"
    )
    by_area: dict[str, dict[str, Numbers]] = defaultdict(dict)
    for code, category, value, lower, upper in atlas.store.query(sql, [edition.slug, edition.period, *(a.code for a in areas)]):
        by_area[code][category] = (value, lower, upper)
    made = ((area.code, _reading(atlas, area, edition, risks, by_area.get(area.code, {}))) for area in areas)
    return {code: reading for code, reading in made if reading is not None}


def _reading(atlas: Atlas, area: Area, edition: Edition, risks: Risks, have: Mapping[str, Numbers]) -> Reading | None:
    groups: list[Group] = []
    withheld: dict[str, Risk] = {}
    for key, name in atlas.catalogue.get(edition.slug).categories.items():
        value, lower, upper = have.get(key, (None, None, None))
        risk = risks[edition.name][key]
        if value is None:
            withheld[name] = risk
        else:
            groups.append(Group(name, risk, value, lower, upper))
    return reckon(area, edition.name, Period.parse(edition.period), groups, withheld)


def together(area: Area, parts: Sequence[Area], readings: Mapping[str, Reading]) -> Reading | None:
    """Several places' readings as one area's: their people added up, with the squares of their margins.

    What is missing is the mean of what is missing in each, weighted by people. A group without a margin in one part adds its
    people and no margin; those people count as unmeasured.

    Returns:
        `None` where the parts that have a reading hold less than 95% of the people of all.
    """
    have = [readings[part.code] for part in parts if part.code in readings]
    known = sum(part.population or 0 for part in parts if part.code in readings)
    if not have or known < NEARLY_ALL * sum(part.population or 0 for part in parts):
        return None
    sums: dict[str, tuple[str, Risk, list[float]]] = {}
    bare = 0.0
    for reading in have:
        for group in reading.groups:
            half = 0.0 if group.upper is None else group.upper - group.people
            numbers = sums.setdefault(group.risk.occupation, (group.name, group.risk, [0.0, 0.0]))[2]
            numbers[0], numbers[1] = numbers[0] + group.people, numbers[1] + half * half
            bare += group.people if group.upper is None else 0.0
    groups = []
    for name, risk, (people, squares) in sums.values():
        half = math.sqrt(squares)
        groups.append(Group(name, risk, people, max(0.0, people - half) if half else None, people + half if half else None))
    whole = math.fsum(reading.people for reading in have)
    missing = math.fsum(reading.missing * reading.people for reading in have) / whole
    hidden = {"groups withheld in some of its authorities": Risk("", 0.0, 0.0, 1.0, 0.0, usual=missing)} if missing else {}
    return reckon(area, have[0].classification, have[0].period, groups, hidden, bare / whole)
