"""What the user supposes: a TOML file with a table for each option, and in it a value or range for each input."""

from pathlib import Path
from typing import Any

from levelling.atlas.own_file import read_toml
from levelling.core.errors import UserError


def read_suppositions(path: Path) -> dict[str, dict[str, Any]]:
    """What a file supposes, by option and input. An option is named as on the command line, or as its file calls it.

    Raises:
        UserError: There is no file, or it is not of this shape.
    """
    raw = read_toml(path, "file of suppositions")
    wrong = [name for name, table in raw.items() if not isinstance(table, dict)]
    if wrong:
        raise UserError(
            f"In {path}, {wrong[0][:40]} stands by itself.", 'Put each input under its option: ["care-micro-enterprises"].'
        )
    return raw
