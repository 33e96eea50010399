"""A figure at the lowest level it exists: the place's own, or that of the smallest area around it, which is then named.

A region's figure says nothing certain about one of its towns. It is used only where the place has none, and never as its own.
"""

from collections.abc import Iterable, Sequence

from levelling.atlas.reading import Figures, newest
from levelling.core.area import Area, Level
from levelling.core.errors import UnknownArea
from levelling.core.estimate import Estimate
from levelling.core.indicator import Movement
from levelling.core.period import Period

_UPWARDS = ("county", "cauth", "region", "nation")
_COUNTRIES = {"E": ("K04000001", "K03000001"), "W": ("K04000001", "K03000001"), "S": ("K03000001",), "N": (), "K": ()}
_UK = "K02000001"
_ALL = 0.995
"""The share of an area's people for whom a part must be there, before parts are added up."""


def around(figures: Figures, area: Area) -> tuple[Area, ...]:
    """The place and the areas around it, smallest first: county, combined authority, region, nation, countries, the UK.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> [item.name for item in around(atlas, atlas.area("Hartlepool"))][:3]
        ['Hartlepool', 'Tees Valley', 'North East']
    """
    codes = [area.parents.get(level, "") for level in _UPWARDS] + [*_COUNTRIES.get(area.nation, ()), _UK]
    found = [area]
    for code in codes:
        if not code or any(item.code == code for item in found):
            continue
        try:
            found.append(figures.gazetteer.get(code))
        except UnknownArea:
            continue
    return tuple(found)


def nearest(
    figures: Figures,
    areas: Sequence[Area],
    slug: str,
    categories: Sequence[str] = ("",),
    period: str | None = None,
    *,
    moved: bool = True,
) -> tuple[Estimate, ...] | None:
    """The estimates of some categories in the first of the areas that has all of them in one period.

    Args:
        figures: Where the figures are read.
        areas: The place first, then the areas around it, as `around` gives them.
        slug: The indicator; `None` is returned where the figures do not hold it.
        categories: What must be there together, such as women and men: a gap across areas or periods is no gap.
        period: The period in ISO 8601; `None` for the newest that holds all of them.
        moved: Whether the place's own figure may be put together from its parts, where it may be moved at all.

    Returns:
        One estimate for each category, all of one area and one period; `None` where no area has them.
    """
    if slug not in figures.catalogue:
        return None
    for place, area in enumerate(areas):
        found = _in(figures, area, slug, categories, period, moved=moved and place == 0)
        if found is not None:
            return found
    return None


def one(
    figures: Figures,
    areas: Sequence[Area],
    slug: str,
    category: str = "",
    period: str | None = None,
    *,
    moved: bool = True,
) -> Estimate | None:
    """The estimate of one category, as `nearest` finds it."""
    found = nearest(figures, areas, slug, (category,), period, moved=moved)
    return None if found is None else found[0]


def read_ahead(figures: Figures, areas: Iterable[Area]) -> None:
    """Read every figure of some areas in one go: much quicker than one after the other."""
    figures.store.load_areas([area.code for area in areas])


def level_of(area: Area) -> str:
    """The level in words, as it is named beside a figure of another area: 'region', 'England and Wales'."""
    return area.name if area.level == Level.UK else area.level.words


def _in(
    figures: Figures, area: Area, slug: str, categories: Sequence[str], period: str | None, *, moved: bool
) -> tuple[Estimate, ...] | None:
    shelf = figures.store.area(area.code)
    series = [shelf.get((slug, category), {}) for category in categories]
    shared = set.intersection(*({key for key, figure in found.items() if figure.value is not None} for found in series))
    key = period if period in shared else newest(shared) if period is None else None
    if key is not None:
        when = Period.parse(key)
        return tuple(figures.estimate(slug, area, when, category) for category in categories)
    if not moved or area.level == Level.UK or any(series) or figures.catalogue.get(slug).movement == Movement.FIXED:
        return None
    when_asked = Period.parse(period) if period else None
    made = tuple(figures.estimate(slug, area, when_asked, category) for category in categories)
    if any(item.value is None or not _whole(item) for item in made) or len({item.period for item in made}) > 1:
        return None
    return made


def _whole(item: Estimate) -> bool:
    """Whether a figure made from parts was made from all of them: a sum with a part withheld would fall short."""
    return item.moved is None or item.indicator.movement != Movement.SUM or item.moved.inside >= _ALL
