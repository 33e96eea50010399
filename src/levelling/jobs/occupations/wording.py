"""Free text finds skills: which of ESCO's skills an advert asks for, or a person writes of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from levelling.core.markup import without_markup
from levelling.core.remember import remembered
from levelling.jobs.occupations.advert_words import AdvertWords, advert_words
from levelling.jobs.occupations.catalogue import Catalogue, Occupation, Skill
from levelling.jobs.occupations.sayings import Phrase, Sayings, Telling
from levelling.jobs.occupations.words import plain, sentences, tokens

_CHUNK, _LARGEST_MARKUP = 60, 10
_REMEMBERED = 16_384
_AND = re.compile(r"\s(?:and|&|or)\s|[/+]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundSkill:
    """A skill that a text speaks of.

    Attributes:
        key: The skill's key.
        label: ESCO's label of it.
        rarity: How telling it is; see `Skill`.
        said: The words of the text that speak of it, in small letters.
    """

    key: str
    label: str
    rarity: float
    said: str


_Place = tuple[int, Phrase]
"""Where the rarest word of what may be said stands."""
_Possible = tuple[Telling, list[_Place]]
"""Some words of a sentence, and what they may say."""


@dataclass(frozen=True, slots=True)
class _Hit:
    skill: str
    places: frozenset[int]
    left: int
    expected: bool


class Wording:
    """The names of skills, to be found in texts.

    A skill is found where the words of its name stand together in one sentence, whatever their endings: 'managing our staff'
    and 'staff management' speak of 'manage staff'. Words that tell little ('use', 'perform') may be missing where the rest tells
    enough. Skills of an occupation that is known are found in a looser order too. Of skills found in the same words the one with
    most words is kept. Sentences about the employer, pay, equal chances or how to apply find nothing.

    Args:
        skills: By key.
        words: What is known of words of adverts; the package's own where left out.
        occupations: By key, to know which skills an occupation asks for.

    Example:
        >>> from levelling.atlas import Atlas
        >>> from levelling.jobs.occupations import load
        >>> wording = Wording.of(load(Atlas.open()))
        >>> [found.label for found in wording.skills("Preparing ready-made dishes. We offer a pension, and staff training.")]
        ['prepare ready-made dishes']
    """

    def __init__(
        self, skills: Mapping[str, Skill], occupations: Mapping[str, Occupation] | None = None, words: AdvertWords | None = None
    ) -> None:
        self.words = words or advert_words()
        """What is known of the words of adverts."""
        self._skills = skills
        self._by_label = {skill.label: key for key, skill in sorted(skills.items(), reverse=True)}
        self._occupations = occupations or {}
        sayings = Sayings(skills.values(), self.words)
        phrases = [phrase for key in sorted(skills) for phrase in sayings.of(skills[key])]
        uses = Counter(word for phrase in phrases for word in phrase.needed)
        self._remembered: dict[str, Sequence[_Possible]] = {}
        # Each phrase is looked for where its rarest word stands, so that few are looked at anywhere.
        self._by_rarest: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            rarest = min(phrase.needed, key=lambda word: (uses[word], word))
            self._by_rarest.setdefault(rarest, []).append(phrase)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Wording":
        """The names of a catalogue's skills."""
        return cls(catalogue.skills, catalogue.occupations)

    def skills(self, text: str, occupation: str | None = None, *, listed: bool = False) -> list[FoundSkill]:
        """The skills a text speaks of, the most telling first.

        Args:
            text: An advert or what a person writes. Of a long one the beginning is read: 20,000 characters.
            occupation: The key of the occupation it is about, where known: its skills are found where their names mean other
                things too.
            listed: Whether the text is a list of skills and nothing else, so that no sentence is passed over.
        """
        asked = self._occupations.get(occupation or "")
        expected = asked.essential | asked.optional if asked else frozenset[str]()
        found: dict[str, str] = {}
        for sentence in sentences(plain(self._read(text))):
            for telling, possible in self._possible(sentence, listed):
                for hit in self._hits(telling, possible, expected):
                    found.setdefault(hit.skill, " ".join(telling.words[min(hit.places) : max(hit.places) + 1]))
        return sorted(map(self._found, found.keys(), found.values()), key=lambda one: (-one.rarity, one.label, one.key))

    def listed(self, entry: str) -> list[FoundSkill]:
        """The skills that an entry in somebody's list of skills means, in their own words; empty where none is known.

        Args:
            entry: A few words, or a sentence: nothing of it is taken to be about anything but skills.

        Example:
            >>> from levelling.atlas import Atlas
            >>> from levelling.jobs.occupations import load
            >>> wording = Wording.of(load(Atlas.open()))
            >>> [skill.label for entry in ("Excel", "I have worked on the till") for skill in wording.listed(entry)]
            ['use spreadsheets software', 'operate cash register']
        """
        whole = self._declared(entry) or self.skills(entry, listed=True)
        parts = _AND.split(entry) if not whole else []
        found = whole or [skill for part in parts for skill in self._declared(part) or self.skills(part, listed=True)]
        return list({skill.key: skill for skill in found}.values())

    def _declared(self, entry: str) -> list[FoundSkill]:
        key = self._by_label.get(self.words.stands_for(entry))
        return [] if key is None else [self._found(key, entry.strip().lower())]

    def _found(self, key: str, said: str) -> FoundSkill:
        return FoundSkill(key, self._skills[key].label, self._skills[key].rarity, said)

    def _read(self, text: str) -> str:
        """The beginning of a text without markup, its lines kept apart."""
        used = self.words.used
        lines = text[: used * _LARGEST_MARKUP].replace("\r", "\n").replace("><", ">\n<").split("\n")
        return "\n".join(without_markup(line)[0] for line in lines)[:used]

    def _possible(self, sentence: str, listed: bool) -> Sequence[_Possible]:
        """What may be said by a sentence, remembered where it is an advert's; what people write of themselves is not."""
        if listed:
            return self._possible_in(sentence, listed=True)
        # Adverts share sentences, of an employer or a feed: half of those of 3,000 stand in an earlier one.
        return remembered(self._remembered, sentence, self._possible_in, _REMEMBERED)

    def _possible_in(self, sentence: str, listed: bool = False) -> Sequence[_Possible]:
        """What may be said by a sentence, as all its words are there; empty where it is not about the work."""
        between = [tokens(part) for part in sentence.split(",")]
        words = [word for part in between for word in part]
        if not words or not (listed or self.words.about_the_work(words)):
            return ()
        parts = [at for at, part in enumerate(between) for _ in part]
        found = []
        for start in range(0, len(words), _CHUNK):
            some = Telling.of(words[start : start + _CHUNK], parts[start : start + _CHUNK])
            there = some.places.keys()
            places = [
                (at, phrase)
                for at, word in enumerate(some.roots)
                if word in self._by_rarest
                for phrase in self._by_rarest[word]
                if there >= phrase.all
            ]
            if places:
                found.append((some, places))
        return found

    def _hits(self, telling: Telling, possible: Sequence[_Place], expected: frozenset[str]) -> list[_Hit]:
        hits = list(self._all_hits(telling, possible, expected))
        return [hit for hit in hits if not any(_goes_before(other, hit) for other in hits)]

    def _all_hits(self, telling: Telling, possible: Sequence[_Place], expected: frozenset[str]) -> Iterator[_Hit]:
        room = self.words.room
        for at, phrase in possible:
            asked = phrase.skill in expected
            if phrase.doubtful and not asked:
                continue
            near = [_nearest(telling.places[other], at) for other in phrase.needed]
            loose = phrase.named and asked and max(near) - min(near) < len(near) + room
            for places in (_in_order(phrase.needed, telling.places, at, telling.roots[at]), near):
                if phrase.stands(places, room, telling) and (asked or not phrase.apart(places, telling)):
                    yield _Hit(phrase.skill, frozenset(places), phrase.left, asked)
                    break
            else:
                if loose:
                    yield _Hit(phrase.skill, frozenset(near), phrase.left, asked)


def _goes_before(one: _Hit, other: _Hit) -> bool:
    """Whether one skill is meant rather than another: it has more of the words, is the occupation's, or leaves out fewer."""
    if one.places != other.places:
        return one.places > other.places
    return (one.expected and not other.expected) or (not other.expected and one.left < other.left)


def _nearest(places: Sequence[int], at: int) -> int:
    return min(places, key=lambda place: (abs(place - at), place))


def _in_order(needed: Sequence[str], places: Mapping[str, list[int]], at: int, anchor: str) -> list[int]:
    """The place of each word nearest to one of them, words before it looked for before it and words after it after it."""
    before = needed.index(anchor)
    sides = [[place for place in places[word] if (place < at) == (order < before)] for order, word in enumerate(needed)]
    return [_nearest(side or places[word], at) for side, word in zip(sides, needed, strict=True)]
