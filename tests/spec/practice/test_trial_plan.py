"""A trial planned: what is asked for, what can be shown, and everything wrong with a plan told at once."""

from typing import Any

import pytest

from levelling.core.errors import UserError
from levelling.practice.trial import Design, Outcome, Planned, Unplannable, detect, size
from levelling.practice.trial.asked import baseline, planned
from levelling.practice.trial.wedge import plan_of
from tests.challenge_world import TOWN, World, indicator

GOOD: dict[str, Any] = {"drop_out": 0.0, "baseline": 0.3}
CLUSTERS: dict[str, Any] = {**GOOD, "icc": 0.05, "cluster_size": 10}


def plan(design: Design = Design.INDIVIDUAL, outcome: Outcome = Outcome.PROPORTION, **given: Any) -> Planned:
    return Planned(outcome, design, **given)


def test_the_lead_says_how_many_and_the_next_what_was_assumed() -> None:
    found = size(plan(**GOOD | {"drop_out": 0.2}, difference=0.1))
    lead, assumed, *_ = found.sentences
    assert lead == (
        "To tell a rise from 30% to 40% from chance, 890 people are needed, half of them helped (of whom 712 stay to the end)."
    )
    assert "a two-sided level of 5% and a power of 80%" in assumed
    assert "20% of outcomes lost" in assumed
    assert found.records()[0]["alpha"] == 0.05


def test_200_clients() -> None:
    found = detect(plan(**GOOD, clients=200))
    assert found.rise == pytest.approx(0.193, abs=0.0005)
    assert found.fall == pytest.approx(0.163, abs=0.0005)
    assert "With 200 people" in found.sentences[0]
    assert any("Not seen is not the same as not there" in sentence for sentence in found.sentences)


def test_no_room_for_a_rise_is_said() -> None:
    found = detect(plan(**GOOD | {"baseline": 0.98}, clients=40))
    assert found.rise is None
    assert "no rise could be told from chance" in found.sentences[0]
    assert any("exact test" in sentence for sentence in found.sentences)
    hopeless = detect(plan(**GOOD | {"baseline": 0.5}, clients=4))
    assert (hopeless.rise, hopeless.fall) == (None, None)
    assert "no change could be told from chance" in hopeless.sentences[0]


def test_very_many_people_show_very_little() -> None:
    found = detect(plan(**GOOD, clients=10**9))
    assert "a rise of less than 0.1 percentage points" in found.sentences[0]
    many = detect(plan(Design.STEPPED_WEDGE, **CLUSTERS, steps=2_000, clusters=2_000))
    assert many.rise is not None
    assert many.rise < 0.01


def test_clusters_are_counted_from_people_and_people_from_clusters() -> None:
    one = detect(plan(Design.CLUSTER, **CLUSTERS, clients=200))
    two = detect(plan(Design.CLUSTER, **CLUSTERS, clusters=20))
    assert (one.people, one.rise) == (two.people, two.rise)
    # 9 of 10 clusters of each arm count, 10 people each, over a design effect of 1.45.
    assert one.each == pytest.approx(9 * 10 / 1.45)
    with pytest.raises(Unplannable, match="contradicts"):
        detect(plan(Design.CLUSTER, **CLUSTERS, clusters=20, clients=150))


def test_a_stepped_wedge_begins_in_steps() -> None:
    assert plan_of(4, 2) == [[0, 1, 1], [0, 1, 1], [0, 0, 1], [0, 0, 1]]
    found = size(plan(Design.STEPPED_WEDGE, **CLUSTERS, difference=0.1, steps=4))
    assert found.clusters is not None
    assert found.clusters % 4 == 0
    assert found.people == found.clusters * 5 * 10
    back = detect(plan(Design.STEPPED_WEDGE, **CLUSTERS, steps=4, clusters=found.clusters))
    assert back.rise is not None
    assert back.rise <= 0.1


def test_the_interval_of_a_baseline_is_carried() -> None:
    world = World([indicator()], [("employment-rate", TOWN, "2023", 60.0, 50.0, 70.0)])
    figure, faults = baseline(world, TOWN, "employment-rate", Outcome.PROPORTION)
    assert faults == ()
    made = planned("size", Outcome.PROPORTION, Design.INDIVIDUAL, {"drop_out": 0.0, "difference": 0.1}, figure)
    found = size(made)
    assert made.baseline == 0.6
    assert found.people_lower is not None
    assert found.people_upper is not None
    assert found.people_lower <= found.people <= found.people_upper
    assert any("It is of everybody there" in sentence for sentence in found.sentences)
    assert found.record()["baseline_from"] == "employment-rate, Hartlepool, 2023"


def test_a_figure_that_is_no_share_or_is_not_there_is_a_fault_among_the_others() -> None:
    pay = indicator("pay", unit="£ a week")
    world = World([pay], [("pay", TOWN, "2023", 500.0, None, None)])
    figure, faults = baseline(world, TOWN, "pay", Outcome.PROPORTION)
    with pytest.raises(Unplannable) as told:
        planned("size", Outcome.PROPORTION, Design.INDIVIDUAL, {"drop_out": 2.0}, figure, faults)
    assert [fault.split()[0] for fault in told.value.faults] == ["--indicator", "--difference", "--drop-out"]
    assert baseline(World([pay], []), TOWN, "pay", Outcome.MEAN)[1]


