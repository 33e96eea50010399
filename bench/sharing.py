"""Measure sharing 50,000 vacancies out among 100,000 people, exactly, and beside it what would be done without.

    python bench/sharing.py

People and vacancies of the whole country are made up, the same each time (seeded), and the matcher finds each person's best 10
or 20 candidates; those seconds are told apart. As fit does not hang on who is furthest from work, a third case takes 10 points of
it from them, so that the floor kept for them has work to do. In the same run: everybody is sent to their own best vacancy; people
take the best that is left, one after another; SciPy's assignment, which asks for every person against every place, on a part
small enough for it. Seconds are by the clock; those of the processor stand beside them, as the machine may have had other work.
Writes bench/results/sharing.json and bench/results/sharing.md.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from levelling.atlas import Atlas
from levelling.jobs import made
from levelling.jobs.made import world
from levelling.jobs.made.adverts import draw_vacancies
from levelling.jobs.matching import engine, settings
from levelling.jobs.matching.arrays import People, Vacancies
from levelling.jobs.matching.best import Best
from levelling.jobs.occupations import load
from levelling.jobs.sharing import Candidates, Congestion, Settings, candidates, share
from levelling.jobs.sharing.congestion import congestion
from levelling.jobs.sharing.unshared import first_choices, in_turn

RESULTS = Path(__file__).resolve().parent / "results"
PEOPLE, VACANCIES, MOST = 100_000, 50_000, 20
CASES = ((10, 0), (20, 0), (20, 10))
"""Candidates a person, and points of fit that those furthest from work have less."""
GOAL = 30.0
SEED = 2020
DAY = date(2026, 11, 28)
PART = 2000
"""People that SciPy's assignment is given: its table grows with their product by the places."""


def main() -> None:
    """Measure, and write what was found."""
    atlas = Atlas.open()
    catalogue, by = load(atlas), settings(DAY, k=MOST)
    started = time.perf_counter()
    people, vacancies, rules = made.columns(atlas, catalogue, atlas.area("United Kingdom"), PEOPLE, VACANCIES, SEED, by)
    making = time.perf_counter() - started
    engine.vacancies_for_people(*_some(people, vacancies), rules, 1)  # compiled, or read from where it is kept
    started = time.perf_counter()
    best = engine.vacancies_for_people(people, vacancies, rules, MOST)
    matching = time.perf_counter() - started
    headcount = draw_vacancies(world(atlas, catalogue, atlas.area("United Kingdom"), day=DAY), VACANCIES, SEED).headcount
    measured = []
    for each, less in CASES:
        found = _candidates(best, people.furthest > 0, headcount, each, less)
        measured += _measure(found, each, less)
    part = _candidates(best, people.furthest > 0, headcount, MOST, 0, PART)
    seconds = {"making": round(making, 1), "matching": round(matching, 1)}
    about = {"goal_seconds": GOAL, "busy": round(os.getloadavg()[0], 1), "before": seconds}
    write(about | {"measured": measured, "scipy": _against_scipy(part)})


def _some(people: People, vacancies: Vacancies) -> tuple[People, Vacancies]:
    """The same arrays with nobody to match, so that the kernel is ready before the clock runs."""
    return people._replace(reach=np.full_like(people.reach, -1.0)), vacancies._replace(remote=np.zeros_like(vacancies.remote))


def _candidates(best: Best, furthest: Any, headcount: Any, each: int, less: int, people: int = PEOPLE) -> Candidates:
    """The matcher's best few as what is shared out, for the first so many people."""
    index, fit, quality, far = (side[:people, :each] for side in (best.index, best.fit, best.second, best.hectometres))
    person, rank = np.nonzero(index >= 0)
    vacancy = index[person, rank]
    taken, vacancy = np.unique(vacancy, return_inverse=True) if people < PEOPLE else (np.arange(VACANCIES), vacancy)
    fitted = np.maximum(fit[person, rank] - less * furthest[person], 0)
    keys = [f"made-p{at + 1:07d}" for at in range(people)], [f"made-v{at + 1:07d}" for at in taken.tolist()]
    edges = [person, vacancy, fitted, quality[person, rank], far[person, rank]]
    return candidates(keys[0], furthest[:people], keys[1], headcount[taken], edges)


