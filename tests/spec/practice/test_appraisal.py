"""An appraisal by its parts, and against plain Python loops that share nothing with the engine."""

from typing import Any

import numpy as np
import pytest

from levelling.atlas.declared import FactsBroken
from levelling.practice.appraisal import Body, appraise, green_book, option_of, ready
from levelling.practice.appraisal.draws import draw
from levelling.practice.appraisal.engine import reckon
from levelling.practice.appraisal.green_book import Rate
from levelling.practice.appraisal.model import Model

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
RICH: dict[str, Any] = {
    **BASE,
    "horizon_years": 35,
    "optimism_bias": {"low": 0.0, "mode": 0.1, "high": 0.5},
    "deadweight": {"low": 0.1, "high": 0.5},
    "displacement": {"low": 0.0, "mode": 0.2, "high": 0.3, "shape": "pert"},
    "leakage": 0.05,
    "substitution": 0.02,
    "multiplier": 1.2,
    "drop_off": {"low": 0.05, "mode": 0.1, "high": 0.3},
    "people_reached": 200,
    "uptake": {"low": 0.4, "mode": 0.6, "high": 0.8},
    "effect": {"low": 0.0, "mode": 0.05, "high": 0.1},
    "inputs": {"pay": {"low": 9000, "mode": 12000, "high": 20000}, "share": 0.5},
    "cost": [
        {"payer": "NHS", "from_year": 0, "to_year": 2, "amount": {"value": 300, "times": "people_helped"}},
        {"payer": "employer", "year": 1, "amount": {"low": 100, "high": 900}, "optimism_bias": 0.0},
    ],
    "benefit": [
        {
            "name": "Pay",
            "beneficiary": "individual",
            "kind": "cash",
            "from_year": 1,
            "to_year": 33,
            "amount": {"times": ["outcomes", "pay"]},
        },
        {
            "beneficiary": "NHS",
            "kind": "cash",
            "from_year": 2,
            "to_year": 9,
            "amount": {"value": 90, "times": "people_helped", "per": "share"},
            "drop_off": 0.0,
        },
        {
            "beneficiary": "individual",
            "kind": "health",
            "from_year": 1,
            "to_year": 35,
            "amount": 700,
            "counts_same_as": "nothing",
            "deadweight": 0.0,
        },
    ],
    "transfer": [
        {"from": "individual", "to": "exchequer", "from_year": 1, "to_year": 5, "amount": {"value": 1000, "times": "outcomes"}}
    ],
}


def model(raw: dict[str, Any]) -> Model:
    return ready(option_of(raw), green_book())


def by_hand(raw: dict[str, Any], drawn: dict[str, float]) -> tuple[float, float, float, float | None]:
    """Value, public cost, benefit and payback of one draw of `RICH`, in plain loops that share nothing with the engine."""
    standard, health = (green_book().rates.factors(rate, 35) for rate in (Rate.STANDARD, Rate.HEALTH))
    helped = 200 * drawn["uptake"]
    outcomes = helped * drawn["effect"]
    shared = (1 - drawn["displacement"]) * (1 - 0.05) * (1 - 0.02) * 1.2
    public = other = benefit = 0.0
    cash = [0.0] * 36
    for year in range(3):
        spent = 300 * helped * (1 + drawn["optimism_bias"])
        public += spent * standard[year]
        cash[year] -= spent
    other += drawn["cost 2: amount"] * standard[1]
    cash[1] -= drawn["cost 2: amount"]
    left = 1.0
    for year in range(1, 34):
        pay = outcomes * drawn["pay"] * (1 - drawn["deadweight"]) * shared * left
        benefit += pay * standard[year]
        cash[year] += pay
        left *= 1 - drawn["drop_off"]
    for year in range(2, 10):
        saved = 90 * helped / 0.5 * (1 - drawn["deadweight"]) * shared
        benefit += saved * standard[year]
        cash[year] += saved
    left = 1.0
    for year in range(1, 36):
        benefit += 700 * shared * left * health[year]
        left *= 1 - drawn["drop_off"]
    running, total = [], 0.0
    for amount in cash:
        total += amount
        running.append(total)
    below = [year for year, amount in enumerate(running) if amount < 0]
    payback: float | None = 0.0
    if below:
        last = below[-1]
        payback = None if last == 35 else last + running[last] / (running[last] - running[last + 1])
    return benefit - public - other, public, benefit, payback


