"""Keys: what the shapes, colours, letters and hatching of a drawing mean. Written under it, never left to colour alone."""

from collections.abc import Iterable, Sequence

from levelling.plan.charts.boxes import Diagram
from levelling.plan.charts.kinds import Bars, Chart, Fan, Map, Scatter
from levelling.plan.charts.maps import fill
from levelling.plan.charts.shapes import BAND_SHAPES, ROLES, ink, letter, standing
from levelling.plan.charts.svg import escape

SHAPES = {
    "spread": '<path class="spread" d="M2 14v-5M6 14v-9M10 14v-11M14 14v-6"/>',
    "reach": '<path class="reach" d="M1 8h14M1 4v8M15 4v8"/>',
    "bar": '<path class="amount" d="M0 4h16v8H0z"/>',
    "bar-place": '<path class="amount own" d="M0 4h16v8H0z"/>',
    "modelled": '<path class="amount" d="M0 3h16v10H0z"/><path class="hatched" d="M0 3h16v10H0z"/>',
    "beyond": '<path class="beyond" d="M8 2l6 11H2z"/>',
    "fan-past": '<path class="fan-past" d="M0 8h16"/>',
    "fan-middle": '<path class="fan-middle" d="M0 8h16"/>',
    "fan-before": '<path class="fan-before" d="M0 8h16"/>',
    "fan-inner": '<path class="fan-inner" d="M1 2h14v12H1z"/>',
    "fan-outer": '<path class="fan-outer" d="M1 2h14v12H1z"/>',
    **{f"arrow-{kind}": f'<path class="arrow {kind}" d="M0 8h16"/>' for kind in ("more", "less", "nothing", "unknown")},
    **{role: standing(role, 8, 8) for role in ROLES},
    **{
        f"line-{role}": f'<path class="line {role}" d="M0 8h16"/>'
        for role in ("place", "uk", "nation", "region", "area", "neighbours", "income", "level")
    },
    **{f"band-{band}": f'<path class="spot k{band}" d="M8 8{shape}"/>' for band, shape in enumerate(BAND_SHAPES)},
}
"""Every small shape a key or a sentence may show, on a square of sixteen."""

PATTERNS = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0v5" stroke="#fff" stroke-width="4.4"/></pattern>'
    '<pattern id="blank" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0h4v4H0z" fill="#fff"/><path d="M0 0v4" stroke="#9aa1a9"/></pattern></defs>'
)
"""Stripes laid over what is modelled, and what fills areas without a figure."""


def key_to(charts: Sequence[Chart]) -> str:
    """The key of what is drawn: of the maps once, and of each drawing that needs one."""
    maps = [chart for chart in charts if isinstance(chart, Map)]
    keys = [_of_map(maps[0])] if maps else []
    for chart in charts:
        match chart:
            case Scatter() if chart.bands:
                keys.append(_listed((f"band-{band % len(BAND_SHAPES)}", words) for band, words in enumerate(chart.bands)))
            case Fan():
                keys.append(_listed(_of_fan(chart)))
            case Bars() if any(row.modelled for row in chart.rows):
                keys.append(_listed([("bar", "published"), ("modelled", "modelled")]))
            case Diagram():
                keys.append(_listed(_of_diagram(chart)))
            case _:
                pass
    return "".join(keys)


_SIGNS = {
    "+": ("more", "+: more of one, more of the other"),
    "-": ("less", "\u2212: more of one, less of the other"),
    "0": ("nothing", "0: no effect was found"),
    "?": ("unknown", "?: the direction is not known"),
}


def _of_diagram(chart: Diagram) -> Iterable[tuple[str, str]]:
    drawn = {arrow.sign for arrow in chart.arrows}
    return [(f"arrow-{kind}", words) for sign, (kind, words) in _SIGNS.items() if sign in drawn]


def _of_fan(chart: Fan) -> Iterable[tuple[str, str]]:
    if chart.past:
        yield "fan-past", "published"
    yield "fan-middle", "the middle of what may come"
    yield "fan-inner", "half of the outcomes"
    yield "fan-outer", "nine tenths of the outcomes"
    if chart.before:
        yield "fan-before", "without the shock"


def _listed(items: Iterable[tuple[str, str]]) -> str:
    shown = "".join(f"<li>{use(f'm-{shape}')}{escape(words)}</li>" for shape, words in items)
    return f'<ul class="key">{shown}</ul>'


def use(name: str) -> str:
    """A small shape of the page's sheet."""
    return f"<svg class=shape aria-hidden=true><use href=#{name} /></svg>"


def _of_map(chart: Map) -> str:
    items = "".join(f"<li>{_swatch(chart, band)}{escape(words)}</li>" for band, words in enumerate(chart.bands))
    none = ""
    if any(tile.band is None for tile in chart.tiles):
        none = '<li><svg viewBox="0 0 18 18" aria-hidden="true"><path class="bnone" d="M1 1h16v16H1z"/></svg>no figure</li>'
    square = _square(chart) if chart.palette == "pair" and len(chart.bands) == 9 else ""
    pair = " pair" if square else ""
    return f'{square}<ul class="key{pair}">{items}{none}</ul>'


def _swatch(chart: Map, band: int) -> str:
    count = len(chart.bands)
    return (
        f'<svg viewBox="0 0 18 18" aria-hidden="true"><path class="{fill(band, chart.palette, count)}" d="M0 0h18v18H0z"/>'
        f'<text class="{ink(band, chart.palette, count)}" x="9" y="13.2">{letter(band, chart.palette)}</text></svg>'
    )


def _square(chart: Map) -> str:
    """Nine colours, three by three: the first measure upwards, the second across."""
    cells = []
    for band in range(9):
        x, y = 30 * (band % 3), 60 - 30 * (band // 3)
        cells.append(
            f'<path class="{fill(band, "pair", 9)}" d="M{x} {y}h29v29h-29z"/>'
            f'<text class="{ink(band, "pair", 9)}" x="{x + 14.5}" y="{y + 20}">{band + 1}</text>'
        )
    up, across = (f"{words} \u2192" for words in chart.axes or ("first measure", "second measure"))
    return (
        f'<div class="square" aria-hidden="true"><span class="up">{escape(up)}</span>'
        f'<svg viewBox="0 0 89 89">{"".join(cells)}</svg><span class="across">{escape(across)}</span></div>'
    )
