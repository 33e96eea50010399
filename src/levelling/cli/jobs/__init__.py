"""`levelling jobs`: who could do which work nearby, and what training closes the distance. One file a verb."""

import importlib

import typer

VERBS: tuple[str, ...] = ("match", "explain", "share", "pathways", "demand", "create", "synth")
"""Every verb, in the order the help lists them. Each is a file in this folder, with a function of the same name."""

app = typer.Typer(
    help="Match people to work near them, share it out, show paths to other work and what employers ask for.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
for _verb in VERBS:
    app.command(_verb)(getattr(importlib.import_module(f"levelling.cli.jobs.{_verb}"), _verb))
