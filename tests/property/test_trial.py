"""Laws of test and learn: more people show less, help asks for no fewer in clusters, a count that is small never leaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from levelling.core.difference import difference, wilson
from levelling.core.small_numbers import MOST_WITHHELD, shown
from levelling.practice.trial import Arm, Assigned, Design, Outcome, Outcomes, Planned, detect, result, size
from levelling.practice.trial.power import people_for_proportions, power_for_proportions
from levelling.practice.trial.wedge import plan_of, variance

SHARE = st.floats(0.05, 0.85)
STEP = st.floats(0.02, 0.14)


@given(SHARE, STEP, st.floats(0, 0.6))
def test_size_and_what_it_can_show_are_one_another_s_reverse(baseline: float, step: float, drop_out: float) -> None:
    found = size(Planned(Outcome.PROPORTION, Design.INDIVIDUAL, drop_out, baseline, step))
    shown_by = detect(Planned(Outcome.PROPORTION, Design.INDIVIDUAL, drop_out, baseline, clients=found.people))
    assert shown_by.rise is not None
    assert shown_by.rise <= step * 1.001
    fewer = detect(Planned(Outcome.PROPORTION, Design.INDIVIDUAL, drop_out, baseline, clients=max(4, found.people // 2)))
    assert fewer.rise is None or fewer.rise >= shown_by.rise


@given(SHARE, STEP, st.floats(0.05, 0.95))
def test_the_power_at_the_size_asked_for_is_the_power_asked_for(baseline: float, step: float, power: float) -> None:
    people = people_for_proportions(baseline, baseline + step, 0.05, power)
    if power > 0.05:
        assert power_for_proportions(baseline, baseline + step, people, 0.05) == pytest.approx(power)


@given(SHARE, STEP, st.floats(0, 1), st.integers(1, 60))
def test_clusters_never_ask_for_fewer_people(baseline: float, step: float, icc: float, people: int) -> None:
    alone = size(Planned(Outcome.PROPORTION, Design.INDIVIDUAL, 0.0, baseline, step))
    together = size(Planned(Outcome.PROPORTION, Design.CLUSTER, 0.0, baseline, step, cluster_size=people, icc=icc))
    assert together.people >= alone.people
    assert together.clusters is not None
    assert together.clusters >= 4
    assert together.clusters % 2 == 0


@given(st.integers(2, 6), st.integers(1, 4), st.floats(0.01, 2), st.floats(0, 1))
def test_more_clusters_make_a_wedge_surer(steps: int, groups: int, within: float, between: float) -> None:
    one = variance(plan_of(steps * groups, steps), within, between)
    two = variance(plan_of(2 * steps * groups, steps), within, between)
    assert two == pytest.approx(one / 2)


@given(st.integers(1, 300), st.data())
def test_newcombe_s_interval_holds_the_difference_and_turns_with_the_arms(people: int, data: st.DataObject) -> None:
    yes, other = data.draw(st.integers(0, people)), data.draw(st.integers(0, people))
    found = difference(wilson(yes, people), wilson(other, people))
    back = difference(wilson(other, people), wilson(yes, people))
    assert -1 <= found.lower <= found.value <= found.upper <= 1
    assert (back.lower, back.upper) == pytest.approx((-found.upper, -found.lower))


@given(st.integers(8, 200), st.data())
def test_no_count_of_one_to_seven_leaves(people: int, data: st.DataObject) -> None:
    yes, other = data.draw(st.integers(0, people)), data.draw(st.integers(0, people))
    arms = Arm("a", people, yes, yes / people, None), Arm("b", people, other, other / people, None)
    found = result(Outcomes(arms), "a", data.draw(st.sampled_from(Assigned)))
    record = found.record()
    small = {count for count in (yes, people - yes, other, people - other) if 1 <= count <= MOST_WITHHELD}
    if small:
        assert record["helped_value"] is None
        assert record["other_value"] is None
    else:
        assert record["helped_value"] == pytest.approx(100 * yes / people, abs=0.05)
    assert found.claims_effect <= (found.assigned is Assigned.RANDOM)


@given(st.integers(0, 10_000))
def test_a_count_is_shown_within_two_of_itself_or_not_at_all(count: int) -> None:
    seen = shown(count)
    assert (seen is None) == (1 <= count <= MOST_WITHHELD)
    assert seen is None or (abs(seen - count) <= 2 and seen % 5 == 0)
