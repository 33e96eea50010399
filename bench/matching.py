"""Measure matching over every local authority: its needs found in the figures, and each need held against the register.

    python bench/matching.py

One process, figures read from the system's cache. Three things are timed apart: the needs of all authorities (only the
indicators they rest on are read, in batches, as the store keeps a hundred areas), the matching itself, and the records with all
their reasons. Matching and the coverage of every authority together have ten seconds; `bench/bodies.py` measures the rest.
Seconds are by the clock; those of the processor stand beside them, as the machine may have had other work. Writes
bench/results/matching.json and bench/results/matching.md.
"""

import json
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from levelling.atlas import Atlas
from levelling.challenge.needs import SLUGS, needs
from levelling.core.area import Area, Level
from levelling.core.need import Need
from levelling.solutions.match import Matcher
from levelling.solutions.register import FOLDER, Register, load

RESULTS = Path(__file__).resolve().parent / "results"
GOAL, RUNS, BATCH = 10.0, 3, 80


def main() -> None:
    """Measure, and write what was found."""
    areas = sorted(Atlas.open().gazetteer.all(Level.LAD), key=lambda area: area.code)
    times: dict[str, list[tuple[float, float]]] = {}
    sizes = [_once(areas, times) for _ in range(RUNS)]
    write(times, len(areas), *sizes[-1])


def _once(areas: Sequence[Area], times: dict[str, list[tuple[float, float]]]) -> tuple[int, int, int]:
    """One run from the opening of the figures: how many needs, enablers and records there are."""
    with _timed("The register read", times):
        known = Register(load(FOLDER))
    with _timed("Needs of every authority, figures opened", times):
        atlas = Atlas.open(only=SLUGS)
        found = list(_needs(atlas, areas))
    with _timed("Every need held against the register", times):
        matcher = Matcher(atlas, known=known)
        matched = [matcher.match(area, mine) for area, mine in zip(areas, found, strict=True)]
    with _timed("Every record with its reasons", times):
        records = sum(len(item.records()) for item in matched)
    return sum(map(len, found)), len(known), records


@contextmanager
def _timed(what: str, times: dict[str, list[tuple[float, float]]]) -> Iterator[None]:
    clock, processor = time.perf_counter(), time.process_time()
    yield
    times.setdefault(what, []).append((time.perf_counter() - clock, time.process_time() - processor))


def _needs(atlas: Atlas, areas: Sequence[Area]) -> Iterator[list[Need]]:
    for at in range(0, len(areas), BATCH):
        batch = areas[at : at + BATCH]
        atlas.store.load_areas([area.code for area in batch])
        yield from (list(needs(atlas, area)) for area in batch)


def write(times: dict[str, list[tuple[float, float]]], areas: int, count: int, enablers: int, records: int) -> None:
    """The table and the same as data."""
    RESULTS.mkdir(exist_ok=True)
    medians = {what: tuple(round(statistics.median(side), 2) for side in zip(*runs, strict=True)) for what, runs in times.items()}
    rows = [{"what": what, "seconds": clock, "processor": processor} for what, (clock, processor) in medians.items()]
    about = {"goal_seconds": GOAL, "areas": areas, "needs": count, "enablers": enablers, "records": records, "rows": rows}
    (RESULTS / "matching.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    head = (
        f"# Matching\n\n{areas} authorities, {count:,} needs, {enablers} enablers, {records:,} records; median of {RUNS} runs. "
        f"Goal, with coverage: {GOAL:.0f} s.\n\n| What | Seconds | Of the processor |\n|---|---:|---:|\n"
    )
    text = head + "".join(f"| {row['what']} | {row['seconds']:.2f} | {row['processor']:.2f} |\n" for row in rows)
    (RESULTS / "matching.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
