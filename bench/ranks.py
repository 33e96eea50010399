"""Measure rank sets for every indicator with intervals, and beside them the same job done plainly with NumPy, in the same run.

    python bench/ranks.py                  every column with intervals; the plain script on a few of them
    python bench/ranks.py --plain 1        quicker

The plain script draws 2,000 errors for every place, works out every pair in every draw, and steps down, for the marginal sets of
all places and the simultaneous ones, as one would write it from the paper. It is run on a few columns and its time for all is
reckoned from those, a column's cost being that of its pairs. Writes bench/results/ranks.json and bench/results/ranks.md.
"""

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

import numpy as np

from levelling.atlas import Atlas
from levelling.challenge.lineup import Lineup, line_up
from levelling.challenge.rank_sets import every
from levelling.core.area import Level
from levelling.core.errors import NotEnoughData

RESULTS = Path(__file__).resolve().parent / "results"
GOAL = 15.0
DRAWS = 2_000
FEWEST = 8
_AT_ONCE = 25


def main() -> None:
    """Measure, and write what was found."""
    parser = argparse.ArgumentParser(description="Measure rank sets against a plain NumPy script.")
    parser.add_argument("--plain", type=int, default=2, help="columns the plain script is run on")
    given = parser.parse_args()
    columns = every_column()
    busy = os.getloadavg()[0]
    started, spent = time.perf_counter(), time.process_time()
    ours = {at: both(columns[at]) for at in range(len(columns))}
    seconds, spent = time.perf_counter() - started, time.process_time() - spent
    chosen = sorted(range(len(columns)), key=lambda at: -len(columns[at].sure))[: given.plain]
    started = time.perf_counter()
    theirs = {at: plain(columns[at]) for at in chosen}
    slow = time.perf_counter() - started
    mine = time.perf_counter()
    for at in chosen:
        both(columns[at])
    mine = time.perf_counter() - mine
    results = {
        "columns": len(columns),
        "indicators": len({each.indicator.slug for each in columns}),
        "places": sum(len(each.sure) for each in columns),
        "draws": DRAWS,
        "goal_seconds": GOAL,
        "seconds": round(seconds, 2),
        "processor_seconds": round(spent, 2),
        "busy_before": round(busy, 1),
        "plain_columns": len(chosen),
        "plain_seconds": round(slow, 2),
        "ours_on_the_same": round(mine, 2),
        "times_as_quick": round(slow / mine, 1),
        "plain_seconds_for_all": round(slow * work(columns) / work([columns[at] for at in chosen]), 0),
        "ranks_that_differ": sum(differ(ours[at], theirs[at]) for at in chosen),
        "simultaneous_ranks_that_differ": sum(differ(ours[at][1:], theirs[at][1:]) for at in chosen),
        "ranks_compared": sum(4 * len(columns[at].sure) for at in chosen),
    }
    write(results)


def every_column() -> list[Lineup]:
    """Every indicator and category of local authorities whose newest figures have intervals."""
    atlas = Atlas.open()
    found = []
    for indicator in atlas.catalogue.all():
        for category in indicator.categories or {indicator.category: ""}:
            try:
                lineup = line_up(atlas, indicator.slug, Level.LAD, None, category)
            except NotEnoughData:
                continue
            if len(lineup.sure) >= FEWEST:
                found.append(lineup)
    for lineup in found:
        _ = lineup.measured.sds  # reading the figures is not what is measured
    return found


def both(lineup: Lineup) -> tuple[every.Sets, every.Sets]:
    """The sets of all places, marginal and simultaneous."""
    return every.marginal(lineup.measured), every.simultaneous(lineup.measured, draws=DRAWS)


def plain(lineup: Lineup) -> tuple[every.Sets, every.Sets]:
    """The same by drawing everything and looking at everything."""
    measured = lineup.measured
    sds, shown = np.array(measured.sds), every.evidence(measured)
    count = len(sds)
    noise = np.random.default_rng(every.SEED).standard_normal((DRAWS, count)) * sds
    apart = np.hypot(sds[:, None], sds[None, :])
    off = ~np.eye(count, dtype=bool)
    found, watched = np.zeros((count, count), dtype=bool), off.copy()
    while True:
        bar = np.quantile(tops(noise, apart, watched).max(axis=1), 0.95, method="inverted_cdf")
        more = watched & (shown > bar)
        if not more.any():
            break
        found |= more
        watched &= ~more
    together = every.counted(found, found.T)
    worse, better = np.zeros((count, count), dtype=bool), np.zeros((count, count), dtype=bool)
    while True:
        up, down = off & ~worse, off & ~better
        bars = np.quantile(np.maximum(tops(noise, apart, up), tops(-noise, apart, down)), 0.95, axis=0, method="inverted_cdf")[
            :, None
        ]
        more_worse, more_better = up & ~better & (shown > bars), down & ~worse & (bars < shown.T)
        if not (more_worse.any() or more_better.any()):
            break
        worse |= more_worse
        better |= more_better
    return every.counted(worse, better), together


def tops(noise: "every.Numbers", apart: "every.Numbers", watched: "every.Flags") -> "every.Numbers":
    """For each draw and place, how far it lies above any other it is watched against, at the most."""
    found = []
    for start in range(0, len(noise), _AT_ONCE):
        part = noise[start : start + _AT_ONCE]
        gaps = (part[:, :, None] - part[:, None, :]) / apart
        found.append(np.where(watched, gaps, -np.inf).max(axis=2))
    return np.concatenate(found)


def work(columns: list[Lineup]) -> int:
    """What the plain script's time goes with: pairs of places."""
    return sum(len(each.sure) ** 2 for each in columns)


def differ(ours: tuple[every.Sets, ...], theirs: tuple[every.Sets, ...]) -> int:
    """How many ends of rank intervals are not the same: the plain script's marginal bars are drawn, and so a little off."""
    return sum(
        one != other
        for mine, plainly in zip(ours, theirs, strict=True)
        for a, b in ((mine.better, plainly.better), (mine.worse, plainly.worse))
        for one, other in zip(a, b, strict=True)
    )


def write(results: dict[str, Any]) -> None:
    """Keep the results, and print them."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "ranks.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    text = (
        "# Rank sets\n\n"
        f"Marginal and simultaneous sets of every local authority, {results['indicators']} indicators in {results['columns']} "
        f"columns, {results['draws']} draws: {results['seconds']} s (goal {GOAL:.0f} s); {results['processor_seconds']} s of "
        f"work over all cores. In the minute before, other programs kept {results['busy_before']} processes busy on average.\n\n"
        f"The plain NumPy script on {results['plain_columns']} of the columns: {results['plain_seconds']} s; ours on the same: "
        f"{results['ours_on_the_same']} s, {results['times_as_quick']} times as quick. For all columns the plain script would "
        f"take about {results['plain_seconds_for_all']:.0f} s. Of {results['ranks_compared']} ends of intervals "
        f"{results['ranks_that_differ']} differ, of the simultaneous ones {results['simultaneous_ranks_that_differ']}: "
        f"its marginal bars are drawn and ours are worked out.\n"
    )
    (RESULTS / "ranks.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
