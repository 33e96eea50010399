"""Frameworks: small cases and their answers."""

from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.solutions.align import Claims, Met, Verdict, align, claims, framework, read_organisation, vocabulary
from levelling.solutions.align.ages import Ages, read_ages, told_ages

FILE = """
name = "Bridges"
[[activities]]
name = "Job club"
does = "Help with CVs and interview practice"
for = "people aged 18 and over"
outcomes = [{ what = "Started a job", count = 24 }, { what = "Began a course", count = 3 }]
[[activities]]
name = "Placed and supported"
does = "Individual placement and support in a surgery"
outcomes = ["joined the programme"]
[[activities]]
name = "First jobs"
kind = "A paid temporary job"
ages = "50 and over"
outcomes = [{ what = "Began a paid placement", count = 12 }]
[[activities]]
name = "Garden"
does = "Growing vegetables"
outcomes = ["People smile"]
"""


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.fixture
def found(tmp_path: Path, atlas: Atlas) -> Claims:
    path = tmp_path / "bridges.toml"
    path.write_text(FILE)
    return claims(read_organisation(path), atlas.area("Hartlepool"))


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("18 to 66", Ages(18, 66)),
        ("16 and 17", Ages(16, 17)),
        ("16 and over", Ages(16, None)),
        ("under 20", Ages(0, 19)),
        ("18-24", Ages(18, 24)),
        ("50+", Ages(50, None)),
        ("adults", None),
        ("66 to 18", None),
    ],
)
def test_ages_in_a_field(text: str, ages: Ages | None) -> None:
    assert read_ages(text) == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("people aged 16 to 64", Ages(16, 64)),
        ("young people of academic age 16 and 17 known to the council", Ages(16, 17)),
        ("children aged under 16", Ages(0, 15)),
        ("18 to 24 year olds who left school", Ages(18, 24)),
        ("people over 50 out of work", Ages(50, None)),
        ("over 50s", Ages(50, None)),
        ("groups of 12 to 24 people", None),
        ("work of under 16 hours", None),
        ("all people", None),
    ],
)
def test_ages_in_running_text(text: str, ages: Ages | None) -> None:
    assert told_ages(text) == ages


def test_words_are_matched_as_phrases_and_the_longer_wins() -> None:
    words = vocabulary()
    assert set(words.activities_in("Paid work placement with a bakery")) == {"paid-placement"}
    assert set(words.activities_in("work placement with a bakery")) == {"work-experience"}
    assert words.activities_in("we work in a place") == {}
    assert set(words.results_in("In work after 26 weeks")) == {"in-work-26-weeks"}


def test_the_same_wants_definition_and_ages_and_near_says_how_it_differs(atlas: Atlas) -> None:
    found = align(atlas, atlas.area("Hartlepool"))
    met = {(item.framework.slug, item.outcome.key): item for item in found.items}
    public = met["public-health-outcomes-framework", "employment-rate"]
    working = met["get-britain-working", "employment-rate"]
    assert (public.met, working.met) == (Met.SAME, Met.NEAR)
    assert public.baselines[0].differs == ""
    assert working.baselines[0].estimate == public.baselines[0].estimate
    gap = met["get-britain-working", "disability-gap"]
    assert gap.met is Met.NONE
    assert "Nomis" in gap.why_none


def test_a_framework_of_another_nation_or_kind_of_area_is_not_asked(atlas: Atlas) -> None:
    slugs = {
        name: {item.slug for item in align(atlas, atlas.area(name)).asked}
        for name in ("Glasgow City", "Tees Valley", "Hartlepool")
    }
    assert "fair-start-scotland" in slugs["Glasgow City"]
    assert "public-health-outcomes-framework" not in slugs["Glasgow City"]
    assert "local-outcomes-framework" not in slugs["Tees Valley"]
    assert "local-outcomes-framework" in slugs["Hartlepool"]


def _verdict(found: Claims, activity: str, slug: str, key: str) -> Verdict:
    (item,) = [
        item for item in found.items if (item.activity.name, item.framework.slug, item.outcome.key) == (activity, slug, key)
    ]
    return item.verdict


def test_what_is_recorded_can_be_claimed_and_what_is_not_must_be_recorded_first(found: Claims) -> None:
    assert _verdict(found, "Job club", "european-social-fund-2014-to-2020", "work-on-leaving") is Verdict.CLAIM
    assert _verdict(found, "Placed and supported", "connect-to-work", "people-supported") is Verdict.CLAIM
    assert _verdict(found, "Placed and supported", "ips-in-primary-care", "job-outcome") is Verdict.RECORD


def test_a_figure_of_the_whole_place_is_added_to_and_never_claimed(found: Claims) -> None:
    assert _verdict(found, "Job club", "get-britain-working", "employment-rate") is Verdict.ADDS
    assert not any(item.outcome.asks_figure for item in found.of(Verdict.CLAIM, Verdict.RECORD))


def test_people_of_other_ages_do_not_count(found: Claims) -> None:
    assert _verdict(found, "First jobs", "jobs-guarantee", "placement-started") is Verdict.OTHER_AGES


def test_a_closed_fund_is_a_record_and_never_something_to_record_for(found: Claims) -> None:
    closed = [item for item in found.items if not item.is_open]
    assert closed
    assert {item.verdict for item in closed} == {Verdict.CLAIM}
    assert all("It has closed" in item.note for item in closed)


def test_few_people_are_not_counted_out_loud(found: Claims) -> None:
    said = {shown.said for item in found.items for shown in item.recorded}
    assert "Began work: 24" in said
    assert "Began education or training: fewer than 10" in said


def test_counts_of_one_result_are_added_up_and_nobody_counted_is_nothing_to_claim(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "activity,outcome,count\nJob club,started work,6\nJob club,found a job,7\nBefriending,less isolated,0\n"
        "IPS,joined the programme,30\nIPS,enrolled,\n"
    )
    found = claims(read_organisation(path))
    said = {(item.activity.name, item.verdict, shown.said) for item in found.items for shown in item.recorded}
    assert ("Job club", Verdict.CLAIM, "Began work: 13") in said
    assert ("Befriending", Verdict.RECORD, "Less isolated: 0") in said
    assert ("IPS", Verdict.CLAIM, "Began support") in said  # one of the two counts is missing


def test_what_is_not_recognised_is_told_with_what_is_near(found: Claims) -> None:
    told = {item.activity: item for item in found.unused}
    assert set(told) == {"Garden"}
    assert {item.verdict for item in found.unused} == {Verdict.UNKNOWN}
    assert [record["activity"] for record in found.records() if record["claim"] == "not recognised"] == ["Garden", "Garden"]


def test_evidence_is_quoted_where_it_was_found_and_otherwise_said_not_to_be(found: Claims) -> None:
    wants = {item.framework.slug: item.evidence for item in found.items}
    assert "rate of pay" in wants["ips-in-primary-care"]
    assert wants["connect-to-work"] == "not stated in what we found"


def test_one_framework_can_be_asked_for_by_name_or_title() -> None:
    assert framework("Connect to Work") is framework("connect_to_work")
