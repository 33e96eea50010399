"""Laws of money against need, and an oracle of the index in plain Python."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.period import Period
from levelling.solutions.funding import Award, Cited, Fund, Split, place
from levelling.solutions.funding.alike import alike
from levelling.solutions.funding.measures import Array, concentration, curve

ATLAS = Atlas.open()
CODES = [area.code for area in ATLAS.gazetteer.all(Level.LAD) if area.nation == "E"]
PARTNERSHIPS = [area.code for area in ATLAS.gazetteer.all(Level.LEP, abolished=True)]
Table = tuple[Array, Array, Array]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Money, people and need of some areas; there is some money."""
    count = draw(st.integers(2, 15))
    money = draw(st.lists(st.integers(0, 10_000), min_size=count, max_size=count).filter(any))
    people = draw(st.lists(st.integers(1, 5_000), min_size=count, max_size=count))
    need = draw(st.lists(st.integers(-5, 5), min_size=count, max_size=count))
    return np.array(money, float), np.array(people, float), np.array(need, float)


def by_covariance(money: list[float], people: list[float], need: list[float]) -> float:
    """The same index another way: twice the weighted covariance of money per head and rank, over the mean. No arrays."""
    everyone = sum(people)
    share = [living / everyone for living in people]
    per_head = [pounds / living for pounds, living in zip(money, people, strict=True)]
    rank = [
        sum(part for part, other in zip(share, need, strict=True) if other < want)
        + sum(part for part, other in zip(share, need, strict=True) if other == want) / 2
        for want in need
    ]
    mean = sum(part * value for part, value in zip(share, per_head, strict=True))
    middle = sum(part * value for part, value in zip(share, rank, strict=True))
    together = sum(part * (value - mean) * (place - middle) for part, value, place in zip(share, per_head, rank, strict=True))
    return 2 * together / mean


@given(tables())
def test_the_index_is_twice_the_covariance_of_money_and_rank_over_the_mean(table: Table) -> None:
    found = float(concentration(*table))
    assert found == pytest.approx(by_covariance(*(list(map(float, part)) for part in table)), abs=1e-9)


@given(tables(), st.floats(0.001, 1000), st.floats(0.001, 1000))
def test_neither_the_scale_of_money_nor_of_people_matters(table: Table, scale: float, count: float) -> None:
    money, people, need = table
    assert float(concentration(money * scale, people * count, need)) == pytest.approx(float(concentration(*table)), abs=1e-9)


@given(tables())
def test_need_turned_round_turns_the_sign(table: Table) -> None:
    money, people, need = table
    assert float(concentration(money, people, -need)) == pytest.approx(-float(concentration(*table)), abs=1e-9)


@given(tables())
def test_it_lies_between_minus_one_and_one_and_is_nought_where_all_have_the_same_per_head(table: Table) -> None:
    _, people, need = table
    assert -1 <= float(concentration(*table)) <= 1
    assert float(concentration(people * 7, people, need)) == pytest.approx(0, abs=1e-9)


@given(tables())
def test_only_the_order_of_need_matters(table: Table) -> None:
    money, people, need = table
    assert float(concentration(money, people, np.exp(need) * 3 + 1)) == pytest.approx(float(concentration(*table)), abs=1e-9)


@given(tables())
def test_the_index_is_twice_the_area_between_curve_and_line(table: Table) -> None:
    points = curve(*(list(part) for part in table))
    below = sum((b.people - a.people) * (a.money + b.money) / 2 for a, b in pairwise(points))
    assert 2 * below - 1 == pytest.approx(float(concentration(*table)), abs=1e-9)


@given(tables())
def test_what_lies_beyond_and_short_of_like_need_adds_up_to_nought(table: Table) -> None:
    money, people, need = (dict(enumerate(map(float, part))) for part in table)
    named = [{str(key): value for key, value in part.items()} for part in (need, money, people)]
    for group in alike(*named):
        beyond = sum(named[1][code] - group.per_head * named[2][code] for code in group.codes)
        assert beyond == pytest.approx(0, abs=1e-6)


def fund_of(*awards: tuple[int | float, list[str]]) -> Fund:
    made = tuple(Award(f"award {at}", tuple(codes), pounds, Cited("A list")) for at, (pounds, codes) in enumerate(awards))
    return Fund("f", "F", "", "A fund.", ("E",), Level.LAD, Period.year(2022), True, "Whole.", made)


award = st.tuples(
    st.one_of(st.integers(1, 10**9), st.floats(0.01, 1e8)),
    st.one_of(
        st.lists(st.sampled_from(CODES), min_size=1, max_size=8, unique=True),
        st.sampled_from(PARTNERSHIPS).map(lambda one: [one]),
    ),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(award, min_size=1, max_size=4), st.sampled_from(Split))
def test_moving_money_by_people_loses_none(awards: list[tuple[int | float, list[str]]], split: Split) -> None:
    fund = fund_of(*awards)
    found = place(ATLAS, fund, Level.LAD, split)
    assert found.placed == pytest.approx(fund.total, rel=1e-12)
    assert found.modelled <= found.placed + 1e-6


@settings(max_examples=15, deadline=None)
@given(st.lists(award, min_size=1, max_size=3))
def test_nor_does_adding_up_in_partnerships_that_overlap(awards: list[tuple[int | float, list[str]]]) -> None:
    fund = fund_of(*awards)
    found = place(ATLAS, fund, Level.LEP)
    assert found.placed + found.outside == pytest.approx(fund.total, rel=1e-9)
    everyone = sum(item.people for item in place(ATLAS, fund).given)
    assert sum(item.people for item in found.given) <= everyone * (1 + 1e-9)
