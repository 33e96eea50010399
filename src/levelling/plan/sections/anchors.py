"""Anchors: the large and public employers of a place, work that asks for no degree, what can open it, and whom to reach."""

from collections.abc import Iterable

from levelling.atlas.parameters import parameter
from levelling.core.estimate import Estimate
from levelling.core.indicator import Release
from levelling.core.words import opened
from levelling.plan.charts.kinds import Range, Ranges
from levelling.plan.document import Block, Bullets, Figure, Group, Label, Link, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import figure, quoted, worked
from levelling.plan.view import View
from levelling.plan.wording import listed
from levelling.solutions.anchors import Anchors, CareFact, Doors, Means, anchors
from levelling.solutions.anchors.hospitals import SERVICE
from levelling.solutions.anchors.means import MEANS
from levelling.solutions.anchors.told import begun, enterprises, entry, hospitals, recruit, work
from levelling.solutions.anchors.told import opened as means_told
from levelling.solutions.coverage import called

ORDER = 325
_TITLE, _SHORT = "Who could open doors: large and public employers", "Employers' doors"
_LISTED, _FEWEST = 10, 3
_SAYS = ("250 people", "50 to 249", "every 100")
"""Words of sentences that hold digits and are no figures."""


def section(view: View) -> Section | None:
    """The place's anchors, told for the date the register was last looked over; nothing where next to nothing is held."""
    found = anchors(view.atlas, view.area)
    return whole(view, found, brief=True) if found.employers.sizes or found.doors or found.reach else None


def whole(view: View, found: Anchors, *, brief: bool = False) -> Section:
    """The section from what is already found.

    Args:
        view: The place.
        found: What is held of its anchors.
        brief: Leave out the long tables, as a plan does: what the register holds stands in its section on help.
    """
    blocks: list[Block] = []
    said = [*enterprises(found.employers, found.said), *work(found.employers, found.said, found.area.code)]
    if said:
        blocks.append(Paragraph(_told(found, " ".join(said), _counted(found)), "lead"))
    blocks += [
        part
        for part in (_who(found), _doors(view, found), _opened(found, brief), _care(found, brief), _reach(found, brief))
        if part is not None
    ]
    if found.missing:
        blocks.append(Paragraph(_told(found, f"Not held for this place. {' '.join(found.missing)}", _counted(found)), "note"))
    return Section("anchors", _TITLE, _SHORT, tuple(blocks))


def _told(found: Anchors, sentence: str, about: Worked) -> Text:
    public = found.employers.public
    around = [public.area.name] if public is not None else []
    names = [found.said, found.as_of.label, *around, *(trust.code for trust in found.trusts)]
    return reckoned(sentence, about, [*names, *_SAYS])


def _counted(found: Anchors) -> Worked:
    counted = found.employers
    jobs = (counted.public.whole, *counted.public.parts) if counted.public is not None else ()
    inputs = (*counted.sizes[:2], *((counted.wider,) if counted.wider else ()), *jobs)
    how = "Counted by the publisher and rounded; enterprises added up over industries, jobs over the three industries."
    return Worked(f"Employers and jobs, {found.area.name}", how, inputs=inputs, releases=_releases(inputs))


def _releases(items: Iterable[Estimate]) -> tuple[Release, ...]:
    return tuple(dict.fromkeys(item.release for item in items))


def _who(found: Anchors) -> Group | None:
    """Public bodies by name, hospital trusts by code, enterprises by industry."""
    parts: list[Block] = []
    if found.bodies:
        names = [prose(Label(called(item.body))) for item in found.bodies[:_LISTED]]
        names += [prose("others")] if len(found.bodies) > _LISTED else []
        parts.append(
            Paragraph(("Public bodies with staff of their own: ", *listed(names), ". How many each employs is not held."))
        )
    if found.trusts:
        about = _admissions(found)
        parts.append(Paragraph(_told(found, next(hospitals(found.trusts, found.said)), about)))
        columns = ("Hospital trust", "Of every hundred of its admissions, from here")
        rows = tuple((prose(Label(item.code)), (worked(item.share, about, decimals=1),)) for item in found.trusts)
        parts.append(Table("Hospital trusts that treat people of the place", columns, rows, folded=True))
        parts.append(Paragraph(_trust_note(), "note"))
    if (table := _industries(found)) is not None:
        parts += [table, Paragraph(prose(_HEADQUARTERS), "note")]
    return Group("anchors-who", "Who the large and public employers are", tuple(parts)) if parts else None


_HEADQUARTERS = (
    "An enterprise is counted where its main address is: a shop, plant or hospital of one from elsewhere is not in these "
    "numbers. A council or a trust is one enterprise, so public employers hardly show. Every number is rounded to a multiple of "
    "five, small ones down to nought."
)


