"""What is wrong with a model, all of it at once: faults that make it unusable, and warnings for the rest, each with its place."""

import difflib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from levelling.atlas.catalogue import Catalogue
from levelling.core.errors import UnknownIndicator
from levelling.core.words import listed
from levelling.practice.logic.cited import cited_links
from levelling.practice.logic.graph import circles, following, reached
from levelling.practice.logic.model import Kind, Link, Model, Node, Sign

MOST_READINGS = 64


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend or to mind.

    Attributes:
        where: Which node or link.
        what: What is wrong with it.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def link_at(at: int, start: str, end: str) -> str:
    """How a link is named in a message.

    Example:
        >>> link_at(2, "a", "b")
        'link 3 (a to b)'
    """
    return f"link {at + 1} ({start} to {end})"


def shape_faults(nodes: Sequence[str], pairs: Sequence[tuple[int, str, str]]) -> list[Problem]:
    """Faults of the bare graph: names used twice, links to nowhere, circles.

    Args:
        nodes: Every node's name.
        pairs: Every link: its place in the file, where it begins and where it leads.
    """
    first: dict[str, int] = {}
    for at, node in enumerate(nodes):
        first.setdefault(node, at)
    faults = [
        Problem(f"node {at + 1}, id", f"there is a node '{node}' already") for at, node in enumerate(nodes) if first[node] < at
    ]
    known = list(first)
    for at, start, end in pairs:
        for field, node in (("from", start), ("to", end)):
            if node not in first:
                faults.append(
                    Problem(f"{link_at(at, start, end)}, {field}", f"there is no node '{node[:60]}'{_near(node, known)}")
                )
    inside = [(start, end) for _, start, end in pairs if start in first and end in first]
    rings = [Problem("links", f"they run in a circle: {' to '.join(circle)}") for circle in circles(known, inside)]
    return [*faults, *rings]


def _near(word: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, known, n=2, cutoff=0.5)
    return f"; did you mean {listed(near, 'or')}" if near else ""


def faults(model: Model, catalogue: Catalogue) -> list[Problem]:
    """What makes a model with a sound graph unusable: links told twice, sums that count twice, indicators that do not exist."""
    return [*_twice(model), *_too_many(model), *_counted_twice(model), *_indicators(model, catalogue)]


def _twice(model: Model) -> Iterator[Problem]:
    seen: dict[tuple[str, str], tuple[int, Link]] = {}
    for at, link in enumerate(model.links):
        first, other = seen.setdefault((link.start, link.end), (at, link))
        if first == at:
            continue
        if not link.alternative or link.alternative != other.alternative:
            yield Problem(
                link_at(at, link.start, link.end),
                f"link {first + 1} says this already; where they are findings that contradict each other, "
                "give both the same word as alternative",
            )


def _too_many(model: Model) -> Iterator[Problem]:
    count = 1
    for group in groups(model).values():
        count *= len(group)
    if count > MOST_READINGS:
        yield Problem("links, alternative", f"the alternatives can be taken in {count:,} ways; {MOST_READINGS} are the most")


def groups(model: Model) -> dict[str, list[Link]]:
    """Links that are alternatives to each other, by their word. A word that one link alone bears makes no group."""
    found: dict[str, list[Link]] = {}
    for link in model.links:
        if link.alternative:
            found.setdefault(link.alternative, []).append(link)
    return {word: links for word, links in found.items() if len(links) > 1}


def _counted_twice(model: Model) -> Iterator[Problem]:
    """Two cited links of one thing, both of which would be added up where they meet."""
    known, after = cited_links(), following((link.start, link.end) for link in model.links)
    for at, link in enumerate(model.links):
        other = known.get(link.cites).not_with if link.cites else ""
        for place, second in enumerate(model.links[:at]):
            if not other or second.cites != other or (link.alternative and link.alternative == second.alternative):
                continue
            meeting = ({link.end} | reached(after, link.end)) & ({second.end} | reached(after, second.end))
            if meeting:
                yield Problem(
                    link_at(at, link.start, link.end),
                    f"use this or link {place + 1}, not both. {known.get(link.cites).why_not} "
                    "To try each in turn, give both the same word as alternative",
                )


