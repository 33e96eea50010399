"""Coast, and whether the places that fall behind have more of it than others.

The source paper says that most of the places falling behind include coast. So do most places of that size: the question is
whether they do more often than all places do. With `N` places, `K` of them on the coast, and `n` falling behind, the number `X`
of those on the coast is hypergeometric if the two have nothing to do with each other:

    P(X = k) = C(K, k) C(N - K, n - k) / C(N, n)

and Fisher's exact probability adds up every outcome no likelier than the one found. Neighbouring places share fortunes, so the
places are not independent and the true probability is larger than this one.

References:
    Fisher, R. A. (1922). On the interpretation of chi-squared from contingency tables, and the calculation of P. Journal of the
        Royal Statistical Society 85, 87-94.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.challenge.kinds import kinds
from levelling.core.area import Area, Level

TOWNS = "coastal-town-population-share"
LOOSELY = 10.0
"""Share of one authority's boundary along sea or tidal river, in percent, that is coast enough by the looser of two rules."""


@dataclass(frozen=True, slots=True)
class Shore:
    """How much coast a place has.

    Attributes:
        has_coast: Whether one or more of its local authorities is a coastal place, by the rule for kinds of place.
        boundary: The largest share of coast in the boundary of one of them, in percent.
        towns: Share of its people in coastal towns, in percent; England only.
    """

    has_coast: bool
    boundary: float
    towns: float | None


@dataclass(frozen=True, slots=True)
class Coincidence:
    """How often two things fall together among places, and how likely that is by chance alone.

    Attributes:
        both: Places with both.
        one: Places of the first kind, here those falling behind.
        other: Places of the second kind, here those with coast.
        places: All places.
        probability: Fisher's exact probability, two-sided.
    """

    both: int
    one: int
    other: int
    places: int
    probability: float


def shores(atlas: Figures, areas: Iterable[Area]) -> dict[str, Shore]:
    """How much coast each area has, by code; from its local authorities. Areas without a figure are left out."""
    sorts = kinds(atlas).kinds
    towns = {item.area.code: item.value for item in atlas.column(TOWNS, Level.LAD)} if TOWNS in atlas.catalogue else {}
    found = {}
    for area in areas:
        inside = [area] if area.level == Level.LAD else atlas.gazetteer.members(area, Level.LAD)
        known = [sorts[one.code] for one in inside if one.code in sorts]
        if known:
            most = max(kind.coastline for kind in known)
            found[area.code] = Shore(any(kind.coastal for kind in known), most, _people_in_towns(inside, towns))
    return found


def coincidence(pairs: Sequence[tuple[bool, bool]]) -> Coincidence:
    """How often two things fall together, with Fisher's exact probability.

    Args:
        pairs: For each place, whether it is of the first kind and of the second.

    Example:
        >>> found = coincidence([(True, True)] * 3 + [(False, False)] * 3)
        >>> found.both, round(found.probability, 3)
        (3, 0.1)
    """
    both = sum(one and other for one, other in pairs)
    one, other = sum(first for first, _ in pairs), sum(second for _, second in pairs)
    return Coincidence(both, one, other, len(pairs), fisher(both, one, other, len(pairs)))


def fisher(both: int, one: int, other: int, places: int) -> float:
    """Fisher's exact probability of a two by two table, two-sided: every outcome no likelier than this one, added up.

    Example:
        >>> round(fisher(both=8, one=9, other=9, places=18), 4)
        0.0034
    """
    ways = {
        k: math.comb(other, k) * math.comb(places - other, one - k)
        for k in range(max(0, one + other - places), min(one, other) + 1)
    }
    return sum(count for count in ways.values() if count <= ways[both]) / math.comb(places, one)


def _people_in_towns(inside: Sequence[Area], towns: Mapping[str, float | None]) -> float | None:
    known = [(share, area.population) for area in inside if (share := towns.get(area.code)) is not None and area.population]
    people = sum(count for _, count in known)
    if not people or len(known) < len(inside):
        return None
    return round(sum(share * count for share, count in known) / people, 1)
