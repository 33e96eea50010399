"""Laws of pay and work status."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.atlas.store import Figure
from levelling.atlas.wage_floors import ELSEWHERE, LONDON, legal_floors, living_wages
from levelling.challenge.pay import status
from levelling.core.indicator import Movement
from tests.challenge_world import TOWN, World, indicator

SHARE = st.floats(0, 100)
SLUGS = ("employment-rate", "economic-inactivity-rate", "jobs-below-living-wage")
COUNTS = ("working-age-population", "people-by-economic-activity", "people-by-economic-activity-census")


@given(
    rates=st.tuples(SHARE, SHARE).map(sorted),
    below=SHARE,
    work=st.tuples(st.floats(1, 1e6), st.floats(0, 1e6)),
    reasons=st.lists(st.floats(0, 1e6), min_size=3, max_size=3),
    people=st.floats(1, 1e7),
)
def test_parts_add_up_to_everyone_and_none_is_negative(
    rates: list[float], below: float, work: tuple[float, float], reasons: list[float], people: float
) -> None:
    made = World(
        [*(indicator(slug) for slug in SLUGS), *(indicator(slug, unit="people", movement=Movement.SUM) for slug in COUNTS)], []
    )
    cells = {
        ("employment-rate", ""): rates[0],
        ("economic-inactivity-rate", ""): 100 - rates[1],
        ("jobs-below-living-wage", ""): below,
        ("working-age-population", ""): people,
        ("people-by-economic-activity", "employees"): work[0],
        ("people-by-economic-activity", "self-employed"): work[1],
    }
    names = ("student", "home-or-family", "long-term-sick")
    cells |= {("people-by-economic-activity-census", name): count for name, count in zip(names, reasons, strict=True)}
    made.store.rows[TOWN.code] = {
        key: {"2021-03-21": Figure(value, None, None, "normal", "made-up")} for key, value in cells.items()
    }
    found = status(made, TOWN)
    assert sum(part.share for part in found.parts) == pytest.approx(100)
    assert sum(part.people or 0 for part in found.parts) == pytest.approx(people)
    assert all(part.share > 0 for part in found.parts)


def test_the_real_living_wage_is_higher_in_london_every_year_and_never_falls() -> None:
    for where in (LONDON, ELSEWHERE):
        rates = [floor.pounds for floor in living_wages() if floor.who == where]
        assert rates == sorted(rates)
        assert len(rates) == 15
    by_year = {(floor.start.year, floor.who): floor.pounds for floor in living_wages()}
    assert all(by_year[year, LONDON] > by_year[year, ELSEWHERE] for year, _ in by_year)


def test_legal_rates_of_one_group_never_overlap_or_fall() -> None:
    groups = {(floor.name, floor.who) for floor in legal_floors()}
    for name, who in groups:
        held = [floor for floor in legal_floors() if (floor.name, floor.who) == (name, who)]
        for before, after in pairwise(held):
            assert before.end < after.start
            assert before.pounds <= after.pounds
