"""Measure the smallest consortium among 500 providers, exactly, over bids of several kinds.

    python bench/consortium.py

Providers are made up, the same each time (seeded): most serve one or two themes in a few authorities, as the source paper finds,
and few serve many. Writes bench/results/consortium.json and bench/results/consortium.md.
"""

import json
import os
import random
import time
from pathlib import Path
from typing import Any

from levelling.atlas import Atlas
from levelling.solutions.providers.bid import Bid
from levelling.solutions.providers.consortium import consortium
from levelling.solutions.providers.offers import Covering
from levelling.solutions.providers.themes import themes

RESULTS = Path(__file__).resolve().parent / "results"
PROVIDERS = 500
GOAL = 10.0
SEED = 2020
BIDS = (
    ("Hartlepool", 1, 8),
    ("Tees Valley", 1, 8),
    ("Tees Valley", 2, 8),
    ("", 1, 30),
    ("Hartlepool", 1, 30),
    ("Hartlepool", 3, 30),
    ("Tees Valley", 1, 30),
    ("North East (region)", 1, 30),
)
"""Place, members for each theme, and themes: eight are a large bid, thirty are all there are."""


def main() -> None:
    """Measure, and write what was found."""
    atlas = Atlas.open()
    known = [theme.id for theme in themes().all]
    measured = []
    for place, at_least, count in BIDS:
        area = atlas.area(place) if place else None
        codes = frozenset(atlas.gazetteer.authorities(area)) if area else frozenset({"E06000001"})
        providers = made(sorted(codes), known)
        bid = Bid(tuple(known[:count]), at_least=at_least)
        started = time.perf_counter()
        found = consortium(providers, bid, themes(), area, codes, GOAL)
        measured.append(
            {
                "place": place or "none",
                "themes": len(bid.themes),
                "authorities": len(codes) if area else 0,
                "at_least": at_least,
                "members": len(found.members),
                "proven_smallest": found.proven,
                "at_least_needed": found.at_least,
                "proven_best": found.best_proven,
                "alternatives": len(found.alternatives),
                "seconds": round(time.perf_counter() - started, 2),
            }
        )
    write({"providers": PROVIDERS, "goal_seconds": GOAL, "busy": round(os.getloadavg()[0], 1), "measured": measured})


def made(codes: list[str], known: list[str]) -> list[Covering]:
    """Made-up providers."""
    chance = random.Random(SEED)  # noqa: S311 - made-up providers, the same each time
    found = []
    for number in range(PROVIDERS):
        serves = chance.sample(known, chance.choice((1, 1, 1, 2, 2, 3, 5, 8)))
        reach = {theme: frozenset(chance.sample(codes, chance.randint(1, len(codes)))) for theme in serves}
        found.append(Covering(f"p{number:03d}", f"Provider {number}", reach, fresh=chance.random() < 0.6))
    # One for each theme everywhere, so that no bid is out of reach.
    found += [Covering(f"q{theme}-{at}", f"All of {theme} {at}", {theme: frozenset(codes)}) for theme in known for at in range(3)]
    return found[-PROVIDERS:]


def write(results: dict[str, Any]) -> None:
    """Keep the results, and print them."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "consortium.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    lines = [
        "# Consortium",
        "",
        (
            f"The smallest set among {results['providers']} providers, the best of that size, and up to five others, within "
            f"{results['goal_seconds']:.0f} s. Other programs kept {results['busy']} processes busy."
        ),
        "",
        "| place | themes | authorities | at least | members | proven smallest | proven best | others | seconds |",
        "|---|---:|---:|---:|---:|---|---|---:|---:|",
        *(
            f"| {item['place']} | {item['themes']} | {item['authorities']} | {item['at_least']} | {item['members']} | "
            f"{'yes' if item['proven_smallest'] else f'''no: at least {item['at_least_needed']}'''} | "
            f"{'yes' if item['proven_best'] else 'no'} | {item['alternatives']} | {item['seconds']} |"
            for item in results["measured"]
        ),
    ]
    text = "\n".join(lines) + "\n"
    (RESULTS / "consortium.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
