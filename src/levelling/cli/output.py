"""How commands speak: tables for people, JSON for programs, complaints on standard error."""

import io
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from levelling.core.errors import UserError

if TYPE_CHECKING:
    from rich.console import Console

_PIPE_WIDTH = 240


def console(*, stderr: bool = False) -> "Console":
    """A console that keeps colour for terminals, honours NO_COLOR, and never cuts a table short in a pipe."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    return Console(stderr=stderr, highlight=False, soft_wrap=False, width=None if stream.isatty() else _PIPE_WIDTH)


def speak_utf8() -> None:
    """Write UTF-8 to files and pipes, as the formats promise, whatever the locale; a terminal gets '?' for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def complain(error: UserError) -> None:
    """Say on standard error what went wrong and what to do."""
    print(f"levelling: {error}", file=sys.stderr)


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


def write(path: Path, content: str | bytes) -> None:
    """Write a file in one rename, so that it is there whole or not at all.

    Raises:
        UserError: The path cannot be written.
    """
    from levelling.atlas.files import write_atomically

    try:
        write_atomically(path, content.encode() if isinstance(content, str) else content)
    except OSError as error:
        raise UserError(
            f"The file {path} cannot be written: {(error.strerror or str(error)).lower()}.", "Choose another."
        ) from error