@pytest.mark.parametrize(
    ("design", "given", "faults"),
    [
        (Design.INDIVIDUAL, {"baseline": 1.3, "drop_out": 0.0}, ["--baseline cannot be 1.3"]),
        (Design.INDIVIDUAL, {"baseline": -0.1, "drop_out": 1.0}, ["--baseline cannot be -0.1", "--drop-out cannot be 1"]),
        (Design.INDIVIDUAL, {"baseline": 0.95, "difference": 0.1, "drop_out": 0.0}, ["--difference takes the baseline to 1.05"]),
        (Design.INDIVIDUAL, {"baseline": 0.5, "difference": 0.0, "drop_out": 0.0}, ["--difference cannot be 0"]),
        (Design.INDIVIDUAL, {"drop_out": None}, ["--baseline is missing", "--drop-out is missing"]),
        (Design.INDIVIDUAL, GOOD | {"icc": 0.1, "clients": -5}, ["--icc is for clusters", "--clients cannot be -5"]),
        (Design.INDIVIDUAL, GOOD | {"alpha": 0.0, "power": 1.5}, ["--alpha cannot be 0", "--power cannot be 1.5"]),
        (Design.INDIVIDUAL, GOOD | {"alpha": 0.5, "power": 0.4}, ["--power of 0.4 is not above"]),
        (Design.INDIVIDUAL, GOOD | {"sd": 2.0}, ["--sd is for a mean"]),
        (Design.CLUSTER, GOOD, ["--icc is missing", "--cluster-size is missing"]),
        (Design.CLUSTER, CLUSTERS | {"icc": 1.2}, ["--icc cannot be 1.2"]),
        (Design.CLUSTER, CLUSTERS | {"clusters": 1}, ["--clusters cannot be 1"]),
        (
            Design.CLUSTER,
            CLUSTERS | {"cluster_size": 0.0, "steps": 3},
            ["--cluster-size cannot be 0", "--steps is for a stepped"],
        ),
        (Design.STEPPED_WEDGE, CLUSTERS, ["--steps is missing"]),
        (Design.STEPPED_WEDGE, CLUSTERS | {"steps": 2, "icc": 1.0}, ["--icc cannot be 1"]),
        (Design.INDIVIDUAL, GOOD | {"difference": 1e-9}, ["--difference cannot be 1e-09"]),
        (Design.STEPPED_WEDGE, CLUSTERS | {"steps": 1}, ["--steps cannot be 1"]),
        (Design.STEPPED_WEDGE, CLUSTERS | {"steps": 3, "clusters": 4}, ["--clusters cannot be 4"]),
        (
            Design.INDIVIDUAL,
            {"baseline": float("nan"), "drop_out": float("nan")},
            ["--baseline cannot be nan", "--drop-out cannot be"],
        ),
    ],
)
def test_every_fault_of_a_plan_is_told(design: Design, given: dict[str, Any], faults: list[str]) -> None:
    with pytest.raises(Unplannable) as told:
        plan(design, **given)
    assert len(told.value.faults) == len(faults)
    for fault, begins in zip(told.value.faults, faults, strict=True):
        assert fault.startswith(begins)


def test_a_mean_needs_its_spread() -> None:
    with pytest.raises(UserError, match="--sd is missing"):
        plan(outcome=Outcome.MEAN, drop_out=0.0)
    with pytest.raises(UserError, match="--sd cannot be 0"):
        plan(outcome=Outcome.MEAN, drop_out=0.0, sd=0.0)
    found = size(plan(outcome=Outcome.MEAN, drop_out=0.0, sd=10.0, difference=-5.0))
    assert found.each == 64
    assert detect(plan(outcome=Outcome.MEAN, drop_out=0.0, sd=10.0, clients=128)).rise == pytest.approx(5.0, abs=0.01)
    assert detect(plan(Design.CLUSTER, Outcome.MEAN, drop_out=0.0, sd=10.0, icc=0.5, cluster_size=1, clusters=4)).rise is None


def test_what_is_worked_out_cannot_be_given() -> None:
    with pytest.raises(UserError, match="levelling trial detect"):
        size(plan(**GOOD, difference=0.1, clients=200))
    with pytest.raises(UserError, match="levelling trial size"):
        detect(plan(**GOOD, difference=0.1, clients=200))
    with pytest.raises(UserError, match="--clients is missing"):
        detect(plan(**GOOD))
    with pytest.raises(UserError, match="--clusters is missing"):
        detect(plan(Design.CLUSTER, **CLUSTERS))
    with pytest.raises(UserError, match="--clusters cannot be 1"):
        detect(plan(Design.CLUSTER, **CLUSTERS, clients=15))
