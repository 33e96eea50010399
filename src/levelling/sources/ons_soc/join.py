"""From each occupation of ESCO to unit groups of SOC 2020: by titles, and by what its neighbours in ISCO-08 say.

No publisher's table joins the two, so this is a guess with a stated likelihood. For an occupation *e* and a unit group *s*,

    share(e, s) = usual(s | ISCO unit group of e) x (1 + evidence(e, s)), over the sum of the same for all unit groups

where `usual` is at least `FLOOR` for a unit group that has a title of the same words.

`evidence` adds up over the occupation's titles: a title of the same words in *s* counts `SAME` (preferred) or `SAME_OTHER`
(alternative), shared among the unit groups that have it; a title that is merely like one counts `NEAR` or `NEAR_OTHER` times the
square of the likeness. `usual` is how the other occupations of the same ISCO group spread, the narrow group before the wide:
each level's counts are topped up with `TRUST` occupations that spread as the level above does. An occupation's own titles are
left out of what is usual for it. What is declared for a unit group of ISCO weighs as `DECLARED` more occupations, the first named
twice as much as the second, thrice the third. All these weights are judgements, tried on titles held out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.atlas.uk_occupations import Route
from levelling.sources.ons_soc.likeness import Shelf, parts, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Spread = NDArray[np.float64]

SAME, SAME_OTHER = 1000.0, 6.0
NEAR, NEAR_OTHER = 12.0, 4.0
FLOOR = 0.002
"""A title can lead where no neighbour does: a preferred title of the same words then about outweighs the neighbours."""
LEAST_LIKE = 0.6
"""Titles less like than this are not heard."""
ENOUGH = 10.0
"""Evidence at which an occupation counts as one whole neighbour; below it, in proportion."""
TRUST = (3.0, 3.0, 2.0, 1.5)
"""How many occupations the level above weighs as: for ISCO major, sub-major, minor and unit groups."""
DECLARED = 9.0
"""How many neighbours the declared unit groups of an ISCO group weigh as."""
LEAST_SHARE, MOST = 0.1, 4
"""Unit groups below this share are not held, nor more than so many for one occupation."""


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation of ESCO by its names.

    Attributes:
        key: The last part of its address.
        preferred: Its preferred name.
        others: Its other names.
        isco: Its ISCO-08 unit group.
    """

    key: str
    preferred: str
    others: tuple[str, ...]
    isco: str


@dataclass(frozen=True, slots=True)
class Link:
    """A unit group that an occupation may lie in.

    Attributes:
        esco: The occupation.
        soc: The unit group.
        rank: 1 for the likeliest.
        share: How likely, 0 to 1.
        route: How it was come to.
    """

    esco: str
    soc: str
    rank: int
    share: float
    route: Route


@dataclass(slots=True)
class Evidence:
    """What an occupation's own titles say: the weight of each unit group and the firmest way it was come to."""

    weight: dict[str, float]
    route: dict[str, Route]


def evidence(occupation: Named, shelf: Shelf) -> Evidence:
    """What the titles of one occupation say of unit groups.

    Args:
        occupation: The occupation.
        shelf: Titles of every unit group.

    Example:
        >>> shelf = Shelf({"9266": ["Barista"], "9265": ["Bar staff", "Publican"], "1223": ["Publican"]})
        >>> evidence(Named("b", "barista", (), "5132"), shelf).weight
        {'9266': 1000.0}
        >>> evidence(Named("p", "publican", (), "1412"), shelf).weight
        {'1223': 500.0, '9265': 500.0}
    """
    weight: dict[str, float] = defaultdict(float)
    route: dict[str, Route] = {}
    seen: set[frozenset[str]] = set()
    titles = [(occupation.preferred, SAME, NEAR), *((other, SAME_OTHER, NEAR_OTHER) for other in occupation.others)]
    for title, same, near in titles:
        said = words(title)
        if said is None or said.all in seen:
            continue
        seen.add(said.all)
        if owners := shelf.same(said):
            way = Route.OWN if len(owners) == 1 else Route.SHARED
            for code, due in owners.items():
                weight[code] += same * due
                route[code] = way if route.get(code) is not Route.OWN else Route.OWN
            continue
        best: dict[str, float] = {}
        for like, codes in shelf.near(said, LEAST_LIKE):
            for code in codes:
                best[code] = max(best.get(code, 0.0), like**2 / len(codes))
        for code, like in sorted(best.items()):
            weight[code] += near * like
            route.setdefault(code, Route.NEAR)
    return Evidence(dict(weight), route)


