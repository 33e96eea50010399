"""Laws of likeness and pathways, whatever the occupations; arrays against the plain reference."""

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.pathways import Index, Rules, reckon, rules
from tests.pathway_world import catalogue, job, plain, skill

_WORDS = ("clean", "guest", "rooms", "ships", "plan", "steer")
_KEYS = tuple("abcdefg")


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Catalogue, Rules]:
    skills = [
        skill(
            key,
            draw(st.floats(0, 8)),
            " ".join(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3))),
            draw(st.sampled_from(("", "crafts", "care"))),
        )
        for key in _KEYS
    ]
    jobs = []
    for number in range(draw(st.integers(2, 5))):
        essential = draw(st.sets(st.sampled_from(_KEYS)))
        optional = draw(st.sets(st.sampled_from(_KEYS))) - essential
        done = draw(st.sets(st.sampled_from("xyz")))
        jobs.append(
            job(
                f"job {number}",
                " ".join(sorted(essential)),
                " ".join(sorted(optional)),
                isco=draw(st.sampled_from(("5223", "5131", "2521"))),
                zone=draw(st.sampled_from((None, 1, 2, 5))),
                activities=" ".join(sorted(done)),
            )
        )
    chosen = replace(
        rules(),
        activities=draw(st.integers(0, 3)),
        kindred=draw(st.sampled_from((0, 50))),
        grouped=draw(st.sampled_from((0, 10))),
        words=draw(st.integers(1, 100)),
    )
    return catalogue(jobs, skills), chosen


@given(worlds())
@settings(deadline=None, max_examples=60)
def test_arrays_say_what_the_plain_reference_says(world: tuple[Catalogue, Rules]) -> None:
    known, chosen = world
    near = Index(known, chosen)
    for origin in near.keys:
        found = near.of(origin)
        for destination, at in near.at.items():
            told = (found.total[at], found.essential[at], found.every[at], found.activities[at])
            assert tuple(map(int, told)) == plain(known, chosen, origin, destination)


@given(worlds())
@settings(deadline=None, max_examples=40)
def test_likeness_lies_between_nothing_and_all_and_is_all_to_itself(world: tuple[Catalogue, Rules]) -> None:
    known, chosen = world
    near = Index(known, chosen)
    for origin, at in near.at.items():
        found = near.of(origin).total
        assert int(found.min()) >= 0
        assert int(found.max()) <= 10_000
        if known.occupations[origin].essential:
            assert int(found[at]) == 10_000


@given(worlds(), st.integers(0, 4), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_more_extends_fewer_and_order_changes_nothing(world: tuple[Catalogue, Rules], top: int, mixed: random.Random) -> None:
    known, chosen = world
    jobs, skills = list(known.occupations.values()), list(known.skills.values())
    mixed.shuffle(jobs)
    mixed.shuffle(skills)
    other = Index(catalogue(jobs, skills), chosen)
    here = Index(known, chosen)
    for origin in here.keys:
        fewer = reckon(here, origin, top=top)
        more = reckon(here, origin, top=top + 1)
        assert more.destinations[:top] == fewer.destinations
        assert reckon(other, origin, top=top) == fewer
        assert origin not in {one.occupation.key for one in more.destinations}


@given(worlds())
@settings(deadline=None, max_examples=40)
def test_learning_a_skill_never_takes_a_way_away(world: tuple[Catalogue, Rules]) -> None:
    known, chosen = world
    origin = min(known.occupations)
    before = Index(known, chosen).of(origin)
    for key in _KEYS:
        one = known.occupations[origin]
        learnt = replace(one, essential=one.essential | {key}, optional=one.optional - {key})
        after = Index(Catalogue({**known.occupations, origin: learnt}, known.skills), chosen)
        others = [at for name, at in after.at.items() if name != origin]
        assert all(int(after.of(origin).essential[at]) >= int(before.essential[at]) for at in others)
