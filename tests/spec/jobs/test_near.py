"""Near misses: small tables by hand, and the sentences an adviser reads."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from levelling.jobs.limits import Part, slot
from levelling.jobs.matching import near_misses, settings
from levelling.jobs.matching.limits import Limit
from levelling.jobs.occupations.catalogue import Catalogue, Occupation
from levelling.jobs.person import Mode, Person, Point, Reach
from levelling.jobs.vacancy import Contract, Pay, Vacancy

DAY = date(2026, 11, 28)
BY = settings(DAY)
COOK = Occupation("cook", "cook", "5120", frozenset(), frozenset(), (), "", None, None, None, "", frozenset())
CATALOGUE = Catalogue({"cook": COOK}, {})
HOME = Point(54.0, -1.0)
WEEKDAYS = frozenset(slot(day, Part.DAY) for day in range(5))


def told(person: Person, vacancies: Sequence[Vacancy], k: int = 10) -> dict[Limit, str]:
    return {near.limit: near.sentence for near in near_misses(person, vacancies, CATALOGUE, BY, k)}


def cook(key: str = "v", /, **said: Any) -> Vacancy:
    return Vacancy(key, "Cook", occupation="cook", **{"remote": "point" not in said, **said})


def person(**said: Any) -> Person:
    return Person("a", HOME, wants=("cook",), **said)


def north(km: float) -> Point:
    return Point(54.0 + km / 111.195, -1.0)


def test_a_bus_for_somebody_on_foot_in_steps_of_five_minutes() -> None:
    # By bus 6.2 km take 10 + 6.2 x 1.2 / 15 x 60 = 39.8 minutes, 8.4 km 50.3 and 10 km 58; 30 km are too far for anybody.
    jobs = [cook(f"v{km}", point=north(km)) for km in (1, 6.2, 8.4, 10, 10.1, 30)]
    assert told(person(), jobs) == {
        Limit.REACH: "One more if a 40-minute bus were possible; two at 55 minutes; four at 60 minutes."
    }


def test_their_own_way_in_minutes_or_whole_kilometres() -> None:
    jobs = [cook("v1", point=north(14.3))]
    # By car 5 + 14.3 x 1.2 / 31 x 60 = 38.2 minutes.
    assert told(person(reach=(Reach(Mode.CAR, minutes=20),)), jobs) == {
        Limit.REACH: "One more if a 40-minute drive were possible."
    }
    assert told(person(reach=(Reach(Mode.CAR, km=9),)), jobs) == {Limit.REACH: "One more if 15 km by car were possible."}
    assert told(person(reach=(Reach(Mode.BUS, minutes=70),)), [cook("v1", point=north(15.8))]) == {
        Limit.REACH: "One more if a 90-minute bus were possible."  # 10 + 15.8 x 1.2 / 15 x 60 = 85.8
    }


def test_work_away_from_home_for_somebody_whom_only_home_will_do() -> None:
    jobs = [cook("v1", point=north(1)), cook("v2", point=north(9))]
    assert told(person(remote_only=True), jobs) == {
        Limit.REACH: "One more within their reach if work away from home were possible."
    }


def test_hours_both_ways() -> None:
    jobs = [cook("v1", hours=(20, 20)), cook("v2", hours=(16.5, 18)), cook("v3", hours=(37.5, 37.5)), cook("v4", hours=(60, 60))]
    assert told(person(hours=(25, 30)), jobs) == {
        Limit.HOURS: "One more from 20 hours a week; two from 18; one up to 38 hours."  # 60 hours are beyond what is looked for
    }


def test_pay_in_steps_of_fifty_pence_down_to_the_legal_minimum_and_no_lower() -> None:
    jobs = [cook(f"v{pay}", pay=Pay(pay, pay)) for pay in (12.2, 12.8, 13.3, 14.6)]
    jobs.append(cook("w", pay=Pay(9, 9), contract=Contract.APPRENTICESHIP))
    assert told(person(floor=15.0), jobs) == {
        Limit.PAY: "One more if £14.50 an hour were enough; two at £13.00; three at £12.71, the legal minimum."
    }
    assert Limit.PAY not in told(person(), jobs)


def test_licences_and_what_they_carry() -> None:
    jobs = [
        cook("v1", licences=frozenset({"forklift"})),
        cook("v2", licences=frozenset({"lgv-c"})),
        cook("v3", licences=frozenset({"lgv-c1"})),
    ]
    # A licence for rigid lorries (C) carries C1 with it.
    assert told(person(), jobs) == {
        Limit.LICENCES: "One more with a forklift licence; one with a licence for lorries to 7.5 tonnes (C1); "
        "two with a licence for rigid lorries (C)."
    }


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        ({slot(0, Part.EVENING)}, "Monday evenings"),
        ({slot(5, Part.DAY), slot(6, Part.DAY)}, "weekend daytimes"),
        ({slot(day, Part.EVENING) for day in range(5)}, "weekday evenings"),
        ({slot(day, Part.EVENING) for day in range(7)}, "evenings"),
        ({slot(5, Part.DAY), slot(5, Part.EVENING)}, "any time on Saturdays"),
        ({slot(5, Part.DAY), slot(5, Part.EVENING), slot(6, Part.NIGHT)}, "weekends"),
        (set(range(21)), "any time of the week"),
    ],
)
def test_days_and_times_in_plain_words(needs: set[int], words: str) -> None:
    assert told(person(times=WEEKDAYS), [cook("v", times=frozenset(needs))]) == {
        Limit.TIMES: f"One more if {words} were possible."
    }


def test_nights_that_lie_outside_their_times_are_told_with_times_and_a_limit_of_its_own_is_not() -> None:
    night = cook("v", demands=frozenset({"nights"}), times=frozenset({slot(0, Part.NIGHT)}))
    limits = frozenset({"nights", "evenings", "weekends"})
    assert told(person(times=WEEKDAYS, limits=limits), [night]) == {Limit.TIMES: "One more if Monday nights were possible."}
    assert told(person(limits=limits), [night]) == {
        Limit.DEMANDS: "One more is excluded by what the work asks: working at night."
    }


def test_what_health_excludes_is_named_and_not_urged() -> None:
    jobs = [cook(f"v{at}", demands=frozenset({"heavy-lifting"})) for at in range(3)]
    assert told(person(limits=frozenset({"heavy-lifting"})), jobs) == {
        Limit.DEMANDS: "Three more are excluded by what the work asks: lifting heavy things."
    }


def test_never_what_is_closed_unpaid_below_the_law_or_kept_out_by_two_limits() -> None:
    jobs = [
        cook("v1", closes=DAY - timedelta(1), hours=(20, 20)),
        cook("v2", contract=Contract.VOLUNTARY, hours=(20, 20)),
        cook("v3", pay=Pay(12, 12), hours=(20, 20)),
        cook("v4", licences=frozenset({"forklift"}), hours=(20, 20)),
        Vacancy("v5", "Clerk", remote=True, hours=(20, 20)),  # nothing in common with a cook
    ]
    assert told(person(hours=(30, 40)), jobs) == {}


def test_only_what_would_be_among_their_best_few() -> None:
    better = [cook("v1", pay=Pay(20, 20)), cook("v2", pay=Pay(19, 19))]
    worse = cook("v3", pay=Pay(13, 13), hours=(20, 20))
    someone = person(hours=(30, 40))
    assert told(someone, [*better, worse], k=2) == {}
    assert told(someone, [*better, worse], k=3) == {Limit.HOURS: "One more from 20 hours a week."}
    assert told(someone, [cook("v1", pay=Pay(12.8, 12.8)), worse], k=1) == {Limit.HOURS: "One more from 20 hours a week."}


def test_what_an_advert_does_not_say_is_no_near_miss() -> None:
    assert near_misses(person(hours=(30, 40)), [cook()], CATALOGUE, settings(DAY, unknown="drop"), 5) == ()


def test_no_vacancies_at_all() -> None:
    assert near_misses(person(), [], CATALOGUE, BY, 5) == ()
