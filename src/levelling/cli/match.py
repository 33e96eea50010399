"""`levelling match`: the needs of a place, and what in the register of enablers may help with each."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from levelling.cli.output import AsCsv, AsJson, AsOf, Out
from levelling.core.area import Level

if TYPE_CHECKING:
    from levelling.plan import Document
    from levelling.solutions.match import Matched

_COLUMNS = {
    "need_name": "Need",
    "size_said": "Size",
    "rank": "No.",
    "name": "What may help",
    "kind": "Kind",
    "relevance": "How",
    "reach": "Reaches",
    "status": "Status",
    "amount": "Pounds",
    "amount_for": "For",
}
_SHOWN = 3
"""How many enablers a need has in the table for people; the other forms hold all."""


def match(
    name: Annotated[str, typer.Argument(metavar="PLACE", help="A name or code.")],
    level: Annotated[Level | None, typer.Option(help="Which kind of area is meant, where several share the name.")] = None,
    need: Annotated[str, typer.Option(help="One need or topic, such as unpaid-carers, health or pay; all if left out.")] = "",
    as_of: AsOf = "",
    whom: Annotated[str, typer.Option("--for", help="Only what these can use: council, nhs, vcse, employer or person.")] = "",
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    out: Out = None,
) -> None:
    """What help is open for each need of a place: funds, programmes and rules in a stated order, with reasons and first steps."""
    from levelling.atlas import Atlas
    from levelling.challenge.needs import chosen
    from levelling.cli.output import answer, day_of
    from levelling.core.choice import chosen as choice
    from levelling.core.errors import NotEnoughData
    from levelling.plan.view import View
    from levelling.solutions.match import match as find
    from levelling.solutions.register import User

    user = choice(User, whom, "--for") if whom else None
    day = day_of(as_of)
    atlas = Atlas.open()
    area = atlas.area(name, level)
    view = View(atlas, area)
    wanted = chosen(atlas, area, view.diagnosis, need)
    if not wanted:
        raise NotEnoughData(
            f"No figure shows {area.name} behind what it can be held against, so it has no need to match.",
            "See how it stands with: levelling compare.",
        )
    found = find(atlas, area, wanted, day, user=user, said=view.said)

    def page() -> "Document":
        from levelling.plan.leaf import of_place
        from levelling.plan.sections.help import section_of

        return of_place(
            atlas, area, "Help for {}", "What help is open for each need of {}, and why.", lambda seen: section_of(seen, found)
        )

    notes = [
        *(f"{item.need.sentence} {item.sentence}" for item in found.answers),
        *found.notes,
        f"Told for {day.label}. At most three for each need are shown; --json gives all, with reasons and first steps.",
    ]
    title = f"What may help with each need of {area.name}"
    answer(
        found.records(),
        title=title,
        columns=_COLUMNS,
        as_json=as_json,
        as_csv=as_csv,
        out=out,
        page=page,
        notes=notes,
        decimals={"amount": 0},
        rows=_first(found),
    )


def _first(found: "Matched") -> "list[dict[str, Any]]":
    """The first few for each need, with its size as it is said: a size worked out here is known to two figures."""
    from levelling.challenge.needs import summed_up

    said = {one.need.id: summed_up(one.need) for one in found.answers}
    first = (item for item in found.records() if item["rank"] is None or item["rank"] <= _SHOWN)
    return [{**item, "size_said": said[item["need"]]} for item in first]