def _measure(found: Candidates, each: int, less: int) -> list[dict[str, Any]]:
    """One case: shared out, in turn, and everybody's own best."""
    with _timed() as seconds:
        shared = share(found, Settings())
    proven = sum(group.short for group in shared.shortages) == len(np.unique(found.person)) - shared.after.people_sent
    rows = [_row("shared out", each, less, found, seconds, shared.after) | {"proven_most": bool(proven)}]
    rows[-1] |= {"floor": shared.floor.sentence, "furthest": asdict(shared.floor)}
    ways: dict[str, Callable[[], Any]] = {
        "one after another": lambda: in_turn(found, shared.places, 1),
        "everybody's own best": lambda: first_choices(found, 1),
    }
    for what, way in ways.items():
        with _timed() as seconds:
            chosen = way()
        rows.append(_row(what, each, less, found, seconds, congestion(found, shared.places, chosen)))
    return rows


@contextmanager
def _timed() -> Iterator[list[float]]:
    """Seconds by the clock and of the processor, once it is done."""
    taken: list[float] = []
    clock, processor = time.perf_counter(), time.process_time()
    yield taken
    taken += [round(time.perf_counter() - clock, 2), round(time.process_time() - processor, 2)]


def _row(what: str, each: int, less: int, found: Candidates, seconds: list[float], counted: Congestion) -> dict[str, Any]:
    head = {
        "what": what,
        "each": each,
        "less": less,
        "candidates": len(found.person),
        "seconds": seconds[0],
        "processor": seconds[1],
    }
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


def _cells(item: dict[str, Any]) -> list[str]:
    """A row of the table."""
    numbers = [f"{item['reachable']:,}", f"{100 * item['top_share']:.1f}%", f"{item['vacancies_met']:,}", f"{item['most']:,}"]
    head = [item["what"], str(item["each"]), str(item["less"]), f"{item['seconds']:.2f}", f"{item['processor']:.2f}"]
    return [*head, *numbers, f"{item['gini']:.2f}", f"{item['fit'] / item['pairs']:.1f}"]


def _proof(item: dict[str, Any]) -> str:
    """How the floor was kept, and whether the number placed is proven to be the most."""
    told = "is proven by the groups short of places" if item["proven_most"] else "is NOT proven"
    return f"- {item['each']} candidates, {item['less']} points less. {item['floor']} That no more can be placed {told}."


def write(results: dict[str, Any]) -> None:
    """Keep the results, and print them."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "sharing.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    scipy, before = results["scipy"], results["before"]
    heads = (
        *("what", "candidates", "points less", "seconds", "of the processor"),
        *("meet a place", "to the top 1%", "met", "most", "Gini", "mean fit"),
    )
    lines = [
        "# Sharing out",
        "",
        f"{PEOPLE:,} people, {VACANCIES:,} vacancies; goal {results['goal_seconds']:.0f} s.",
        f"Making them took {before['making']} s and matching {before['matching']} s.",
        f"Other programs kept {results['busy']} processes busy.",
        "'Meet a place' counts the recommendations within the places that vacancies have; 'met' the vacancies that somebody is",
        "sent to; 'most' the people sent to one. 'Points less' are those taken from the fit of people furthest from work.",
        "",
        f"| {' | '.join(heads)} |",
        f"|---|{'---:|' * (len(heads) - 1)}",
        *(f"| {' | '.join(_cells(item))} |" for item in results["measured"]),
        "",
        *(_proof(item) for item in results["measured"] if "floor" in item),
        "",
        f"{scipy['people']:,} people, {scipy['vacancies']:,} vacancies: {scipy['seconds_ours']} s, SciPy's assignment",
        f"{scipy['seconds_scipy']} s; number placed and total fit are {'the same' if scipy['same'] else 'NOT the same'}.",
    ]
    text = "\n".join(lines) + "\n"
    (RESULTS / "sharing.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
