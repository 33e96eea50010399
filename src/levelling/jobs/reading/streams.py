"""Bytes of a user's file become lines of text: whatever the encoding, packed or not, and never without an end."""

import gzip
import zlib
from codecs import getincrementaldecoder, utf_8_decode
from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import IO, Any

from levelling.core.errors import UserError

LONGEST_LINE = 20_000_000
"""Characters that one line may hold: a description of ten million and room beside it."""
LARGEST = 50_000_000_000
"""Bytes that a file may hold once unpacked."""

_CHUNK = 1 << 18
_PACKED_FREELY, _PACKED_AT_MOST = 20_000_000, 200
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8"),
)
_KINDS = {b"PK\x03\x04": "a workbook or a zip", b"%PDF": "a PDF", b"\xd0\xcf\x11\xe0": "an old workbook", b"PAR1": "Parquet"}
_ADVICE = "Save it as CSV or JSON in UTF-8 and try again."


class TooLong(str):
    """Stands in for a line that is longer than a line may be."""

    __slots__ = ()


class Source:
    """One file, opened for reading line by line.

    Args:
        path: The file: text, or text packed with gzip.
        what: What the file is, for messages: 'file of vacancies'.

    Raises:
        UserError: It cannot be read, or is no text.
    """

    def __init__(self, path: Path, what: str) -> None:
        self.path = path
        self.name = path.name
        self.what = what
        self.mended = 0
        self.cut = False
        self.encoding = "utf-8"
        self._return, self._held = " ", ""

    def chunks(self) -> Iterator[str]:
        """The text in pieces. Signs that are not of the file's encoding are taken as Windows-1252 and counted in `mended`.

        Of a packed file that is cut short what there is is given, and `cut` says so.
        """
        given = False
        try:
            with self.path.open("rb") as raw:
                for piece in self._decoded(raw):
                    given = given or bool(piece.strip())
                    yield piece
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            self.cut = True
            if given:
                return
            raise UserError(f"The {self.what} {self.path} is packed and damaged.", "Pack it again.") from error
        except OSError as error:
            raise UserError(
                f"The {self.what} {self.path} cannot be read: {(error.strerror or str(error)).lower()}.", "Check its name."
            ) from error

    def _decoded(self, raw: IO[bytes]) -> Iterator[str]:
        stream = self._unpacked(raw)
        first = next(stream, b"")
        self.encoding, mark = _encoding(first)
        self._require_text(first)
        first = first[mark:]
        self._return = " " if b"\n" in first or len(first) < 2 else "\n"
        if self.encoding != "utf-8":
            decoder = getincrementaldecoder(self.encoding)(errors="replace")
            for chunk in chain((first,), stream):
                yield self._tidied(decoder.decode(chunk))
            yield self._tidied(decoder.decode(b"", final=True))
            return
        rest = b""
        for chunk in chain((first,), stream):
            rest = yield from self._mended(rest + chunk, final=False)
        yield from self._mended(rest, final=True)

    def _mended(self, data: bytes, *, final: bool) -> Generator[str, None, bytes]:
        """The text of some bytes, NULs left out; gives back the bytes of a sign that is not whole yet."""
        parts: list[str] = []
        while data:
            try:
                text, used = utf_8_decode(data, "strict", final)
                parts.append(text)
                data = data[used:]
                break
            except UnicodeDecodeError as error:
                wrong = data[error.start : error.end]
                parts.append(data[: error.start].decode("utf-8"))
                parts.append(_windows(wrong))
                self.mended += len(wrong)
                data = data[error.end :]
        if parts:
            yield self._tidied("".join(parts))
        return data

    def _tidied(self, text: str) -> str:
        """Without NULs, and with one kind of end of line: a lone carriage return ends a line only where nothing else does."""
        text = self._held + text
        self._held = "\r" if text.endswith("\r") else ""  # its line feed may come with the next piece
        return text.removesuffix("\r").replace("\0", "").replace("\r\n", "\n").replace("\r", self._return)

    def _unpacked(self, raw: IO[bytes]) -> Iterator[bytes]:
        start = raw.read(_CHUNK)
        if not start.startswith(b"\x1f\x8b"):
            total = len(start)
            while start:
                yield start
                start = raw.read(_CHUNK)
                total += len(start)
                if total > LARGEST:
                    raise UserError(f"The {self.what} {self.path} does not end.", "Name a file of vacancies or people.")
            return
        packed = _Joined(start, raw)
        total = 0
        with gzip.GzipFile(fileobj=packed, mode="rb") as stream:
            while chunk := stream.read1(_CHUNK):
                total += len(chunk)
                if total > _PACKED_FREELY + _PACKED_AT_MOST * packed.count or total > LARGEST:
                    raise UserError(
                        f"The {self.what} {self.path} unpacks to more than {_PACKED_AT_MOST} times its size.",
                        "Unpack it and look at it before you use it.",
                    )
                yield chunk

    def _require_text(self, first: bytes) -> None:
        for start, kind in _KINDS.items():
            if first.startswith(start):
                raise UserError(f"The {self.what} {self.path} is {kind}, not text.", _ADVICE)
        sample = first[: 1 << 16]
        if self.encoding == "utf-8":
            strange = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b")
            nulls = sample.count(0)
            if strange > 0.05 * len(sample) + 8 and (nulls > 0.2 * len(sample) or strange - nulls > 0.05 * len(sample)):
                raise UserError(f"The {self.what} {self.path} is not text.", _ADVICE)


