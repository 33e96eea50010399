"""`levelling learning`: adults, apprentices, qualifications and every stage of school, here or in every authority."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.atlas import Atlas
    from levelling.core.area import Area
    from levelling.plan import Document

_HERE = {
    "group": "Stage",
    "title": "Measure",
    "period": "Period",
    "value": "Here",
    "unit": "Unit",
    "comparator": "Against",
    "comparator_value": "There",
    "difference": "Difference",
    "verdict": "Verdict",
    "change_percent": "Change %",
}
_EVERYWHERE = {
    "name": "Authority",
    "adult_learners_2016": "Adults learning 2016/17",
    "adult_learners_2018": "2018/19",
    "adult_learners_change_percent": "Change %",
    "adult_learners_rate": "Newest, per 100,000",
    "apprenticeships_residents": "Apprenticeships, live here",
    "apprenticeships_taught_here": "Taught here",
    "apprenticeships_net_flow": "Net flow",
    "apprenticeships_net_flow_per_100": "For every 100",
}


def learning(
    name: Annotated[str, typer.Argument(metavar="[PLACE]", help="A place; without one, every authority of England.")] = "",
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """Adults who learn and how that fell, apprentices who live and are taught here, qualifications, and each stage of school."""
    from levelling.atlas import Atlas
    from levelling.core.errors import UserError

    atlas = Atlas.open()
    form: dict[str, Any] = {"as_json": as_json, "as_csv": as_csv, "out": out}
    if name:
        _place(atlas, atlas.area(name, level), form)
        return
    if level not in {None, Level.LAD}:
        raise UserError("Learning is listed for local authorities only.", "Leave --level out, or name a place.")
    _everywhere(atlas, form)


def _place(atlas: "Atlas", area: "Area", form: dict[str, Any]) -> None:
    from levelling.challenge.learning import learning as learn
    from levelling.cli.output import answer
    from levelling.core.errors import NotEnoughData

    found = learn(atlas, area)
    records = found.records()
    if not records:
        raise NotEnoughData(f"No figures of learning are published for {area.name}.", " ".join(found.reasons))

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.learning import section

        return of_place(atlas, area, "Learning in {}", "How people of {} learn, from age five to adults.", section)

    notes = [*found.sentences, *found.reasons]
    answer(records, title=f"Learning in {area.name}", columns=_HERE, page=page, notes=notes, **form)


def _everywhere(atlas: "Atlas", form: dict[str, Any]) -> None:
    from levelling.challenge.learning import everywhere
    from levelling.cli.output import answer

    found = everywhere(atlas)

    def page() -> "Document":
        from levelling.plan.national.learning import document

        return document(atlas, found)

    decimals = dict.fromkeys(
        ("adult_learners_2016", "adult_learners_2018", "adult_learners_rate", "apprenticeships_residents"), 0
    ) | {"apprenticeships_taught_here": 0, "apprenticeships_net_flow": 0}
    title = "Adult learning and apprenticeships in every authority of England"
    answer(found.records(), title=title, columns=_EVERYWHERE, page=page, notes=[found.sentence], decimals=decimals, **form)
