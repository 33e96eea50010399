"""The kinds of chart, as plain data: what is to be drawn, not how."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dot:
    """A value on a strip, with its interval where there is one.

    Attributes:
        name: Whose it is.
        value: The value.
        lower: Lower end of its interval.
        upper: Upper end.
        role: `place`, `uk`, `nation`, `region`, `neighbours` or `area`: it gives the shape.
    """

    name: str
    value: float
    lower: float | None
    upper: float | None
    role: str


@dataclass(frozen=True, slots=True)
class Strip:
    """Where a place stands among all places of its kind, on one line.

    Attributes:
        id: Its place in the page; the drawing's own ids begin with it.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        spread: The values of all places, in any order.
        dots: The place and what it is held against.
        unit: The unit of the axis.
        decimals: How many decimals the axis may have.
    """

    id: str
    title: str
    description: str
    spread: tuple[float, ...]
    dots: tuple[Dot, ...]
    unit: str
    decimals: int


@dataclass(frozen=True, slots=True)
class Point:
    """A value at a moment, in decimal years."""

    year: float
    value: float
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A series through time. `role` gives its stroke, as a `Dot`'s gives its shape."""

    name: str
    role: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Series through time.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        lines: The series, the place's own last so that it lies on top.
        breaks: When the series changed its meaning, in decimal years.
        unit: The unit of the upright axis.
        decimals: How many decimals the axis may have.
        level: A value to mark across the whole chart, such as 100 for an index; `None` for none.
        wide: Whether it stands alone and is drawn wide.
    """

    id: str
    title: str
    description: str
    lines: tuple[Line, ...]
    breaks: tuple[float, ...]
    unit: str
    decimals: int
    level: float | None = None
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a scatter."""

    name: str
    across: float
    up: float
    role: str = ""


@dataclass(frozen=True, slots=True)
class Scatter:
    """Places by two measures.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        spots: The places.
        across: What is measured across.
        up: What is measured upwards.
        level: The value to mark on both axes.
        corners: What each corner means: upper left, upper right, lower left, lower right.
    """

    id: str
    title: str
    description: str
    spots: tuple[Spot, ...]
    across: str
    up: str
    level: float
    corners: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Tile:
    """An area on a map.

    Attributes:
        name: Its name.
        path: How it is drawn, in the map's units.
        band: Which class it is in, from 0; `None` for no figure.
        here: Whether it is the place, or a part of it.
        at: Where to write the number of its class; `None` to leave it out.
    """

    name: str
    path: str
    band: int | None
    here: bool = False
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Map:
    """Areas filled by class.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        tiles: The areas.
        bands: What each class is, lowest first, for the key.
        box: Left, top, width and height of what is shown, in the map's units.
        marker: Middle and radius of a ring around the place, where it is too small to see; `None` for none.
        inset: Left, top, width and height of a box around what was moved; `None` for none.
        labels: Names to write on the map, with where.
        wide: How wide it is beside the others: `whole`, `close` or `hexes`.
    """

    id: str
    title: str
    description: str
    tiles: tuple[Tile, ...]
    bands: tuple[str, ...]
    box: tuple[float, float, float, float]
    marker: tuple[float, float, float] | None = None
    inset: tuple[float, float, float, float] | None = None
    labels: tuple[tuple[str, float, float], ...] = ()
    kind: str = "whole"


Chart = Strip | Lines | Scatter | Map
