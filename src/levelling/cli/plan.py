"""`levelling plan`: the plan page of a place, or of every place of a level."""

import gc
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.plan import Template


class Format(StrEnum):
    """The forms a plan can take."""

    HTML = "html"
    JSON = "json"
    MD = "md"


def plan(
    place: Annotated[str | None, typer.Argument(help="A name or code.")] = None,
    level: Annotated[
        Level | None, typer.Option(help="Which kind of area is meant, or with --all the level to go through.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="A plan for every current area of the level.")] = False,
    against: Annotated[list[str] | None, typer.Option(help="Another area to compare with; may be repeated.")] = None,
    template: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="Other headings: get-britain-working, source (the paper's own), or a .toml file of your own."
        ),
    ] = None,
    form: Annotated[
        Format | None, typer.Option("--format", help="html, json or md; by default what --out ends in, or html.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write, '-' for the screen; with --all, the folder.")] = None,
) -> None:
    """Write the plan of a place: one self-contained page, or the same numbers as JSON or Markdown."""
    if place is not None:
        gc.disable()  # one page and out: there is nothing to gather in, and much to read before it
    from levelling.atlas import Atlas
    from levelling.core.errors import UserError

    if every == (place is not None):
        raise UserError("Name one place, or use --all with a level.", "For example: levelling plan Hartlepool.")
    headings = None
    if template is not None:
        from levelling.plan import template as named

        headings = named(template)
    atlas = Atlas.open()
    others = [atlas.area(name) for name in against or []]
    if place is None:
        _plan_all(atlas, level or Level.LAD, others, form or Format.HTML, out, headings)
    else:
        _plan_one(atlas, atlas.area(place, level), others, form, out, headings)


def _plan_one(
    atlas: "Atlas", area: "Area", others: "list[Area]", form: Format | None, out: Path | None, headings: "Template | None"
) -> None:
    from levelling.cli.output import say
    from levelling.plan import build, file_name, render, save

    chosen = form or _from_suffix(out)  # before the work is done
    document = build(atlas, area, against=others, template=headings)
    if out is not None and str(out) == "-":
        say(render(document, chosen.value))
        return
    target = out or Path(file_name(area, chosen.value, document.template))
    save(document, target, chosen.value)
    say(f"Wrote the plan for {area.name} to {target.resolve()}")


def _plan_all(
    atlas: "Atlas", level: Level, others: "list[Area]", form: Format, out: Path | None, headings: "Template | None"
) -> None:
    from rich.progress import track

    from levelling.cli.output import console, say
    from levelling.plan.every import save_all

    folder = out or Path("plans")
    areas = [area for area in atlas.gazetteer.all(level) if area.is_current]
    written = save_all(atlas, areas, folder, form.value, others, headings)
    for _ in track(written, "Writing plans", total=len(areas), console=console(stderr=True), transient=True):
        pass
    say(f"Wrote {len(areas)} plans to {folder.resolve()}")


def _from_suffix(out: Path | None) -> Format:
    """The form that a file's name asks for; a page where its name says nothing, or there is none."""
    from levelling.core.errors import UserError

    suffix = out.suffix.lstrip(".").lower() if out else ""
    found = {"": Format.HTML, "htm": Format.HTML, "html": Format.HTML, "json": Format.JSON, "md": Format.MD}.get(suffix)
    if found is None:
        raise UserError(f"A plan cannot be written as .{suffix}.", "Give a file that ends in .html, .md or .json, or a --format.")
    return found
