"""Laws of the join of ESCO to SOC 2020, and the fast way to find like titles against a plain one."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.sources.ons_soc.join import LEAST_SHARE, MOST, Named, join
from levelling.sources.ons_soc.likeness import EXTRA, TELLING, Shelf, Words, words

WORDS = ("fish", "bread", "cutter", "baker", "van", "driver", "seller", "rare")
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
GROUPS = st.dictionaries(st.sampled_from(("5431", "5432", "8211", "7111")), st.lists(TITLES, min_size=1, max_size=4), min_size=1)
PEOPLE = st.lists(
    st.tuples(TITLES, st.lists(TITLES, max_size=3), st.sampled_from(("7511", "7512", "8322"))), min_size=1, max_size=6
)


@given(GROUPS, PEOPLE)
def test_shares_are_shares_and_order_changes_nothing(
    groups: dict[str, list[str]], people: list[tuple[str, list[str], str]]
) -> None:
    named = [Named(str(at), title, tuple(others), isco) for at, (title, others, isco) in enumerate(people)]
    declared = {"7511": tuple(sorted(groups))[:2]}
    links = join(named, declared, groups)
    for who in named:
        mine = [link for link in links if link.esco == who.key]
        shares = [link.share for link in mine]
        assert len(mine) <= MOST
        assert [link.rank for link in mine] == list(range(1, len(mine) + 1))
        assert shares == sorted(shares, reverse=True)
        assert all(LEAST_SHARE - 0.001 <= share <= 1 for share in shares)
        assert sum(shares) <= 1.002
    back = join(named[::-1], declared, dict(reversed(groups.items())))
    assert sorted(links, key=lambda link: (link.esco, link.rank)) == sorted(back, key=lambda link: (link.esco, link.rank))


def plain_likeness(shelf: Shelf, title: Words, known: Words) -> float:
    """The definition, title against title."""
    if title.head != known.head:
        return 0.0
    common = sum(shelf.rarity(word) for word in sorted(title.all & known.all))
    against = sum(shelf.rarity(word) for word in sorted(known.all - title.all))
    against += EXTRA * sum(shelf.rarity(word) for word in sorted(title.all - known.all))
    return common / (common + against) * min(1.0, common / TELLING) if common else 0.0


@given(GROUPS, TITLES)
def test_titles_found_by_a_telling_word_are_those_found_one_by_one(groups: dict[str, list[str]], title: str) -> None:
    shelf = Shelf(groups)
    said = words(title)
    assert said is not None
    found = sorted(round(like, 9) for like, _ in shelf.near(said, 0.0001))
    known = {made for titles in groups.values() for name in titles if (made := words(name)) is not None}
    # A title whose most telling word is not met is passed over, as the definition says.
    met = [one for one in known if max(sorted(one.all), key=shelf.rarity) in said.all]
    assert found == sorted(like for one in met if (like := round(plain_likeness(shelf, said, one), 9)) >= 0.0001)
