"""Which labels are nearest to which titles, many at once: sparse products, in whole numbers, the same in any order."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from levelling.jobs.occupations.labels import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

_PARTS = 1_000_000
_LABELS = 22
_CHUNK = 32
_K, _B = 1.2, 0.75


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

    A title's nearness to a label is the cosine of their weights, times the label's factor: *near*. How well the labels of an
    occupation together hold what the title says is BM25's sum, over the most that a title of such weights could have: *held*. The
    score of an occupation is *near + together (1 - near) held*: what is missing between the title and the nearest label, the
    other labels may make up for in part. Words that no label has lower all scores of a title alike. Ties go to the label and the
    occupation that come first.

    References:
        Robertson, S. and Zaragoza, H. (2009). The probabilistic relevance framework: BM25 and beyond. Foundations and Trends in
            Information Retrieval 3, 333-389. `k` and `b` are as usual there, 1.2 and 0.75.

    Args:
        labels: The weights of each label.
        owners: The occupation of each label.
        factors: What the cosine is multiplied by, for each label; 1 at the most.
        features: How many features there are.
        together: How much all labels together make up for, 0 to 1.
    """

    def __init__(
        self, labels: Sequence[Weights], owners: Sequence[int], factors: Sequence[float], features: int, together: float = 0.0
    ) -> None:
        import numpy as np

        self._by_feature = _rows(labels, features).T.tocsr()
        self._together = together
        self._held = _held(labels, owners, features)
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
        products = _rows(titles, self._by_feature.shape[0]) @ self._by_feature
        scores = np.minimum(np.rint(products.data * self._factors[products.indices] * _PARTS), _PARTS).astype(np.int64)
        # The score and the label in one number: the highest is the nearest label, and of equals the first.
        packed = (scores << _LABELS) + ((1 << _LABELS) - 1 - products.indices)
        row = np.repeat(np.arange(len(titles)) * self._many, np.diff(products.indptr))
        flat = np.zeros(len(titles) * self._many, dtype=np.int64)
        np.maximum.at(flat, row + self._owners[products.indices], packed)
        best = flat.reshape(len(titles), self._many)
        near = (best >> _LABELS) / _PARTS
        score = (near + self._together * (1 - near) * self._holding(titles)) * _known(titles, missing)[:, None]
        score = np.rint(score * _PARTS).astype(np.int64)
        columns = _highest(score, most)
        labels = (1 << _LABELS) - 1 - (np.take_along_axis(best, columns, axis=1) & ((1 << _LABELS) - 1))
        told = zip(columns.tolist(), labels.tolist(), np.take_along_axis(score, columns, axis=1).tolist(), strict=True)
        return [[Near(at, label, parts / _PARTS) for at, label, parts in zip(*row, strict=True) if parts > 0] for row in told]

    def _holding(self, titles: Sequence[Weights]) -> "NDArray[Any]":
        """How well the labels of each occupation together hold what each title says, 0 to 1."""
        import numpy as np

        most = np.array([sum(row.values()) or 1.0 for row in titles])
        shares = _matrix(titles, self._by_feature.shape[0], most)
        held: NDArray[Any] = np.minimum((shares @ self._held).toarray(), 1.0)
        return held


def _known(titles: Sequence[Weights], missing: Sequence[float]) -> "NDArray[Any]":
    """The share of each title's length that its known words make up."""
    import numpy as np

    squares = np.array([sum(value * value for value in row.values()) for row in titles], dtype=np.float64)
    whole = squares + np.asarray(missing, dtype=np.float64)
    share: NDArray[Any] = np.sqrt(np.divide(squares, whole, out=np.zeros_like(whole), where=whole > 0))
    return share


def _held(labels: Sequence[Weights], owners: Sequence[int], features: int) -> Any:
    """For each feature and occupation BM25's count of it, over the most it could be."""
    import numpy as np
    from scipy.sparse import csr_array

    uses: list[Counter[int]] = [Counter() for _ in range(max(owners, default=-1) + 1)]
    for label, owner in zip(labels, owners, strict=True):
        uses[owner].update(label.keys())
    lengths = np.array([used.total() for used in uses], dtype=np.float64)
    slow = _K * (1 - _B + _B * lengths / max(lengths.mean() if uses else 0.0, 1.0))
    cells = [(place, owner, count / (count + slow[owner])) for owner, used in enumerate(uses) for place, count in used.items()]
    at, columns, values = zip(*cells, strict=True) if cells else ((), (), ())
    return csr_array((np.array(values), (at, columns)), shape=(features, len(uses)))


def _highest(score: "NDArray[Any]", most: int) -> "NDArray[Any]":
    """The columns of the highest scores in each row, highest first, ties to the column that comes first."""
    import numpy as np

    many = score.shape[1]
    if most == 1:
        first: NDArray[Any] = np.argmax(score, axis=1)[:, None]
        return first
    order = score * -many + np.arange(many)
    most = min(most, many)
    some = np.argpartition(order, most - 1, axis=1)[:, :most]
    ranked = np.argsort(np.take_along_axis(order, some, axis=1), axis=1)
    found: NDArray[Any] = np.take_along_axis(some, ranked, axis=1)
    return found


def _rows(weights: Sequence[Weights], features: int) -> Any:
    """Weights as the rows of a sparse matrix, each of length one."""
    import numpy as np

    squares = np.array([sum(value * value for value in row.values()) for row in weights], dtype=np.float64)
    return _matrix(weights, features, np.sqrt(np.where(squares > 0, squares, 1.0)))


def _matrix(weights: Sequence[Weights], features: int, over: "NDArray[Any]") -> Any:
    """Weights as the rows of a sparse matrix, each row divided by a number of its own."""
    import numpy as np
    from scipy.sparse import csr_array

    lengths = np.cumsum([0, *(len(row) for row in weights)])
    data = np.fromiter((value for row in weights for value in row.values()), dtype=np.float64, count=lengths[-1])
    columns = np.fromiter((place for row in weights for place in row), dtype=np.int32, count=lengths[-1])
    made = csr_array((data / np.repeat(over, np.diff(lengths)), columns, lengths), shape=(len(weights), features))
    made.sort_indices()
    return made
