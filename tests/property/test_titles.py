"""Laws of finding occupations by titles and skills by words, whatever is put in; and how well titles held out are found."""

import math
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.jobs.occupations import Catalogue, Titles, Wording, load
from levelling.jobs.occupations.index import LabelIndex
from levelling.jobs.occupations.spelling import Spelling
from levelling.jobs.occupations.title_words import title_words
from levelling.jobs.occupations.words import plain, root, stem, tokens

NOISE = st.sampled_from(
    [
        " - Band 5",
        " (Full Time)",
        " £18,005 - £19,337 pa",
        " | Leeds",
        ", 37.5 hours",
        " ref 123-4567",
        "!!!",
        " – NHS Trust",
        " (Nights)",
    ]
)
ODD = st.text(max_size=200) | st.text("nurse band -£()/&;<>\x00\u202e\ud7ff😀é'’.", max_size=80)
WEIGHTS = st.dictionaries(st.integers(0, 11), st.floats(0.1, 5), max_size=6)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(Atlas.open())


@pytest.fixture(scope="module")
def titles(catalogue: Catalogue) -> Titles:
    return Titles.of(catalogue)


@pytest.fixture(scope="module")
def wording(catalogue: Catalogue) -> Wording:
    return Wording.of(catalogue)


@given(ODD)
@settings(deadline=None)
def test_any_title_is_answered_in_order_within_bounds(titles: Titles, title: str) -> None:
    found = titles.find(title, 4)
    assert found == titles.find(title, 4)
    assert [one.key for one in found] == [one.key for one in titles.find(title, 9)[:4]]
    assert all(title_words().factors.least <= one.score <= 1 for one in found)
    assert [(-one.score) for one in found] == sorted(-one.score for one in found)
    assert len({one.key for one in found}) == len(found)


@given(
    st.sampled_from(["bricklayer", "Primary School Teacher", "lorry driver", "pharmacist", "dental hygienist"]),
    st.lists(NOISE, max_size=4),
)
@settings(deadline=None)
def test_clutter_after_a_title_changes_nothing(titles: Titles, title: str, clutter: list[str]) -> None:
    assert titles.find(title + "".join(clutter), 1)[0].key == titles.find(title, 1)[0].key


@given(st.permutations(["Chef", "Cleaner (nights)", "HGV driver", "nobody", "Staff Nurse", ""]))
@settings(deadline=None, max_examples=20)
def test_titles_do_not_change_one_another(titles: Titles, some: list[str]) -> None:
    assert titles.find_all(some, 2) == [titles.find(title, 2) for title in some]


@given(st.text(max_size=60))
def test_words_read_once_are_read_the_same_again(text: str) -> None:
    words = tokens(plain(text))
    assert tokens(" ".join(words)) == [stem(word) for word in words]
    assert all(len(root(word)) >= min(len(word), 3) for word in words)


@given(
    st.lists(WEIGHTS, min_size=1, max_size=8), st.lists(st.tuples(WEIGHTS, st.floats(0, 9)), min_size=1, max_size=4), st.data()
)
@settings(deadline=None)
def test_the_index_finds_what_a_plain_look_at_every_label_finds(
    labels: list[dict[int, float]], asked: list[tuple[dict[int, float], float]], data: st.DataObject
) -> None:
    many = data.draw(st.integers(1, len(labels)))
    owners = [at % many for at in range(len(labels))]
    factors = [data.draw(st.sampled_from([1.0, 0.9, 0.75])) for _ in labels]
    index = LabelIndex(labels, owners, factors, 12)
    found = index.nearest([weights for weights, _ in asked], [missing for _, missing in asked], 3)
    for near, (weights, missing) in zip(found, asked, strict=True):
        best = _plainly(labels, owners, factors, weights, missing)
        expected = sorted(best.items(), key=lambda item: (-item[1], item[0]))
        assert [one.score for one in near] == pytest.approx([score for _, score in expected if score > 0][:3], abs=2e-6)
        assert all(best[one.owner] == pytest.approx(one.score, abs=2e-6) and owners[one.label] == one.owner for one in near)


def _plainly(
    labels: Sequence[Mapping[int, float]],
    owners: Sequence[int],
    factors: Sequence[float],
    weights: Mapping[int, float],
    missing: float,
) -> dict[int, float]:
    best = dict.fromkeys(owners, 0.0)
    for label, owner, factor in zip(labels, owners, factors, strict=True):
        lengths = math.sqrt(sum(value**2 for value in label.values())), math.sqrt(sum(v**2 for v in weights.values()) + missing)
        dot = sum(value * weights.get(place, 0.0) for place, value in label.items())
        best[owner] = max(best[owner], factor * dot / (lengths[0] * lengths[1]) if all(lengths) else 0.0)
    return {owner: (score if round(score * 1e6) else 0.0) for owner, score in best.items()}


@given(
    st.lists(st.text("abcdefgh", min_size=5, max_size=9), min_size=1, max_size=12), st.text("abcdefgh", min_size=5, max_size=9)
)
def test_the_word_meant_is_like_the_one_written_and_begins_the_same(known: list[str], word: str) -> None:
    found = Spelling(known).meant([word])
    assert all(one.word in known and one.word[0] == word[0] and 0.7 <= one.likeness <= 1 for one in found.values())
    if word in known:
        assert found[word].likeness == 1


@given(ODD)
@settings(deadline=None)
def test_any_text_is_read_for_skills(wording: Wording, text: str) -> None:
    found = wording.skills(text)
    assert found == wording.skills(text)
    assert len({one.key for one in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "manage staff " * 800_000,
        "<" * 10_000_000,
        "<b " * 3_000_000,
        "a.b." * 2_500_000,
        "😀\ud7ff " * 3_000_000,
        "&amp;" * 2_000_000,
    ],
    ids=["words", "brackets", "tags", "dots", "signs", "references"],
)
def test_ten_megabytes_take_a_moment(titles: Titles, wording: Wording, text: str) -> None:
    begun = time.process_time()
    wording.skills(text)
    titles.find(text)
    assert time.process_time() - begun < 3


def test_what_stands_after_the_part_that_is_read_adds_nothing(wording: Wording) -> None:
    assert wording.skills("x" * 20_000 + ". manage staff.") == []


def test_alternative_labels_held_out_of_the_index_are_found(catalogue: Catalogue) -> None:
    """A fifth of ESCO's other names is left out, with all names of our own, and looked for among the rest."""
    every = sorted((key, title) for key, item in catalogue.occupations.items() for title in item.titles)
    held = set(random.Random(2020).sample(every, len(every) // 5))  # noqa: S311 - nothing secret
    left = {
        key: replace(item, titles=tuple(title for title in item.titles if (key, title) not in held))
        for key, item in catalogue.occupations.items()
    }
    words = replace(title_words(), also_called={})
    asked = sorted(held)[::4]
    found = Titles(left, words).find_all([title for _, title in asked], 5)
    first = sum(some[0].key == key for (key, _), some in zip(asked, found, strict=True) if some) / len(asked)
    among = sum(key in {one.key for one in some} for (key, _), some in zip(asked, found, strict=True)) / len(asked)
    assert first > 0.6
    assert among > 0.78
