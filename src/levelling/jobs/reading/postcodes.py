"""A user's own table of postcodes: read once from end to end, and only what is asked for is kept.

No table ships with the package: the whole directory is large, and Northern Ireland's part has terms of its own. The ONS Postcode
Directory, the National Statistics Postcode Lookup and OS Code-Point Open can all be used as they are downloaded (CSV).
"""

import csv
from collections.abc import Collection, Iterator
from math import cos, hypot, radians
from pathlib import Path

from levelling.atlas.centres import KM_A_DEGREE
from levelling.atlas.grid import to_grid
from levelling.atlas.locate import in_the_uk
from levelling.core.errors import UserError
from levelling.jobs.person import Point
from levelling.jobs.reading.columns import headings_of
from levelling.jobs.reading.places import as_postcode
from levelling.jobs.reading.streams import Source, TooLong, lines

_WHAT = "table of postcodes"
_ADVICE = "It needs a column of postcodes and either latitude and longitude or eastings and northings."


def look_up(path: Path | None, wanted: Collection[str]) -> dict[str, Point]:
    """The points of postcodes and postcode sectors.

    A sector lies at the mean of its postcodes, with their root mean square distance from it as its blur.

    Args:
        path: The table, as CSV, packed with gzip or not; nothing is found where there is none.
        wanted: Postcodes and sectors as `as_postcode` writes them.

    Raises:
        UserError: The table cannot be read, or has no columns that are known.
    """
    if path is None or not wanted:
        return {}
    sectors = {code for code in wanted if code[-1:].isdigit()}
    points: dict[str, Point] = {}
    sums: dict[str, list[float]] = {sector: [0.0] * 5 for sector in sectors}
    for postcode, north, east in _rows(Source(path, _WHAT)):
        if postcode in wanted:
            points[postcode] = Point(north, east, 0.0, postcode)
        if (sector := postcode[:-2]) in sums:
            for at, amount in enumerate((1.0, north, east, north * north, east * east)):
                sums[sector][at] += amount
    for sector, (count, north, east, up, across) in sums.items():
        if count:
            north, east = north / count, east / count  # noqa: PLW2901 - sums become means
            spread = hypot(
                max(0.0, up / count - north**2) ** 0.5, max(0.0, across / count - east**2) ** 0.5 * cos(radians(north))
            )
            points[sector] = Point(round(north, 6), round(east, 6), round(KM_A_DEGREE * spread, 1), sector)
    return points


def why_missing(path: Path | None) -> tuple[str, str]:
    """Why a postcode has no point, and what to do about it."""
    if path is not None:
        return "it is not in the table of postcodes", ""
    advice = "Name one with postcodes=, or give coordinates, an LSOA or an authority."
    return "it cannot be looked up without a table of postcodes", advice


def _rows(source: Source) -> Iterator[tuple[str, float, float]]:
    reader = csv.reader(line for line in lines(source.chunks()) if not isinstance(line, TooLong))
    first = next(reader, None)
    if first is None:
        raise UserError(f"The {_WHAT} {source.path} is empty.", _ADVICE)
    at: dict[str, int] = {}
    for name, ours in headings_of(first, "postcodes").ours.items():
        at.setdefault(ours, first.index(name))
    if "postcode" in at and {"latitude", "longitude"} <= at.keys():
        places, grid = (at["postcode"], at["latitude"], at["longitude"]), False
    elif "postcode" in at and {"easting", "northing"} <= at.keys():
        places, grid = (at["postcode"], at["easting"], at["northing"]), True
    elif len(first) >= 4 and as_postcode(first[0]) and first[2].isdigit() and first[3].isdigit():
        places, grid = (0, 2, 3), True  # Code-Point Open has no headings
        if (row := _row(first, places, grid=grid)) is not None:
            yield row
    else:
        raise UserError(f"The {_WHAT} {source.path} has no columns that are known.", _ADVICE)
    try:
        for cells in reader:
            if (row := _row(cells, places, grid=grid)) is not None:
                yield row
    except csv.Error as error:
        raise UserError(f"The {_WHAT} {source.path} is no table: {error}.", _ADVICE) from error


def _row(cells: list[str], places: tuple[int, int, int], *, grid: bool) -> tuple[str, float, float] | None:
    try:
        postcode, first, second = (cells[place] for place in places)
        one, two = float(first), float(second)
    except (IndexError, ValueError):
        return None
    north, east = from_grid(one, two) if grid else (one, two)
    # The directory gives the North Pole to postcodes whose point is not known.
    return (as_postcode(postcode), north, east) if in_the_uk(north, east) else None


def from_grid(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude of a place on the National Grid, good to about a hundred metres.

    The way to the grid (`atlas.grid`) is turned round by steps, each of which mends what the last left.

    Example:
        >>> north, east = from_grid(*to_grid(-1.21, 54.69))
        >>> round(north, 4), round(east, 4)
        (54.69, -1.21)
    """
    north, east = 54.0, -2.0
    for _ in range(8):
        x, y = to_grid(east, north)
        north += (northing - y) / (1000 * KM_A_DEGREE)
        east += (easting - x) / (1000 * KM_A_DEGREE * cos(radians(north)))
        if not -90 < north < 90:
            return 0.0, 0.0
    return north, east