def _trust_note() -> Text:
    return prose(
        "The figures hold trusts by code, not by name: look a code up in the ",
        Link("NHS organisation data service", SERVICE),
        ". They hold acute hospitals, not ambulance, mental health or community trusts, and not how many people each treats: the "
        "first need not be the one that treats most people of the place.",
    )


def _admissions(found: Anchors) -> Worked:
    shared = any(item.modelled for item in found.trusts)
    how = "Admissions of each trust by where patients live, as published"
    how += "; authorities that lie here in part were shared out by people (modelled)." if shared else "."
    return Worked(f"Admissions of hospital trusts from {found.area.name}", how, releases=(found.trusts[0].release,))


def _industries(found: Anchors) -> Table | None:
    counted = found.employers
    by_key = {item.category: item for item in counted.large}, {item.category: item for item in counted.medium}
    keys = dict.fromkeys([*by_key[0], *by_key[1]])
    if not keys:
        return None
    some = next(iter((*counted.large, *counted.medium)))
    names = some.indicator.categories
    about = _column(some, f"Large and medium-sized enterprises by industry, {found.area.name}")
    rows = tuple((prose(Label(names[key])), *(_cell(items.get(key), about) for items in by_key)) for key in keys)
    title = f"Large and medium-sized enterprises by industry, {some.period.label}; industries where both round to nought left out"
    return Table(title, ("Industry", "With 250 people or more", "With 50 to 249"), rows, folded=True)


def _cell(item: Estimate | None, about: Worked) -> Text:
    return prose("rounds to nought") if item is None else (worked(item.value or 0.0, about),)


def _column(item: Estimate, what: str) -> Worked:
    """Many figures of one kind and place, told once: a note for each would be longer than the table."""
    how = item.moved.how if item.moved is not None else "As published; the indicator's page says what to mind."
    return Worked(what, how, item.period.label, releases=(item.release,))


def _doors(view: View, found: Anchors) -> Block | None:
    held = found.doors
    if held is None:
        return None
    about = _summed(found, held)
    known = [item for item in held.items if item.people is not None]
    table = Table(
        "People of the place by occupation, where no degree is asked for",
        ("Occupations", f"{held.period.label}, with the survey's margin", _newest_of(held)),
        tuple(
            (prose(Label(item.name)), _people(item.people), _newest(item.newest, f"Occupations of {found.area.name}"))
            for item in held.items
        ),
        folded=True,
    )
    if len(known) < _FEWEST:
        return table
    chart = Ranges(
        id="anchors-doors",
        title=f"In work that asks for no degree, {held.period.label}",
        description=f"People of {view.name} in each group of occupations, with the survey's margin. The table holds them.",
        rows=tuple(_range(item.name, item.people) for item in known if item.people is not None),
        unit="people",
        decimals=0,
        level=0.0,
    )
    notes: tuple[Text, ...] = (
        prose("Where people live who do such work, not how many posts there are or stand open, and not who offers them."),
        prose(
            "Groups of the two lower levels of skill in the Standard Occupational Classification. The newest numbers follow its "
            "edition after that and have no margin: the two columns are not to be compared."
        ),
    )
    if any(item.people is not None and item.people.lower is None for item in known):
        few = "A point without a line rests on so few answers that no margin is published: the true number may be far from it."
        notes = (prose(few), *notes)
    sentence = _told(found, next(entry(held, found.said)), about)
    return Figure("f-anchors-doors", "Doors without a degree", sentence, (chart,), notes, table)


def _summed(found: Anchors, held: Doors) -> Worked:
    how = "Groups added up; the margin is the root of the sum of their squared margins, as if each were asked apart (modelled)."
    inputs = held.known
    what = f"People of {found.area.name} in work that asks for no degree"
    return Worked(what, how, held.period.label, inputs, _releases(inputs))


def _people(item: Estimate | None) -> Text:
    if item is None:
        return prose("withheld")
    number = figure(item, unit=False)
    return (number,) if number.interval else (number, ", no margin: too few answers")


def _newest_of(held: Doors) -> str:
    """The heading of the newest numbers, with their period."""
    periods = {item.newest.period.label for item in held.items if item.newest is not None}
    return f"Newest, sorted in a new way{f': {min(periods)}' if len(periods) == 1 else ''}"


def _newest(item: Estimate | None, what: str) -> Text:
    return prose("none") if item is None or item.value is None else (worked(item.value, _column(item, what)),)


def _range(name: str, item: Estimate) -> Range:
    named = name if item.lower is not None else f"{name} (few answers)"
    return Range(named, item.value, item.lower, item.upper, "place", figure(item, unit=False, interval=False).text)


