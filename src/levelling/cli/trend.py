"""`levelling trend`: what has changed in a place, or in every area of a kind, with how sure the change is."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level
from levelling.core.errors import NotEnoughData, UnknownArea, UnknownIndicator, UserError

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.challenge.trend import Trend
    from levelling.core.area import Area
    from levelling.core.window import Window
    from levelling.plan import Document

_COLUMNS = {
    "unit": "Unit",
    "from": "From",
    "to": "To",
    "value_from": "Then",
    "value_to": "Now",
    "change": "Change",
    "lower": "Lower",
    "upper": "Upper",
    "verdict": "Verdict",
    "slope": "A year",
    "slope_lower": "A year, lower",
    "slope_upper": "A year, upper",
}


def trend(
    names: Annotated[
        list[str], typer.Argument(metavar="[PLACE] [INDICATOR...]", help="A place and what to look at, or one indicator.")
    ],
    level: Annotated[
        Level | None, typer.Option(help="With an indicator alone, which kind of area; with a place, which kind is meant.")
    ] = None,
    start: Annotated[str | None, typer.Option("--from", metavar="PERIOD", help="The earlier period, such as 2015.")] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="PERIOD", help="The later period; the newest without it.")] = None,
    years: Annotated[int, typer.Option(help="How far back to look, where --from is not given.")] = 5,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """What has changed between two periods, with the interval of the change, a verdict and the slope of the years between.

    Name a place for its measures, or an indicator alone for every area of a kind. Nothing is compared across a break.
    """
    from levelling.atlas import Atlas
    from levelling.challenge.lineup import read_period
    from levelling.core.window import Window

    atlas = Atlas.open()
    asked = Window(read_period(start) if start else None, read_period(end) if end else None, years)
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if names[0] in atlas.catalogue:
        if len(names) > 1:
            raise UserError("The trend of every area is shown for one indicator at a time.", "Name one, or a place first.")
        _among(atlas, names[0], level or Level.LAD, asked, explicit=bool(start or end), form=form)
    else:
        _place(atlas, _area(atlas, names[0], level), names[1:], asked, form)


def _area(atlas: "Atlas", name: str, level: Level | None) -> "Area":
    """The place that is meant; where there is none, indicators of nearly that name are offered as well as places."""
    try:
        return atlas.area(name, level)
    except UnknownArea as error:
        try:
            atlas.catalogue.get(name)
        except UnknownIndicator as other:
            if other.near and not error.near:
                message = f"No area and no indicator is called '{name[:80]}'."
                raise UserError(message, "See every indicator with: levelling figures list.", near=other.near) from error
        raise


def _place(atlas: "Atlas", area: "Area", slugs: list[str], asked: "Window", form: dict[str, Any]) -> None:
    from levelling.challenge.trend import trends

    found = trends(atlas, area, slugs or None, window=asked)
    absent = [slug for slug in slugs if slug not in {item.now.indicator.slug for item in found}]
    if absent or not found:
        what = ", ".join(absent) or "anything a plan shows"
        raise NotEnoughData(f"No figure of {what} is published for {area.name}.", f"See what is: levelling compare {area.code}.")

    def page() -> "Document":
        from levelling.plan.national.trend import of_place

        return of_place(atlas, area, found)

    _answer(found, f"{area.name}: what has changed", {"title": "Measure"}, page, form)


def _among(atlas: "Atlas", slug: str, level: Level, asked: "Window", *, explicit: bool, form: dict[str, Any]) -> None:
    from levelling.challenge.trend import trends_among

    found = trends_among(atlas, slug, level, asked, strict=explicit)

    def page() -> "Document":
        from levelling.plan.national.trend import document

        return document(atlas, found, level)

    title = f"{atlas.catalogue.get(slug).title}: what has changed in {len(found)} {level.plural}"
    _answer(found, title, {"name": "Name"}, page, form)


def _answer(found: "tuple[Trend, ...]", title: str, first: dict[str, str], page: Any, form: dict[str, Any]) -> None:
    from levelling.cli.output import answer

    records = [item.record() for item in found]
    columns = {**first, **{key: word for key, word in _COLUMNS.items() if any(record[key] is not None for record in records)}}
    if "name" in first:
        columns.pop("unit", None)
    most = max(item.now.indicator.decimals for item in found)
    decimals = dict.fromkeys(("value_from", "value_to", "change", "lower", "upper"), most)
    decimals |= dict.fromkeys(("slope", "slope_lower", "slope_upper"), most + 1)
    answer(records, title=title, columns=columns, page=page, notes=_notes(found), decimals=decimals, **form)


def _notes(found: "tuple[Trend, ...]") -> list[str]:
    tested = sum(item.p_value is not None for item in found)
    said = [""]
    if tested:
        said.append(f"Verdicts are corrected for the {tested} changes tested (Benjamini-Hochberg, 5%).")
    said.append("'not comparable': no interval is published, or nothing comparable lies so far back; --json gives the reason.")
    flags = dict.fromkeys(item.now.indicator.frozen for item in found if item.now.indicator.frozen)
    said += list(flags)
    slugs = dict.fromkeys(item.now.indicator.slug for item in found if item.record()["suspended"])
    if slugs:
        said.append(f"Accreditation suspended: {', '.join(slugs)}.")
    return said
