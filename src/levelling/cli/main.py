"""Where every command begins and ends: the verbs joined, and errors told in one sentence."""

import errno
import importlib
import os
import sys
from importlib.metadata import version
from typing import Annotated

import typer
from typer.exceptions import TyperException

from levelling.cli.output import complain, speak_utf8
from levelling.core.errors import UserError

VERBS = (
    *("plan", "area", "compare", "indicator", "map"),
    *("rank", "trend", "divergence", "inequality", "quadrants", "predictors", "kinds"),
    *("groups", "pay", "learning", "health", "automation", "vulnerability", "future"),
    *("enablers", "coverage", "funding", "match", "anchors", "align", "hiap", "providers", "consortium"),
    *("cases", "evidence", "logic", "appraise", "health-effect", "trial"),
    "jobs",
    "figures",
)
"""Every verb, in the order the help lists them.

Each is a file in this folder, with a function of the same name or an `app`; a hyphen in the verb is an underscore there.
"""


def commands(only: str = "") -> typer.Typer:
    """The command line: every verb, or one alone. A command starts quicker when it does not load the others.

    Example:
        >>> len(commands().registered_commands) + len(commands().registered_groups) == len(VERBS)
        True
    """
    app = typer.Typer(
        name="levelling",
        help="From the name of a UK place to an honest, sourced plan for good work.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_together)
    for verb in [only] if only in VERBS else VERBS:
        name = verb.replace("-", "_")
        module = importlib.import_module(f"levelling.cli.{name}")
        if hasattr(module, "app"):
            app.add_typer(module.app, name=verb)
        else:
            app.command(verb)(getattr(module, name))
    return app


def _tell_version(asked: bool) -> None:
    if asked:
        print(f"levelling {version('levelling')}")
        raise typer.Exit


def _together(
    told: Annotated[bool, typer.Option("--version", help="Show the version.", callback=_tell_version, is_eager=True)] = False,
) -> None:
    # Without this, Typer drops the verb's name where there is only one.
    """From the name of a UK place to an honest, sourced plan for good work."""


def main() -> None:
    """Run the command line. User errors end in one sentence and exit code 2; a closed pipe ends quietly."""
    speak_utf8()
    try:
        try:
            verb = sys.argv[1] if len(sys.argv) > 1 else ""
            code = commands(verb)(standalone_mode=False)
        finally:
            sys.stdout.flush()
    except UserError as error:
        complain(error)
        sys.exit(2)
    except TyperException as error:
        _complain_of_use(error, verb)
        sys.exit(2)
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing more to say, and nothing may be said at exit either.
        _let_go_of_output()
        sys.exit(0)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        complain(UserError("The output cannot be written: the disk is full.", "Make room, or send it elsewhere."))
        _let_go_of_output()
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(code if isinstance(code, int) else 0)


def _complain_of_use(error: TyperException, verb: str) -> None:
    """Say in one sentence what is wrong with the options; the help, where nothing at all was asked for."""
    said = error.format_message().replace("Value error, ", "")
    if "\n" in said:
        print(said, file=sys.stderr)
        return
    whole = said if said.endswith(("?", ".")) else f"{said}."
    complain(UserError(whole, f"See: levelling {verb} --help." if verb in VERBS else "See: levelling --help."))


def _let_go_of_output() -> None:
    # What is still held back would be tried once more at exit, and fail once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
