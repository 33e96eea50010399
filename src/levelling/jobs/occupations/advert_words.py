"""What is known of the words of adverts: which sentences are not about the work, and what texts say for ESCO's skills.

The words are declared in `facts/jobs/advert_words.toml`, in our own judgement.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import Field

from levelling.atlas.declared import FactsBroken, Strict, read_declared
from levelling.jobs.occupations.words import EMPTY, plain, tokens

_FACTS = Path(str(files("levelling") / "facts" / "jobs" / "advert_words.toml"))


class _Factors(Strict):
    room: Annotated[int, Field(ge=0, le=10)]
    used: Annotated[int, Field(ge=100, le=1_000_000)]
    few: Annotated[int, Field(ge=0, le=100)]


class _About(Strict):
    about: Annotated[str, Field(min_length=3)]
    words: Annotated[tuple[str, ...], Field(min_length=1)]


class _Plain(Strict):
    words: tuple[str, ...]


class _Said(Strict):
    skill: Annotated[str, Field(min_length=1)]
    words: Annotated[tuple[str, ...], Field(min_length=1)]


class _File(Strict):
    factors: _Factors
    not_the_work: tuple[_About, ...]
    weak: _Plain
    doubtful: _Plain
    filler: _Plain
    listed: tuple[_Said, ...]
    also_said: tuple[_Said, ...]


@dataclass(frozen=True, slots=True)
class AdvertWords:
    """What is known of the words of adverts.

    Attributes:
        room: How many other words may stand between the verb of a skill and the rest.
        used: How many characters of a text are read.
        few: Fewer skills than this are not taken for all that a person has or an advert asks for.
        not_the_work: Finds the words that mark a sentence as not about the work, among words joined by spaces.
        weak: Words of skills' names that a text need not have.
        doubtful: Labels of skills that mean other things too.
        also_said: By a skill's label, what texts say for it.
        filler: Words of an entry in a list of skills that tell nothing.
        listed: The label of the skill that an entry stands for, by its words without filler.
    """

    room: int
    used: int
    few: int
    not_the_work: re.Pattern[str]
    weak: frozenset[str]
    doubtful: frozenset[str]
    also_said: dict[str, tuple[str, ...]]
    filler: frozenset[str]
    listed: dict[str, str]

    def about_the_work(self, words: Sequence[str]) -> bool:
        """Whether a sentence may be about the work.

        Example:
            >>> known = advert_words()
            >>> known.about_the_work(["manage", "a", "small", "team"]), known.about_the_work(["generous", "annual", "leave"])
            (True, False)
        """
        return self.not_the_work.search(f" {' '.join(words)}") is None

    def stands_for(self, entry: str) -> str:
        """The label of the skill that an entry in a list of skills stands for; empty where none is declared.

        Example:
            >>> advert_words().stands_for("Good IT skills"), advert_words().stands_for("juggling")
            ('have computer literacy', '')
        """
        return self.listed.get(_telling(entry, self.filler), "")


@cache
def advert_words(path: Path = _FACTS) -> AdvertWords:
    """The words that the package, or a file like its own, declares.

    Raises:
        FactsBroken: The file is not whole; every fault is told.
    """
    whole, faults = read_declared([path], _File)
    if faults:
        raise FactsBroken("The words of adverts cannot be read", faults)
    found = whole[path.stem]
    filler = frozenset(word for text in found.filler.words for word in tokens(plain(text)))
    said = dict[str, list[str]]()
    for item in found.also_said:
        said.setdefault(item.skill, []).extend(item.words)
    return AdvertWords(
        room=found.factors.room,
        used=found.factors.used,
        few=found.factors.few,
        not_the_work=_any_of({" ".join(tokens(plain(text))) for group in found.not_the_work for text in group.words}),
        weak=frozenset(word for text in found.weak.words for word in tokens(plain(text))),
        doubtful=frozenset(found.doubtful.words),
        also_said={label: tuple(dict.fromkeys(words)) for label, words in said.items()},
        filler=filler,
        listed={_telling(words, filler): item.skill for item in found.listed for words in item.words},
    )


def _any_of(cues: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some cues at the beginning of a word; those with the same first letter are looked for together."""
    by_letter: dict[str, list[str]] = {}
    for cue in sorted(cues):
        by_letter.setdefault(cue[0], []).append(re.escape(cue[1:]))
    together = (f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(f" (?:{'|'.join(together)})")


def _telling(text: str, filler: frozenset[str]) -> str:
    return " ".join(word for word in tokens(plain(text)) if word not in filler and word not in EMPTY)
