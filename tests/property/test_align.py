"""Laws of ages and of words."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.solutions.align import Ages, read_ages, vocabulary
from levelling.solutions.align.activities import words_of
from levelling.solutions.align.ages import told_ages

_LOW = st.integers(0, 80)
AGES = st.builds(lambda low, more: Ages(low, None if more is None else low + more), _LOW, st.none() | st.integers(1, 39))


@given(AGES)
def test_ages_are_read_back_from_their_own_words(ages: Ages) -> None:
    assert read_ages(ages.words) == ages
    assert told_ages(f"people aged {ages.words}") == ages


@given(AGES, AGES)
def test_spans_that_hold_each_other_are_the_same_and_meeting_goes_both_ways(one: Ages, other: Ages) -> None:
    assert one.meets(other) == other.meets(one)
    assert (one.holds(other) and other.holds(one)) == (one == other)
    if one.holds(other):
        assert one.meets(other)


@given(st.sampled_from(sorted(vocabulary().activities)), st.sampled_from(["{}", "Our {}, every week", "A {} for all", "**{}**"]))
def test_an_activity_is_known_by_its_words_whatever_stands_around_them(key: str, frame: str) -> None:
    words = vocabulary()
    for said in words.activities[key].words:
        assert key in words.activities_in(frame.format(said.upper()))


@given(st.text(max_size=60))
def test_any_text_can_be_looked_through(text: str) -> None:
    words = vocabulary()
    assert set(words.activities_in(text)) <= set(words.activities)
    assert set(words.results_in(text)) <= set(words.results)
    assert all(word == word.casefold() for word in words_of(text.casefold()))


@given(st.lists(st.sampled_from(sorted(vocabulary().results)), max_size=4))
def test_what_is_implied_is_implied_for_good(keys: list[str]) -> None:
    words = vocabulary()
    once = words.with_implied(keys)
    assert set(keys) <= once
    assert words.with_implied(once) == once
