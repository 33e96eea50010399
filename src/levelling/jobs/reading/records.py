"""A file becomes records: rows of a table, or objects of JSON, one after another and never all at once."""

import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from levelling.core.errors import UserError
from levelling.jobs.reading.streams import LONGEST_LINE, Source, TooLong, lines

LARGEST_WHOLE = 100_000_000
"""Characters of a JSON file that is one object and so must be read whole."""

_LISTS = ("@graph", "vacancies", "results", "jobs", "people", "persons", "participants", "data", "items", "records", "adverts")
_BLANK = " \t\r\n\ufeff"
_DELIMITERS = ",;\t|"
_TOO_DEEP = "it is nested too deep"
_RESCANNED = 200_000_000


class Record(NamedTuple):
    """One row or object: its number in the file, and its fields as they stand."""

    row: int
    fields: Mapping[str, Any]


class Broken(NamedTuple):
    """A row that could not be read at all, and why."""

    row: int
    reason: str
    advice: str = ""


def records(source: Source) -> Iterator[Record | Broken]:
    """Every record of a file, in order; broken ones are given as such.

    JSON (an object, an array, JSON lines) is known by its first sign, anything else is read as a table with headings.

    Raises:
        UserError: The file cannot be read, or is neither a table nor JSON.
    """
    pieces = source.chunks()
    first = next((piece for piece in pieces if piece.strip()), None)
    if first is None:
        raise UserError(f"The {source.what} {source.path} is empty.", "Give a file with at least one record.")
    pieces = chain((first,), pieces)
    begins = first.lstrip(_BLANK)[:1]
    if begins == "[":
        yield from _array(pieces)
    elif begins == "{":
        yield from _objects(source, _Pushed(lines(pieces, LARGEST_WHOLE), LARGEST_WHOLE))
    else:
        yield from _table(source, _Pushed(f"{line}\n" if not isinstance(line, TooLong) else line for line in lines(pieces)))


class _Pushed(Iterator[str]):
    """Lines that can be put back, and that remembers those of the row at hand."""

    def __init__(self, coming: Iterator[str], longest: int = LONGEST_LINE) -> None:
        self._lines = coming
        self._longest = longest
        self._ahead: deque[str] = deque()
        self.taken: list[str] = []
        self.size = 0

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else next(self._lines)
        self.taken.append(line)
        self.size += len(line)
        if self.size > self._longest:
            raise csv.Error("too long")
        return line

    def push(self, *lines: str) -> None:
        """Put lines back, the first to come first."""
        self._ahead.extendleft(reversed(lines))
        self.begin()

    def begin(self) -> None:
        """A new row begins."""
        self.taken, self.size = [], 0


# -- JSON


def _objects(source: Source, coming: _Pushed) -> Iterator[Record | Broken]:
    """JSON lines, or one object over several lines."""
    first = next(coming)
    begun = _loaded(first)
    if isinstance(begun, Broken):
        # Not whole in its line: one object over many lines, unless later lines stand for themselves.
        second = next((line for line in coming if line.strip()), "")
        if not second.lstrip().startswith("{") or isinstance(_loaded(second), Broken):
            coming.push(first, *coming.taken[1:])
            yield from _whole(source, coming)
            return
        coming.push(second)
    else:
        later = next((line for line in coming if line.strip()), None)
        if later is None:
            yield from _within(begun)
            return
        coming.push(later)
    yield _as_record(1, begun)
    row = 1
    for line in coming:
        coming.begin()
        if isinstance(line, TooLong):
            row += 1
            yield Broken(row, "it is longer than a record may be", "Cut its description.")
        elif line.strip():
            row += 1
            yield _as_record(row, _loaded(line))


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        return Broken(0, _TOO_DEEP)
    except ValueError as error:
        return Broken(0, f"it is not JSON: {_said(error)}", "Mend it there and try again.")


