"""Titles find occupations: which ESCO occupation a job title means, how near it is, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from levelling.jobs.occupations.asked import Asked, Reader
from levelling.jobs.occupations.catalogue import Catalogue, Occupation
from levelling.jobs.occupations.index import LabelIndex, Near
from levelling.jobs.occupations.labels import BEGINNING, Label, Vocabulary
from levelling.jobs.occupations.title_words import TitleWords, title_words
from levelling.jobs.occupations.words import EMPTY, plain, tokens

_BATCH = 20_000
_SURE = 0.8
_MADE: list[tuple[Catalogue, "Titles"]] = []


@dataclass(frozen=True, slots=True)
class Met:
    """What made a title find an occupation.

    Attributes:
        label: The name of the occupation that came nearest.
        words: The words it shares with the title, in the singular and with short forms written out.
    """

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An occupation that a title may mean.

    Attributes:
        key: The occupation's key.
        score: How near the title is to a name of it, 0 to 1.
        why: The name, and what they share.
    """

    key: str
    score: float
    why: Met


class Titles:
    """The names of occupations, to be found by titles.

    A title is cleaned of what tells of pay, hours and the advert itself, and short forms are written out. Its words, the more
    telling the rarer they are among ESCO's names, are held against those of every name; the word that names the worker counts
    most. Misspelt words are put right. Where nothing comes near enough, or what does shares only words such as 'member' or
    'assistant', nothing is found: we cannot tell.

    Args:
        occupations: By key, with their labels and other names.
        words: What is known of words of titles; the package's own where left out.

    Example:
        >>> from levelling.atlas import Atlas
        >>> from levelling.jobs.occupations import load
        >>> titles = Titles.of(load(Atlas.open()))
        >>> found = titles.find("Band 2 HCA - Nights, £18,005 pa")[0]
        >>> found.why.label
        'healthcare assistant'
    """

    def __init__(self, occupations: Mapping[str, Occupation], words: TitleWords | None = None) -> None:
        self._words = words or title_words()
        self._keys = tuple(sorted(occupations))
        self._preferred = {key: occupations[key].label for key in self._keys}
        self._by_label = {label: key for key, label in self._preferred.items()}
        named = [_labels(at, occupations[key], self._words) for at, key in enumerate(self._keys)]
        self._labels = tuple(label for names in named for label in names.values())
        read = [list(words) for names in named for words in names]
        owners = [label.owner for label in self._labels]
        vocabulary = Vocabulary(read, owners, self._words)
        self._read = tuple(tuple(vocabulary.joined(label)) for label in read)
        light = self._words.factors.light_in_names
        weights = [vocabulary.weigh(dict.fromkeys(label, 1.0), vocabulary.head(label)[0], light) for label in self._read]
        factors = [self._factor(label, vocabulary.bare(words)) for label, words in zip(self._labels, self._read, strict=True)]
        self._index = LabelIndex(weights, owners, factors, len(vocabulary.places), self._words.factors.together)
        self._reader = Reader(vocabulary, self._words)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Titles":
        """The names of a catalogue's occupations, and those that adverts in the UK use.

        To make them takes some seconds, so those made last are kept, for as long as they are asked for of the same catalogue.
        """
        for of, made in tuple(_MADE):
            if of is catalogue:
                return made
        titles = cls(catalogue.occupations)
        _MADE[:] = [(catalogue, titles)]
        return titles

    def find(self, title: str, n: int = 5, *, employer: str = "") -> list[Found]:
        """The occupations a title may mean, nearest first; empty where we cannot tell.

        Args:
            title: As advertised; nothing after the 300th character is read.
            n: How many at the most.
            employer: Whose advert it is. Where the title alone leaves open in what kind of place the work is, the employer's
                name may tell: a receptionist of a hotel is another than one of a surgery.

        Example:
            >>> from levelling.atlas import Atlas
            >>> from levelling.jobs.occupations import load
            >>> catalogue = load(Atlas.open())
            >>> found = Titles.of(catalogue).find("Receptionist", employer="Seaview Hotel")
            >>> catalogue.occupations[found[0].key].label
            'hospitality establishment receptionist'
        """
        return self.find_all([title], n, employers=[employer])[0]

    def find_all(self, titles: Sequence[str], n: int = 1, *, employers: Sequence[str] | None = None) -> list[list[Found]]:
        """The same for many titles at once; equal titles are looked up once.

        Args:
            titles: As advertised.
            n: How many occupations at the most for each.
            employers: Whose adverts they are, one for each title; none where left out.
        """
        distinct = list(dict.fromkeys(titles))
        found: dict[str, list[Found]] = {}
        for start in range(0, len(distinct), _BATCH):
            some = distinct[start : start + _BATCH]
            found.update(zip(some, self._some(some, n), strict=True))
        if employers is None:
            return [found[title][:n] for title in titles]
        return [self._settled(found[title], employer)[:n] for title, employer in zip(titles, employers, strict=True)]

    def _settled(self, found: list[Found], employer: str) -> list[Found]:
        """What was found, with the occupation that the employer's name tells put first."""
        if not found or not employer:
            return found
        first = found[0]
        meant = self._by_label.get(self._words.in_setting(self._preferred[first.key], employer))
        if meant is None or first.score < _SURE:
            return found
        why = Met(f"{first.why.label}, {self._preferred[meant]}", first.why.words)
        return [Found(meant, first.score, why), *(one for one in found if one.key != meant)]

    def _some(self, titles: Sequence[str], n: int) -> list[list[Found]]:
        asked = self._reader.read(titles)
        near = self._index.nearest([item.weights for item in asked], [item.missing for item in asked], n)
        return [self._told(some, item) for some, item in zip(near, asked, strict=True)]

    def _told(self, near: Sequence[Near], asked: Asked) -> list[Found]:
        """Those near enough, of which the nearest must share with the title what tells of the work; else we cannot tell."""
        enough = [one for one in near if one.score >= self._words.factors.least]
        if not enough or not self._tells(enough[0], asked):
            return []
        return [self._found(one, asked) for one in enough if self._tells(one, asked)]

    def _tells(self, near: Near, asked: Asked) -> bool:
        """Whether a name and a title share what tells of the work: a telling word, a light one and another, or the whole name."""
        named = frozenset(self._read[near.label]) - EMPTY
        beginnings = {word[:BEGINNING] for word in asked.words if self._names_work(word)}
        if any(word[:BEGINNING] in beginnings for word in named if self._names_work(word)):
            return True
        shared = named & asked.words - self._words.ranks - self._words.passed_over
        if len(shared) > 1 and shared & self._words.light:
            return True
        return named <= asked.words and (len(named) > 1 or self._labels[near.label].kind == "uk")

    def _names_work(self, word: str) -> bool:
        words = self._words
        return not (word in words.tells_nothing or word in words.light or word in words.passed_over or word in EMPTY)

    def _found(self, near: Near, asked: Asked) -> Found:
        shared = tuple(dict.fromkeys(word for word in self._read[near.label] if word in asked.words and word not in EMPTY))
        return Found(self._keys[near.owner], round(near.score, 4), Met(self._labels[near.label].text, shared))

    def _factor(self, label: Label, bare: bool) -> float:
        factors = self._words.factors
        more = {"uk": factors.called, "preferred": factors.preferred}.get(label.kind, 0.0)
        less = factors.bare if bare and label.kind != "uk" else 1.0
        return less * (1 + more) / (1 + max(factors.called, factors.preferred))


def _labels(owner: int, occupation: Occupation, words: TitleWords) -> dict[tuple[str, ...], Label]:
    """The names of an occupation by the words they are read as: of names read alike the first stands for all."""
    preferred, called = occupation.label, words.also_called.get(occupation.label, ())
    named = [(preferred, "preferred"), *((title, "uk") for title in called), *((title, "other") for title in occupation.titles)]
    named = [(text, kind) for text, kind in named if kind != "other" or " ".join(tokens(plain(text))) not in words.misleading]
    labels: dict[tuple[str, ...], Label] = {}
    for text, kind in named:
        read = tuple(word for part in words.segments(text) for word in part)
        known = labels.get(read)
        if known is None:
            labels[read] = Label(owner, text, kind)
        elif kind == "uk":
            labels[read] = Label(owner, known.text, kind)
    return labels
