"""The page of a consortium: who is in, what each brings, what rests on one alone, and other sets as small."""

from levelling.atlas import Atlas
from levelling.plan.document import Block, Bullets, Document, Label, Paragraph, Section, Table, Worked, prose
from levelling.plan.leaf import leaf
from levelling.plan.reckoned import reckoned
from levelling.plan.shown import worked
from levelling.plan.view import spoken
from levelling.solutions.providers import Consortium


def document(atlas: Atlas, found: Consortium, source: str) -> Document:
    """The page.

    Args:
        atlas: Where names are read.
        found: The consortium.
        source: The directory it was found in, in words.
    """
    about = Worked(
        "Members of the smallest set",
        f"Chosen from the directory {source} by exact search (whole-number programme, HiGHS). Themes are recognised by words.",
    )
    where = prose(" in ", Label(spoken(found.area.name))) if found.area else ()
    summary = prose("The smallest set of providers that covers the bid", *where, ", what each brings, and others as small.")
    return leaf(atlas, found.bid.title, summary, (_members(found, about), _others(found)), area=found.area, kind="A consortium")


def _members(found: Consortium, about: Worked) -> Section:
    names = [member.provider.name for member in found.members]
    titles = {theme.id: theme.title for theme in found.themes}
    rows = tuple(
        (
            prose(Label(member.provider.name)),
            prose(Label("; ".join(titles[name] for name in member.themes) or "none of them")),
            prose(Label("; ".join(titles[name] for name in member.alone) or "nothing")),
            (worked(member.provider.services, about),),
            prose(Label(member.provider.newest.isoformat() if member.provider.newest else "no date")),
        )
        for member in found.members
    )
    columns = ("Provider", "Brings", "Would be lost without it", "Services", "Entry last looked at")
    blocks: list[Block] = [Paragraph(reckoned(found.sentence, about, names), "lead"), Table("The members", columns, rows)]
    notes = [note for note in found.notes if note not in {member.sentence for member in found.members}]
    blocks.append(Bullets(tuple(reckoned(note, about, names) for note in notes)))
    return Section("members", "Who together covers the bid", "Members", tuple(blocks))


def _others(found: Consortium) -> Section:
    themes = tuple(
        (prose(Label(theme.title)), prose(Label(theme.meaning)), prose(_who(found, theme.id))) for theme in found.themes
    )
    blocks: list[Block] = [Table("The themes of the bid", ("Theme", "What counts as it", "Served by"), themes)]
    if found.alternatives:
        rows = tuple(
            (prose(Label(f"Set {place}")), prose(Label(", ".join(names)))) for place, names in enumerate(found.alternatives, 2)
        )
        blocks.append(Table("Other sets of the same size", ("Set", "Providers"), rows))
    return Section("others", "Themes and other sets", "Themes, other sets", tuple(blocks))


def _who(found: Consortium, theme: str) -> Label:
    names = [member.provider.name for member in found.members if theme in member.themes]
    return Label(", ".join(names) or "nobody")
