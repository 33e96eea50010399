"""`levelling map`: one indicator over the whole country, drawn on boundaries and hexagons, with the ranked figures."""

from typing import TYPE_CHECKING, Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document

_COLUMNS = {
    "rank": "Rank",
    "name": "Area",
    "value": "Value",
    "lower": "Lower",
    "upper": "Upper",
    "class_name": "Class",
    "status": "Status",
}


def map(  # noqa: A001 - the verb is `map`
    slug: Annotated[str, typer.Argument(metavar="INDICATOR", help="The indicator's slug, such as employment-rate.")],
    level: Annotated[Level, typer.Option(help="Which areas.")] = Level.LAD,
    period: Annotated[
        str | None, typer.Option(help="A period in ISO 8601, or the year it lies in, such as 2015. The newest if left out.")
    ] = None,
    category: Annotated[str | None, typer.Option(help="A category of the indicator, such as female.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Map one indicator over the whole country: the figures from the highest down, and with --out a page with the maps."""
    from levelling.atlas import Atlas
    from levelling.challenge.mapped import mapped
    from levelling.cli.output import answer

    def page() -> "Document":
        from levelling.plan.national.map import document

        return document(atlas, found)

    atlas = Atlas.open()
    found = mapped(atlas, slug, level, period, category)
    count = len(found.missing)
    without = [f"Without a figure: {count} of {count + len(found.estimates)} {level.plural}; --json gives each, with why."]
    sources = "; ".join(f"{release.publisher}, {release.title}" for release in found.releases)
    decimals = found.indicator.decimals
    answer(
        found.records() if as_json or as_csv else found.records()[: len(found.estimates)],
        title=f"{found.title} ({found.indicator.unit})",
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        notes=(found.sentence, *found.cautions, *(without if count else []), f"Source: {sources}."),
        decimals={"value": decimals, "lower": decimals, "upper": decimals},
    )