def _indicators(model: Model, catalogue: Catalogue) -> Iterator[Problem]:
    for at, node in enumerate(model.nodes):
        if not node.indicator:
            continue
        where = f"node {at + 1} ({node.id})"
        try:
            indicator = catalogue.get(node.indicator)
        except UnknownIndicator as error:
            near = f"; did you mean {listed(error.near, 'or')}" if error.near else ""
            yield Problem(f"{where}, indicator", f"there is no indicator '{node.indicator[:60]}'{near}")
            continue
        if node.category and node.category not in indicator.categories:
            held = listed(list(indicator.categories), "or") or "none"
            yield Problem(f"{where}, category", f"{indicator.slug} has no category '{node.category[:40]}'; it has {held}")


def warnings(model: Model) -> list[Problem]:
    """What a partnership should look at before it rests on the model, none of which stops it from being used."""
    after = following((link.start, link.end) for link in model.links)
    before = following((link.end, link.start) for link in model.links)
    found: list[Problem] = []
    for node in model.nodes:
        found += [Problem(node.id, what) for what in _of_node(model, node, reached(after, node.id), before)]
    for at, link in enumerate(model.links):
        found += [Problem(link_at(at, link.start, link.end), what) for what in _of_link(model, link)]
    return found


_ENDS = (Kind.OUTCOME, Kind.IMPACT)


def _of_node(model: Model, node: Node, reach: set[str], before: Container[str]) -> Iterator[str]:
    by_id = model.by_id
    if not reach and node.id not in before:
        yield "no link begins or ends here"
    elif node.kind is Kind.NOT_SAID:
        yield "whether it is an input, activity, output, outcome or impact is not said"
    elif node.kind not in _ENDS and not any(by_id[other].kind in _ENDS for other in reach):
        yield "it leads to no outcome" if reach else "it is a dead end: nothing follows from it"
    elif node.kind in _ENDS and node.id not in before:
        yield "nothing leads to it"
    if node.kind in _ENDS:
        if not node.owner:
            yield "nobody answers for it: name an owner"
        if not node.indicator:
            yield "no indicator tells whether it comes about"
    if node.targets and node.baseline is None:
        yield "it has a target and no baseline: name the period that progress is told from"


def _of_link(model: Model, link: Link) -> Iterator[str]:
    start, end = model.node(link.start), model.node(link.end)
    if start.kind.place > end.kind.place >= 0:
        yield f"it runs against the grain, from {_a(start.kind)} to {_a(end.kind)}"
    if link.sign is Sign.CANNOT_TELL:
        yield "its direction is not known: nothing sure passes it"
    if link.supposed:
        yield "no source: the author supposes it"
    if link.size is not None and link.size.per and (why := unjoined(link, start, end)):
        yield f"{why}: only its direction is passed on"


def _a(kind: Kind) -> str:
    return f"{'an' if kind.value[:1] in 'aeiou' else 'a'} {kind.value}"


def unjoined(link: Link, start: Node, end: Node) -> str:
    """Why the size of a link cannot be multiplied here; empty where it can.

    A size joins where it is told per the unit of the node it begins at, in the unit of the node it leads to.
    """
    size = link.size
    if size is None:
        return "no size is known"
    if not size.per:
        return "its size is no rate"
    if size.per != start.unit:
        return f"its size is told for each of '{size.per}', and {start.id} is counted in {_unit(start)}"
    if size.unit != end.unit:
        return f"its size is told in '{size.unit}', and {end.id} is counted in {_unit(end)}"
    return ""


def _unit(node: Node) -> str:
    return f"'{node.unit}'" if node.unit else "no unit"
