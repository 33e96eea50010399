"""How commands speak: tables for people, JSON for programs, complaints on standard error."""

import csv
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.core.errors import UserError

if TYPE_CHECKING:
    from rich.console import Console

    from levelling.core.period import Period
    from levelling.plan import Document

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON: a list of records.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV: one line a record.")]
Out = Annotated[
    Path | None, typer.Option("--out", help="Write a page with drawings and sources: a file that ends in .html, .md or .json.")
]
"""What every verb that shows an analysis takes."""
AsOf = Annotated[
    str,
    typer.Option("--as-of", metavar="DATE", help="How things stood at a date: 2026-11-28, 2026-11 or 2026; today if left out."),
]
"""What every verb takes whose answer hangs on the day it is asked for. Read it with `day_of`."""

_PIPE_WIDTH = 240
_RUN = frozenset("=+-@\t\r")
_NUMBER = re.compile(r"[+-]?[\d.,]+%?")


def console(*, stderr: bool = False) -> "Console":
    """A console that keeps colour for terminals, honours NO_COLOR, and never cuts a table short in a pipe."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, highlight=False, soft_wrap=False, width=None if stream.isatty() else _PIPE_WIDTH)


def speak_utf8() -> None:
    """Write UTF-8 to files and pipes, as the formats promise, whatever the locale; a terminal gets '?' for what it lacks.

    Where a program that starts this one has closed its output, what is said goes nowhere.
    """
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open until the program ends
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def complain(error: UserError) -> None:
    """Say on standard error what went wrong and what to do."""
    # What was asked for may stand in it, and a terminal obeys what it is sent.
    said = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in str(error))
    print(f"levelling: {said}", file=sys.stderr)


def say(text: str) -> None:
    """Print a line of text as it is."""
    print(text)


def say_json(data: object) -> None:
    """Print data as JSON."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, right: Iterable[str] = ()) -> None:
    """Print a table for people.

    Args:
        title: What the table is.
        columns: The headings.
        rows: Cells as text.
        right: The headings of columns of numbers, set to the right.
    """
    from rich.markup import escape
    from rich.table import Table

    table = Table(title=escape(title), title_justify="left", box=None, pad_edge=False, header_style="bold", title_style="bold")
    numbers = set(right)
    for column in columns:
        table.add_column(escape(column), justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*(escape(cell) for cell in row))
    console().print(table)


def answer(
    records: Sequence[Mapping[str, Any]],
    *,
    title: str,
    columns: Mapping[str, str],
    as_json: bool,
    as_csv: bool,
    out: Path | None = None,
    page: "Callable[[], Document] | None" = None,
    notes: Iterable[str] = (),
    decimals: Mapping[str, int] | None = None,
    rows: Sequence[Mapping[str, Any]] | None = None,
) -> None:
    """Show an analysis the way it was asked for: as JSON, CSV, a page in a file, or a table for people.

    Args:
        records: Plain data, one record a line, with the field names that `--json` promises.
        title: What the table is.
        columns: Fields to show people, with their headings, in order.
        as_json: Print JSON.
        as_csv: Print CSV, every field, nested ones left out.
        out: A file to write the page to.
        page: Makes the page; called only when it is to be written.
        notes: Sentences under the table.
        decimals: How many decimals a field is shown with; 1 where not said.
        rows: The records that the table for people holds, where it does not hold all.

    Raises:
        UserError: More than one form was asked for, the file cannot be written, or there is no page to write.
    """
    if as_json + as_csv + (out is not None) > 1:
        raise UserError("An answer has one form.", "Choose one of --json, --csv and --out.")
    if as_json:
        say_json(list(records))
    elif as_csv:
        _say_csv(records)
    elif out is not None:
        _write_page(out, page)
    else:
        _show(records if rows is None else rows, title, columns, decimals or {})
        for note in notes:
            say(note)


def _say_csv(records: Sequence[Mapping[str, Any]]) -> None:
    sys.stdout.write(csv_text(records))


def csv_text(records: Sequence[Mapping[str, Any]]) -> str:
    """Records as CSV, one line each; fields that hold lists or tables are left out, and no cell runs in a spreadsheet."""
    nested = {field for record in records for field, value in record.items() if isinstance(value, list | dict | tuple)}
    fields = [field for field in dict.fromkeys(field for record in records for field in record) if field not in nested]
    text = io.StringIO()
    writer = csv.DictWriter(text, fields, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({field: _harmless(value) for field, value in record.items()} for record in records)
    return text.getvalue()


def _harmless(value: object) -> object:
    """A cell that a spreadsheet shows and does not run: text of a user's file may begin with `=`."""
    runs = isinstance(value, str) and value[:1] in _RUN and not _NUMBER.fullmatch(value)
    return f"'{value}" if runs else value


def _write_page(out: Path, page: "Callable[[], Document] | None") -> None:
    from levelling.plan import save

    form = out.suffix.lstrip(".").lower()
    if page is None or form not in {"html", "md", "json"}:
        raise UserError(f"A page cannot be written to {out}.", "Give a file that ends in .html, .md or .json.")
    save(page(), out, form)
    say(f"Wrote {out.resolve()}")


def _show(records: Sequence[Mapping[str, Any]], title: str, columns: Mapping[str, str], decimals: Mapping[str, int]) -> None:
    numeric = {field for field in columns if any(isinstance(record.get(field), int | float) for record in records)}
    rows = [[_cell(record.get(field), decimals.get(field, 1)) for field in columns] for record in records]
    show_table(title, list(columns.values()), rows, right=[columns[field] for field in numeric])


def _cell(value: object, decimals: int) -> str:
    from levelling.core.words import number

    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return number(value, decimals)
    return number(value, 0) if isinstance(value, int) and abs(value) >= 10_000 else str(value)


def write(path: Path, content: str | bytes) -> None:
    """Write a file in one rename, so that it is there whole or not at all.

    Raises:
        UserError: The path cannot be written.
    """
    from levelling.atlas.files import write_atomically

    try:
        write_atomically(path, content.encode(errors="replace") if isinstance(content, str) else content)
    except OSError as error:
        raise UserError(
            f"The file {path} cannot be written: {(error.strerror or str(error)).lower()}.", "Choose another."
        ) from error


def day_of(text: str) -> "Period":
    """The date that `--as-of` names; today where it names none: the only place where the machine's clock is read.

    Raises:
        UserError: It is no date.
    """
    from datetime import datetime

    from levelling.core.choice import date_of

    return date_of(text or f"{datetime.now().astimezone():%Y-%m-%d}", "--as-of")


def flat(records: Sequence[Mapping[str, Any]], *, as_csv: bool) -> Sequence[Mapping[str, Any]]:
    """The records; for CSV with lists of words as one field, since a line of CSV holds no lists."""
    if not as_csv:
        return records
    return [
        {
            field: "; ".join(value) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value
            for field, value in record.items()
        }
        for record in records
    ]
