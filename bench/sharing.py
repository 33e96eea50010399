"""Measure sharing 50,000 vacancies out among 100,000 people, exactly, and beside it what would be done without.

    python bench/sharing.py

People and vacancies are made up, the same each time (seeded): they lie in 400 towns, some vacancies are in many people's lists,
and those furthest from work fit less well, so that the floor kept for them has work to do. In the same run: everybody is sent to
their own best vacancy; people take the best that is left, one after another; SciPy's assignment, which asks for every person
against every place, on a part small enough for it. Writes bench/results/sharing.json and bench/results/sharing.md.
"""

import json
import os
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from levelling.jobs.sharing import Candidates, Congestion, Settings, candidates, share
from levelling.jobs.sharing.congestion import congestion
from levelling.jobs.sharing.unshared import first_choices, in_turn

RESULTS = Path(__file__).resolve().parent / "results"
PEOPLE, VACANCIES, TOWNS = 100_000, 50_000, 400
EACH = (10, 20)
GOAL = 30.0
SEED = 2020
LESS = 10
"""Points of fit that those furthest from work have less."""
PART = 0.02
"""Of the people and vacancies, what SciPy's assignment is given: its table grows with their product."""


def main() -> None:
    """Measure, and write what was found."""
    measured = [row for each in EACH for row in _measure(made(PEOPLE, VACANCIES, TOWNS, each), each)]
    part = made(int(PEOPLE * PART), int(VACANCIES * PART), int(TOWNS * PART), EACH[0])
    write({"goal_seconds": GOAL, "busy": round(os.getloadavg()[0], 1), "measured": measured, "scipy": _against_scipy(part)})


def made(people: int, vacancies: int, towns: int, each: int) -> Candidates:
    """Made-up candidates: of a town's vacancies, those that fit a person best, where all fit is part liking, part popularity."""
    chance = np.random.default_rng(SEED)
    home, work = np.sort(chance.integers(0, towns, people)), np.sort(chance.integers(0, towns, vacancies))
    popular, furthest = chance.exponential(8.0, vacancies), chance.random(people) < 0.3
    sides: list[list[Any]] = [[], [], []]
    for town in range(towns):
        mine, theirs = np.flatnonzero(home == town), np.flatnonzero(work == town)
        fit = chance.normal(40.0, 12.0, (len(mine), len(theirs))) + popular[theirs] - LESS * furthest[mine, np.newaxis]
        best = np.argsort(-fit, axis=1, kind="stable")[:, :each]
        sides[0].append(np.repeat(mine, best.shape[1]))
        sides[1].append(theirs[best].ravel())
        sides[2].append(np.take_along_axis(fit, best, axis=1).ravel())
    person, vacancy, fit = (np.concatenate(side) for side in sides)
    quality = chance.integers(0, 101, vacancies)
    edges = [person, vacancy, np.clip(fit, 0, 100).astype(np.int64), quality[vacancy]]
    keys = [f"made-p{at:06d}" for at in range(people)], [f"made-v{at:06d}" for at in range(vacancies)]
    return candidates(keys[0], furthest, keys[1], chance.choice((1, 1, 1, 1, 2, 5), vacancies).astype(np.int64), edges)


def _measure(found: Candidates, each: int) -> list[dict[str, Any]]:
    """One size: shared out, in turn, and everybody's own best."""
    rows = []
    started = time.perf_counter()
    shared = share(found, Settings())
    seconds = time.perf_counter() - started
    proven = sum(group.short for group in shared.shortages) == len(np.unique(found.person)) - shared.after.people_sent
    rows.append(_row("shared out", each, found, seconds, shared.after) | {"proven_most": bool(proven)})
    rows[-1] |= {"floor": shared.floor.sentence, "furthest": asdict(shared.floor)}
    started = time.perf_counter()
    turn = in_turn(found, shared.places, 1)
    rows.append(_row("one after another", each, found, time.perf_counter() - started, congestion(found, shared.places, turn)))
    started = time.perf_counter()
    first = first_choices(found, 1)
    rows.append(_row("everybody's own best", each, found, time.perf_counter() - started, congestion(found, shared.places, first)))
    return rows


def _row(what: str, each: int, found: Candidates, seconds: float, counted: Congestion) -> dict[str, Any]:
    head = {"what": what, "each": each, "candidates": len(found.person), "seconds": round(seconds, 2)}
    return head | asdict(counted) | {"reachable": counted.reachable, "top_share": counted.top_share}


def _against_scipy(found: Candidates) -> dict[str, Any]:
    """Seconds of both on a part, and whether they find the same number and fit."""
    from scipy.optimize import linear_sum_assignment

    started = time.perf_counter()
    shared = share(found, Settings(floor=0))
    ours = time.perf_counter() - started
    started = time.perf_counter()
    column = np.concatenate(([0], np.cumsum(found.headcount)))
    worth = np.zeros((len(found.people), int(column[-1])))
    for person, vacancy, fit in zip(found.person, found.vacancy, found.fit, strict=True):
        worth[person, column[vacancy] : column[vacancy + 1]] = 101 * len(found.people) + fit
    rows, columns = linear_sum_assignment(worth, maximize=True)
    total = int(worth[rows, columns].sum())
    theirs = time.perf_counter() - started
    same = divmod(total, 101 * len(found.people)) == (shared.after.people_sent, shared.after.fit)
    size = {"people": len(found.people), "vacancies": len(found.vacancies)}
    return size | {"seconds_ours": round(ours, 2), "seconds_scipy": round(theirs, 2), "same": bool(same)}


def write(results: dict[str, Any]) -> None:
    """Keep the results, and print them."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "sharing.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    scipy = results["scipy"]
    lines = [
        "# Sharing out",
        "",
        (
            f"{PEOPLE:,} people, {VACANCIES:,} vacancies; goal {results['goal_seconds']:.0f} s. Other programs kept "
            f"{results['busy']} processes busy. 'Meet a place' counts the recommendations within the places that vacancies have."
        ),
        "",
        "| what | candidates a person | seconds | meet a place | to the top 1% | vacancies met | most to one | Gini | mean fit |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(
            f"| {item['what']} | {item['each']} | {item['seconds']} | {item['reachable']:,} | {100 * item['top_share']:.1f}% | "
            f"{item['vacancies_met']:,} | {item['most']} | {item['gini']:.2f} | {item['fit'] / item['pairs']:.1f} |"
            for item in results["measured"]
        ),
        "",
        *(
            f"With {item['each']} candidates: {item['floor']} That no more people can be placed is "
            f"{'proven' if item['proven_most'] else 'NOT proven'} by the groups short of places.  "
            for item in results["measured"]
            if "floor" in item
        ),
        "",
        (
            f"{scipy['people']:,} people, {scipy['vacancies']:,} vacancies: {scipy['seconds_ours']} s, SciPy's assignment "
            f"{scipy['seconds_scipy']} s; number placed and total fit are {'the same' if scipy['same'] else 'NOT the same'}."
        ),
    ]
    text = "\n".join(lines) + "\n"
    (RESULTS / "sharing.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
