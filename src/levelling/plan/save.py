"""Rendering a document and writing it: whole, or not at all."""

import errno
import re
from pathlib import Path

from levelling.atlas.files import write_atomically
from levelling.core.area import Area
from levelling.core.errors import UserError
from levelling.plan.document import Document
from levelling.plan.render import as_html, as_json, as_markdown

_FORMATS = {"html": as_html.render, "json": as_json.render, "md": as_markdown.render}
_ODD = re.compile(r"[^a-z0-9]+")


def render(document: Document, form: str = "html") -> str:
    """The document as text.

    Args:
        document: The plan.
        form: `html`, `json` or `md`.

    Raises:
        UserError: The format is not one of these.
    """
    renderer = _FORMATS.get(form)
    if renderer is None:
        raise UserError(f"A plan cannot be written as '{form}'.", "Choose html, json or md.")
    return renderer(document)


def save(document: Document, path: str | Path, form: str = "html") -> Path:
    """Write the document. What stood at the path before stays until the new file is whole.

    Args:
        document: The plan.
        path: The file to write.
        form: `html`, `json` or `md`.

    Raises:
        UserError: The path cannot be written.
    """
    target = Path(path)
    content = render(document, form).encode(errors="replace")
    try:
        if target.is_dir():
            raise UserError(f"The plan cannot be written to {target}: it is a folder.", "Give the name of a file with --out.")
        write_atomically(target, content)
    except OSError as error:
        why = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error)).lower()
        raise UserError(f"The plan cannot be written to {target}: {why}.", "Choose another path with --out.") from error
    return target


def file_name(area: Area, form: str = "html", template: str = "") -> str:
    """A file name for a place's plan: `hartlepool.html`, `north-east-region.html`, `hartlepool-get-britain-working.html`.

    Local authorities go by their name alone, which no two share; other areas also by their level.
    """
    words = area.name if area.level.value == "lad" else f"{area.name} {area.level.value}"
    words = f"{words} {template}" if template else words
    stem = _ODD.sub("-", words.lower().replace("'", "").replace("’", "")).strip("-")
    return f"{stem}.{form}"
