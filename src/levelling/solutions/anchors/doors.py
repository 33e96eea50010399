"""Doors without a degree: occupations that ask for general schooling and training on the job, and who of a place is in them.

The Standard Occupational Classification of 2010 sorts occupations by skill. Level 1 asks for what compulsory schooling gives,
level 2 for that and a longer time of training at work; level 3 for a qualification after school, level 4 mostly for a degree.
All groups of levels 1 and 2 are taken (ONS, SOC 2010 volume 1, section 2).
"""

import math
from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.core.estimate import Estimate
from levelling.core.period import Period

OLDER, NEWER = "employment-by-occupation-soc2010", "employment-by-occupation"
DOORS = (
    "caring-personal-service-occupations",
    "administrative-occupations",
    "elementary-administration-and-service-occupations",
    "sales-occupations",
    "customer-service-occupations",
    "secretarial-and-related-occupations",
    "leisure-travel-and-related-personal-service-occupations",
    "elementary-trades-and-related-occupations",
    "transport-and-mobile-machine-drivers-and-operatives",
    "process-plant-and-machine-operatives",
)
"""The groups of skill levels 1 and 2."""
_HIDDEN = 2


@dataclass(frozen=True, slots=True)
class Door:
    """One group of occupations.

    Attributes:
        key: Its key.
        name: Its name.
        people: Residents who work in it, with the survey's margin, by the classification of 2010; `None` where withheld.
        newest: The newest number, by the classification of 2020 and without a margin; `None` where not published.
    """

    key: str
    name: str
    people: Estimate | None
    newest: Estimate | None


@dataclass(frozen=True, slots=True)
class Doors:
    """Every group with a figure, most people first.

    Attributes:
        items: The groups.
        people: All of them together; `None` where more than two are withheld, which a sum would hide.
        half: Half-width of its 95% interval, `sqrt(sum of half-widths squared)`, as if the groups were asked apart; `None` where
            a group has no margin.
        period: When it is for.
        withheld: Groups without a figure, which the sum leaves out.
    """

    items: tuple[Door, ...]
    people: float | None
    half: float | None
    period: Period
    withheld: tuple[str, ...]

    @property
    def known(self) -> tuple[Estimate, ...]:
        """The numbers that were added up."""
        return tuple(item.people for item in self.items if item.people is not None)


def doors(atlas: Atlas, area: Area) -> Doors | None:
    """Residents of a place who work in occupations that ask for no degree; `None` where nothing is published.

    Example:
        >>> atlas = Atlas.open()
        >>> found = doors(atlas, atlas.area("Hartlepool"))
        >>> found.items[0].people.lower < found.items[0].people.value < found.items[0].people.upper
        True
    """
    if OLDER not in atlas.catalogue:
        return None
    names = atlas.catalogue.get(OLDER).categories
    years = [known.period for key in DOORS if (known := _known(atlas, OLDER, area, key)) is not None]
    if not years:
        return None
    year = max(years, key=lambda period: period.end)
    items = [Door(key, names[key], _known(atlas, OLDER, area, key, year), _known(atlas, NEWER, area, key)) for key in DOORS]
    found = [item.people for item in items if item.people is not None]
    widths = [_half(item) for item in found]
    half = math.sqrt(sum(width**2 for width in widths if width is not None)) if None not in widths else None
    items.sort(key=lambda item: -(item.people.value or 0.0) if item.people is not None else 1.0)
    withheld = tuple(item.name for item in items if item.people is None)
    together = sum(item.value or 0.0 for item in found) if len(withheld) <= _HIDDEN else None
    return Doors(tuple(items), together, half, year, withheld)


def _known(atlas: Atlas, slug: str, area: Area, key: str, period: Period | None = None) -> Estimate | None:
    if slug not in atlas.catalogue:
        return None
    found = atlas.estimate(slug, area, period, key)
    return found if found.value is not None else None


def _half(item: Estimate) -> float | None:
    return None if item.upper is None or item.value is None else item.upper - item.value
