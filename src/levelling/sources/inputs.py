"""The files a source reads: opened by declared name only, hashed, and refused in one sentence when they are not as known."""

import csv
import hashlib
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from levelling.core.errors import SourceChanged

Cell = str | int | float | bool | date | datetime | time | timedelta | None


class Inputs:
    """The input files of one source, below one folder.

    Args:
        folder: The folder that holds the publishers' files.
        files: The names the source declared, relative to it.
    """

    def __init__(self, folder: Path, files: Sequence[str]) -> None:
        self.folder = folder
        self.files = tuple(files)

    def path(self, name: str) -> Path:
        """The path of a declared file.

        Raises:
            SourceChanged: It is not there.
        """
        if name not in self.files:
            raise KeyError(f"{name} is not among the files this source declares")
        path = self.folder / name
        if not path.is_file():
            raise SourceChanged(
                f"The file {name} is not in {self.folder}.",
                "Point --from at the folder that holds the publishers' releases.",
            )
        return path

    def csv(self, name: str, columns: Mapping[str, type[pl.DataType]] | Sequence[str], *, gz: bool = False) -> pl.DataFrame:
        """Read a CSV file, a UTF-8 byte-order mark allowed, and keep the named columns.

        Columns given as a mapping are read as those types, and a cell that does not fit is an error; given as a
        sequence they are read as text.

        Raises:
            SourceChanged: Not UTF-8, columns missing or renamed, truncated, or a cell that does not fit.
        """
        schema = dict(columns) if isinstance(columns, Mapping) else dict.fromkeys(columns, pl.String)
        raw = self.path(name).read_bytes()
        if gz:
            raw = _gunzip(name, raw)
        if not raw.strip():
            raise SourceChanged(f"The file {name} is empty.", "Fetch it again from its publisher.")
        try:
            raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise SourceChanged(
                f"The file {name} is not UTF-8 text (byte {error.start}).", "Save it again as UTF-8, or fetch it anew."
            ) from error
        try:
            frame = pl.read_csv(io.BytesIO(raw.removeprefix(b"\xef\xbb\xbf")), infer_schema=False)
        except pl.exceptions.PolarsError as error:
            raise SourceChanged(
                f"The file {name} cannot be read as a table: {_first_line(error)}.", "It may be truncated: fetch it again."
            ) from error
        require_columns(name, frame.columns, schema)
        if frame.is_empty() or _breaks_off(raw, frame.width):
            raise SourceChanged(
                f"The file {name} {'breaks off in its last row' if frame.height else 'holds a heading and no rows'}.",
                "It may be truncated: fetch it again.",
            )
        return _cast(name, frame.select(list(schema)), schema)

    def parquet(self, name: str, columns: Sequence[str]) -> pl.DataFrame:
        """Read the named columns of a Parquet file.

        Raises:
            SourceChanged: Truncated, or columns missing.
        """
        require_columns(name, self.parquet_columns(name), columns)
        try:
            return pl.read_parquet(self.path(name), columns=list(columns))
        except (pl.exceptions.PolarsError, OSError) as error:
            raise _no_parquet(name, error) from error

    def parquet_columns(self, name: str) -> list[str]:
        """The names of the columns of a Parquet file, for those that say in their headings what they hold.

        Raises:
            SourceChanged: Truncated.
        """
        try:
            return list(pl.read_parquet_schema(self.path(name)))
        except (pl.exceptions.PolarsError, OSError) as error:
            raise _no_parquet(name, error) from error

    def sheet(self, name: str, sheet: str) -> list[list[Cell]]:
        """Read one sheet of an .xls or .xlsx workbook as rows of cells; empty cells are `None`.

        Raises:
            SourceChanged: Not a workbook, or no such sheet.
        """
        workbook = self._workbooks.get(name)
        if workbook is None:
            try:
                from python_calamine import CalamineError, CalamineWorkbook
            except ImportError as error:
                raise SourceChanged(
                    f"Reading the workbook {name} needs the package python-calamine.",
                    "Install the extra: pip install 'levelling[figures]'.",
                ) from error
            try:
                workbook = self._workbooks[name] = CalamineWorkbook.from_path(str(self.path(name)))
            except (CalamineError, OSError) as error:
                raise SourceChanged(
                    f"The file {name} cannot be read as a workbook: {_first_line(error)}.",
                    "It may be truncated: fetch it again.",
                ) from error
        if sheet not in workbook.sheet_names:
            raise SourceChanged(
                f"The workbook {name} has no sheet '{sheet}' (it has {', '.join(workbook.sheet_names[:12])}).",
                "The publisher may have changed its layout: compare it with the release this reader was made for.",
            )
        rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        return [[None if cell == "" else cell for cell in row] for row in rows]

    def sha256(self) -> dict[str, str]:
        """The SHA-256 of every declared file, by name."""
        return {name: hashlib.sha256(self.path(name).read_bytes()).hexdigest() for name in sorted(self.files)}

    @cached_property
    def _workbooks(self) -> dict[str, Any]:
        return {}


def require_columns(name: str, have: Sequence[str], wanted: Sequence[str] | Mapping[str, object]) -> None:
    """Refuse a table that lacks a column its reader needs.

    Raises:
        SourceChanged: Names the missing columns and those that are there.
    """
    missing = [column for column in wanted if column not in have]
    if missing:
        raise SourceChanged(
            f"The file {name} lacks the column(s) {', '.join(missing)}; it has {', '.join(have[:20])}.",
            "The publisher may have renamed them: compare it with the release this reader was made for.",
        )


def _cast(name: str, frame: pl.DataFrame, schema: Mapping[str, type[pl.DataType]]) -> pl.DataFrame:
    for column, dtype in schema.items():
        if dtype is pl.String:
            continue
        text = pl.col(column).str.strip_chars().replace("", None)
        cast = frame.with_columns(text.alias(column)).with_columns(pl.col(column).cast(dtype, strict=False).alias("__cast"))
        bad = cast.filter(pl.col(column).is_not_null() & pl.col("__cast").is_null())
        if bad.height:
            raise SourceChanged(
                f"The file {name} has {bad.height} cell(s) in column {column} that are not numbers, such as '{bad[column][0]}'.",
                "Compare it with the release this reader was made for.",
            )
        frame = frame.with_columns(cast["__cast"].alias(column))
    return frame


def _gunzip(name: str, raw: bytes) -> bytes:
    import gzip
    import zlib

    try:
        return gzip.decompress(raw)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceChanged(f"The file {name} is not whole gzip data.", "Fetch it again from its publisher.") from error


def _breaks_off(raw: bytes, width: int) -> bool:
    # Polars fills a short row with nulls. One that nothing follows is where a transfer stopped.
    last = raw[raw.rfind(b"\n") + 1 :].decode("utf-8-sig").strip()
    return bool(last) and len(next(csv.reader([last]))) < width


def _no_parquet(name: str, error: Exception) -> SourceChanged:
    said = f"The file {name} cannot be read as Parquet: {_first_line(error)}."
    return SourceChanged(said, "It may be truncated: fetch it again.")


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
