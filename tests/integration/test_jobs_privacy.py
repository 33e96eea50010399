"""What a file says of a person stands in memory and in the file a user names, and nowhere else: this test looks for it.

A word that stands nowhere in the package is written into every field of a file of people. Every verb that reads such a file is
run in every form, and into errors, in a process of its own with a home, a folder for temporary files and a working folder of its
own. The word may then be found in the file that was read, and nowhere else.
"""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import levelling

WORD = "quxozzlecanary"
FIELDS = (
    *("postcode", "lsoa", "authority", "latitude", "longitude", "travel", "minutes", "occupations", "wants", "skills", "level"),
    *("hours", "times", "not_times", "caring", "floor", "licences", "limits", "remote_only", "furthest", "name", "notes"),
)
ADVERT = ("id", "title", "employer", "latitude", "longitude", "pay", "hours")
COOK = ("v1", "Cook", "Cafe", "54.69", "-1.21", "£13.50 an hour", "20-30")
RUN = """
import json, sys
from levelling.cli import main
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["levelling", "jobs", *arguments]
    try:
        main()
    except SystemExit:
        pass
"""


def lines(path: Path, *rows: tuple[str, ...]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of one's own, with the files to read in `given`."""
    ground = tmp_path_factory.mktemp("privacy")
    for name in ("given", "home", "temporary", "work"):
        (ground / name).mkdir()
    given = ground / "given"
    told = {"ann": (WORD,) * len(FIELDS)}
    # One who can be matched, with the word beside what is read.
    known = {"latitude": "54.686", "longitude": "-1.212", "travel": "car 60 minutes", "wants": "cook"}
    told["bob"] = tuple(known.get(field, WORD) for field in FIELDS)
    lines(given / "people.csv", ("id", *FIELDS, "mood"), *((key, *values, WORD) for key, values in told.items()))
    records = [{"id": key, **dict(zip(FIELDS, values, strict=True)), "mood": WORD} for key, values in told.items()]
    (given / "people.json").write_text(json.dumps(records), "utf-8")
    (given / "broken.json").write_text(json.dumps(records)[:-60] + f' "{WORD}', "utf-8")
    (given / "torn.csv").write_text(f'id,wants\nann,"{WORD}\nbob,{WORD}\n', "utf-8")
    (given / "headless.csv").write_text(f"{WORD},{WORD}\n{WORD},{WORD}\n", "utf-8")
    (given / "bytes.csv").write_bytes(f"id,wants\nann,{WORD}\xe9\n".encode("latin-1"))
    lines(given / "vacancies.csv", ADVERT, COOK)
    return ground


def commands(ground: Path) -> Iterator[list[str]]:
    given = ground / "given"
    vacancies = ["--vacancies", str(given / "vacancies.csv"), "--as-of", "2026-11-28"]
    for name in ("people.json", "broken.json", "torn.csv", "headless.csv", "bytes.csv"):
        yield ["match", "--people", str(given / name), *vacancies]
    people = ["--people", str(given / "people.csv")]
    both = [*people, *vacancies]
    yield ["match", *both, "--csv", "--best", "people"]
    for ending in ("csv", "html"):
        yield ["match", *both, "--out", f"matches.{ending}", "--faults", f"faults-{ending}.csv"]
    yield ["match", *both, "--out", "no-such-folder/matches.csv"]
    yield ["match", *both, "--postcodes", str(given / "people.csv")]
    yield ["share", *both, "--out", "shared.csv"]
    for key in ("bob", "bobb"):
        yield ["explain", key, *both]
    yield ["explain", "bob", "--vacancy", "v1", "--json", *both]
    yield ["create", "care-worker", "--area", "Hartlepool", "--caseload", str(given / "people.csv")]
    yield ["demand", "Hartlepool", *both]


def test_the_word_is_found_nowhere_but_in_the_files_that_were_read(ground: Path) -> None:
    environment = {
        **os.environ,
        "HOME": str(ground / "home"),
        "XDG_CACHE_HOME": str(ground / "home" / "cache"),
        "TMPDIR": str(ground / "temporary"),
    }
    asked = list(commands(ground))
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(asked)],
        cwd=ground / "work",
        env=environment,
        capture_output=True,
        check=False,
        timeout=300,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said.decode()[-2000:]
    assert b"Traceback" not in said
    assert said.count(b"People: ") >= 10  # the files were read indeed
    assert {"matches.csv", "matches.html", "shared.csv", "faults-csv.csv"} <= {path.name for path in (ground / "work").iterdir()}
    assert not list((ground / "temporary").iterdir())
    assert WORD.encode() not in said.lower(), _around(said)
    places = [ground / "home", ground / "work", Path(levelling.__file__).parent]
    found = [path for place in places for path in place.rglob("*") if path.is_file() and holds(path)]
    assert not found
    assert holds(ground / "given" / "people.csv")  # what looks for it finds it


def holds(path: Path) -> bool:
    """Whether a file holds the word, in UTF-8 or UTF-16."""
    content = path.read_bytes().lower()
    return any(WORD.encode(encoding) in content for encoding in ("utf-8", "utf-16-le"))


def _around(said: bytes) -> bytes:
    at = said.lower().find(WORD.encode())
    return said[max(at - 300, 0) : at + 100]
