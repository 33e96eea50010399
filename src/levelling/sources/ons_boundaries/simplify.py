"""Leaving out the points of a line that change its shape least (Visvalingam and Whyatt, 1993)."""

import heapq
from collections.abc import Sequence

Point = tuple[float, float]

ALWAYS = float("inf")


def effective_areas(line: Sequence[Point]) -> list[float]:
    """How much each point matters: the area of the triangle it makes with its neighbours when its turn to go comes.

    Keeping the points whose area is at least some threshold gives the line at any coarseness. End points are always kept,
    so lines that two areas share still meet at their ends, and stay shared.

    Args:
        line: Points in metres.

    Returns:
        Square metres for each point, infinite for the two ends.

    Example:
        >>> effective_areas([(0, 0), (1, 0.1), (2, 0)])[1]
        0.1
    """
    size = len(line)
    areas = [ALWAYS] * size
    before, after = list(range(-1, size - 1)), list(range(1, size + 1))
    queue = [(_triangle(line[i - 1], line[i], line[i + 1]), i) for i in range(1, size - 1)]
    current = {i: area for area, i in queue}
    heapq.heapify(queue)
    floor = 0.0
    while queue:
        area, i = heapq.heappop(queue)
        if current.get(i) != area:
            continue  # its neighbours went since, and it was weighed again
        del current[i]
        floor = max(floor, area)
        areas[i] = floor
        left, right = before[i], after[i]
        after[left], before[right] = right, left
        for j in (left, right):
            if j in current:
                current[j] = _triangle(line[before[j]], line[j], line[after[j]])
                heapq.heappush(queue, (current[j], j))
    return areas


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
