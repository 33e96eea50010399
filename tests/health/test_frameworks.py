"""Every outcome framework is whole: its sources, its crosswalk to indicators, and the words a charity's file is matched by."""

import re

import pytest

from levelling.atlas.catalogue import Catalogue
from levelling.core.period import Period
from levelling.solutions.align import How, OutcomeFramework, Sort, Standing, frameworks, vocabulary
from levelling.solutions.register import Status, register, status_at

ALL = list(frameworks().values())
_DIGITS = re.compile(r"\d+")


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.slug)
def test_a_framework_says_where_it_was_read(item: OutcomeFramework) -> None:
    assert item.sources
    assert all(
        source.address.startswith("http")
        for source in item.sources
        if source.title != "Levelling up through employment, section 1.1"
    )
    assert {outcome.source for outcome in item.outcomes} <= set(item.sources)


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.slug)
def test_every_indicator_of_the_crosswalk_exists_and_the_same_has_the_same_ages(item: OutcomeFramework) -> None:
    """Ages are compared here by the digits in the indicator's own words, not by the reader under test."""
    catalogue = Catalogue.load()
    for outcome in item.outcomes:
        for one in outcome.indicators:
            indicator = catalogue.get(one.slug)
            assert not one.category or one.category in indicator.categories
            if one.how is How.SAME:
                said = {int(number) for number in _DIGITS.findall(indicator.denominator)}
                asked = {end for end in (outcome.ages.low, outcome.ages.high) if end} if outcome.ages else set()
                assert said == asked, f"{outcome.key}: {one.slug}"
            else:
                assert one.differs


def test_get_britain_working_is_of_ages_18_to_66_and_nothing_here_is_the_same() -> None:
    outcomes = frameworks()["get-britain-working"].outcomes
    aged = [outcome for outcome in outcomes if outcome.ages is not None]
    assert len(aged) >= 4
    assert {outcome.ages.words for outcome in aged if outcome.ages} == {"18 to 66"}
    assert all(one.how is How.NEAR for outcome in outcomes for one in outcome.indicators)


@pytest.mark.parametrize("item", [item for item in ALL if item.enabler], ids=lambda item: item.slug)
def test_a_framework_and_the_register_agree_on_whether_it_has_closed(item: OutcomeFramework) -> None:
    found = status_at(register().get(item.enabler), Period.parse("2026-11-28")).status
    over = found in {Status.CLOSED, Status.REPLACED}
    assert over == (item.standing is Standing.CLOSED), found


def test_every_activity_leads_to_an_outcome_and_every_result_to_a_claim() -> None:
    words = vocabulary()
    outcomes = [outcome for item in ALL for outcome in item.outcomes]
    assert set(words.activities) == {key for outcome in outcomes for key in outcome.activities}
    claimed = {key for outcome in outcomes for key in outcome.results}
    for key in words.results:
        assert words.with_implied([key]) & claimed, key


def test_every_title_is_known_for_what_it_is() -> None:
    words = vocabulary()
    for key, item in words.activities.items():
        assert key in words.activities_in(item.title)
        named = words.named(item.title)
        assert named is not None
        assert named.key == key
    for key, item in words.results.items():
        assert key in words.results_in(item.title)


def test_a_count_of_people_helped_never_has_a_figure_of_a_place() -> None:
    for item in ALL:
        for outcome in item.outcomes:
            assert not (outcome.sort is Sort.CLIENT and outcome.indicators)
            assert outcome.indicators or outcome.elsewhere or outcome.sort is Sort.CLIENT
