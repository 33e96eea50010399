"""Frameworks against what is published of them."""

import pytest

from levelling.atlas import Atlas
from levelling.solutions.align import align, frameworks


def test_get_britain_working_outcomes_as_published() -> None:
    """Get Britain Working outcomes, Department for Work and Pensions, 3 April 2025: two headline outcomes, then others.

    'All metrics apply to people aged 18 to 66, unless otherwise stated'; real earnings are stated for all ages.
    """
    item = frameworks()["get-britain-working"]
    assert {source.title: source.date and source.date.iso for source in item.sources}[
        "Get Britain Working outcomes"
    ] == "2025-04-03"
    assert [(one.id, one.ages.words if one.ages else "all") for one in item.outcomes] == [
        ("headline 1", "18 to 66"),
        ("headline 2", "all"),
        ("intermediate 1", "18 to 66"),
        ("intermediate 2", "18 to 66"),
        ("intermediate 3", "18 to 66"),
    ]


def test_public_health_outcomes_as_published() -> None:
    """Public Health Outcomes Framework: indicator updates, 7 November 2023: B05 of ages 16 to 17, B08a and B08d of 16 to 64."""
    found = {(one.id, one.key): one.ages and one.ages.words for one in frameworks()["public-health-outcomes-framework"].outcomes}
    assert found["B05", "neet"] == "16 to 17"
    assert {found["B08a", "health-gap"], found["B08a", "health-rate"], found["B08d", "employment-rate"]} == {"16 to 64"}


def test_the_job_outcome_of_ips_in_primary_care_as_published() -> None:
    """Guidance: Individual Placement and Support in Primary Care, updated 18 December 2023, glossary: baseline threshold."""
    (outcome,) = frameworks()["ips-in-primary-care"].outcomes
    assert all(words in outcome.definition for words in ("7 hours a week", "13 weeks", "16", "National Living Wage"))


@pytest.mark.parametrize("name", ["Hartlepool", "Tees Valley", "Glasgow City", "Belfast", "Cornwall"])
def test_no_baseline_of_get_britain_working_is_told_without_how_it_differs(name: str) -> None:
    atlas = Atlas.open()
    found = align(atlas, atlas.area(name), [frameworks()["get-britain-working"]])
    assert len(found.items) == 5
    for item in found.items:
        for baseline, sentence in zip(item.baselines, item.sentences, strict=False):
            assert "only near" in sentence
            assert baseline.differs in sentence
            assert sentence.count(". ") == 0  # one sentence
            if item.outcome.ages:
                assert "the outcome is for ages 18 to 66 and this figure is for ages 16 " in sentence


def test_the_baseline_of_hartlepool() -> None:
    """ONS, Regional labour market, 2023: 67.9% of people aged 16 to 64 in work, 95% interval 63.0 to 72.8."""
    atlas = Atlas.open()
    found = align(atlas, atlas.area("Hartlepool"), [frameworks()["public-health-outcomes-framework"]])
    (record,) = [record for record in found.records() if record["outcome_id"] == "B08d"]
    assert (record["met"], record["period"]) == ("same", "2023")
    assert [round(record[end], 1) for end in ("value", "lower", "upper")] == [67.9, 63.0, 72.8]
