"""Maps: areas filled by class, the place ringed, and hexagons with the number or letter of their class written in them."""

from functools import lru_cache

from levelling.plan.charts.kinds import Map, Tile
from levelling.plan.charts.shapes import ink, letter, shade
from levelling.plan.charts.svg import escape, frame, num, text

HALF, THIRD = 6, 7
"""Half a hexagon's width, and a quarter of the full turn of its height: 12 wide and 14 high is as equal as whole numbers get."""
_FILLS = {"ordered": "b", "kinds": "k", "pair": "p"}


def draw(chart: Map) -> str:
    """The drawing. The place is drawn last, outlined, so that its border is whole."""
    count = len(chart.bands)
    others = [_tile(tile, chart.palette, count) for tile in chart.tiles if not tile.here]
    here = [_tile(tile, chart.palette, count) for tile in chart.tiles if tile.here]
    parts = [_inset(chart), "".join(others), f'<g class="place">{"".join(here)}</g>']
    if chart.marker is not None:
        x, y, radius = chart.marker
        parts.append(f'<circle class="ring" cx="{num(x)}" cy="{num(y)}" r="{num(radius)}"/>')
    if chart.labels:
        # Lettering is sized to what is shown, a town or a county.
        lettering = "".join(text(x, y, words, "label", "middle") for words, x, y in chart.labels)
        parts.append(f'<g font-size="{num(chart.box[2] / 26)}">{lettering}</g>')
    return frame(chart.id, chart.title, chart.description, chart.box, "".join(parts), f"map {chart.kind}")


def fill(band: int | None, palette: str, count: int) -> str:
    """The class that colours an area.

    Example:
        >>> fill(1, "ordered", 2), fill(None, "pair", 9)
        ('b4', 'bnone')
    """
    return "bnone" if band is None else f"{_FILLS[palette]}{shade(band, palette, count)}"


@lru_cache(maxsize=4096)
def _tile(tile: Tile, palette: str, count: int) -> str:
    number = ""
    if tile.at is not None and tile.band is not None:
        x, y = tile.at
        number = text(x, y + 2.4, letter(tile.band, palette), ink(tile.band, palette, count))
    return f'<path class={fill(tile.band, palette, count)} d="{tile.path}"><title>{escape(tile.name)}</title></path>{number}'


def _inset(chart: Map) -> str:
    if chart.inset is None:
        return ""
    left, top, width, height = (num(part) for part in chart.inset)
    return f'<rect class="inset" x="{left}" y="{top}" width="{width}" height="{height}"/>'


def hexagon(column: int, row: int) -> tuple[str, float, float]:
    """A hexagon's path and its middle.

    Args:
        column: Place across, in half widths.
        row: Place down.

    Example:
        >>> hexagon(0, 0)
        ('M6 0l6 3.5v7l-6 3.5l-6-3.5v-7z', 6, 7.0)
    """
    x, y = column * HALF + HALF, row * 1.5 * THIRD
    return f"M{x} {num(y)}l6 3.5v7l-6 3.5l-6-3.5v-7z", x, y + THIRD
