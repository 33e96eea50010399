"""Apprenticeships begun, as each nation counts them: who lives here, and in England who is taught here."""

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.estimate import Estimate

STARTS = {
    "E": ("apprenticeship-starts-residents", "apprenticeship-starts-taught-here"),
    "S": ("apprenticeship-starts-scotland",),
    "N": ("apprenticeship-starts-ni",),
}
"""Counts for England, rates for Scotland and Northern Ireland: never compared across a border. None is held for Wales."""


def apprentices(atlas: Atlas, area: Area) -> tuple[Estimate, ...]:
    """Apprenticeships begun in the newest year; none where nothing is published.

    Example:
        >>> atlas = Atlas.open()
        >>> [item.value for item in apprentices(atlas, atlas.area("Hartlepool"))]
        [716.0, 651.0]
    """
    slugs = [slug for slug in STARTS.get(area.nation, ()) if slug in atlas.catalogue]
    if area.level is Level.NATION:
        # Of a whole nation the two counts are one.
        slugs = slugs[:1]
    found = [atlas.estimate(slug, area, None, "") for slug in slugs]
    return tuple(item for item in found if item.value is not None)
