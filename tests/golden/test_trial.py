"""Test and learn against published examples, and against libraries and longer ways round.

- R, `stats::power.prop.test`, its examples: 50 people an arm, 50% against 75%, power 0.740; power 0.90 asks for 76.7.
- Cohen, J. (1992). A power primer. Psychological Bulletin 112, table 2: two means, level 5%, power 80%: a large effect (0.8) asks
  for 26 an arm, a medium one (0.5) for 64, a small one (0.2) for 393.
- Newcombe (1998), table II, example (a): 56 of 70 against 48 of 80, method 10: 0.0524 to 0.3339.
- Kerry and Bland (1998), BMJ 316, 1455: variances 1.28 within practices and 0.0046 between make a correlation of 0.0036.
- Woertman, W. and others (2013). Journal of Clinical Epidemiology 66, 752-758: the design effect of a stepped wedge, which they
  derive from Hussey and Hughes (2007).
"""

import numpy as np
import pytest
from statsmodels.stats.api import CompareMeans, DescrStatsW
from statsmodels.stats.power import TTestIndPower
from statsmodels.stats.proportion import confint_proportions_2indep, power_proportions_2indep

from levelling.core.difference import difference, wilson
from levelling.practice.trial import Design, Outcome, Planned, size
from levelling.practice.trial.power import (
    design_effect,
    people_for_means,
    people_for_proportions,
    power_for_means,
    power_for_proportions,
)
from levelling.practice.trial.result import welch
from levelling.practice.trial.series import _fit
from levelling.practice.trial.wedge import plan_of, variance, variance_of


def test_two_proportions_as_r_has_them() -> None:
    assert power_for_proportions(0.50, 0.75, 50, 0.05) == pytest.approx(0.740, abs=0.0005)
    assert people_for_proportions(0.50, 0.75, 0.05, 0.90) == pytest.approx(76.7, abs=0.05)


@pytest.mark.parametrize(("effect", "people"), [(0.8, 26), (0.5, 64), (0.2, 393)])
def test_two_means_as_cohen_has_them(effect: float, people: int) -> None:
    # Cohen rounds to the nearest whole person; we never round down.
    assert round(people_for_means(effect, 0.05, 0.80)) == people or int(np.ceil(people_for_means(effect, 0.05, 0.80))) == people


@pytest.mark.parametrize(("one", "other", "people"), [(0.3, 0.4, 356), (0.05, 0.10, 400), (0.9, 0.7, 60), (0.5, 0.52, 5000)])
def test_the_power_of_two_proportions_is_that_of_statsmodels(one: float, other: float, people: int) -> None:
    theirs = power_proportions_2indep(other - one, one, people, alpha=0.05).power
    # statsmodels counts a verdict on the wrong side too; it is next to nothing.
    assert power_for_proportions(one, other, people, 0.05) == pytest.approx(theirs, abs=1e-4)


@pytest.mark.parametrize(("effect", "people"), [(0.2, 100), (0.5, 64), (1.0, 17)])
def test_the_power_of_two_means_is_that_of_statsmodels(effect: float, people: int) -> None:
    assert power_for_means(effect, people, 0.05) == pytest.approx(TTestIndPower().power(effect, people, 0.05))


@pytest.mark.parametrize(("yes", "of", "theirs", "their_of"), [(56, 70, 48, 80), (9, 10, 3, 10), (0, 20, 5, 30), (10, 10, 0, 10)])
def test_the_interval_of_two_proportions_is_newcombe_s(yes: int, of: int, theirs: int, their_of: int) -> None:
    found = difference(wilson(yes, of), wilson(theirs, their_of))
    low, high = confint_proportions_2indep(yes, of, theirs, their_of, method="newcomb", compare="diff")
    assert (found.lower, found.upper) == pytest.approx((low, high), abs=1e-9)
    if yes == 56:
        assert (round(found.lower, 4), round(found.upper, 4)) == (0.0524, 0.3339)


def test_the_interval_of_two_means_is_that_of_statsmodels() -> None:
    random = np.random.default_rng(3)
    one, other = random.normal(5, 2, 40), random.normal(4, 3, 25)
    found = welch((one.mean(), one.std(ddof=1), 40), (other.mean(), other.std(ddof=1), 25))
    both = CompareMeans(DescrStatsW(one), DescrStatsW(other))
    assert (found.lower, found.upper) == pytest.approx(both.tconfint_diff(usevar="unequal"))
    assert found.p_value == pytest.approx(both.ttest_ind(usevar="unequal")[1])


