"""Where the project's own files are, for tests that read them."""

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "levelling"
FIGURES = SOURCE / "figures"

_MADE = {".git", ".venv", "out", "build", "dist", "node_modules", "__pycache__"}


def own_files(*suffixes: str, below: Path = ROOT) -> Iterator[Path]:
    """Every file people keep in the project, with one of the suffixes; what tools make is left out."""
    for folder, names, files in os.walk(below):
        names[:] = sorted(name for name in names if name not in _MADE and not name.endswith(("_cache", ".egg-info")))
        for name in sorted(files):
            if name.endswith(suffixes):
                yield Path(folder) / name


def shown(path: Path) -> str:
    """A path as it is named in a message: from the project's folder."""
    return path.relative_to(ROOT).as_posix()
