"""An option's file: every fault told at once with its place, nothing that matters left out in silence."""

import random
from pathlib import Path
from typing import Any

import pytest

from levelling.atlas.declared import FactsBroken
from levelling.core.errors import UserError
from levelling.practice.appraisal import appraise, ask, green_book, option_of, ready
from levelling.practice.appraisal.model import Model
from levelling.practice.appraisal.reading import read_option, shipped

BASE: dict[str, Any] = {
    "name": "An option",
    "price_year": 2024,
    "horizon_years": 6,
    "optimism_bias": 0.0,
    "deadweight": 0.0,
    "displacement": 0.0,
    "cost": [{"payer": "exchequer", "year": 0, "amount": 1000}],
    "benefit": [{"beneficiary": "NHS", "kind": "cash", "from_year": 1, "to_year": 4, "amount": 400}],
}


def model(raw: dict[str, Any]) -> Model:
    return ready(option_of(raw), green_book())


WRONG: dict[str, Any] = {
    "name": "Wrong",
    "horizon_years": 5,
    "deadweight": {"low": 0.6, "mode": 0.2, "high": 0.8},
    "displacement": 0.1,
    "uptake": 60,
    "people_reached": -20,
    "colour": 3,
    "price_year": 2024,
    "cost": [{"payer": "the counsil", "year": 9, "amount": -5}],
    "benefit": [
        {"beneficiary": "moon", "kind": "gold", "from_year": 1, "to_year": 3, "amount": {"value": 10, "currency": "EUR"}},
        {
            "beneficiary": "individual",
            "kind": "cash",
            "from_year": 4,
            "to_year": 2,
            "amount": {"value": 1, "price_year": 2019, "times": "peple"},
        },
    ],
}


def test_every_fault_is_told_at_once_with_its_place() -> None:
    with pytest.raises(FactsBroken) as caught:
        option_of(WRONG)
    for fault in (
        "optimism_bias: is missing: give a value, 0 where there is none",
        "deadweight: the range is out of order: low 0.6, mode 0.2, high 0.8",
        "uptake: is over 100% (60): write 60% as 0.6",
        "people_reached: is negative (-20)",
        "colour: there is no such field",
        "cost 1, payer: cannot be 'the counsil'",
        "cost 1: year 9 lies beyond the horizon of 5 years",
        "cost 1, amount: is negative (-5)",
        "benefit 1, beneficiary: cannot be 'moon'",
        "benefit 1, kind: cannot be 'gold'",
        "benefit 1, amount: it is in EUR",
        "benefit 2: its years are the wrong way round, 4 to 2",
        "benefit 2, amount: it is in prices of 2019 and the option in prices of 2024",
        "benefit 2, amount: there is no input 'peple'",
    ):
        assert any(fault in said for said in caught.value.faults), fault


@pytest.mark.parametrize("name", ["deadweight", "displacement", "optimism_bias", "price_year", "horizon_years", "name", "cost"])
def test_nothing_that_matters_has_a_silent_default(name: str) -> None:
    with pytest.raises(FactsBroken, match=f"{name}: is missing"):
        option_of({key: value for key, value in BASE.items() if key != name})


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"optimism_bias": "C"}, "no source turns one into a percentage"),
        ({"optimism_bias": {"kind": "outsorcing operating cost", "managed": 0}}, "outsourcing operating cost"),
        ({"optimism_bias": {"kind": "outsourcing operating cost"}}, "managed is missing"),
        ({"drop_off": 1.5}, "drop_off: is over 100%"),
        ({"multiplier": -1}, "multiplier: is negative"),
        ({"deadweight": True}, "deadweight: should be a number"),
        ({"deadweight": {"low": 0.1}}, "low and high come together"),
        ({"deadweight": {"parameter": "deadweight-all-programs"}}, "deadweight-all-programmes"),
        ({"deadweight": {}}, "it says no value"),
        ({"deadweight": float("nan")}, "finite"),
        ({"horizon_years": 0}, "horizon_years"),
        ({"horizon_years": 400}, "horizon_years"),
        ({"currency": "USD"}, "only pounds"),
        ({"convert_prices": "CPI"}, "gdp deflator"),
        ({"cost": {"payer": "NHS"}}, "[[cost]]"),
        ({"cost": [3]}, "cost 1: should be a table"),
        ({"cost": [{"payer": "NHS", "year": 1.5, "amount": 3}]}, "whole number of years"),
        ({"cost": [{"payer": "NHS", "amount": 3}]}, "its years are missing"),
        ({"cost": [{"payer": "NHS", "year": -1, "amount": 3}]}, "before the start"),
        ({"inputs": {"a": {"value": 1, "times": "b"}, "b": {"value": 1, "times": "a"}}}, "worked out from itself"),
        ({"correlation": [{"between": ["uptake", "nobody"], "value": 0.5}]}, "there is no input 'nobody'"),
        ({"correlation": [{"between": ["deadweight", "displacement"], "value": 2}]}, "between -1 and 1"),
        ({"transfer": [{"from": "NHS", "to": "NHS", "year": 1, "amount": 1}]}, "nothing passes"),
        ({"break_even": "nothing"}, "break_even"),
    ],
)
def test_a_fault_is_told_with_what_to_do(change: dict[str, Any], said: str) -> None:
    with pytest.raises(FactsBroken) as caught:
        option_of({**BASE, **change})
    assert said in str(caught.value)


