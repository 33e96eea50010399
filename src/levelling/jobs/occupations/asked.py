"""A title as it is looked up: what each of its words counts, and which names the worker."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.jobs.occupations.labels import Vocabulary, Weights
from levelling.jobs.occupations.spelling import Meant, Spelling
from levelling.jobs.occupations.title_words import TitleWords
from levelling.jobs.occupations.words import BETWEEN, EMPTY

_WHERE = BETWEEN - {"of", "and", "or"}
"""What follows one of these tells where or with whom: 'consultant in medicine', 'driver with own van'."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A title, read.

    Attributes:
        weights: By feature of the vocabulary.
        missing: The square of the weight of words that no label has.
        words: Its words that some label has.
    """

    weights: Weights
    missing: float
    words: frozenset[str]


class Reader:
    """Reads titles.

    The part of a title that names a worker is its main part; what stands in others ('... - Ward 7, Leeds') counts for less.

    Args:
        vocabulary: The words of all labels.
        words: What is known of words of titles.
    """

    def __init__(self, vocabulary: Vocabulary, words: TitleWords) -> None:
        self._vocabulary = vocabulary
        self._words = words
        self._spelling = Spelling(vocabulary.single)

    def read(self, titles: Sequence[str]) -> list[Asked]:
        """Titles, each as it is looked up."""
        known = self._vocabulary.known
        read = [[self._vocabulary.joined(part) for part in self._words.segments(title)] for title in titles]
        strange = (word for parts in read for part in parts for word in part if word not in known)
        meant = self._spelling.meant(word for word in strange if word not in self._words.passed_over and word not in EMPTY)
        return [self._asked(parts, meant) for parts in read]

    def _asked(self, parts: Sequence[Sequence[str]], meant: Mapping[str, Meant]) -> Asked:
        right = [[meant[word].word if word in meant else word for word in part] for part in parts]
        main, head = self._main(right)
        counts: dict[str, float] = {}
        missing = 0.0
        for at, part in enumerate(parts):
            much = 1.0 if at == main else self._words.factors.beside
            for word in part:
                if word in _WHERE:
                    much = min(much, self._words.factors.after)
                if word in EMPTY or word.isdigit():
                    continue
                sure = 1.0
                if word in meant:
                    word, sure = meant[word].word, meant[word].likeness  # noqa: PLW2901 - from here on it is the word meant
                if word in self._vocabulary.known:
                    counts[word] = max(counts.get(word, 0.0), much * sure * self._share(word))
                elif word in self._words.passed_over or not word.isalpha():
                    continue
                else:
                    sure = 0.0
                missing += (much * self._words.factors.unknown) ** 2 * (1 - sure**2)
        if all(word in self._words.passed_over or word in self._words.ranks for word in counts):
            return Asked({}, missing, frozenset())
        return Asked(self._vocabulary.weigh(counts, head), missing, frozenset(counts))

    def _share(self, word: str) -> float:
        return self._words.factors.passed_over if word in self._words.passed_over else 1.0

    def _main(self, parts: Sequence[Sequence[str]]) -> tuple[int, str]:
        """The main part and the word in it that names the worker: the first part that has one for sure, else the first."""
        heads = [self._vocabulary.head(part) for part in parts]
        for at, (head, sure) in enumerate(heads):
            if sure:
                return at, head
        return 0, heads[0][0] if heads else ""
