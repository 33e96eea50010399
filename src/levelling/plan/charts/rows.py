"""What drawings in rows share: a name, a track with an axis the same for all rows, and the value in words at the end.

The words are words of the page, not of the drawing: they wrap, keep their size on a phone, and never touch one another. Along the
track everything stands at a share of its width, so that it fits any screen.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from levelling.plan.charts.axis import ticks, written
from levelling.plan.charts.shapes import standing
from levelling.plan.charts.svg import escape, num

HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to shares of a track's width, in percent. The first end may be the higher.

    Example:
        >>> Scale(1, 361)(181), Scale(361, 1)(1), Scale(0, 10)(12)
        (50.0, 100.0, 100.0)
    """

    first: float
    last: float

    def __call__(self, value: float) -> float:
        """Where a value stands, or the end it lies beyond."""
        share = (value - self.first) / (self.last - self.first)
        return 100 * min(max(share, 0.0), 1.0)

    def holds(self, value: float) -> bool:
        """Whether it lies between the ends."""
        return min(self.first, self.last) <= value <= max(self.first, self.last)


def scaled(values: Iterable[float], *, padded: bool) -> Scale:
    """A scale that holds every value, with a little room at each end where asked for.

    Example:
        >>> scaled([0.0, 10.0], padded=False), scaled([5.0, 10.0], padded=True), scaled([], padded=True)
        (Scale(first=0.0, last=10.0), Scale(first=4.8, last=10.2), Scale(first=0.0, last=1.0))
    """
    held = list(values)
    if not held:
        return Scale(0.0, 1.0)
    low, high = min(held), max(held)
    if low == high:
        pad = abs(high) * 0.1 or 1.0
        return Scale(low - pad, high + pad)
    # Nought stays at the edge where nothing lies beyond it.
    pad = (high - low) * 0.04 if padded or low < 0 < high else 0.0
    return Scale(low - pad if low else low, high + pad if high else high)


def whole(key: str, title: str, description: str, kind: str, rows: Iterable[str]) -> str:
    """The drawing as one image with a title and a description."""
    inner = "".join(rows) or '<div class="row"><span class="who">There are no figures to draw.</span></div>'
    return (
        f'<div class="rows {kind}" role="img" aria-labelledby="{escape(key)}-t {escape(key)}-d">'
        f'<span class="sr" id="{escape(key)}-t">{escape(title)}</span><span class="sr" id="{escape(key)}-d">{escape(description)}'
        f"</span>{inner}</div>"
    )


def row(name: str, role: str, shown: str, drawn: str) -> str:
    """One row. The place's is set in bold; what it is held against bears its shape."""
    here = " is-here" if role == "place" else ""
    return (
        f'<div class="row{here}"><span class="who" title="{escape(name)}">{shape(role)}<span>{escape(name)}</span></span>'
        f'<svg class="track" height="{HEIGHT}" aria-hidden="true">{drawn}</svg><span class="fig">{escape(shown)}</span></div>'
    )


def shape(role: str) -> str:
    """The small shape before a name; none for a plain area."""
    if role == "area":
        return ""
    return f'<svg class="shape" viewBox="0 0 16 16" aria-hidden="true">{standing(role, 8, 8)}</svg>'


def told_apart(roles: Iterable[str]) -> bool:
    """Whether rows are of several roles, so that a name has to bear its shape and the place's own has to stand out."""
    return len(set(roles)) > 1


def upright(share: float, kind: str) -> str:
    """A line from top to bottom of a track."""
    return f'<line class="{kind}" x1="{num(share)}%" x2="{num(share)}%" y1="0" y2="100%"/>'


def marked(scale: Scale, decimals: int, *, ends: bool = False) -> list[float]:
    """The values the axis is marked at: few, so that their words stay apart on a phone."""
    low, high = sorted((scale.first, scale.last))
    found = ticks(low, high, 4, decimals)
    if ends:
        near = (high - low) * 0.12
        found = [low, *(value for value in found if low + near < value < high - near), high]
    return found


def grid(key: str, scale: Scale, marks: Iterable[float], level: float | None) -> str:
    """The lines behind every row: drawn in the first, repeated in the others by `again`."""
    lines = "".join(upright(scale(value), "grid") for value in marks)
    lines += "" if level is None else upright(scale(level), "level")
    return f'<g id="{escape(key)}-g">{lines}</g>'


def again(key: str) -> str:
    """The lines behind a row that is not the first."""
    return f'<use href="#{escape(key)}-g"/>'


def axis(scale: Scale, marks: Iterable[float], unit: str) -> str:
    """The words under the tracks."""
    words = "".join(_tick(scale(value), written(value)) for value in marks)
    return (
        f'<div class="row foot"><span class="who"></span><svg class="track" height="18" aria-hidden="true">{words}</svg>'
        f'<span class="unit">{escape(unit)}</span></div>'
    )


def _tick(share: float, words: str) -> str:
    anchor = "start" if share < 4 else "end" if share > 96 else "middle"
    return f'<text class="tick" x="{num(share)}%" y="13" text-anchor="{anchor}">{escape(words)}</text>'


def middle(drawn: str) -> str:
    """Something drawn around nought from the top, set at half the height of its track, however tall a wrapped name makes it."""
    return f'<svg y="50%" overflow="visible">{drawn}</svg>'


def at(share: float, drawn: str) -> str:
    """Something drawn around nought, set at a share of the width."""
    return f'<svg x="{num(share)}%" overflow="visible">{drawn}</svg>'


def interval(left: float, right: float, kind: str) -> str:
    """A line between two shares of the width, with an upright at each end."""
    low, high = sorted((left, right))
    ends = "".join(f'<line class="{kind}" x1="{num(x)}%" x2="{num(x)}%" y1="-5" y2="5"/>' for x in (low, high))
    return f'<line class="{kind}" x1="{num(low)}%" x2="{num(high)}%" y1="0" y2="0"/>{ends}'
