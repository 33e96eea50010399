"""Measure how well titles find occupations, and how fast; beside it plain full text, exact names and triples of letters.

    python bench/titles.py

Two questions. Names held out: a fifth of ESCO's other names, drawn with a seed, is left out of the index with all names of our
own, and looked for: is its own occupation found first, and among the first five? Job titles of SOC 2020, the half that our words
were not chosen on: does the occupation that is found lie in the title's unit group, by the join in the figures? That join is made
by titles as well, and is often wrong itself: it can only compare ways with one another. Then 100,000 titles are made of ESCO's
names and the clutter of adverts, no two alike, and looked up. All ways see the same names. Writes bench/results/titles.json and
bench/results/titles.md.
"""

import hashlib
import json
import random
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from levelling.atlas import Atlas
from levelling.core.fulltext import FullText
from levelling.jobs.occupations import Occupation, Titles, load
from levelling.jobs.occupations.title_words import title_words
from levelling.jobs.occupations.words import plain

RESULTS = Path(__file__).resolve().parent / "results"
SEED, MANY, GOAL = 2020, 100_000, 30.0
CLUTTER = (
    "Band 5",
    "Part Time",
    "£18,005 - £19,337 pa",
    "37.5 hours",
    "Nights",
    "Fixed Term",
    "Leeds",
    "NHS Trust",
    "immediate start",
)
Way = Callable[[Mapping[str, Occupation], Sequence[str]], list[list[str]]]


def ours(occupations: Mapping[str, Occupation], asked: Sequence[str]) -> list[list[str]]:
    """As the package finds them, names of our own included."""
    return [[one.key for one in some] for some in Titles(occupations).find_all(asked, 5)]


def without_ours(occupations: Mapping[str, Occupation], asked: Sequence[str]) -> list[list[str]]:
    """The same without the names that adverts in the UK use."""
    words = replace(title_words(), also_called={})
    return [[one.key for one in some] for some in Titles(occupations, words).find_all(asked, 5)]


def full_text(occupations: Mapping[str, Occupation], asked: Sequence[str]) -> list[list[str]]:
    """SQLite's FTS5 with BM25, the preferred name counting twice."""
    texts = {key: {"label": item.label, "titles": " . ".join(item.titles)} for key, item in occupations.items()}
    index = FullText(texts, {"label": 2.0, "titles": 1.0})
    return [index.search(title, 5) for title in asked]


def exact(occupations: Mapping[str, Occupation], asked: Sequence[str]) -> list[list[str]]:
    """A name of the same words."""
    names: dict[str, dict[str, None]] = {}
    for key, item in sorted(occupations.items()):
        for name in (item.label, *item.titles):
            names.setdefault(" ".join(plain(name).split()), {})[key] = None
    return [list(names.get(" ".join(plain(title).split()), {}))[:5] for title in asked]


def triples(occupations: Mapping[str, Occupation], asked: Sequence[str]) -> list[list[str]]:
    """Triples of letters: the cosine of each title with each name."""
    from scipy.sparse import csr_array

    owners = [(key, name) for key, item in sorted(occupations.items()) for name in (item.label, *item.titles)]
    places: dict[str, int] = {}

    def matrix(texts: Sequence[str]) -> Any:
        rows = [{f" {plain(text)} "[at : at + 3] for at in range(len(plain(text)))} for text in texts]
        cells = [
            (row, places.setdefault(triple, len(places)), len(found) ** -0.5)
            for row, found in enumerate(rows)
            for triple in found
        ]
        at, columns, values = zip(*cells, strict=True)
        return csr_array((values, (at, columns)), shape=(len(texts), 60_000))

    keys = sorted(occupations)
    column = {key: at for at, key in enumerate(keys)}
    of = np.array([column[key] for key, _ in owners])
    names = matrix([name for _, name in owners]).T.tocsr()
    found: list[list[str]] = []
    for start in range(0, len(asked), 500):
        some = asked[start : start + 500]
        near = matrix(some) @ names
        best = np.zeros((len(some), len(keys)))
        np.maximum.at(best, (np.repeat(np.arange(len(some)), np.diff(near.indptr)), of[near.indices]), near.data)
        found.extend([keys[at] for at in row] for row in np.argsort(-best, axis=1, kind="stable")[:, :5])
    return found


