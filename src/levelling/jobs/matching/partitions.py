"""The country cut into partitions, each matched by itself: the people of a tile, and every vacancy any of them might reach.

People are put in classes by how far they can travel, and each class has tiles as wide as its farthest reach, so that somebody on
foot is not held against a whole region. What lies around a tile holds every place within reach and some beyond; the kernel then
checks the distance of each pair. Work from home is a partition of its own that everybody is matched with.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from levelling.jobs.matching.arrays import Array, People, Vacancies

DEGREE = 111.0
"""Kilometres of a degree of latitude, rounded down, so that what lies around a tile is never too small."""
ROUNDING = 0.05
"""Kilometres: a distance is told in whole 100 m, so that what lies half as far beyond a reach still counts as within it."""
NARROWEST = 4.0
"""Kilometres: side of the smallest tiles."""
WIDEST = 512.0
"""Kilometres of reach from which everybody is one partition, the whole country."""
NEAR_A_POLE = 89.0
"""Degrees of latitude beyond which what lies around a place may lie across the pole."""
FINER = 4
"""How many times finer what lies around a tile is looked up: the finer, the less lies there beyond reach."""
FROM_HOME = 1_000
"""Vacancies for work from home that are one partition, when each is matched with everybody."""


@dataclass(frozen=True, slots=True)
class Partition:
    """One piece of the work.

    Attributes:
        who: Rows of people.
        near: Rows of vacancies, by kind, then quality (best first), then rank.
    """

    who: Array
    near: Array


@dataclass(frozen=True)
class Grid:
    """Points by tile: rows of equal latitude, cut into tiles that are as wide there.

    Attributes:
        side: Kilometres of a tile's side.
        latitude: Degrees, one for each point.
        longitude: Degrees.
        rows: What each point is called by whoever asks.
    """

    side: float
    latitude: Array
    longitude: Array
    rows: Array

    @classmethod
    def of(cls, side: float, degrees: tuple[Array, Array], rows: Array) -> "Grid":
        """The points of some rows, out of the latitudes and longitudes of all."""
        latitude, longitude = degrees
        return cls(side, latitude[rows], longitude[rows], rows)

    def row_of(self, latitude: Array | float) -> Array:
        """The row of tiles that a latitude lies in."""
        return np.floor(np.asarray(latitude) * DEGREE / self.side).astype(np.int64)

    def column_of(self, row: Array | int, longitude: Array | float) -> Array:
        """The tile within its row that a longitude lies in."""
        return np.floor(np.asarray(longitude) * DEGREE * _shrink(row, self.side) / self.side).astype(np.int64)

    @cached_property
    def _sorted(self) -> tuple[Array, Array]:
        row = self.row_of(self.latitude)
        code = _code(row, self.column_of(row, self.longitude))
        order = np.argsort(code, kind="stable")
        return code[order], order

    def tiles(self) -> Iterator[Array]:
        """The places (not the names) of the points of each tile that holds any, in a fixed order."""
        code, order = self._sorted
        if len(code):
            starts = np.flatnonzero(np.concatenate(([True], code[1:] != code[:-1])))
            yield from np.split(order, starts[1:])

    def around(self, latitude: Array, longitude: Array, km: float) -> Array:
        """Every point within `km` of any of the given ones, and some more beyond."""
        code, order = self._sorted
        margin = (km + ROUNDING) / DEGREE * 1.01
        south, north = float(latitude.min()) - margin, float(latitude.max()) + margin
        farthest = max(abs(south), abs(north))
        shrink = math.cos(math.radians(min(NEAR_A_POLE, farthest)))
        west, east = float(longitude.min()) - margin / shrink, float(longitude.max()) + margin / shrink
        if farthest > NEAR_A_POLE or west < -180 or east > 180:
            return self.rows  # tiles end at the poles and the date line; what is near may lie across
        rows = np.arange(int(self.row_of(south)), int(self.row_of(north)) + 1)
        first: Array = np.searchsorted(code, _code(rows, self.column_of(rows, west)), "left")
        last: Array = np.searchsorted(code, _code(rows, self.column_of(rows, east)), "right")
        found = [order[begin:end] for begin, end in zip(first.tolist(), last.tolist(), strict=True)]
        return self.rows[np.concatenate(found)]


def _shrink(row: Array | int, side: float) -> Array:
    """How much narrower a degree of longitude is in a row of tiles."""
    middle = (np.asarray(row) + 0.5) * side / DEGREE
    return np.cos(np.radians(np.clip(middle, -NEAR_A_POLE, NEAR_A_POLE)))


def _code(row: Array | int, column: Array | int) -> Array:
    return np.asarray(row) * np.int64(1 << 24) + np.asarray(column)


def partitions(people: People, vacancies: Vacancies) -> Iterator[Partition]:
    """Every partition of places: in each, people and the vacancies they might reach. Nobody is in two of them."""
    placed, located = _placed(people), _located(vacancies)
    if not len(located):
        return
    home, work = _degrees(people.xyz), _degrees(vacancies.xyz)
    places = _places_in_order(vacancies)
    for low, high in _classes(people.reach, placed):
        who = np.flatnonzero(placed & (people.reach > low) & (people.reach <= high))
        if high >= WIDEST:
            yield Partition(who, _ordered(located, places))
            continue
        homes, works = Grid.of(high, home, who), Grid.of(high / FINER, work, located)
        for tile in homes.tiles():
            rows = who[tile]
            near = works.around(homes.latitude[tile], homes.longitude[tile], float(people.reach[rows].max()))
            if len(near):
                yield Partition(rows, _ordered(near, places))


def rounds_of_vacancies(people: People, vacancies: Vacancies) -> Iterator[Iterator[Partition]]:
    """Every partition the other way round: in each, vacancies and everybody who might reach one of them.

    They come in rounds, one for each class of people, and the last for work from home. No vacancy is twice in one round.
    """
    placed, located = _placed(people), _located(vacancies)
    home, work = _degrees(people.xyz), _degrees(vacancies.xyz)
    places = _places_in_order(vacancies)
    for low, high in _classes(people.reach, placed):
        who = np.flatnonzero(placed & (people.reach > low) & (people.reach <= high))
        side, farthest = min(high, WIDEST), float(people.reach[who].max())
        yield _of_vacancies(Grid.of(side, work, located), Grid.of(side / FINER, home, who), farthest, places)
    remote = _ordered(np.flatnonzero((vacancies.remote == 1) & (vacancies.open == 1)), places)
    everybody = np.arange(len(people.level))
    yield (Partition(everybody, remote[first : first + FROM_HOME]) for first in range(0, len(remote), FROM_HOME))


def _of_vacancies(works: Grid, homes: Grid, farthest: float, places: Array) -> Iterator[Partition]:
    """One round: tiles of vacancies, each with the people of a class around it."""
    for tile in works.tiles():
        near = homes.rows if farthest >= WIDEST else homes.around(works.latitude[tile], works.longitude[tile], farthest)
        if len(near):
            yield Partition(near, _ordered(works.rows[tile], places))


def from_home(people: People, vacancies: Vacancies, *, size: int = 50_000) -> Iterator[Partition]:
    """The partitions of work from home: some people, and every vacancy that can be done from anywhere."""
    near = np.flatnonzero((vacancies.remote == 1) & (vacancies.open == 1))
    if not len(near):
        return
    near = _ordered(near, _places_in_order(vacancies))
    for first in range(0, len(people.level), size):
        yield Partition(np.arange(first, min(first + size, len(people.level))), near)


def _placed(people: People) -> Array:
    """Who lives at a known place and can travel."""
    return ~np.isnan(people.xyz[:, 0]) & (people.reach >= 0)


def _located(vacancies: Vacancies) -> Array:
    """Rows of the open vacancies that somebody has to travel to."""
    return np.flatnonzero(~np.isnan(vacancies.xyz[:, 0]) & (vacancies.remote == 0) & (vacancies.open == 1))


def _places_in_order(vacancies: Vacancies) -> Array:
    """The place of every vacancy in the order by kind, quality (best first) and rank."""
    order = np.lexsort((vacancies.rank, -vacancies.quality.astype(np.int32), vacancies.kind))
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    return places


def _ordered(rows: Array, places: Array) -> Array:
    return rows[np.argsort(places[rows])].astype(np.int32)


def _classes(reach: Array, placed: Array) -> list[tuple[float, float]]:
    """Bounds of the classes of reach that hold anybody: over the first, up to the second."""
    bounds, low = [], -1.0
    high = NARROWEST
    while low < WIDEST:
        top = high if high < WIDEST else math.inf
        if (placed & (reach > low) & (reach <= top)).any():
            bounds.append((low, top))
        low, high = high, high * 2
    return bounds


def _degrees(xyz: Array) -> tuple[Array, Array]:
    return np.degrees(np.arcsin(np.clip(xyz[:, 2], -1, 1))), np.degrees(np.arctan2(xyz[:, 1], xyz[:, 0]))
