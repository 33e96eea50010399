"""Shapes that tell things apart without colour: by whose a value is, and by which class a place is in."""

from levelling.plan.charts.svg import num

ROLES = ("place", "uk", "nation", "region", "neighbours", "area")
BAND_SHAPES = (
    "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z",
    "m-3.2-3.2h6.4v6.4h-6.4z",
    "m0-4.4l4.4 7.6h-8.8z",
    "m0-4.8l4.4 4.8l-4.4 4.8l-4.4-4.8z",
    "m-1.4-4.4h2.8v3h3v2.8h-3v3h-2.8v-3h-3v-2.8h3z",
    "m0 4.4l4.4-7.6h-8.8z",
    "m-4.2-2.4l1.8-1.8l2.4 2.4l2.4-2.4l1.8 1.8l-2.4 2.4l2.4 2.4l-1.8 1.8l-2.4-2.4l-2.4 2.4l-1.8-1.8l2.4-2.4z",
    "m-5-2h10v4h-10z",
    "m-2-5h4v10h-4z",
)
"""One shape a class: disc, square, triangle, diamond, cross, triangle down, saltire, bar, post."""


def mark(role: str, x: float, y: float) -> str:
    """The shape a comparator has on every drawing: told apart by form, not by colour.

    Example:
        >>> mark("uk", 10, 10)
        '<path class="mark" d="M10 3l5 7l-5 7l-5-7z"/>'
    """
    shape = {
        "uk": "l5 7l-5 7l-5-7z",
        "nation": "m-5 2h10v10h-10z",
        "region": "m0 1l6 11h-12z",
        "neighbours": "m-2 2h4v3h3v4h-3v3h-4v-3h-3v-4h3z",
    }.get(role, "m0 2a5 5 0 1 0 .1 0z")
    return f'<path class="mark" d="M{num(x)} {num(y - 7)}{shape}"/>'


def standing(role: str, x: float, y: float) -> str:
    """The shape of anything that may stand on a drawing, the place itself included.

    Example:
        >>> standing("place", 8, 8)
        '<circle class="here" cx="8" cy="8" r="6"/>'
    """
    return f'<circle class="here" cx="{num(x)}" cy="{num(y)}" r="6"/>' if role == "place" else mark(role, x, y)


def letter(band: int, palette: str) -> str:
    """What is written for a class: a letter where classes have no order, else its number from the lowest up.

    Example:
        >>> letter(2, "kinds"), letter(2, "ordered")
        ('C', '3')
    """
    return chr(ord("A") + band % 26) if palette == "kinds" else str(band + 1)


def ink(band: int, palette: str, count: int) -> str:
    """Whether dark or light letters are read on the colour of a class: class of the text."""
    light = {"kinds": (0, 2, 5, 8), "pair": (7, 8), "ordered": (3, 4, 5, 6)}[palette]
    return "light" if shade(band, palette, count) in light else "dark"


def shade(band: int, palette: str, count: int) -> int:
    """Which of a palette's colours a class has: a few ordered classes are spread over the whole run from pale to dark.

    Example:
        >>> [shade(band, "ordered", 3) for band in range(3)], shade(8, "kinds", 9)
        ([0, 2, 4], 8)
    """
    if palette != "ordered":
        return band % 9
    return round(band * 4 / (count - 1)) if 1 < count <= 5 else min(band, 6)
