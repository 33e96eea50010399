"""What a charity may do and record, in declared words: how the words of its own file are matched, and never guessed."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from levelling.atlas.declared import FactsBroken, Strict, read_declared
from levelling.core.fulltext import FullText

FILE = Path(str(files("levelling") / "facts" / "activities.toml"))
_WORD = re.compile(r"[^\W_]+")
_EVERYWHERE = frozenset(
    {"each", "from", "help", "into", "more", "over", "people", "person", "their", "they", "under", "week", "with", "work"}
)
"""Words that say nothing of which activity or result is meant."""
Phrase = Annotated[str, Field(min_length=2)]


class _Activity(Strict):
    title: Annotated[str, Field(min_length=5)]
    words: Annotated[tuple[Phrase, ...], Field(min_length=1)]


class _Result(_Activity):
    implies: tuple[str, ...] = ()


class _File(Strict):
    activities: Annotated[dict[str, _Activity], Field(min_length=1)]
    results: Annotated[dict[str, _Result], Field(min_length=1)]

    @model_validator(mode="after")
    def _holds_together(self) -> "_File":
        wrong = [
            f"results, {key}, implies: there is no result '{other}'"
            for key, item in self.results.items()
            for other in item.implies
            if other not in self.results
        ]
        for name, items in (("activities", self.activities), ("results", self.results)):
            met: dict[tuple[str, ...], str] = {}
            for key, item in items.items():
                for phrase in item.words:
                    other = met.setdefault(words_of(phrase), key)
                    if other != key:
                        wrong.append(f"{name}, {key}, words: '{phrase}' also stands for {other}")
        if wrong:
            raise ValueError("; ".join(wrong))
        return self


@dataclass(frozen=True, slots=True)
class Known:
    """An activity, or a result recorded of people, that the frameworks refer to.

    Attributes:
        key: Its name in the frameworks.
        title: Its name for a reader.
        words: The phrases by which it is known in a charity's file.
        implies: For a result, the results that whoever has it also has.
    """

    key: str
    title: str
    words: tuple[str, ...]
    implies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """Every activity and result that the frameworks refer to.

    Attributes:
        activities: Each activity by its key.
        results: Each result by its key.

    Example:
        >>> sorted(vocabulary().activities_in("A weekly job club with CV writing"))
        ['job-search-help']
    """

    activities: dict[str, Known]
    results: dict[str, Known]

    def activities_in(self, text: str) -> dict[str, str]:
        """The activities whose words stand in a text, each with the phrase it was known by."""
        return _found(self.activities, text)

    def results_in(self, text: str) -> dict[str, str]:
        """The results whose words stand in a text, each with the phrase it was known by."""
        return _found(self.results, text)

    def named(self, kind: str) -> Known | None:
        """The activity of this name, title or phrase, as a whole; `None` where there is none."""
        wanted = words_of(kind)
        return next(
            (
                item
                for item in self.activities.values()
                if wanted in {words_of(item.key), words_of(item.title), *map(words_of, item.words)}
            ),
            None,
        )

    def with_implied(self, results: Iterable[str]) -> frozenset[str]:
        """The results, and those that whoever has them also has.

        Example:
            >>> sorted(vocabulary().with_implied(["in-work-26-weeks"]))
            ['in-work-13-weeks', 'in-work-26-weeks', 'started-work']
        """
        held: set[str] = set()
        waiting = list(results)
        while waiting:
            key = waiting.pop()
            if key not in held:
                held.add(key)
                waiting += self.results[key].implies
        return frozenset(held)

    def near_activities(self, text: str) -> tuple[str, ...]:
        """Titles of the activities nearest in words to a text that names none."""
        return _near(self.activities, text)

    def near_results(self, text: str) -> tuple[str, ...]:
        """Titles of the results nearest in words to a text that names none."""
        return _near(self.results, text)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: small letters, no accents, no final s of a longer word."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(mark))
    return tuple(_singular(word) for word in _WORD.findall(plain))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _found(known: Mapping[str, Known], text: str) -> dict[str, str]:
    """Which phrases stand in the text, leaving out those that are part of a longer one of another kind."""
    words = words_of(text)
    spans = [
        (at, at + len(phrase), key, said)
        for key, item in known.items()
        for said in (item.title, *item.words)
        if (phrase := words_of(said))
        for at in range(len(words) - len(phrase) + 1)
        if words[at : at + len(phrase)] == phrase
    ]
    kept = [
        (first, last, key, said)
        for first, last, key, said in spans
        if not any(a <= first and last <= b and (b - a) > (last - first) and other != key for a, b, other, _ in spans)
    ]
    longest: dict[str, str] = {}
    for _, _, key, said in sorted(kept, key=lambda item: (item[0] - item[1], item[0])):
        longest.setdefault(key, said)
    return longest


def _near(known: Mapping[str, Known], text: str) -> tuple[str, ...]:
    text = " ".join(word for word in words_of(text) if len(word) > 3 and word not in _EVERYWHERE)
    index = _index(tuple((key, item.title, " ".join(item.words)) for key, item in known.items()))
    return tuple(known[key].title for key in index.search(text, 3))


@cache
def _index(texts: tuple[tuple[str, str, str], ...]) -> FullText:
    return FullText({key: {"title": title, "words": words} for key, title, words in texts}, {"title": 2.0, "words": 1.0})


@cache
def vocabulary() -> Vocabulary:
    """The activities and results that come with the package.

    Raises:
        FactsBroken: Lists every fault of the file.
    """
    return load(FILE)


def load(path: Path) -> Vocabulary:
    """The activities and results of a file.

    Raises:
        FactsBroken: Lists every fault of the file.
    """
    read, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The list of activities is not whole", faults)
    (file,) = read.values()
    return Vocabulary(
        {key: Known(key, item.title, item.words) for key, item in file.activities.items()},
        {key: Known(key, item.title, item.words, item.implies) for key, item in file.results.items()},
    )
