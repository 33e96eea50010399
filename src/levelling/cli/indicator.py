"""`levelling indicator`: the figures of one indicator, as a table."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.atlas.table import Table


class Format(StrEnum):
    """The forms a table of figures can take."""

    TABLE = "table"
    CSV = "csv"
    CSVW = "csvw"
    JSON = "json"
    PARQUET = "parquet"


def indicator(
    slug: Annotated[str, typer.Argument(help="The indicator's slug, such as employment-rate.")],
    area: Annotated[list[str] | None, typer.Option(help="An area, by name or code; may be repeated. All its periods.")] = None,
    level: Annotated[Level | None, typer.Option(help="Every area of this level, newest period.")] = None,
    period: Annotated[str, typer.Option(help="'latest', 'all', or one period in ISO 8601, such as 2023.")] = "",
    category: Annotated[str | None, typer.Option(help="A category, such as female; 'all' for all.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TABLE,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    out: Annotated[Path | None, typer.Option(help="A file to write to instead of the screen.")] = None,
) -> None:
    """Show the figures of one indicator: for some areas through time, or for every area of a level."""
    from levelling.atlas import Atlas
    from levelling.atlas.tables import indicator_table

    atlas = Atlas.open()
    areas = [atlas.gazetteer.find(name, abolished=True) for name in area or []]
    when = period or ("all" if areas else "latest")
    table = indicator_table(atlas, slug, areas=areas, level=level, period=when, category=category)
    _write(atlas, slug, table, Format.JSON if as_json else form, out)


def _write(atlas: "Atlas", slug: str, table: "Table", form: Format, out: Path | None) -> None:
    from levelling.cli.output import say, write
    from levelling.core.errors import UserError

    if form is Format.PARQUET:
        if out is None:
            raise UserError("Parquet is not text and cannot be shown on a screen.", "Name a file with --out FILE.")
        write(out, table.parquet())
    elif form is Format.TABLE and out is None:
        _print(atlas, slug, table)
        return
    elif form is Format.CSVW:
        name = out.name if out else f"{slug}.csv"
        if out is None:
            say(table.csvw(name))
            return
        write(out, table.csv())
        write(out.with_name(out.name + "-metadata.json"), table.csvw(name))
    else:
        text = table.json() if form is Format.JSON else table.csv()
        if out is None:
            say(text.rstrip("\n"))
            return
        write(out, text)
    say(f"Wrote {len(table):,} rows to {out}.")


def _print(atlas: "Atlas", slug: str, table: "Table") -> None:
    from levelling.cli.output import say, show_table

    item = atlas.catalogue.get(slug)
    decimals = item.decimals
    shown = [name for name in table.columns if name != "indicator" and not (name == "category" and not item.dimension)]
    rows = [[_cell(record[name], decimals if name in _NUMBERS else None) for name in shown] for record in table.records()]
    show_table(f"{item.title} ({item.unit})", shown, rows, right=_NUMBERS)
    for note in table.notes:
        say(note)


def _cell(value: str | float | None, decimals: int | None) -> str:
    if value is None:
        return ""
    from levelling.core.words import number

    return number(value, decimals) if isinstance(value, float) and decimals is not None else str(value)


_NUMBERS = ("value", "lower", "upper")