def test_plain_loops_find_the_same_in_every_draw() -> None:
    ready_one = model(RICH)
    draws = 300
    values = draw(ready_one, draws, 11)
    found = reckon(ready_one, values, draws)
    for at in range(draws):
        single = {key: value if isinstance(value, float) else float(value[at]) for key, value in values.items()}
        value, public, benefit, payback = by_hand(RICH, single)
        assert found.npsv[at] == pytest.approx(value, rel=1e-10)
        assert found.public_cost[at] == pytest.approx(public, rel=1e-10)
        assert found.benefit[at] == pytest.approx(benefit, rel=1e-10)
        assert found.payback[at] == pytest.approx(float("inf") if payback is None else payback, rel=1e-9)


def test_stretches_join_without_a_seam() -> None:
    ready_one = model(RICH)
    values = draw(ready_one, 20_000, 5)
    found = reckon(ready_one, values, 20_000)
    rest = {key: value if isinstance(value, float) else value[8_190:8_200] for key, value in values.items()}
    assert found.npsv[8_190:8_200] == pytest.approx(reckon(ready_one, rest, 10).npsv)


def test_a_transfer_makes_nobody_better_off_but_who_pays_and_saves() -> None:
    passed = [{"from": "individual", "to": "exchequer", "from_year": 1, "to_year": 2, "amount": 250}]
    without, found = (appraise([model(raw)]).items[0] for raw in (BASE, {**BASE, "transfer": passed}))
    assert found.npsv == without.npsv
    assert found.ratio_of_means == without.ratio_of_means
    assert found.payback == without.payback
    assert found.total(found.who_pays, Body.INDIVIDUAL) == 500
    assert found.total(found.who_saves, Body.EXCHEQUER) == 500
    assert found.public_payback.mean is not None
    assert without.public_payback.mean is not None
    assert found.public_payback.mean < without.public_payback.mean


def test_who_pays_and_who_saves_by_year() -> None:
    found = appraise([model({**BASE, "optimism_bias": 0.5, "drop_off": 0.5, "deadweight": 0.2})]).items[0]
    record = found.record()
    assert record["who_pays"] == [{"body": "exchequer", "year": 0, "amount": 1500.0}]
    assert [(one["body"], one["year"], round(one["amount"], 6)) for one in record["who_saves"]] == [
        ("NHS", 1, 320.0),
        ("NHS", 2, 160.0),
        ("NHS", 3, 80.0),
        ("NHS", 4, 40.0),
    ]


def test_what_tells_the_same_good_twice_is_shown_and_not_added() -> None:
    wellbeing = {"beneficiary": "NHS", "kind": "wellbeing", "year": 2, "amount": 999}
    cash = {**BASE["benefit"][0], "name": "Saved"}
    with pytest.raises(FactsBroken, match="counts_same_as"):
        option_of({**BASE, "benefit": [cash, wellbeing]})
    same = appraise([model({**BASE, "benefit": [cash, {**wellbeing, "counts_same_as": "Saved"}]})]).items[0]
    other = appraise([model({**BASE, "benefit": [cash, {**wellbeing, "counts_same_as": "nothing"}]})]).items[0]
    alone = appraise([model(BASE)]).items[0]
    assert same.npsv == alone.npsv
    assert same.apart.mean == pytest.approx(999 / 1.035**2)
    assert alone.npsv.mean is not None
    assert other.npsv.mean == pytest.approx(alone.npsv.mean + 999 / 1.035**2)
    assert other.npsv_cash == alone.npsv