def test_the_design_effect_of_kerry_and_bland() -> None:
    icc = 0.0046 / (0.0046 + 1.28)
    assert round(icc, 4) == 0.0036
    assert design_effect(50, icc) == pytest.approx(1 + 49 * icc)
    assert design_effect(1, 0.9) == 1


@pytest.mark.parametrize(("clusters", "steps"), [(4, 4), (6, 3), (24, 4), (2, 2), (10, 5)])
def test_hussey_and_hughes_is_generalised_least_squares(clusters: int, steps: int) -> None:
    within, between, plan = 0.13, 0.02, plan_of(clusters, steps)
    periods = steps + 1
    rows = [[float(at == period) for period in range(periods)] + [float(row[at])] for row in plan for at in range(periods)]
    design = np.array(rows)
    covariance = np.kron(np.eye(clusters), within * np.eye(periods) + between * np.ones((periods, periods)))
    expected = np.linalg.inv(design.T @ np.linalg.inv(covariance) @ design)[-1, -1]
    assert variance(plan, within, between) == pytest.approx(expected)
    # The same from what a planner knows: 10 people a period, a variance of 1.32, of which 0.02 lies between clusters.
    assert variance_of(clusters, steps, 10, 1.32, 0.02 / 1.32) == pytest.approx(expected)


@pytest.mark.parametrize(("steps", "people", "icc"), [(4, 20, 0.05), (5, 10, 0.02), (3, 50, 0.2)])
def test_the_stepped_wedge_has_the_design_effect_of_woertman(steps: int, people: int, icc: float) -> None:
    effect = (1 + icc * (steps * people + people - 1)) / (1 + icc * (0.5 * steps * people + people - 1))
    effect *= 3 * (1 - icc) / (2 * (steps - 1 / steps))
    # As many clusters as steps, each with so many people a period; two arms of half of them would have a variance of 4 / N.
    assert variance_of(steps, steps, people, 1.0, icc) == pytest.approx(4 / (steps * people) * effect)


def test_a_plan_by_hand() -> None:
    # The formula of Fleiss and others: 60% against 70%, level 5%, power 80%. 1.96 sqrt(0.455) + 0.8416 sqrt(0.45) = 1.8867; its
    # square over 0.01 is 355.9: 356 an arm. Where a fifth drops out, 445 begin.
    found = size(Planned(Outcome.PROPORTION, Design.INDIVIDUAL, drop_out=0.2, baseline=0.6, difference=0.1))
    assert (found.each, found.people) == (356, 890)
    # Clusters of 20, correlation 0.05: 1.95 times as many, 694.2, is 34.71 clusters: 35, and one more.
    found = size(Planned(Outcome.PROPORTION, Design.CLUSTER, 0.0, 0.6, 0.1, cluster_size=20, icc=0.05))
    assert (round(found.effect or 0, 9), found.clusters, found.people) == (1.95, 72, 1440)


def test_segmented_regression_with_newey_and_west_by_hand() -> None:
    random = np.random.default_rng(8)
    times, count, after = np.arange(2004.5, 2024.5), 20, 9
    values = 60 + 0.3 * (times - 2015) + 2 * (times > 2015) + random.normal(0, 1, count)
    jump, slope, p_value, lags = _fit(list(times), list(values), after, 2015.0)
    later = (np.arange(count) >= count - after).astype(float)
    design = np.column_stack([np.ones(count), times - 2015, later, later * (times - 2015)])
    bread = np.linalg.inv(design.T @ design)
    betas = bread @ design.T @ values
    scores = design * (values - design @ betas)[:, None]
    assert lags == int(4 * (20 / 100) ** (2 / 9))
    meat = scores.T @ scores
    for lag in range(1, lags + 1):
        step = scores[lag:].T @ scores[:-lag]
        meat += (1 - lag / (lags + 1)) * (step + step.T)
    errors = np.sqrt(np.diag(bread @ meat @ bread * count / (count - 4)))
    bar = 2.1199053  # Student's t with 16 degrees of freedom, 97.5%
    assert (jump.value, slope.value) == pytest.approx((betas[2], betas[3]))
    assert (jump.upper - jump.lower) / 2 == pytest.approx(bar * errors[2], rel=1e-5)
    assert (slope.upper - slope.lower) / 2 == pytest.approx(bar * errors[3], rel=1e-5)
    assert 0 <= p_value <= 1
