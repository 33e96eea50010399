"""How near every occupation is to one, in whole numbers.

For an origin `o` and a destination `d`, each part is the share of what `d` asks that `o` already brings, rare things weighing
more: with `w(s) = round(100 x rarity(s))` and a credit `c(s)` of 100 for a skill that `o` has, less for one that is kindred,

    part = sum over s in d of w(s) c(s) / sum over s in d of w(s).

`essential` holds the essential skills of `d` against those of `o`; `every` holds them against all skills of `o`; `activities`
does the same with O*NET's detailed work activities. Likeness is the mean of the parts that are known, by the weights of the
rules. It is not the same both ways: a chef can do more of a kitchen porter's work than the other way round.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.pathways.rules import Rules

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

UNKNOWN = -1
WHOLE = 10_000
"""Parts and likeness are counted in hundredths of a point: 10,000 is all of it."""
_WORD = re.compile(r"[a-z0-9+#]+")
_LITTLE = frozenset(("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


@dataclass(frozen=True, slots=True)
class Likenesses:
    """How near every occupation is to one, in the order of `Index.keys`, each out of `WHOLE`.

    Attributes:
        total: Likeness.
        essential: What is essential there, held against what is essential here.
        every: The same, held against all that is used here.
        activities: Work activities; `UNKNOWN` where either occupation is not joined to O*NET.
        shared: How many of the skills that are essential there are used here: a count.
    """

    total: "Numbers"
    essential: "Numbers"
    every: "Numbers"
    activities: "Numbers"
    shared: "Numbers"


def words_of(label: str) -> frozenset[str]:
    """The words of a skill's name that say something, without plural endings.

    Example:
        >>> sorted(words_of("Handle customers' complaints"))
        ['complaint', 'customer', 'handle']
    """
    found = _WORD.findall(label.lower())
    bare = (word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word for word in found)
    return frozenset(word for word in bare if len(word) > 1) - _LITTLE


def weight(rarity: float) -> int:
    """Rarity as a whole number of hundredths; at least 1, so that what everybody asks for still counts a little."""
    return max(1, round(100 * rarity))


class Index:
    """A catalogue made ready for likeness. Building it takes about a third of a second for ESCO; one origin a few milliseconds.

    Args:
        catalogue: Occupations and skills.
        rules: What likeness is made of.

    Attributes:
        keys: Keys of the occupations, in order.
        at: The place of each in that order.
    """

    def __init__(self, catalogue: Catalogue, rules: Rules) -> None:
        import numpy as np

        self.catalogue = catalogue
        self.rules = rules
        self.keys = tuple(sorted(catalogue.occupations))
        self.at = {key: place for place, key in enumerate(self.keys)}
        self.skills = tuple(sorted(catalogue.skills))
        self.place = {key: place for place, key in enumerate(self.skills)}
        found = [catalogue.occupations[key] for key in self.keys]
        self._weights = np.array([weight(catalogue.skills[key].rarity) for key in self.skills], dtype=np.int64)
        self._essential = _matrix([one.essential for one in found], self.place)
        self._every = _matrix([one.essential | one.optional for one in found], self.place)
        self._asked = self._essential @ self._weights
        done = activity_weights(one.activities for one in found)
        self._doings = np.array(list(done.values()), dtype=np.int64)
        self._activities = _matrix([one.activities for one in found], {key: place for place, key in enumerate(done)})
        self._done = self._activities @ self._doings
        groups = {name: place for place, name in enumerate(sorted({one.group for one in catalogue.skills.values()}))}
        self._groups = np.array([groups[g] if (g := catalogue.skills[key].group) else -1 for key in self.skills], dtype=np.int64)
        self._words()

    def _words(self) -> None:
        import numpy as np

        named = [words_of(self.catalogue.skills[key].label) for key in self.skills]
        heavy = word_weights(named)
        self._worded = _matrix(named, {word: place for place, word in enumerate(heavy)})
        self._heavy = self._worded.multiply(np.array(list(heavy.values()), dtype=np.int64)).tocsr()
        self._length = self._worded @ np.array(list(heavy.values()), dtype=np.int64)

    def of(self, origin: str) -> Likenesses:
        """How near every occupation is to the one with this key."""
        import numpy as np

        here = self.at[origin]
        essential = self._share(self._essential[here].indices)
        every = self._share(self._every[here].indices)
        mine = np.zeros(len(self._doings), dtype=np.int64)
        mine[self._activities[here].indices] = 1
        shared = self._activities @ (self._doings * mine)
        known = (self._done > 0) & bool(self._done[here] > 0)
        activities = np.where(known, WHOLE * shared // np.maximum(self._done, 1), UNKNOWN)
        held = np.zeros(len(self.skills), dtype=np.int64)
        held[self._every[here].indices] = 1
        total = self._together(essential, every, activities)
        return Likenesses(total, essential, every, activities, self._essential @ held)

    def covered(self, skills: frozenset[str]) -> "Numbers":
        """How much of what each occupation cannot do without somebody brings who has these skills, out of `WHOLE`."""
        import numpy as np

        return self._share(np.array(sorted(self.place[key] for key in skills), dtype=np.int64))

    def _share(self, held: "Numbers") -> "Numbers":
        import numpy as np

        brought = self._essential @ (self._weights * self.credit(held))
        return np.where(self._asked > 0, (WHOLE // 100) * brought // np.maximum(self._asked, 1), UNKNOWN)

    def credit(self, held: "Numbers") -> "Numbers":
        """How much of each skill, of 100, somebody brings who has the skills in these places."""
        import numpy as np

        given = np.zeros(len(self.skills), dtype=np.int64)
        if len(held):
            rules = self.rules
            groups = self._groups[held]
            given[np.isin(self._groups, groups[groups >= 0])] = rules.grouped
            if rules.kindred:
                given = np.maximum(given, np.where(self.alike(held).max(axis=0) >= rules.words, rules.kindred, 0))
        given[held] = 100
        return given

    def alike(self, held: "Numbers") -> "Numbers":
        """How much of their words some skills share with every skill, of 100: a row for each of the skills in these places."""
        import numpy as np

        common = (self._heavy[held] @ self._worded.T).toarray()
        either = self._length[held][:, None] + self._length[None, :] - common
        found: Numbers = 100 * common // np.maximum(either, 1)
        return found

    def _together(self, *parts: "Numbers") -> "Numbers":
        import numpy as np

        weights = (self.rules.essential, self.rules.every, self.rules.activities)
        whole = np.zeros(len(self.keys), dtype=np.int64)
        most = np.zeros(len(self.keys), dtype=np.int64)
        for heavy, part in zip(weights, parts, strict=True):
            known = part != UNKNOWN
            whole += np.where(known, heavy * part, 0)
            most += np.where(known, heavy, 0)
        return whole // np.maximum(most, 1)


def activity_weights(done: Iterable[frozenset[str]]) -> dict[str, int]:
    """How telling each work activity is, among occupations that have any: like the rarity of a skill."""
    having = [one for one in done if one]
    counts = Counter(activity for one in having for activity in one)
    return {activity: weight(math.log(len(having) / counts[activity])) for activity in sorted(counts)}


def word_weights(named: Sequence[frozenset[str]]) -> dict[str, int]:
    """How telling each word of the names of skills is."""
    counts = Counter(word for words in named for word in words)
    return {word: weight(math.log(len(named) / counts[word])) for word in sorted(counts)}


def _matrix(rows: Sequence[frozenset[str]], places: Mapping[str, int]) -> Any:
    import numpy as np
    from scipy import sparse

    ends, columns = [0], []
    for row in rows:
        columns += sorted(places[key] for key in row if key in places)
        ends.append(len(columns))
    ones = np.ones(len(columns), dtype=np.int64)
    return sparse.csr_matrix((ones, np.array(columns, dtype=np.int64), np.array(ends)), shape=(len(rows), len(places)))
