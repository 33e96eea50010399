"""Measure the program, and beside it the same job done by a plain pandas and matplotlib script, in the same run.

    make bench                                     everything; FROM=folder of the publishers' files for the build of the figures
    python bench/run.py --runs 3 --places 5        quicker

Every measurement is a process of its own, started afresh, so that imports count. The files it reads are in the system's cache,
as one run goes before and is not counted. Writes bench/results/latest.json and bench/results/latest.md.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

BENCH = Path(__file__).resolve().parent
PROJECT = BENCH.parent
RESULTS = BENCH / "results"
LEVELLING = str(Path(sys.executable).parent / "levelling")
PLACE = "Hartlepool"
PACKAGES = ("duckdb", "polars", "pydantic", "pandas", "matplotlib")
GOALS = {"plan": (2.0, 400), "all": (60, None), "figures": (20, None)}


@dataclass(frozen=True, slots=True)
class Run:
    """One process: seconds by the clock, its largest memory in MB, and its memory as it went along (Linux alone)."""

    seconds: float
    peak: float
    memory: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """Several runs of one thing.

    Attributes:
        name: A short key.
        what: What was run, in words.
        runs: How many runs are counted.
        median: Seconds, the middle run.
        least: Seconds, the quickest run.
        most: Seconds, the slowest run.
        peak: The largest memory of any run, in MB.
        places: How many pages one run makes; 0 where it makes none.
        growth: The median memory of the last quarter of the run over that of the second quarter; 1.0 is flat.
    """

    name: str
    what: str
    runs: int
    median: float
    least: float
    most: float
    peak: float
    places: int = 0
    growth: float | None = None


def main() -> None:
    """Measure everything and write the results."""
    parser = argparse.ArgumentParser(description="Measure the program against its goals and a plain script.")
    parser.add_argument("--from", dest="source", type=Path, help="the folder of the publishers' files, to measure the build")
    parser.add_argument("--runs", type=int, default=5, help="runs of each short measurement")
    parser.add_argument("--places", type=int, default=10, help="places the plain script makes pages of")
    given = parser.parse_args()
    on = machine()
    with tempfile.TemporaryDirectory() as folder:
        measured = measure_all(Path(folder), given.source, given.runs, given.places)
    results = {
        "machine": on,
        "goals": goals(),
        "measured": [asdict(item) for item in measured],
        "ratios": ratios(measured),
    }
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "latest.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    table = as_markdown(results, measured)
    (RESULTS / "latest.md").write_text(table, "utf-8")
    print(table)


def measure_all(folder: Path, source: Path | None, runs: int, places: int) -> list[Measured]:
    """Run every benchmark; say on the way what is being measured."""
    names = some_places(places)
    baseline = [sys.executable, str(BENCH / "baseline_pandas.py")]
    several = folder / "several"
    several.mkdir()
    found = [
        repeat("plan", f"levelling plan {PLACE}", [LEVELLING, "plan", PLACE, "--out", str(folder / "plan.html")], runs, places=1),
        repeat(
            "plain", f"the plain script, {PLACE}", [*baseline, str(folder / "plain.html"), PLACE], max(1, runs // 2), places=1
        ),
        repeat(
            "all",
            f"levelling plan --all --level lad ({len(lad_names())} pages)",
            [LEVELLING, "plan", "--all", "--level", "lad", "--out", str(folder / "all")],
            1,
            places=len(lad_names()),
            warm=False,
        ),
        repeat(
            "plain-all",
            f"the plain script, {len(names)} places in one go",
            [*baseline, str(several), *names],
            1,
            places=len(names),
            warm=False,
        ),
    ]
    if source and source.is_dir():
        built = [LEVELLING, "figures", "build", "--from", str(source), "--out", str(folder / "figures")]
        found.append(repeat("figures", "levelling figures build, all publishers", built, max(1, runs // 2)))
    else:
        tell("The build of the figures is not measured: there is no folder of publishers' files (FROM=folder)")
    return found


def repeat(name: str, what: str, command: Sequence[str], runs: int, places: int = 0, *, warm: bool = True) -> Measured:
    """Run a command several times, after one run that is not counted (unless `warm` is false)."""
    tell(f"Measuring {what}")
    if warm:
        run(command)
    done = [run(command) for _ in range(runs)]
    seconds = sorted(item.seconds for item in done)
    return Measured(
        name,
        what,
        runs,
        median=round(statistics.median(seconds), 3),
        least=round(seconds[0], 3),
        most=round(seconds[-1], 3),
        peak=round(max(item.peak for item in done), 1),
        places=places,
        growth=growth(done[-1].memory),
    )


def run(command: Sequence[str]) -> Run:
    """Run a command to its end, and watch its memory.

    Raises:
        SystemExit: It failed; a failed run is never counted.
    """
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=said, env=as_a_user_has_it())
        memory: list[float] = []
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            memory.append(memory_of_family(process.pid))
            time.sleep(0.01)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            said.seek(0)
            sys.exit(f"{' '.join(command)} failed:\n{said.read().decode(errors='replace')}")
    # A process's own peak as the system keeps it, or what its family was seen to hold together.
    own = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return Run(seconds, max(own, *memory, 0.0), tuple(value for value in memory if value))


def as_a_user_has_it() -> dict[str, str]:
    """The environment without what some build machines set: Python keeps its modules compiled after the first run."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def memory_of_family(pid: int) -> float:
    """The memory that a process and its children hold now, in MB; 0 where the system does not say."""
    total = 0.0
    try:
        for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
            if line.startswith("VmRSS:"):
                total = int(line.split()[1]) / 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            for child in (task / "children").read_text("ascii").split():
                total += memory_of_family(int(child))
    except (OSError, ValueError):
        pass
    return total


