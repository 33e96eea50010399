"""Every sentence this chapter makes, for every indicator and many kinds of place: can it be read aloud?"""

import re
from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.challenge import Diagnosis, compare, diagnose
from levelling.challenge.standout import sentence
from levelling.challenge.trend import trends
from levelling.core.area import Level
from levelling.core.comparison import Verdict

PLACES = (
    "E06000001",  # Hartlepool
    "E09000001",  # City of London
    "E06000053",  # Isles of Scilly
    "E07000223",  # Adur: a district within a county
    "N09000003",  # Belfast
    "S12000049",  # Glasgow City
    "W06000015",  # Cardiff
    "E10000016",  # Kent
    "E47000006",  # Tees Valley
    "E12000001",  # North East
    "S92000003",  # Scotland
    "K02000001",  # the United Kingdom
)
WRONG = [
    (r"\bNone\b|\bnan\b|\binf\b", "a value that is not a number"),
    (r"  | ,| \.|\.\.|,,|: :|\(\)|\( ", "spaces or marks gone astray"),
    (r"\((?:score|index|ratio)\b", "a unit no one says"),
    (r"(?<![\d.,])1 (?:people|jobs|years|minutes|households)\b", "one of many"),
    (r"(?<![\d.,])1 (?:are|have|were|live)\b", "one are"),
    (r"(?<!\d)-\d", "a hyphen for a minus sign"),  # 2019-20 is a year
    (r"than (?:United Kingdom|North|South|East|West) ", "a place without its article"),
    (r"[a-z]\. [a-z]", "a sentence that begins small"),
]


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def faults(text: str) -> list[str]:
    found = [f"{what}: {text}" for pattern, what in WRONG if re.search(pattern, text)]
    if not re.match(r"[A-Z0-9£]", text) or not text.endswith("."):
        found.append(f"begins or ends badly: {text}")
    if text.count("(") != text.count(")") or len(text) > 600:
        found.append(f"brackets or length: {text}")
    return found


@pytest.mark.parametrize("code", PLACES)
def test_every_comparison_and_trend_can_be_read_aloud(atlas: Atlas, code: str) -> None:
    area = atlas.gazetteer.get(code)
    large = area.level in {Level.UK, Level.NATION}  # every count of theirs would be added up from all their parts
    slugs = [item.slug for item in atlas.catalogue.all(headline=True if large else None)]
    said = [sentence(item) for item in compare(atlas, area, indicators=slugs)]
    said += [item.sentence for item in trends(atlas, area, slugs)]
    assert len(said) > 30
    assert [fault for text in said for fault in faults(text)] == []


@pytest.fixture(scope="module")
def diagnoses(atlas: Atlas) -> list[Diagnosis]:
    return [diagnose(atlas, atlas.gazetteer.get(code)) for code in PLACES]


def test_what_stands_out_is_said_with_its_verdict(diagnoses: list[Diagnosis]) -> None:
    words = {
        Verdict.CANNOT_TELL: "We cannot tell",
        Verdict.NOT_COMPARABLE: "no verdict",
    }
    for found in diagnoses:
        for item in found.findings:
            assert words.get(item.verdict, "We are confident of this difference.") in item.sentence
            assert faults(item.sentence) == []
            assert item.comparisons[0].verdict == item.verdict


def test_every_place_but_the_uk_has_something_that_stands_out(diagnoses: list[Diagnosis]) -> None:
    for found in diagnoses:
        count = len(found.findings)
        assert count == 0 if found.area.code == "K02000001" else 2 <= count <= 10, found.area.name


def test_no_topic_takes_over_and_sure_findings_come_first(diagnoses: list[Diagnosis]) -> None:
    for found in diagnoses:
        given = [item for item in found.findings if item.verdict != Verdict.CANNOT_TELL]
        topics = [item.topic for item in given]
        assert all(topics.count(topic) <= 2 for topic in topics)
        sure = [item.verdict != Verdict.NOT_COMPARABLE for item in given]
        assert sure == sorted(sure, reverse=True)


def test_output_against_income_and_neighbours_can_be_read_aloud(diagnoses: list[Diagnosis]) -> None:
    for found in diagnoses:
        said = [item.sentence for item in found.neighbours.own]
        if found.divergence is not None:
            said += [found.divergence.sentence, found.divergence.change, found.divergence.why]
        assert [fault for text in said for fault in faults(text)] == []


def test_a_diagnosis_holds_together(diagnoses: list[Diagnosis]) -> None:
    for found in diagnoses:
        assert sum(len(items) for items in found.by_indicator.values()) == len(found.comparisons)
        assert all(item.estimate.value is not None for item in found.comparisons)
        assert found.of("no-such-indicator") == ()
    hartlepool = diagnoses[0]
    assert hartlepool.of("employment-rate")[0].comparator_name == "United Kingdom"
    trend = hartlepool.trend_of("employment-rate")
    assert trend is not None
    assert trend.then is not None
    assert trend.then.period.iso == "2018"
    assert hartlepool.trend_of("no-such-indicator") is None


def test_belfast_makes_much_and_its_people_have_little(diagnoses: list[Diagnosis]) -> None:
    belfast = next(item for item in diagnoses if item.area.name == "Belfast").divergence
    assert belfast is not None
    assert belfast.quadrant.value == "high output, low income"
    point = next(item for item in belfast.points if item.period.iso == "2017")
    assert (round(point.output.value or 0), round(point.income.value or 0)) == (134, 79)
    assert round(point.gap) == 56
    assert "but for every £100 of household income" in belfast.sentence
