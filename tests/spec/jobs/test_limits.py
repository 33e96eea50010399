"""Limits: small tables by hand."""

from datetime import date, timedelta

import pytest

from levelling.jobs.explaining import sentences
from levelling.jobs.limits import Part, slot
from levelling.jobs.matching import Settings, settings
from levelling.jobs.matching.limits import Limit, State, far, floor_of, lawful, pence, possible, tenths, verdicts
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.vacancy import Contract, Pay, Vacancy

DAY = date(2026, 11, 28)
BY = settings(DAY)
HOME, KEPT, BROKEN, UNKNOWN = Point(54.0, -1.0), State.KEPT, State.BROKEN, State.UNKNOWN


def stands(limit: Limit, person: Person, vacancy: Vacancy, by: Settings = BY) -> State:
    return verdicts(person, vacancy, by)[limit]


def north(km: float) -> Point:
    # A degree of latitude is 6371 x pi / 180 = 111.195 km.
    return Point(54.0 + km / 111.195, -1.0)


@pytest.mark.parametrize(
    ("km", "way", "state"),
    [
        (2.0, Reach(Mode.WALK, minutes=30), KEPT),  # 30 min x 4.8 km/h / 1.2 = 2.0 km
        (2.04, Reach(Mode.WALK, minutes=30), KEPT),  # told as 2.0 km: distances are whole 100 m
        (2.06, Reach(Mode.WALK, minutes=30), BROKEN),  # told as 2.1 km
        (6.26, Reach(Mode.BUS, minutes=40), BROKEN),  # (40 - 10) min x 15 km/h / 1.2 = 6.25 km; 6.26 is told as 6.3
        (6.2, Reach(Mode.BUS, minutes=40), KEPT),
        (1.0, Reach(Mode.BUS, minutes=10), BROKEN),  # all ten minutes are the wait
        (12.0, Reach(Mode.CAR, km=12), KEPT),
        (12.1, Reach(Mode.CAR, km=12), BROKEN),
    ],
)
def test_reach(km: float, way: Reach, state: State) -> None:
    assert stands(Limit.REACH, Person("a", HOME, (way,)), Vacancy("v", "", point=north(km))) is state


def test_the_farthest_way_counts_and_half_an_hour_on_foot_where_none_is_said() -> None:
    person = Person("a", HOME, (Reach(Mode.WALK, minutes=30), Reach(Mode.CAR, km=9)))
    assert stands(Limit.REACH, person, Vacancy("v", "", point=north(9))) is KEPT
    assert [stands(Limit.REACH, Person("a", HOME), Vacancy("v", "", point=north(km))) for km in (2.0, 2.1)] == [KEPT, BROKEN]


def test_places_that_are_not_known_and_work_from_home() -> None:
    somewhere, from_home = Vacancy("v", "", point=HOME), Vacancy("w", "", remote=True)
    nowhere = Person("a", reach=(Reach(Mode.CAR, km=500),))
    at_home = Person("b", HOME, remote_only=True)
    assert stands(Limit.REACH, nowhere, somewhere) is BROKEN
    assert stands(Limit.REACH, Person("a", HOME), Vacancy("x", "")) is BROKEN
    assert stands(Limit.REACH, at_home, somewhere) is BROKEN
    assert {stands(Limit.REACH, one, from_home) for one in (nowhere, at_home)} == {KEPT}
    assert (far(nowhere, somewhere), far(nowhere, from_home)) == (None, 0)


def test_blur_neither_brings_a_place_nearer_nor_takes_it_away() -> None:
    blurred = Point(north(3).latitude, -1.0, blur=5.0)
    assert stands(Limit.REACH, Person("a", HOME), Vacancy("v", "", point=blurred)) is BROKEN


@pytest.mark.parametrize(
    ("theirs", "asked", "state"),
    [
        (None, None, KEPT),
        ((16, 30), None, UNKNOWN),
        (None, (40, 40), KEPT),
        ((16, 30), (30, 37.5), KEPT),  # 30 is in both
        ((16, 30), (30.1, 37.5), BROKEN),
        ((16, 30), (8, 16), KEPT),
        ((16, 30), (8, 15.9), BROKEN),
        ((16, 30), (15.96, 15.96), KEPT),  # 160 tenths, to the nearest tenth of an hour
        ((0, 168), (37.5, 37.5), KEPT),
    ],
)
def test_hours_overlap(theirs: tuple[float, float] | None, asked: tuple[float, float] | None, state: State) -> None:
    assert stands(Limit.HOURS, Person("a", hours=theirs), Vacancy("v", "", hours=asked)) is state


def test_times_are_all_times_they_can_work_and_none_stated_is_not_known() -> None:
    days = frozenset(slot(day, Part.DAY) for day in range(5))
    person = Person("a", times=days)
    assert stands(Limit.TIMES, person, Vacancy("v", "", times=frozenset({slot(0, Part.DAY)}))) is KEPT
    assert stands(Limit.TIMES, person, Vacancy("v", "", times=days | {slot(5, Part.DAY)})) is BROKEN
    # An advert that names no slot says no more than one that says nothing.
    assert stands(Limit.TIMES, person, Vacancy("v", "")) is UNKNOWN
    assert stands(Limit.TIMES, person, Vacancy("v", "", times=frozenset())) is UNKNOWN
    assert stands(Limit.TIMES, Person("a"), Vacancy("v", "")) is KEPT
    assert stands(Limit.TIMES, Person("a", times=frozenset()), Vacancy("v", "", times=frozenset({3}))) is BROKEN


