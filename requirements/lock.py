"""Choose the newest packages that fit `pyproject.toml`, and pin them with hashes for every system and Python we run on.

Run by `make requirements`. No address of a registry is written: where packages come from is the business of whoever installs.
"""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
LISTS = Path(__file__).resolve().parent

# Each list, what it holds, and the lists it must agree with (a package has one version in all of them).
EXTRAS = ("--extra", "figures", "--extra", "pandas", "--extra", "spark")
PLAN: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("dev.txt", ("pyproject.toml", *EXTRAS, "--group", "pyproject.toml:dev"), ()),
    ("build.txt", ("--group", "pyproject.toml:build"), ("dev.txt",)),
    ("run.txt", ("pyproject.toml",), ("dev.txt",)),
    ("figures.txt", ("pyproject.toml", "--extra", "figures"), ("dev.txt",)),
    ("bench.txt", ("pyproject.toml", *EXTRAS, "--group", "pyproject.toml:bench"), ("dev.txt",)),
    ("lock.txt", ("--group", "pyproject.toml:lock"), ()),
)


def main() -> None:
    """Compile every list, the widest first."""
    for name, what, agree in PLAN:
        constraints = [part for other in agree for part in ("--constraint", f"requirements/{other}")]
        command = [
            str(Path(sys.executable).parent / "uv"),
            *("pip", "compile", "--quiet", "--no-config", "--upgrade"),
            *("--universal", "--python-version", "3.11"),  # one list for every system, and Python 3.11 and later
            *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
            *constraints,
            *what,
            *("--output-file", f"requirements/{name}"),
        ]
        subprocess.run(command, cwd=PROJECT, check=True)
        pinned = sum("==" in line for line in (LISTS / name).read_text("utf-8").splitlines())
        print(f"{name}: {pinned} packages")


if __name__ == "__main__":
    main()
