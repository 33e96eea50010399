"""Output against household income: two indices, four kinds of place."""

import pytest

from levelling.challenge.divergence import INCOME, JOBS, OUTPUT, RESIDENTS, Quadrant, diverge
from levelling.core.area import Area
from tests.challenge_world import TOWN, UK, Row, World, indicator

INDICES = [indicator(slug, unit="index (UK = 100)") for slug in (OUTPUT, INCOME)]


def rows(area: Area, *years: tuple[str, float, float]) -> list[Row]:
    return [
        row
        for year, output, income in years
        for row in [(OUTPUT, area, year, output, None, None), (INCOME, area, year, income, None, None)]
    ]


@pytest.mark.parametrize(
    ("output", "income", "kind"),
    [
        (134.0, 79.0, Quadrant.OUTPUT_ONLY),
        (71.0, 104.0, Quadrant.INCOME_ONLY),
        (120.0, 110.0, Quadrant.BOTH_HIGH),
        (56.0, 77.0, Quadrant.BOTH_LOW),
        (100.0, 100.0, Quadrant.BOTH_HIGH),
    ],
)
def test_on_which_side_of_the_uk_the_two_lie(output: float, income: float, kind: Quadrant) -> None:
    found = diverge(World(INDICES, rows(TOWN, ("2017", output, income))), TOWN)
    assert found is not None
    assert (found.quadrant, found.newest.gap, found.change) == (kind, output - income, "")


def test_only_years_with_both_are_told_oldest_first() -> None:
    world = World(INDICES, [*rows(TOWN, ("2017", 70.0, 80.0), ("2016", 71.0, 80.0)), (OUTPUT, TOWN, "2018", 69.0, None, None)])
    found = diverge(world, TOWN)
    assert found is not None
    assert [point.period.iso for point in found.points] == ["2016", "2017"]
    assert found.sentence.startswith("For every £100 of output per head in the United Kingdom in 2017, Hartlepool made £70; and ")
    assert found.change.endswith("output per head went from 71 to 70 and household income per head stayed at 80.")


def test_jobs_stand_beside_residents_where_both_are_known() -> None:
    counts: list[Row] = [(JOBS, TOWN, "2021", 32_207.0, None, None), (RESIDENTS, TOWN, "2021", 56_449.0, None, None)]
    indicators = [*INDICES, indicator(JOBS, unit="jobs"), indicator(RESIDENTS, unit="people")]
    both = diverge(World(indicators, [*rows(TOWN, ("2017", 134.0, 79.0)), *counts]), TOWN)
    assert both is not None
    assert both.why.endswith("There were 32,207 jobs here in 2021, and 56,449 residents aged 16 to 64 in 2021.")
    assert len(both.behind) == 2
    assert both.density == pytest.approx(32_207 / 56_449)
    one = diverge(World(indicators, [*rows(TOWN, ("2017", 134.0, 79.0)), counts[0]]), TOWN)
    assert one is not None
    assert one.behind == ()
    assert "jobs" not in one.why


def test_without_both_there_is_nothing_to_tell_nor_for_the_uk_itself() -> None:
    assert diverge(World(INDICES, [(OUTPUT, TOWN, "2018", 69.0, None, None)]), TOWN) is None
    assert diverge(World(INDICES, rows(UK, ("2017", 100.0, 100.0))), UK) is None
