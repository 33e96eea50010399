"""Directories kept in files: one JSON file, JSON lines, either packed with gzip, or a folder of pages."""

import codecs
import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from levelling.core.errors import UserError
from levelling.core.service import Entry, Problem
from levelling.sources.open_referral.service import Reader
from levelling.sources.open_referral.stream import LARGEST, Broken, Entries

_PIECE = 1 << 18
_LINES = (".jsonl", ".ndjson", ".jsonlines")
_READ = (".json", *_LINES)
_DIGITS = re.compile(r"(\d+)")


def read_file(path: Path) -> Iterator[Entry]:
    """Every service of a file, in its order, with a problem for each thing that could not be taken as it stood.

    Raises:
        UserError: The file cannot be opened.
    """
    page = path.name
    try:
        with _opened(path) as file:
            if _ending(path) in _LINES:
                yield from _lines(page, file)
            else:
                yield from read_page(page, Entries(_text(file)))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Problem(page, None, "", "the packed file breaks off: the rest was not read")
    except UnicodeDecodeError:
        yield Problem(page, None, "", "it is not UTF-8 text from some point on: the rest was not read")
    except OSError as error:
        raise UserError(f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.") from error


def read_folder(path: Path) -> Iterator[Entry]:
    """Every service of every page in a folder, page 2 before page 10. What is no page is told of.

    Raises:
        UserError: There is no page in it.
    """
    inside = sorted(path.iterdir(), key=lambda item: [int(part) if part.isdigit() else part for part in _DIGITS.split(item.name)])
    pages = [item for item in inside if item.is_file() and _ending(item) in _READ]
    if not pages:
        raise UserError(
            f"The folder {path} holds no pages of services.", "Pages are files that end in .json, .jsonl or .json.gz."
        )
    for item in inside:
        if item in pages:
            yield from read_file(item)
        elif not item.name.startswith("."):
            kind = "a folder inside the folder" if item.is_dir() else "no page of services, going by its name"
            yield Problem(item.name, None, "", f"it is {kind}, and was not read")


def holds_pages(path: Path) -> bool:
    """Whether a folder holds pages of services, going by the names of its files."""
    return any(item.is_file() and _ending(item) in _READ for item in path.iterdir())


def beginning(path: Path, size: int) -> bytes:
    """The first bytes of a file, unpacked; as many as can be had.

    Raises:
        UserError: The file cannot be read.
    """
    try:
        with _opened(path) as file:
            return file.read(size)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise UserError(f"The file {path} is not whole gzip data.", "Fetch it again.") from error
    except OSError as error:
        raise UserError(f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.") from error


def read_page(page: str, entries: Entries) -> Iterator[Entry]:
    """The services of one page, up to where it breaks off, if it does."""
    row = 0
    try:
        for raw in entries:
            row += 1
            yield from read_entry(page, row, raw)
    except Broken as error:
        after = f"after entry {row}, {error}: the rest of the page was not read" if row else f"{error}: nothing on it was read"
        yield Problem(page, None, "", after)
        return
    if not row and not entries.head:
        yield Problem(page, None, "", "it holds no services")


def read_entry(page: str, row: int, raw: Any) -> Iterator[Entry]:
    """One entry: its service, if it is one, and its problems."""
    reader = Reader(page, row)
    service = reader.read(raw)
    yield from reader.problems
    if service is not None:
        yield service


def _lines(page: str, file: IO[bytes]) -> Iterator[Entry]:
    row = 0
    while line := file.readline(4 * LARGEST):
        row += 1
        if not line.strip():
            continue
        if len(line) >= 4 * LARGEST:
            yield Problem(page, row, "", "the line is far too long for one service, and was passed over")
            while line and not line.endswith(b"\n"):
                line = file.readline(4 * LARGEST)
            continue
        try:
            raw = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            yield Problem(page, row, "", "the line is not JSON, and was passed over")
            continue
        yield from read_entry(page, row, raw)


def _text(file: IO[bytes]) -> Iterable[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    while piece := file.read(_PIECE):
        yield decoder.decode(piece)
    yield decoder.decode(b"", final=True)


def _opened(path: Path) -> IO[bytes]:
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if packed else path.open("rb")  # type: ignore[return-value]  # gzip files are binary files


def _ending(path: Path) -> str:
    return Path(path.name.lower().removesuffix(".gz")).suffix
