"""A list of charities, read row by row."""

import csv
import gzip
import io
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from levelling.core.errors import SourceChanged, UserError
from levelling.core.markup import without_markup
from levelling.core.service import Entry, Problem
from levelling.sources.charity_register.rows import COLUMNS, read_row

_LARGEST_CELL = 1_000_000
_ODD = re.compile(r"[^a-z0-9]+")


def read_charities(path: Path) -> Iterator[Entry]:
    """Every charity of a table, in its order, with a problem for each thing that could not be taken as it stood.

    The table has a heading. It must hold a column of names and one of activities or objects, under any of the titles that
    registers use; commas, semicolons and tabs may stand between cells, and it may be packed with gzip.

    Args:
        path: The file.

    Raises:
        SourceChanged: The file is not such a table.
        UserError: The file cannot be read.
    """
    encoding = _encoding(path)
    if encoding != "utf-8-sig":
        yield Problem(path.name, None, "", "it is not UTF-8 text, and was read as Windows-1252: look at names with accents", True)
    csv.field_size_limit(_LARGEST_CELL)
    with _opened(path, encoding) as file:
        yield from _rows(path, file)


def _rows(path: Path, file: io.TextIOWrapper) -> Iterator[Entry]:
    lines = (line.replace("\0", "") for line in file)
    first = next(lines, "")
    between = max(",;\t", key=first.count)
    heading = next(csv.reader([first], delimiter=between), [])
    columns = _columns(path.name, heading)
    reader = csv.reader(lines, delimiter=between)
    at = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            at += 1
            yield Problem(path.name, at, "", f"it cannot be read as a row of a table ({error}), and was passed over")
            continue
        except (EOFError, OSError, zlib.error):
            yield Problem(path.name, at + 1, "", "the packed file breaks off here: the rest was not read")
            return
        if not any(cell.strip() for cell in cells):
            continue
        at += 1
        if len(cells) != len(heading):
            said = f"it has {len(cells)} cells for {len(heading)} columns, and was passed over"
            yield Problem(path.name, at, "", said)
            continue
        service, problems = read_row({field: cells[place] for field, place in columns.items()}, path.name, at)
        yield from problems
        if service is not None:
            yield service


def _columns(name: str, heading: Sequence[str]) -> dict[str, int]:
    have = [_ODD.sub("_", title.strip().lower()).strip("_") for title in heading]
    found = {}
    for field, titles in COLUMNS.items():
        place = next((have.index(title) for title in titles if title in have), None)
        if place is not None:
            found[field] = place
    missing = [field for field in ("name",) if field not in found]
    if not {"activities", "objects"} & set(found):
        missing.append("activities or objects")
    if missing:
        have_words = without_markup(", ".join(heading[:20])[:300])[0] or "no heading"
        raise SourceChanged(
            f"The file {name} has no column of {' and none of '.join(missing)}; it has {have_words}.",
            "A list of charities needs a heading with name, and activities or objects; number, postcode, income and area help.",
        )
    return found


def _opened(path: Path, encoding: str) -> io.TextIOWrapper:
    raw = gzip.open(path) if _packed(path) else path.open("rb")  # noqa: SIM115 - closed with the text around it
    return io.TextIOWrapper(raw, encoding, errors="replace", newline="")


def _packed(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2) == b"\x1f\x8b"
    except OSError as error:
        raise UserError(f"The file {path} cannot be read: {(error.strerror or str(error)).lower()}.") from error


def _encoding(path: Path) -> str:
    """UTF-8 where the whole file is that, and what Windows wrote before it otherwise."""
    try:
        with gzip.open(path) if _packed(path) else path.open("rb") as file:
            decoder = io.TextIOWrapper(file, "utf-8-sig", newline="")
            while decoder.read(1 << 20):
                pass
    except UnicodeDecodeError:
        return "cp1252"
    except (EOFError, OSError, zlib.error):
        return "utf-8-sig"  # a packed file that breaks off: told where it is read
    return "utf-8-sig"
