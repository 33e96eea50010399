"""How a title in an advert is read: which words name the work, which the terms, and what short forms stand for.

The words are declared in `facts/jobs/title_words.toml`, in our own judgement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from levelling.atlas.declared import FactsBroken, Strict, read_declared
from levelling.jobs.occupations.words import plain, tokens

_FACTS = Path(str(files("levelling") / "facts" / "jobs" / "title_words.toml"))
_LONGEST = 300
_SEGMENT = re.compile(r"[|/,;:()\[\]{}<>–—•*!?\n\r\t\\]|\s-+\s?|\s?-+\s|\.\s")
_MONEY = re.compile(
    r"£\s?[\d,.]{1,12}k?(?:\s?(?:-|–|to)\s?£?\s?[\d,.]{1,12}k?)?"
    r"(?:\s?(?:p\.?a\.?|per annum|per hour|p\.?h\.?|an hour|a year|per year|per day|per week)(?!\w))?",
    re.IGNORECASE,
)


class _Words(Strict):
    about: Annotated[str, Field(min_length=3)]
    words: Annotated[tuple[str, ...], Field(min_length=1)]


class _Light(_Words):
    always: bool = False


class _Called(Strict):
    occupation: Annotated[str, Field(min_length=2)]
    titles: Annotated[tuple[str, ...], Field(min_length=1)]


class _Setting(Strict):
    found: Annotated[str, Field(min_length=2)]
    meant: Annotated[str, Field(min_length=2)]
    words: Annotated[tuple[str, ...], Field(min_length=1)]


class _Plain(Strict):
    words: Annotated[tuple[str, ...], Field(min_length=1)]


class _Names(Strict):
    names: Annotated[tuple[str, ...], Field(min_length=1)]


class _Factors(Strict):
    passed_over: Annotated[float, Field(ge=0, le=1)]
    light_in_names: Annotated[float, Field(ge=0, le=1)]
    light: Annotated[float, Field(ge=0, le=1)]
    beside: Annotated[float, Field(ge=0, le=1)]
    after: Annotated[float, Field(ge=0, le=1)]
    head: Annotated[float, Field(ge=0)]
    beginning: Annotated[float, Field(ge=0, le=1)]
    unknown: Annotated[float, Field(ge=0)]
    preferred: Annotated[float, Field(ge=0, le=1)]
    bare: Annotated[float, Field(ge=0, le=1)]
    called: Annotated[float, Field(ge=0, le=1)]
    together: Annotated[float, Field(ge=0, le=1)]
    least: Annotated[float, Field(ge=0, le=1)]


class _File(Strict):
    factors: _Factors
    means: dict[str, str]
    passed_over: tuple[_Words, ...]
    light: tuple[_Light, ...]
    also_called: tuple[_Called, ...]
    tells_nothing: _Plain
    misleading: _Names
    setting: tuple[_Setting, ...] = ()


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What is known of the words of titles.

    Attributes:
        means: What words in a row stand for, by those words.
        longest: The most words in a row that stand for something.
        passed_over: Words that tell of terms or of the advert itself.
        light: Words that tell little beside another that names the work.
        ranks: Those of them that tell little in any case.
        tells_nothing: Words that name workers of many kinds, and nothing of what they do.
        misleading: Names of ESCO's that are left out, as adverts in the UK mean other work by them.
        also_called: Titles in the UK, by the preferred label of ESCO's occupation.
        settings: Of an occupation's preferred label, the words in an employer's name that make it another, and which.
        factors: How much each kind of word counts; see the file.
    """

    means: dict[tuple[str, ...], tuple[str, ...]]
    longest: int
    passed_over: frozenset[str]
    light: frozenset[str]
    ranks: frozenset[str]
    tells_nothing: frozenset[str]
    misleading: frozenset[str]
    also_called: dict[str, tuple[str, ...]]
    settings: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    factors: _Factors

    def in_setting(self, label: str, employer: str) -> str:
        """The preferred label of the occupation that is meant where an employer's name tells; empty where it does not.

        Example:
            >>> title_words().in_setting("receptionist", "The Grand Hotel"), title_words().in_setting("receptionist", "Acme Ltd")
            ('hospitality establishment receptionist', '')
        """
        choices = self.settings.get(label, ())
        words = tokens(plain(employer[:_LONGEST])) if choices else []
        for sought, meant in choices:
            if any(tuple(words[at : at + len(sought)]) == sought for at in range(len(words))):
                return meant
        return ""

    def segments(self, title: str) -> list[list[str]]:
        """The words of a title, part by part, short forms written out. Nothing after the 300th character is read.

        Example:
            >>> title_words().segments("HCAs - Band 2, £18,005 - £19,337 pa (Days & Nights)")
            [['healthcare', 'assistant'], ['band', '2'], ['day', 'and', 'night']]
        """
        parts = _SEGMENT.split(plain(_MONEY.sub(" ", title[:_LONGEST])))
        read = [self._written_out(tokens(part)) for part in parts]
        return [part for part in read if part]

    def _written_out(self, words: Sequence[str]) -> list[str]:
        at, written = 0, list[str]()
        while at < len(words):
            for many in range(min(self.longest, len(words) - at), 0, -1):
                stands_for = self.means.get(tuple(words[at : at + many]))
                if stands_for is not None:
                    written.extend(stands_for)
                    at += many
                    break
            else:
                written.append(words[at])
                at += 1
        return written


@cache
def title_words(path: Path = _FACTS) -> TitleWords:
    """The words that the package, or a file like its own, declares.

    Raises:
        FactsBroken: The file is not whole; every fault is told.

    Example:
        >>> title_words().means[("hca",)]
        ('healthcare', 'assistant')
    """
    whole, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The words of titles cannot be read", faults)
    found = whole[path.stem]
    means = {tuple(tokens(plain(short))): tuple(tokens(plain(long))) for short, long in found.means.items()}
    called = dict[str, list[str]]()
    for item in found.also_called:
        called.setdefault(item.occupation, []).extend(item.titles)
    settings = dict[str, list[tuple[tuple[str, ...], str]]]()
    for choice in found.setting:
        settings.setdefault(choice.found, []).extend((tuple(tokens(plain(text))), choice.meant) for text in choice.words)
    return TitleWords(
        means=means,
        longest=max(map(len, means), default=1),
        passed_over=_stems(found.passed_over),
        light=_stems(found.light),
        ranks=_stems([group for group in found.light if group.always]),
        tells_nothing=_stems([found.tells_nothing]),
        misleading=frozenset(" ".join(tokens(plain(name))) for name in found.misleading.names),
        also_called={label: tuple(dict.fromkeys(titles)) for label, titles in called.items()},
        settings={label: tuple(choices) for label, choices in settings.items()},
        factors=found.factors,
    )


def _stems(groups: Sequence[_Words | _Plain]) -> frozenset[str]:
    return frozenset(word for group in groups for text in group.words for word in tokens(plain(text)))