def test_a_cost_that_nothing_covers_never_pays_back() -> None:
    found = appraise([model({**BASE, "benefit": [{**BASE["benefit"][0], "amount": 10}]})]).items[0]
    assert found.payback.record() == {"mean": None, "p5": None, "p50": None, "p95": None}
    assert found.pays == 0.0
    assert found.break_even.needed is not None
    assert found.break_even.needed > 1


def test_without_public_money_there_is_no_ratio() -> None:
    found = appraise([model({**BASE, "cost": [{"payer": "employer", "year": 0, "amount": 5}]})]).items[0]
    assert found.ratio_of_means is None
    assert found.bcr.mean is None
    assert "No public body pays for it" in " ".join(found.sentences)


def test_two_options_that_differ_by_chance_cannot_be_told_apart() -> None:
    spread = {"low": 0.1, "mode": 0.3, "high": 0.8}
    like = [model({**BASE, "name": name, "deadweight": spread}) for name in ("One", "Other")]
    first, second = appraise(like).items
    assert first.against[0].verdict == second.against[0].verdict == "cannot tell apart"
    assert "One cannot be told apart from Other: their difference may be nought." in appraise(like).sentences
    cheap = model({**BASE, "name": "Cheap", "deadweight": spread, "cost": [{"payer": "exchequer", "year": 0, "amount": 10}]})
    better = appraise([like[0], cheap])
    assert [item.against[0].verdict for item in better.items] == ["worse", "better"]
    assert better.sentences[0] == "The largest value on average is that of Cheap."
    dear = [
        model({**BASE, "name": name, "cost": [{"payer": "exchequer", "year": 0, "amount": 1e9}]}) for name in ("One", "Other")
    ]
    assert appraise(dear).sentences[1] == "None is worth what it costs on average."


def test_what_several_options_share_is_drawn_once_for_all() -> None:
    spread = {"low": 0.1, "mode": 0.3, "high": 0.8, "common": "how many would come anyway"}
    one, other = (
        model({**BASE, "name": name, "deadweight": spread, "cost": [{"payer": "exchequer", "year": 0, "amount": cost}]})
        for name, cost in (("One", 900), ("Other", 1000))
    )
    apart = appraise([one, other]).items[0].against[0]
    assert apart.low == pytest.approx(100)
    assert apart.high == pytest.approx(100)
    assert apart.verdict == "better"


def test_the_worth_of_learning_is_that_of_an_answer_worked_by_hand() -> None:
    """One uncertain gain, even from 0 to 2,000 in year 0, against a cost of 1,000: worth nought on average. Who knows it takes
    the option only above 1,000 and so gains 250 on average; nobody gains more by knowing anything else."""
    gain = {"beneficiary": "NHS", "kind": "cash", "year": 0, "amount": {"low": 0, "high": 2000}}
    found = appraise([model({**BASE, "benefit": [gain]})], 100_000).items[0]
    assert found.perfect == pytest.approx(250, rel=0.03)
    assert [item.key for item in found.learning] == ["benefit 1: amount"]
    assert found.learning[0].value == pytest.approx(250, rel=0.03)


def test_the_tornado_has_the_widest_swing_first() -> None:
    found = appraise([model(RICH)], 5_000).items[0]
    widths = [swing.width for swing in found.tornado]
    assert widths == sorted(widths, reverse=True)
    assert {"effect", "pay", "uptake", "drop_off"} <= {swing.key for swing in found.tornado}
    for swing in found.tornado:
        more_is_better = swing.key not in {"deadweight", "displacement", "drop_off", "optimism_bias", "cost 2: amount"}
        assert (swing.npsv_high > swing.npsv_low) is more_is_better, swing.key


def test_pert_is_narrower_than_a_triangle() -> None:
    spread = {"low": 0.0, "mode": 0.3, "high": 0.9}
    triangle, pert = (
        np.std(draw(model({**BASE, "deadweight": {**spread, "shape": shape}}), 20_000, 1)["deadweight"])
        for shape in ("triangle", "pert")
    )
    assert pert < triangle
