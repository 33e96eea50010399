"""What kind of place it is, and how it stands among the places of its own kind."""

from levelling.challenge.kinds import Among, Kind, among_own_kind
from levelling.challenge.kinds.among import plural
from levelling.core.comparison import Comparison
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Figure, Label, Mark, Number, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.shown import figure, gap, worked
from levelling.plan.view import View
from levelling.plan.wording import listed

ORDER = 58
RELEASES = ("rural-urban-uk", "rural-urban-2016-scotland", "major-towns", "coastal-towns", "coastline", "near-coast")
"""The publications that the kinds are read from."""
_TITLE, _SHORT = "Among places of its kind", "Its kind"


def section(view: View) -> Section | None:
    """The kind, and the place against the others of it; the mix of kinds for a place of many authorities."""
    found = among_own_kind(view.atlas, view.area)
    if found.kind is None:
        return Section("kinds", _TITLE, _SHORT, (Paragraph(_mix(view, found), "lead"),)) if found.parts else None
    lead = Paragraph(_lead(view, found.kind, found.peers + 1), "lead")
    shown = [item for item in found.comparisons if item.difference is not None]
    if not shown:
        none = prose("None of the headline measures is published for it, so it cannot be held against its kind.")
        return Section("kinds", _TITLE, _SHORT, (lead, Paragraph(none)))
    return Section("kinds", _TITLE, _SHORT, (lead, _figure(view, found, found.kind, shown)))


def _lead(view: View, kind: Kind, count: int) -> Text:
    where = "lies on the coast" if kind.coastal else "does not lie on the coast"
    doubt = f" {kind.doubt}" if kind.doubt else ""
    about = Worked(
        f"Authorities that are {plural(kind.name)}", "Counted by the rule for kinds of place.", releases=view.atlas.held(RELEASES)
    )
    return prose(
        f"{kind.people} ",
        Label(view.said),
        f" live in {kind.lives_in}, and it {where}: one of ",
        worked(count, about),
        f" {plural(kind.name)} in the UK. ",
        _share(view, kind.rural, "rural neighbourhoods"),
        " of its people live in rural neighbourhoods and ",
        _share(view, kind.city, "a city"),
        f" in a city.{doubt}",
    )


def _share(view: View, share: float, where: str) -> Number:
    about = Worked(
        f"Share of the people of {view.name} who live in {where}", "Counted by neighbourhood.", releases=view.atlas.held(RELEASES)
    )
    return worked(share, about, "%")


def _mix(view: View, found: Among) -> Text:
    people: dict[str, int] = {}
    for kind in found.parts:
        people[kind.name] = people.get(kind.name, 0) + (kind.area.population or 0)
    whole = sum(people.values()) or 1
    how = "The people of its local authorities, each of one kind, added up."
    texts: list[Text] = []
    for name, count in sorted(people.items(), key=lambda pair: -pair[1]):
        about = Worked(f"Share of people who live in {plural(name)}", how, releases=view.atlas.held(RELEASES))
        verb = "" if texts else " live"
        texts.append((worked(100 * count / whole, about, "%"), f"{verb} in {plural(name)}"))
    tail = (
        "."
        if len(people) == 1
        else ", counted by local authority. It has no one kind, so it is not held against others of a kind."
    )
    return prose("Of the people of ", Label(view.said), ", ", *listed(texts), tail)


def _figure(view: View, found: Among, kind: Kind, shown: list[Comparison]) -> Figure:
    rows = tuple(row for item in shown if (row := _row(found, item)) is not None)
    chart = Ranges(
        id="kinds-gaps",
        title=f"Distance from the mean of other {plural(kind.name)}",
        description=f"One line a measure: how far {view.name} lies from the mean of its kind. The table holds the figures.",
        rows=rows,
        unit="standard deviations of the kind",
        decimals=1,
        level=0.0,
    )
    return Figure(
        id="f-kinds-gaps",
        title=f"Against other {plural(kind.name)}",
        sentence=prose(Label(found.verdict)),
        charts=(chart,),
        table=_table(kind, shown),
        notes=(
            prose(
                "Each line is the place less the mean of its kind, over the usual distance between the places of the kind. "
                "Right of the middle is more, which is not always better: the table says which. A bar is the interval of the "
                "difference, where intervals are published. Verdicts are corrected for the number of measures."
            ),
            prose(
                "A kind is what more of the people live in than anything else. A city is a matter of size here, not of charter. "
                "Every share is an approximation."
            ),
        ),
    )


def _row(found: Among, item: Comparison) -> Range | None:
    indicator = item.estimate.indicator
    usual = found.spreads.get(indicator.slug, 0.0)
    if not usual or item.difference is None:
        return None
    lower, upper = (None if end is None else end / usual for end in (item.lower, item.upper))
    difference = gap(item)
    return Range(
        indicator.short,
        item.difference / usual,
        lower,
        upper,
        "place",
        difference.text.replace("percentage ", "") if difference else "",
    )


def _table(kind: Kind, shown: list[Comparison]) -> Table:
    rows: list[tuple[Text, ...]] = []
    for item in shown:
        difference = gap(item)
        if item.against is None or difference is None:
            continue
        title = prose(Label(item.estimate.indicator.title), ", ", Label(item.estimate.period.label))
        rows.append((title, (figure(item.estimate),), (figure(item.against),), (difference,), (Mark(item.verdict),)))
    columns = ("Measure", "Here", f"Mean of other {plural(kind.name)}", "Difference", "Verdict")
    return Table(f"Headline measures here and in other {plural(kind.name)}", columns, tuple(rows), folded=True)
