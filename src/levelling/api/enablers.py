"""The register of enablers, asked from Python."""

from levelling.api.shown import Answer
from levelling.atlas import Atlas as Figures
from levelling.core.area import Area
from levelling.core.choice import date_of


def ask_register(
    place: tuple[Figures, Area] | None, query: str, as_of: str, *, kind: str, status: str, topic: str, user: str
) -> Answer:
    """What the register answers, of one place or of all.

    Args:
        place: The figures and the area to ask of; `None` for everywhere.
        query: Words.
        as_of: The date; when the register was last looked over where left out.
        kind: What it is.
        status: How it stands.
        topic: What it is about.
        user: Who can use it.
    """
    from levelling.solutions.register import filters, find, register

    held = register()
    wanted = filters(kind=kind, status=status, topic=topic, user=user)
    found = find(held, query, date_of(as_of, "as_of") if as_of else held.as_of, place, wanted)
    return Answer(f"What could help{f' in {place[1].name}' if place else ''}, as of {found.as_of.label}", found)
