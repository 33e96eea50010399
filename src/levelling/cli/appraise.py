"""`levelling appraise`: what options would be worth, who pays, who saves, and what to learn first."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out

if TYPE_CHECKING:
    from levelling.plan import Document
    from levelling.practice.appraisal import Appraisals

_COLUMNS = {
    "option": "Option",
    "npsv_p5": "NPSV, from",
    "npsv_mean": "NPSV, mean £",
    "npsv_p95": "to",
    "bcr_ratio_of_means": "BCR",
    "probability_pays": "Share of draws it pays",
    "payback_years_p50": "Payback, years",
    "break_even_additionality": "Breaks even at",
}
_DECIMALS = {
    **dict.fromkeys(("npsv_p5", "npsv_mean", "npsv_p95"), 0),
    **dict.fromkeys(("bcr_ratio_of_means", "probability_pays", "payback_years_p50", "break_even_additionality"), 2),
}


def appraise(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Options: files that end in .toml, or names of those that come with it."),
    ],
    area: Annotated[str, typer.Option(help="The place whose people, pay, income and firms fill the options.")] = "",
    suppose: Annotated[Path | None, typer.Option(help="A TOML file of what you suppose, a table for each option.")] = None,
    draws: Annotated[int, typer.Option(help="How many draws.")] = 10_000,
    seed: Annotated[int, typer.Option(help="Where the draws begin.")] = 2020,
    prices: Annotated[int | None, typer.Option(help="The year of the prices to tell everything in.")] = None,
    book: Annotated[str, typer.Option(help="The date at which the tables of the Green Book are taken: 2026-02.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Appraise options by the Green Book: value and its spread, who pays, who saves, payback, break-even, what to learn first."""
    from levelling.atlas import Atlas
    from levelling.cli.output import answer
    from levelling.practice.appraisal import appraise as appraised
    from levelling.practice.appraisal import ask, flat, read_suppositions

    atlas = Atlas.open()
    place = (atlas, atlas.area(area)) if area else None
    supposed = read_suppositions(suppose) if suppose else {}
    found = appraised(ask(files, place, supposed, prices, book), draws, seed)
    records: list[dict[str, Any]] = found.records()

    def page() -> "Document":
        from levelling.plan.appraisal import document

        return document(atlas, found)

    answer(
        flat(records) if as_csv else records,
        title=f"Appraised{f' for {place[1].name}' if place else ''}, in prices of {found.items[0].model.prices}",
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        rows=flat(records),
        decimals=_DECIMALS,
        notes=_notes(found),
    )


def _notes(found: "Appraisals") -> list[str]:
    said = [""]
    for item in found.items:
        heading = [f"{item.name}:"] if len(found.items) > 1 else []
        warned = [*item.model.warnings, *item.model.option.notes]
        said += [*heading, *item.sentences, *(f"Mind: {warning}" for warning in warned), ""]
    if found.sentences:
        said += [*found.sentences, ""]
    tables = dict.fromkeys(f"{table.title} ({table.file})" for item in found.items for table in item.model.used)
    return [*said, "Tables used:", *(f"- {table}" for table in tables)]
