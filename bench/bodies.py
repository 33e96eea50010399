"""Measure who covers every local authority at three dates, and beside it the plain reckoning of alignment, in the same run.

    python bench/bodies.py

The plain reckoning goes over every cell of people and every two bodies over it, one place after another, with no index. Both must
find the same score for every authority, or the run fails. Writes bench/results/coverage.json and bench/results/coverage.md.
"""

import json
import statistics
import sys
import time
from itertools import combinations
from pathlib import Path
from typing import Any

from levelling.atlas import Atlas
from levelling.core.area import Area, Level
from levelling.core.period import Period
from levelling.solutions.coverage import Standing, coverage, everywhere, standing

RESULTS = Path(__file__).resolve().parent / "results"
GOAL, RUNS = 10.0, 5
DATES = ("2020-12", "2024-05", "2026-11")


def main() -> None:
    """Measure, and write what was found."""
    rows = [measure(when) for when in DATES]
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "coverage.json").write_text(json.dumps({"goal_seconds": GOAL, "rows": rows}, indent=1) + "\n", "utf-8")
    head = f"# Who covers a place\n\nEvery local authority, median of {RUNS} runs; goal {GOAL:.0f} s with matching.\n\n"
    head += "| Date | Authorities | Bodies | Seconds, figures opened | Seconds again | Plain reckoning, seconds |\n"
    head += "|---|---:|---:|---:|---:|---:|\n"
    lines = [
        f"| {row['date']} | {row['areas']} | {row['bodies']} | {row['first']} | {row['seconds']} | {row['plain']} |"
        for row in rows
    ]
    text = head + "\n".join(lines) + "\n"
    (RESULTS / "coverage.md").write_text(text, "utf-8")
    print(text)


def measure(when: str) -> dict[str, Any]:
    """One date, both ways."""
    as_of = Period.parse(when)
    started = time.perf_counter()
    atlas = Atlas.open()
    found = everywhere(atlas, as_of)
    first = time.perf_counter() - started
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        everywhere(atlas, as_of)
        times.append(time.perf_counter() - started)
    stands = standing(atlas, as_of)
    areas = atlas.gazetteer.all(Level.LAD)
    started = time.perf_counter()
    plain = [plainly(atlas, stands, area) for area in areas]
    seconds = time.perf_counter() - started
    scores = {row.area.code: row.alignment for row in found.rows}
    if any(abs(scores[area.code] - score) > 1e-6 for area, score in zip(areas, plain, strict=True)):
        sys.exit(f"The two reckonings of {when} differ.")
    return {
        "date": when,
        "areas": len(found.rows),
        "bodies": len(stands.bodies),
        "first": round(first, 2),
        "seconds": round(statistics.median(times), 3),
        "plain": round(seconds, 2),
    }


def plainly(atlas: Atlas, stands: Standing, area: Area) -> float:
    """Alignment by its definition: over every cell of the place and every two bodies over it."""
    kept = [item.body for item in coverage(atlas, area, stands.as_of).bodies]
    cells = stands.overlaps.cells
    weight = fit = 0.0
    for at in stands.overlaps.cells_of(area):
        for one, other in combinations([body for body in kept if at in body.cells], 2):
            both = sum(cells[place].people for place in one.cells & other.cells)
            weight += cells[at].people
            fit += cells[at].people * both / min(one.people, other.people)
    return 100 * fit / weight if weight else 100.0


if __name__ == "__main__":
    main()
