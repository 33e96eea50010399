"""Measure how well the words of `facts/providers/` find barriers and groups, against charities coded by hand.

    python bench/themes.py SAMPLE.csv              the half that the words were not chosen on
    python bench/themes.py SAMPLE.csv --half first the half they were chosen on

SAMPLE is the hand-coded sample of UK-CAT (David Kane, https://github.com/drkane/ukcat, CC BY 4.0): columns reg_number, name,
activities, objects and UKCAT. The first half is every charity whose number adds up to an even digit sum. Writes
bench/results/themes.json and bench/results/themes.md.
"""

import argparse
import csv
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from levelling.core.service import Service
from levelling.solutions.providers.themes import Kind, Theme, themes
from levelling.sources.charity_register.rows import told

RESULTS = Path(__file__).resolve().parent / "results"
CODES = {
    "employability": ("ED302", "EC107"),
    "skills": ("ED101", "ED102", "ED300", "ED301", "ED306"),
    "mental-health": ("HE210", "HE304"),
    "health-conditions": ("HE200", "HE202", "HE203", "HE204", "HE205", "HE206", "HE208", "HE211", "HE212", "HE213", "HE214"),
    "disability": ("BE200", "BE201", "BE110", "HE207", "HE215"),
    "money": ("SW105", "SW301"),
    "housing": ("HO101", "HO102", "HO103", "HO104", "HO105"),
    "addiction": ("HE201",),
    "childcare": ("CC101", "CC102", "CC104"),
    "offending": ("CJ101",),
    "transport": ("SW104",),
    "language": ("ED303",),
    "digital": ("ED304",),
    "domestic-abuse": ("SW202", "SW203", "SW204"),
    "isolation": ("SW106",),
    "young-people": ("BE115", "AS300", "AS301", "AS302", "AS303", "FA108"),
    "older-people": ("BE108", "ED109"),
    "disabled-people": ("BE200", "BE201", "BE110", "HE207", "HE215"),
    "carers": ("SC102", "SC108"),
    "women": ("BE113", "BE104", "AS105", "AS106", "AS107"),
    "men": ("BE106",),
    "ethnic-minorities": ("BE111",),
    "refugees-and-migrants": ("BE101", "BE107"),
    "offenders": ("CJ101",),
    "homeless-people": ("HO103",),
    "veterans": ("AF104", "AF101", "AF102", "AF103"),
    "lgbt": ("BE105",),
    "parents": ("BE109",),
    "care-leavers": ("SC103",),
    "unemployed-people": ("EC107",),
}
"""Which of UK-CAT's codes come nearest to each theme. Some are wider or narrower than the theme."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How well one theme is found: counts of charities, and shares that can be told from them."""

    theme: str
    kind: str
    coded: int
    found: int
    both: int
    precision: float | None
    recall: float | None


def main() -> None:
    """Measure one half and write what was found."""
    parser = argparse.ArgumentParser(description="Measure the words of barriers and groups against a hand-coded sample.")
    parser.add_argument("sample", type=Path)
    parser.add_argument("--half", choices=["first", "second"], default="second")
    parser.add_argument("--show", default="", help="a theme: list what was missed and what was found in error")
    given = parser.parse_args()
    rows = half(given.sample, given.half)
    known = themes()
    found = [{theme.id for theme in known.of(as_service(row))} for row in rows]
    if given.show:
        show(rows, found, given.show)
        return
    measured = [measure(theme, rows, found) for theme in known.all if theme.id in CODES]
    write(measured, len(rows), given.half)


def half(path: Path, which: str) -> list[dict[str, str]]:
    """The charities of one half."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["UKCAT"]]
    return [
        row for row in rows if (sum(int(digit) for digit in row["reg_number"] if digit.isdigit()) % 2 == 0) is (which == "first")
    ]


def as_service(row: dict[str, str]) -> Service:
    """A charity as the program reads one: by what it does, and by what it may do only where it does not say."""
    return Service(row["reg_number"], row["name"], None, told(row["activities"], row["objects"]))


def measure(theme: Theme, rows: Iterable[dict[str, str]], found: list[set[str]]) -> Measured:
    """Precision (of those found, how many are coded so) and recall (of those coded so, how many are found)."""
    coded = [bool(set(CODES[theme.id]) & codes(row)) for row in rows]
    ours = [theme.id in each for each in found]
    both = sum(a and b for a, b in zip(coded, ours, strict=True))
    precision = round(both / sum(ours), 2) if any(ours) else None
    recall = round(both / sum(coded), 2) if any(coded) else None
    return Measured(theme.id, theme.kind.value, sum(coded), sum(ours), both, precision, recall)


def codes(row: dict[str, str]) -> set[str]:
    """The codes a person gave."""
    return {code.strip() for code in row["UKCAT"].split(";")}


def show(rows: list[dict[str, str]], found: list[set[str]], theme: str) -> None:
    """List what was missed and what was found in error."""
    for row, ours in zip(rows, found, strict=True):
        coded = bool(set(CODES[theme]) & codes(row))
        if coded != (theme in ours):
            print(
                "MISSED" if coded else "EXTRA ",
                row["name"],
                "|",
                row["activities"][:300],
                "|",
                row["objects"][:300],
                row["UKCAT"],
            )


def write(measured: list[Measured], charities: int, which: str) -> None:
    """Keep the results, and print them."""
    RESULTS.mkdir(exist_ok=True)
    lines = [
        "# Words of barriers and groups",
        "",
        f"Against {charities} charities coded by hand, the {which} half of the sample.",
        "",
        "| theme | coded by hand | found by words | both | precision | recall |",
        "|---|---:|---:|---:|---:|---:|",
        *(
            f"| {item.theme} | {item.coded} | {item.found} | {item.both} | {shown(item.precision)} | {shown(item.recall)} |"
            for item in measured
        ),
    ]
    for kind in Kind:
        part = [item for item in measured if item.kind == kind.value]
        both, ours, coded = (sum(getattr(item, field) for item in part) for field in ("both", "found", "coded"))
        lines += [f"| all {kind.value}s | {coded} | {ours} | {both} | {both / ours:.2f} | {both / coded:.2f} |"]
    text = "\n".join(lines) + "\n"
    if which == "second":
        kept = {"charities": charities, "themes": [asdict(item) for item in measured]}
        (RESULTS / "themes.json").write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
        (RESULTS / "themes.md").write_text(text, "utf-8")
    print(text)


def shown(value: float | None) -> str:
    """A share as it is written; a dash where there is none."""
    return "-" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    main()
