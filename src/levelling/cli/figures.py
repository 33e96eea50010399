"""`levelling figures`: what figures there are, whether they are whole, and how they are compiled."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="The compiled figures: list, check, build.", no_args_is_help=True, rich_markup_mode=None)


@app.command("list")
def list_figures(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List every indicator with its publisher, periods and areas."""
    from levelling.atlas import Atlas
    from levelling.atlas.tables import coverage_table
    from levelling.cli.output import say, show_table

    table = coverage_table(Atlas.open())
    if as_json:
        say(table.json())
        return
    columns = ("slug", "title", "unit", "publisher", "first_period", "last_period", "areas", "official_status")
    rows = [[str(record[name] or "") for name in columns] for record in table.records()]
    show_table(f"{len(rows)} indicators", columns, rows, right=("areas",))


@app.command()
def check(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Check that every file of figures is there, whole, and agrees with the ledger."""
    from levelling.atlas.check import check_figures
    from levelling.atlas.store import shipped_figures
    from levelling.cli.output import say, say_json
    from levelling.core.errors import ContractBroken

    result = check_figures(shipped_figures())
    if result.faults:
        raise ContractBroken("of figures", result.faults)
    if as_json:
        say_json({"files": result.files, "bytes": result.size, "rows": result.rows, "releases": result.releases})
    else:
        say(f"{result.files} files, {result.size / 1e6:.1f} MB, {result.rows:,} rows from {result.releases} releases: all whole.")


@app.command()
def build(
    source: Annotated[Path, typer.Option("--from", help="The folder that holds the publishers' files.")],
    out: Annotated[Path | None, typer.Option(help="Where to put the figures; by default, where the package keeps them.")] = None,
) -> None:
    """Compile the publishers' files into figures. The old figures stay whole until the new ones are."""
    from levelling.atlas.store import shipped_figures
    from levelling.cli.output import console, say
    from levelling.jobs.pathways.held import TABLE, compile_ways
    from levelling.sources.build import build as build_figures

    target = out or shipped_figures()
    with console(stderr=True).status("Compiling figures") as status:
        ledger = build_figures(source, target, lambda name: status.update(f"Compiled {name}"), {TABLE: compile_ways})
    size = sum((target / file.file).stat().st_size for file in ledger.files)
    rows = sum(file.rows for file in ledger.files)
    say(f"Compiled {rows:,} rows from {len(ledger.entries)} releases into {target} ({size / 1e6:.1f} MB).")


@app.command()
def prune(out: Annotated[Path | None, typer.Option(help="The folder of figures.")] = None) -> None:
    """Remove files of figures that the ledger no longer names."""
    from levelling.atlas.store import shipped_figures
    from levelling.cli.output import say
    from levelling.sources.build import prune as prune_figures

    gone = prune_figures(out or shipped_figures())
    say(f"Removed {len(gone)} file(s) that the ledger does not name.")
