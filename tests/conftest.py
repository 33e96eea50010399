"""What holds for every test: the same examples each time, however slow the machine."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from tests import command
from tests.command import Done

__all__ = ["Done", "levelling"]

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture
def levelling() -> Callable[..., Done]:
    """The command line, for a test that is given it; others import it from `tests.command`."""
    return command.levelling
