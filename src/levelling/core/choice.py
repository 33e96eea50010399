"""Choices of a word: told in one sentence when the word is none of them."""

from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from levelling.core.errors import UserError
from levelling.core.indicator import Indicator
from levelling.core.period import Period, UnreadablePeriod
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
    wanted = _plain(word)
    found = next((choice for choice in choices if _plain(choice.value) == wanted), None)
    if found is None:
        values = [choice.value for choice in choices]
        typed = word.lower()
        near = get_close_matches(typed, values, n=2, cutoff=0.7)
        near = near or [value for value in values if get_close_matches(typed, value.split(), cutoff=0.7)][:2]
        raise UserError(f"{option} cannot be '{word[:40]}'.", f"Choose {listed(values, 'or')}.", near=near)
    return found


def _plain(word: str) -> str:
    # 'not yet begun' is easier typed as not-yet-begun.
    return word.strip().lower().replace("-", " ").replace("_", " ")


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


def date_of(text: str, option: str) -> Period:
    """The date at which somebody asks: a day, a month or a year.

    Args:
        text: What was typed.
        option: Where, such as `--as-of`.

    Raises:
        UserError: It is no date.

    Example:
        >>> date_of("2020-12", "--as-of").label
        'December 2020'
    """
    try:
        return Period.parse(text)
    except UnreadablePeriod as error:
        raise UserError(f"{option} cannot be '{text[:40]}'.", "Give a month such as 2020-12, a day or a year.") from error


def category_of(indicator: Indicator, category: str | None) -> str:
    """The category of an indicator that was asked for; the one a plan shows where none was.

    Raises:
        UserError: The indicator has no such category; lists those it has.

    Example:
        >>> from levelling.atlas.catalogue import Catalogue
        >>> category_of(Catalogue.load().get("employment-rate"), None)
        ''
    """
    if category is None or category == indicator.category:
        return indicator.category
    known = list(indicator.categories)
    if category == "all":
        raise UserError("One category is shown at a time.", f"Choose one of: {', '.join(known)}." if known else "It has none.")
    if category and category not in known:
        advice = f"It has: {', '.join(known)}." if known else "It has none: leave the category out."
        near = get_close_matches(category, known, n=3)
        raise UserError(f"{indicator.slug} has no category '{category[:40]}'.", advice, near=near)
    return category
