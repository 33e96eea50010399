"""Where places lie: the middle of a neighbourhood, and the middle of the people of a larger area, each with how wide it is."""

from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sqrt
from typing import NamedTuple

from levelling.atlas.gazetteer import Gazetteer
from levelling.atlas.store import Store
from levelling.core.area import Area, Level

KM_A_DEGREE = 111.195
"""Kilometres in a degree north, on a globe with the Earth's mean radius of 6,371.0088 km."""

_TABLE = "small_area_points"
_UNITS = 10_000
_COLUMNS = {Level.LAD: "lad", Level.TTWA: "ttwa"}


class Centre(NamedTuple):
    """The middle of a place.

    Attributes:
        latitude: Degrees north.
        longitude: Degrees east.
        spread: Kilometres that a home there may lie from the middle: the radius of a neighbourhood, or how far the people of a
            larger area live from its middle (root mean square).
    """

    latitude: float
    longitude: float
    spread: float


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The people of an area, and the sums of their coordinates and squares of them, in ten-thousandths of a degree."""

    people: int
    north: int
    east: int
    north_squared: int
    east_squared: int

    def __add__(self, other: "_Weighed") -> "_Weighed":
        return _Weighed(
            self.people + other.people,
            self.north + other.north,
            self.east + other.east,
            self.north_squared + other.north_squared,
            self.east_squared + other.east_squared,
        )

    def centre(self) -> Centre:
        """The middle of the people, and how far they live from it."""
        north, east = self.north / self.people / _UNITS, self.east / self.people / _UNITS
        up = max(0.0, self.north_squared / self.people / _UNITS**2 - north**2)
        across = max(0.0, self.east_squared / self.people / _UNITS**2 - east**2)
        spread = KM_A_DEGREE * sqrt(up + across * cos(radians(north)) ** 2)
        return Centre(round(north, 5), round(east, 5), round(spread, 1))


_NOBODY = _Weighed(0, 0, 0, 0, 0)


class Centres:
    """The middles of neighbourhoods and areas. Everything is read once, when first asked for.

    Args:
        store: The figures.
        gazetteer: The areas.

    Example:
        >>> from levelling.atlas import Atlas
        >>> atlas = Atlas.open()
        >>> centres = Centres(atlas.store, atlas.gazetteer)
        >>> centres.neighbourhood("E01000001")
        Centre(latitude=51.518, longitude=-0.0968, spread=0.3)
        >>> centre = centres.area(atlas.area("Hartlepool"))
        >>> 54.6 < centre.latitude < 54.8, -1.3 < centre.longitude < -1.1, centre.spread < 5
        (True, True, True)
    """

    def __init__(self, store: Store, gazetteer: Gazetteer) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._weighed: dict[Level, dict[str, _Weighed]] = {}

    def neighbourhood(self, code: str) -> Centre | None:
        """The middle of an LSOA, data zone or super output area, by its code; `None` where there is none of this code."""
        found = self._points.get(code)
        return Centre(found[0] / _UNITS, found[1] / _UNITS, found[2] / 10) if found else None

    def area(self, area: Area) -> Centre | None:
        """The middle of the people of an area; `None` where no neighbourhoods are known to lie in it.

        Local authorities and travel-to-work areas are added up from their neighbourhoods, everything else from its authorities.
        """
        if area.level in _COLUMNS:
            weighed = self._sums(area.level).get(area.code, _NOBODY)
        else:
            sums = self._sums(Level.LAD)
            weighed = _NOBODY
            for member in self._gazetteer.members(area, Level.LAD):
                weighed += sums.get(member.code, _NOBODY)
        return weighed.centre() if weighed.people else None

    @cached_property
    def _points(self) -> dict[str, tuple[int, int, int]]:
        if not self._store.has(_TABLE):
            return {}
        sql = f"SELECT code, latitude, longitude, radius FROM {_TABLE}"
        return {code: (north, east, radius) for code, north, east, radius in self._store.query(sql)}

    def _sums(self, level: Level) -> dict[str, _Weighed]:
        if level not in self._weighed and self._store.has(_TABLE):
            column = _COLUMNS[level]
            # The bounds of travel-to-work areas are drawn with neighbourhoods of 2011; authorities have newer ones where redrawn.
            vintage = "s.vintage = 2011" if level is Level.TTWA else "(s.vintage = 2021 OR left(s.code, 1) NOT IN ('E', 'W'))"
            each = ("1", "p.latitude", "p.longitude", "p.latitude * p.latitude", "p.longitude * p.longitude")
            sums = ", ".join(f"sum(s.population::BIGINT * {what})::HUGEINT" for what in each)
            sql = f"SELECT s.{column}, {sums} FROM small_areas s JOIN {_TABLE} p USING (code) WHERE {vintage} GROUP BY 1"
            self._weighed[level] = {code: _Weighed(*map(int, rest)) for code, *rest in self._store.query(sql) if code}
        return self._weighed.get(level, {})
