"""Phrases as people declare them, found in a text: the small language that barriers and groups are recognised by.

A phrase is words in order. A word may end in `*` for any ending (`employ*`), words may be told apart by `|` (`find|gain`), and
`...` stands for up to four words between, within one sentence (`help ... work`). Case, hyphens and apostrophes do not matter.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from levelling.core.errors import UserError

BETWEEN = 4
"""How many words `...` may stand for."""
_KNOWN_WORDS = 100_000
_TOKEN = re.compile(r"[^\W_]+|[.;!?]")
_SLOT = re.compile(r"[^\W_]+\*?(\|[^\W_]+\*?)*")
_MARKS = frozenset(".;!?")
_GAP = None
_K = TypeVar("_K", bound=Hashable)


class _Word(NamedTuple):
    """One place in a phrase: whole words it may be, and beginnings of words."""

    whole: frozenset[str]
    begun: tuple[str, ...]

    def fits(self, token: str) -> bool:
        return token in self.whole or token.startswith(self.begun)


_Rest = tuple[_Word | None, ...]


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, and the marks that end its sentences.

    Example:
        >>> tokens("Women's back-to-work club. Free!")
        ['womens', 'back', 'to', 'work', 'club', '.', 'free', '!']
    """
    return _TOKEN.findall(text.lower().replace("'", "").replace("\u2019", ""))


class Phrases(Generic[_K]):
    """Many phrases of many keys, found in one walk through a text.

    Args:
        phrases: The phrases of each key.

    Raises:
        UserError: A phrase cannot be read.

    Example:
        >>> phrases = Phrases({"work": ["help ... into work", "employab*"], "debt": ["debt|debts"]})
        >>> phrases.found(tokens("We help young people into work. Debt advice."))
        {'work': [(1, 6)], 'debt': [(7, 8)]}
    """

    def __init__(self, phrases: Mapping[_K, Iterable[str]]) -> None:
        self._whole: dict[str, list[tuple[_K, _Rest]]] = defaultdict(list)
        self._begun: dict[str, list[tuple[_K, _Rest]]] = defaultdict(list)
        for key, written in phrases.items():
            for phrase in written:
                first, *rest = _read(phrase)
                if first is _GAP:
                    raise UserError(f"The phrase '{phrase}' cannot begin with '...'.")
                for word in first.whole:
                    self._whole[word].append((key, tuple(rest)))
                for word in first.begun:
                    self._begun[word].append((key, tuple(rest)))
        self._lengths = sorted({len(word) for word in self._begun})
        self._known: dict[str, tuple[tuple[_K, _Rest], ...]] = {}

    def found(self, words: Sequence[str]) -> dict[_K, list[tuple[int, int]]]:
        """Where each key's phrases stand: first word and the word after the last, in the order they are met."""
        found: dict[_K, list[tuple[int, int]]] = {}
        for at, word in enumerate(words):
            for key, rest in self._beginning(word):
                end = _end(words, at + 1, rest)
                if end is not None:
                    found.setdefault(key, []).append((at, end))
        return found

    def _beginning(self, word: str) -> tuple[tuple[_K, _Rest], ...]:
        known = self._known.get(word)
        if known is None:
            known = tuple(self._look_up(word))
            if len(self._known) < _KNOWN_WORDS:
                self._known[word] = known
        return known

    def _look_up(self, word: str) -> Iterator[tuple[_K, _Rest]]:
        yield from self._whole.get(word, ())
        for length in self._lengths:
            if length > len(word):
                return
            yield from self._begun.get(word[:length], ())


def _end(words: Sequence[str], at: int, rest: _Rest) -> int | None:
    for place, slot in enumerate(rest):
        if slot is _GAP:
            for skipped in range(BETWEEN + 1):
                if (end := _end(words, at + skipped, rest[place + 1 :])) is not None:
                    return end
                if at + skipped >= len(words) or words[at + skipped] in _MARKS:
                    return None
            return None
        if at >= len(words) or not slot.fits(words[at]):
            return None
        at += 1
    return at


def _read(phrase: str) -> list[_Word | None]:
    written = phrase.lower().split()
    if not written or written[-1] == "...":
        raise UserError(f"The phrase '{phrase}' has no word at its end.")
    slots: list[_Word | None] = []
    for slot in written:
        if slot == "...":
            slots.append(_GAP)
        elif _SLOT.fullmatch(slot):
            choices = slot.split("|")
            whole = frozenset(word for word in choices if not word.endswith("*"))
            slots.append(_Word(whole, tuple(word[:-1] for word in choices if word.endswith("*"))))
        else:
            raise UserError(
                f"The phrase '{phrase}' holds '{slot}', which is no word.", "Write words, word*, one|other and ... only."
            )
    return slots
