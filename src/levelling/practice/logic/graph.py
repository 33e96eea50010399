"""The shape of a model, whatever it is about: order, circles, what leads where, and by how many ways."""

from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]


def following(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """What each node leads to, each once, in order."""
    found: dict[str, dict[str, None]] = {}
    for start, end in pairs:
        found.setdefault(start, {})[end] = None
    return {start: list(ends) for start, ends in found.items()}


def reached(after: Mapping[str, Sequence[str]], first: str) -> set[str]:
    """Every node that a node leads to, by any number of links; the node itself only if it leads back to itself.

    Example:
        >>> sorted(reached(following([("a", "b"), ("b", "c"), ("d", "c")]), "a"))
        ['b', 'c']
    """
    found: set[str] = set()
    waiting = list(after.get(first, ()))
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend(after.get(node, ()))
    return found


def order(nodes: Sequence[str], pairs: Sequence[Pair]) -> list[str]:
    """Every node after all that lead to it, otherwise as given; nodes on or behind a circle are left out.

    Example:
        >>> order(["c", "b", "a"], [("a", "b"), ("b", "c")])
        ['a', 'b', 'c']
    """
    after = following(pairs)
    before = dict.fromkeys(nodes, 0)
    for ends in after.values():
        for end in ends:
            before[end] += 1
    ready = [node for node in nodes if not before[node]]
    found: list[str] = []
    for node in ready:  # grows as nodes become ready
        found.append(node)
        for end in after.get(node, ()):
            before[end] -= 1
            if not before[end]:
                ready.append(end)
    return found


def circles(nodes: Sequence[str], pairs: Sequence[Pair]) -> list[list[str]]:
    """One shortest circle for each knot of nodes that lead to each other, named node by node, the first again at the end.

    Example:
        >>> circles(["a", "b", "c", "d"], [("a", "b"), ("b", "a"), ("c", "d"), ("d", "d")])
        [['a', 'b', 'a'], ['d', 'd']]
    """
    after = following(pairs)
    in_order = set(order(nodes, pairs))
    knotted = [node for node in nodes if node not in in_order]  # most lists have no circle, and are told so at once
    reach = {node: reached(after, node) for node in knotted}
    found: list[list[str]] = []
    seen: set[str] = set()
    for node in knotted:
        if node in reach[node] and node not in seen:
            seen |= {other for other in reach[node] if node in reach[other]}
            found.append(_shortest(after, node))
    return found


def _shortest(after: Mapping[str, Sequence[str]], first: str) -> list[str]:
    ways = [[first]]
    seen: set[str] = set()
    for way in ways:  # grows as ways are followed, the shorter first
        for end in after.get(way[-1], ()):
            if end == first:
                return [*way, first]
            if end not in seen:
                seen.add(end)
                ways.append([*way, end])
    return []
