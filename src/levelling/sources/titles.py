"""Job titles as they are compared between classifications: letter by letter, once both are written plainly."""

import re
from collections import defaultdict
from collections.abc import Iterable

_ASIDE = re.compile(r"\(.*?\)")
_OTHER = re.compile(r"[^a-z0-9& ]+")


def plainly(title: str) -> str:
    """A title in small letters, without asides, marks and plural endings.

    Example:
        >>> plainly("Sales assistants (retail)"), plainly("Check-out operator")
        ('sale assistant', 'check out operator')
    """
    words = _OTHER.sub(" ", _ASIDE.sub(" ", title.lower())).split()
    return " ".join(word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word for word in words)


def lookup(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The codes that go by each title, once written plainly.

    Example:
        >>> sorted(lookup([("Cashiers", "4211"), ("cashier", "5230")])["cashier"])
        ['4211', '5230']
    """
    found: dict[str, set[str]] = defaultdict(set)
    for title, code in pairs:
        if plain := plainly(title):
            found[plain].add(code)
    return {title: frozenset(codes) for title, codes in found.items()}
