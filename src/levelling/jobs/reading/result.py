"""What was read from files: the good records, and every fault with its file, row, field and reason."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from levelling.core.words import number
from levelling.jobs.reading.columns import Headings
from levelling.jobs.reading.streams import Source

_Kind = TypeVar("_Kind")
_SHOWN = 60
LISTED = 1_000
"""Faults of one kind (file, field and reason) that are listed one by one; those beyond are counted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a file that could not be used.

    Attributes:
        file: The file.
        row: The row: in a table the first below the headings is 2, in JSON the first record is 1; 0 for the file as a whole.
        field: The column or field; empty where the whole row is meant.
        reason: What is wrong.
        advice: What to do about it.
        value: What stood there, cut and made safe to print; always empty for files of people.
    """

    file: str
    row: int
    field: str
    reason: str
    advice: str = ""
    value: str = ""

    def __str__(self) -> str:
        return self.told()

    def told(self, alike: int = 0) -> str:
        """The fault in one sentence.

        Args:
            alike: In how many more rows the same is wrong.

        Example:
            >>> Fault("v.csv", 4, "pay", "none is stated", "Ask the employer.").told(76)
            'v.csv, row 4 and 76 more, pay: none is stated. Ask the employer.'
        """
        where = f"{self.file}, row {self.row}" if self.row else self.file
        where += f" and {number(alike, 0)} more" if alike else ""
        parts = [where, *([self.field] if self.field else [])]
        value = f" ('{self.value}')" if self.value and not alike else ""
        advice = f" {self.advice}" if self.advice else ""
        return f"{', '.join(parts)}: {self.reason}{value}.{advice}"


@dataclass(frozen=True, slots=True)
class Read(Generic[_Kind]):
    """What was read. `rows` is always `len(good) + merged + refused_count`.

    Attributes:
        good: What can be used, in the order of the files.
        refused: Rows that could not be used at all.
        noted: Fields that could not be used, and what was assumed, of rows that are used.
        rows: Rows in the files.
        merged: Rows that were merged into others as duplicates.
        refused_count: Rows refused; `refused` lists the first thousand of each kind.
        noted_count: How often each (field, reason) was noted, those beyond the thousandth included.
    """

    good: tuple[_Kind, ...]
    refused: tuple[Fault, ...] = ()
    noted: tuple[Fault, ...] = ()
    rows: int = 0
    merged: int = 0
    refused_count: int = 0
    noted_count: dict[tuple[str, str], int] = field(default_factory=dict)

    def sentence(self, one: str, many: str) -> str:
        """What was read, to be read aloud.

        Args:
            one: What a record is called: 'vacancy'.
            many: What several are called.

        Example:
            >>> Read(("a", "b"), rows=4, merged=1, refused_count=1).sentence("vacancy", "vacancies")
            '4 rows read: 2 vacancies, 1 merged as a duplicate, 1 refused.'
        """
        parts = [f"{number(len(self.good), 0)} {one if len(self.good) == 1 else many}"]
        if self.merged:
            parts.append(f"{number(self.merged, 0)} merged as {'a duplicate' if self.merged == 1 else 'duplicates'}")
        if self.refused_count:
            parts.append(f"{number(self.refused_count, 0)} refused")
        if self.noted_count:
            fields = sum(self.noted_count.values())
            parts.append(f"{number(fields, 0)} {'field' if fields == 1 else 'fields'} not used or filled by an assumption")
        return f"{number(self.rows, 0)} {'row' if self.rows == 1 else 'rows'} read: {', '.join(parts)}."


class Faults:
    """Gathers faults while files are read; keeps a thousand of each kind and counts the rest.

    Args:
        private: Whether the files are about people, so that no value of theirs is kept.
    """

    def __init__(self, *, private: bool) -> None:
        self.private = private
        self.refused: list[Fault] = []
        self.noted: list[Fault] = []
        self.refused_count = 0
        self.noted_count: Counter[tuple[str, str]] = Counter()
        self._listed: Counter[tuple[bool, str, str, str]] = Counter()

    def refuse(self, file: str, row: int, reason: str, advice: str = "", *, field: str = "") -> None:
        """A row cannot be used."""
        self.refused_count += 1
        if self._room(file, field, reason, whole=True):
            self.refused.append(Fault(file, row, field, reason, advice))

    def note(self, file: str, row: int, field: str, reason: str, advice: str = "", *, value: str = "") -> None:
        """A field cannot be used, or something was assumed."""
        self.noted_count[field, reason] += 1
        if self._room(file, field, reason, whole=False):
            self.noted.append(Fault(file, row, field, reason, advice, "" if self.private else shown(value)))

    def _room(self, file: str, field: str, reason: str, *, whole: bool) -> bool:
        key = (whole, file, field, reason)
        self._listed[key] += 1
        return self._listed[key] <= LISTED


def one_line(text: str) -> str:
    """A text on one line, with nothing that a terminal could obey."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def shown(value: str) -> str:
    r"""A value of a file, cut to 60 characters on one line, with nothing that a terminal or a page could obey.

    Example:
        >>> shown("<b>\x1b[31mbold\n</b>" + "x" * 100)[:20], len(shown("x" * 100))
        ('<b> [31mbold </b>xxx', 60)
    """
    safe = one_line(value[: 4 * _SHOWN])
    return safe if len(safe) <= _SHOWN else f"{safe[: _SHOWN - 1]}…"


def tell_of_columns(found: Headings, source: Source, faults: Faults) -> None:
    """Note the columns of a file that are not read, and why."""
    for name in found.private:
        faults.note(source.name, 0, shown(name), "it is not read", "Leave it out of the file: matching has no use for it.")
    for name in found.strange[:50]:
        faults.note(source.name, 0, shown(name), "the column is not known and was not read")


def tell_of_file(source: Source, faults: Faults) -> None:
    """Note what is to be known of a file as a whole, once it has been read."""
    if source.mended:
        reason = "some signs are not UTF-8 and were read as Windows-1252"
        faults.note(source.name, 0, "", reason, "Save it as UTF-8 to be sure.")
    if source.cut:
        faults.note(source.name, 0, "", "it is packed and cut short, so that what came after is lost", "Fetch it again.")


def result(good: Iterable[_Kind], faults: Faults, rows: int, merged: int) -> Read[_Kind]:
    """What was read, with its faults in the order of files and rows."""
    return Read(
        tuple(good),
        tuple(sorted(faults.refused, key=lambda one: (one.file, one.row))),
        tuple(sorted(faults.noted, key=lambda one: (one.file, one.row, one.field))),
        rows,
        merged,
        faults.refused_count,
        dict(sorted(faults.noted_count.items())),
    )
