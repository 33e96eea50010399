"""Pathways from the figures: what the catalogue, the pay survey, the place and the apprenticeship standards say together."""

from collections.abc import Mapping, Sequence

from levelling.atlas import Atlas
from levelling.atlas.apprenticeship_standards import standards
from levelling.atlas.pay_by_occupation import pay_by_occupation
from levelling.atlas.uk_occupations import leads, occupations
from levelling.core.area import Area
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.pathways.around import Around, Standard
from levelling.jobs.pathways.likeness import Index
from levelling.jobs.pathways.local import presence
from levelling.jobs.pathways.naming import occupation
from levelling.jobs.pathways.paths import reckon
from levelling.jobs.pathways.result import Median, Pathways
from levelling.jobs.pathways.rules import Rules, rules


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
    return reckon(ready, one.key, surroundings(atlas, ready.rules, area), area=area, top=top, everything=everything)


def surroundings(atlas: Atlas, by: Rules, area: Area | None = None) -> Around:
    """What the figures know around occupations: pay, and who in the place does them. What they do not hold is left empty.

    Args:
        atlas: The figures.
        by: How sure it must be which unit group an occupation lies in.
        area: The place; none by default.
    """
    found = leads(atlas.store)
    shares = {key: [(lead.soc, round(100 * lead.share)) for lead in several] for key, several in found.items()}
    here = presence(atlas, area) if area else {}
    titles = occupations(atlas.store).titles if atlas.store.has("soc_groups") else {}
    return Around(_pay(atlas, shares), shares, by.sure, here, _standards(atlas), titles)


def _standards(atlas: Atlas) -> tuple[Standard, ...]:
    """Standards that somebody began in the newest whole year; frameworks take nobody on."""
    newest = [(one, one.newest_whole_year) for one in standards(atlas.store) if one.kind == "standard"]
    last = max((year[0].end for _, year in newest if year), default=None)
    return tuple(
        Standard(one.name, one.level, year[1], year[0].label) for one, year in newest if year and year[0].end == last and year[1]
    )


def _pay(atlas: Atlas, shares: Mapping[str, Sequence[tuple[str, int]]]) -> dict[str, Median]:
    if not atlas.store.has("occupation_pay"):
        return {}
    pay = pay_by_occupation(atlas.store)
    made = {}
    for soc in sorted({soc for several in shares.values() for soc, _ in several}):
        row = pay.nearest(soc)
        if row is not None and row.median is not None:
            made[soc] = Median(row.title, row.median, row.period)
    return made
