"""Words that no label has, put right where they are but misspelt: the known word with most triples of letters in common."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

_NEAR = 0.7
_AS_LONG = 0.75
_SHORTEST, _LONGEST = 5, 24
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Meant:
    """A known word that was probably meant.

    Attributes:
        word: The known word.
        likeness: Twice the triples in common over the triples of both, 0 to 1.
    """

    word: str
    likeness: float


class Spelling:
    """Known words, to look for misspelt ones.

    Args:
        known: The words.

    Example:
        >>> Spelling(["practitioner", "physician"]).meant(["practioner", "xylophone"])["practioner"].word
        'practitioner'
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(sorted({word for word in known if len(word) >= _SHORTEST - 1}))
        self._places: dict[str, int] = {}
        for word in self._known:
            for triple in _triples(word):
                self._places.setdefault(triple, len(self._places))
        self._triples = [len(_triples(word)) for word in self._known]
        self._by_triple: Any = None

    def meant(self, words: Iterable[str]) -> dict[str, Meant]:
        """For each word that is near enough to a known one, which; the first letter must be the same."""
        sought = sorted({word for word in words if _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()})
        found: dict[str, Meant] = {}
        if not sought or not self._known:
            return found
        for start in range(0, len(sought), _CHUNK):
            self._some(sought[start : start + _CHUNK], found)
        return found

    def _some(self, sought: Sequence[str], found: dict[str, Meant]) -> None:
        if self._by_triple is None:
            self._by_triple = self._matrix(self._known).T.tocsr()
        shared = self._matrix(sought) @ self._by_triple
        for at, word in enumerate(sought):
            triples = _triples(word)
            places = shared.indices[shared.indptr[at] : shared.indptr[at + 1]]
            counts = shared.data[shared.indptr[at] : shared.indptr[at + 1]]
            best: tuple[float, str] | None = None
            for place, count in zip(places.tolist(), counts.tolist(), strict=True):
                known = self._known[place]
                shorter, longer = sorted((len(word), len(known)))
                if known[0] != word[0] or shorter < _AS_LONG * longer:
                    continue
                likeness = 2 * count / (len(triples) + self._triples[place])
                if likeness >= _NEAR and (best is None or (-likeness, known) < (-best[0], best[1])):
                    best = (likeness, known)
            if best is not None:
                found[word] = Meant(best[1], best[0])

    def _matrix(self, words: Sequence[str]) -> Any:
        import numpy as np
        from scipy.sparse import csr_array

        rows = [[self._places[triple] for triple in _triples(word) if triple in self._places] for word in words]
        lengths = np.cumsum([0, *map(len, rows)])
        columns = np.fromiter((place for row in rows for place in row), dtype=np.int32, count=lengths[-1])
        return csr_array((np.ones(lengths[-1], dtype=np.int32), columns, lengths), shape=(len(words), len(self._places)))


def _triples(word: str) -> list[str]:
    """The triples of letters of a word and the spaces around it, each once."""
    padded = f" {word} "
    return list(dict.fromkeys(padded[at : at + 3] for at in range(len(padded) - 2)))
