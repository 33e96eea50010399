"""Parts of a whole: one bar a row, each part with a letter that leads to its name and size under the bar."""

from collections.abc import Iterable

from levelling.plan.charts import rows
from levelling.plan.charts.bars import block
from levelling.plan.charts.kinds import Bar, Stack
from levelling.plan.charts.shapes import ink, letter
from levelling.plan.charts.svg import escape, num

_TALL, _ROOM = 34, 4.5
"""How tall a bar is, and how many percent of its width a letter needs."""
_PARTED = 3
"""From how many rows on parts that all rows share are named once, under all of them, with the sizes left to the table."""


def draw(chart: Stack) -> str:
    """The drawing. Parts that are modelled are hatched; a part too narrow for its letter is found by its order."""
    names = [tuple(part.name for part in parts) for _, parts in chart.rows]
    once = len(names) >= _PARTED and len(set(names)) == 1
    drawn = [_row(name, parts, listed=not once) for name, parts in chart.rows]
    if once:
        drawn.append(_parts([Bar(part.name, part.value, part.role, "", part.modelled) for part in chart.rows[0][1]]))
    if drawn and chart.unit:
        drawn.append(f'<p class="unit">{escape(chart.unit)}</p>')
    return rows.whole(chart.id, chart.title, chart.description, "stack", drawn)


def _row(name: str, parts: tuple[Bar, ...], *, listed: bool) -> str:
    whole = sum(max(part.value, 0.0) for part in parts)
    at, drawn = 0.0, []
    for place, part in enumerate(parts):
        width = 100 * max(part.value, 0.0) / whole if whole else 0.0
        drawn.append(_segment(place, part, at, width))
        at += width
    bar = f'<svg class="track" height="{_TALL}" aria-hidden="true">{"".join(drawn)}</svg>'
    heading = f'<span class="who"><span>{escape(name)}</span></span>' if name else ""
    return f'<div class="stacked">{heading}{bar}{_parts(parts) if listed else ""}</div>'


def _segment(place: int, part: Bar, at: float, width: float) -> str:
    drawn = block(at, width, f"part k{place % 9}", modelled=part.modelled, top=1, tall=_TALL - 2)
    if width < _ROOM:
        return drawn
    kind = f"{ink(place, 'kinds', 9)}{' haloed' if part.modelled else ''}"
    words = letter(place, "kinds")
    return f'{drawn}<text class="{kind}" x="{num(at + width / 2)}%" y="{_TALL / 2 + 5:g}" text-anchor="middle">{words}</text>'


def _parts(parts: Iterable[Bar]) -> str:
    items = "".join(
        f'<span class="part-name">{swatch(place, modelled=part.modelled)}<span>{escape(part.name)}'
        f"{' (modelled)' if part.modelled else ''}{f' <b>{escape(part.shown)}</b>' if part.shown else ''}</span></span>"
        for place, part in enumerate(parts)
    )
    return f'<div class="part-names">{items}</div>'


def swatch(place: int, *, modelled: bool) -> str:
    """The colour and letter of a part, for the list of its names."""
    hatch = '<rect class="hatched" width="18" height="18"/>' if modelled else ""
    kind = f"{ink(place, 'kinds', 9)}{' haloed' if modelled else ''}"
    return (
        f'<svg class="swatch" viewBox="0 0 18 18" aria-hidden="true"><rect class="k{place % 9}" width="18" height="18"/>{hatch}'
        f'<text class="{kind}" x="9" y="13.5" text-anchor="middle">{letter(place, "kinds")}</text></svg>'
    )
