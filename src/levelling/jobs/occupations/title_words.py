"""How a title in an advert is read: which words name the work, which the terms, and what short forms stand for.

The words are declared in `facts/jobs/title_words.toml`, in our own judgement.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from levelling.atlas.declared import FactsBroken, Strict, read_declared
from levelling.jobs.occupations.words import plain, tokens

FOLDER = files("levelling") / "facts" / "jobs"
_NAME = "title_words"
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


class _Called(Strict):
    occupation: Annotated[str, Field(min_length=2)]
    titles: Annotated[tuple[str, ...], Field(min_length=1)]


class _Factors(Strict):
    passed_over: Annotated[float, Field(ge=0, le=1)]
    light: Annotated[float, Field(ge=0, le=1)]
    beside: Annotated[float, Field(ge=0, le=1)]
    head: Annotated[float, Field(ge=0)]
    beginning: Annotated[float, Field(ge=0, le=1)]
    unknown: Annotated[float, Field(ge=0)]
    preferred: Annotated[float, Field(ge=0, le=1)]
    called: Annotated[float, Field(ge=0, le=1)]
    least: Annotated[float, Field(ge=0, le=1)]


class _File(Strict):
    factors: _Factors
    means: dict[str, str]
    passed_over: tuple[_Words, ...]
    light: tuple[_Words, ...]
    also_called: tuple[_Called, ...]


@dataclass(frozen=True, slots=True)
class TitleWords:
    """What is known of the words of titles.

    Attributes:
        means: What words in a row stand for, by those words.
        longest: The most words in a row that stand for something.
        passed_over: Words that tell of terms or of the advert itself.
        light: Words that tell little.
        also_called: Titles in the UK, by the preferred label of ESCO's occupation.
        factors: How much each kind of word counts; see the file.
    """

    means: dict[tuple[str, ...], tuple[str, ...]]
    longest: int
    passed_over: frozenset[str]
    light: frozenset[str]
    also_called: dict[str, tuple[str, ...]]
    factors: _Factors

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
def title_words() -> TitleWords:
    """The words the package declares.

    Raises:
        FactsBroken: The file is not whole; every fault is told.

    Example:
        >>> title_words().means[("hca",)]
        ('healthcare', 'assistant')
    """
    with as_file(FOLDER) as folder:
        return read(folder / f"{_NAME}.toml")


def read(path: Path) -> TitleWords:
    """Words declared in a file.

    Args:
        path: A file like `facts/jobs/title_words.toml`.

    Raises:
        FactsBroken: The file is not whole.
    """
    whole, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The words of titles cannot be read", faults)
    found = whole[path.stem]
    means = {tuple(tokens(plain(short))): tuple(tokens(plain(long))) for short, long in found.means.items()}
    called = dict[str, list[str]]()
    for item in found.also_called:
        called.setdefault(item.occupation, []).extend(item.titles)
    return TitleWords(
        means=means,
        longest=max(map(len, means), default=1),
        passed_over=_stems(found.passed_over),
        light=_stems(found.light),
        also_called={label: tuple(dict.fromkeys(titles)) for label, titles in called.items()},
        factors=found.factors,
    )


def _stems(groups: Sequence[_Words]) -> frozenset[str]:
    return frozenset(word for group in groups for text in group.words for word in tokens(plain(text)))