def main() -> None:
    """Measure, and write what was found."""
    atlas = Atlas.open()
    occupations = load(atlas).occupations
    ways: dict[str, Way] = {
        "ours": ours,
        "ours, without our own names": without_ours,
        "full text (FTS5, BM25)": full_text,
        "exact name": exact,
        "triples of letters": triples,
    }
    left, held = hold_out(occupations)
    soc = soc_titles(atlas)
    rows = []
    for name, way in ways.items():
        row: dict[str, Any] = {"way": name}
        if way is not ours:  # our own names were written with all of ESCO's in sight, so that they may not be used on these
            found = way(left, [title for _, title in held])
            row |= {"held_first": share([key == first(some) for (key, _), some in zip(held, found, strict=True)])}
            row |= {"held_five": share([key in some for (key, _), some in zip(held, found, strict=True)])}
        found = way(occupations, [title for _, title in soc])
        hits = [[unit in occupations[key].soc for key in some] for (unit, _), some in zip(soc, found, strict=True)]
        row |= {"soc_first": share([any(some[:1]) for some in hits]), "soc_five": share([any(some) for some in hits])}
        row |= {"soc_none": share([not some for some in found])}
        rows.append(row)
        print(row)
    write(rows, len(held), len(soc), *speed(occupations))


def first(found: Sequence[str]) -> str:
    """The first key, or none."""
    return found[0] if found else ""


def share(told: Sequence[bool]) -> float:
    """The share that holds."""
    return round(sum(told) / len(told), 3)


def hold_out(occupations: Mapping[str, Occupation]) -> tuple[dict[str, Occupation], list[tuple[str, str]]]:
    """Occupations without a fifth of their other names, and these names."""
    every = sorted((key, title) for key, item in occupations.items() for title in item.titles)
    held = random.Random(SEED).sample(every, len(every) // 5)  # noqa: S311 - nothing secret
    gone = set(held)
    left = {key: replace(item, titles=tuple(t for t in item.titles if (key, t) not in gone)) for key, item in occupations.items()}
    return left, held


def soc_titles(atlas: Atlas) -> list[tuple[str, str]]:
    """The half of SOC 2020's job titles that our words were not chosen on, with their unit groups."""
    rows = atlas.store.query("SELECT code, title FROM soc_titles ORDER BY code, title")
    return [(code, title) for code, title in rows if int(hashlib.sha256(title.encode()).hexdigest(), 16) % 2]


def speed(occupations: Mapping[str, Occupation]) -> tuple[float, float, float]:
    """Seconds of the processor to make the index and to look up 100,000 titles, all different; the largest memory in MB."""
    draw = random.Random(SEED)  # noqa: S311 - nothing secret
    names = sorted({name for item in occupations.values() for name in (item.label, *item.titles)})
    asked = [f"{draw.choice(names)} - {draw.choice(CLUTTER)} ({draw.choice(CLUTTER)}) ref {at}" for at in range(MANY)]
    begun = time.process_time()
    titles = Titles(occupations)
    made = time.process_time()
    titles.find_all(asked, 1)
    return made - begun, time.process_time() - made, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def write(rows: Sequence[Mapping[str, Any]], held: int, soc: int, made: float, looked_up: float, memory: float) -> None:
    """The table and the same as data."""
    RESULTS.mkdir(exist_ok=True)
    about: dict[str, Any] = {
        "held": held,
        "soc": soc,
        "index_seconds": round(made, 2),
        "titles": MANY,
        "seconds": round(looked_up, 1),
    }
    about |= {"goal_seconds": GOAL, "megabytes": round(memory), "rows": list(rows)}
    (RESULTS / "titles.json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")
    text = (
        f"# Titles\n\n{held:,} of ESCO's names held out; {soc:,} job titles of SOC 2020. The index is made in {made:.1f} s of "
        f"the processor; {MANY:,} different titles are looked up in {looked_up:.1f} s (goal {GOAL:.0f} s). The run took "
        f"{memory:.0f} MB at the most.\n\n"
        "| Way | Held out: first | in five | SOC group: first | in five | cannot tell |\n|---|---:|---:|---:|---:|---:|\n"
    )
    for row in rows:
        cells = (row.get(name) for name in ("held_first", "held_five", "soc_first", "soc_five", "soc_none"))
        text += f"| {row['way']} | " + " | ".join("" if cell is None else f"{cell:.1%}" for cell in cells) + " |\n"
    (RESULTS / "titles.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
