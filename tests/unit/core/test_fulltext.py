"""Search by words: what is found, in what order, whatever is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.core.fulltext import FullText

TEXTS = {
    "esf": {"name": "European Social Fund", "about": "Money for training and employment."},
    "lep": {"name": "Local Enterprise Partnership", "about": "A board of business and councils; training plans."},
    "cafe": {"name": "Café Cyfle", "about": "A social enterprise that trains young people."},
}
INDEX = FullText(TEXTS, {"name": 4.0, "about": 1.0})


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("social", ["esf", "cafe"]),  # a word of the name counts more
        ("train", ["esf", "cafe", "lep"]),  # by stem
        ("CAFE", ["cafe"]),
        ("partner", ["lep"]),  # not typed to its end
        ("business unicorns", ["lep"]),  # none holds both: those that hold one
        ("", []),
        ('"*(', []),
        ("zebra", []),
    ],
)
def test_what_is_found(query: str, found: list[str]) -> None:
    assert sorted(INDEX.search(query)) == sorted(found)
    if query == "social":
        assert INDEX.search(query) == found


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(query: str) -> None:
    assert set(INDEX.search(query)) <= set(TEXTS)


def test_every_text_is_found_by_its_own_name() -> None:
    for key, text in TEXTS.items():
        assert INDEX.search(text["name"])[0] == key