class _Joined:
    """A stream whose beginning was read already, counting what is taken from it."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        self._start, self._rest = start, rest
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        if self._start:
            size = len(self._start) if size < 0 else size
            taken, self._start = self._start[:size], self._start[size:]
        else:
            taken = self._rest.read(size)
        self.count += len(taken)
        return taken

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def lines(pieces: Iterable[str], longest: int = LONGEST_LINE) -> Iterator[str]:
    r"""Text line by line, without the ends of lines; a `TooLong` in place of a line that is too long.

    Args:
        pieces: The text in pieces.
        longest: Characters that a line may hold.

    Raises:
        UserError: No line ends for ten times as long as a line may be.

    Example:
        >>> list(lines(["a\nb", "c\n", "d"]))
        ['a', 'bc', 'd']
    """
    rest: list[str] = []
    held = skipped = 0
    for piece in pieces:
        *whole, last = piece.split("\n")
        for line in whole:
            yield TooLong() if skipped or held + len(line) > longest else "".join((*rest, line))
            rest, held, skipped = [], 0, 0
        if last:
            rest.append(last)
            held += len(last)
        if held > longest:
            skipped += held
            rest, held = [], 0
            if skipped > 10 * longest:
                raise UserError("A file has no ends of lines.", _ADVICE)
    if skipped:
        yield TooLong()
    elif rest:
        yield "".join(rest)


def _encoding(first: bytes) -> tuple[str, int]:
    """The encoding by the mark of byte order, or by zeros in every other place; and how long the mark is."""
    for mark, name in _MARKS:
        if first.startswith(mark):
            order = "-le" if mark[0] == 0xFF else "-be" if name != "utf-8" else ""
            return name + order, len(mark)
    sample = first[:4096]
    if len(sample) >= 4:
        even, odd = sample[0::2].count(0) / len(sample[0::2]), sample[1::2].count(0) / len(sample[1::2])
        if odd > 0.4 and even < 0.05:
            return "utf-16-le", 0
        if even > 0.4 and odd < 0.05:
            return "utf-16-be", 0
    return "utf-8", 0


def _windows(wrong: bytes) -> str:
    try:
        return wrong.decode("cp1252")
    except UnicodeDecodeError:
        return wrong.decode("latin-1")
