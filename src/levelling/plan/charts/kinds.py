"""The kinds of chart, as plain data: what is to be drawn, not how."""

from dataclasses import dataclass

from levelling.plan.charts.boxes import Diagram


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
        nought: Whether the upright axis begins at nought.
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
    nought: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a scatter.

    Attributes:
        name: Its name.
        across: Its value across.
        up: Its value upwards.
        role: `place` for the one the page is about; `named` for one that bears its name among the others; empty for the others.
        band: Its class from 0, where the places are of several kinds: it gives the shape and the colour.
    """

    name: str
    across: float
    up: float
    role: str = ""
    band: int | None = None


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
        level: The value to mark on both axes, or across where `level_up` is given.
        corners: What each corner means: upper left, upper right, lower left, lower right.
        level_up: The value to mark upwards, where it is another; `None` where it is the same.
        bands: What each class of spot is, for the key; empty where there are none.
        decimals: How many decimals the axes may have.
    """

    id: str
    title: str
    description: str
    spots: tuple[Spot, ...]
    across: str
    up: str
    level: float
    corners: tuple[str, str, str, str]
    level_up: float | None = None
    bands: tuple[str, ...] = ()
    decimals: int = 0


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
        kind: How wide it is beside the others: `whole`, `close` or `hexes`.
        palette: `ordered` for classes from low to high; `kinds` for classes without an order (each has its colour and its
            number or letter); `pair` for two ordered measures crossed, three by three, row by row from low-low: class
            `3 * first + second`, each measure from 0 to 2.
        axes: What the two measures of a `pair` are: the first (upwards in the key) and the second (across).
        caption: What is written under it; its title where empty.
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
    palette: str = "ordered"
    axes: tuple[str, str] | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Range:
    """A value with how far it may lie, on a line of its own. `role` gives its shape, as a `Dot`'s does.

    Attributes:
        name: Whose it is, written before the line.
        value: The value; `None` where only the ends are known.
        lower: Lower end; `None` where no interval is known.
        upper: Upper end.
        role: `place`, `uk`, `nation`, `region`, `neighbours` or `area`.
        shown: The value as it is written at the end of the line; empty for none.
    """

    name: str
    value: float | None
    lower: float | None
    upper: float | None
    role: str = "area"
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Values with their intervals, one under another: ranks, gaps between groups, what goes with growth.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        rows: From top to bottom.
        unit: What the axis measures.
        decimals: How many decimals the axis may have.
        level: A value to mark through all rows, such as 0 for no difference; `None` for none.
        ends: The ends of the axis, where they are given, such as 1 and 361 for ranks; a first end above the second turns it.
    """

    id: str
    title: str
    description: str
    rows: tuple[Range, ...]
    unit: str
    decimals: int
    level: float | None = None
    ends: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """An amount, drawn from nought. `role` as a `Dot`'s; `modelled` is hatched."""

    name: str
    value: float
    role: str = "area"
    shown: str = ""
    modelled: bool = False
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Amounts one under another.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        rows: From top to bottom.
        unit: What the axis measures.
        decimals: How many decimals the axis may have.
        level: A value to mark through all rows, such as 100 for an index; `None` for none.
    """

    id: str
    title: str
    description: str
    rows: tuple[Bar, ...]
    unit: str
    decimals: int
    level: float | None = None


@dataclass(frozen=True, slots=True)
class Stack:
    """Parts of a whole: one bar a row, its parts in order, each with its name and size beside it.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        rows: Name of each bar, with its parts; the parts of a row add up to its whole.
        unit: What the parts are counted in.
    """

    id: str
    title: str
    description: str
    rows: tuple[tuple[str, tuple[Bar, ...]], ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Moment:
    """What may be at a moment: the middle, the inner half and the outer nine tenths of the outcomes."""

    year: float
    middle: float
    inner: tuple[float, float]
    outer: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fan:
    """What was, then what may come: never a line alone.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        past: What was published.
        moments: What may come, from the last published value on.
        unit: The unit of the upright axis.
        decimals: How many decimals the axis may have.
        before: Without the shock, where that is drawn beside it; empty for none.
    """

    id: str
    title: str
    description: str
    past: tuple[Point, ...]
    moments: tuple[Moment, ...]
    unit: str
    decimals: int
    before: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """Running shares of one thing against running shares of another, both in percent, with the line on which they are equal.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        points: From nought and nought to a hundred and a hundred: across, and upwards.
        across: What is shared across.
        up: What is shared upwards.
        above: What it means to lie above the straight line.
        below: What it means to lie below it.
    """

    id: str
    title: str
    description: str
    points: tuple[tuple[float, float], ...]
    across: str
    up: str
    above: str
    below: str


Chart = Strip | Lines | Scatter | Map | Ranges | Bars | Stack | Fan | Curve | Diagram
