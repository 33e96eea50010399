"""Who governs the place: every body over it, who sits on the boards by rule, and how well their boundaries fit."""

from collections.abc import Iterable

from levelling.core.errors import NotEnoughData
from levelling.core.indicator import Release
from levelling.core.period import Period
from levelling.plan.document import Block, Figure, Inline, Label, Link, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.grounds import grounds
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import View, spoken
from levelling.solutions.coverage import Board, Coverage, Covering, called, coverage
from levelling.solutions.coverage.kinds import FOLLOWING
from levelling.solutions.register import register

ORDER = 310
_TITLE, _SHORT = "Who governs it, and how well they fit", "Who governs it"
SOURCES = ("small-area-population-2019", "ons-geography")
_MOST_BODIES, _MOST_PAIRS, _LEAD = 40, 15, 3
LIMITS = (
    "Alignment counts nesting as a perfect fit: a small body wholly inside a large one costs nothing, however much larger the "
    "other is. It says how boundaries lie, not how well people work together across them."
)
_HOW_DRAWN = (
    "Each map shows one ground; bodies with the same ground share it. Where a body cuts through an authority, the class says how "
    "much of the authority's people it has. Bodies that cover the whole nation are not drawn."
)


def section(view: View) -> Section | None:
    """Who covers the place at the date the register of enablers was last looked over; nothing where that cannot be told."""
    return written(view, register().as_of)


def written(view: View, as_of: Period) -> Section | None:
    """The same at a date.

    Args:
        view: The place.
        as_of: The date.
    """
    try:
        found = coverage(view.atlas, view.area, as_of)
    except NotEnoughData:
        return None
    names = [called(item.body) for item in (*found.covering, *found.slivers)]
    first, more = found.sentences[:_LEAD], found.sentences[_LEAD:]
    blocks: list[Block] = [
        Paragraph(reckoned(" ".join(told), _about(view, found), [view.said, as_of.label, *names]), role)
        for told, role in ((first, "lead"), (more, ""))
        if told
    ]
    blocks.append(_figure(view, found))
    blocks += [table for table in (_notes(found), _pairs(view, found), _boards(found)) if table is not None]
    blocks += [Paragraph(reckoned(reason, _about(view, found), [as_of.label, *names]), "note") for reason in found.reasons]
    blocks.append(Paragraph(prose(LIMITS), "note"))
    return Section("governance", _TITLE, _SHORT, tuple(blocks))


def _releases(view: View) -> tuple[Release, ...]:
    return view.atlas.held(SOURCES)


def _about(view: View, found: Coverage) -> Worked:
    return Worked(
        f"Who covers {view.name} in {found.as_of.label}",
        "Counted from the people of each neighbourhood and the bodies it lies in: docs/explanation/coverage.md.",
        "mid-2019",
        releases=_releases(view),
    )


def _figure(view: View, found: Coverage) -> Figure:
    charts = grounds(view.atlas, found, view.parts)
    return Figure(
        id="f-governance",
        title=f"The bodies over {view.said}, {found.as_of.label}",
        sentence=_range(view, found),
        charts=charts,
        notes=(prose(_HOW_DRAWN),) if charts else (),
        table=_bodies(view, found),
    )


def _range(view: View, found: Coverage) -> Text:
    bodies = [item.body for item in found.bodies]
    if not bodies:
        return prose("No body whose boundaries we hold covers ", Label(view.said), ".")
    about = Worked(
        "People on the ground of a body", "Counted from the people of each neighbourhood.", "mid-2019", releases=_releases(view)
    )
    small, large = min(bodies, key=lambda body: body.people), max(bodies, key=lambda body: body.people)
    return prose(
        "The smallest ground, with ",
        worked(small.people, about, "people"),
        ", is that of ",
        Label(called(small)),
        "; the largest, with ",
        worked(large.people, about),
        ", that of ",
        Label(called(large)),
        ".",
    )


