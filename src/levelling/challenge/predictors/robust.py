"""Coefficients with intervals that hold where the spread differs from place to place: statsmodels, HC3.

References:
    MacKinnon, J. G. and White, H. (1985). Some heteroskedasticity-consistent covariance matrix estimators with improved finite
        sample properties. Journal of Econometrics 29, 305-325.
    Long, J. S. and Ervin, L. H. (2000). Using heteroscedasticity consistent standard errors in the linear regression model. The
        American Statistician 54, 217-224.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from levelling.challenge.multiple import adjust

if TYPE_CHECKING:
    from levelling.challenge.predictors.fit import Matrix, Vector


@dataclass(frozen=True, slots=True)
class Coefficient:
    """How far the outcome differs between places that differ in one predictor by one standard deviation and are else alike.

    Attributes:
        value: In the unit of the outcome.
        lower: Lower end of the 95% interval.
        upper: Upper end.
        p_value: Two-sided probability of one this large by chance.
        adjusted_p: The same, corrected for the number of predictors.
    """

    value: float
    lower: float
    upper: float
    p_value: float
    adjusted_p: float


def coefficients(matrix: "Matrix", outcome: "Vector", count: int) -> tuple[Coefficient, ...]:
    """The coefficients of the first predictors after the constant, with robust intervals, corrected for their number.

    Args:
        matrix: A constant, the predictors and the regions.
        outcome: What is explained.
        count: How many predictors there are before the regions.
    """
    from statsmodels.regression.linear_model import OLS

    found = OLS(outcome, matrix).fit(cov_type="HC3", use_t=True)
    ends = found.conf_int(alpha=0.05)
    p_values = [float(value) for value in found.pvalues[1 : count + 1]]
    return tuple(
        Coefficient(float(found.params[at]), float(ends[at][0]), float(ends[at][1]), p_values[at - 1], corrected)
        for at, corrected in enumerate(adjust(p_values), start=1)
    )
