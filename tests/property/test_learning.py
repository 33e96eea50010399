"""Laws of shares of qualifications and of changes, whatever the numbers."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.challenge.learning.adults import change
from levelling.challenge.learning.qualifications import shares

people = st.integers(1, 1_000_000)


@given(st.dictionaries(st.sampled_from("abcdefg"), st.tuples(people, st.integers(0, 1_000_000)), min_size=1))
def test_shares_add_up_and_lie_in_their_intervals(numbers: dict[str, tuple[int, int]]) -> None:
    found = shares(dict(numbers))
    assert abs(sum(share for share, _, _ in found.values()) - 100) < 1e-6
    for share, lower, upper in found.values():
        assert lower is not None
        assert upper is not None
        assert 0 <= lower <= share + 1e-9
        assert share - 1e-9 <= upper <= 100


@given(st.dictionaries(st.sampled_from("abcdefg"), st.tuples(people, st.integers(0, 1000)), min_size=2), st.integers(2, 9))
def test_wider_margins_never_narrow_an_interval(numbers: dict[str, tuple[int, int]], times: int) -> None:
    narrow = shares(dict(numbers))
    wide = shares({key: (value, times * half) for key, (value, half) in numbers.items()})
    for key, (_, lower, upper) in narrow.items():
        _, low, high = wide[key]
        assert lower is not None and upper is not None and low is not None and high is not None  # noqa: PT018 - for the type
        assert low <= lower + 1e-9
        assert high >= upper - 1e-9


@given(people, people)
def test_a_change_undone_returns_to_the_start(then: int, now: int) -> None:
    percent = change(then, now)
    assert abs(then * (1 + percent / 100) - now) < 1e-6 * max(then, now)
    assert percent >= -100
