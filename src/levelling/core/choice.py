"""Choices of a word: told in one sentence when the word is none of them."""

from enum import StrEnum
from typing import TypeVar

from levelling.core.errors import UserError
from levelling.core.period import Period
from levelling.core.words import listed

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
        raise UserError(f"{option} cannot be '{word}'.", f"Choose {listed([choice.value for choice in choices], 'or')}.")
    return found


def year(text: str) -> Period | None:
    """The year that was asked for; `None` where none was.

    Raises:
        UserError: It is no year.

    Example:
        >>> year("2017").label, year("")
        ('2017', None)
    """
    if not text:
        return None
    if not (len(text) == 4 and text.isascii() and text.isdigit() and text > "0000"):
        raise UserError(f"'{text}' is not a year.", "Give one such as 2017.")
    return Period.year(int(text))
