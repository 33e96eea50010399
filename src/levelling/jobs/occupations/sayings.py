"""What may be said for a skill, and whether the words of a sentence say it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from levelling.jobs.occupations.advert_words import AdvertWords
from levelling.jobs.occupations.catalogue import Skill
from levelling.jobs.occupations.words import EMPTY, plain, root, tokens

_NOUN_ENDINGS = ("ment", "ion")
_VERB_LAST_ENDINGS = ("ment", "ion", "ing")
_OF = frozenset(["of", "for", "to"])
_JOINS = frozenset(["and", "or"])


@dataclass(frozen=True, slots=True)
class Telling:
    """The telling words of a sentence.

    Attributes:
        words: As they stand, in the singular.
        roots: Their roots.
        places: Where each root stands.
        sentence: All words of the sentence.
        at: Where each telling word stands among all.
        parts: In which part between commas each word of the sentence stands.
    """

    words: tuple[str, ...]
    roots: tuple[str, ...]
    places: dict[str, list[int]]
    sentence: Sequence[str]
    at: tuple[int, ...]
    parts: Sequence[int]

    @classmethod
    def of(cls, sentence: Sequence[str], parts: Sequence[int]) -> "Telling":
        """Those of a sentence of which it is known in which part between commas each word stands."""
        at = tuple([at for at, word in enumerate(sentence) if word not in EMPTY])
        words = tuple([sentence[place] for place in at])
        roots = tuple(map(root, words))
        places: dict[str, list[int]] = {}
        for place, word in enumerate(roots):
            places.setdefault(word, []).append(place)
        return cls(words, roots, places, sentence, at, parts)

    def without_object(self, place: int) -> bool:
        """Whether a noun made of a verb stands alone: 'management' in 'management team', not in 'management of a team'."""
        after = self.at[place] + 1
        return self.words[place].endswith(_NOUN_ENDINGS) and after < len(self.sentence) and self.sentence[after] not in _OF

    def joined(self, first: int, last: int) -> bool:
        """Whether an 'and' or 'or' stands between two words."""
        return any(word in _JOINS for word in self.sentence[self.at[first] : self.at[last]])

    def parted(self, first: int, last: int) -> bool:
        """Whether a comma stands between two words."""
        return self.parts[self.at[first]] != self.parts[self.at[last]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What may be said for a skill.

    Attributes:
        skill: The skill's key.
        needed: The roots that must be there, in order.
        verb: Whether the first is a verb, which may stand a little way before the rest, or right after it.
        slack: How many weak words were left out among the others, for which there is room.
        left: How many weak words were left out in all.
        doubtful: Whether it means other things too.
        joined: Whether it has an 'and' or 'or' of its own.
        named: Whether it is ESCO's own name, which may stand in another order for an occupation that asks for the skill.
        all: The roots, without their order.
    """

    skill: str
    needed: tuple[str, ...]
    verb: bool
    slack: int
    left: int
    doubtful: bool
    joined: bool
    named: bool
    all: frozenset[str]

    def apart(self, places: Sequence[int], telling: Telling) -> bool:
        """Whether a comma parts its words, or an 'and' those that stand together: 'a theatre and equipment'."""
        rest = self._without_verb(places)
        joined = not self.joined and telling.joined(min(rest), max(rest))
        return joined or telling.parted(min(places), max(places))

    def stands(self, places: Sequence[int], room: int, telling: Telling) -> bool:
        """Whether its words stand together as a phrase does.

        Args:
            places: Where each stands among the telling words of a sentence.
            room: How many others may stand between the verb and the rest.
            telling: The sentence.
        """
        rest = self._without_verb(places)
        if any(later <= earlier for earlier, later in pairwise(rest)) or rest[-1] - rest[0] >= len(rest) + self.slack:
            return False
        if rest is places:
            return True
        room = room if self.named else min(room, 1)
        before = 1 <= rest[0] - places[0] <= 1 + room and not telling.without_object(places[0])
        after = places[0] == rest[-1] + 1 and telling.at[places[0]] == telling.at[rest[-1]] + 1
        return before or (self.named and after and telling.words[places[0]].endswith(_VERB_LAST_ENDINGS))

    def _without_verb(self, places: Sequence[int]) -> Sequence[int]:
        return places[1:] if self.verb and len(places) > 1 else places


class Sayings:
    """What may be said for each skill: ESCO's own name of it, and words that are declared.

    Args:
        skills: All that may be found; the words that begin their names tell which names begin with a verb.
        words: What is known of words of adverts.
    """

    def __init__(self, skills: Iterable[Skill], words: AdvertWords) -> None:
        self._words = words
        self._verbs = frozenset(_first(skill.label) for skill in skills if skill.kind == "skill")

    def of(self, skill: Skill) -> list[Phrase]:
        """What may be said for a skill."""
        return [*self._named(skill), *self._also(skill)]

    def _named(self, skill: Skill) -> Iterator[Phrase]:
        roots = roots_of(skill.label.partition(" (")[0] or skill.label)
        weak = {root(word) for word in tokens(plain(skill.label)) if word in self._words.weak}
        strong = tuple(word for word in roots if word not in weak)
        needed = strong if len(strong) > 1 or len(roots) == len(strong) else roots
        if not needed:
            return
        among = roots[roots.index(needed[0]) : roots.index(needed[-1]) + 1]
        # ESCO does not say of all whether they are skills or knowledge: names of skills begin with a verb.
        does = skill.kind == "skill" or (skill.kind != "knowledge" and _first(skill.label) in self._verbs)
        # A field of knowledge of one word is as often the name of a department, while names such as SQL can mean nothing else.
        field = not does and len(roots) == 1 and skill.label.islower()
        yield Phrase(
            skill.key,
            needed,
            verb=does and needed[:1] == roots[:1],
            slack=len(among) - len(needed),
            left=len(roots) - len(needed),
            doubtful=field or skill.label in self._words.doubtful,
            joined=_joined(skill.label),
            named=True,
            all=frozenset(needed),
        )

    def _also(self, skill: Skill) -> Iterator[Phrase]:
        for said in self._words.also_said.get(skill.label, ()):
            if roots := roots_of(said):
                yield Phrase(
                    skill.key,
                    roots,
                    verb=_first(said).endswith("ing"),
                    slack=0,
                    left=0,
                    doubtful=False,
                    joined=_joined(said),
                    named=False,
                    all=frozenset(roots),
                )


def roots_of(text: str) -> tuple[str, ...]:
    """The roots of the telling words of a text, each once."""
    return tuple(dict.fromkeys(root(word) for word in tokens(plain(text)) if word not in EMPTY))


def _joined(text: str) -> bool:
    return not _JOINS.isdisjoint(tokens(plain(text)))


def _first(words: str) -> str:
    return words.partition(" ")[0]
