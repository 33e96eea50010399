"""Pathways from the figures: what the catalogue, the pay survey, the place and the apprenticeship standards say together."""

from levelling.atlas import Atlas
from levelling.core.area import Area
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.pathways.around import Around
from levelling.jobs.pathways.likeness import Index
from levelling.jobs.pathways.local import presence
from levelling.jobs.pathways.naming import occupation
from levelling.jobs.pathways.paths import reckon
from levelling.jobs.pathways.result import Pathways
from levelling.jobs.pathways.rules import rules


def pathways(
    atlas: Atlas,
    catalogue: Catalogue,
    origin: str,
    *,
    area: Area | None = None,
    top: int = 10,
    everything: bool = False,
    index: Index | None = None,
) -> Pathways:
    """Where one occupation leads.

    Args:
        atlas: The figures.
        catalogue: Occupations and skills.
        origin: The occupation, by ESCO's key or name, such as `hotel concierge`.
        area: The place whose people are counted; none by default.
        top: How many ways to show at most.
        everything: Show ways that are known to pay too little or to be at high risk as well.
        index: The catalogue made ready: for several origins, or by other rules. By default made anew, by the rules that come
            with the package.

    Raises:
        UserError: There is no such occupation; the nearest are offered.
    """
    one = occupation(catalogue, origin)
    ready = index or Index(catalogue, rules())
    around = Around(presence=presence(atlas, area) if area else {})
    return reckon(ready, one.key, around, area=area, top=top, everything=everything)
