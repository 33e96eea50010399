"""From longitude and latitude to the flat sheet of the National Grid.

The transverse Mercator projection with the National Grid's own numbers (Ordnance Survey, *A Guide to Coordinate Systems in
Great Britain*, annexes B and C). The shift between the satellite datum and the grid's own, about a hundred metres, is left
out: no map here shows it. Northern Ireland is drawn on the same sheet.
"""

import math

TOP = 1_075_000
"""The northing, in metres, of the upper edge of the sheet that shapes are drawn on: above Orkney."""

_MAJOR, _MINOR = 6377563.396, 6356256.909
_SCALE = 0.9996012717
_LAT0, _LON0 = math.radians(49.0), math.radians(-2.0)
_EAST0, _NORTH0 = 400_000.0, -100_000.0
_ECC = 1 - (_MINOR / _MAJOR) ** 2
_N = (_MAJOR - _MINOR) / (_MAJOR + _MINOR)


def to_grid(longitude: float, latitude: float) -> tuple[float, float]:
    """Easting and northing in metres, good to about a hundred metres anywhere in the UK.

    Args:
        longitude: Degrees east of Greenwich.
        latitude: Degrees north.

    Example:
        >>> east, north = to_grid(-2.0, 49.0)
        >>> round(east), round(north)
        (400000, -100000)
    """
    lat, lon = math.radians(latitude), math.radians(longitude) - _LON0
    sin, cos, tan = math.sin(lat), math.cos(lat), math.tan(lat)
    nu = _MAJOR * _SCALE / math.sqrt(1 - _ECC * sin * sin)
    rho = _MAJOR * _SCALE * (1 - _ECC) / (1 - _ECC * sin * sin) ** 1.5
    eta = nu / rho - 1
    t2 = tan * tan
    north = (
        _meridian(lat)
        + _NORTH0
        + nu / 2 * sin * cos * lon**2
        + nu / 24 * sin * cos**3 * (5 - t2 + 9 * eta) * lon**4
        + nu / 720 * sin * cos**5 * (61 - 58 * t2 + t2 * t2) * lon**6
    )
    east = (
        _EAST0
        + nu * cos * lon
        + nu / 6 * cos**3 * (nu / rho - t2) * lon**3
        + nu / 120 * cos**5 * (5 - 18 * t2 + t2 * t2 + 14 * eta - 58 * t2 * eta) * lon**5
    )
    return east, north


def _meridian(lat: float) -> float:
    minus, plus = lat - _LAT0, lat + _LAT0
    n2, n3 = _N**2, _N**3
    return (
        _MINOR
        * _SCALE
        * (
            (1 + _N + 1.25 * n2 + 1.25 * n3) * minus
            - (3 * _N + 3 * n2 + 21 / 8 * n3) * math.sin(minus) * math.cos(plus)
            + (15 / 8 * n2 + 15 / 8 * n3) * math.sin(2 * minus) * math.cos(2 * plus)
            - 35 / 24 * n3 * math.sin(3 * minus) * math.cos(3 * plus)
        )
    )