def growth(memory: Sequence[float]) -> float | None:
    """Memory in the last quarter of a run over that in its second quarter; nothing for a run too short to say."""
    quarter = len(memory) // 4
    if quarter < 50:
        return None
    return round(statistics.median(memory[-quarter:]) / statistics.median(memory[quarter : 2 * quarter]), 3)


def ratios(measured: Sequence[Measured]) -> dict[str, float]:
    """How many times as long the plain script takes, for one page from cold and for a page among many."""
    by_name = {item.name: item for item in measured}
    each = {name: item.median / item.places for name, item in by_name.items() if item.places}
    return {
        "one page from cold, plain script over levelling": round(each["plain"] / each["plan"], 1),
        "a page among many, plain script over levelling": round(each["plain-all"] / each["all"], 1),
    }


def goals() -> dict[str, dict[str, float | None]]:
    """What the project set out to reach, on two cores."""
    return {name: {"seconds": seconds, "megabytes": megabytes} for name, (seconds, megabytes) in GOALS.items()}


def lad_names() -> list[str]:
    """The names of all current local authorities."""
    from levelling.atlas import Atlas
    from levelling.core.area import Level

    return [area.name for area in Atlas.open().gazetteer.all(Level.LAD) if area.is_current]


def some_places(count: int) -> list[str]:
    """Places spread evenly over the list of authorities, the same each time."""
    names = lad_names()
    return names[:: max(1, len(names) // count)][:count]


def machine() -> dict[str, Any]:
    """What was measured on: enough to judge the figures, nothing that names its owner."""
    model, memory = platform.processor(), 0.0
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
        memory = int(Path("/proc/meminfo").read_text("ascii").split()[1]) / 1024 / 1024
    except (OSError, ValueError):
        pass
    return {
        "measured": time.strftime("%Y-%m-%d", time.gmtime()),
        "processor": model,
        "cores": os.cpu_count(),
        "memory_gb": round(memory, 1),
        "busy_before": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
    }


def as_markdown(results: dict[str, Any], measured: Sequence[Measured]) -> str:
    """The results as a table a person reads."""
    on = results["machine"]
    lines = [
        "# Benchmarks",
        "",
        f"Measured on {on['measured']}: {on['processor']}, {on['cores']} cores, {on['memory_gb']} GB, {on['system']}, "
        f"Python {on['python']}, " + ", ".join(f"{name} {found}" for name, found in on["packages"].items()) + ".",
        "Each run is a fresh process; files are in the system's cache. `make bench` measures again.",
        f"In the minute before, other programs kept {on['busy_before']} processes busy on average.",
        "",
        "| What | Runs | Median s | Least s | Most s | Peak MB | s a page | Memory, last over second quarter | Goal |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    for item in measured:
        page = f"{item.median / item.places:.3f}" if item.places else ""
        seconds, megabytes = GOALS.get(item.name, (None, None))
        goal = (f"{seconds} s" if seconds else "") + (f", {megabytes} MB" if megabytes else "")
        cells = (item.what, item.runs, f"{item.median:.2f}", f"{item.least:.2f}", f"{item.most:.2f}", f"{item.peak:.0f}")
        lines.append("| " + " | ".join(map(str, (*cells, page, "" if item.growth is None else item.growth, goal))) + " |")
    lines += ["", *(f"- {what}: {ratio} times" for what, ratio in results["ratios"].items()), ""]
    return "\n".join(lines)


def tell(what: str) -> None:
    """Say what is going on, apart from the results."""
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
