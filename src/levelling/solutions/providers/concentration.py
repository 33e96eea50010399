"""How concentrated or fragmented what is offered is: the Herfindahl-Hirschman index, and what it means in words.

`H = 10,000 x sum of s^2`, with `s` each provider's share of the services. It is 10,000 where one provider offers everything and
`10,000 / n` where `n` offer the same each, so that `10,000 / H` is the number of equal providers that would be as concentrated.
The lines in words, 1,000 and 2,000, are those of the European Commission's guidelines on horizontal mergers (2004/C 31/03,
paragraphs 19 and 20). They were drawn for firms that compete, and serve here as a yardstick for words alone.
"""

from collections.abc import Iterable

FRAGMENTED, CONCENTRATED = 1_000.0, 2_000.0
WHOLE = 10_000.0
YARDSTICK = (
    "Lines at 1,000 and 2,000: European Commission, Guidelines on the assessment of horizontal mergers, 2004/C 31/03, "
    "paragraphs 19 and 20"
)


def herfindahl(amounts: Iterable[float]) -> float | None:
    """The index, from 0 to 10,000; `None` where there is nothing to share out.

    Args:
        amounts: What each provider has, such as its number of services; in any unit.

    Example:
        >>> herfindahl([5, 5]), herfindahl([1]), herfindahl([])
        (5000.0, 10000.0, None)
    """
    held = list(amounts)
    total = sum(held)
    return WHOLE * sum((each / total) ** 2 for each in held) if total else None


def equal_providers(index: float) -> float:
    """How many providers of the same size would be as concentrated.

    Example:
        >>> equal_providers(2500.0)
        4.0
    """
    return WHOLE / index


def in_words(index: float | None, providers: int) -> str:
    """What the index means, in a few words.

    Example:
        >>> in_words(10_000.0, 1), in_words(3_400.0, 4), in_words(None, 0)
        ('rests on one provider', 'concentrated on a few', 'offered by nobody')
    """
    if index is None or not providers:
        return "offered by nobody"
    if providers == 1:
        return "rests on one provider"
    if index > CONCENTRATED:
        return "concentrated on a few"
    return "fragmented over many" if index < FRAGMENTED else "spread over several"
