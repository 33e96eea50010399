"""The code blocks of the documentation, found and run for real.

Which blocks run, and how they are marked, is told in CONTRIBUTING.md:

- a block marked `python` runs; all those of a page share their names; with `>>>` prompts its output is compared as well;
- a block marked `console` runs each line that begins with `$ levelling`, and compares what stands below it with what it prints;
  `exit=2` after `console` says that the commands end with that code;
- `...` in shown output stands for anything; a block whose commands show no output has none compared;
- any other mark (`sh`, `text`, `toml`, `html`) is shown only.
"""

import contextlib
import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.command import Done, levelling

_FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]*)\n(?P<body>.*?)^(?P=indent)```[ ]*$", re.MULTILINE | re.DOTALL)
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: the first word of its mark, the rest of its mark, its text, and the line it begins at."""

    kind: str
    options: tuple[str, ...]
    text: str
    line: int

    @property
    def exit_code(self) -> int:
        """What the commands of a `console` block end with: 0 unless its mark says otherwise."""
        return next((int(option.removeprefix("exit=")) for option in self.options if option.startswith("exit=")), 0)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a `console` block and the output shown below it."""

    words: tuple[str, ...]
    shown: str


def blocks(page: str) -> Iterator[Block]:
    """Every fenced block of a page that is marked, in order."""
    for match in _FENCE.finditer(page):
        kind, *options = match["info"].split() or [""]
        if kind:
            indent = match["indent"]
            body = "\n".join(line.removeprefix(indent) for line in match["body"].splitlines())
            yield Block(kind, tuple(options), body, page[: match.start()].count("\n") + 2)


def commands(block: Block) -> tuple[Command, ...]:
    """The commands of a `console` block.

    Raises:
        ValueError: It has none, or one that is not `levelling`: other programs belong in a block marked `sh`.
    """
    found: list[tuple[str, list[str]]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    parsed = tuple(Command(tuple(shlex.split(command, comments=True)), "\n".join(shown).strip()) for command, shown in found)
    if not parsed or any(command.words[0] != "levelling" for command in parsed):
        raise ValueError(f"a console block (line {block.line}) holds lines that begin with '$ levelling'")
    return parsed


def agree(shown: str, printed: str) -> bool:
    """Whether what a page shows is what was printed: white space apart, and `...` standing for anything.

    Example:
        >>> agree("Wrote the plan to ...", "Wrote the plan  to /anywhere/plan.html")
        True
        >>> agree("71.1", "71.2")
        False
    """
    return doctest.OutputChecker().check_output(shown + "\n", printed.strip() + "\n", _FLAGS)


def run_console(block: Block, folder: Path, run: Callable[..., Done] = levelling) -> None:
    """Run the commands of a block in a folder and compare what they print."""
    for command in commands(block):
        with contextlib.chdir(folder), patch.dict(os.environ, COLUMNS="100", NO_COLOR="1"):
            done = run(*command.words[1:])
        printed = done.stdout + done.stderr
        where = f"line {block.line}: {shlex.join(command.words)}"
        assert done.returncode == block.exit_code, f"{where} ended with {done.returncode}\n{printed}"
        assert not command.shown or agree(command.shown, printed), f"{where}\nshown:\n{command.shown}\nprinted:\n{printed}"


def installed(*arguments: str) -> Done:
    """Run the installed command in a process of its own, as a reader would."""
    command = [str(Path(sys.executable).parent / "levelling"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return Done(done.returncode, done.stdout, done.stderr)


def run_python(block: Block, names: dict[str, Any], page: str) -> None:
    """Run a block with the names of the page so far; compare its output where it has prompts."""
    if ">>> " not in block.text:
        exec(compile("\n" * (block.line - 1) + block.text, page, "exec"), names)  # noqa: S102  (running it is the point)
        return
    test = doctest.DocTestParser().get_doctest(block.text, names, page, page, block.line - 1)
    said: list[str] = []
    failed = doctest.DocTestRunner(optionflags=_FLAGS).run(test, out=said.append, clear_globs=False).failed
    names.update(test.globs)
    assert not failed, "".join(said)
