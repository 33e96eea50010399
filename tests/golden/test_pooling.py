"""Pooling, held to worked examples in print and to statsmodels."""

import math

import numpy as np
import pytest

from levelling.practice.evidence import Method, Pooled, Study, pool

# Borenstein, M., Hedges, L. V., Higgins, J. P. T. and Rothstein, H. R. (2009). Introduction to Meta-Analysis. Wiley. Chapter 14,
# table 14.1: mean, standard deviation and number, of the treated and of the others, in six studies.
SIX = (
    ("Carroll", 94, 22, 60, 92, 20, 60),
    ("Grant", 98, 21, 65, 92, 22, 65),
    ("Peck", 98, 28, 40, 88, 26, 40),
    ("Donat", 94, 19, 200, 82, 17, 200),
    ("Stewart", 98, 21, 50, 88, 22, 45),
    ("Young", 96, 21, 85, 92, 22, 85),
)
# Colditz, G. A. and others (1994). Efficacy of BCG vaccine in the prevention of tuberculosis. JAMA 271, 698-702: cases and others
# among the vaccinated, cases and others among the rest, in 13 trials.
VACCINE = (
    *((4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619), (33, 5036, 47, 5761)),
    *((180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232), (17, 1699, 65, 1600)),
    *((186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825)),
)


def hedges(name: str, mean: float, spread: float, many: int, mean_2: float, spread_2: float, many_2: int) -> Study:
    """Hedges' g and its standard error, as in chapter 4 of Borenstein and others."""
    pooled = math.sqrt(((many - 1) * spread**2 + (many_2 - 1) * spread_2**2) / (many + many_2 - 2))
    plain = (mean - mean_2) / pooled
    shrink = 1 - 3 / (4 * (many + many_2 - 2) - 1)
    variance = ((many + many_2) / (many * many_2) + plain**2 / (2 * (many + many_2))) * shrink**2
    return Study(name, plain * shrink, math.sqrt(variance))


def log_risk_ratio(ill: int, well: int, ill_2: int, well_2: int) -> Study:
    ratio = (ill / (ill + well)) / (ill_2 / (ill_2 + well_2))
    return Study("trial", math.log(ratio), math.sqrt(1 / ill - 1 / (ill + well) + 1 / ill_2 - 1 / (ill_2 + well_2)))


MEANS = [hedges(*row) for row in SIX]
RATIOS = [log_risk_ratio(*row) for row in VACCINE]


def test_the_worked_example_of_borenstein_and_others() -> None:
    """Chapters 14 and 17: mean 0.3582; Q 12.0033, p 0.0347; I-squared 58.34; T-squared 0.0373; prediction -0.2525 to 0.9690."""
    found = pool(MEANS, Method.DERSIMONIAN_LAIRD)
    assert round(found.mean, 4) == 0.3582
    assert round(found.q, 4) == 12.0033
    assert round(found.q_likely or 0, 4) == 0.0347
    assert round(100 * found.i2, 2) == 58.34
    assert round(found.tau2, 4) == 0.0373
    assert found.predicted is not None
    assert [round(end, 3) for end in found.predicted] == [-0.252, 0.969]


def test_the_vaccine_trials_as_metafor_has_them() -> None:
    """Viechtbauer, W. (2010). Conducting meta-analyses in R with the metafor package. J. Stat. Softw. 36(3), section 4.1.

    Random effects by REML: mean -0.7145, tau-squared 0.3132, Q 152.2330 on 12 degrees of freedom.
    """
    found = pool(RATIOS)
    assert round(found.mean, 4) == -0.7145
    assert round(found.tau2, 4) == 0.3132
    assert round(found.q, 4) == 152.2330
    assert (found.q_likely or 0) < 0.0001


@pytest.mark.parametrize("studies", [MEANS, RATIOS], ids=["means", "ratios"])
@pytest.mark.parametrize(("method", "theirs"), [(Method.DERSIMONIAN_LAIRD, "dl"), (Method.PAULE_MANDEL, "pm")])
def test_statsmodels_gives_the_same(studies: list[Study], method: Method, theirs: str) -> None:
    from statsmodels.stats.meta_analysis import combine_effects

    effects, variances = np.array([item.effect for item in studies]), np.array([item.error**2 for item in studies])
    oracle = combine_effects(effects, variances, method_re=theirs, use_t=True)
    found = pool(studies, method)
    assert found.tau2 == pytest.approx(oracle.tau2, rel=1e-6)
    assert found.mean == pytest.approx(oracle.mean_effect_re, rel=1e-6)
    assert found.q == pytest.approx(oracle.q, rel=1e-9)
    assert found.i2 == pytest.approx(oracle.i2, rel=1e-9)
    assert found.q_likely == pytest.approx(oracle.test_homogeneity().pvalue, rel=1e-5)
    low, high = oracle.conf_int()[3]  # Hartung and Knapp's, without the bound that holds the factor at one or more
    wider = math.sqrt(max(1.0, 1 / oracle.scale_hksj_re))
    assert found.mean - found.lower == pytest.approx(wider * (high - low) / 2, rel=1e-4)


def restricted_likelihood(tau2: float, found: Pooled) -> float:
    """The logarithm of the restricted likelihood, up to a constant (Viechtbauer 2005, equation 7)."""
    variances = [item.error**2 + tau2 for item in found.studies]
    whole = math.fsum(1 / one for one in variances)
    mean = math.fsum(item.effect / one for item, one in zip(found.studies, variances, strict=True)) / whole
    squares = math.fsum((item.effect - mean) ** 2 / one for item, one in zip(found.studies, variances, strict=True))
    return -0.5 * (math.fsum(math.log(one) for one in variances) + math.log(whole) + squares)


@pytest.mark.parametrize("studies", [MEANS, RATIOS], ids=["means", "ratios"])
def test_reml_is_where_the_restricted_likelihood_is_greatest(studies: list[Study]) -> None:
    found = pool(studies)
    best = restricted_likelihood(found.tau2, found)
    for factor in (0.0, 0.5, 0.9, 0.99, 1.01, 1.1, 2.0):
        assert restricted_likelihood(factor * found.tau2, found) < best
