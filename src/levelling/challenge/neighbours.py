"""Statistical neighbours: the places most like a place, and what makes them alike.

ONS publishes the 20 nearest neighbours of each authority on three bases, in order only. Beside them stand our own, with
distances and reasons: each variable is turned to standard scores over the level, and the distance of two places is

    d^2 = (W / W_both) * sum over k of w_k (z_k - z'_k)^2,

over the variables both have, `w` their weights, `W` the sum of all weights and `W_both` of those both have. The first factor
scales up for variables that are missing. Places that share less than `LEAST` of the weights are not likened at all.

What makes two places alike is told by how much closer they are, on each variable, than the place is to the others of its
level on average. Those sums add up to how much closer they are in all.

References:
    ONS (2024) publishes the neighbours and clusters of local authorities by a like method, on its own variables.
    Gower, J. C. (1971). A general coefficient of similarity and some of its properties. Biometrics 27, 857-871. (Variables
        that are missing on either side are left out and the rest scaled up.)
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.challenge.phrases import place
from levelling.challenge.standing import Standing, standings
from levelling.challenge.variables import VARIABLES, Variable, weighted
from levelling.core.area import Area, Level
from levelling.core.words import listed, opened

BASES = ("global", "economic", "demographic")
"""The bases of the ONS lists."""
LEAST = 0.6
"""The share of the weights that two places must both have figures for."""
COUNT = 20


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one variable adds to the distance of two places.

    Attributes:
        variable: Which.
        here: The value of the place.
        there: The value of its neighbour.
        share: Its share of the squared distance, 0 to 1.
        closer: How much closer the two are on it than the place is to the others of its level on average, in squared
            standard scores times its weight; below 0 where they are further apart than most.
    """

    variable: Variable
    here: float
    there: float
    share: float
    closer: float


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A place like the place, how far off it is, and why.

    Attributes:
        area: The neighbour.
        distance: In standard scores; 0 is the same on every variable.
        contributions: By variable, the one that makes them most alike first.
        covered: Share of the variables' weights that both places have figures for, 0 to 1.
    """

    area: Area
    distance: float
    contributions: tuple[Contribution, ...]
    covered: float

    @property
    def alike(self) -> tuple[Contribution, ...]:
        """The three variables that most make the two alike."""
        return tuple(item for item in self.contributions[:3] if item.closer > 0)

    @property
    def apart(self) -> tuple[Contribution, ...]:
        """The two variables on which they differ most, beside what is usual for the place."""
        return tuple(item for item in self.contributions[:2:-1][:2] if item not in self.alike)

    @property
    def sentence(self) -> str:
        """Why the two are alike, in a sentence."""
        near = listed([item.variable.label for item in self.alike]) or "no one thing more than the others"
        far = listed([item.variable.label for item in self.apart])
        name = place(self.area)
        return f"{opened(name)} is most alike in {near}; it differs most in {far}."


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The places most like a place.

    Attributes:
        area: The place.
        ons: The ONS lists by basis, nearest first; empty where ONS gives none.
        own: Ours, nearest first, with distances and reasons.
        variables: What ours were likened by.
        lacking: Labels of variables that have no figure for this place.
        overlap: Of our neighbours, how many are also in each ONS list; only bases with a list.
        note: What the reader should know; why there are none of ours, where there are none.
    """

    area: Area
    ons: Mapping[str, tuple[Area, ...]]
    own: tuple[Neighbour, ...]
    variables: tuple[Variable, ...]
    lacking: tuple[str, ...]
    overlap: Mapping[str, int]
    note: str


def neighbours(
    atlas: Figures,
    area: Area,
    weights: Mapping[str, float] | None = None,
    variables: Sequence[Variable] = VARIABLES,
    count: int = COUNT,
) -> Neighbours:
    """The places of the same level most like a place: the ONS lists, and our own with distances and reasons.

    Args:
        atlas: Where the figures are read.
        area: The place.
        weights: Weights by variable key; those not named keep theirs, and 0 leaves one out.
        variables: What to liken places by.
        count: How many of ours to give.

    Raises:
        UserError: A weight is for no variable, is below 0, or all are 0.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> found = neighbours(atlas, atlas.area("Hartlepool"), weights={"pay": 2})
        >>> len(found.own), len(found.ons["global"])
        (20, 20)
    """
    used = weighted(variables, weights)
    ons = {basis: tuple(item for item in atlas.neighbours(area, basis) if item.code != area.code) for basis in BASES}
    ons = {basis: areas for basis, areas in ons.items() if areas}
    everyone = list(atlas.gazetteer.all(area.level)) if area.level not in {Level.UK, Level.NATION} else []
    standing = standings(atlas, area.level, everyone, used) if everyone else ()
    lacking = tuple(item.label for item in used if not _has(standing, item, area))
    own = _nearest(area, everyone, standing, used, count)
    overlap = {
        basis: len({item.code for item in areas} & {item.area.code for item in own}) for basis, areas in ons.items() if own
    }
    return Neighbours(area, ons, own, used, lacking, overlap, _note(area, own, lacking, used))


def _has(standing: Sequence[Standing], variable: Variable, area: Area) -> bool:
    return any(item.variable == variable and area.code in item.scores for item in standing)


def _nearest(
    area: Area, everyone: Sequence[Area], standing: Sequence[Standing], used: Sequence[Variable], count: int
) -> tuple[Neighbour, ...]:
    whole = math.fsum(item.weight for item in used)
    mine = [(item, item.scores[area.code], _usual(item, area)) for item in standing if area.code in item.scores]
    near: list[tuple[float, float, Area]] = []
    for other in everyone:
        shared = [(item.variable.weight, score - item.scores[other.code]) for item, score, _ in mine if other.code in item.scores]
        both = math.fsum(weight for weight, _ in shared)
        if other.code != area.code and both >= LEAST * whole:
            squared = math.fsum(weight * gap * gap for weight, gap in shared)
            near.append((math.sqrt(squared * whole / both), both / whole, other))
    near.sort(key=lambda item: (item[0], item[2].code))
    return tuple(
        Neighbour(other, distance, _contributions(area, other, mine), covered) for distance, covered, other in near[:count]
    )


def _usual(item: Standing, area: Area) -> float:
    """The mean squared difference of the place from the others of its level, on one variable."""
    score = item.scores[area.code]
    others = [other for code, other in item.scores.items() if code != area.code]
    return math.fsum((score - other) ** 2 for other in others) / len(others)


def _contributions(area: Area, other: Area, mine: Sequence[tuple[Standing, float, float]]) -> tuple[Contribution, ...]:
    parts = [(item, usual, (score - item.scores[other.code]) ** 2) for item, score, usual in mine if other.code in item.scores]
    total = math.fsum(item.variable.weight * squared for item, _, squared in parts)
    found = [
        Contribution(
            item.variable,
            item.values[area.code],
            item.values[other.code],
            item.variable.weight * squared / total if total else 0.0,
            item.variable.weight * (usual - squared),
        )
        for item, usual, squared in parts
    ]
    return tuple(sorted(found, key=lambda item: (-item.closer, item.variable.key)))


def _note(area: Area, own: Sequence[Neighbour], lacking: Sequence[str], used: Sequence[Variable]) -> str:
    if not own:
        return f"Too few figures are published for {area.name} to reckon how like other {area.level.plural} it is."
    if lacking:
        return f"No figure is published here for {listed(lacking)}; likened by the other {len(used) - len(lacking)} variables."
    return ""
