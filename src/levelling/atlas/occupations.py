"""Occupations and skills as the figures hold them: ESCO's, with what was joined to them."""

import re
import unicodedata
from itertools import compress
from typing import NamedTuple

from levelling.atlas.store import Store

_ESCO = "esco_occupations"
_MARKS = ("digital", "green", "language", "transversal")
_SIGNS = (("++", " plus plus"), ("#", " sharp"), ("²", "2"), ("&", " and "))
_OTHER = re.compile(r"[^a-z0-9]+")


class SkillRow(NamedTuple):
    """A skill that some occupation asks for.

    Attributes:
        key: The last part of ESCO's address; where the figures have none, a key made from the label by `skill_key`.
        label: ESCO's preferred label.
        kind: `knowledge`, `skill`, or empty where it is not known which.
        group: The title of the nearest group of skills; empty where it is not known.
        marks: Of `digital`, `green`, `language` and `transversal`, the collections it stands in.
        addressed: Whether `key` is from ESCO's address.
        uses: How many occupations ask for it.
    """

    key: str
    label: str
    kind: str
    group: str
    marks: tuple[str, ...]
    addressed: bool
    uses: int


class OccupationRow(NamedTuple):
    """An occupation of ESCO.

    Attributes:
        key: The last part of ESCO's address.
        label: ESCO's preferred label.
        isco: The ISCO-08 unit group.
        code: ESCO's own code below it.
        regulated: Whether ESCO marks it as a regulated profession.
        titles: Its other names.
        essential: Places in the list of skills of those it cannot do without.
        optional: Places of those that help.
    """

    key: str
    label: str
    isco: str
    code: str
    regulated: bool
    titles: tuple[str, ...]
    essential: list[int]
    optional: list[int]


def skill_key(label: str) -> str:
    """A key for a skill without an address: its label in small letters, digits and hyphens.

    Example:
        >>> skill_key("C++"), skill_key("C#"), skill_key("use séance tools")
        ('c-plus-plus', 'c-sharp', 'use-seance-tools')
    """
    for sign, word in _SIGNS:
        label = label.replace(sign, word)
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode() if not label.isascii() else label
    return _OTHER.sub("-", plain.lower()).strip("-")


def read_skills(store: Store) -> tuple[SkillRow, ...]:
    """Every skill, the most asked for first: the order that occupations count by. None where the figures were built without.

    Example:
        >>> store = Store()
        >>> read_skills(store)[0].label
        'create solutions to problems'
        >>> store.close()
    """
    if not store.has("esco_skills"):
        return ()
    groups = dict(store.query("SELECT code, title FROM esco_skill_groups")) | {"": ""}
    sql = f'SELECT address, label, kind, "group", uses, {", ".join(_MARKS)} FROM esco_skills ORDER BY number'
    return tuple(
        SkillRow(
            address or skill_key(label),
            label,
            kind,
            groups[group],
            tuple(compress(_MARKS, marks)),
            bool(address),
            uses,
        )
        for address, label, kind, group, uses, *marks in store.query(sql)
    )


def read_occupations(store: Store) -> tuple[OccupationRow, ...]:
    """Every occupation, by unit group and key; none where the figures were built without.

    Example:
        >>> store = Store()
        >>> next(row.isco for row in read_occupations(store) if row.label == "bricklayer")
        '7112'
        >>> store.close()
    """
    if not store.has(_ESCO):
        return ()
    sql = f"SELECT key, label, isco, code, regulated, titles, essential, optional FROM {_ESCO} ORDER BY isco, key"
    return tuple(
        OccupationRow(key, label, isco, code, regulated, tuple(titles.split("\n")) if titles else (), essential, optional)
        for key, label, isco, code, regulated, titles, essential, optional in store.query(sql)
    )


def read_isco(store: Store) -> dict[str, str]:
    """The title of every group of ISCO-08 by its code, one digit to four.

    Example:
        >>> store = Store()
        >>> read_isco(store)["7112"]
        'Bricklayers and related workers'
        >>> store.close()
    """
    return dict(store.query("SELECT code, title FROM isco_groups ORDER BY code")) if store.has("isco_groups") else {}


def read_soc(store: Store) -> dict[str, tuple[str, ...]]:
    """SOC 2020 unit groups that each occupation may lie in, most likely first; empty where the figures were built without."""
    found: dict[str, tuple[str, ...]] = {}
    if store.has("esco_soc"):
        for key, soc in store.query("SELECT esco, soc FROM esco_soc ORDER BY esco, rank, soc"):
            found[key] = (*found.get(key, ()), soc)
    return found


def read_counts(store: Store) -> dict[str, int]:
    """What the release of ESCO holds beyond the tables, by name."""
    return dict(store.query("SELECT what, count FROM esco_counts")) if store.has("esco_counts") else {}
