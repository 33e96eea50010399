"""Boxes and arrows, as plain data: what leads to what."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """One thing.

    Attributes:
        key: By what arrows know it.
        label: What it is.
        band: Which column it stands in, from 0; -1 where the boxes are in none.
        under: What is written below it in small letters, such as who answers for it.
        here: Whether it is the one the picture is about.
    """

    key: str
    label: str
    band: int = -1
    under: str = ""
    here: bool = False


@dataclass(frozen=True, slots=True)
class Arrow:
    """What one thing does to another. The sign gives its symbol and its stroke: `+`, `-`, `0` or `?`."""

    start: str
    end: str
    sign: str


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes joined by arrows, from left to right.

    Attributes:
        id: Its place in the page.
        title: What it shows, in a few words.
        description: What it shows, for one who cannot see it.
        boxes: The boxes.
        arrows: The arrows between them; they may run in no circle.
        bands: What the columns are called, from left to right; empty for none.
        source: The same picture in Mermaid, for a page that draws no pictures of its own; empty for none.
    """

    id: str
    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    bands: tuple[str, ...] = ()
    source: str = ""
