"""Whether an enabler reaches a place: yes, in part, no, or cannot tell, each for its reason."""

import pytest

from levelling.atlas import Atlas
from levelling.core.period import Period
from levelling.solutions.register import reaches, register


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.open()


@pytest.mark.parametrize(
    ("name", "place", "as_of", "answer", "sentence"),
    [
        ("connect-to-work", "Kent", "2026-11", "yes", "It reaches Kent and Medway."),
        ("connect-to-work", "Hartlepool", "2026-11", "cannot tell", "not all of them were found"),
        ("connect-to-work", "Barnet", "2026-11", "cannot tell", "West London, Central London and Local London"),
        ("connect-to-work", "Fife", "2026-11", "no", "It is for England and Wales only."),
        ("connect-to-work", "United Kingdom", "2026-11", "part", "% of the people of this area live."),
        ("workwell", "Hartlepool", "2025-06", "no", "It is to reach England from 2026."),
        ("workwell", "Birmingham", "2025-06", "yes", "It reaches Birmingham and Solihull."),
        ("workwell", "Hartlepool", "2026-11", "yes", "It reaches England."),
        ("youth-trailblazers", "Cornwall", "2025-11", "no", "It reaches other areas only."),
        ("youth-trailblazers", "Camden", "2025-11", "cannot tell", "London (area 1) and London (area 2)"),
        ("pride-in-place", "North East Lincolnshire", "2026-11", "part", "It reaches Grimsby, in this area."),
        ("jobs-guarantee", "Thurrock", "2026-11", "cannot tell", "Hertfordshire and Essex"),
        ("mayoral-strategic-authority", "Thurrock", "2026-11", "no", "It is to reach Greater Essex from May 2028."),
        ("mayoral-strategic-authority", "Thurrock", "2028-06", "yes", "It reaches Greater Essex."),
        ("nlcf", "Belfast", "2026-11", "yes", "It reaches all of the United Kingdom."),
        ("icb", "United Kingdom", "2026-11", "part", "It reaches all of England."),
    ],
)
def test_reach(atlas: Atlas, name: str, place: str, as_of: str, answer: str, sentence: str) -> None:
    found = reaches(register().get(name), atlas.area(place), atlas, Period.parse(as_of))
    assert found.answer.value == answer
    assert sentence in found.sentence


def test_what_a_source_says_of_the_place_comes_with_the_answer(atlas: Atlas) -> None:
    found = reaches(register().get("connect-to-work"), atlas.area("Medway"), atlas, Period.parse("2026-11"))
    assert [(one.name, one.pounds) for one in found.named] == [("Kent and Medway", 34_000_000)]
    assert found.share == 1.0
