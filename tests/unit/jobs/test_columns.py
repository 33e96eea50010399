"""People and vacancies given as objects: a number that no array holds is told of by whose it is."""

from dataclasses import replace
from datetime import date

import pytest

from levelling.core.errors import UserError
from levelling.jobs.matching import match, settings
from levelling.jobs.occupations import Catalogue
from levelling.jobs.person import Person, Point
from levelling.jobs.vacancy import Pay, Vacancy

ANN, INFINITE, NOTHING = Person("ann"), float("inf"), float("nan")
COOK = Vacancy("v1", "Cook")


@pytest.mark.parametrize(
    "odd",
    [
        replace(ANN, floor=INFINITE),
        replace(ANN, floor=NOTHING),
        replace(ANN, floor=1e9),
        replace(ANN, hours=(0.0, 1e12)),
        replace(ANN, level=99_999),
        replace(ANN, point=Point(INFINITE, 0.0)),
        replace(COOK, pay=Pay(12.0, INFINITE)),
        replace(COOK, hours=(NOTHING, 20.0)),
    ],
)
def test_a_number_beyond_use_is_told_of_by_whose_it_is(odd: Person | Vacancy) -> None:
    people = [odd if isinstance(odd, Person) else ANN, *(Person(f"p{number}") for number in range(5))]
    vacancies = [*(Vacancy(f"v{number}", "Cook") for number in range(2, 7)), odd if isinstance(odd, Vacancy) else COOK]
    with pytest.raises(UserError, match=rf"A number of the (person|vacancy) '{odd.id}' cannot be used"):
        match(people, vacancies, Catalogue({}, {}), settings(date(2026, 11, 28)))
