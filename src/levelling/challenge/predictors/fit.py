"""The arithmetic: least squares, what each family explains, and what would be expected of a place left out. NumPy alone.

With `y` the outcome of `n` areas, `X` the predictors in standard scores, the regions and a constant, `b = argmin |y - X b|^2`,
`e = y - X b` and `h` the diagonal of the hat matrix `X (X'X)^+ X'`:

- What would be expected of an area from all the others alone, without a fit for each: `y_i - e_i / (1 - h_i)`. Its 95% prediction
  interval has the half width `t s_i / sqrt(1 - h_i)`, with `s_i^2 = (e'e - e_i^2 / (1 - h_i)) / (n - k - 1)`.
- Cross-validated R^2: `1 - sum (e_i / (1 - h_i))^2 / sum (y_i - m_i)^2`, with `m_i` the mean of the others.
- The share of a family is its mean gain in R^2 over all orders in which the four may enter (Shapley; Lindeman, Merenda and Gold).

References:
    Lindeman, R. H., Merenda, P. F. and Gold, R. Z. (1980). Introduction to Bivariate and Multivariate Analysis. Scott Foresman.
    Grömping, U. (2007). Estimators of relative importance in linear regression based on variance decomposition. The American
        Statistician 61, 139-147.
    Cook, R. D. and Weisberg, S. (1982). Residuals and Influence in Regression. Chapman and Hall. (Leaving one out.)
"""

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.core.student import student

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]
    Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Design:
    """The predictors as they enter the fit.

    Attributes:
        scores: Areas by predictors, in standard scores.
        clubs: Areas by regions less one, each 1 or 0 less its mean.
        families: For each column of the two side by side, its family.
    """

    scores: "Matrix"
    clubs: "Matrix"
    families: tuple[str, ...]

    @property
    def matrix(self) -> "Matrix":
        """A constant, the scores and the regions side by side."""
        import numpy as np

        return np.column_stack([np.ones(len(self.scores)), self.scores, self.clubs])


@dataclass(frozen=True, eq=False)
class Fit:
    """A least-squares fit.

    Attributes:
        coefficients: The constant, then one for each column.
        fitted: What the fit gives for each area.
        residuals: The outcome less that.
        leverage: The diagonal of the hat matrix.
        parameters: How many coefficients there are.
        r2: Share of variance explained.
        adjusted_r2: The same, less what as many random predictors would explain.
        cross_validated_r2: Share explained of areas that the fit has not seen; below 0 where the mean would do better.
    """

    coefficients: "Vector"
    fitted: "Vector"
    residuals: "Vector"
    leverage: "Vector"
    parameters: int
    r2: float
    adjusted_r2: float
    cross_validated_r2: float


def design(rows: Sequence[Sequence[float]], families: Sequence[str], clubs: Sequence[str], club_family: str) -> Design:
    """Standard scores of the predictors, and a column for each region but the first.

    A predictor that is the same everywhere has the score 0 everywhere.
    """
    import numpy as np

    raw = np.asarray(rows, dtype=float)
    spread = raw.std(axis=0)
    scores = (raw - raw.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    names = sorted(set(clubs))[1:]
    dummies = np.array([[float(club == name) for name in names] for club in clubs]).reshape(len(raw), len(names))
    return Design(scores, dummies - dummies.mean(axis=0), (*families, *([club_family] * len(names))))


def least_squares(matrix: "Matrix", outcome: "Vector") -> Fit:
    """Ordinary least squares with the leverage of each area.

    Raises:
        ValueError: There are not more areas than coefficients, or the outcome is the same everywhere.
    """
    import numpy as np

    count, parameters = matrix.shape
    spread = float(((outcome - outcome.mean()) ** 2).sum())
    if count <= parameters + 1 or spread == 0:
        raise ValueError("a fit needs more areas than coefficients, and an outcome that differs")
    solved, _, rank, _ = np.linalg.lstsq(matrix, outcome, rcond=None)
    coefficients = np.asarray(solved, dtype=np.float64)
    fitted = matrix @ coefficients
    residuals = outcome - fitted
    leverage = np.clip(np.einsum("ij,ji->i", matrix, np.linalg.pinv(matrix)), 0.0, 1.0 - 1e-9)
    unseen = float(((residuals / (1 - leverage)) ** 2).sum())
    usual = float((((outcome - outcome.mean()) * count / (count - 1)) ** 2).sum())
    r2 = 1 - float((residuals**2).sum()) / spread
    adjusted = 1 - (1 - r2) * (count - 1) / (count - int(rank))
    return Fit(coefficients, fitted, residuals, leverage, int(rank), r2, adjusted, 1 - unseen / usual)


def shapley(design: Design, outcome: "Vector", families: Sequence[str]) -> Mapping[str, float]:
    """What each family adds to R^2, averaged over all orders; the parts add up to the R^2 of all.

    With `F` families, each subset `S` of the others weighs `|S|! (F - |S| - 1)! / F!`.
    """
    import numpy as np

    columns = np.column_stack([design.scores, design.clubs])
    members = {family: [at for at, own in enumerate(design.families) if own == family] for family in families}
    gains = {
        frozenset(some): _r2(columns[:, sorted(at for family in some for at in members[family])], outcome)
        for size in range(len(families) + 1)
        for some in itertools.combinations(families, size)
    }
    whole = math.factorial(len(families))
    return {
        family: math.fsum(
            math.factorial(len(some))
            * math.factorial(len(families) - len(some) - 1)
            / whole
            * (gains[some | {family}] - gains[some])
            for some in gains
            if family not in some
        )
        for family in families
    }


def _r2(columns: "Matrix", outcome: "Vector") -> float:
    import numpy as np

    if not columns.shape[1]:
        return 0.0
    matrix = np.column_stack([np.ones(len(columns)), columns])
    coefficients = np.linalg.lstsq(matrix, outcome, rcond=None)[0]
    left = outcome - matrix @ coefficients
    return 1 - float((left**2).sum()) / float(((outcome - outcome.mean()) ** 2).sum())


@dataclass(frozen=True, slots=True)
class Expected:
    """What would be expected of an area from all the others.

    Attributes:
        value: The expectation.
        lower: Lower end of the 95% prediction interval: where 19 in 20 areas of such a make-up would lie.
        upper: Upper end.
    """

    value: float
    lower: float
    upper: float


def expected(fit: Fit, outcome: "Vector", at: int) -> Expected:
    """What would be expected of one area by a fit that has not seen it, with a 95% prediction interval."""
    count = len(outcome)
    free = count - fit.parameters - 1
    left, lever = float(fit.residuals[at]), float(fit.leverage[at])
    variance = (float((fit.residuals**2).sum()) - left * left / (1 - lever)) / free
    half = student(free) * math.sqrt(max(0.0, variance) / (1 - lever))
    middle = float(outcome[at]) - left / (1 - lever)
    return Expected(middle, middle - half, middle + half)


def contributions(design: Design, fit: Fit, families: Sequence[str], at: int) -> Mapping[str, float]:
    """How far each family moves what is fitted for one area from the mean of all; they add up to that move."""
    import numpy as np

    columns = np.column_stack([design.scores, design.clubs])[at]
    moved = columns * fit.coefficients[1:]
    return {
        family: float(sum(part for part, own in zip(moved, design.families, strict=True) if own == family)) for family in families
    }
