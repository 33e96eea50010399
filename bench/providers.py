"""Measure reading a directory of 100,000 services and working out its gaps, and how memory goes with the number of pages.

    python bench/providers.py                  1,000 pages of 100 services, and 100 pages of 100 beside them
    python bench/providers.py --pages 200      quicker

The directory is made up, the same each time (seeded): full entries of about 2 kB in the Open Referral UK profile, 5,000
providers, places all over England. Each measurement is a process of its own. Writes bench/results/providers.json and
bench/results/providers.md.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).resolve().parent / "results"
GOAL = 20.0
A_PAGE = 100
PROVIDERS = 5_000
SEED = 2020
_WORK = (
    "Help to find and keep work, with a job coach and interview practice.",
    "Counselling for people with depression or anxiety.",
    "Debt advice and help with benefits.",
    "Courses in digital skills and English language classes.",
    "A befriending scheme for older people who are lonely.",
    "Support for carers, with respite and a monthly meeting.",
    "Housing advice for tenants and people who are homeless.",
    "A nursery and breakfast club for children under school age.",
    "Community transport with a minibus and volunteer drivers.",
    "Recovery service for people with drug and alcohol problems.",
    "Sports sessions for everyone, every week, on the playing field.",
)
_FILLER = "We meet in a building with step-free access. Tea and coffee are free. Ask at the desk, by telephone or by letter. " * 4
_AREAS = ("Hartlepool", "Cornwall", "Leeds", "Manchester", "Kent", "Tees Valley", "Norfolk", "England", "Bristol", "Our district")


def main() -> None:
    """Measure, and write what was found."""
    parser = argparse.ArgumentParser(description="Measure a large directory of services.")
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        print(json.dumps(run(given.child)))
        return
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large", Path(folder) / "small"
        write_pages(large, given.pages)
        write_pages(small, max(1, given.pages // 10))
        busy = os.getloadavg()[0]
        write({"busy_before": round(busy, 1), "goal_seconds": GOAL, "large": child(large), "small": child(small)})


def write_pages(folder: Path, pages: int) -> None:
    """A made-up directory, one file a page."""
    folder.mkdir()
    chance = random.Random(SEED)  # noqa: S311 - made-up services, the same each time
    for page in range(1, pages + 1):
        contents = [service(chance, (page - 1) * A_PAGE + at) for at in range(A_PAGE)]
        head = {"total_items": pages * A_PAGE, "total_pages": pages, "page_number": page, "size": A_PAGE}
        (folder / f"page-{page}.json").write_text(json.dumps({**head, "contents": contents}), "utf-8")


def service(chance: random.Random, number: int) -> dict[str, Any]:
    """One made-up service."""
    # Few providers have many services, and many have few.
    provider = int(PROVIDERS * chance.random() ** 2)
    entry: dict[str, Any] = {
        "id": f"00000000-0000-4000-8000-{number:012d}",
        "name": f"Service {number}",
        "description": f"<p>{' '.join(chance.sample(_WORK, chance.choice((1, 1, 1, 2, 3))))}</p> {_FILLER}",
        "status": "active" if chance.random() < 0.95 else "inactive",
        "assured_date": f"{chance.choice((2023, 2025, 2026))}-0{chance.randint(1, 9)}-15",
        "organization": {"id": f"provider-{provider}", "name": f"Provider {provider}", "description": _FILLER},
        "attributes": [{"id": "1", "taxonomy_term": {"id": "2", "name": "Community support"}}],
    }
    if chance.random() < 0.5:
        entry["service_areas"] = [{"id": "3", "name": chance.choice(_AREAS)}]
    else:
        place = {"id": "4", "latitude": chance.uniform(51, 55), "longitude": chance.uniform(-3, 0.5)}
        entry["service_at_locations"] = [{"id": "5", "location": place}]
    return entry


def run(folder: Path) -> dict[str, Any]:
    """Read a directory and hold it against the needs of a place."""
    import resource

    from levelling.api.directories import read_directory
    from levelling.atlas import Atlas
    from levelling.challenge.needs import needs
    from levelling.core.period import Period
    from levelling.solutions.providers.survey import survey

    started = time.perf_counter()
    atlas = Atlas.open()
    area = atlas.area("Tees Valley")
    found = survey(atlas, read_directory(folder), folder.name, Period.parse("2026-11-28"), area, needs=needs(atlas, area))
    return {
        "seconds": round(time.perf_counter() - started, 2),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "read": found.read,
        "counted": found.services,
        "providers": len(found.offers),
        "needs": len(found.gaps),
        "problems": found.problem_count,
    }


def child(folder: Path) -> dict[str, Any]:
    """The same in a process of its own."""
    done = subprocess.run([sys.executable, __file__, "--child", str(folder)], check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def write(results: dict[str, Any]) -> None:
    """Keep the results, and print them."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "providers.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    large, small = results["large"], results["small"]
    text = (
        "# A large directory\n\n"
        f"{large['read']:,} services in {large['read'] // A_PAGE:,} pages read, classified, placed and held against "
        f"{large['needs']} needs: {large['seconds']} s (goal {GOAL:.0f} s), at most {large['peak_mb']} MB of memory. "
        f"A tenth of them: {small['seconds']} s, {small['peak_mb']} MB. In the minute before, other programs kept "
        f"{results['busy_before']} processes busy on average.\n\n"
        f"{large['problems']:,} problems were told of, as every made-up description holds HTML.\n"
    )
    (RESULTS / "providers.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
