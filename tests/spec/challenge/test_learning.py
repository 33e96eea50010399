"""Learning: falls, flows and mixes by hand, and nothing across a break."""

import pytest

from levelling.challenge.learning import fall, flow, learning, mix
from levelling.challenge.learning.adults import change, went
from levelling.challenge.learning.country import everywhere
from levelling.challenge.learning.qualifications import shares
from levelling.core.comparison import Verdict
from levelling.core.errors import NotEnoughData
from levelling.core.indicator import Direction, Movement
from tests.challenge_world import BELFAST, ENGLAND, OTHERS, TOWN, UK, Row, World, indicator

ADULTS = "further-education-adults-2016-to-2020"
STARTS, TAUGHT = "apprenticeship-starts-residents", "apprenticeship-starts-taught-here"
RATE = "further-education-skills-participation"
Y16, Y17, Y18, Y24 = (f"{year}-08-01/P1Y" for year in (2016, 2017, 2018, 2024))


def world(*rows: Row, breaks: tuple[tuple[str, str], ...] = ()) -> World:
    indicators = [indicator(slug, unit="learners", movement=Movement.SUM) for slug in (ADULTS, STARTS, TAUGHT)]
    indicators += [
        indicator(RATE, unit="per 100,000"),
        indicator("gcses-equivalent-english-maths", breaks=breaks),
        indicator("neet-or-not-known-16-17", direction=Direction.LOWER_BETTER),
    ]
    return World(indicators, rows)


def count(slug: str, period: str, value: float | None, area: object = TOWN) -> Row:
    return (slug, area, period, value, None, None)  # type: ignore[return-value]


def test_the_fall_is_of_the_first_year_and_ends_before_the_pandemic() -> None:
    found = fall(
        world(
            count(ADULTS, Y16, 200),
            count(ADULTS, Y17, 190),
            count(ADULTS, Y18, 150),
            count(ADULTS, Y16, 1000, ENGLAND),
            count(ADULTS, Y18, 950, ENGLAND),
        ),
        TOWN,
    )
    assert found is not None
    assert found.percent == pytest.approx(-25)
    assert found.england_percent == pytest.approx(-5)
    assert "it fell by 25.0%, while in England as a whole the number fell by 5.0%" in found.sentence


def test_without_the_years_there_is_no_fall() -> None:
    assert fall(world(count(ADULTS, Y16, 200)), TOWN) is None
    assert fall(world(count(ADULTS, Y16, 0), count(ADULTS, Y18, 5)), TOWN) is None
    assert fall(world(count(ADULTS, Y16, 5), count(ADULTS, Y18, 5)), UK) is None


def test_changes_in_words() -> None:
    assert [went(percent) for percent in (-5.32, 4.0, 0.04)] == ["fell by 5.3%", "rose by 4.0%", "stayed the same"]
    with pytest.raises(ValueError, match="something to begin with"):
        change(0, 5)


def test_the_net_flow_is_taught_less_begun() -> None:
    found = flow(world(count(STARTS, Y24, 80), count(TAUGHT, Y24, 100), count(STARTS, Y18, 10)), TOWN)
    assert found is not None
    assert (found.net, found.per_hundred) == (20, 25)
    assert "100 began one that is taught there: 20 more than live there" in found.sentence


def test_a_flow_needs_one_year_with_both() -> None:
    assert flow(world(count(STARTS, Y24, 80)), TOWN) is None
    assert flow(world(count(STARTS, Y24, 80), count(TAUGHT, Y24, 80)), ENGLAND) is None


def test_shares_of_qualifications_by_hand() -> None:
    """100 and 300: 25%. Half-widths 20 and 30: sqrt((0.75 x 20)^2 + (0.25 x 30)^2) / 400 = 4.19 points."""
    found = shares({"none": (100, 20), "some": (300, 30)})
    share, lower, upper = found["none"]
    assert lower is not None
    assert upper is not None
    assert share == 25
    assert share - lower == pytest.approx(4.193, abs=0.001)
    assert upper - share == pytest.approx(4.193, abs=0.001)


def test_no_interval_where_a_margin_is_missing() -> None:
    assert shares({"none": (100, None), "some": (300, 30)})["some"] == (75, None, None)
    assert shares({}) == {}


def test_no_mix_where_none_is_published() -> None:
    assert mix(world(), TOWN) is None


def test_each_stage_is_held_against_the_nation_and_its_own_past() -> None:
    rows = (
        ("gcses-equivalent-english-maths", TOWN, "2023", 60.0, 58.0, 62.0),
        ("gcses-equivalent-english-maths", TOWN, "2018", 66.0, 64.0, 68.0),
        ("gcses-equivalent-english-maths", ENGLAND, "2023", 70.0, 69.9, 70.1),
    )
    [found] = learning(world(*rows), TOWN).measures
    assert (found.group, found.held.comparator_name, found.held.verdict) == ("school", "England", Verdict.WORSE)
    assert found.trend is not None
    assert found.trend.difference == pytest.approx(-6)


def test_nothing_is_compared_across_a_break() -> None:
    rows = (
        ("gcses-equivalent-english-maths", TOWN, "2023", 60.0, 58.0, 62.0),
        ("gcses-equivalent-english-maths", TOWN, "2018", 66.0, 64.0, 68.0),
    )
    [record] = learning(world(*rows, breaks=(("2020", "Schools gave the grades."),)), TOWN).records()
    assert (record["change"], record["earlier_value"]) == (None, None)
    assert "Schools gave the grades." in record["reason"]


def test_every_record_has_the_same_fields() -> None:
    made = world(
        count(ADULTS, Y16, 200),
        count(ADULTS, Y18, 150),
        count(STARTS, Y24, 80),
        count(TAUGHT, Y24, 100),
        ("neet-or-not-known-16-17", TOWN, "2024", 5.0, None, None),
    )
    records = learning(made, TOWN).records()
    assert [record["measure"] for record in records] == ["neet-or-not-known-16-17", ADULTS, "apprenticeship-net-flow"]
    assert len({tuple(record) for record in records}) == 1
    assert records[1]["change_percent"] == -25.0
    assert (records[2]["residents"], records[2]["taught_here"], records[2]["value"]) == (80, 100, 20)


def test_other_nations_are_told_what_is_not_published() -> None:
    found = learning(world(), BELFAST)
    assert found.records() == []
    assert "published for England alone" in found.reasons[0]
    assert found.sentences == ("No figures of learning are published here.",)


def test_every_authority_in_one_table() -> None:
    rows = [count(RATE, Y24, 5000.0 + at, area) for at, area in enumerate(OTHERS)]
    rows += [count(TAUGHT, Y24, 10.0, area) for area in OTHERS] + [count(STARTS, Y24, 20.0, area) for area in OTHERS]
    rows += [count(ADULTS, Y16, 100.0, area) for area in OTHERS] + [count(ADULTS, Y18, 90.0, area) for area in OTHERS[:3]]
    found = everywhere(world(*rows))
    assert len(found.rows) == len(OTHERS)
    assert "fell in 3 of 3 authorities. In 8 of 8" in found.sentence
    [first, *_] = found.records()
    assert (first["adult_learners_change_percent"], first["apprenticeships_net_flow_per_100"]) == (-10.0, -50.0)
    assert found.records()[-1]["name"] == "England"


def test_figures_without_learning_say_so() -> None:
    with pytest.raises(NotEnoughData, match="no adult learning"):
        everywhere(World([indicator()], []))
