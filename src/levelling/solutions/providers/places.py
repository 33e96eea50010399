"""Which local authorities a service reaches: those it says it is for, else those it is given in."""

from dataclasses import dataclass
from functools import cached_property

from levelling.atlas import Atlas
from levelling.atlas.locate import Locator
from levelling.core.area import Area, Level
from levelling.core.service import Service

_WIDE = frozenset({Level.UK, Level.NATION})
_WHOLE = {"national", "nationwide", "uk wide", "uk-wide", "whole of the uk", "throughout the uk", "great britain", "gb"}
_KNOWN_NAMES = 50_000


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a service can be had.

    Attributes:
        codes: The local authorities; empty where it could not be placed.
        wide: Whether it is for a whole nation or the United Kingdom.
        how: `areas` where it says whom it is for, `points` where only where it is given is known; empty where neither.
    """

    codes: frozenset[str]
    wide: bool = False
    how: str = ""


NOWHERE = Reach(frozenset())


class Places:
    """Places services, each name and point looked up once.

    An area named by the service counts before the points it is given at: a club in one town may be for three. A postcode cannot
    be placed, since the figures hold no postcodes.

    Args:
        atlas: Where areas and their shapes are read.

    Example:
        >>> places = Places(Atlas.open())
        >>> places.reach(Service("1", "Job club", None, areas=("Hartlepool",))).codes
        frozenset({'E06000001'})
        >>> places.reach(Service("2", "Job club", None, points=((54.686, -1.212),))).how
        'points'
    """

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._areas: dict[str, Reach] = {}
        self._sets: dict[frozenset[str], frozenset[str]] = {}

    def reach(self, service: Service) -> Reach:
        """Where a service can be had."""
        found = [known for name in service.areas if (known := self._area(name)).codes]
        if found:
            return Reach(self._kept(frozenset().union(*(one.codes for one in found))), any(one.wide for one in found), "areas")
        codes = frozenset(code for point in service.points if (code := self._locator.authority(*point)) is not None)
        return Reach(self._kept(codes), how="points") if codes else NOWHERE

    def authorities(self, area: Area) -> frozenset[str]:
        """The local authorities of an area."""
        return self._kept(frozenset(self._atlas.gazetteer.authorities(area)))

    def _area(self, name: str) -> Reach:
        key = name.strip()
        known = self._areas.get(key)
        if known is None:
            known = self._look_up(key)
            if len(self._areas) < _KNOWN_NAMES:
                self._areas[key] = known
        return known

    def _look_up(self, name: str) -> Reach:
        area = self._atlas.gazetteer.known("United Kingdom" if name.lower() in _WHOLE else name)
        return NOWHERE if area is None else Reach(self.authorities(area), area.level in _WIDE, "areas")

    def _kept(self, codes: frozenset[str]) -> frozenset[str]:
        # Thousands of services reach the same authorities: one set of codes for all of them.
        return self._sets.setdefault(codes, codes)

    @cached_property
    def _locator(self) -> Locator:
        return Locator(self._atlas.shapes.boundaries)
