"""Small matters of English."""

from collections.abc import Sequence

from levelling.plan.document import Inline, Text


def listed(items: Sequence[Text], last: str = "and") -> list[Inline]:
    """Several texts as a list in a sentence.

    Example:
        >>> "".join(listed([("work",), ("pay",), ("skills",)]))
        'work, pay and skills'
    """
    parts: list[Inline] = []
    for place, item in enumerate(items):
        if place:
            parts.append(f" {last} " if place == len(items) - 1 else ", ")
        parts.extend(item)
    return parts


def possessive(name: str) -> str:
    """Whose it is.

    Example:
        >>> possessive("Hartlepool"), possessive("St Helens")
        ("Hartlepool's", "St Helens'")
    """
    return f"{name}'" if name.endswith("s") else f"{name}'s"
