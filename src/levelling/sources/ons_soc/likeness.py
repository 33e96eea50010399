"""How like two job titles are, once their words are taken apart: the same words, or words in common that are telling."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from levelling.sources.titles import plainly

_EMPTY = frozenset({"and", "or", "the", "a", "an", "&", "etc", "nec", "other", "related", "not", "elsewhere", "classified"})
_VAGUE = frozenset(
    {"worker", "professional", "operative", "associate", "technician", "manager", "occupation", "proprietor", "trade"}
)
_BEFORE = frozenset({"of", "in", "for", "to", "with", "at", "on", "by"})
_PARTS = re.compile(r",|/|;| and | or ")
EXTRA = 0.3
"""How much a word counts against likeness that only the longer, more special title has ('halal' in 'halal butcher')."""
TELLING = 6.0
"""Words in common that together are rarer than this (natural logarithm) are telling enough by themselves."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a title.

    Attributes:
        all: The words that mean something.
        head: The word that says what kind of job it is: the last before 'of', 'in' or the like.
    """

    all: frozenset[str]
    head: str


def words(title: str) -> Words | None:
    """The words of a title; `None` where nothing is left.

    Example:
        >>> words("Secretaries (legal)").head, words("director of the marketing division").head
        ('secretary', 'director')
    """
    plain = [f"{word[:-2]}y" if len(word) > 4 and word.endswith("ie") else word for word in plainly(title).split()]
    kept = [word for word in plain if word not in _EMPTY]
    at = next((at for at, word in enumerate(kept) if at and word in _BEFORE), len(kept))
    meant = frozenset(kept) - _BEFORE
    return Words(meant, kept[at - 1]) if meant else None


def parts(name: str) -> tuple[str, ...]:
    """A group's name and the names joined in it: 'Carpenters and joiners' is also carpenters, and joiners.

    Parts of vague words alone ('related workers') are left out.

    Example:
        >>> parts("Carpenters and joiners")
        ('Carpenters and joiners', 'Carpenters', 'joiners')
    """
    found = [part.strip() for part in _PARTS.split(name)]
    telling = [part for part in found if (said := words(part)) is not None and not said.all <= _VAGUE]
    return (name, *telling) if len(found) > 1 else (name,)


class Shelf:
    """Titles of groups, to be found by the same words or by likeness.

    Args:
        titles: The titles of each group, by code.
    """

    def __init__(self, titles: Mapping[str, Iterable[str]]) -> None:
        owners: dict[Words, set[str]] = defaultdict(set)
        for code, names in titles.items():
            for name in names:
                if (found := words(name)) is not None:
                    owners[found].add(code)
        self._same: dict[frozenset[str], set[str]] = defaultdict(set)
        self._by_word: dict[tuple[str, str], list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
        counts = Counter(word for found in owners for word in found.all)
        self._rarity = {word: math.log(len(owners) / count) for word, count in counts.items()}
        self._unknown = math.log(max(len(owners), 2))
        for found, codes in owners.items():
            self._same[found.all] |= codes
            # A title is found by its kind of job together with its most telling word.
            rarest = max(sorted(found.all), key=lambda word: self._rarity[word])
            self._by_word[found.head, rarest].append((found.all, frozenset(codes)))

    def same(self, title: Words) -> frozenset[str]:
        """The groups that have a title of the same words."""
        return frozenset(self._same.get(title.all, ()))

    def near(self, title: Words, least: float) -> Iterator[tuple[float, frozenset[str]]]:
        """Titles of the same kind of job and how like they are, 0 to 1, where at least `least`."""
        for known, codes in (entry for word in sorted(title.all) for entry in self._by_word.get((title.head, word), ())):
            common = self._weight(known & title.all)
            against = self._weight(known - title.all) + EXTRA * self._weight(title.all - known)
            like = common / (common + against) * min(1.0, common / TELLING) if common else 0.0
            if like >= least:
                yield like, codes

    def _weight(self, some: frozenset[str]) -> float:
        # In the order of letters: sums of floats must not hang on the order of a set.
        return sum(self._rarity.get(word, self._unknown) for word in sorted(some))
