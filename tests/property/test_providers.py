"""Laws of the provider market and of consortia, and the search against every set tried one by one."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.atlas import Atlas
from levelling.core.period import Period
from levelling.solutions.providers import Bid, Consortium, Covering, consortium, survey, themes
from levelling.solutions.providers.concentration import herfindahl
from levelling.solutions.providers.cover import Candidate, smallest, widest
from tests.directory import service

THINGS = "abcdef"
ATLAS = Atlas.open()
DAY = Period.parse("2026-11-28")

_candidates = st.lists(
    st.builds(lambda covers, merit: (frozenset(covers), merit), st.sets(st.sampled_from(THINGS)), st.integers(0, 3)), max_size=7
).map(lambda made: [Candidate(f"c{at}", covers, merit) for at, (covers, merit) in enumerate(made)])
_asked = st.dictionaries(st.sampled_from(THINGS), st.integers(1, 2), min_size=1, max_size=4)


def covering(chosen: Sequence[Candidate], asked: dict[str, int]) -> bool:
    return all(sum(thing in one.covers for one in chosen) >= often for thing, often in asked.items())


def tried(pool: Sequence[Candidate], asked: dict[str, int], must: frozenset[str]) -> list[tuple[Candidate, ...]]:
    """Every covering set of the smallest size, found by trying them all."""
    for size in range(len(pool) + 1):
        good = [one for one in combinations(pool, size) if covering(one, asked) and must <= {each.id for each in one}]
        if good:
            return good
    return []


@settings(max_examples=60)
@given(_candidates, _asked, st.data())
def test_no_set_tried_one_by_one_is_smaller_or_better(pool: list[Candidate], asked: dict[str, int], data: st.DataObject) -> None:
    must = frozenset(data.draw(st.sets(st.sampled_from([one.id for one in pool]), max_size=2))) if pool else frozenset()
    every = tried(pool, asked, must)
    found = smallest(pool, asked, must, alternatives=len(every) + 3)
    if not every:
        assert found.best is None
        return
    assert found.best is not None
    by_id = {one.id: one for one in pool}
    best = [by_id[id_] for id_ in found.best.chosen]
    assert covering(best, asked)
    assert (len(best), found.best.proven, found.best.at_least) == (len(every[0]), True, len(every[0]))
    assert sum(one.merit for one in best) == max(sum(one.merit for one in each) for each in every)
    told = {frozenset(found.best.chosen), *(frozenset(each) for each in found.others)}
    assert told == {frozenset(one.id for one in each) for each in every} if best else True
    assert not found.more


@settings(max_examples=40)
@given(_candidates, _asked, st.integers(0, 3))
def test_no_set_of_a_size_covers_more(pool: list[Candidate], asked: dict[str, int], most: int) -> None:
    def covered(chosen: Sequence[Candidate]) -> int:
        return sum(sum(thing in one.covers for one in chosen) >= often for thing, often in asked.items())

    by_id = {one.id: one for one in pool}
    found = widest(pool, asked, most)
    assert len(found) <= most
    sets = (each for size in range(min(most, len(pool)) + 1) for each in combinations(pool, size))
    assert covered([by_id[id_] for id_ in found]) == max(covered(each) for each in sets)


@settings(max_examples=40)
@given(_candidates, _asked, st.sets(st.sampled_from(THINGS)), st.randoms(use_true_random=False))
def test_one_more_never_makes_it_larger_and_order_changes_nothing(
    pool: list[Candidate], asked: dict[str, int], more: set[str], chance: Random
) -> None:
    before = smallest(pool, asked, alternatives=3)
    shuffled = list(pool)
    chance.shuffle(shuffled)
    assert smallest(shuffled, dict(reversed(asked.items())), alternatives=3) == before
    after = smallest([*pool, Candidate("new", frozenset(more))], asked)
    if before.best is not None:
        assert after.best is not None
        assert len(after.best.chosen) <= len(before.best.chosen)


_KNOWN = ("employability", "money", "carers")
_providers = st.lists(
    st.builds(lambda serves, fresh: (serves, fresh), st.sets(st.sampled_from(_KNOWN)), st.booleans()), min_size=1, max_size=6
).map(
    lambda made: [
        Covering(f"p{at}", f"P{at}", dict.fromkeys(serves, frozenset()), fresh=fresh) for at, (serves, fresh) in enumerate(made)
    ]
)


@settings(max_examples=40)
@given(_providers)
def test_without_a_member_what_rests_on_it_alone_is_lost(providers: list[Covering]) -> None:
    everyone = Covering("all", "All", dict.fromkeys(_KNOWN, frozenset()))
    found: Consortium = consortium([*providers, everyone], Bid(_KNOWN, must=("p0",)), themes())
    for member in found.members:
        others = [one for one in found.members if one is not member]
        left = {theme for one in others for theme in one.themes}
        assert set(member.alone) == set(_KNOWN) - left
    assert {theme for member in found.members for theme in member.themes} == set(_KNOWN)


@given(st.lists(st.integers(1, 50), min_size=1, max_size=20))
def test_the_index_lies_between_equal_shares_and_one_provider_and_is_scale_free(counts: list[int]) -> None:
    index = herfindahl(counts)
    assert index is not None
    assert 10_000 / len(counts) - 1e-6 <= index <= 10_000 + 1e-6
    again = herfindahl([7 * count for count in counts])
    assert again is not None
    assert abs(again - index) < 1e-6


_TEXTS = ("Help to find work", "Debt advice", "Counselling for depression", "Chess")
_services = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from(_TEXTS), st.sampled_from(("", "Hartlepool", "England"))), max_size=12
)


@settings(max_examples=40)
@given(_services, st.randoms(use_true_random=False))
def test_the_order_of_a_directory_changes_nothing(offered: list[tuple[str, str, str]], chance: Random) -> None:
    made = [service(who, what, where=where, id_=str(at)) for at, (who, what, where) in enumerate(offered)]
    shuffled = list(made)
    chance.shuffle(shuffled)
    one, other = (survey(ATLAS, each, "x", DAY).records() for each in (made, shuffled))
    assert one == other


@settings(max_examples=40)
@given(_services)
def test_counts_add_up(offered: list[tuple[str, str, str]]) -> None:
    made = [service(who, what, where=where, id_=str(at)) for at, (who, what, where) in enumerate(offered)]
    found = survey(ATLAS, made, "x", DAY, ATLAS.area("Hartlepool"))
    assert found.services + found.elsewhere + found.unplaced + found.closed == found.read == len(made)
    assert sum(found.by_barriers.values()) == len(found.offers)
    assert sum(offer.services for offer in found.offers) + found.unsigned == found.services
    assert all(item.providers <= item.services for item in found.served)
