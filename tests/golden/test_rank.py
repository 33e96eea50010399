"""Ranks against published tables and a published worked example.

Cited below:
- Dunnett, C. W. (1955), A Multiple Comparison Procedure for Comparing Several Treatments with a Control, Journal of the American
  Statistical Association 50, 1112-1118: table for one-sided comparisons at 5%, last row (known error);
- Harter, H. L. (1960), Tables of Range and Studentized Range, Annals of Mathematical Statistics 31, 1122-1147: upper 5% points of
  the studentized range with known error, for 2 to 6 and 10 means;
- Wilhelm, D. and Morgen, P., csranks for R, article "Inference for Ranks": 37 OECD countries by mean PISA 2018 mathematics score
  (OECD, PISA 2018 database). The United Kingdom is printed as 13th, with a marginal 95% set from 8 to 23.
"""

import math

import numpy as np
import pytest

from levelling.atlas import Atlas
from levelling.challenge.lineup import line_up
from levelling.challenge.rank_sets import Measured, critical, tell_apart
from levelling.challenge.rank_sets.every import largest
from levelling.core.difference import Z95

DUNNETT = {2: 1.92, 3: 2.06, 4: 2.16, 5: 2.23, 6: 2.29, 7: 2.34, 8: 2.38, 9: 2.42, 10: 2.45, 11: 2.48, 12: 2.50, 20: 2.64}
HARTER = {2: 2.772, 3: 3.314, 4: 3.633, 5: 3.858, 6: 4.030, 10: 4.474}

PISA_2018 = """
Australia 491.3600252 1.939833031|Austria 498.9423138 2.970998694|Belgium 508.0703063 2.262662011|Canada 512.0169429 2.357475749
Chile 417.4065563 2.41588757|Colombia 390.9322732 2.989559274|Czechia 499.4676508 2.460661531|Denmark 509.3983746 1.735002337
Estonia 523.4145802 1.743602224|Finland 507.3013618 1.967920411|France 495.4075794 2.320214487|Germany 500.0437805 2.647083096
Greece 451.3703438 3.091228197|Hungary 481.0826364 2.319596741|Iceland 495.1873762 1.953082603|Ireland 499.632894 2.198621128
Israel 463.0345488 3.498563228|Italy 486.5898573 2.780045867|Japan 526.9732502 2.471475318|Korea 525.933002 3.121394315
Latvia 496.1263306 1.962766789|Lithuania 481.1911884 1.953282039|Luxembourg 483.421485 1.097632409|Mexico 408.8014734 2.493225544
Netherlands 519.2309824 2.632277885
NewZealand 494.489676 1.705942856|Norway 500.9637885 2.219044878|Poland 515.6478747 2.602085176
Portugal 492.4874062 2.684570081|Slovakia 486.1648542 2.555595707|Slovenia 508.8975441 1.363877596|Spain 481.3926126 1.462417763
Sweden 502.3877022 2.654250935|Switzerland 515.3147131 2.908003898|Turkey 453.5077774 2.260406789
UnitedKingdom 501.7698992 2.564428111|UnitedStates 478.2447174 3.235444099
"""


@pytest.mark.parametrize("others", DUNNETT)
def test_dunnetts_constants_for_comparing_many_with_one(others: int) -> None:
    alike = Measured.of([(0.0, -1.0, 1.0)] * (others + 1))
    assert critical(alike, 0, [], better=range(1, others + 1)) == pytest.approx(DUNNETT[others], abs=0.006)


@pytest.mark.parametrize("means", HARTER)
def test_the_studentized_range(means: int) -> None:
    """The largest difference of all pairs over the error of a difference is the studentized range over the root of two."""
    alike = Measured.of([(0.0, -1.0, 1.0)] * means)
    errors = np.random.default_rng(1960).standard_normal((60_000, means))
    found = largest(errors, alike, ~np.eye(means, dtype=bool))
    assert found * math.sqrt(2) == pytest.approx(HARTER[means], abs=0.03)


def test_the_bars_of_real_places_hold_where_all_are_alike() -> None:
    """348 authorities with the errors of the employment rate and one truth: a set may miss it in one world of twenty."""
    atlas = Atlas.open()
    measured = line_up(atlas, "employment-rate").measured
    atlas.store.close()
    sds = np.array(measured.sds)
    worlds = np.random.default_rng(1995).standard_normal((20_000, len(sds))) * sds
    ordered = np.argsort(sds)
    for at in (int(ordered[0]), int(ordered[len(sds) // 2]), int(ordered[-1])):
        others = [k for k in range(len(sds)) if k != at]
        bar = critical(measured, at, others)
        largest_gap = (np.abs(worlds[:, [at]] - worlds[:, others]) / np.hypot(sds[at], sds[others])).max(axis=1)
        assert float((largest_gap <= bar).mean()) == pytest.approx(0.95, abs=0.005)


def test_the_united_kingdom_among_oecd_countries_in_mathematics() -> None:
    rows = [row.split() for row in PISA_2018.replace("\n", "|").split("|") if row]
    names = [name for name, *_ in rows]
    scores = [(float(score), float(se)) for _, score, se in rows]
    made = Measured.of([(score, score - Z95 * se, score + Z95 * se) for score, se in scores])
    at = names.index("UnitedKingdom")
    told = tell_apart(made, at)
    assert len(rows) == 37
    assert 1 + sum(score > scores[at][0] for score, _ in scores) == 13
    assert (1 + told.better, 37 - told.worse) == (8, 23)
