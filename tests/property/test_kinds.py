"""Laws of the kinds of place."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.challenge.kinds.profiles import weighted_mean
from levelling.challenge.kinds.sorting import Settlement, coastal, settled

SHARE = st.floats(0, 100)


@given(SHARE, SHARE)
def test_the_kind_always_holds_a_third_of_the_people_at_least(rural: float, city: float) -> None:
    kind, lead = settled(rural, city)
    held = min(city, 100 - rural)
    shares = {Settlement.RURAL: rural, Settlement.CITY: held, Settlement.TOWN: 100 - rural - held}
    assert shares[kind] >= 100 / 3 - 1e-9
    assert 0 <= lead <= 100


@given(st.sampled_from("EWSN"), SHARE, SHARE, st.floats(0, 20))
def test_more_sea_never_makes_a_coastal_place_inland(nation: str, coastline: float, people: float, more: float) -> None:
    if coastal(nation, coastline, people)[0]:
        assert coastal(nation, coastline + more, people + more)[0]


@given(st.lists(st.tuples(st.floats(1, 1e6), st.floats(0, 100), st.floats(0, 20)), min_size=1, max_size=20))
def test_a_mean_over_people_lies_among_its_values_and_is_surer_than_the_least_sure(
    values: list[tuple[float, float, float]],
) -> None:
    middle, lower, upper = weighted_mean([(people, value, value - half, value + half) for people, value, half in values])
    assert lower is not None
    assert upper is not None
    assert min(value for _, value, _ in values) - 1e-9 <= middle <= max(value for _, value, _ in values) + 1e-9
    assert upper - lower <= 2 * max(half for _, _, half in values) + 1e-9
