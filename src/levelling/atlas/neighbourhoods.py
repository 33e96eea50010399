"""The neighbourhoods of an area that an index of deprivation marks, by code."""

from dataclasses import dataclass

from levelling.atlas.atlas import Atlas
from levelling.core.area import Area, Level

_COLUMNS = {
    Level.LAD: "lad",
    Level.ICB: "icb",
    Level.TTWA: "ttwa",
    Level.HEALTH_BOARD: "health_board",
    Level.ITL3: "itl3",
}


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """One small area: an LSOA, a data zone or a super output area.

    Attributes:
        code: Its statistical code.
        authority: The code of the local authority it lies in.
        people: Who lives there, by the count the small areas of its kind came with.
    """

    code: str
    authority: str
    people: int


def marked(atlas: Atlas, area: Area, slug: str) -> tuple[Neighbourhood, ...]:
    """The neighbourhoods of an area that an indicator of whole neighbourhoods marks, such as those in the most deprived tenth.

    Args:
        atlas: The figures.
        area: The place.
        slug: An indicator whose figure for a neighbourhood is 0 or 100.

    Returns:
        Most people first; empty where the indicator has no figures of neighbourhoods here.

    Example:
        >>> atlas = Atlas.open()
        >>> len(marked(atlas, atlas.area("Isles of Scilly"), "people-in-most-deprived-tenth-2025-england"))
        0
    """
    periods = atlas.movements.small_areas.periods(slug)
    if not periods:
        return ()
    column, codes = _where(atlas, area)
    if not codes:
        return ()
    marks = ", ".join("?" for _ in codes)
    sql = (
        f"SELECT s.code, s.lad, s.population FROM small_areas s JOIN small_area_figures f ON f.area_code = s.code "
        f"WHERE f.indicator = ? AND f.period = ? AND f.value > 50 AND s.vintage = ? AND s.{column} IN ({marks}) "
        f"ORDER BY s.population DESC, s.code"
    )
    rows = atlas.store.query(sql, [slug, periods[0].period, periods[0].vintage, *codes])
    return tuple(Neighbourhood(*row) for row in rows)


def _where(atlas: Atlas, area: Area) -> tuple[str, list[str]]:
    """The column that tells which small areas lie here, and the codes to look for in it."""
    if area.level in _COLUMNS:
        return _COLUMNS[area.level], [area.code]
    return "lad", [item.code for item in atlas.gazetteer.members(area, Level.LAD)]
