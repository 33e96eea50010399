"""Comparisons against published worked examples, and against what is known of the local employment rate.

Cited below:
- Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890, table II, method 10 (hybrid score), examples a and b;
- Benjamini, Y. and Hochberg, Y. (1995), Journal of the Royal Statistical Society B 57, 289-300, section 4: 15 hypotheses
  about treatment after a heart attack;
- ONS, Explore Local Statistics, employment rate of people aged 16 to 64 with 95% intervals, 2015, 2022 and 2023.
"""

import math
import statistics
from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.challenge import adjust, difference
from levelling.core.area import Level
from levelling.core.difference import Z95, Interval, nested
from levelling.core.estimate import Estimate
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def wilson(part: int, whole: int) -> Interval:
    """A share of a sample with its Wilson score interval."""
    share, squared = part / whole, Z95 * Z95
    middle = (share + squared / (2 * whole)) / (1 + squared / whole)
    half = Z95 * math.sqrt(share * (1 - share) / whole + squared / (4 * whole * whole)) / (1 + squared / whole)
    return Interval(share, middle - half, middle + half)


@pytest.mark.parametrize(
    ("one", "other", "lower", "upper"),
    [((56, 70), (48, 80), 0.0524, 0.3339), ((9, 10), (3, 10), 0.1705, 0.8090)],
)
def test_newcombes_hybrid_score_intervals(one: tuple[int, int], other: tuple[int, int], lower: float, upper: float) -> None:
    gap = difference(wilson(*one), wilson(*other))
    assert (round(gap.lower, 4), round(gap.upper, 4)) == (lower, upper)


def test_benjamini_and_hochbergs_own_example() -> None:
    found = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    found += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000]
    assert sum(p < 0.05 for p in found) == 9
    assert [p < 0.05 for p in adjust(found)] == [True] * 4 + [False] * 11


def sure(estimates: list[Estimate]) -> dict[str, Interval]:
    return {
        item.area.code: Interval(item.value, item.lower, item.upper)
        for item in estimates
        if item.value is not None and item.lower is not None and item.upper is not None
    }


@pytest.fixture(scope="module")
def rates(atlas: Atlas) -> dict[int, dict[str, Interval]]:
    return {year: sure(atlas.column("employment-rate", Level.LAD, Period.year(year))) for year in (2015, 2022, 2023)}


def test_how_unsure_the_local_employment_rate_is(rates: dict[int, dict[str, Interval]]) -> None:
    half = {year: [(item.upper - item.lower) / 2 for item in found.values()] for year, found in rates.items()}
    assert len(half[2023]) == 348
    assert round(statistics.median(half[2023]), 1) == 6.4
    assert round(statistics.median(half[2015]), 1) == 4.0
    assert (round(min(half[2023]), 1), round(max(half[2023]), 1)) == (2.9, 15.2)


def test_seven_in_ten_authorities_cannot_be_told_from_the_uk(atlas: Atlas, rates: dict[int, dict[str, Interval]]) -> None:
    """Each alone, 71% (247 to 249 of 348: limits are published to one decimal, and some touch zero); corrected, 86%."""
    uk = atlas.gazetteer.get("K02000001")
    there = sure([atlas.estimate("employment-rate", uk, Period.year(2023))])[uk.code]
    p_values = []
    for code, here in rates[2023].items():
        people, all_people = atlas.gazetteer.get(code).population, uk.population
        assert people
        assert all_people
        p_values.append(difference(here, there, nested(here, there, people / all_people)).p_value)
    assert 247 <= sum(p >= 0.05 for p in p_values) <= 249
    assert sum(p < 0.05 for p in adjust(p_values)) == 48


def test_one_authority_in_eleven_changed_in_a_year_and_none_beyond_chance(rates: dict[int, dict[str, Interval]]) -> None:
    """31 of 348 (9%) changed from 2022 to 2023 taken alone, where chance alone makes 17; corrected for their number, none."""
    p_values = [difference(here, rates[2022][code]).p_value for code, here in rates[2023].items() if code in rates[2022]]
    assert len(p_values) == 348
    assert sum(p < 0.05 for p in p_values) == 31
    assert sum(p < 0.05 for p in adjust(p_values)) == 0
