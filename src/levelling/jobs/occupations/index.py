"""Which labels are nearest to which titles, many at once: sparse products, in whole numbers, the same in any order."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from levelling.jobs.occupations.labels import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PARTS = 1_000_000
_LABELS = 1 << 22
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Near:
    """An occupation near to a title.

    Attributes:
        owner: Its place in the order of keys.
        label: The place of the label that is nearest.
        score: How near, 0 to 1, in millionths.
    """

    owner: int
    label: int
    score: float


class LabelIndex:
    """Labels by their words.

    A title's nearness to a label is the cosine of their weights, times the label's factor. An occupation is as near as its
    nearest label, but for a share that goes by all its labels taken together. Ties go to the label and the occupation that come
    first.

    Args:
        labels: The weights of each label.
        owners: The occupation of each label.
        factors: What the cosine is multiplied by, for each label; 1 at the most.
        features: How many features there are.
        together: The share that goes by all labels together, 0 to 1.
    """

    def __init__(
        self, labels: Sequence[Weights], owners: Sequence[int], factors: Sequence[float], features: int, together: float = 0.0
    ) -> None:
        import numpy as np

        self._by_feature = _rows(labels, features).T.tocsr()
        self._together = together
        self._all = _rows(_gathered(labels, owners), features).T.tocsr()
        self._owners = np.asarray(owners, dtype=np.int64)
        self._factors = np.asarray(factors, dtype=np.float64)
        self._many = int(self._owners.max()) + 1 if len(owners) else 0

    def nearest(self, titles: Sequence[Weights], missing: Sequence[float], most: int) -> list[list[Near]]:
        """The nearest occupations of each title, nearest first.

        Args:
            titles: The weights of each title.
            missing: For each, the square of the weight of words that no label has; it lowers every score.
            most: How many occupations at the most.
        """
        found: list[list[Near]] = []
        for start in range(0, len(titles), _CHUNK):
            end = start + _CHUNK
            found.extend(self._some(titles[start:end], missing[start:end], most))
        return found

    def _some(self, titles: Sequence[Weights], missing: Sequence[float], most: int) -> list[list[Near]]:
        import numpy as np

        if not self._many:
            return [[] for _ in titles]
        asked = _rows(titles, self._by_feature.shape[0], missing)
        products = asked @ self._by_feature
        scores = np.minimum(np.rint(products.data * self._factors[products.indices] * _PARTS), _PARTS).astype(np.int64)
        # The score and the label in one number: the highest is the nearest label, and of equals the first.
        packed = scores * _LABELS + (_LABELS - 1 - products.indices)
        row = np.repeat(np.arange(len(titles)), np.diff(products.indptr))
        best = np.zeros((len(titles), self._many), dtype=np.int64)
        np.maximum.at(best, (row, self._owners[products.indices]), packed)
        together = (asked @ self._all).toarray()
        nearest = (1 - self._together) * (best // _LABELS) + self._together * _PARTS * together
        best = np.rint(nearest).astype(np.int64) * _LABELS + best % _LABELS
        return [_told(line, columns) for line, columns in zip(best, _highest(best, most), strict=True)]


def _gathered(labels: Sequence[Weights], owners: Sequence[int]) -> list[Weights]:
    """All labels of each occupation as one: each feature's weight, more where more of its labels have it."""
    most: list[Weights] = [{} for _ in range(max(owners, default=-1) + 1)]
    uses: list[Counter[int]] = [Counter() for _ in most]
    for label, owner in zip(labels, owners, strict=True):
        uses[owner].update(label.keys())
        for place, weight in label.items():
            most[owner][place] = max(most[owner].get(place, 0.0), weight)
    return [
        {place: weight * (1 + math.log(used[place])) for place, weight in one.items()}
        for one, used in zip(most, uses, strict=True)
    ]


def _highest(best: "NDArray[Any]", most: int) -> "NDArray[Any]":
    """The columns of the highest scores in each row, highest first, ties to the column that comes first."""
    import numpy as np

    many = best.shape[1]
    order = (best // _LABELS) * many + (many - 1 - np.arange(many))
    most = min(most, many)
    some = np.argpartition(-order, most - 1, axis=1)[:, :most]
    ranked = np.argsort(-np.take_along_axis(order, some, axis=1), axis=1)
    return np.take_along_axis(some, ranked, axis=1)


def _told(line: "NDArray[Any]", columns: "NDArray[Any]") -> list[Near]:
    return [
        Near(int(column), int(_LABELS - 1 - line[column] % _LABELS), int(line[column] // _LABELS) / _PARTS)
        for column in columns
        if line[column] >= _LABELS
    ]


def _rows(weights: Sequence[Weights], features: int, missing: Sequence[float] | None = None) -> Any:
    """Weights as the rows of a sparse matrix, each of length one, what is missing counted in."""
    import numpy as np
    from scipy.sparse import csr_array

    lengths = np.cumsum([0, *(len(row) for row in weights)])
    data = np.fromiter((value for row in weights for value in row.values()), dtype=np.float64, count=lengths[-1])
    columns = np.fromiter((place for row in weights for place in row), dtype=np.int32, count=lengths[-1])
    squares = np.array([sum(value * value for value in row.values()) for row in weights], dtype=np.float64)
    squares = squares + np.asarray(missing, dtype=np.float64) if missing is not None else squares
    norms = np.sqrt(np.where(squares > 0, squares, 1.0))
    data = data / np.repeat(norms, np.diff(lengths))
    made = csr_array((data, columns, lengths), shape=(len(weights), features))
    made.sort_indices()
    return made