def _bodies(view: View, found: Coverage) -> Table:
    shown = sorted(found.covering, key=lambda item: -item.people)[:_MOST_BODIES]
    about = Worked(
        f"People of {view.name} under each body over it",
        "Counted from the people of each neighbourhood and the bodies it lies in.",
        "mid-2019",
        releases=_releases(view),
    )
    rows = tuple(_body(item, about) for item in found.covering if item in shown)
    caption = f"The bodies over {view.said}, {found.as_of.label}"
    if len(shown) < len(found.covering):
        caption = f"The {_MOST_BODIES} bodies with most of the people of {view.said}, {found.as_of.label}"
    columns = (
        "Body",
        "Kind",
        "From",
        "Until",
        "People here",
        "Share of the place",
        "Share of the body",
        "Voluntary sector's seat",
    )
    return Table(caption, columns, rows)


def _body(item: Covering, about: Worked) -> tuple[Text, ...]:
    return (
        prose(Label(spoken(item.body.name))),
        prose(Label(item.body.kind.value)),
        prose(Label(_month(item.body.began) or "not known")),
        prose(Label(_until(item))),
        (worked(item.people, about),),
        (_share(item.share_here, about),),
        (_share(item.share_there, about),),
        prose(item.vcse_seat or "no board"),
    )


def _notes(found: Coverage) -> Table | None:
    rows = [
        (prose(Label(called(item.body))), prose(Label(" ".join(item.body.notes))), prose(Label("; ".join(item.body.sources))))
        for item in found.covering
        if item.body.notes and item.body.kind not in FOLLOWING
    ]
    return Table("What to know of them", ("Body", "Note", "Source"), tuple(rows), folded=True) if rows else None


def _share(share: float, about: Worked) -> Inline:
    percent = 100 * share
    text = "under 0.1%" if percent < 0.05 else ""
    return worked(percent, about, "%", 0 if percent >= 99.95 or percent == 0 else 1, text)


def _month(text: str | None) -> str:
    return Period.parse(text).label if text else ""


def _until(item: Covering) -> str:
    return "cannot tell" if item.status == "cannot tell" else _month(item.body.ended)


def _pairs(view: View, found: Coverage) -> Table | None:
    apart = [one for one in found.pairs if not one.nested]
    if not apart:
        return None
    about = Worked(
        f"People under each two of the bodies over {view.name}",
        "Counted from the people of each neighbourhood and the bodies it lies in.",
        "mid-2019",
        releases=_releases(view),
    )
    rows = [
        (
            prose(Label(called(one.smaller))),
            prose(Label(called(one.larger))),
            (worked(one.both, about),),
            (worked(one.outside, about),),
            (_share(one.share_outside, about),),
            (_share(one.larger_share_outside, about),),
            (_share(one.apart, about),),
        )
        for one in apart[:_MOST_PAIRS]
    ]
    columns = (
        *("Smaller body", "Larger body", "People under both", "Smaller's people outside the larger", "Share of the smaller's"),
        *("Share of the larger's outside the smaller", "Share of all outside the common ground"),
    )
    more = f", the {_MOST_PAIRS} worst of {len(apart)}" if len(apart) > _MOST_PAIRS else ""
    nested = f"; {len(found.pairs) - len(apart)} other pairs fit" if len(apart) < len(found.pairs) else ""
    return Table(f"Pairs that do not fit{more}{nested}", columns, tuple(rows), folded=True)


def _boards(found: Coverage) -> Table | None:
    seen: dict[str, tuple[Board, Covering]] = {}
    for item in found.covering:
        if item.board is not None and item.seated:
            seen.setdefault(item.board.name, (item.board, item))
    rows = [
        (
            prose(Label(board.name)),
            prose(Label(one.who)),
            prose(Label(one.number)),
            prose(Label(one.rule)),
            prose(Label(one.since.label)),
            prose(Label(one.note)),
            tuple(_source(board, one.source)),
        )
        for board, item in seen.values()
        for one in item.seated
    ]
    if not rows:
        return None
    columns = ("Board", "Who", "How many", "Rule", "Since", "Note", "Source")
    return Table("Who sits on the boards by rule", columns, tuple(rows), folded=True)


def _source(board: Board, key: str) -> Iterable[Inline]:
    origin = board.sources[key]
    yield Link(origin.title, origin.address) if origin.address else Label(origin.title)
