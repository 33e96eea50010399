"""Neighbours and why: the places most like this one, by the ONS lists and by our own reckoning with its reasons."""

from levelling.challenge import Neighbour, Neighbours
from levelling.core.indicator import Release
from levelling.core.words import listed as listed_words
from levelling.plan.document import Block, Bullets, Inline, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import worked
from levelling.plan.view import View, spoken
from levelling.plan.wording import listed

ORDER = 430
SHOWN = 10
_BASES = {
    "global": "All in all",
    "economic": "By economy",
    "demographic": "By people",
}


def section(view: View) -> Section | None:
    """Our own neighbours with distances and reasons, then the lists that ONS publishes."""
    found = view.diagnosis.neighbours
    if not found.own and not any(found.ons.values()):
        blocks: tuple[Block, ...] = (Paragraph(prose(Label(found.note or "No other area can be likened to this one."))),)
    else:
        blocks = (Paragraph(_lead(view)), *_own(view, found), *_ons(view, found))
    return Section("neighbours", "Neighbours, and why", "Neighbours", blocks)


def _lead(view: View) -> Text:
    return prose(
        "Places like ",
        Label(view.said),
        " in their economy and their people say what could fairly be expected here. They need not lie near it. The verdicts on "
        "this page use the list that ONS publishes for all variables together.",
    )


def _own(view: View, found: Neighbours) -> tuple[Block, ...]:
    if not found.own:
        return (Paragraph(prose(Label(found.note)), "note"),) if found.note else ()
    releases = _releases(view, found)
    rows = tuple(_row(view, item, releases) for item in found.own[:SHOWN])
    columns = ("Place", "Distance", "Most alike in", "Differs most in")
    table = Table("Most like it by our own reckoning, nearest first", columns, rows)
    used = [item.label for item in found.variables if item.label not in found.lacking]
    parts: list[Inline] = ["Likened by ", Label(listed_words(used)), "."]
    if found.lacking:
        parts += [" No figure is published here for ", Label(listed_words(found.lacking)), ", so they do not count."]
    elif found.note:
        parts += [" ", Label(found.note)]
    distance = prose(
        "At a distance of nought a place is the same in everything. Variables count in steps of their usual spread among places."
    )
    return (table, Paragraph(prose(*parts), "note"), Paragraph(distance, "note"))


def _row(view: View, item: Neighbour, releases: tuple[Release, ...]) -> tuple[Text, ...]:
    about = Worked(
        f"Distance between {view.name} and a place like it",
        "Worked out here: each variable is turned to standard scores over all places of the level, and the weighted squares of "
        "the differences are added up and their root taken.",
        releases=releases,
    )
    return (
        prose(Label(spoken(item.area.name))),
        (worked(item.distance, about, decimals=2),),
        prose(Label(", ".join(one.variable.label for one in item.alike))),
        prose(Label(", ".join(one.variable.label for one in item.apart if one not in item.alike))),
    )


def _releases(view: View, found: Neighbours) -> tuple[Release, ...]:
    return view.atlas.held(one.release for item in found.variables if (one := view.indicator(item.slug)) is not None)


def _ons(view: View, found: Neighbours) -> tuple[Block, ...]:
    """The published lists, each in a line, with how far ours agrees."""
    lists = [(basis, areas) for basis, areas in found.ons.items() if areas]
    if not lists:
        return (Paragraph(prose("ONS publishes no neighbours for this kind of area."), "note"),)
    items = []
    for basis, areas in lists:
        parts: list[Inline] = [Label(_BASES.get(basis, basis), strong=True), ": "]
        parts += listed([(Label(spoken(area.name)),) for area in areas])
        if basis in found.overlap:
            parts += [". Our list shares ", _shared(view, found, basis), " of them"]
        items.append(prose(*parts, "."))
    return (Paragraph(prose("The lists that ONS publishes, nearest first:")), Bullets(tuple(items)))


def _shared(view: View, found: Neighbours, basis: str) -> Inline:
    releases = view.atlas.held(["ons-statistical-neighbours"])
    what = f"Places in both our list and the ONS list ({_BASES.get(basis, basis).lower()}), {view.name}"
    return worked(found.overlap[basis], Worked(what, "Counted in the two lists.", releases=releases))