def _said(error: ValueError) -> str:
    """What json says is wrong, without the text itself, which may be a person's."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at character {error.pos + 1}"
    return "a number has too many digits"


def _as_record(row: int, value: Any) -> Record | Broken:
    if isinstance(value, Broken):
        return value._replace(row=row)
    return Record(row, value) if isinstance(value, dict) else Broken(row, "it is not an object with fields")


def _whole(source: Source, coming: _Pushed) -> Iterator[Record | Broken]:
    parts: list[str] = []
    size = 0
    for line in coming:
        coming.begin()
        parts.append(line)
        size += len(line) + 1
        if size > LARGEST_WHOLE or isinstance(line, TooLong):
            raise UserError(
                f"The {source.what} {source.path} is one JSON object of over {LARGEST_WHOLE // 1_000_000} million characters.",
                "Write one record on each line, and it is read whatever its size.",
            )
    value = _loaded("\n".join(parts))
    if isinstance(value, Broken):
        yield value._replace(row=1)
    else:
        yield from _within(value)


def _within(value: Any) -> Iterator[Record | Broken]:
    """The records in one JSON value: those of its list, where it has one, else itself."""
    found = value
    if isinstance(value, dict):
        named = [value[name] for name in _LISTS if isinstance(value.get(name), list)]
        listed = value.get("itemListElement")
        if named:
            found = named[0]
        elif isinstance(listed, list):
            found = [one.get("item", one) if isinstance(one, dict) else one for one in listed]
        else:
            found = [value]
    for row, one in enumerate(found if isinstance(found, list) else [found], 1):
        yield _as_record(row, one)


def _array(pieces: Iterator[str]) -> Iterator[Record | Broken]:
    """The elements of an array, each read as its end is reached."""
    decoder = json.JSONDecoder()
    text, at, row, ended = "", 0, 0, False
    begun = False
    while True:
        at = _past(text, at, " \t\r\n," if begun else " \t\r\n\ufeff[")
        begun = begun or at > 0
        if at < len(text) and text[at] == "]":
            return
        value: Any = Broken(0, "")
        if at < len(text):
            try:
                value, end = decoder.raw_decode(text, at)
                # A number or the like may go on in the next piece; an object may not.
                if end < len(text) or ended or isinstance(value, dict):
                    row += 1
                    yield _as_record(row, value)
                    at = end
                    continue
            except RecursionError:
                value = Broken(0, _TOO_DEEP)
            except ValueError as error:
                value = Broken(0, f"it is not JSON: {_said(error)}"[:200])
        piece = next(pieces, None)
        if piece is not None and len(text) - at <= LONGEST_LINE:
            text, at = text[at:] + piece, 0
            continue
        ended = piece is None
        if at >= len(text):
            if ended:
                yield Broken(row + 1, "the file ends before the list does", "It may be cut short: fetch it again.")
            return
        # Broken, or too long: go on behind it, where the next object seems to begin.
        following = text.find("},", at + 1)
        row += 1
        yield Broken(row, value.reason if isinstance(value, Broken) and value.reason else "it is not an object with fields")
        if following < 0:
            return
        at = following + 2
        if piece is not None:
            text, at = text[at:] + piece, 0


def _past(text: str, at: int, signs: str) -> int:
    while at < len(text) and text[at] in signs:
        at += 1
    return at


# -- tables


def _table(source: Source, coming: _Pushed) -> Iterator[Record | Broken]:
    first = next(coming)
    coming.push(first)
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_LINE + 1)
    headings: list[str] | None = None
    row = rescanned = 0
    reader = csv.reader(coming, delimiter=delimiter, strict=True)
    while True:
        coming.begin()
        try:
            cells = next(reader, None)
        except csv.Error as error:
            row += 1
            taken = list(coming.taken)
            rescanned += sum(map(len, taken))
            if headings is None or rescanned > _RESCANNED:
                raise UserError(f"The {source.what} {source.path} is no table: {error}.", "Save it as CSV again.") from error
            yield Broken(row, _why(error, taken), "Look at the quotation marks of this row.")
            coming.push(*taken[1:])
            reader = csv.reader(coming, delimiter=delimiter, strict=True)
            continue
        if cells is None:
            break
        if not any(cell.strip() for cell in cells):
            if headings is not None and not any(isinstance(line, TooLong) for line in coming.taken):
                row += 1  # an empty row has a number in a spreadsheet, and holds nothing
            elif headings is not None:
                row += 1
                yield Broken(row, "it is longer than a record may be", "Cut its description.")
            continue
        row += 1
        if headings is None:
            headings = [cell.strip() for cell in cells]
            if len(headings) < 2 and not headings[0].isascii():
                raise UserError(f"The {source.what} {source.path} has no headings that can be read.", "Save it as CSV in UTF-8.")
            continue
        yield _row(row, headings, cells)
    if headings is None or row <= 1:
        raise UserError(f"The {source.what} {source.path} has no rows below its headings.", "Give at least one.")


def _row(row: int, headings: list[str], cells: list[str]) -> Record | Broken:
    if len(cells) > len(headings) and any(cell.strip() for cell in cells[len(headings) :]):
        return Broken(
            row, f"it has {len(cells)} cells under {len(headings)} headings", "Put text with commas in quotation marks."
        )
    fields: dict[str, str] = {}
    for heading, cell in zip(headings, cells, strict=False):
        if not fields.get(heading):
            fields[heading] = cell
    return Record(row, fields)


def _why(error: csv.Error, taken: list[str]) -> str:
    if "end of data" in str(error) or str(error) == "too long":
        return "a quotation mark in it is never closed"
    return "its quotation marks are not in order" if len(taken) < 3 else "a quotation in it runs over other rows and is broken"
