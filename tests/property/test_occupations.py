"""Laws of names and keys: however a name is written it finds the same occupation, and a key is a key."""

import re

from hypothesis import given
from hypothesis import strategies as st

from levelling.atlas.occupations import skill_key
from levelling.core.errors import UserError
from levelling.jobs.occupations import Catalogue, Occupation
from levelling.jobs.occupations.catalogue import plainly

WORDS = st.lists(st.text("abcdefgh’'-", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)

FEW = st.sampled_from(["mason", " Mason", "builder", "BUILDER", "layer", "brick  layer", "Brick layer", "poet"])


def occupation(key: str, label: str, titles: tuple[str, ...]) -> Occupation:
    return Occupation(key, label, "7112", frozenset(), frozenset(), (), "", None, None, None, "", frozenset(), titles)


@given(st.text(max_size=60))
def test_a_key_holds_small_letters_digits_and_single_hyphens_and_is_its_own_key(label: str) -> None:
    key = skill_key(label)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", key)
    assert skill_key(key) == key


@given(WORDS)
def test_a_name_written_otherwise_is_the_same_name(name: str) -> None:
    assert plainly(f"  {name.upper()} ") == plainly(name.replace(" ", "\u00a0 ").replace("'", "’")) == plainly(name)
    assert plainly(plainly(name)) == plainly(name)


@given(st.lists(st.tuples(FEW, st.lists(FEW, max_size=3)), min_size=1, max_size=4, unique_by=lambda item: plainly(item[0])), FEW)
def test_a_name_finds_its_label_first_then_the_only_holder_of_the_title_and_else_nobody(
    named: list[tuple[str, list[str]]], wanted: str
) -> None:
    """Against a plain search of every name."""
    items = [occupation(str(at), label, tuple(titles)) for at, (label, titles) in enumerate(named)]
    owners = [item for item in items if plainly(item.label) == plainly(wanted)]
    holders = [item for item in items if plainly(wanted) in map(plainly, item.titles)]
    expected = owners or (holders if len(holders) == 1 else [])
    for order in (items, items[::-1]):
        catalogue = Catalogue({item.key: item for item in order}, {})
        try:
            found = [catalogue.by_label(wanted)]
        except UserError:
            found = []
        assert found == expected
