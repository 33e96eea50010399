"""The UK's own occupations (SOC 2020): groups at every level, their job titles, the ways in, and what leads to them.

A unit group is the finest level there is: 412 of them, four digits, such as 6135. Its first three digits are its minor group, its
first two its sub-major group, its first its major group. Codes of SOC 2010 and SOC 2000 look the same and mean other occupations.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from levelling.atlas.store import Store
from levelling.core.errors import UserError
from levelling.core.ids import by_id

RELEASE = "ons-soc-2020"
"""The key in the ledger of the release these are read from."""


class Fact(StrEnum):
    """What is known of the way into a unit group, where the publisher's description says it."""

    DEGREE = "degree"
    SCHOOL = "school qualifications"
    REGISTRATION = "registration"
    DRIVING = "driving licence"
    CHECK = "background check"
    APPRENTICESHIP = "apprenticeship"
    VOCATIONAL = "vocational"
    OPEN = "no set requirements"
    CANNOT_TELL = "cannot tell"


class Route(StrEnum):
    """How an ESCO occupation was led to a unit group, the firmest first."""

    OWN = "own title"
    SHARED = "shared title"
    NEAR = "near title"
    ISCO = "ISCO group"


@dataclass(frozen=True, slots=True)
class Group:
    """A group of SOC 2020.

    Attributes:
        code: One digit for a major group to four for a unit group.
        title: Its name.
        level: `major`, `sub-major`, `minor` or `unit`.
    """

    code: str
    title: str
    level: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A unit group that an ESCO occupation may lie in: ours, by titles, and never a publisher's.

    Attributes:
        soc: The unit group.
        rank: 1 for the likeliest.
        share: How likely, 0 to 1; unit groups below 0.1 are not held, so the shares need not add up to 1.
        route: How it was led there.
        clash: Whether the two classifications hold them to be of different kinds of work, and nobody declared that they are not:
            to be looked at before it is trusted.
    """

    soc: str
    rank: int
    share: float
    route: Route
    clash: bool


@dataclass(frozen=True, slots=True)
class Occupations:
    """The UK's occupations, read once.

    Attributes:
        groups: Every group of every level, by code.
        titles: Job titles of each unit group, by code.
        entry: What is known of the way into each unit group: `usual` (as a rule) or `some` (for some posts, or one way of
            several), by code.
    """

    groups: Mapping[str, Group]
    titles: Mapping[str, tuple[str, ...]]
    entry: Mapping[str, Mapping[Fact, str]]

    def unit(self, code: str) -> Group:
        """One unit group.

        Raises:
            UserError: There is none with this code; says which are near.

        Example:
            >>> uk = occupations(Store())
            >>> uk.unit("6135").title, uk.above("6135")[0].title
            ('Care workers and home carers', 'Caring, leisure and other service occupations')
        """
        units = {key: group for key, group in self.groups.items() if group.level == "unit"}
        return by_id(units, code, "unit group of SOC 2020", "Unit groups have four digits, such as 6135.")

    def above(self, code: str) -> tuple[Group, ...]:
        """The groups a unit group lies in, the widest first: major, sub-major and minor."""
        return tuple(self.groups[code[:digits]] for digits in (1, 2, 3) if code[:digits] in self.groups)


def occupations(store: Store) -> Occupations:
    """Every group with its titles and ways in.

    Args:
        store: The figures.

    Raises:
        UserError: The figures were built without them.

    Example:
        >>> uk = occupations(Store())
        >>> sum(group.level == "unit" for group in uk.groups.values())
        412
        >>> uk.entry["8212"][Fact.DRIVING]
        'usual'
    """
    if not store.has("soc_groups"):
        raise UserError("The figures hold no UK occupations.", "Build them again, or install levelling again.")
    titles: dict[str, list[str]] = defaultdict(list)
    for code, title in store.query("SELECT code, title FROM soc_titles ORDER BY code, title"):
        titles[code].append(title)
    entry: dict[str, dict[Fact, str]] = defaultdict(dict)
    for code, fact, said in store.query("SELECT code, fact, said FROM soc_entry ORDER BY ALL"):
        entry[code][Fact(fact)] = said
    groups = {row[0]: Group(*row) for row in store.query("SELECT code, title, level FROM soc_groups ORDER BY code")}
    return Occupations(
        MappingProxyType(groups),
        MappingProxyType({code: tuple(found) for code, found in titles.items()}),
        MappingProxyType({code: MappingProxyType(found) for code, found in entry.items()}),
    )


def leads(store: Store) -> Mapping[str, tuple[Lead, ...]]:
    """Unit groups that each ESCO occupation may lie in, likeliest first; an occupation that is not there was led nowhere.

    Args:
        store: The figures.

    Returns:
        By the last part of the occupation's address in ESCO.

    Example:
        >>> found = leads(Store())
        >>> max(len(items) for items in found.values()) <= 4
        True
    """
    made: dict[str, list[Lead]] = defaultdict(list)
    if store.has("esco_soc"):
        for esco, soc, rank, share, route, clash in store.query(
            "SELECT esco, soc, rank, share, route, clash FROM esco_soc ORDER BY esco, rank"
        ):
            made[esco].append(Lead(soc, rank, share, Route(route), clash))
    return MappingProxyType({esco: tuple(found) for esco, found in made.items()})


def from_soc2010(store: Store) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Where the people of each SOC 2010 unit group are in SOC 2020: unit groups with shares, the largest first.

    From a census sample that was coded to both. Shares of a small group rest on few people.

    Example:
        >>> from_soc2010(Store())["2314"][0][0]
        '2313'
    """
    made: dict[str, list[tuple[str, float]]] = defaultdict(list)
    if store.has("soc2010_shares"):
        for old, new, share in store.query(
            "SELECT soc2010, soc2020, share FROM soc2010_shares ORDER BY soc2010, share DESC, soc2020"
        ):
            made[old].append((new, share))
    return MappingProxyType({old: tuple(found) for old, found in made.items()})
