"""Whom recruitment should reach: people of the most deprived neighbourhoods, and which neighbourhoods those are."""

from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.atlas.neighbourhoods import Neighbourhood, marked
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate

_INDEX = {"E": "2025-england", "W": "2019-wales", "S": "2020-scotland", "N": "2017-northern-ireland"}
"""The newest index of each nation that the figures hold. Never compared across nations."""
_TOO_LARGE = {Level.UK, Level.NATION, Level.REGION, Level.ITL1}


@dataclass(frozen=True, slots=True)
class Reach:
    """People of the most deprived neighbourhoods of their nation.

    Attributes:
        tenth: Of every 100 people here, how many live in the most deprived tenth.
        fifth: In the most deprived fifth.
        neighbourhoods: Those of the most deprived tenth that lie here, most people first; empty for a region or nation, which
            holds too many to list.
    """

    tenth: Estimate
    fifth: Estimate
    neighbourhoods: tuple[Neighbourhood, ...]


def reach(atlas: Atlas, area: Area) -> Reach | None:
    """Whom recruitment here should reach, by the nation's own index; `None` where it has no figure.

    Example:
        >>> atlas = Atlas.open()
        >>> found = reach(atlas, atlas.area("Hartlepool"))
        >>> found.tenth.value <= found.fifth.value
        True
    """
    edition = _INDEX.get(area.nation)
    slugs = [f"people-in-most-deprived-{part}-{edition}" for part in ("tenth", "fifth")]
    if edition is None or any(slug not in atlas.catalogue for slug in slugs):
        return None
    tenth, fifth = (atlas.estimate(slug, area, None, "") for slug in slugs)
    if tenth.value is None or fifth.value is None:
        return None
    return Reach(tenth, fifth, () if area.level in _TOO_LARGE else marked(atlas, area, slugs[0]))
