"""Free text finds skills: which of ESCO's skills an advert asks for, or a person writes of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from levelling.core.markup import without_markup
from levelling.jobs.occupations.advert_words import AdvertWords, advert_words
from levelling.jobs.occupations.catalogue import Catalogue, Occupation, Skill
from levelling.jobs.occupations.words import EMPTY, plain, root, sentences, tokens

_CHUNK, _LARGEST_MARKUP = 60, 10
_NOUNS = ("ment", "ion")


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


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What may be said for a skill.

    Attributes:
        skill: The skill's key.
        needed: The roots that must be there, in order.
        verb: Whether the first is a verb, which may stand a little way before the rest, or right after it.
        slack: How many weak words were left out, for which there is room among the others.
        doubtful: Whether it means other things too.
        named: Whether it is ESCO's own name, which may stand in another order for an occupation that asks for the skill.
    """

    skill: str
    needed: tuple[str, ...]
    verb: bool
    slack: int
    doubtful: bool
    named: bool

    def stands(self, places: Sequence[int], room: int, nouns: frozenset[int]) -> bool:
        """Whether its words stand together as a phrase does.

        Args:
            places: Where each stands among the telling words of a sentence.
            room: How many others may stand between the verb and the rest.
            nouns: Places of nouns made of verbs that go with the next word: the 'management' of 'management team', not that of
                'management of a team'.
        """
        rest = places[1:] if self.verb and len(places) > 1 else places
        if any(later <= earlier for earlier, later in pairwise(rest)) or rest[-1] - rest[0] >= len(rest) + self.slack:
            return False
        if rest is places:
            return True
        before = 1 <= rest[0] - places[0] <= 1 + room and places[0] not in nouns
        return before or (self.named and places[0] == rest[-1] + 1)


@dataclass(frozen=True, slots=True)
class _Hit:
    skill: str
    places: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Telling:
    """The telling words of a sentence, their roots, and where each root stands."""

    words: tuple[str, ...]
    roots: tuple[str, ...]
    places: dict[str, list[int]]
    nouns: frozenset[int]

    @classmethod
    def of(cls, words: Sequence[str]) -> "_Telling":
        telling = tuple((at, word) for at, word in enumerate(words) if word not in EMPTY)
        roots = tuple(root(word) for _, word in telling)
        places: dict[str, list[int]] = {}
        for place, word in enumerate(roots):
            places.setdefault(word, []).append(place)
        nouns = frozenset(
            place
            for place, ((at, word), (following, _)) in enumerate(pairwise(telling))
            if following == at + 1 and word.endswith(_NOUNS)
        )
        return cls(tuple(word for _, word in telling), roots, places, nouns)


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
        self._occupations = occupations or {}
        phrases = [phrase for key in sorted(skills) for phrase in self._phrases(skills[key])]
        uses: dict[str, int] = {}
        for phrase in phrases:
            for word in phrase.needed:
                uses[word] = uses.get(word, 0) + 1
        # Each phrase is looked for where its rarest word stands, so that few are looked at anywhere.
        self._by_rarest: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            rarest = min(phrase.needed, key=lambda word: (uses[word], word))
            self._by_rarest.setdefault(rarest, []).append(phrase)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Wording":
        """The names of a catalogue's skills."""
        return cls(catalogue.skills, catalogue.occupations)

    def skills(self, text: str, occupation: str | None = None) -> list[FoundSkill]:
        """The skills a text speaks of, the most telling first.

        Args:
            text: An advert or what a person writes. Of a long one the beginning is read: 20,000 characters.
            occupation: The key of the occupation it is about, where known: its skills are found where their names mean other
                things too.
        """
        asked = self._occupations.get(occupation or "")
        expected = asked.essential | asked.optional if asked else frozenset[str]()
        found: dict[str, str] = {}
        for sentence in sentences(plain(self._read(text))):
            words = tokens(sentence)
            if not words or not self.words.about_the_work(words):
                continue
            for start in range(0, len(words), _CHUNK):
                some = _Telling.of(words[start : start + _CHUNK])
                for hit in self._hits(some, expected):
                    found.setdefault(hit.skill, " ".join(some.words[min(hit.places) : max(hit.places) + 1]))
        told = [FoundSkill(key, self._skills[key].label, self._skills[key].rarity, said) for key, said in found.items()]
        return sorted(told, key=lambda one: (-one.rarity, one.label, one.key))

    def _read(self, text: str) -> str:
        """The beginning of a text without markup, its lines kept apart."""
        used = self.words.used
        lines = text[: used * _LARGEST_MARKUP].replace("\r", "\n").replace("><", ">\n<").split("\n")
        return "\n".join(without_markup(line)[0] for line in lines)[:used]

    def _phrases(self, skill: Skill) -> list[_Phrase]:
        roots = _roots(skill.label.partition(" (")[0] or skill.label)
        strong = tuple(word for word in roots if word not in self.words.weak)
        needed = strong if len(strong) > 1 or len(roots) == len(strong) else roots
        verb = skill.kind != "knowledge" and needed[:1] == roots[:1]
        doubtful = skill.label in self.words.doubtful
        made = [_Phrase(skill.key, needed, verb, len(roots) - len(needed), doubtful, named=True)] if needed else []
        said = [(_roots(words), words.split()[0].endswith("ing")) for words in self.words.also_said.get(skill.label, ())]
        return made + [_Phrase(skill.key, words, verb, slack=0, doubtful=False, named=False) for words, verb in said if words]

    def _hits(self, telling: _Telling, expected: frozenset[str]) -> list[_Hit]:
        hits = list(self._all_hits(telling, expected))
        # Of skills found in the same words the one with most of them is kept.
        return [hit for hit in hits if not any(hit.places < other.places for other in hits)]

    def _all_hits(self, telling: _Telling, expected: frozenset[str]) -> Iterator[_Hit]:
        room = self.words.room
        for at, word in enumerate(telling.roots):
            for phrase in self._by_rarest.get(word, ()):
                if phrase.doubtful and phrase.skill not in expected:
                    continue
                if not all(other in telling.places for other in phrase.needed):
                    continue
                near = [_nearest(telling.places[other], at) for other in phrase.needed]
                loose = phrase.named and phrase.skill in expected and max(near) - min(near) < len(near) + room
                for places in (_in_order(phrase.needed, telling.places, at, word), near):
                    if phrase.stands(places, room, telling.nouns):
                        yield _Hit(phrase.skill, frozenset(places))
                        break
                else:
                    if loose:
                        yield _Hit(phrase.skill, frozenset(near))


def _nearest(places: Sequence[int], at: int) -> int:
    return min(places, key=lambda place: (abs(place - at), place))


def _in_order(needed: Sequence[str], places: Mapping[str, list[int]], at: int, anchor: str) -> list[int]:
    """The place of each word nearest to one of them, words before it looked for before it and words after it after it."""
    before = needed.index(anchor)
    sides = [[place for place in places[word] if (place < at) == (order < before)] for order, word in enumerate(needed)]
    return [_nearest(side or places[word], at) for side, word in zip(sides, needed, strict=True)]


def _roots(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(root(word) for word in tokens(plain(text)) if word not in EMPTY))