def join(occupations: Sequence[Named], declared: Mapping[str, Sequence[str]], titles: Mapping[str, Iterable[str]]) -> list[Link]:
    """The unit groups each occupation may lie in, likeliest first; none for an occupation that nothing is known of.

    Args:
        occupations: ESCO's occupations.
        declared: The unit groups declared for each ISCO-08 unit group, the likeliest first.
        titles: The titles of each SOC 2020 unit group, its name first.
    """
    import numpy as np

    shelf = Shelf({code: (*parts(name), *rest) for code, (name, *rest) in titles.items()})
    order = sorted(titles)
    said = [evidence(occupation, shelf) for occupation in occupations]
    usual = _Usual(order, declared, [(who.isco, proof.weight) for who, proof in zip(occupations, said, strict=True)])
    links: list[Link] = []
    for who, proof in zip(occupations, said, strict=True):
        told = usual.spread(proof.weight)
        expected = usual.beside(who.isco, proof.weight)
        firm = usual.spread({code: float(way in {Route.OWN, Route.SHARED}) for code, way in proof.route.items()}) > 0
        shares = np.where(firm, np.maximum(expected, FLOOR), expected) * (1.0 + told)
        shares = shares / shares.sum()
        ranked = sorted(((-float(share), code) for share, code in zip(shares, order, strict=True) if share >= LEAST_SHARE))
        links += [
            Link(who.key, code, rank, round(-share, 3), proof.route.get(code, Route.ISCO))
            for rank, (share, code) in enumerate(ranked[:MOST], 1)
        ]
    return links


class _Usual:
    """How the occupations of each ISCO group spread over unit groups."""

    def __init__(
        self, order: Sequence[str], declared: Mapping[str, Sequence[str]], said: Iterable[tuple[str, Mapping[str, float]]]
    ) -> None:
        import numpy as np

        self._at = {code: at for at, code in enumerate(order)}
        self._counts: dict[str, Spread] = defaultdict(lambda: np.zeros(len(order)))
        for isco, weight in said:
            self._add(isco, self._one(weight))
        for isco, codes in sorted(declared.items()):
            spread = self.spread({code: 1 / rank for rank, code in enumerate(codes, 1)})
            self._add(isco, DECLARED * spread / spread.sum())

    def spread(self, weight: Mapping[str, float]) -> "Spread":
        """Weights as one array in the order of unit groups."""
        import numpy as np

        made = np.zeros(len(self._at))
        for code, value in weight.items():
            made[self._at[code]] = value
        return made

    def beside(self, isco: str, own: Mapping[str, float]) -> "Spread":
        """How the others of the same ISCO group spread, an occupation's own titles left out."""
        import numpy as np

        mine = self._one(own)
        spread = np.full(len(self._at), 1 / len(self._at))
        for digits, trust in enumerate(TRUST, 1):
            counts = np.maximum(self._counts[isco[:digits]] - mine, 0.0) if isco[:digits] in self._counts else 0 * spread
            spread = (counts + trust * spread) / (counts.sum() + trust)
        return spread

    def _one(self, weight: Mapping[str, float]) -> "Spread":
        made = self.spread(weight)
        whole = made.sum()
        return made * (min(1.0, whole / ENOUGH) / whole) if whole else made

    def _add(self, isco: str, spread: "Spread") -> None:
        for digits in range(1, len(TRUST) + 1):
            self._counts[isco[:digits]] = self._counts[isco[:digits]] + spread
