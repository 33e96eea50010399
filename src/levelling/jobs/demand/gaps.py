"""What is asked for against what people do: shares of adverts against shares of people in work, where both are sorted alike.

Only adverts sorted by SOC 2020 are held against people by SOC 2020, for one area on both sides. The fields of work of October
2022 are sorted by the firm that gathers adverts; no table leads from them to SOC, so they are never compared.
"""

from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.period import Period
from levelling.jobs.demand.adverts import BY_OCCUPATION, Adverts, by_occupation
from levelling.jobs.demand.standing import Standing, candidates
from levelling.jobs.demand.work import Profile, occupations


@dataclass(frozen=True, slots=True)
class Gap:
    """One group of occupations in adverts and among people in work.

    Attributes:
        key: Its key.
        name: Its name.
        adverts: Of every 100 adverts, how many ask for it.
        people: Of every 100 people in work who live there, how many do it.
        difference: The first less the second, in percentage points. Above nought is no shortage by itself: work that people
            leave often is advertised often.
    """

    key: str
    name: str
    adverts: float
    people: float
    difference: float


@dataclass(frozen=True, slots=True)
class Gaps:
    """Every group that both sides have.

    Attributes:
        standing: The area both sides are for.
        adverts: When the adverts were.
        people: When the people were asked.
        items: Most asked for against what people do first.
        left_out: Names of the groups one side lacks.
    """

    standing: Standing
    adverts: Period
    people: Period
    items: tuple[Gap, ...]
    left_out: tuple[str, ...]

    @property
    def asked_more(self) -> tuple[Gap, ...]:
        """Groups with a larger share of adverts than of people, the largest difference first."""
        return tuple(gap for gap in self.items if gap.difference > 0)

    @property
    def offered_more(self) -> tuple[Gap, ...]:
        """Groups with a larger share of people than of adverts, the largest difference first."""
        return tuple(gap for gap in reversed(self.items) if gap.difference < 0)


def gaps(atlas: Atlas, area: Area) -> Gaps | None:
    """Adverts against people in work by sub-major group, for the place or the smallest area around it that has both.

    Example:
        >>> atlas = Atlas.open()
        >>> found = gaps(atlas, atlas.area("Camden"))
        >>> found.standing.area.name, found.asked_more[0].difference > 0
        ('Greater London', True)
    """
    if BY_OCCUPATION not in atlas.catalogue:
        return None
    for where in candidates(atlas, area):
        asked, offered = by_occupation(atlas, where.area), occupations(atlas, where.area)
        if asked and offered and asked.standing.area == offered.standing.area == where.area:
            return _held(where, asked, offered)
    return None


def _held(where: Standing, asked: Adverts, offered: Profile) -> Gaps:
    shares = offered.shares
    items = [
        Gap(part.key, part.name, part.share, shares[part.key], part.share - shares[part.key])
        for part in asked.parts
        if part.key in shares
    ]
    items.sort(key=lambda gap: (-gap.difference, gap.key))
    left_out = tuple(sorted({*offered.withheld, *asked.withheld}))
    return Gaps(where, asked.period, offered.period, tuple(items), left_out)
