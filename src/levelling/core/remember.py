"""What was worked out once is not worked out again, up to so much of it."""

from collections.abc import Callable
from typing import TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def remembered(kept: dict[_Key, _Value], key: _Key, make: Callable[[_Key], _Value], most: int) -> _Value:
    """What a key gives, worked out where it is not kept yet; all that is kept is forgotten when there is too much.

    Whoever asks holds what is kept. So it goes when they go, as a method's `lru_cache` would not: it holds its owner, which holds
    it, until Python next looks for such rings.

    Args:
        kept: What is kept by whoever asks.
        key: What is asked for.
        make: Works it out.
        most: How many are kept.

    Example:
        >>> kept = {}
        >>> [remembered(kept, word, len, most=2) for word in ("one", "three", "five", "one")], sorted(kept)
        ([3, 5, 4, 3], ['five', 'one'])
    """
    if key not in kept:
        value = make(key)
        if len(kept) >= most:
            kept.clear()
        kept[key] = value
    return kept[key]
