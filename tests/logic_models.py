"""Small logic models for tests, and a plain reckoning of them path by path, which the fast way is held against."""

from collections.abc import Iterator, Sequence
from typing import Any

from levelling.practice.logic.model import Basis, Kind, Link, Model, Node, Sign, Size

WORK = """
title = "Work and <b>health</b>"
about = "A model <script>alert(1)</script> for a test."

[[node]]
id = "advice"
label = "Advice & <i>help</i> for people"
kind = "activity"
owner = "Council"
unit = "people"

[[node]]
id = "work"
label = "=People in work"
kind = "outcome"
owner = "Skills partnership"
unit = "people"
better = "more"
indicator = "employment-rate"
baseline = "2020"
[[node.target]]
period = "2026"
value = 80

[[node]]
id = "illness"
label = "People with a chronic condition"
kind = "impact"
owner = "Integrated care board"
better = "less"

[[link]]
from = "advice"
to = "work"
cites = "place-and-train-primary-care"
alternative = "trial"

[[link]]
from = "advice"
to = "work"
cites = "place-and-train-primary-care-nothing"
alternative = "trial"

[[link]]
from = "work"
to = "illness"
sign = "-"
grade = "C"
source = "A study \\"quoted\\" & made up for a test"
address = "https://example.org/study?a=1&b=2"
"""
"""A model as a partnership writes it, with marks in it that a page must not take for its own."""
SOURCED = Basis("B", "A study, made up for a test", "", "2020", "people in a test")


def node(key: str, unit: str = "people", kind: Kind = Kind.OUTCOME, **more: Any) -> Node:
    return Node(key, f"Thing {key}", kind, unit=unit, **more)


def link(start: str, end: str, value: float | None = None, **more: Any) -> Link:
    """A link with a size of so many people for each person, or with a direction alone."""
    size = more.pop("size", Size(value, None, None, "people", "people") if value is not None else None)
    sign = more.pop("sign", Sign.MORE if value is None or value > 0 else Sign.LESS)
    return Link(start, end, sign, size, basis=more.pop("basis", SOURCED), **more)


def model(nodes: Sequence[Node], links: Sequence[Link]) -> Model:
    return Model("test", "A model for a test", "", tuple(nodes), tuple(links))


def every_path(links: Sequence[Link], start: str) -> Iterator[tuple[Link, ...]]:
    """Every path from a node, by plain recursion."""
    for one in links:
        if one.start == start:
            yield (one,)
            for rest in every_path(links, one.end):
                yield (one, *rest)