def test_what_is_wanted_is_asked_for_and_what_the_user_gives_is_marked_as_supposed() -> None:
    option = option_of({**BASE, "deadweight": {"wanted": "How many would have come anyway?"}})
    with pytest.raises(FactsBroken, match="deadweight: is wanted: How many would have come anyway"):
        ready(option, green_book())
    with pytest.raises(FactsBroken, match="given, deadweight: is over 100%"):
        ready(option, green_book(), given={"deadweight": 40})
    with pytest.raises(FactsBroken, match="there is no such input"):
        ready(option, green_book(), given={"deadwight": 0.4, "deadweight": 0.4})
    found = appraise([ready(option, green_book(), given={"deadweight": 0.4})]).items[0]
    assert next(item for item in found.assumptions if item.key == "deadweight").supposed
    assert any("Supposed, not found: deadweight" in sentence for sentence in found.sentences)


def test_sums_in_other_prices_are_moved_only_where_the_file_says_so() -> None:
    amount = {"parameter": "ambulance-call-out-2023-24"}
    benefit = {**BASE["benefit"][0], "amount": amount}
    with pytest.raises(FactsBroken, match="prices of 2023-24"):
        option_of({**BASE, "benefit": [benefit]})
    found = model({**BASE, "benefit": [benefit], "convert_prices": "gdp deflator"})
    deflators = green_book().deflators
    factor = deflators.factor("2023-24", "2024")
    assert factor is not None
    assert found.inputs["benefit 1: amount"].value == pytest.approx(327 * factor)
    assert deflators in found.used
    with pytest.raises(FactsBroken, match="prices of 2026 cannot be told"):
        model({**BASE, "price_year": 2026, "benefit": [benefit], "convert_prices": "gdp deflator"})


def test_prices_asked_for_scale_everything() -> None:
    plain = appraise([model(BASE)]).items[0]
    told = appraise([ready(option_of(BASE), green_book(), prices=2020)]).items[0]
    assert plain.npsv.mean is not None
    assert told.npsv.mean == pytest.approx(plain.npsv.mean * 0.852137)
    with pytest.raises(UserError, match="different years"):
        appraise([model(BASE), model({**BASE, "name": "Older", "price_year": 2020})])


def test_the_options_that_come_with_it_are_whole_and_every_number_in_them_has_a_source_or_is_wanted() -> None:
    assert set(shipped()) >= {
        "place-and-train-in-general-practice",
        "care-micro-enterprises",
        "apprenticeship-support-for-small-firms",
    }
    for path in shipped().values():
        option = read_option(path)
        held = {**option.shares, **option.people, **option.inputs}
        for name, term in held.items():
            known = term.parameter or term.area or term.wanted
            assert known or (term.quantity is not None and "names no source" not in term.quantity.source), f"{path.name}: {name}"
        amounts = [item.amount for item in option.costs] + [item.amount for item in option.benefits]
        amounts += [item.amount for item in option.transfers]
        assert all(amount.quantity is None for amount in amounts), path.name
        assert option.break_even


def test_a_file_that_is_none_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="care-micro-enterprises"):
        read_option("care-micro-enterprise")
    with pytest.raises(UserError, match="cannot be read: no such file"):
        read_option(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_text("name = = 1", "utf-8")
    with pytest.raises(UserError, match="is not TOML"):
        read_option(tmp_path / "bad.toml")


def test_random_rubbish_never_breaks_the_reader() -> None:
    rubbish: list[Any] = [
        None,
        -1,
        1e300,
        "",
        "area",
        [],
        {},
        {"low": 1},
        {"value": "x"},
        [[]],
        {"times": 3},
        True,
        {"wanted": "?"},
    ]
    whole = {**BASE, "uptake": 0.5, "people_reached": 100, "inputs": {"pay": {"low": 1, "high": 2}}, "drop_off": 0.1}
    generator = random.Random(4)  # noqa: S311 - a test's own choice of rubbish
    for _ in range(400):
        raw = {key: generator.choice(rubbish) if generator.random() < 0.4 else value for key, value in whole.items()}
        try:
            appraise([model(raw)], 10)
        except UserError:
            continue


@pytest.mark.parametrize("given", [3, {"care-micro-enterprises": 3}, {"another": {"deadweight": 0}}])
def test_suppositions_of_another_shape_are_refused(given: Any) -> None:
    with pytest.raises(UserError, match="supposed"):
        ask(["care-micro-enterprises"], given=given)
