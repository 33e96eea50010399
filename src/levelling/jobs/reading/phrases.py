"""Which things a text says, by declared phrases; not what it denies, and not what it only wishes for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from levelling.jobs.reading.declared import Sign, wording, written_out

_STOP, _LINE, _COMMA = ".", "¶", ","
_ENDS = frozenset({_STOP, _LINE})
_NEAR_BEFORE, _NEAR_AFTER, _WISH = 7, 6, 9
_HEADING = 5
_HEADED = frozenset(
    {"criteria", "skills", "experience", "qualifications", "requirements", "attributes", "knowledge", "and", "the", "but"}
)
_ESSENTIAL = frozenset({"essential", "required", "requirements", "responsibilities", "duties", "benefits", "offer"})
_NOTHING = re.compile("['’‘`´\u00ad\u200b\ufeff]")
_SPACE = re.compile('[-–—‑_/\\\\()\\[\\]{}"“”*=<>|~^%$€#@\u00a0\t\r]')
_FULL_STOP = re.compile(r"[!?;:•·●▪◦]|\.(?!\d)")


def plain(text: str) -> str:
    """A text in small letters with single spaces, no hyphens or apostrophes, sentences ended by ' . ' and lines by ' ¶ '.

    Example:
        >>> plain("Driver's licence - essential.")
        ' drivers licence essential . '
    """
    text = _FULL_STOP.sub(" . ", _SPACE.sub(" ", _NOTHING.sub("", text.lower())))
    return f" {' '.join(text.replace(',', ' , ').replace(chr(10), f' {_LINE} ').split())} "


class Text:
    """A text made ready to be searched.

    Args:
        text: As it was written, without markup.
    """

    def __init__(self, text: str) -> None:
        self.plain = plain(text)
        self.words = frozenset(self.plain.split())
        self._wishes: list[tuple[int, int]] | None = None

    def only_wished(self, at: int) -> bool:
        """Whether a place lies under a heading such as 'Desirable'."""
        if self._wishes is None:
            self._wishes = _sections(self.plain) if self.words & _wish_words() else []
        return any(start <= at < end for start, end in self._wishes)


@dataclass(frozen=True, slots=True)
class _Phrase:
    key: str
    text: str
    words: frozenset[str]
    unless: frozenset[str]


class Phrases:
    """Phrases, each of which says one thing.

    Args:
        signs: The phrases of each thing, by its key. `(a|b)` stands for either.
        unless: Words of the same sentence with which a thing's phrases mean something else, by key.
        wishes: Whether a thing that is only wished for counts.
        denials: Whether a thing that is denied counts: for phrases that deny by themselves.

    Example:
        >>> licences = Phrases({"driving": ["driving (licence|license)"]})
        >>> sorted(licences.found(Text("You need a driving licence.")))
        ['driving']
        >>> sorted(licences.found(Text("No driving licence needed. A driving license is desirable.")))
        []
    """

    def __init__(
        self,
        signs: Mapping[str, Iterable[str]],
        unless: Mapping[str, Iterable[str]] | None = None,
        *,
        wishes: bool = False,
        denials: bool = False,
    ) -> None:
        self._wishes, self._denials = wishes, denials
        self._by_word: dict[str, list[_Phrase]] = defaultdict(list)
        for key, phrases in signs.items():
            others = frozenset(f" {word} " for word in (unless or {}).get(key, ()))
            for phrase in dict.fromkeys(way for written in phrases for way in written_out(written)):
                # A phrase is looked for only where its longest word, mostly its rarest, stands in the text.
                text = " ".join(plain(phrase).split())
                anchor = max(text.split(), key=lambda word: (len(word), word))
                self._by_word[anchor].append(_Phrase(key, f" {text} ", frozenset(text.split()), others))
        self._anchors = frozenset(self._by_word)

    @classmethod
    def of(cls, signs: Mapping[str, Sign]) -> "Phrases":
        """The phrases of declared signs."""
        return cls({key: sign.phrases for key, sign in signs.items()}, {key: sign.unless for key, sign in signs.items()})

    def found(self, text: Text) -> frozenset[str]:
        """The keys of what the text says."""
        said: set[str] = set()
        for anchor in self._anchors & text.words:
            for phrase in self._by_word[anchor]:
                if phrase.key in said or not phrase.words <= text.words:
                    continue
                if any(self._counts(text, phrase, at) for at in _all(text.plain, phrase.text)):
                    said.add(phrase.key)
        return frozenset(said)

    def places(self, text: Text) -> list[tuple[int, str]]:
        """Where in the text which thing is said, in order; what is denied or only wished for is left out."""
        found: set[tuple[int, str]] = set()
        for anchor in self._anchors & text.words:
            for phrase in self._by_word[anchor]:
                if not phrase.words <= text.words:
                    continue
                found.update((at, phrase.key) for at in _all(text.plain, phrase.text) if self._counts(text, phrase, at))
        return sorted(found)

    def _counts(self, text: Text, phrase: _Phrase, at: int) -> bool:
        start, end = sentence(text.plain, at, at + len(phrase.text))
        if phrase.unless and any(word in f" {text.plain[start:end]} " for word in phrase.unless):
            return False
        before, after = text.plain[start:at].split(), text.plain[at + len(phrase.text) - 1 : end].split()
        if not self._denials and denied(before, after):
            return False
        return self._wishes or not (wished(before, after) or text.only_wished(at))


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence or line around a piece of a plain text."""
    first = max(text.rfind(f" {mark} ", 0, start + 1) for mark in _ENDS)
    lasts = [place for mark in _ENDS if (place := text.find(f" {mark} ", end - 1)) >= 0]
    return (first + 3 if first >= 0 else 0), min(lasts, default=len(text))


