"""The Green Book by hand, and what sources say of their own programmes, reproduced.

Rates: HM Treasury, The Green Book, February 2026, as told in https://www.gov.uk/government/publications/tag-forthcoming-changes:
3.5% in years 0 to 30, 3.0% in years 31 to 75; for health and life 1.5%, then 1.29%.
"""

from typing import Any

import pytest

from levelling.practice.appraisal import Appraisal, Rate, appraise, green_book, option_of, ready

SOMERSET: dict[str, Any] = {
    "name": "Care micro-enterprises",
    "price_year": 2020,
    "horizon_years": 10,
    "optimism_bias": 0.0,
    "deadweight": 0.0,
    "displacement": 0.0,
    "cost": [{"payer": "local authority", "year": 0, "amount": 135_000}],
    "benefit": [{"beneficiary": "local authority", "kind": "cash", "from_year": 1, "to_year": 10, "amount": 400_000}],
}


def one(raw: dict[str, Any], draws: int = 20_000) -> Appraisal:
    return appraise([ready(option_of(raw), green_book())], draws).items[0]


def test_the_schedule_is_that_of_february_2026() -> None:
    rates = green_book("2026-02").rates
    assert rates.standard == ((0, 3.5), (31, 3.0), (76, 2.5), (126, 2.0), (201, 1.5), (301, 1.0))
    assert rates.health == ((0, 1.5), (31, 1.29), (76, 1.07), (126, 0.86), (201, 0.64), (301, 0.43))
    assert rates.low == ((0, 3.0), (31, 2.57), (76, 2.14), (126, 1.71), (201, 1.29), (301, 0.86))
    assert "30 June 2026" in rates.note


@pytest.mark.parametrize(
    ("years", "worth"),
    [
        # A pound at the end of each of n years: (1 - 1.035 ** -n) / 0.035, worked by hand.
        (1, 0.966184),  # 1 / 1.035
        (5, 4.515052),  # (1 - 1 / 1.187686) / 0.035 = (1 - 0.841973) / 0.035
        (10, 8.316605),  # (1 - 1 / 1.410599) / 0.035 = (1 - 0.708919) / 0.035
        (30, 18.392045),  # (1 - 1 / 2.806794) / 0.035 = (1 - 0.356278) / 0.035
    ],
)
def test_a_pound_a_year_at_the_standard_rate(years: int, worth: float) -> None:
    assert sum(green_book().rates.factors(Rate.STANDARD, years)[1:]) == pytest.approx(worth, abs=1e-6)


def test_from_year_31_the_rate_falls_to_three_per_cent() -> None:
    factors = green_book().rates.factors(Rate.STANDARD, 77)
    assert factors[0] == 1.0
    assert factors[30] == pytest.approx(0.356278, abs=1e-6)  # 1.035 ** -30
    assert factors[31] == pytest.approx(0.356278 / 1.03, abs=1e-6)  # 0.345901, and not 1.035 ** -31 = 0.344230
    assert factors[75] == pytest.approx(0.356278 / 1.03**45, abs=1e-6)  # 45 years at 3%
    assert factors[76] == pytest.approx(0.356278 / 1.03**45 / 1.025, abs=1e-6)


def test_health_is_discounted_at_its_own_rate() -> None:
    factors = green_book().rates.factors(Rate.HEALTH, 31)
    assert factors[10] == pytest.approx(0.861667, abs=1e-6)  # 1.015 ** -10 = 1 / 1.160541
    assert factors[30] == pytest.approx(0.639762, abs=1e-6)  # 1 / 1.563080
    assert factors[31] == pytest.approx(0.639762 / 1.0129, abs=1e-6)


def test_low_rates_are_a_second_look_beyond_fifty_years() -> None:
    long = {**SOMERSET, "horizon_years": 51}
    assert one(SOMERSET).npsv_low is None
    found = one(long)
    assert found.npsv_low is not None
    # The benefit comes in years 1 to 10: (1 - 1.03 ** -10) / 0.03 = 8.530203.
    assert found.npsv_low.mean == pytest.approx(400_000 * 8.530203 - 135_000, abs=1)


def test_community_catalysts_in_somerset_as_the_source_states_it() -> None:
    """Levelling up through employment (2020), chapter 3: a one-off £135,000, and £400,000 a year saved, by its own estimate."""
    found = one(SOMERSET)
    assert found.npsv.mean == pytest.approx(400_000 * 8.316605 - 135_000, abs=1)  # 3,191,642
    assert found.bcr.mean == pytest.approx(400_000 * 8.316605 / 135_000, abs=1e-4)  # 24.64
    assert found.ratio_of_means == pytest.approx(found.bcr.mean)
    assert found.payback.mean == 0.3375  # 135 / 400 of a year
    assert round(12 * found.payback.mean) == 4  # pays back in about four months
    assert found.break_even.needed == pytest.approx(135_000 / (400_000 * 8.316605), abs=1e-6)  # 4.1%
    assert found.ungraded == ("benefit 1",)
    assert any("ungraded" in sentence for sentence in found.sentences)


