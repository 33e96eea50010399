"""Measure matching a country's people with its vacancies, hold samples against trying every pair, and try what else one might do.

    python bench/jobs.py            everything
    python bench/jobs.py --most 1e5 quicker

People and vacancies of the United Kingdom are made up, the same each time (seeded), half as many vacancies as people. In the
world called `own` three in ten adverts name skills of their own, as made; in `shared` every advert asks for what ESCO lists for
its occupation. Each size is a process of its own, started afresh; its peak memory includes the making. Of each, some people
of crowded and of lonely places are matched by plain NumPy over every vacancy, and all must be the same, or the run fails. In the
same run: likeness of skills alone, by scikit-learn's nearest neighbours and by sparse_dot_topn, with limits looked at afterwards;
Spark on two cores; the best people for each vacancy; the first call on a new machine, which compiles, and a small caseload, which
does not. Seconds are by the clock; those of the processor stand beside them, as the machine may have had other work. Writes
bench/results/jobs.json and bench/results/jobs.md.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, diags

from levelling.atlas import Atlas
from levelling.jobs import made
from levelling.jobs.matching import engine, plain, settings
from levelling.jobs.matching.arrays import Array, People, Rules, Vacancies
from levelling.jobs.matching.pieces import people_of, vacancies_of
from levelling.jobs.occupations import load

RESULTS = Path(__file__).resolve().parent / "results"
DAY, SEED, K = date(2026, 11, 28), 2020, 10
SIZES = ((10_000, "own"), (100_000, "own"), (1_000_000, "own"), (1_600_000, "own"), (1_600_000, "shared"))
"""People, and the world they look for work in."""
GOAL_SECONDS, GOAL_MEGABYTES = 120.0, 4096
"""For the largest."""
TRIED, OF = 200, 5_000
"""People whom plain NumPy matches, half of crowded and half of lonely places, chosen out of so many."""
REGION, PEOPLE, SPARK, OTHER_WAY = "North East (region)", 10_000, 100_000, 100_000
"""Where, and of how many, likeness alone is tried; how many people Spark is given; of how many the best people are found."""
World = tuple[People, Vacancies, Rules]


def main() -> None:
    """Measure, and write what was found."""
    parser = argparse.ArgumentParser(description="Measure matching.")
    parser.add_argument("--most", type=float, default=2e6, help="the largest number of people")
    parser.add_argument("--one", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(WAYS[given.one[0]](*given.one[1:])))
        return
    busy = round(os.getloadavg()[0], 1)
    with tempfile.TemporaryDirectory() as folder:
        fresh = [apart("first", cache=folder) for _ in range(2)]
    sizes = [apart("size", str(size), world) for size, world in SIZES if size <= given.most]
    about = {"goal_seconds": GOAL_SECONDS, "goal_megabytes": GOAL_MEGABYTES, "cores": os.cpu_count(), "busy": busy}
    about |= {"seconds_to_compile": fresh[0]["seconds"], "seconds_to_read_what_was_compiled": fresh[1]["seconds"]}
    about |= {"seconds_of_a_small_caseload": fresh[1]["small"]}
    write(about | {"sizes": sizes, "likeness": apart("likeness"), "spark": apart("spark"), "best_people": apart("best_people")})


def apart(*what: str, cache: str = "") -> dict[str, Any]:
    """What a fresh process finds."""
    print("measuring", *what, file=sys.stderr, flush=True)
    kept = {"NUMBA_CACHE_DIR": cache} if cache else {}
    done = subprocess.run(
        [sys.executable, __file__, "--one", *what],
        env=os.environ | kept,
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def made_up(people: int, world: str = "own", area: str = "United Kingdom") -> World:
    """People, half as many vacancies, and the weights."""
    atlas = Atlas.open()
    found, vacancies, rules = made.columns(atlas, load(atlas), atlas.area(area), people, people // 2, SEED, settings(DAY, k=K))
    return found, sharing(vacancies) if world == "shared" else vacancies, rules


def sharing(vacancies: Vacancies) -> Vacancies:
    """The same vacancies, each asking for the skills that the first profile of its occupation asks for."""
    _, first, which = np.unique(vacancies.occupation, return_index=True, return_inverse=True)
    profile = first[which][vacancies.profile[vacancies.kind]]
    kinds, kind = np.unique(profile * 16 + vacancies.level[vacancies.kind] + 1, return_inverse=True)
    changed = vacancies._replace(
        kind=kind.astype(np.int32), profile=(kinds // 16).astype(np.int32), level=(kinds % 16 - 1).astype(np.int16)
    )
    return vacancies_of(changed, np.arange(len(kind)))


@contextmanager
def timed() -> Iterator[dict[str, float]]:
    """Seconds by the clock and of the processor, once it is done."""
    taken: dict[str, float] = {}
    clock, processor = time.perf_counter(), time.process_time()
    yield taken
    taken["seconds"] = round(time.perf_counter() - clock, 2)
    taken["processor"] = round(time.process_time() - processor, 2)


def ready(world: World) -> None:
    """Compile, or read what was compiled."""
    people, vacancies, rules = world
    engine.vacancies_for_people(people_of(people, np.arange(50)), vacancies_of(vacancies, np.arange(50)), rules, K)


def first() -> dict[str, Any]:
    """How long the first call takes, of people so few that it is all compiling or reading; and a caseload without compiling."""
    world = made_up(1_000, area="Hartlepool")
    with timed() as small:
        plain.vacancies_for_people(*world, K)
    with timed() as seconds:
        ready(world)
    return {**seconds, "small": small["seconds"]}


def size(people: str, world: str) -> dict[str, Any]:
    """One size of one world."""
    known = made_up(int(people), world)
    ready(known)
    with timed() as seconds:
        best = engine.vacancies_for_people(*known, K)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    who = crowded_and_lonely(known[0], known[1])
    tried = plainly(known)
    wrong = sum(tried(int(person)) != listed(best.index[person]) for person in who)
    if wrong:
        raise SystemExit(f"{wrong} of {len(who)} people have another answer by trying every vacancy.")
    return {
        "people": int(people),
        "vacancies": len(known[1].kind),
        "world": world,
        "profiles": len(known[1].total),
        **seconds,
        "microseconds_a_person": round(1e6 * seconds["seconds"] / int(people)),
        "peak_megabytes": round(peak),
        "with_ten": round(float((best.index[:, -1] >= 0).mean()), 3),
        "with_none": round(float((best.index[:, 0] < 0).mean()), 4),
        "tried_by_numpy": len(who),
        "the_same": len(who) - wrong,
    }


def listed(row: Array) -> list[int]:
    """The vacancies of one person, best first."""
    return [int(at) for at in row if at >= 0]


def crowded_and_lonely(people: People, vacancies: Vacancies) -> Array:
    """Rows of people with the most and with the fewest vacancies within 10 km, of some chosen by chance."""
    chance = np.random.default_rng(SEED)
    some = np.sort(chance.choice(len(people.level), min(OF, len(people.level)), replace=False))
    work = vacancies.xyz[chance.choice(len(vacancies.kind), min(2_000, len(vacancies.kind)), replace=False)]
    near = (people.xyz[some] @ work.T > np.cos(10 / 6371)).sum(axis=1)
    order = some[np.argsort(near, kind="stable")]
    return np.concatenate((order[: TRIED // 2], order[-TRIED // 2 :]))


def kept(people: People, p: int, vacancies: Vacancies) -> tuple[Array, Array]:
    """Of every vacancy, whether a person's limits let it through, and the distance in 100 m."""
    apart = np.sqrt(((people.xyz[p] - vacancies.xyz) ** 2).sum(axis=1)) * 63710
    far = np.where(vacancies.remote == 1, 0, np.floor(np.nan_to_num(apart, nan=1e9) + 0.5))
    least, most = vacancies.hours[:, 0], vacancies.hours[:, 1]
    holds = (vacancies.open == 1) & ((vacancies.remote == 1) | (far <= people.reach[p] * 10))
    holds &= (vacancies.licences & ~people.licences[p] == 0) & (vacancies.demands & people.limits[p] == 0)
    holds &= (vacancies.times & ~people.times[p] == 0) & ((vacancies.pay < 0) | (vacancies.pay >= people.floor[p]))
    holds &= (least < 0) | ((least <= people.hours[p, 1]) & (most >= people.hours[p, 0]))
    return holds, far


