"""Sentences written by a chapter, with their numbers made into numbers that lead somewhere."""

import re
from collections.abc import Iterable, Sequence

from levelling.core import words
from levelling.core.comparison import Comparison
from levelling.core.estimate import Estimate
from levelling.plan.document import Inline, Number, Text
from levelling.plan.shown import figure, gap, signed
from levelling.plan.text import as_words

_PHRASES = r"aged \d+(?: to \d+)?(?: (?:and|or) over)?|[Oo]f every [\d,]+|[Ff]or every £?[\d,]+|under \d+|\b\d{4}s?\b|UK = 100"
_TOKEN = re.compile(rf"(?P<phrase>{_PHRASES})|(?<![\d.,£])−?£?\d[\d,]*(?:\.\d+)?")
_DIGIT = re.compile(r"\d")


def told(sentence: str, origins: Iterable[Estimate | Comparison], names: Sequence[str] = ()) -> Text:
    """The sentence with each number it takes from its estimates and comparisons made into a `Number`.

    Ages, years and names keep their digits as `Label`s: they are no figures.

    Args:
        sentence: As the chapter wrote it.
        origins: What it rests on.
        names: Further names and titles that may hold digits.
    """
    known: dict[str, Number] = {}
    masks = set(names)
    for origin in origins:
        for number in _numbers(origin):
            known.setdefault(number.text, number)
        masks |= set(_masks(origin))
    held = _spans(sentence, [mask for mask in masks if _DIGIT.search(mask)])
    texts = sorted(known, key=len, reverse=True)
    return tuple(_parts(sentence, held, texts, known))


def _spans(sentence: str, masks: Iterable[str]) -> list[tuple[int, int]]:
    """Where names that hold digits stand in the sentence."""
    found = []
    for mask in masks:
        at = sentence.find(mask)
        while at >= 0:
            found.append((at, at + len(mask)))
            at = sentence.find(mask, at + 1)
    return found


def _parts(sentence: str, held: Sequence[tuple[int, int]], texts: Sequence[str], known: dict[str, Number]) -> Iterable[Inline]:
    at = 0
    for token in _TOKEN.finditer(sentence):
        start = token.start()
        if start < at or token["phrase"] or any(first <= start < last for first, last in held):
            continue
        text = next((text for text in texts if sentence.startswith(text, start) and _ends(sentence, start + len(text))), None)
        if text is not None:
            yield from as_words(sentence[at:start])
            yield known[text]
            at = start + len(text)
    yield from as_words(sentence[at:])


def _ends(sentence: str, at: int) -> bool:
    """Whether a number that stops here is whole: no digits or letters follow, as they do in '4G'."""
    rest = sentence[at : at + 2]
    return not (rest[:1].isalnum() or (rest[:1] in {".", ","} and rest[1:].isdigit()))


def _numbers(origin: Estimate | Comparison) -> Iterable[Number]:
    """The number in each way a sentence may write it, the fullest first."""
    if isinstance(origin, Comparison):
        yield from _numbers(origin.estimate)
        if origin.against is not None:
            yield from _numbers(origin.against)
        difference = gap(origin)
        if difference is not None and origin.difference is not None:
            indicator = origin.estimate.indicator
            plain = signed(abs(origin.difference), indicator).lstrip("+")
            rounded = [words.number(abs(origin.difference), decimals) for decimals in (indicator.decimals, 2, 1, 0)]
            for text in (plain, plain.replace("points", "point"), *rounded):
                yield _as(difference, text)
        return
    if origin.value is None:
        return
    shown = figure(origin, interval=False)
    indicator = origin.indicator
    yield shown
    for decimals in (indicator.decimals, 2, 1, 0):
        text = words.number(origin.value, decimals)
        yield from (_as(shown, form) for form in (f"£{text}", f"{text}%", text))


def _as(number: Number, text: str) -> Number:
    return Number(text, number.value, number.unit, number.origin, number.part)


def _masks(origin: Estimate | Comparison) -> Iterable[str]:
    if isinstance(origin, Comparison):
        yield origin.comparator_name
        yield from _masks(origin.estimate)
        if origin.against is not None:
            yield from _masks(origin.against)
        return
    indicator = origin.indicator
    yield from (origin.period.label, *origin.period.label.split(" to "), origin.area.name, indicator.title, indicator.short)
    yield from indicator.categories.values()
