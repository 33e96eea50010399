"""Which version is there."""

from importlib.metadata import version

from tests.command import levelling


def test_the_command_line_tells_its_version() -> None:
    done = levelling("--version")
    assert (done.returncode, done.stdout) == (0, f"levelling {version('levelling')}\n")
