"""The names of occupations as an index holds them: their words, the word that names the worker, and how telling each word is."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from levelling.jobs.occupations.title_words import TitleWords
from levelling.jobs.occupations.words import BETWEEN, EMPTY

BEGINNING = 6
"""Letters that the beginning of a word has."""
_AS_HEAD, _OFTEN, _FLOOR = 0.25, 4, 3.0
_MANY, _FULL = 0.01, 0.7
Weights = dict[int, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name of an occupation.

    Attributes:
        owner: The place of its occupation in the order of keys.
        text: As it is written.
        kind: `uk` for one we declare, `preferred` or `other` for ESCO's.
    """

    owner: int
    text: str
    kind: str


def head_of(words: Sequence[str]) -> str:
    """The word that names the worker: the last before 'of', 'in' and the like; empty where there is none.

    Example:
        >>> head_of(["head", "of", "communication"]), head_of(["lorry", "driver"])
        ('head', 'driver')
    """
    return next((word for word in reversed(_before_between(words)) if word not in EMPTY), "")


class Vocabulary:
    """Every word of every label: how telling it is, whether it names workers, and how a list of words is weighed.

    A label or a title becomes a list of weights over features: its words, the first six letters of long words (so that
    'radiology' meets 'radiologist'), and its head, the word that names the worker. A word is the more telling the fewer
    occupations have it in a label: the weight is the logarithm of one plus all occupations over those that have it.
    """

    def __init__(self, labels: Sequence[Sequence[str]], owners: Sequence[int], words: TitleWords) -> None:
        self._words = words
        self._together, self._apart = _spaces(labels)
        joined = [self.joined(label) for label in labels]
        self.known = frozenset(word for label in joined for word in label) | set(self._apart)
        self._heads = _heads(joined)
        holders: dict[str, set[int]] = {}
        for owner, label in zip(owners, joined, strict=True):
            for feature in self._features(label):
                holders.setdefault(feature, set()).add(owner)
        self.places = {feature: at for at, feature in enumerate(sorted(holders))}
        self._owners = len(set(owners))
        self._held = {word: len(holders.get(word, ())) for word in self._heads}
        self._telling = {feature: math.log(1 + self._owners / len(holders[feature])) for feature in holders}
        self.single = tuple(sorted(word for word in self.known if len(word) > 3 and word.isalpha()))

    def joined(self, words: Sequence[str]) -> list[str]:
        """Words written the way most labels do, together or apart: 'care taker' as 'caretaker', 'schoolteacher' in two."""
        at, made = 0, list[str]()
        while at < len(words):
            pair = (words[at], words[at + 1]) if at + 1 < len(words) else ("", "")
            if pair in self._together:
                made.append("".join(pair))
                at += 2
            else:
                made.extend(self._apart.get(words[at], (words[at],)))
                at += 1
        return made

    def head(self, words: Sequence[str]) -> tuple[str, bool]:
        """The word that names the worker, and whether it is sure to: more than a rank, and one that ends many labels.

        Of 'nurse specialist' it is the nurse, of 'head of sales' the head; empty where there is no word.
        """
        able = [word for word in _before_between(words) if word in self._heads and word not in self._words.passed_over]
        named = [word for word in able if word not in self._words.light]
        if named:
            return named[-1], True
        return (able[-1] if able else head_of(words)), False

    def weigh(self, counts: Mapping[str, float], head: str, light: float | None = None) -> Weights:
        """Weights by feature.

        Args:
            counts: How much each word counts, 0 to 1.
            head: The word that names the worker; empty where there is none.
            light: What light words count; as in titles where left out.
        """
        weights: Weights = {}
        factors = self._words.factors
        light = factors.light if light is None else light
        named = any(self._names_work(word) for word, count in counts.items() if word != head and count >= _FULL)
        for word, count in counts.items():
            if word in EMPTY:
                continue
            much = count * self._share(word, named, light)
            self._add(weights, word, much)
            if len(word) > BEGINNING:
                self._add(weights, _beginning(word), much * factors.beginning)
        place = self.places.get(f"^{head}")
        if place is not None:
            much = counts.get(head, 1.0) * self._share(head, named, light)
            weights[place] = max(self._telling[f"^{head}"], _FLOOR) * factors.head * much
        return weights

    def bare(self, words: Sequence[str]) -> bool:
        """Whether a label is one word that names the workers of many occupations, and so tells little: 'director'."""
        return len(words) == 1 and self._held.get(words[0], 0) > _MANY * self._owners

    def _names_work(self, word: str) -> bool:
        return not (word in EMPTY or word in self._words.light or word in self._words.passed_over)

    def _share(self, word: str, named: bool, light: float) -> float:
        """What a word counts: light ones less, ranks in any case, the others beside a word that names the work."""
        return light if word in self._words.ranks or (named and word in self._words.light) else 1.0

    def _features(self, words: Sequence[str]) -> set[str]:
        listed = [word for word in words if word not in EMPTY]
        head, _ = self.head(words)
        return {*listed, *(_beginning(word) for word in listed if len(word) > BEGINNING), *([f"^{head}"] if head else [])}

    def _add(self, weights: Weights, feature: str, much: float) -> None:
        place = self.places.get(feature)
        if place is not None:
            weights[place] = max(weights.get(place, 0.0), much * self._telling[feature])


def _before_between(words: Sequence[str]) -> Sequence[str]:
    end = next((at for at, word in enumerate(words) if at and word in BETWEEN), len(words))
    return words[:end]


def _beginning(word: str) -> str:
    return f"~{word[:BEGINNING]}"


def _spaces(labels: Sequence[Sequence[str]]) -> tuple[frozenset[tuple[str, str]], dict[str, tuple[str, str]]]:
    """Pairs of words that more labels write as one, and words that more labels write as two."""
    words = Counter(word for label in labels for word in label)
    pairs = Counter(pair for label in labels for pair in pairwise(label) if "".join(pair) in words and len(pair[0]) > 1)
    together = frozenset(pair for pair, count in pairs.items() if words["".join(pair)] >= count)
    apart = {"".join(pair): pair for pair in sorted(pairs) if pair not in together}
    return (together | _unseen(words)) - set(apart.values()), apart


def _unseen(words: Mapping[str, int]) -> frozenset[tuple[str, str]]:
    """Pairs that no label writes apart, of words that all stand in labels."""
    return frozenset(
        (word[:at], word[at:]) for word in words for at in range(2, len(word) - 1) if word[:at] in words and word[at:] in words
    )


def _heads(labels: Sequence[Sequence[str]]) -> frozenset[str]:
    """Words that name workers: that end several labels, and at least a quarter of those they stand in."""
    ends = Counter(head_of(label) for label in labels)
    uses = Counter(word for label in labels for word in set(label))
    least = min(_OFTEN, len(labels))
    return frozenset(word for word, count in ends.items() if word and count >= least and count / uses[word] >= _AS_HEAD)
