"""Compile publishers' files into figures: one command, the same bytes each time, the old figures whole until the end."""

import errno
import hashlib
import importlib
import os
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from levelling.atlas.atlas import Atlas
from levelling.atlas.catalogue import Catalogue
from levelling.atlas.coverage import Coverage
from levelling.atlas.files import write_atomically
from levelling.atlas.ledger import LEDGER, Entry, FigureFile, Ledger, read_ledger
from levelling.atlas.small_areas import PUBLISHED_SMALL
from levelling.atlas.store import BY_AREA, Store
from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.sources.checks import check_estimates, check_small_areas
from levelling.sources.contract import ESTIMATES, SMALL_AREAS, Source, Tidy
from levelling.sources.inputs import Inputs

Derive = Callable[[Atlas], Sequence[Mapping[str, object]]]
"""From all the figures to the rows of one more table."""

_ORDER = ["indicator", "category", "period", "area_code"]
_GEOGRAPHY = "ons-geography"
_PUBLISHED = ["indicator", "category", "level", "nations", "newest"]
_PUBLISHED_SMALL = ["indicator", "period", "release", "letter", "highest"]


@dataclass(frozen=True, slots=True)
class Compiled:
    """One source after its tidy step, with the hashes of what it read."""

    source: Source
    tidy: Tidy
    hashes: dict[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the geography says: every code, and the codes that are the same area under a newer one."""

    areas: frozenset[str]
    small_areas: frozenset[str]
    recoded: dict[str, str]


def discover() -> tuple[Source, ...]:
    """Every source there is: each package in `levelling.sources` that holds a `SOURCE`.

    Packages that read users' own files and feeds hold no figures and have `READS` instead.
    """
    import levelling.sources as package

    found = []
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            loaded = importlib.import_module(f"{package.__name__}.{module.name}")
            found += [loaded.SOURCE] if hasattr(loaded, "SOURCE") else []
    return tuple(sorted(found, key=lambda source: source.name))


def compile_source(source: Source, folder: Path) -> Compiled:
    """Run one source's tidy step on the files below a folder.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
    """
    inputs = Inputs(folder, source.files)
    return Compiled(source, source.tidy(inputs), inputs.sha256())


def check_tidy(source: Source, folder: Path) -> Tidy:
    """Run one source and check its tables, area codes apart: the quick check while a source is being written.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
        ContractBroken: The figures break their contract.
    """
    done = compile_source(source, folder)
    _check(done, Catalogue.load(), None)
    return done.tidy


def build(
    folder: Path, out: Path, report: Callable[[str], None] = lambda _: None, derived: Mapping[str, Derive] | None = None
) -> Ledger:
    """Compile all sources below `folder` into figures in `out`.

    New files are written beside the old ones; the ledger is replaced last, by one rename. Whatever stops the build before
    that leaves the old figures as they were.

    Args:
        folder: Where the publishers' files are.
        out: The folder of figures.
        report: Called with a line on each source as it is done.
        derived: Further tables by name, each worked out from all the figures by a chapter that this package does not know.

    Returns:
        The new ledger.

    Raises:
        SourceChanged: A file is missing or not in the known shape.
        ContractBroken: Some figures break their contract.
        UserError: The folder cannot be written.
    """
    if not folder.is_dir():
        raise UserError(f"The folder {folder} is not there.", "Point --from at the folder that holds the publishers' releases.")
    sources = discover()
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        done = list(pool.map(lambda source: compile_source(source, folder), sources))
    known = _known(done)
    catalogue = Catalogue.load()
    for item in done:
        _check(item, catalogue, known)
        report(item.source.name)
    try:
        return _write(done, known, out, derived or {})
    except OSError as error:
        why = "the disk is full" if error.errno == errno.ENOSPC else str(error.strerror or error).lower()
        raise UserError(
            f"The figures cannot be written to {out}: {why}.", "The figures that were there are unchanged."
        ) from error


def prune(out: Path) -> list[str]:
    """Remove files of figures that the ledger no longer names; give their names."""
    keep = {file.file for file in read_ledger(out).files}
    gone = [path for path in sorted(out.iterdir()) if path.suffix in {".parquet", ".part"} and path.name not in keep]
    for path in gone:
        path.unlink()
    return [path.name for path in gone]


def _known(done: Iterable[Compiled]) -> Known:
    tables = next((item.tidy.tables for item in done if item.source.name == _GEOGRAPHY), None)
    if tables is None:
        raise UserError("The areas are not among the sources.", f"The source {_GEOGRAPHY} must be there to build figures.")
    changes = tables["area_changes"].filter(pl.col("kind") == "recoded")
    recoded = dict(changes.select("old_code", "new_code").iter_rows())
    return Known(frozenset(tables["areas"]["code"]) | recoded.keys(), frozenset(tables["small_areas"]["code"]), recoded)


def _check(done: Compiled, catalogue: Catalogue, known: Known | None) -> None:
    releases = [release.id for release in done.source.releases]
    areas = known.areas if known else None
    check_estimates(f"estimates of {done.source.name}", done.tidy.estimates, catalogue, releases, areas)
    small = known.small_areas if known else None
    check_small_areas(f"small areas of {done.source.name}", done.tidy.small_areas, catalogue, small)


def _write(done: list[Compiled], known: Known, out: Path, derived: Mapping[str, Derive]) -> Ledger:
    out.mkdir(parents=True, exist_ok=True)
    before = {file.file for file in read_ledger(out).files} if (out / LEDGER).exists() else set()
    files: list[FigureFile] = []
    entries: dict[str, Entry] = {}
    everything: list[pl.DataFrame] = []
    for item in done:
        estimates = _recode(item.tidy.estimates.select(*ESTIMATES), known.recoded)
        if estimates.height:
            files.append(_store(estimates, "estimates", item.source.name, out))
            everything.append(estimates)
        if item.tidy.small_areas.height:
            ordered = item.tidy.small_areas.select(*SMALL_AREAS).sort("indicator", "period", "area_code")
            files.append(_store(ordered, "small-areas", item.source.name, out))
        for name, table in sorted(item.tidy.tables.items()):
            files.append(_store(table, "table", name, out))
        entries |= _entries(item, estimates)
    if everything:
        by_area = pl.concat(everything).sort("area_code", *_ORDER[:3])
        files.append(_store(by_area, "table", BY_AREA, out))
    files += _digest(Ledger(tuple(files), entries, {}), out)
    files += _derive(Ledger(tuple(files), entries, {}), out, derived)
    ledger = Ledger(tuple(files), entries, {item.source.name: item.hashes for item in done if item.hashes})
    write_atomically(out / LEDGER, ledger.to_json().encode())
    for path in out.iterdir():
        # What the ledger before this one names stays: a reader may have it open. What a killed build left behind goes.
        if path.suffix == ".part" or (path.suffix == ".parquet" and path.name not in before | {file.file for file in files}):
            path.unlink()
    return ledger


def _digest(ledger: Ledger, out: Path) -> list[FigureFile]:
    # What every start asks, worked out once.
    store = Store(out, ledger)
    try:
        made = []
        if ledger.of_kind("estimates"):
            made.append(_store(pl.DataFrame(Coverage(store).rows, schema=_PUBLISHED, orient="row"), "table", "published", out))
        if ledger.of_kind("small-areas"):
            small = pl.DataFrame(store.query(PUBLISHED_SMALL), schema=_PUBLISHED_SMALL, orient="row")
            made.append(_store(small, "table", "published_small", out))
        return made
    finally:
        store.close()


def _derive(ledger: Ledger, out: Path, derived: Mapping[str, Derive]) -> list[FigureFile]:
    store = Store(out, ledger)
    try:
        atlas = Atlas(store, Catalogue.load().among(ledger.entries))
        made = {name: work(atlas) for name, work in sorted(derived.items())}
        return [_store(pl.DataFrame(rows, infer_schema_length=None), "table", name, out) for name, rows in made.items() if rows]
    finally:
        store.close()


def _recode(frame: pl.DataFrame, recoded: dict[str, str]) -> pl.DataFrame:
    # A file may hold one area under its old and its new code: the row that already had the new one wins.
    return (
        frame.with_columns(pl.col("area_code").is_in(list(recoded)).alias("__old"), pl.col("area_code").replace(recoded))
        .sort([*_ORDER, "__old"])
        .unique(_ORDER, keep="first", maintain_order=True)
        .drop("__old")
    )


def _store(frame: pl.DataFrame, kind: str, name: str, out: Path) -> FigureFile:
    part = out / f"{kind}-{name}-{os.getpid()}.part"
    try:
        frame.write_parquet(part, compression="zstd", compression_level=7, statistics=True, row_group_size=16384)
        raw = part.read_bytes()
        digest = hashlib.sha256(raw).hexdigest()
        target = out / f"{kind}-{name}-{digest[:12]}.parquet"
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return FigureFile(target.name, kind, name, frame.height, digest)


def _entries(item: Compiled, frame: pl.DataFrame) -> dict[str, Entry]:
    entries = {}
    small = item.tidy.small_areas
    for release in item.source.releases:
        rows = frame.filter(pl.col("release") == release.id)
        tiny = small.filter(pl.col("release") == release.id)
        periods = sorted(map(Period.parse, {*rows["period"].unique(), *tiny["period"].unique()}))
        entries[release.id] = Entry(
            release=release,
            source=item.source.name,
            indicators=len({*rows["indicator"].unique(), *tiny["indicator"].unique()}),
            rows=rows.height + tiny.height,
            areas=rows["area_code"].n_unique() + tiny["area_code"].n_unique(),
            first_period=periods[0].iso if periods else "",
            last_period=periods[-1].iso if periods else "",
        )
    return entries
