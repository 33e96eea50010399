"""From figures and maps to one predictor of every area.

Figures that are published for local authorities only are averaged over people for an ITL3 area, where nine tenths of its people
or more have one.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Protocol

from levelling.atlas.reading import Figures
from levelling.atlas.shapes import Shapes
from levelling.challenge.kinds import Settlement, kinds
from levelling.challenge.predictors.families import Made, Predictor
from levelling.core.area import Area, Level

LONDON = "E09000001"
"""The City of London: distance from London is from here."""
UK = "K02000001"
MOST = 0.9
"""The share of an area's people for whom there must be a figure."""


class Mapped(Figures, Protocol):
    """What this analysis reads: figures, and where places lie."""

    @property
    def shapes(self) -> Shapes:
        """Where places lie."""
        ...


class Reader:
    """Reads predictors for the areas of one level.

    Args:
        atlas: Where figures and shapes are read.
        level: Local authorities or ITL3 areas.
        areas: The areas of the level.
    """

    def __init__(self, atlas: Mapped, level: Level, areas: Sequence[Area]) -> None:
        self._atlas = atlas
        self._areas = areas
        self._where = {code: (shape.x, shape.y) for code, shape in atlas.shapes.boundaries.items()}
        self._inside = {} if level == Level.LAD else {area.code: atlas.gazetteer.members(area, Level.LAD) for area in areas}
        self._rows: dict[tuple[str, str, Sequence[str]], dict[str, list[float]]] = {}

    def values(self, item: Predictor, periods: Sequence[str]) -> Mapping[str, float]:
        """One predictor of every area that has it. Of several periods, an area's is the first that it has."""
        found: dict[str, float] = {}
        for period in periods or [""]:
            found = {**self._made(item, period), **found}
        if not self._inside:
            return found
        own = {code: found[code] if code in found else averaged(inside, found) for code, inside in self._inside.items()}
        return {code: value for code, value in own.items() if value is not None}

    def points(self) -> Mapping[str, tuple[float, float]]:
        """Where each area lies, in kilometres: of several authorities, the middle of their people."""
        if not self._inside:
            return {area.code: self._where.get(area.code, (0.0, 0.0)) for area in self._areas}
        found = {}
        for code, inside in self._inside.items():
            people = [(member.population or 0, self._where[member.code]) for member in inside if member.code in self._where]
            whole = sum(count for count, _ in people) or 1
            x, y = (math.fsum(count * point[axis] for count, point in people) / whole for axis in (0, 1))
            found[code] = (x, y)
        return found

    def _made(self, item: Predictor, period: str) -> Mapping[str, float]:
        match item.made:
            case Made.COAST:
                return {code: float(kind.coastal) for code, kind in kinds(self._atlas).kinds.items()}
            case Made.LONDON:
                return {code: math.log1p(math.dist(point, self._where[LONDON])) for code, point in self._where.items()}
            case Made.CITY:
                return self._from_city()
            case Made.SHARE:
                return self._answers(item, period) if item.slug == "highest-qualification" else self._shares(item, period)
            case Made.SPECIALISED:
                return specialised(self._parts(item, period))
        column = self._atlas.store.column(item.slug, item.categories[0] if item.categories else "", period)
        return {code: figure.value for code, figure in column.items() if figure.value is not None}

    def _from_city(self) -> dict[str, float]:
        """The logarithm of the kilometres to the middle of the nearest city; 0 in one."""
        own = {code for code, kind in kinds(self._atlas).kinds.items() if kind.settlement == Settlement.CITY}
        cities = [point for code, point in self._where.items() if code in own]
        found = {}
        for code, (x, y) in self._where.items():
            squared = min(((x - east) ** 2 + (y - south) ** 2 for east, south in cities), default=0.0)
            found[code] = 0.0 if code in own else math.log1p(math.sqrt(squared))
        return found

    def _parts(self, item: Predictor, period: str) -> dict[str, list[float]]:
        """The categories of each area that has them all; a withheld one is not nought, so the area is left out."""
        key = (item.slug, period, item.over)
        if key not in self._rows:
            columns = [self._atlas.store.column(item.slug, name, period) for name in item.over]
            rows = {code: [column[code].value for column in columns if code in column] for code in columns[0]}
            full = {code: [value for value in row if value is not None] for code, row in rows.items()}
            self._rows[key] = {code: row for code, row in full.items() if len(row) == len(item.over) and sum(row) > 0}
        return self._rows[key]

    def _shares(self, item: Predictor, period: str) -> dict[str, float]:
        picked = [item.over.index(name) for name in item.categories]
        return {code: 100 * sum(row[at] for at in picked) / sum(row) for code, row in self._parts(item, period).items()}

    def _answers(self, item: Predictor, period: str) -> dict[str, float]:
        """A share of the survey's answers that are given: small grades that are withheld are few people, and left out."""
        columns = {name: self._atlas.store.column(item.slug, name, period) for name in item.over}
        shares = {}
        for code, figure in columns[item.categories[0]].items():
            given = [value for column in columns.values() if code in column and (value := column[code].value) is not None]
            if figure.value is not None and sum(given) > 0:
                shares[code] = 100 * figure.value / sum(given)
        return shares


def averaged(inside: Sequence[Area], found: Mapping[str, float]) -> float | None:
    """The mean over people of the authorities in an area; `None` where under nine tenths of its people have a figure."""
    people = [(area.population or 0, found.get(area.code)) for area in inside]
    whole, known = sum(count for count, _ in people), sum(count for count, value in people if value is not None)
    if not whole or known < MOST * whole:
        return None
    return math.fsum(count * value for count, value in people if value is not None) / known


def specialised(rows: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """How far each place's mix is from the UK's: half the sum of the differences of shares, 0 (the same) to 100 (wholly other).

    Krugman, P. (1991), Geography and Trade, MIT Press; halved, so that it is the share of output that would have to change.

    Example:
        >>> specialised({"K02000001": [50.0, 50.0], "E06000001": [8.0, 2.0]})["E06000001"]
        30.0
    """
    uk = rows.get(UK)
    if uk is None:
        return {}
    norm = [value / sum(uk) for value in uk]
    found = {}
    for code, row in rows.items():
        whole = sum(row)
        found[code] = round(50 * math.fsum(abs(value / whole - usual) for value, usual in zip(row, norm, strict=True)), 9)
    return found
