"""Qualifications in words become levels of the Regulated Qualifications Framework."""

import re
from functools import cache

from levelling.jobs.reading.declared import gained, levels
from levelling.jobs.reading.phrases import Phrases, Text, plain, sentence

_LEVEL = re.compile(r"^(?:rqf|nqf|level|lvl|l|rqf level|nqf level)?\s*([0-8])\+?$")


def of_person(text: str) -> int | None:
    """The highest level that a person's field names; `None` where none can be read.

    Example:
        >>> of_person("5 GCSEs"), of_person("A levels and a degree"), of_person("none"), of_person("Level 3"), of_person("?")
        (2, 6, 0, 3, None)
    """
    words = plain(text[:500]).strip(" .")
    if match := _LEVEL.match(words):
        return int(match[1])
    found = _persons().found(Text(text[:500]))
    if found:
        return max(map(int, found))
    return 0 if words in levels()[0].person or _none().found(Text(text[:500])) else None


def of_advert(text: Text) -> int | None:
    """The level that an advert asks for; `None` where it names none.

    Of qualifications joined by 'or' in one sentence the lowest counts; of several sentences the highest. What is only wished for
    does not count.

    Example:
        >>> of_advert(Text("GCSE maths is essential. A degree or NVQ level 3 in care."))
        3
        >>> of_advert(Text("No formal qualifications needed.")), of_advert(Text("A degree is desirable."))
        (0, None)
    """
    asked: dict[int, list[int]] = {}
    for at, level in _adverts().places(text):
        asked.setdefault(sentence(text.plain, at, at + 2)[0], []).append(int(level))
    if asked:
        return max(
            min(found) if " or " in text.plain[slice(start, sentence(text.plain, start, start + 1)[1])] else max(found)
            for start, found in asked.items()
        )
    return 0 if _none().found(text) else None


@cache
def _adverts() -> Phrases:
    said = {str(level): words for level, words in levels().items() if level}
    return Phrases(
        {key: words.phrases for key, words in said.items()}, {key: (*words.unless, *gained()) for key, words in said.items()}
    )


@cache
def _persons() -> Phrases:
    return Phrases({str(level): (*words.phrases, *words.person) for level, words in levels().items() if level}, wishes=True)


@cache
def _none() -> Phrases:
    return Phrases({"0": levels()[0].phrases}, wishes=True, denials=True)
