"""The command line, run in this process: figures and slow libraries are read once.

What holds only of a process of its own (its exit, its pipes, its start from cold) is in `tests/acceptance/test_cli.py`.
"""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from subprocess import CompletedProcess
from unittest.mock import patch

from levelling.cli.main import main


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def levelling(*arguments: str) -> Done:
    """Run a command as the command line would, and give how it ended."""
    said, complained, code = io.StringIO(), io.StringIO(), 0
    with patch.object(sys, "argv", ["levelling", *arguments]), redirect_stdout(said), redirect_stderr(complained):
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    return Done(code, said.getvalue(), complained.getvalue())


def refused(done: Done | CompletedProcess[str], *says: str) -> None:
    """A complaint: exit code 2, one line on standard error, no traceback, nothing on standard output."""
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert done.stderr.startswith("levelling: ")
    assert done.stderr.count("\n") == 1
    for words in says:
        assert words in done.stderr
