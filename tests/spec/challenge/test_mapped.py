"""One indicator over the country: order, classes, how far apart, who is missing. Small tables, answers by hand."""

import pytest

from levelling.atlas import Atlas
from levelling.challenge.mapped import Mapped, Missing, in_order, mapped
from levelling.core.area import Area, Level
from levelling.core.classes import between, between_names, share_names, shares
from levelling.core.errors import NotEnoughData, UnknownIndicator, UserError
from levelling.core.estimate import Estimate, Status
from levelling.core.indicator import Indicator
from levelling.core.period import Period
from tests.challenge_world import RELEASE, indicator

RATE = indicator()


def figures(*values: float, of: Indicator = RATE, intervals: bool = False, status: Status = Status.NORMAL) -> list[Estimate]:
    return [
        Estimate(
            indicator=of,
            area=Area(f"E0600{place:04}", f"Place {chr(ord('A') + place)}", Level.LAD, "E"),
            period=Period.year(2023),
            value=value,
            lower=value - 1 if intervals else None,
            upper=value + 1 if intervals else None,
            status=status,
            release=RELEASE,
        )
        for place, value in enumerate(values)
    ]


def put(*values: float) -> Mapped:
    return in_order(figures(*values), Level.LAD)


def test_areas_stand_from_the_highest_down_and_equals_share_a_place() -> None:
    found = put(10.0, 30.0, 20.0, 30.0)
    assert [item.area.name for item in found.estimates] == ["Place B", "Place D", "Place C", "Place A"]
    assert list(found.ranks().values()) == [1, 1, 3, 4]


def test_classes_hold_equal_shares() -> None:
    found = put(*(float(value) for value in range(10)))
    assert [found.bands[f"E0600{place:04}"] for place in range(10)] == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert found.names == ("lowest fifth", "second fifth", "middle fifth", "fourth fifth", "highest fifth")


def test_equal_values_are_in_one_class() -> None:
    found = put(1.0, 1.0, 1.0, 1.0, 9.0)
    assert sorted(found.bands.values()) == [0, 0, 0, 0, 1]
    assert found.names == ("lower half", "higher half")


def test_where_all_are_the_same_there_is_one_class() -> None:
    found = put(5.0, 5.0)
    assert found.names == ("all the same",)
    assert found.sentence == "All local authorities with a figure have 5.0%."


def test_the_sentence_says_the_ends_and_the_middle_half_in_values_that_areas_have() -> None:
    found = put(*(float(value) for value in range(1, 10)))
    # Nine areas: two above the eighth value from the top and two below the second from the bottom lie outside.
    assert found.sentence == (
        "It runs from 1.0% in Place A to 9.0% in Place I. Half of the local authorities lie between 3.0% and 7.0%."
    )
    assert [item.value for item in found.told] == [1.0, 9.0, 3.0, 7.0]


def test_few_areas_have_no_middle_half() -> None:
    assert put(1.0, 2.0, 3.0).sentence == "It runs from 1.0% in Place A to 3.0% in Place C."


def test_records_hold_every_area_and_say_why_one_has_no_figure() -> None:
    absent = Missing(Area("S12000036", "City of Edinburgh", Level.LAD, "S"), "Published for England only.")
    first, second, last = in_order(figures(1.0, 2.0, intervals=True), Level.LAD, [absent]).records()
    assert (first["area"], first["rank"], first["class"], first["class_name"]) == ("E06000001", 1, 2, "higher half")
    assert (first["value"], first["lower"], first["upper"], first["unit"]) == (2.0, 1.0, 3.0, "%")
    assert (second["rank"], second["class"]) == (2, 1)
    assert (last["name"], last["value"], last["rank"], last["class"]) == ("City of Edinburgh", None, None, None)
    assert (last["status"], last["reason"]) == ("missing", "Published for England only.")
    assert list(first) == list(second) == list(last)


@pytest.mark.parametrize(
    ("estimates", "words"),
    [
        (figures(1.0, 2.0), "No margin of error is published with these figures"),
        (figures(1.0, 2.0, intervals=True), "Each figure has a margin of error"),
        (figures(1.0, 2.0, status=Status.PROVISIONAL), "Provisional"),
        (figures(1.0, 2.0, status=Status.UNRELIABLE), "unreliable"),
        (figures(1.0, 2.0, of=indicator(frozen="No newer figures are coming.")), "No newer figures are coming."),
    ],
)
def test_what_to_mind_is_said(estimates: list[Estimate], words: str) -> None:
    assert any(words in line for line in in_order(estimates, Level.LAD).cautions)


def test_edges_part_values_and_one_on_an_edge_is_above_it() -> None:
    assert between({"a": 9.9, "b": 10.0, "c": 20.0}, (20.0, 10.0)) == {"a": 0, "b": 1, "c": 2}
    assert between_names((20.0, 10.0), lambda value: f"£{value:.0f}") == ("below £10", "£10 to below £20", "£20 or more")
    assert between_names((), str) == ("every value",)


def test_names_match_the_number_of_classes() -> None:
    assert [len(share_names(count)) for count in (2, 3, 4, 5)] == [2, 3, 4, 5]
    assert shares({}, 5) == {}


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


def test_a_year_stands_for_the_one_period_that_lies_in_it(atlas: Atlas) -> None:
    found = mapped(atlas, "gross-median-weekly-pay", period="2015")
    assert found.period == Period.parse("2015-04-22")
    assert mapped(atlas, "gross-median-weekly-pay", period="2015-04-22").estimates == found.estimates


def test_every_area_is_there_once_with_a_figure_or_a_reason(atlas: Atlas) -> None:
    found = mapped(atlas, "gross-median-weekly-pay", period="2015")
    codes = [item.area.code for item in found.estimates] + [item.area.code for item in found.missing]
    assert sorted(codes) == sorted(area.code for area in atlas.gazetteer.all(Level.LAD))
    assert all(item.why.endswith(".") for item in found.missing)
    assert "E06000053" in {item.area.code for item in found.missing}, "the Isles of Scilly are too few for a survey"


@pytest.mark.parametrize(
    ("slug", "level", "period", "category", "error", "words"),
    [
        ("no-such-thing", Level.LAD, None, None, UnknownIndicator, "no-such-thing"),
        ("employment-rate", Level.LAD, "1850", None, UserError, "from 2004"),
        ("employment-rate", Level.LAD, "spring", None, UserError, "'spring'"),
        ("employment-rate", Level.LAD, None, "purple", UserError, "purple"),
        ("healthy-life-expectancy-female", Level.LAD, None, "all", UserError, "One category"),
        ("employment-rate", Level.ITL3, None, None, NotEnoughData, "not published for ITL3 areas"),
        ("level-3-or-above-qualifications-ni", Level.NATION, None, None, NotEnoughData, "fewer than two"),
    ],
)
def test_what_cannot_be_mapped_is_said_in_a_sentence(
    atlas: Atlas, slug: str, level: Level, period: str | None, category: str | None, error: type[UserError], words: str
) -> None:
    with pytest.raises(error, match=words):
        mapped(atlas, slug, level, period, category)
