"""Choices of a word: told in one sentence when the word is none of them."""

from enum import StrEnum
from typing import TypeVar

from levelling.core.errors import UserError

_Choice = TypeVar("_Choice", bound=StrEnum)


def chosen(choices: type[_Choice], word: str, option: str) -> _Choice:
    """The choice that a word names.

    Args:
        choices: What may be chosen.
        word: What was typed.
        option: Where, such as `--per`.

    Raises:
        UserError: It is none of them.

    Example:
        >>> from levelling.core.indicator import Framework
        >>> chosen(Framework, "people", "--of").value
        'people'
    """
    found = next((choice for choice in choices if choice.value == word.lower()), None)
    if found is None:
        raise UserError(f"{option} cannot be '{word}'.", f"Choose {' or '.join(choice.value for choice in choices)}.")
    return found