def asked(vacancies: Vacancies, rules: Rules) -> Any:
    """A row for each profile, a column for each skill: its weight, twice where essential."""
    worth = (rules.weight[vacancies.skill] * vacancies.doubled).astype(np.int64)
    return csr_matrix((worth, vacancies.skill, vacancies.skill_start), shape=(len(vacancies.total), len(rules.weight)))


def plainly(world: World) -> Callable[[int], list[int]]:
    """A person's best few by plain NumPy over every vacancy."""
    people, vacancies, rules = world
    table, profile = asked(vacancies, rules), vacancies.profile[vacancies.kind]
    level, unit = vacancies.level[vacancies.kind], rules.unit[vacancies.occupation]
    points = np.append(rules.levels, np.zeros(9, np.int64))

    def best(p: int) -> list[int]:
        has = np.zeros(len(rules.weight), np.int64)
        has[people.skill[people.skill_start[p] : people.skill_start[p + 1]]] = 1
        shared = table @ has
        like = np.zeros(len(shared), np.int64)
        for at in range(people.occupation_start[p], people.occupation_start[p + 1]):
            mine = people.occupation[at]
            near = np.where(unit // 10 == rules.unit[mine] // 10, rules.likeness[2], 0)
            near = np.where(unit == rules.unit[mine], rules.likeness[1], near)
            near = np.where(vacancies.occupation == mine, rules.likeness[0], near)
            like = np.maximum(like, np.where(vacancies.occupation < 0, 0, near * people.counts[at] // 100))
        before = rules.parts[0] * (100 * shared // np.maximum(vacancies.total, 1)) + rules.parts[1] * like
        short = np.maximum(level - people.level[p], 0)
        got = points[short] if people.level[p] >= 0 else np.full(len(level), rules.level_unknown)
        fit = (before[profile] + rules.parts[2] * np.where(level < 0, rules.levels[0], got)) // 100
        holds, far = kept(people, p, vacancies)
        rows = np.flatnonzero(holds & ((shared > 0) | (like > 0))[profile] & (fit >= rules.least))
        order = np.lexsort((vacancies.rank[rows], far[rows], -vacancies.quality[rows], -fit[rows]))
        return [int(row) for row in rows[order[:K]]]

    return best


def likeness() -> dict[str, Any]:
    """What likeness of skills alone finds, with limits looked at afterwards, in one region."""
    from sklearn.neighbors import NearestNeighbors
    from sparse_dot_topn import sp_matmul_topn

    people, vacancies, rules = world = made_up(PEOPLE, area=REGION)
    ready(world)
    with timed() as ours:
        best = engine.vacancies_for_people(*world, K)
    tried = plainly(world)
    with timed() as brute:
        same = sum(tried(person) == listed(best.index[person]) for person in range(TRIED))
    mine = csr_matrix((np.sqrt(rules.weight[people.skill]), people.skill, people.skill_start), shape=(PEOPLE, len(rules.weight)))
    theirs = asked(vacancies, rules).astype(np.float64).sqrt()[vacancies.profile[vacancies.kind]]
    mine, theirs = unit_rows(mine), unit_rows(theirs)
    rows: list[dict[str, Any]] = [{"what": "this matcher", **ours, "broken": 0.0, "missed": 0.0}]

    def add(what: str, way: Callable[[], list[Array]]) -> None:
        with timed() as seconds:
            lists = way()
        rows.append({"what": what, **seconds, **held_against(best.index, lists, people, vacancies)})

    def nearest(each: int) -> list[Array]:
        return list(NearestNeighbors(n_neighbors=each, metric="cosine").fit(theirs).kneighbors(mine, return_distance=False))

    def products(each: int) -> list[Array]:
        top = sp_matmul_topn(mine, theirs.T.tocsr(), top_n=each, sort=True)
        return [top.indices[top.indptr[p] : top.indptr[p + 1]] for p in range(PEOPLE)]

    for each in (K, 10 * K):
        add(f"scikit-learn, nearest {each}", partial(nearest, each))
        add(f"sparse_dot_topn, best {each}", partial(products, each))
    if same < TRIED:
        raise SystemExit(f"{TRIED - same} of {TRIED} people have another answer by trying every vacancy.")
    reckoned = round(brute["seconds"] * PEOPLE / TRIED, 1)
    rows.append(
        {"what": f"NumPy over every pair (reckoned from {TRIED} people)", "seconds": reckoned, "broken": 0.0, "missed": 0.0}
    )
    for row in rows:
        row["times_as_long"] = round(row["seconds"] / ours["seconds"], 1)
    return {"area": REGION, "people": PEOPLE, "vacancies": len(vacancies.kind), "rows": rows}


def unit_rows(table: Any) -> Any:
    """The same rows with a length of one."""
    length = np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel())
    return diags(1 / np.maximum(length, 1e-12)) @ table


def held_against(true: Array, lists: list[Array], people: People, vacancies: Vacancies) -> dict[str, float]:
    """The share of what was found that breaks a limit, and of the true best ten that is not among the rest."""
    found = broken = best = missed = 0
    for person, rows in enumerate(lists):
        holds, _ = kept(people, person, vacancies)
        mine, right = {int(row) for row in rows if holds[row]}, set(listed(true[person]))
        found, broken = found + len(rows), broken + len(rows) - len(mine)
        best, missed = best + len(right), missed + len(right - mine)
    return {"broken": round(broken / max(found, 1), 3), "missed": round(missed / max(best, 1), 3)}


def spark() -> dict[str, Any]:
    """Spark on two cores of this machine beside the engine, on the same people."""
    from levelling.jobs.matching import spark as on

    world = made_up(SPARK)
    ready(world)
    with timed() as ours:
        best = engine.vacancies_for_people(*world, K)
    with timed() as starting:
        session = on.session("local[2]", name="bench")
    session.sparkContext.setLogLevel("OFF")
    taken = []
    for _ in range(2):
        with timed() as seconds:
            theirs = on.match_on(session, *world, K)
        taken.append(seconds["seconds"])
    session.stop()
    same = all(getattr(best, side).tobytes() == getattr(theirs, side).tobytes() for side in best.__slots__)
    if not same:
        raise SystemExit("Spark gives another answer.")
    return {
        "people": SPARK,
        "seconds_engine": ours["seconds"],
        "seconds_to_start": starting["seconds"],
        "seconds_first": taken[0],
        "seconds_again": taken[1],
        "same_bytes": same,
    }


def best_people() -> dict[str, Any]:
    """The other way round: the best people for each vacancy."""
    people, vacancies, rules = made_up(OTHER_WAY)
    engine.people_for_vacancies(people_of(people, np.arange(50)), vacancies_of(vacancies, np.arange(50)), rules, K)
    with timed() as seconds:
        engine.people_for_vacancies(people, vacancies, rules, K)
    return {"people": OTHER_WAY, "vacancies": len(vacancies.kind), **seconds}


WAYS: dict[str, Callable[..., dict[str, Any]]] = {
    "first": first,
    "size": size,
    "likeness": likeness,
    "spark": spark,
    "best_people": best_people,
}


def write(results: dict[str, Any]) -> None:
    """Keep the results, and print them."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "jobs.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    text = "\n".join([*head(results), *sizes_told(results["sizes"]), *likeness_told(results["likeness"]), spark_told(results)])
    (RESULTS / "jobs.md").write_text(text + "\n", "utf-8")
    print(text)


def head(results: dict[str, Any]) -> list[str]:
    """What was done, on what."""
    goal = f"{results['goal_seconds']:.0f} s and {results['goal_megabytes'] // 1024} GB"
    return [
        "# Matching people with vacancies",
        "",
        f"The best {K} for each, exactly. Goal for the largest: {goal}. {results['cores']} cores.",
        f"In the minute before, other programs kept {results['busy']} processes busy.",
        "Peak memory includes the making of people and vacancies. In `own` three in ten adverts name skills of their own, in",
        "`shared` none does: they ask for what ESCO lists for the occupation.",
        f"The first call on a new machine compiles, for {results['seconds_to_compile']} s.",
        f"From then on what was compiled is read, in {results['seconds_to_read_what_was_compiled']} s. 1,000 people and 500",
        f"vacancies are matched without compiling, in {results['seconds_of_a_small_caseload']} s.",
        "",
    ]


def sizes_told(sizes: list[dict[str, Any]]) -> list[str]:
    """The table of sizes."""
    heads = ("people", "vacancies", "world", "profiles", "seconds", "of the processor", "µs a person", "peak MB", "with ten")
    rows = []
    for row in sizes:
        counts = (f"{row['people']:,}", f"{row['vacancies']:,}", row["world"], f"{row['profiles']:,}")
        times = (f"{row['seconds']:.1f}", f"{row['processor']:.1f}", str(row["microseconds_a_person"]))
        rest = (f"{row['peak_megabytes']:,}", f"{100 * row['with_ten']:.0f}%", f"{row['the_same']} of {row['tried_by_numpy']}")
        rows.append(f"| {' | '.join((*counts, *times, *rest))} |")
    return [f"| {' | '.join((*heads, 'the same by NumPy'))} |", f"|---:|---:|---|{'---:|' * 7}", *rows, ""]


def likeness_told(found: dict[str, Any]) -> list[str]:
    """The table of other ways."""
    rows = []
    for row in found["rows"]:
        shares = (f"{100 * row['broken']:.0f}%", f"{100 * row['missed']:.0f}%")
        rows.append(f"| {' | '.join((row['what'], format(row['seconds'], '.2f'), str(row['times_as_long']), *shares))} |")
    return [
        f"Other ways, {found['people']:,} people and {found['vacancies']:,} vacancies: {found['area']}. They go by the likeness",
        "of skills alone. 'Broken' is the share of what they find that breaks a limit; 'missed' the share of the true best",
        f"{K} that they do not have once that is dropped.",
        "",
        "| way | seconds | times as long | broken | missed |",
        "|---|---:|---:|---:|---:|",
        *rows,
        "",
    ]


def spark_told(results: dict[str, Any]) -> str:
    """What Spark took, and the other way round."""
    found = results["spark"]
    times = f"{found['seconds_to_start']} s to start, {found['seconds_first']} s the first time, {found['seconds_again']} s again"
    rest = f"{found['seconds_engine']} s without it. The answer is the same to the byte."
    other = results["best_people"]
    people = f"The best {K} people for each of {other['vacancies']:,} vacancies, of {other['people']:,}: {other['seconds']} s."
    return f"Spark on two cores, {found['people']:,} people: {times};\n{rest}\n\n{people}"


if __name__ == "__main__":
    main()
