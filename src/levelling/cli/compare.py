"""`levelling compare`: an area's estimates against the UK, its nation, its region, its neighbours, or any other area."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.core.area import Level
from levelling.core.comparison import Comparison
from levelling.core.errors import NotEnoughData, UserError

if TYPE_CHECKING:
    from levelling.core.estimate import Estimate


def compare(
    name: Annotated[str, typer.Argument(metavar="AREA", help="A name or code.")],
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    against: Annotated[list[str] | None, typer.Option(help="Another area to compare with; may be repeated.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: one record for each indicator and comparator.")] = False,
) -> None:
    """Compare an area with the UK, its nation, its region and its statistical neighbours, indicator by indicator."""
    from levelling.atlas import Atlas
    from levelling.challenge import compare as compare_areas
    from levelling.cli.output import say_json

    atlas = Atlas.open()
    area = atlas.area(name, level)
    others = [atlas.area(other) for other in against or []]
    if any(other.code == area.code for other in others):
        raise UserError(f"{area.name} cannot be compared with itself.", "Name another area with --against.")
    found = compare_areas(atlas, area, against=others)
    if as_json:
        say_json([record(item) for item in found])
    else:
        _print(area.name, found)


def record(item: Comparison) -> dict[str, Any]:
    """A comparison as plain data, with the field names that `--json` promises."""
    estimate, release = item.estimate, item.estimate.release
    return {
        "indicator": estimate.indicator.slug,
        "title": estimate.indicator.title,
        "category": estimate.category,
        "area": estimate.area.code,
        "name": estimate.area.name,
        "unit": estimate.indicator.unit,
        "period": estimate.period.iso if estimate.value is not None else None,
        "value": estimate.value,
        "lower": estimate.lower,
        "upper": estimate.upper,
        "status": estimate.status.value,
        "official_status": estimate.indicator.official_status.value,
        "moved": estimate.moved.how if estimate.moved else None,
        "comparator": item.comparator.value,
        "comparator_name": item.comparator_name,
        "comparator_value": item.against.value if item.against else None,
        "difference": item.difference,
        "difference_lower": item.lower,
        "difference_upper": item.upper,
        "p_value": item.p_value,
        "adjusted_p_value": item.adjusted_p,
        "verdict": item.verdict.value,
        "reason": item.reason,
        "source": {
            "publisher": release.publisher,
            "release": release.title,
            "released": release.released.isoformat() if release.released else None,
            "licence": release.licence,
            "address": release.address,
        },
    }


def _label(estimate: "Estimate") -> str:
    indicator = estimate.indicator
    category = indicator.categories.get(estimate.category, "")
    return f"{indicator.short}: {category}" if category else indicator.short


def _print(name: str, found: "tuple[Comparison, ...]") -> None:
    from levelling.cli.output import say, show_table
    from levelling.core.words import number

    def cell(value: float | None, decimals: int) -> str:
        return "" if value is None else number(value, decimals)

    def interval(item: "Estimate") -> str:
        decimals = item.indicator.decimals
        return "" if item.lower is None else f"{cell(item.lower, decimals)} to {cell(item.upper, decimals)}"

    rows = []
    for item in found:
        if item.estimate.value is None or item.against is None:
            continue
        decimals = item.estimate.indicator.decimals
        rows.append(
            (
                _label(item.estimate),
                item.estimate.indicator.unit,
                item.estimate.period.iso,
                cell(item.estimate.value, decimals),
                interval(item.estimate),
                item.comparator_name,
                cell(item.against.value, decimals),
                cell(item.difference, decimals),
                item.verdict.value,
            )
        )
    if not rows:
        raise NotEnoughData(f"{name} has no figure with anything to hold it against.", "See each with its reason with --json.")
    columns = ("Indicator", "Unit", "Period", "Here", "95% interval", "Against", "There", "Difference", "Verdict")
    show_table(f"{name} compared", columns, rows, right=("Here", "There", "Difference"))
    say("")
    if left := sum(item.against is None for item in found):
        say(f"Left out: {left} comparisons with nothing to hold the figure against; --json lists them, each with its reason.")
    say("Verdicts are corrected for the number of comparisons made (Benjamini-Hochberg, 5%).")
    say("'not comparable': no interval is published, or period or definition differ; --json gives the reason.")
