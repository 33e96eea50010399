"""The library of cases is whole: every case of the paper is in it, each says where it was read, areas are known."""

import re

import pytest

from levelling.atlas import Atlas
from levelling.practice.cases import FITS, FOLDER, Case, Direction, Flag, Measures, ReturnKind, library, load

CHAPTER_3 = {
    "Employment advisers in GP surgeries": "employment-advisers-in-surgeries",
    "The Inclusive Economy Partnership": "inclusive-economy-partnership",
    "Bradford HWB, the 'senior strategic partnership'": "bradford-health-and-wellbeing-board",
    "North East Lincolnshire (NEL) Place Board": "north-east-lincolnshire-place-board",
    "Bath and North East Somerset neighbourhood development": "bath-neighbourhoods",
    "'Marmot cities'": "marmot-places",
    "Coventry, a Marmot City since 2013": "coventry-marmot-city",
    "Swindon Borough Council, weight management": "swindon-healthy-weight",
    "Talent Match programme": "talent-match",
    "Business support of apprenticeship take-up": "london-progression-collaboration",
    "Liverpool Life Rooms": "life-rooms",
    "West Midlands Combined Authority, employability in primary care": "thrive-into-work",
    "Liverpool City Region Wealth and Wellbeing Programme": "liverpool-wealth-and-wellbeing",
    "Community Catalysts": "community-catalysts",
    "Community Catalysts in rural Somerset": "community-catalysts-somerset",
}
"""Every case of chapter 3, in the paper's order, and where the library has it."""
CHAPTER_2 = {
    "the pilot of social prescribing in Rotherham": "rotherham-social-prescribing-pilot",
    "the social prescribing service in Rotherham": "rotherham-social-prescribing",
    "Building Better Opportunities": "building-better-opportunities",
    "the Shropshire VCS Assembly": "shropshire-vcs-assembly",
}
"""The cases that chapter 2 tells of."""
OF_PAPER = {**CHAPTER_3, **CHAPTER_2}
PAPER = "Levelling up through employment (2020)"
CASES = library().all()


@pytest.mark.parametrize("name", OF_PAPER)
def test_every_case_of_the_paper_is_in_the_library_with_the_paper_as_a_source(name: str) -> None:
    found = library().get(OF_PAPER[name])
    assert found.in_source_paper
    assert any(source.title.startswith(PAPER) for source in found.sources), found.id


def test_no_other_case_claims_to_be_of_the_paper() -> None:
    assert {case.id for case in CASES if case.in_source_paper} == set(OF_PAPER.values())


def test_there_are_at_least_25_more_with_a_real_evaluation_and_failures_among_them() -> None:
    more = [case for case in CASES if not case.in_source_paper]
    assert sum(case.maryland >= 3 for case in more) >= 25
    assert sum(case.failed for case in more) >= 8


def test_every_file_is_whole_and_every_area_is_known() -> None:
    kin = Atlas.open().gazetteer
    assert len(load(FOLDER, lambda code: code in kin.by_code)) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_says_in_sentences_what_it_is_and_where_that_was_read(case: Case) -> None:
    assert all(text.endswith(".") for text in (case.what, case.caution, *case.conditions, *(one.why for one in case.read_with)))
    assert not case.other or case.other.endswith(".")
    assert all(not result.note or result.note.endswith(".") for result in case.results)
    for source in case.sources:
        known = source.address or source.title.startswith((PAPER, "BENEFITS project"))
        assert known, f"{source.title} has no address"
    used = {result.source for result in case.results} | {item.source for item in case.returns}
    assert used <= set(case.sources)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_was_computed_here_forecast_or_claimed_is_flagged(case: Case) -> None:
    computed = any(result.computed for result in case.results) or any(item.computed for item in case.returns)
    assert computed is (Flag.COMPUTED in case.flags)
    assert any(item.kind is ReturnKind.FORECAST for item in case.returns) is (Flag.FORECAST in case.flags)


def test_a_rate_is_never_told_as_an_effect() -> None:
    for case in CASES:
        for result in case.results:
            assert (result.measures is Measures.EFFECT) is (result.found is not None)
        if case.maryland < 3:
            assert not case.effects, case.id


def test_conflicts_are_kept_side_by_side() -> None:
    """Both halves of each pair name the other, so that neither is quoted alone."""
    for one, other in (("thrive-into-work", "sheffield-health-led-trial"), ("talent-match", "talent-match-plus-merseyside")):
        assert other in {item.case for item in library().get(one).read_with}
        assert one in {item.case for item in library().get(other).read_with}
    pathways = library().get("pathways-to-work")
    found = [(result.value, result.found) for result in pathways.results if result.about == "in work at a time"]
    assert found == [(7, Direction.GAIN), (None, Direction.NONE)]
    assert [item.value for item in library().get("fair-start-scotland").returns if item.to == "society"] == [3.6, 2.0]


def test_every_need_has_cases_or_is_declared_to_have_none() -> None:
    from levelling.challenge.needs import NAMES

    assert set(FITS) == set(NAMES)
    for key, fit in FITS.items():
        some = [case for case in CASES if case.mechanism in fit.mechanisms and (not fit.groups or fit.groups & set(case.groups))]
        assert bool(some) is bool(fit.mechanisms), key


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    for path in FOLDER.glob("*.toml"):
        assert not re.search(r"\.\./|/home/|file:|GitHub file", path.read_text("utf-8")), path.name
