"""Where every command begins and ends: the verbs joined, and errors told in one sentence."""

import errno
import os
import sys

import typer

from levelling.cli import (
    area,
    automation,
    compare,
    divergence,
    figures,
    future,
    groups,
    health,
    indicator,
    inequality,
    kinds,
    learning,
    pay,
    plan,
    predictors,
    quadrants,
    rank,
    trend,
    vulnerability,
)
from levelling.cli.map import map_indicator
from levelling.cli.output import complain, speak_utf8
from levelling.core.errors import UserError

app = typer.Typer(
    name="levelling",
    help="From the name of a UK place to an honest, sourced plan for good work.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("plan")(plan.plan)
app.command("area")(area.area)
app.command("compare")(compare.compare)
app.command("indicator")(indicator.indicator)
app.command("kinds")(kinds.kinds)
app.command("predictors")(predictors.predictors)
app.command("divergence")(divergence.divergence)
app.command("inequality")(inequality.inequality)
app.command("quadrants")(quadrants.quadrants)
app.command("health")(health.health)
app.command("future")(future.future)
app.command("rank")(rank.rank)
app.command("trend")(trend.trend)
app.command("automation")(automation.automation)
app.command("groups")(groups.groups)
app.command("pay")(pay.pay)
app.command("learning")(learning.learning)
app.command("map")(map_indicator)
app.command("vulnerability")(vulnerability.vulnerability)
app.add_typer(figures.app, name="figures")


def main() -> None:
    """Run the command line. User errors end in one sentence and exit code 2; a closed pipe ends quietly."""
    speak_utf8()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except UserError as error:
        complain(error)
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


def _let_go_of_output() -> None:
    # What is still held back would be tried once more at exit, and fail once more.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
