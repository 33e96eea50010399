"""Small pieces every drawing is made of. Whatever comes from outside goes through `escape`."""

import html
from functools import lru_cache

__all__ = ["escape", "frame", "num", "text"]


@lru_cache(maxsize=8192)
def escape(text: str) -> str:
    """Text made safe to stand in a page or between an attribute's quotes. The same names come up again and again.

    Example:
        >>> escape('<b> & "c"')
        '&lt;b&gt; &amp; &quot;c&quot;'
    """
    return html.escape(text)


def num(value: float) -> str:
    """A coordinate, as short as it can be: a tenth of a unit is finer than a screen.

    Example:
        >>> num(12.04), num(-0.02), num(3.5)
        ('12', '0', '3.5')
    """
    rounded = round(value, 1)
    return f"{rounded:g}" if rounded else "0"


def frame(key: str, title: str, description: str, box: tuple[float, float, float, float], inner: str, kind: str) -> str:
    """A drawing as one image with a title and a description, for those who cannot see it.

    Args:
        key: Begins the drawing's ids, so that they are unique on the page.
        title: What it shows.
        description: What it says.
        box: Left, top, width, height.
        inner: What is drawn.
        kind: Its class.
    """
    left, top, width, height = (num(part) for part in box)
    return (
        f'<svg class="{kind}" viewBox="{left} {top} {width} {height}" role="img" aria-labelledby="{key}-t {key}-d">'
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(description)}</desc>{inner}</svg>'
    )


def text(x: float, y: float, words: str, kind: str, anchor: str = "") -> str:
    """A word or two on a drawing."""
    where = f' text-anchor="{anchor}"' if anchor else ""
    return f'<text class="{kind}" x="{num(x)}" y="{num(y)}"{where}>{escape(words)}</text>'
