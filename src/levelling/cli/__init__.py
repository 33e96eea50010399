"""The command line: one file a verb."""

from levelling.cli.main import main

__all__ = ["main"]
