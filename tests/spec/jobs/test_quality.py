"""Quality of jobs: numbers by hand, laws, and a file of a user's own with faults."""

from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.core.errors import UserError
from levelling.jobs.matching import Settings
from levelling.jobs.matching.quality import quality
from levelling.jobs.vacancy import Contract, Pay, Vacancy

# Floors of round numbers: legal £10.00, real Living Wage £12.00, and one and a half times that £18.00.
BY = Settings(date(2026, 11, 28), legal=10.0, living=12.0)
SHIPPED = Path(str(files("levelling") / "facts" / "jobs" / "quality.toml")).read_text("utf-8")
POUNDS = st.integers(0, 5000).map(lambda pence: pence / 100)


@pytest.mark.parametrize(
    ("pounds", "points"),
    [
        (9.99, 0),
        (10.0, 20),
        (11.0, 40),  # half way from 20 to 60
        (11.99, 59),  # 20 + 40 x 199 / 200 = 59.8, rounded down
        (12.0, 60),
        (15.0, 80),  # half way from 60 to 100
        (17.99, 99),
        (18.0, 100),
        (40.0, 100),
    ],
)
def test_pay(pounds: float, points: int) -> None:
    assert quality(Vacancy("v", "", pay=Pay(pounds, 99.0)), BY).told == {"pay": points}


def test_the_lower_end_of_pay_counts_and_predicted_pay_does_not() -> None:
    assert quality(Vacancy("v", "", pay=Pay(10.0, 18.0)), BY).points == 20
    assert quality(Vacancy("v", "", pay=Pay(18.0, 18.0, modelled=True)), BY).told == {}


def test_without_a_living_wage_the_line_begins_at_the_legal_minimum() -> None:
    # Legal and living are both £10.00, worth 60; £12.50 is half way to £15.00.
    by = Settings(date(2026, 11, 28), legal=10.0)
    assert [quality(Vacancy("v", "", pay=Pay(pounds, pounds)), by).points for pounds in (9.99, 10.0, 12.5)] == [0, 60, 80]


@pytest.mark.parametrize(
    ("contract", "told"),
    [
        (Contract.PERMANENT, {"contract": 100}),
        (Contract.FIXED_TERM, {"contract": 50}),
        (Contract.TEMPORARY, {"contract": 30}),
        (Contract.ZERO_HOURS, {"contract": 0, "hours": 0}),
        (Contract.APPRENTICESHIP, {"contract": 80, "progression": 100}),
        (Contract.UNKNOWN, {}),
    ],
)
def test_contract(contract: Contract, told: dict[str, int]) -> None:
    assert quality(Vacancy("v", "", contract=contract), BY).told == told


def test_hours_training_and_what_protects_health() -> None:
    assert quality(Vacancy("v", "", hours=(30, 39)), BY).told == {"hours": 100}
    assert quality(Vacancy("v", "", hours=(30, 40)), BY).told == {"hours": 40}  # a range of ten hours
    assert quality(Vacancy("v", "", contract=Contract.ZERO_HOURS, hours=(30, 30)), BY).told["hours"] == 0
    assert quality(Vacancy("v", "", training=True), BY).told == {"progression": 100}
    protects = [quality(Vacancy("v", "", protects=frozenset("abcd"[:count])), BY).told["health"] for count in (1, 2, 3, 4)]
    assert protects == [35, 70, 100, 100]


def test_the_mean_weighs_pay_and_contract_twice() -> None:
    vacancy = Vacancy("v", "", pay=Pay(11.0, 12.0), contract=Contract.FIXED_TERM, hours=(30, 45), protects=frozenset("a"))
    # (2 x 40 + 2 x 50 + 40 + 35) / 6 = 255 / 6 = 42.5, rounded down
    found = quality(vacancy, BY)
    assert (found.points, len(found.told), found.of) == (42, 4, 5)


def test_nothing_told_is_nothing() -> None:
    found = quality(Vacancy("v", ""), BY)
    assert (found.points, dict(found.told)) == (0, {})


VACANCIES = st.builds(
    Vacancy,
    id=st.just("v"),
    title=st.just(""),
    pay=POUNDS.map(lambda pounds: Pay(pounds, pounds)),
    contract=st.sampled_from(list(Contract)),
    hours=st.sampled_from([None, (16.0, 16.0), (10.0, 30.0)]),
    training=st.booleans(),
    protects=st.frozensets(st.sampled_from("abcde")),
)
FLOORS = st.builds(
    lambda legal, more: Settings(date(2026, 11, 28), legal=legal / 100, living=(legal + more) / 100),
    st.integers(1, 2000),
    st.integers(0, 500),
)


@given(VACANCIES, FLOORS)
def test_points_are_0_to_100(vacancy: Vacancy, by: Settings) -> None:
    found = quality(vacancy, by)
    assert 0 <= found.points <= 100
    assert all(0 <= points <= 100 for points in found.told.values())


@given(VACANCIES, POUNDS, FLOORS)
def test_quality_never_falls_when_pay_rises(vacancy: Vacancy, more: float, by: Settings) -> None:
    assert vacancy.pay is not None
    raised = replace(vacancy, pay=Pay(vacancy.pay.least + more, vacancy.pay.most + more))
    assert quality(raised, by).points >= quality(vacancy, by).points


def own(folder: Path, text: str) -> Path:
    path = folder / "quality.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_ones_own_is_used(tmp_path: Path) -> None:
    vacancy = Vacancy("v", "", pay=Pay(10.0, 10.0), contract=Contract.PERMANENT)
    path = own(tmp_path, SHIPPED.replace("pay = 2", "pay = 8"))
    assert (quality(vacancy, BY).points, quality(vacancy, BY, path=path).points) == (60, 36)  # (8 x 20 + 2 x 100) / 10


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("legal = 20", "legal = 70", "no less than legal"),
        ("above = 1.5", "above = 1", "above"),
        (
            "pay = 2\ncontract = 2\nhours = 1\nprogression = 1\nhealth = 1",
            "pay = 0\ncontract = 0\nhours = 0\nprogression = 0\nhealth = 0",
            "more than 0",
        ),
        ("each = 35", "each = 'much'", "each"),
        ("zero_hours = 0", "zero_hours = 0\nagency = 3", "agency"),
        ("wide_from = 10\n", "", "wide_from"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in SHIPPED
    with pytest.raises(UserError, match=says):
        quality(Vacancy("v", ""), BY, path=own(tmp_path, SHIPPED.replace(old, new)))


def test_every_fault_is_told(tmp_path: Path) -> None:
    text = SHIPPED.replace("legal = 20", "legal = 200").replace("each = 35", "each = -1").replace("above = 1.5", "above = 99")
    with pytest.raises(UserError, match="in 3 places"):
        quality(Vacancy("v", ""), BY, path=own(tmp_path, text))
