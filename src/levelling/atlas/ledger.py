"""The ledger: which files hold the figures, and the releases they came from.

The ledger is the only way to the figures. The files it names carry their own hash in their names and are never changed, so
replacing the ledger by one rename swaps every figure at once, and a reader who opened the old ones keeps them whole.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from levelling.core.errors import UserError
from levelling.core.indicator import Release

LEDGER = "ledger.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class FigureFile:
    """One Parquet file of figures.

    Attributes:
        file: Its name in the figures folder.
        kind: `estimates`, `small-areas`, or `table`.
        name: The source (or table) it holds.
        rows: How many rows.
        sha256: Hash of its bytes.
    """

    file: str
    kind: str
    name: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A release in the ledger, with what was taken from it.

    Attributes:
        release: The publication.
        source: The folder in `sources/` that reads it; `Ledger.inputs` has the hashes of its input files.
        indicators: How many indicators it gives.
        rows: How many rows of figures.
        areas: How many areas they are for.
        first_period: The oldest period, ISO 8601.
        last_period: The newest.
    """

    release: Release
    source: str
    indicators: int
    rows: int
    areas: int
    first_period: str
    last_period: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All files and releases of one folder of figures.

    Attributes:
        files: The Parquet files that count.
        entries: The releases, by key.
        inputs: SHA-256 of every input file, by source and name.
    """

    files: tuple[FigureFile, ...]
    entries: dict[str, Entry]
    inputs: dict[str, dict[str, str]]

    def of_kind(self, kind: str) -> tuple[FigureFile, ...]:
        """The files of one kind."""
        return tuple(file for file in self.files if file.kind == kind)

    def to_json(self) -> str:
        """The ledger as text: the same figures give the same bytes."""
        entries = [
            {
                **asdict(entry.release),
                "released": entry.release.released.isoformat() if entry.release.released else None,
                **{key: value for key, value in asdict(entry).items() if key != "release"},
            }
            for _, entry in sorted(self.entries.items())
        ]
        files = [asdict(file) for file in sorted(self.files, key=lambda file: (file.kind, file.name))]
        whole = {"format": FORMAT, "files": files, "releases": entries, "inputs": self.inputs}
        return json.dumps(whole, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def read_ledger(folder: Path) -> Ledger:
    """Read the ledger of a folder of figures.

    Raises:
        UserError: There is none, or it cannot be read.
    """
    path = folder / LEDGER
    broken = UserError(f"The ledger {path} cannot be read.", "Build the figures again, or install levelling again.")
    try:
        raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise UserError(
            f"There are no figures in {folder}.",
            "Build them with: levelling figures build --from DIR, or install levelling again.",
        ) from error
    except (OSError, ValueError) as error:
        raise broken from error
    if not isinstance(raw, dict):
        raise broken
    if raw.get("format") != FORMAT:
        raise UserError(f"The figures in {folder} are of a format this version does not read.", "Build the figures again.")
    try:
        files = tuple(FigureFile(**file) for file in raw["files"])
        return Ledger(files, {item["id"]: _entry(item) for item in raw["releases"]}, raw["inputs"])
    except (KeyError, TypeError, ValueError) as error:
        raise broken from error


def _entry(item: dict[str, Any]) -> Entry:
    released = date.fromisoformat(item["released"]) if item["released"] else None
    about = {key: item[key] for key in ("id", "publisher", "title", "address", "licence", "attribution", "note")}
    rest = {key: item[key] for key in ("source", "indicators", "rows", "areas", "first_period", "last_period")}
    return Entry(release=Release(released=released, **about), **rest)
