"""Job titles as they are compared: the UK's with those of ESCO, letter by letter once both are written plainly."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from levelling.sources.titles import plainly


class Route(StrEnum):
    """How a SOC unit group came to its risk."""

    OWN = "own titles"
    SHARED = "shared titles"
    NONE = "no title"


@dataclass(frozen=True, slots=True)
class Match:
    """What the titles of a SOC unit group say.

    Attributes:
        route: Whether by titles that no other unit group has, else by titles it shares, else not at all.
        titles: How many titles the unit group has.
        matched: How many of them were found among ESCO's.
        share: Mean over the matched titles of the share of their ISCO unit groups at high risk; `None` where none matched.
        isco: The ISCO unit groups they lead to.
    """

    route: Route
    titles: int
    matched: int
    share: float | None
    isco: tuple[str, ...]


def match(
    groups: Mapping[str, Iterable[str]], books: Iterable[Mapping[str, frozenset[str]]], at_high_risk: Mapping[str, bool]
) -> dict[str, Match]:
    """Match each SOC unit group's titles to ISCO unit groups.

    A title is looked for in each book in turn, and the first that holds it counts: the preferred names before the other names.
    Titles that stand in one unit group only are trusted first: 'auditor' stands in three and says little about any.

    Args:
        groups: The titles of each unit group, its own name among them.
        books: ISCO unit groups by plain title, the most trusted book first.
        at_high_risk: Whether each ISCO unit group is at high risk; groups that are not in it are passed over.

    Example:
        >>> found = match({"7111": ["Shop assistant"]}, [{"shop assistant": frozenset({"5223"})}], {"5223": True})
        >>> found["7111"].share, found["7111"].isco
        (1.0, ('5223',))
    """
    written = {code: dict.fromkeys(filter(None, map(plainly, titles))) for code, titles in groups.items()}
    owners: dict[str, int] = defaultdict(int)
    for titles in written.values():
        for title in titles:
            owners[title] += 1
    shelves = list(books)

    def codes(title: str) -> list[str]:
        first = next((book[title] for book in shelves if title in book), frozenset[str]())
        return sorted(code for code in first if code in at_high_risk)

    found = {}
    for group, titles in written.items():
        known = {title: led for title in titles if (led := codes(title))}
        own = {title: led for title, led in known.items() if owners[title] == 1}
        used = own or known
        route = Route.OWN if own else Route.SHARED if known else Route.NONE
        shares = [sum(at_high_risk[code] for code in led) / len(led) for led in used.values()]
        share = sum(shares) / len(shares) if shares else None
        isco = tuple(sorted({code for led in used.values() for code in led}))
        found[group] = Match(route, len(titles), len(used), share, isco)
    return found
