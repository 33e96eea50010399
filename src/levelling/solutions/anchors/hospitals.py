"""Hospital trusts of England by where those they treat live."""

from dataclasses import dataclass

from levelling.atlas import Atlas
from levelling.atlas.trusts import trust_shares
from levelling.core.area import Area, Level
from levelling.core.indicator import Release

SERVICE = "https://digital.nhs.uk/services/organisation-data-service"
"""Where the NHS tells what organisation a code stands for."""
_MOST = 100.0


@dataclass(frozen=True, slots=True)
class Trust:
    """A hospital trust, by its code: the figures do not hold its name.

    Attributes:
        code: The trust's code in the NHS organisation data service.
        share: Of every 100 of its admissions, how many came from the place. At least one where the place is an authority.
        modelled: Whether an authority that lies in the place in part was shared out by people.
        release: Where it was published.
    """

    code: str
    share: float
    modelled: bool
    release: Release


def trusts(atlas: Atlas, area: Area) -> tuple[Trust, ...]:
    """The acute trusts that treat people of a place, those for which the place is the largest part of their work first.

    The share of a trust's admissions that came from a place is the sum over authorities `a` of `share(a) x inside(a)`, where
    `inside` is the share of the authority's people who live in the place (1 for the authorities it is made of).

    How many people a trust treats is not in the figures: the first of them need not treat most of the place's people.

    Example:
        >>> atlas = Atlas.open()
        >>> [(item.code, round(item.share, 1)) for item in trusts(atlas, atlas.area("Hartlepool"))]
        [('RVW', 26.6), ('RTR', 3.4), ('R0B', 1.1)]
    """
    if area.level in {Level.UK, Level.NATION} or area.nation != "E":
        return ()
    inside = _inside(atlas, area)
    sums: dict[str, float] = {}
    crossed: set[str] = set()
    releases: dict[str, str] = {}
    for item in trust_shares(atlas.store):
        part = inside.get(item.area_code, 0.0)
        if part:
            sums[item.trust] = sums.get(item.trust, 0.0) + item.share * part
            releases[item.trust] = item.release
            if part < 1:
                crossed.add(item.trust)
    found = [
        Trust(code, min(_MOST * share, _MOST), code in crossed, atlas.release(releases[code]))
        for code, share in sums.items()
        if _MOST * share >= 1
    ]
    return tuple(sorted(found, key=lambda item: (-item.share, item.code)))


def _inside(atlas: Atlas, area: Area) -> dict[str, float]:
    """Share of each authority's people who live in the place."""
    if area.level is Level.LAD:
        return {area.code: 1.0}
    return {one.area.code: 1.0 if one.share_there > 0.995 else one.share_there for one in atlas.overlaps(area, Level.LAD)}
