"""Laws of local demand: order changes nothing, parts add up, few people are never shown, more vacancies only add doors."""

from collections import Counter
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from levelling.core.small_numbers import MOST_WITHHELD, NEAREST
from levelling.jobs.demand import asked, doors
from levelling.jobs.demand.doors import DOORS
from levelling.jobs.demand.work import _Spread
from levelling.jobs.occupations import Catalogue, Occupation
from levelling.jobs.person import Person
from levelling.jobs.vacancy import Pay, Vacancy

NONE = frozenset[str]()
ISCO = {"porter": "9621", "clerk": "4110", "nurse": "2221", "cook": "5120"}
CATALOGUE = Catalogue({k: Occupation(k, k, code, NONE, NONE, (), "", None, None, None, "", NONE) for k, code in ISCO.items()}, {})
occupations = st.sampled_from([*ISCO, "", "unknown"])
employers = st.sampled_from(["Leeds NHS Trust", "York City Council", "A shop", ""])
pay = st.none() | st.builds(Pay, st.floats(5, 40), st.just(40.0))
vacancies = st.lists(
    st.builds(
        Vacancy,
        id=st.uuids().map(str),
        title=st.just("work"),
        employer=employers,
        occupation=occupations,
        pay=pay,
        level=st.none() | st.integers(0, 8),
        headcount=st.integers(1, 5),
        essential=st.frozensets(st.sampled_from("abc")),
    ),
    max_size=12,
)
people = st.lists(
    st.builds(
        Person,
        id=st.uuids().map(str),
        wants=st.lists(occupations, max_size=2).map(tuple),
        skills=st.frozensets(st.sampled_from("abc")),
    ),
    max_size=40,
)


@given(vacancies, people)
def test_the_order_of_what_is_given_changes_nothing(given_vacancies: list[Vacancy], given_people: list[Person]) -> None:
    assert asked(given_vacancies, given_people, CATALOGUE) == asked(given_vacancies[::-1], given_people[::-1], CATALOGUE)
    assert doors(given_vacancies, CATALOGUE) == doors(given_vacancies[::-1], CATALOGUE)


@given(vacancies, people)
def test_numbers_of_people_are_nought_or_multiples_of_five_above_seven(vacancies: list[Vacancy], people: list[Person]) -> None:
    found = asked(vacancies, people, CATALOGUE)
    counts = [
        found.people,
        found.unsorted_people,
        *(group.people for group in found.groups),
        *(one.people for one in found.skills),
    ]
    assert all(count is None or count == 0 or (count > MOST_WITHHELD and count % NEAREST == 0) for count in counts)


@given(vacancies)
def test_every_vacancy_is_counted_once(vacancies: list[Vacancy]) -> None:
    found = doors(vacancies, CATALOGUE)
    assert found.others + found.nameless + found.all.vacancies == len(vacancies)
    assert sum(count for _, count in found.ways) == found.all.vacancies
    assert sum(count for way, count in found.ways if way in DOORS) == len(found.items) == found.all.doors
    assert sum(tally.doors for tally in found.tallies[:-1]) == found.all.doors
    made = asked(vacancies, [], CATALOGUE)
    unsorted = sum(item.headcount for item in vacancies if item.occupation not in ISCO)
    assert sum(group.posts for group in made.groups) + unsorted == made.posts


@given(vacancies, vacancies)
def test_more_vacancies_only_add_doors(some: list[Vacancy], more: list[Vacancy]) -> None:
    few, many = doors(some, CATALOGUE), doors([*some, *more], CATALOGUE)
    assert not Counter(door.vacancy.id for door in few.items) - Counter(door.vacancy.id for door in many.items)


@given(st.lists(st.floats(1, 1e4), min_size=2, max_size=6), st.data())
def test_a_shares_variance_is_that_of_its_own_and_the_other_groups(variances: list[float], data: st.DataObject) -> None:
    """The quick form against the sum over all groups, and never more than if the whole share moved one way."""
    share = data.draw(st.floats(0.01, 0.99))
    whole = data.draw(st.floats(10, 1e6))
    spread = _Spread({str(at): value for at, value in enumerate(variances)}, sum(variances), whole, measured=True)
    plain = sum(((1.0 if at == 0 else 0.0) - share) ** 2 * value for at, value in enumerate(variances)) / whole**2
    found = spread.share_variance("0", share)
    assert found is not None
    assert isclose(found, plain, rel_tol=1e-9)
    assert found <= sum(variances) / whole**2
    assert spread.share_variance("none", share) is None
