"""A tiny folder of figures, written as the build writes it: what tests of the atlas read in place of the shipped ones."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from levelling.atlas.ledger import LEDGER, FigureFile, Ledger
from levelling.sources.contract import ESTIMATES, SMALL_AREAS


def write_figures(
    folder: Path,
    estimates: Sequence[tuple[str, str, str, float | None]] = (),
    small: Sequence[tuple[str, str, float, str]] = (),
    tables: Mapping[str, pl.DataFrame] | None = None,
) -> Path:
    """Write figures to a folder.

    Args:
        folder: Where.
        estimates: Rows of indicator, area code, period, value.
        small: Rows of indicator, small area code, value, period.
        tables: Other tables by name.
    """
    files = []
    rows = [
        (slug, "", code, period, value, None, None, "normal" if value is not None else "missing", "r")
        for slug, code, period, value in estimates
    ]
    frames = {("estimates", "test"): pl.DataFrame(rows, schema=ESTIMATES, orient="row")}
    if small:
        frames["small-areas", "test"] = pl.DataFrame([(*row, "r") for row in small], schema=SMALL_AREAS, orient="row")
    frames |= {("table", name): table for name, table in (tables or {}).items()}
    for (kind, name), frame in frames.items():
        path = folder / f"{kind}-{name}.parquet"
        frame.write_parquet(path)
        files.append(FigureFile(path.name, kind, name, frame.height, hashlib.sha256(path.read_bytes()).hexdigest()))
    (folder / LEDGER).write_text(Ledger(tuple(files), {}, {}).to_json(), "utf-8")
    return folder
