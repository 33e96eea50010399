"""What holds for every test: the same examples each time, however slow the machine; and the command line, run in this process."""

import sys
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def levelling(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Done]:
    """Runs a command as the command line would, in this process: slow libraries are read once."""
    from levelling.cli.main import main

    def command(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["levelling", *arguments])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return command