def _opened(found: Anchors, brief: bool) -> Group:
    """What can open the doors: what is open by kind, and all of it in a table."""
    about = Worked("Levies, duties, plans and promises that bear on recruitment", "Counted from the register of enablers.")
    parts: list[Block] = [Paragraph(_told(found, means_told(found.means, found.said, found.as_of), about))]
    usable = [(kind, [item for item in found.means if item.usable and item.kind == kind]) for kind in _KINDS]
    bullets = tuple(_kind(kind, items) for kind, items in usable if items)
    if bullets:
        parts.append(Bullets(bullets))
    if found.apprentices:
        parts.append(Paragraph(_begun(found)))
    if not brief:
        columns = ("What", "Status", "Reaches the place", "What it is", "Source")
        rows = tuple(_means(item) for item in found.means)
        parts.append(Table("What bears on how an employer recruits", columns, rows, folded=True))
    return Group("anchors-means", "What can open the doors", tuple(parts))


_KINDS = tuple(dict.fromkeys(kind for _, kind in MEANS))


def _kind(kind: str, items: list[Means]) -> Text:
    return (Label(kind, strong=True), ": ", *listed([prose(Label(item.enabler.name)) for item in items]), ".")


def _begun(found: Anchors) -> Text:
    inputs = found.apprentices
    about = Worked(f"Apprenticeships begun, {found.area.name}", "As published.", inputs=inputs, releases=_releases(inputs))
    names = [found.said, *(item.period.label for item in inputs), *(item.indicator.denominator for item in inputs)]
    return reckoned(next(begun(inputs, found.said)), about, names)


def _means(item: Means) -> tuple[Text, ...]:
    source = next((one for one in reversed(item.enabler.sources) if one.address), None)
    after = f" What followed it: {', '.join(one.name for one in item.followed_by)}." if item.followed_by else ""
    return (
        prose(Label(item.enabler.name)),
        prose(Label(f"{opened(item.status.status.value)}. {item.status.sentence}{after}")),
        prose(Label(f"{opened(item.reach.answer.value)}. {item.reach.sentence}")),
        prose(Label(item.enabler.purpose)),
        prose(Link(source.title, source.address)) if source is not None else prose("in print only"),
    )


def _care(found: Anchors, brief: bool) -> Group | None:
    """Care for adults: how many posts are vacant and how many leave, of England, in two years side by side."""
    if not found.care:
        return None
    rows = tuple((prose(Label(item.name)), _fact(item, before=True), _fact(item, before=False)) for item in found.care)
    parts: list[Block] = [Paragraph(_vacant())]
    if not brief:
        parts.append(
            Table("Work in adult social care in England", ("Measure", "2019 to 2020", "2024 to 2025"), rows, folded=True)
        )
    note = "Of England, not of this place, and quoted at second hand. The two years may not count alike."
    parts.append(Paragraph(prose(note), "note"))
    return Group("anchors-care", "Work in social care", tuple(parts))


def _vacant() -> Text:
    now, then = parameter("care-vacancy-rate-2024"), parameter("care-vacancy-rate-2019")
    left, zero = parameter("care-turnover-2024"), parameter("care-zero-hours-2019")
    return prose(
        "In England ",
        quoted(now),
        " of posts in adult social care were vacant in ",
        Label("2024 to 2025"),
        ", and ",
        quoted(then),
        " in ",
        Label("2019 to 2020"),
        ": doors that stand open. Whether they lead to good jobs is another matter: ",
        quoted(left),
        " of staff left in the later year, and ",
        quoted(zero),
        " of the workforce were on zero-hours contracts in the earlier one.",
    )


def _fact(item: CareFact, *, before: bool) -> Text:
    told = item.then if before else item.now
    return prose("not found") if told is None else (quoted(told),)


def _reach(found: Anchors, brief: bool) -> Group | None:
    held = found.reach
    if held is None:
        return None
    inputs = (held.tenth, held.fifth)
    how = "As published for small areas, by their people; neighbourhoods counted here."
    about = Worked(
        f"People of deprived neighbourhoods, {found.area.name}", how, held.tenth.period.label, inputs, _releases(inputs)
    )
    parts: list[Block] = [Paragraph(_told(found, next(recruit(held, found.said)), about))]
    if held.neighbourhoods and not brief:
        some = held.neighbourhoods[:_LISTED]
        first = len(held.neighbourhoods) > len(some)
        title = f"Neighbourhoods of the most deprived tenth{', the ten with most people' if first else ''}"
        rows = tuple((prose(Label(item.code)), (worked(item.people, about),)) for item in some)
        parts.append(Table(title, ("Code of the neighbourhood", "People"), rows, folded=True))
    note = "Not everyone in a deprived neighbourhood is out of work, nor does everyone who is live in one."
    parts.append(Paragraph(prose(note), "note"))
    return Group("anchors-reach", "Where recruitment should reach", tuple(parts))
