"""The register on a page: what is open, what is not or may not be, what followed what ended, and which sources are old."""

from collections.abc import Callable, Sequence
from datetime import date

from levelling.atlas import Atlas
from levelling.core.period import Period
from levelling.core.words import listed
from levelling.plan.document import Block, Document, Group, Label, Paragraph, Section, Table, Text, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.quoted import cited
from levelling.plan.reckoned import reckoned
from levelling.solutions.register import Enabler, Found, Kind, Register, Standing, Status, status_at

KICKER = "Who and what could help"
_OLD = 2
"""A newest source this many years old is called old."""
_PARTS = (
    ("open", "Open", "These are in force or can be used now.", (Status.OPEN,)),
    ("not-yet-begun", "Not yet begun", "These are announced for later.", (Status.NOT_BEGUN,)),
    (
        "cannot-tell",
        "Cannot tell",
        "Whether these are open was not found. Ask before you count on one of them.",
        (Status.CANNOT_TELL,),
    ),
    ("ended", "Ended", "None of these can be used any more.", (Status.CLOSED, Status.REPLACED)),
)


def document(atlas: Atlas, register: Register, found: Found) -> Document:
    """The page: enablers by status and kind, successions, and old sources."""
    names = (found.as_of.label, *([found.area.name] if found.area else []))
    about = Worked("Enablers in the register", f"Counted in the register of enablers, as of {found.as_of.label}.")
    lead = [Paragraph(reckoned(sentence, about, names), "lead" if not at else "") for at, sentence in enumerate(found.sentences)]
    opening = Section("register", "In short", "In short", (*lead, Paragraph(_rule(), "note")))
    parts = [_part(found, *part) for part in _PARTS]
    sections = (opening, *(part for part in parts if part), *_successions(register, found), *_old(found))
    title = f"What could help in {found.area.name}" if found.area else "What could help"
    summary = prose("Funds, bodies, programmes, duties and more, as of ", Label(found.as_of.label), ".")
    return leaf(atlas, title, summary, sections, area=found.area, kind=f"As of {found.as_of.label}", kicker=KICKER)


def _rule() -> Text:
    return prose(
        "An enabler without a known end counts as open for three years after the last source that shows it open, and for as "
        "long as the law it stands on. After that one cannot tell. Nothing that has ended is called open."
    )


def _part(found: Found, name: str, title: str, sentence: str, statuses: tuple[Status, ...]) -> Section | None:
    items = [item for item in found.items if item.status.status in statuses]
    if not items:
        return None
    groups: list[Block] = [Paragraph(prose(sentence))]
    for kind in Kind:
        if of_kind := [item for item in items if item.enabler.kind is kind]:
            table = _table(f"{kind.plural.capitalize()}: {title.lower()}", of_kind, found)
            groups.append(Group(f"{name}-{kind}", kind.plural.capitalize(), (table,)))
    return Section(name, title, title, tuple(groups))


def _table(caption: str, items: Sequence[Standing], found: Found) -> Table:
    columns: dict[str, Callable[[Standing], Text]] = {
        "Name": lambda item: (Label(item.enabler.name),),
        "What it is and does": lambda item: prose(Label(f"{item.enabler.purpose} {_whom(item.enabler)}")),
        "How it stands": lambda item: prose(Label(f"{item.status.sentence} "), *_newest(item.enabler)),
    }
    if found.area is not None:
        columns[f"In {found.area.name}"] = lambda item: prose(Label(_reach(item)))
    rows = tuple(tuple(cell(item) for cell in columns.values()) for item in sorted(items, key=lambda item: item.enabler.name))
    return Table(caption, tuple(columns), rows)


def _whom(enabler: Enabler) -> str:
    return f"Led by: {enabler.lead}. For {listed([user.words for user in enabler.users])}."


def _reach(item: Standing) -> str:
    if item.reach is None:
        return ""
    word = {"yes": "Yes", "part": "In part", "cannot tell": "Cannot tell"}.get(item.reach.answer, "No")
    return f"{word}. {item.reach.sentence}"


def _newest(enabler: Enabler) -> Text:
    """The source that last shows it alive; the newest one where none does."""
    shows = [source for source in enabler.sources if source.date in enabler.attested] or list(enabler.sources)
    return cited(max(shows, key=lambda source: (source.date is not None, source.date.end if source.date else date.min)))


def _successions(register: Register, found: Found) -> tuple[Section, ...]:
    ended = [item for item in found.items if item.enabler.replaced_by and item.status.status is not Status.NOT_BEGUN]
    rows = tuple(
        (
            (Label(item.enabler.name),),
            prose(Label(item.status.sentence)),
            prose(Label("; ".join(after.name for after in _after(register, item)))),
            prose(Label("; ".join(status_at(after, found.as_of).status for after in _after(register, item)))),
        )
        for item in sorted(ended, key=lambda item: item.enabler.name)
    )
    if not rows:
        return ()
    told = prose("What took the place of what ended, or is to take it in, with how that stands itself.")
    table = Table("What ended, and what follows it", ("Before", "How it stands", "What follows", "How that stands"), rows)
    return (Section("successions", "What followed what", "What followed", (Paragraph(told), table)),)


def _after(register: Register, item: Standing) -> list[Enabler]:
    return [register.get(name) for name in item.enabler.replaced_by]


def _old(found: Found) -> tuple[Section, ...]:
    old = [item for item in found.items if item.status.is_open and _age(item.enabler, found.as_of) >= _OLD]
    rows = tuple(
        ((Label(item.enabler.name),), _newest(item.enabler), prose(Label(item.status.sentence)))
        for item in sorted(old, key=lambda item: -_age(item.enabler, found.as_of))
    )
    if not rows:
        return ()
    told = prose("These count as open, and their newest source is two years old or older. Check them first; oldest at the top.")
    table = Table("Open, by an old source", ("Name", "Newest source", "How it stands"), rows)
    return (Section("old-sources", "Old sources", "Old sources", (Paragraph(told), table)),)


def _age(enabler: Enabler, as_of: Period) -> float:
    newest = enabler.newest_source
    return (as_of.end - newest.end).days / 365.25 if newest is not None else float("inf")