def denied(before: list[str], after: list[str]) -> bool:
    """Whether the words before and after a phrase, within its sentence, deny it. Two denials undo each other."""
    words = wording().negation
    count, following = 0, ""
    for word in reversed(before[-_NEAR_BEFORE:]):
        if word in words.closers and following != "to":  # 'not be required to' goes on
            break
        if word in words.before and following != "only":
            count += 1
        following = word
    if count % 2:
        return True
    return _begins(after, words.after, words.closers, _NEAR_AFTER)


def wished(before: list[str], after: list[str]) -> bool:
    """Whether the words before and after a phrase, within its sentence, make it a wish."""
    words = wording().negation
    for word in reversed(before[-_WISH:]):
        if word in words.closers or word == _COMMA:
            break
        if word in words.optional:
            return True
    return _begins(after, words.optional, words.closers - words.optional, _WISH)


def _begins(after: list[str], phrases: frozenset[str], closers: frozenset[str], near: int) -> bool:
    """Whether one of the phrases stands among the next words, before a comma or a word that closes."""
    for place, word in enumerate(after[:near]):
        if word in phrases or any(" ".join(after[place : place + size]) in phrases for size in (2, 3, 4)):
            return True
        if word in closers or word == _COMMA:
            return False
    return False


@cache
def _wish_words() -> frozenset[str]:
    return frozenset(word for word in wording().negation.optional if " " not in word)


def _sections(text: str) -> list[tuple[int, int]]:
    """Stretches below a short line such as 'Desirable:', up to one such as 'Essential:' or 'Benefits:'."""
    found: list[tuple[int, int]] = []
    begun: int | None = None
    at = 0
    for line in text.split(_LINE):
        words = line.strip(f" {_STOP}").split()
        wish = set(words) & _wish_words()
        if wish and set(words) - wish <= _HEADED:
            begun = at if begun is None else begun
        elif begun is not None and 0 < len(words) <= _HEADING and _STOP not in words and set(words) & _ESSENTIAL:
            found.append((begun, at))
            begun = None
        at += len(line) + 1
    return [*found, (begun, len(text))] if begun is not None else found


def _all(text: str, phrase: str) -> Iterable[int]:
    at = text.find(phrase)
    while at >= 0:
        yield at
        at = text.find(phrase, at + 1)
