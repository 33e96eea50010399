"""`levelling rank`: every area of a kind ranked by one or more indicators, each rank with its interval."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level
from levelling.core.errors import UserError

if TYPE_CHECKING:
    from levelling.challenge.rank import Ranking
    from levelling.plan import Document

_COLUMNS = {
    "rank": "Rank",
    "name": "Name",
    "value": "Value",
    "lower": "Lower",
    "upper": "Upper",
    "rank_lower": "Rank from",
    "rank_upper": "to",
    "rank_lower_simultaneous": "All at once: from",
    "rank_upper_simultaneous": "to ",
    "of": "Of",
    "reason": "What to know",
}


def rank(
    indicators: Annotated[list[str], typer.Argument(metavar="INDICATOR...", help="One indicator or more, by their short names.")],
    level: Annotated[Level, typer.Option(help="Which kind of area to rank.")] = Level.LAD,
    period: Annotated[str | None, typer.Option(help="When, such as 2019; the newest without it.")] = None,
    category: Annotated[str | None, typer.Option(help="Which category, where the indicator has several.")] = None,
    among: Annotated[str | None, typer.Option(metavar="AREA", help="Rank only the areas inside this one.")] = None,
    marginal: Annotated[bool, typer.Option("--marginal", help="Work out only the set for each place alone.")] = False,
    simultaneous: Annotated[bool, typer.Option("--simultaneous", help="Work out only the sets for all places at once.")] = False,
    draws: Annotated[int, typer.Option(help="How many times errors are drawn for the sets of all places at once.")] = 2_000,
    with_missing: Annotated[bool, typer.Option("--with-missing", help="List places without a figure too, unranked.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Rank areas by an indicator, with the ranks each may truly have.

    First is the best, or the highest where neither way is good. Two 95% sets are given: for each place alone (rank_lower to
    rank_upper), and for all places at once (the fields that end in _simultaneous).
    """
    from levelling.atlas import Atlas
    from levelling.challenge.lineup import read_period
    from levelling.challenge.rank import rank as rank_areas
    from levelling.cli.output import answer

    atlas = Atlas.open()
    found = rank_areas(
        atlas,
        indicators,
        level,
        read_period(period) if period else None,
        category,
        atlas.area(among) if among else None,
        marginal=marginal or not simultaneous,
        simultaneous=simultaneous or not marginal,
        draws=draws,
    )
    if marginal or simultaneous:
        _need_intervals(found)

    def page() -> "Document":
        from levelling.plan.national.rank import document

        return document(atlas, found)

    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    records = [record for each in found for record in each.records(with_missing=with_missing)]
    several = {"title": "Measure"} if len(found) > 1 else {}
    hidden = {key for key in _COLUMNS if not any(record[key] for record in records)}
    if not any(each.has_intervals for each in found):
        hidden.add("reason")  # the note below says the same once
    columns = {key: word for key, word in {**several, **_COLUMNS}.items() if key not in hidden}
    answer(records, title=_title(found), columns=columns, page=page, notes=_notes(found), decimals=_decimals(found), **form)


def _need_intervals(found: "tuple[Ranking, ...]") -> None:
    without = [each.indicator.slug for each in found if not each.has_intervals]
    if without:
        verb = "has" if len(without) == 1 else "have"
        raise UserError(
            f"{', '.join(without)} {verb} no published intervals, so no rank interval can be worked out.",
            "Leave out --marginal and --simultaneous to see the ranks alone.",
        )


def _title(found: "tuple[Ranking, ...]") -> str:
    if len(found) > 1:
        return f"{len(found)} measures ranked"
    lineup = found[0].lineup
    return f"{lineup.indicator.named(lineup.category)}, {lineup.period.label}: {len(lineup.areas)} {lineup.who}"


def _decimals(found: "tuple[Ranking, ...]") -> dict[str, int]:
    most = max(each.indicator.decimals for each in found)
    return {"value": most, "lower": most, "upper": most}


def _notes(found: "tuple[Ranking, ...]") -> list[str]:
    said = [
        "",
        "Equal values share a rank. 'Rank from ... to' covers one place's true rank with 95% confidence; 'all at once', all.",
    ]
    for each in found:
        which = f"{each.indicator.slug}: " if len(found) > 1 else ""
        said += [f"{which}{note}" for note in each.notes]
        missing = each.lineup.missing
        if missing:
            names = "; ".join(area.name for area, _ in missing[:12])
            rest = f"; and {len(missing) - 12} more" if len(missing) > 12 else ""
            said.append(f"{which}Not ranked, for want of a figure (--with-missing says why): {names}{rest}.")
    return said
