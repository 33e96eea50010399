"""Who an area is held against: the UK, its nation, its region, its statistical neighbours, and any area asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from levelling.atlas.reading import Figures
from levelling.core.area import Area, Level
from levelling.core.comparison import Comparator
from levelling.core.errors import UnknownArea

UNITED_KINGDOM = "K02000001"
_WIDE = {UNITED_KINGDOM: "EWSN", "K03000001": "EWS", "K04000001": "EW"}
NATIONS = {"E": "E92000001", "W": "W92000004", "S": "S92000003", "N": "N92000002"}
_TWINS = dict(zip((f"E1200000{n}" for n in range(1, 10)), (f"TL{letter}" for letter in "CDEFGHIJK"), strict=True)) | {
    "W92000004": "TLL",
    "S92000003": "TLM",
    "N92000002": "TLN",
}
"""Regions and nations are also areas of the ITL classification, letter for letter the same land."""


@dataclass(frozen=True, slots=True)
class Against:
    """One comparator of an area, before any figures are looked at.

    Attributes:
        kind: What kind of comparator it is.
        areas: The areas to try in turn, the widest first; for neighbours, all of them together.
        shares: For each area, the shares of people in both: of this area's people, and of the comparator's. 0 and 0 where
            they share none or it is not known, which only makes an interval wider.
    """

    kind: Comparator
    areas: tuple[Area, ...]
    shares: tuple[tuple[float, float], ...]

    @property
    def name(self) -> str:
        """Its name before a figure is found: of the widest area, or of the group."""
        if self.kind == Comparator.NEIGHBOURS:
            return f"{len(self.areas)} statistical neighbours"
        return self.areas[0].name


def comparators(atlas: Figures, area: Area, against: Sequence[Area] = (), basis: str = "global") -> tuple[Against, ...]:
    """The comparators of an area, in the order of a plan.

    The UK comparator is the widest area that crosses nations and has the area in it: the UK, else Great Britain, else
    England and Wales, by which of them the publisher gives. Only areas in England have a region. An area is never its own
    comparator, and is never among its neighbours. Without a basis, neighbours are left out.
    """
    found = [_of_areas(atlas, area, Comparator.UK, [code for code, inside in _WIDE.items() if area.nation in inside])]
    found.append(_of_areas(atlas, area, Comparator.NATION, _with_twin(NATIONS.get(area.nation, ""))))
    found.append(_of_areas(atlas, area, Comparator.REGION, _with_twin(area.parents.get(Level.REGION.value, ""))))
    alike = tuple(item for item in atlas.neighbours(area, basis) if item.code != area.code) if basis else ()
    if alike:
        found.append(Against(Comparator.NEIGHBOURS, alike, ((0.0, 0.0),) * len(alike)))
    extra = [Against(Comparator.AREA, (other,), (_shares(atlas, area, other),)) for other in against if other.code != area.code]
    return tuple(item for item in (*found, *extra) if item is not None)


def _of_areas(atlas: Figures, area: Area, kind: Comparator, codes: Sequence[str]) -> Against | None:
    if area.code in codes or area.code == UNITED_KINGDOM:
        codes = codes[: codes.index(area.code)] if kind == Comparator.UK and area.code in codes else ()
    areas = tuple(found for code in codes if (found := _get(atlas, code)) is not None)
    return Against(kind, areas, tuple(_inside(area, outer) for outer in areas)) if areas else None


def _with_twin(code: str) -> list[str]:
    return [item for item in (code, _TWINS.get(code, "")) if item]


def _get(atlas: Figures, code: str) -> Area | None:
    try:
        return atlas.gazetteer.get(code)
    except UnknownArea:
        return None


def _inside(area: Area, outer: Area) -> tuple[float, float]:
    if not area.population or not outer.population:
        return (0.0, 0.0)
    return (1.0, min(1.0, area.population / outer.population))


def _shares(atlas: Figures, area: Area, other: Area) -> tuple[float, float]:
    """The shares of people in both, of one and of the other, for any two areas."""
    wide = _WIDE.get(other.code) or (other.nation if other.code in NATIONS.values() else "")
    if area.nation in (wide or "-"):
        return _inside(area, other)
    if area.code in other.parents.values():
        return _inside(other, area)[::-1]
    if other.code in area.parents.values():
        return _inside(area, other)
    for overlap in atlas.overlaps(area, other.level):
        if overlap.area.code == other.code:
            return (overlap.share_here, overlap.share_there)
    return (0.0, 0.0)