# The National Living Wage from April 2026 is £12.71 and the apprentices' rate £8.00 (facts/wage_floors.toml).
@pytest.mark.parametrize(
    ("own", "most", "contract", "state"),
    [
        (None, 12.71, Contract.PERMANENT, KEPT),
        (None, 12.70, Contract.PERMANENT, BROKEN),
        (None, 12.705, Contract.PERMANENT, KEPT),  # 1,270.5 pence is told as £12.71
        (11.00, 12.00, Contract.PERMANENT, BROKEN),  # their own floor is below the law, which holds
        (13.00, 12.99, Contract.PERMANENT, BROKEN),
        (13.00, 13.00, Contract.PERMANENT, KEPT),
        (None, 8.00, Contract.APPRENTICESHIP, KEPT),  # lawful in the first year
        (None, 7.99, Contract.APPRENTICESHIP, BROKEN),  # lawful for nobody
        (11.00, 10.00, Contract.APPRENTICESHIP, BROKEN),  # their own floor holds for apprenticeships too
        (11.00, 11.50, Contract.APPRENTICESHIP, KEPT),
        (13.00, 12.71, Contract.APPRENTICESHIP, BROKEN),
    ],
)
def test_pay(own: float | None, most: float, contract: Contract, state: State) -> None:
    vacancy = Vacancy("v", "", pay=Pay(6.0, most), contract=contract)
    assert stands(Limit.PAY, Person("a", floor=own), vacancy) is state


def test_pay_that_no_employer_stated_is_not_known_high_or_low() -> None:
    for pay in (None, Pay(9, 9, modelled=True), Pay(30, 30, modelled=True)):
        assert stands(Limit.PAY, Person("a", floor=15), Vacancy("v", "", pay=pay)) is UNKNOWN


def test_floors_of_a_day() -> None:
    assert (lawful(Contract.PERMANENT, BY), lawful(Contract.APPRENTICESHIP, BY)) == (12.71, 8.0)
    assert floor_of(Person("a", floor=9.0), BY) == 12.71
    assert floor_of(Person("a", floor=9.0), BY, Contract.APPRENTICESHIP) == 9.0
    assert lawful(Contract.APPRENTICESHIP, Settings(DAY, legal=12.71)) == 12.71  # the apprentices' rate is not known


def test_licences_and_what_the_work_asks() -> None:
    forklift = Vacancy("v", "", licences=frozenset({"forklift"}), demands=frozenset({"standing", "cold"}))
    assert stands(Limit.LICENCES, Person("a"), forklift) is BROKEN
    assert stands(Limit.LICENCES, Person("a", licences=frozenset({"forklift", "sia"})), forklift) is KEPT
    assert stands(Limit.DEMANDS, Person("a", limits=frozenset({"cold"})), forklift) is BROKEN
    assert stands(Limit.DEMANDS, Person("a", limits=frozenset({"heights"})), forklift) is KEPT


def test_closed_and_unpaid_work() -> None:
    closes = [stands(Limit.OPEN, Person("a"), Vacancy("v", "", closes=DAY + timedelta(days))) for days in (-1, 0, 1)]
    assert closes == [BROKEN, KEPT, KEPT]
    assert stands(Limit.PAID, Person("a"), Vacancy("v", "", contract=Contract.VOLUNTARY)) is BROKEN


def test_what_is_not_known_is_kept_or_dropped_as_asked() -> None:
    found = verdicts(Person("a", HOME), Vacancy("v", "", remote=True), BY)
    assert [limit for limit, state in found.items() if state is not KEPT] == [Limit.PAY]
    assert possible(found, BY)
    assert not possible(found, settings(DAY, unknown="drop"))


def test_pence_and_tenths_are_rounded_half_up() -> None:
    assert [pence(pounds) for pounds in (0.0, 12.204, 12.205, 12.71)] == [0, 1220, 1221, 1271]
    assert [tenths(hours) for hours in (0.0, 37.5, 16.04, 16.05)] == [0, 375, 160, 161]


def test_an_apprentices_wage_is_told_as_one() -> None:
    vacancy = Vacancy("v", "", pay=Pay(8.0, 8.0), contract=Contract.APPRENTICESHIP)
    assert sentences.pay(vacancy, 8.0, own=False) == "It pays £8.00 an hour, the legal minimum of an apprentice's first year."
    told = sentences.rubs(Person("a"), vacancy, 8.0, None, DAY, legal=12.71)
    assert told == ("It pays an apprentice's wage: less than £12.71 an hour, the legal minimum of other work.",)
    better = Vacancy("v", "", pay=Pay(14.0, 14.0), contract=Contract.APPRENTICESHIP)
    assert sentences.rubs(Person("a"), better, 8.0, None, DAY, legal=12.71) == ()
