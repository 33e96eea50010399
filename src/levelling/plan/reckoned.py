"""Sentences of an analysis, whose numbers were worked out from many figures at once."""

import re
from collections.abc import Iterator, Sequence

from levelling.plan.document import Inline, Label, Number, Text, Worked
from levelling.plan.text import as_words

_YEAR = r"\b(?:19|20)\d{2}\b(?![\d,.%]*[\d%])"
_PHRASE = r"with the United Kingdom at 100|UK = 100|aged \d+ to \d+|[Ff]or every £?[\d,]+"
_NUMBER = r"(?<![\w.,£])−?£?\d[\d,]*(?:\.\d+)?(?:%|\b)(?!\w)"
_DIGIT = re.compile(r"\d")


def reckoned(sentence: str, about: Worked, names: Sequence[str] = ()) -> Text:
    """The sentence with every number made into a `Number` that was worked out the way `about` says.

    Years, and names that hold digits, stay as they are: they are no figures.

    Args:
        sentence: As the chapter wrote it.
        about: How its numbers were worked out, and from which publications.
        names: Names and titles in it that may hold digits.

    Example:
        >>> text = reckoned("Of 179 ITL3 areas in 2017, 33.0% fell behind.", Worked("Areas", "Counted."))
        >>> [part.text for part in text if isinstance(part, Number)]
        ['179', '33.0%']
    """
    return tuple(_parts(sentence, about, names))


def _parts(sentence: str, about: Worked, names: Sequence[str]) -> Iterator[Inline]:
    held = [re.escape(name) for name in sorted(names, key=len, reverse=True) if _DIGIT.search(name)]
    token = re.compile("|".join([f"(?P<name>{'|'.join([*held, _PHRASE, _YEAR])})", f"(?P<number>{_NUMBER})"]))
    at = 0
    for found in token.finditer(sentence):
        yield from as_words(sentence[at : found.start()])
        text = found.group()
        yield Label(text) if found["name"] else Number(text, _value(text), "%" if text.endswith("%") else "", about)
        at = found.end()
    yield from as_words(sentence[at:])


def _value(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-").strip("£%").replace("£", ""))
