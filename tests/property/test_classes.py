"""Laws of classes for a map."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.core.classes import between, shares

VALUES = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=6), st.floats(-1e9, 1e9), min_size=1, max_size=60)


@given(VALUES, st.integers(2, 5))
def test_a_higher_value_is_never_in_a_lower_class_and_equals_are_together(values: dict[str, float], count: int) -> None:
    bands = shares(values, count)
    for one, here in values.items():
        for other, there in values.items():
            if here == there:
                assert bands[one] == bands[other]
            elif here > there:
                assert bands[one] >= bands[other]


@given(st.lists(st.floats(-1e9, 1e9), unique=True, min_size=5, max_size=80), st.integers(2, 5))
def test_without_ties_classes_differ_by_one_area_at_most(values: list[float], count: int) -> None:
    bands = list(shares({str(place): value for place, value in enumerate(values)}, count).values())
    sizes = [bands.count(band) for band in range(count)]
    assert max(sizes) - min(sizes) <= 1


@given(VALUES, st.integers(2, 5))
def test_the_order_in_which_areas_come_changes_nothing(values: dict[str, float], count: int) -> None:
    assert shares(dict(reversed(values.items())), count) == shares(values, count)


@given(VALUES, st.lists(st.floats(-1e9, 1e9), max_size=6))
def test_classes_between_edges_count_the_edges_at_or_below(values: dict[str, float], edges: list[float]) -> None:
    assert between(values, edges) == {code: sum(edge <= value for edge in edges) for code, value in values.items()}