def test_somerset_with_its_ungraded_evidence_discounted() -> None:
    """Nothing was compared, so anything from none to all of the saving may be its own; the cost bears the upper bound of
    optimism bias for outsourced services, 41% (Mott MacDonald 2002, HM Treasury's supplementary guidance)."""
    bias = {"kind": "outsourcing operating cost", "managed": 0.0}
    found = one({**SOMERSET, "optimism_bias": bias, "deadweight": {"low": 0.0, "high": 1.0}}, 100_000)
    assert found.public_cost.mean == pytest.approx(190_350)  # 135,000 x 1.41
    assert found.npsv.mean == pytest.approx(0.5 * 400_000 * 8.316605 - 190_350, rel=0.005)  # 1,472,971
    assert found.break_even.needed == pytest.approx(190_350 / (400_000 * 8.316605), abs=1e-6)  # 5.7%
    # It pays unless less than 5.7% of the saving is its own.
    assert found.pays == pytest.approx(1 - 0.05722, abs=0.003)
    assert found.payback.p50 == pytest.approx(190_350 / 200_000, rel=0.02)  # 11 months and not 4


def test_talent_match_as_its_funder_states_it() -> None:
    """£108 million, and at least £3.08 of public value for every £1 (https://www.tnlcommunityfund.org.uk/talentmatch): benefits
    of at least £332.6 million. The funder's ratio is taken as it stands, in present values, so all stands in year 0."""
    raw = {
        **SOMERSET,
        "name": "Talent Match",
        "price_year": 2018,
        "horizon_years": 5,
        "cost": [{"payer": "lottery", "year": 0, "amount": 108_000_000}],
        "benefit": [{"beneficiary": "society", "kind": "cash", "year": 0, "amount": 332_640_000}],
    }
    found = one(raw)
    assert found.ratio_of_means == pytest.approx(3.08)
    assert found.benefit.mean is not None
    assert found.benefit.mean >= 332_600_000
    # One partnership was held against like people elsewhere: -1 to +3 points in work. What share must be its own?
    assert found.break_even.needed == pytest.approx(1 / 3.08)


def test_prices_move_by_the_deflator_of_december_2025() -> None:
    deflators = green_book().deflators
    # 85.2137 in 2020 and 100 in 2024.
    assert deflators.factor("2020", "2024") == pytest.approx(100 / 85.2137)
    # A financial year: three quarters of 2012 (71.9294) and one of 2013 (73.4795).
    assert deflators.at("2012-13") == pytest.approx(0.75 * 71.9294 + 0.25 * 73.4795)
    assert deflators.factor("2020", "2026") is None


def test_a_wellby_is_thirteen_thousand_pounds_of_2019() -> None:
    """HM Treasury, Wellbeing guidance for appraisal (2021): £13,000, from £10,000 to £16,000."""
    benefit = {"beneficiary": "individual", "kind": "wellbeing", "year": 1, "wellbys": 10}
    found = one({**SOMERSET, "price_year": 2019, "benefit": [benefit]}, 100_000)
    assert found.benefit.mean == pytest.approx(10 * 13_000 / 1.035, rel=0.002)
    assert found.npsv_cash.mean == pytest.approx(-135_000)
    assert [item.title for item in found.model.used][-1].startswith("The value of a point of life satisfaction")


def test_weights_by_income_have_an_elasticity_of_1_3() -> None:
    """The Green Book, annex 3: a pound to people with half the income counts 2 to the power of 1.3, 2.46 times."""
    benefit = {"beneficiary": "individual", "kind": "cash", "year": 0, "amount": 100_000, "group_income": 15_000}
    found = one({**SOMERSET, "benefit": [benefit], "reference_income": 30_000})
    assert found.npsv_weighted is not None
    assert found.npsv_weighted.mean == pytest.approx(100_000 * 2.462289 - 135_000, abs=1)
    assert found.npsv.mean == pytest.approx(-35_000)  # the weight is told apart
    assert found.weighted_means[0.8] == pytest.approx(100_000 * 2**0.8 - 135_000)
    assert found.weighted_means[2.0] == pytest.approx(100_000 * 4 - 135_000)
