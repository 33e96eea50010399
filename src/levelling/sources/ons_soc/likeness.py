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
QUALIFIED = 0.1
"""How much a title with an aside counts that is met without it: 'Artistic director (hairdressing)' is not every such director."""
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

    A part may lack the kind of job, which then stands at the end: 'Tyre and exhaust fitters'. Each is given with it as well as
    without. Parts of vague words alone ('related workers') are left out.

    Example:
        >>> parts("Tyre and exhaust fitters")
        ('Tyre and exhaust fitters', 'Tyre', 'Tyre fitters', 'exhaust fitters')
        >>> parts("Pipe fitters")
        ('Pipe fitters',)
    """
    found = [part.strip() for part in _PARTS.split(name) if part.strip()]
    if len(found) < 2:
        return (name,)
    kind = found[-1].split()[-1]
    whole = [made for part in found for made in ((part, f"{part} {kind}") if part != found[-1] else (part,))]
    return (name, *(part for part in whole if (said := words(part)) is not None and not said.all <= _VAGUE))


class Shelf:
    """Titles of groups, to be found by the same words or by likeness.

    Args:
        titles: The titles of each group, by code.
    """

    def __init__(self, titles: Mapping[str, Iterable[str]]) -> None:
        owners: dict[Words, dict[str, float]] = defaultdict(dict)
        for code, names in titles.items():
            for name in names:
                if (found := words(name)) is not None:
                    firm = QUALIFIED if "(" in name else 1.0
                    owners[found][code] = max(firm, owners[found].get(code, 0.0))
        self._same: dict[frozenset[str], dict[str, float]] = defaultdict(dict)
        self._by_word: dict[tuple[str, str], list[tuple[frozenset[str], frozenset[str]]]] = defaultdict(list)
        counts = Counter(word for found in owners for word in found.all)
        self._rarity = {word: math.log(len(owners) / count) for word, count in counts.items()}
        self._unknown = math.log(max(len(owners), 2))
        for found, codes in owners.items():
            for code, firm in codes.items():
                self._same[found.all][code] = max(firm, self._same[found.all].get(code, 0.0))
            # A title is found by its kind of job together with its most telling word.
            rarest = max(sorted(found.all), key=lambda word: self._rarity[word])
            self._by_word[found.head, rarest].append((found.all, frozenset(codes)))

    def same(self, title: Words) -> dict[str, float]:
        """The groups that have a title of the same words, and how much of its weight each is due: 1 in all, less if qualified."""
        firm = self._same.get(title.all, {})
        whole = sum(firm.values())
        return {code: max(firm.values()) * part / whole for code, part in sorted(firm.items())}

    def near(self, title: Words, least: float) -> Iterator[tuple[float, frozenset[str]]]:
        """Titles of the same kind of job and how like they are, 0 to 1, where at least `least`.

        A title is found only by its most telling word: one that shares its other words alone is passed over.
        """
        for known, codes in (entry for word in sorted(title.all) for entry in self._by_word.get((title.head, word), ())):
            common = self._weight(known & title.all)
            against = self._weight(known - title.all) + EXTRA * self._weight(title.all - known)
            like = common / (common + against) * min(1.0, common / TELLING) if common else 0.0
            if like >= least:
                yield like, codes

    def rarity(self, word: str) -> float:
        """How telling a word is: the natural logarithm of all titles over those with the word in them."""
        return self._rarity.get(word, self._unknown)

    def _weight(self, some: frozenset[str]) -> float:
        # In the order of letters: sums of floats must not hang on the order of a set.
        return sum(self.rarity(word) for word in sorted(some))
