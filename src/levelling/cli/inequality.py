"""`levelling inequality`: how unequal places are, through time, between groups and within them."""

from typing import Annotated

import typer

from levelling.cli.output import AsCsv, AsJson, Out, answer
from levelling.core.area import Level


def inequality(
    slugs: Annotated[list[str], typer.Argument(metavar="INDICATOR...", help="One or more indicators, such as gdhi-per-head.")],
    level: Annotated[Level, typer.Option(help="Between what kind of places.")] = Level.LAD,
    by: Annotated[str, typer.Option(help="Split it between and within 'region', 'nation' or 'kind' of place.")] = "",
    start: Annotated[int | None, typer.Option("--from", help="First year.")] = None,
    end: Annotated[int | None, typer.Option("--to", help="Last year.")] = None,
    weights: Annotated[
        str, typer.Option(help="'population': each person counts once; 'none': each place; or a count such as filled-jobs.")
    ] = "population",
    alpha: Annotated[
        float, typer.Option(help="Which generalised entropy is split: 1 is Theil T, 0 Theil L, 2 half the squared CV.")
    ] = 1.0,
    interval: Annotated[
        str, typer.Option(help="Draw again 'places', the published 'survey' errors, or 'none', for intervals.")
    ] = "places",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """How unequal places are: Theil, Gini, variation, 90:10 and top to bottom, each year, with intervals."""
    from levelling.atlas import Atlas
    from levelling.challenge.inequality import By, Errors, Reckoning
    from levelling.challenge.inequality import inequality as measure
    from levelling.core.choice import chosen
    from levelling.plan.national.inequality import document

    atlas = Atlas.open()
    how = Reckoning(weights, chosen(Errors, interval, "--interval"), alpha)
    grouped = chosen(By, by, "--by") if by else None
    found = [measure(atlas, slug, level, by=grouped, years=(start, end), how=how) for slug in dict.fromkeys(slugs)]
    columns = {
        "indicator": "Indicator",
        "period": "Period",
        "places": "Places",
        "theil_t": "Theil T",
        "theil_t_lower": "from",
        "theil_t_upper": "to",
        "theil_l": "Theil L",
        "gini": "Gini",
        "cv": "Variation",
        "ratio_90_10": "90:10",
        "ratio_top_bottom": "Top:bottom",
    }
    answer(
        [record for item in found for record in item.records()],
        title=f"Inequality between {level.plural}",
        columns=columns | ({"between": "Between", "within": "Within"} if by else {}),
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=lambda: document(atlas, found),
        notes=(
            "",
            *(line for item in found for line in item.sentences),
            *dict.fromkeys(line for item in found for line in item.notes),
        ),
        decimals={"cv": 3, "gini": 3, "ratio_90_10": 2}
        | dict.fromkeys(("theil_t", "theil_t_lower", "theil_t_upper", "theil_l", "between", "within"), 4),
    )
