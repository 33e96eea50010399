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
    assert quality(Vacancy("v", "", pay=Pay(10.0, 18.0)), BY).told == {"pay": 20}
    assert quality(Vacancy("v", "", pay=Pay(18.0, 18.0, modelled=True)), BY).told == {}


def test_without_a_living_wage_the_line_begins_at_the_legal_minimum() -> None:
    # Legal and living are both £10.00, worth 60; £12.50 is half way to £15.00.
    by = Settings(date(2026, 11, 28), legal=10.0)
    assert [quality(Vacancy("v", "", pay=Pay(pounds, pounds)), by).told["pay"] for pounds in (9.99, 10.0, 12.5)] == [0, 60, 80]


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
    assert quality(Vacancy("v", "", contract=Contract.ZERO_HOURS, hours=(30, 30)), BY).told == {"contract": 0, "hours": 100}
    assert quality(Vacancy("v", "", training=True), BY).told == {"progression": 100}
    protects = [quality(Vacancy("v", "", protects=frozenset("abcd"[:count])), BY).told["health"] for count in (1, 2, 3, 4)]
    assert protects == [35, 70, 100, 100]


def test_pay_and_contract_weigh_twice_and_what_is_left_out_counts_nothing() -> None:
    vacancy = Vacancy("v", "", pay=Pay(11.0, 12.0), contract=Contract.FIXED_TERM, hours=(30, 45), protects=frozenset("a"))
    # (2 x 40 + 2 x 50 + 40 + 35) / 7 = 255 / 7 = 36.4, rounded down; with training 355 / 7 = 50.7
    found = quality(vacancy, BY)
    assert (found.least, found.most, found.untold) == (36, 50, ("progression",))


def test_who_hides_their_pay_is_not_put_before_who_tells_it() -> None:
    silent = Vacancy("v", "", contract=Contract.PERMANENT, hours=(30, 30))
    honest = replace(silent, pay=Pay(12.0, 12.0))
    # (200 + 100) / 7 = 42.8 and (120 + 200 + 100) / 7 = 60
    assert (quality(silent, BY).least, quality(honest, BY).least) == (42, 60)


def test_nothing_told_is_nothing_shown_and_may_be_anything() -> None:
    found = quality(Vacancy("v", ""), BY)
    assert (found.least, found.most, dict(found.told)) == (0, 100, {})
    assert found.sentence == (
        "Quality not known: the advert leaves out pay, the kind of contract, hours, training and terms that protect health."
    )


def test_where_all_is_told_there_is_one_number() -> None:
    whole = Vacancy(
        "v", "", pay=Pay(12.0, 12.0), contract=Contract.PERMANENT, hours=(30, 30), training=True, protects=frozenset("ab")
    )
    found = quality(whole, BY)  # (120 + 200 + 100 + 100 + 70) / 7 = 84.2
    assert (found.least, found.most, found.sentence) == (84, 84, "Quality 84 of 100.")


VACANCIES = st.builds(
    Vacancy,
    id=st.just("v"),
    title=st.just(""),
    pay=st.none() | POUNDS.map(lambda pounds: Pay(pounds, pounds)),
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


MORE = st.sampled_from(["pay", "contract", "hours", "training", "protects"])


@given(VACANCIES, FLOORS)
def test_what_is_shown_is_no_more_than_what_may_be(vacancy: Vacancy, by: Settings) -> None:
    found = quality(vacancy, by)
    assert 0 <= found.least <= found.most <= 100
    assert (found.least == found.most) == (not found.untold)
    assert all(0 <= points <= 100 for points in found.told.values())
    assert sorted([*found.told, *found.untold]) == ["contract", "health", "hours", "pay", "progression"]


@given(VACANCIES, VACANCIES, MORE, FLOORS)
def test_telling_more_never_lowers_quality(vacancy: Vacancy, other: Vacancy, field: str, by: Settings) -> None:
    silent = replace(vacancy, **{field: getattr(Vacancy("", ""), field)})
    telling = replace(vacancy, **{field: getattr(other, field)})
    before, after = quality(silent, by), quality(telling, by)
    assert after.least >= before.least
    assert after.most <= before.most
    assert set(before.told) <= set(after.told)


@given(VACANCIES, POUNDS, POUNDS, FLOORS)
def test_quality_never_falls_when_pay_rises(vacancy: Vacancy, pounds: float, more: float, by: Settings) -> None:
    paid, raised = (replace(vacancy, pay=Pay(amount, amount)) for amount in (pounds, pounds + more))
    assert quality(raised, by).least >= quality(paid, by).least


def own(folder: Path, text: str) -> Path:
    path = folder / "quality.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_ones_own_is_used(tmp_path: Path) -> None:
    vacancy = Vacancy("v", "", pay=Pay(10.0, 10.0), contract=Contract.PERMANENT)
    path = own(tmp_path, SHIPPED.replace("pay = 2", "pay = 8"))
    # (2 x 20 + 2 x 100) / 7 = 34.2 and (8 x 20 + 2 x 100) / 13 = 27.6
    assert (quality(vacancy, BY).least, quality(vacancy, BY, path=path).least) == (34, 27)


def test_what_weighs_nothing_is_neither_told_nor_missed(tmp_path: Path) -> None:
    path = own(tmp_path, SHIPPED.replace("hours = 1", "hours = 0").replace("health = 1", "health = 0"))
    found = quality(Vacancy("v", "", pay=Pay(12.0, 12.0), hours=(30, 30)), BY, path=path)
    # 2 x 60 / 5 = 24, and (2 x 60 + 2 x 100 + 100) / 5 = 84
    assert (found.least, found.most, found.told, found.untold) == (24, 84, {"pay": 60}, ("contract", "progression"))


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
        ("wide = 40", "wide = 101", "wide"),
        ("stated = 100\nwide = 40", "stated = 30\nwide = 40", "then wide"),
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
