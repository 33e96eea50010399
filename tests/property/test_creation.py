"""Laws of net jobs, whatever the factors."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.jobs.creation import Factor, Option, net
from levelling.jobs.creation.kinds import FACTORS


@st.composite
def options(draw: st.DrawFn, most: float) -> Option:
    low, value, high = sorted(draw(st.tuples(*[st.floats(0, most)] * 3)))
    return Option("own figure", value, low, high, "")


@st.composite
def made(draw: st.DrawFn) -> list[Factor]:
    found = []
    for name in (*FACTORS, "multiplier"):
        known = draw(st.lists(options(3.0 if name == "multiplier" else 1.0), min_size=1, max_size=3))
        found.append(Factor(name, "", tuple(known), draw(st.sampled_from([None, *known]))))
    return found


@given(made(), st.integers(1, 10_000))
def test_the_middle_lies_between_the_ends_and_is_there_only_where_all_is_chosen(factors: list[Factor], jobs: int) -> None:
    found = net(jobs, factors)
    assert 0 <= found.low <= found.high + 1e-9
    assert (found.central is None) == any(one.chosen is None for one in factors)
    if found.central is not None:
        assert found.low - 1e-6 <= found.central <= found.high + 1e-6


@given(made(), st.integers(1, 1000))
def test_choosing_never_widens_the_range(factors: list[Factor], jobs: int) -> None:
    wide = net(jobs, [Factor(one.name, "", one.options, None) for one in factors])
    narrow = net(jobs, factors)
    assert wide.low <= narrow.low + 1e-9
    assert narrow.high <= wide.high + 1e-9


@given(made(), st.integers(1, 1000))
def test_twice_the_jobs_leave_twice_as_many(factors: list[Factor], jobs: int) -> None:
    once, twice = net(jobs, factors), net(2 * jobs, factors)
    assert abs(twice.low - 2 * once.low) < 1e-6
    assert abs(twice.high - 2 * once.high) < 1e-6
