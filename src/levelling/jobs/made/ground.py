"""Where made-up people live and made-up vacancies lie: neighbourhoods, by who is out of work there and who lives there."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import dist
from typing import TYPE_CHECKING

from levelling.atlas import Atlas
from levelling.atlas.centres import Centres
from levelling.core.area import Area, Level
from levelling.jobs.person import Point
from levelling.jobs.travel import EARTH, vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Whole = NDArray[np.int64]

_UNITS = 10_000
NEIGHBOURHOODS = {
    "E": ("employment-deprived-people-2025-england", 2021, False),
    "W": ("employment-deprivation-rate-2019-wales", 2011, True),
    "S": ("employment-deprived-people-2020-scotland", 2011, False),
    "9": ("employment-deprivation-rate-2017-northern-ireland", 2011, True),
}
"""Of each nation, by the letter its neighbourhoods begin with: the indicator, their year, and whether it is a rate."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Neighbourhoods, those of one authority together.

    Attributes:
        codes: Their codes.
        latitude: Degrees north of their middles.
        longitude: Degrees east.
        radius: Kilometres that a home may lie from the middle.
        out_of_work: People who are out of work against their will, for health or caring too, as the index of their nation counts.
        people: Who lives there.
        authorities: Codes of the authorities, in order.
        starts: Where each authority's neighbourhoods begin, and the end.
    """

    codes: tuple[str, ...]
    latitude: "Floats"
    longitude: "Floats"
    radius: "Floats"
    out_of_work: "Floats"
    people: "Floats"
    authorities: tuple[str, ...]
    starts: "Whole"

    def of(self, authority: int) -> slice:
        """The neighbourhoods of an authority, by its place."""
        return slice(int(self.starts[authority]), int(self.starts[authority + 1]))

    def point(self, cell: int) -> Point:
        """The middle of a neighbourhood, by its place, as people and vacancies have it."""
        return Point(float(self.latitude[cell]), float(self.longitude[cell]), float(self.radius[cell]), self.codes[cell])


def ground(atlas: Atlas, authorities: Sequence[str]) -> Ground:
    """The neighbourhoods of some authorities.

    Args:
        atlas: The figures.
        authorities: Their codes.
    """
    import numpy as np

    marks = ", ".join("?" for _ in authorities)
    rows = []
    for letter, (slug, vintage, is_rate) in NEIGHBOURHOODS.items():
        sql = (
            f"SELECT s.lad, s.code, p.latitude, p.longitude, p.radius, s.population, f.value FROM small_areas s "
            f"JOIN small_area_points p USING (code) "
            f"LEFT JOIN small_area_figures f ON f.area_code = s.code AND f.indicator = ? "
            f"WHERE s.vintage = ? AND left(s.code, 1) = ? AND s.lad IN ({marks})"
        )
        for *place, people, value in atlas.store.query(sql, [slug, vintage, letter, *authorities]):
            count = None if value is None else float(value) * (people / 100 if is_rate else 1)
            rows.append((*place, people, count))
    rows.sort(key=lambda row: row[:2])
    codes = sorted({row[0] for row in rows})
    people = np.array([row[5] for row in rows], dtype=np.float64)
    known = np.array([np.nan if row[6] is None else row[6] for row in rows], dtype=np.float64)
    starts = np.searchsorted([row[0] for row in rows], [*codes, "~"]).astype(np.int64)
    return Ground(
        codes=tuple(row[1] for row in rows),
        latitude=np.array([row[2] for row in rows]) / _UNITS,
        longitude=np.array([row[3] for row in rows]) / _UNITS,
        radius=np.array([row[4] for row in rows]) / 10,
        out_of_work=_filled(known, people, starts),
        people=people,
        authorities=tuple(codes),
        starts=starts,
    )


def around(atlas: Atlas, area: Area, within: float) -> tuple[str, ...]:
    """The authorities of an area and those whose people live, in the middle, within so many kilometres of one of its middles.

    Example:
        >>> atlas = Atlas.open()
        >>> near = around(atlas, atlas.area("Hartlepool"), 20)
        >>> [atlas.gazetteer.get(code).name for code in near]
        ['Hartlepool', 'Middlesbrough', 'Redcar and Cleveland', 'Stockton-on-Tees']
    """
    own = atlas.gazetteer.authorities(area)
    middles = _middles_of(atlas)
    mine = [middles[code] for code in own if code in middles]
    near = (code for code, middle in middles.items() if any(dist(middle, other) * EARTH <= within for other in mine))
    return tuple(sorted({*own, *near}))


def _middles_of(atlas: Atlas) -> dict[str, tuple[float, float, float]]:
    """The middle of each current authority's people on a sphere of radius 1, by code."""
    centres = Centres(atlas.store, atlas.gazetteer)
    found = {area.code: centres.area(area) for area in atlas.gazetteer.all(Level.LAD)}
    return {code: vector(Point(middle.latitude, middle.longitude)) for code, middle in found.items() if middle is not None}


def _filled(known: "Floats", people: "Floats", starts: "Whole") -> "Floats":
    """A neighbourhood without a figure has its authority's share of people; where that has none or nought, people alone count."""
    import numpy as np

    filled = known.copy()
    for start, end in pairwise(starts.tolist()):
        mine, living = known[start:end], people[start:end]
        has = ~np.isnan(mine)
        share = mine[has].sum() / living[has].sum() if has.any() and living[has].sum() else 0.0
        filled[start:end] = np.where(has, mine, living * share) if share > 0 else living
    return filled
