"""Skills of made-up people and vacancies: some of those of their occupations."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.jobs.occupations.catalogue import Catalogue

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]
    Whole = NDArray[np.int64]

_AT_ONCE = 100_000
"""People or vacancies whose skills are drawn at once: a country's together would need gigabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """A list of skills for each of many, one after another.

    Attributes:
        starts: Where each list begins, and the end of the last.
        skills: Places in the skills' keys.
    """

    starts: "Whole"
    skills: "Whole"

    def of(self, at: int) -> list[int]:
        """One list."""
        found: list[int] = self.skills[self.starts[at] : self.starts[at + 1]].tolist()
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Skills:
    """The skills of occupations.

    Attributes:
        keys: Every skill, in order.
        essential: Those each occupation cannot do without.
        optional: Those that help in it.
    """

    keys: tuple[str, ...]
    essential: Lists
    optional: Lists


def skills_of(catalogue: Catalogue, occupations: Sequence[str]) -> Skills:
    """The skills of some occupations.

    Args:
        catalogue: ESCO's occupations and skills.
        occupations: Keys; one may come several times.
    """
    keys = tuple(sorted(catalogue.skills))
    place = {key: at for at, key in enumerate(keys)}
    found = [catalogue.occupations[key] for key in occupations]
    return Skills(
        keys,
        _lists([sorted(place[skill] for skill in one.essential) for one in found]),
        _lists([sorted(place[skill] for skill in one.optional) for one in found]),
    )


def some(lists: Lists, which: "Whole", share: "float | Floats", chance: "np.random.Generator") -> Lists:
    """Some of the skills of an occupation for each of many, at least one where the occupation has any.

    Args:
        lists: The skills of occupations.
        which: For each, its occupation; -1 for none.
        share: How many of the skills are kept, for all or for each.
        chance: What draws.
    """
    import numpy as np

    shares = np.broadcast_to(np.asarray(share, np.float32), which.shape)
    cuts = [slice(at, at + _AT_ONCE) for at in range(0, len(which), _AT_ONCE)]
    parts = [_some(lists, which[cut], shares[cut], chance) for cut in cuts]
    sizes = np.concatenate([np.zeros(1, np.int64), *(counts for counts, _ in parts)])
    return Lists(np.cumsum(sizes), np.concatenate([np.zeros(0, np.int32), *(skills for _, skills in parts)]))


def together(several: Sequence[Lists], skills: int) -> Lists:
    """The lists of the same people put together, each skill once and in order.

    Args:
        several: Lists of the same length.
        skills: How many skills there are.
    """
    import numpy as np

    number = len(several[0].starts) - 1
    sizes, parts = [np.zeros(1, np.int64)], [np.zeros(0, np.int32)]
    for at in range(0, number, _AT_ONCE):
        end = min(at + _AT_ONCE, number)
        coded = []
        for lists in several:
            starts = lists.starts[at : end + 1]
            owners = np.repeat(np.arange(end - at), np.diff(starts))
            coded.append(owners * skills + lists.skills[starts[0] : starts[-1]])
        both = np.sort(np.concatenate(coded))
        once = both[np.diff(both, prepend=-1) != 0]
        sizes.append(np.bincount(once // skills, minlength=end - at))
        parts.append((once % skills).astype(np.int32))
    return Lists(np.cumsum(np.concatenate(sizes)), np.concatenate(parts))


def _some(lists: Lists, which: "Whole", shares: "Floats", chance: "np.random.Generator") -> "tuple[Whole, Whole]":
    import numpy as np

    has = which >= 0
    safe = np.where(has, which, 0)
    lengths = np.where(has, lists.starts[safe + 1] - lists.starts[safe], 0)
    total = int(lengths.sum())
    begins = np.concatenate(([0], np.cumsum(lengths)))[:-1]
    owners = np.repeat(np.arange(len(which)), lengths)
    kept = chance.random(total, dtype=np.float32) < np.repeat(shares, lengths)
    # One at least: a place in each list is kept whatever chance says.
    sure = begins + np.floor(chance.random(len(which)) * lengths).astype(np.int64)
    kept[sure[lengths > 0]] = True
    owners = owners[kept]
    skills = lists.skills[(lists.starts[safe] - begins)[owners] + np.flatnonzero(kept)]
    return np.bincount(owners, minlength=len(which)), skills.astype(np.int32)


def _lists(found: Sequence[Sequence[int]]) -> Lists:
    import numpy as np

    starts = np.concatenate(([0], np.cumsum([len(one) for one in found]))).astype(np.int64)
    return Lists(starts, np.array([skill for one in found for skill in one], dtype=np.int32))
