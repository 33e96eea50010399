"""The register is whole: what chapter 2 of the paper names is in it, each fact has a source, areas and successors are known."""

from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.core.period import Period
from levelling.solutions.register import FOLDER, Enabler, Extent, load, register

CHAPTER_2 = {
    "the Industrial Strategy": "industrial-strategy-2017",
    "the green paper for prevention": "prevention-green-paper",
    "the NHS Long Term Plan": "nhs-long-term-plan",
    "Local Enterprise Partnerships": "lep",
    "the LEP Network": "lep-network",
    "Enterprise Zones": "enterprise-zones",
    "growth deals": "growth-deals",
    "the community infrastructure levy": "cil",
    "retained business rates": "business-rates-retention",
    "Strategic Economic Plans": "strategic-economic-plans",
    "growth hubs": "growth-hubs",
    "Jobcentre Plus": "universal-credit-jcp",
    "the Towns Fund": "towns-fund",
    "town deal boards": "town-deal-boards",
    "town investment plans": "town-investment-plans",
    "local industrial strategies": "local-industrial-strategies",
    "inclusive growth strategies": "inclusive-growth-strategies",
    "the UK Shared Prosperity Fund": "ukspf",
    "European structural funding": "eu-structural-funds",
    "Economies for Healthier Lives": "economies-healthier-lives",
    "Health in All Policies": "hiap",
    "health impact assessments": "health-impact-assessment",
    "Public Health England": "phe",
    "councils' living wage and healthy employer policies": "council-living-wage",
    "the Care Act": "care-act-market-shaping",
    "the Social Value Act": "social-value-act",
    "the Public Health Outcomes Framework": "phof",
    "joint strategic needs assessments": "jsna",
    "health and wellbeing strategies": "jhws",
    "the Better Care Fund": "better-care-fund",
    "clinical commissioning groups": "ccg",
    "the Shropshire VCS Assembly": "vcs-assembly",
    "the NHS third phase response": "nhs-third-phase",
    "integrated care systems": "ics",
    "local mental health and wellbeing strategies": "local-mh-strategies",
    "the NHS People Plan": "nhs-people-plan",
    "the additional primary care staff": "pcn-additional-roles",
    "primary care networks": "primary-care-networks",
    "the care homes support plan": "care-home-support-plan",
    "the Infection Control Fund": "infection-control-fund",
    "anchor institutions": "anchor-institutions",
    "workforce sharing agreements": "workforce-sharing",
    "local government reorganisation and devolution": "lgr-devolution",
    "social prescribing link workers": "social-prescribing",
    "apprenticeships": "apprenticeships",
    "the apprentice rate of the minimum wage": "nmw",
    "the apprenticeship levy": "apprenticeship-levy",
    "active labour market policy": "almp",
    "the European Social Fund": "esf",
    "the European Regional Development Fund": "erdf",
    "Community Led Local Development": "clld",
    "the National Lottery Community Fund": "nlcf",
    "small community grants": "small-community-grants",
    "Building Better Opportunities": "bbo",
    "health and wellbeing boards": "hwb",
    "local Healthwatch": "healthwatch",
    "Skills for Care": "skills-for-care",
    "the national living wage": "nlw",
    "easements of Universal Credit conditions": "uc-easements",
    "the Education and Skills Funding Agency": "esfa",
    "city growth strategies": "city-growth-strategies",
}
"""Every enabler that chapter 2 names, in the paper's order, and where the register has it."""

PAPER = "Levelling up through employment (2020)"


@pytest.mark.parametrize("name", CHAPTER_2)
def test_what_chapter_2_names_is_in_the_register_with_the_paper_as_a_source(name: str) -> None:
    found = register().get(CHAPTER_2[name])
    assert any(source.title.startswith(PAPER) for source in found.sources), found.id


def test_every_file_is_whole_and_every_area_is_known() -> None:
    kin = Atlas.open().gazetteer
    assert load(FOLDER, lambda code: code in kin.by_code)


@pytest.mark.parametrize("enabler", register().all(), ids=lambda enabler: enabler.id)
def test_an_enabler_says_what_it_is_and_where_that_was_read(enabler: Enabler) -> None:
    assert enabler.purpose.endswith(".")
    assert enabler.purpose[0].isupper()
    assert enabler.purpose.count(". ") <= 2, "one to three plain sentences"
    assert all(text.endswith(".") for text in (*enabler.ring_fences, *enabler.conditions))
    assert not enabler.vcse_role or enabler.vcse_role.endswith(".")
    for source in enabler.sources:
        assert source.address or source.title.startswith(PAPER), f"{source.title} has no address"
    titles = [(source.title, source.address) for source in enabler.sources]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize("enabler", register().all(), ids=lambda enabler: enabler.id)
def test_what_shows_an_enabler_alive_is_the_date_of_one_of_its_sources(enabler: Enabler) -> None:
    dates = {source.date for source in enabler.sources}
    assert set(enabler.attested) <= dates
    assert all(date is None or date.start <= enabler.checked.end for date in dates), "a source is not of the future"


def test_successions_come_to_an_end() -> None:
    held = register()
    for enabler in held:
        seen, waiting = set[str](), [enabler.id]
        while waiting:
            name = waiting.pop()
            assert name not in seen or name != enabler.id, f"{enabler.id} follows itself"
            if name not in seen:
                seen.add(name)
                waiting.extend(held.get(name).replaced_by)


def test_nothing_that_has_ended_is_ever_open_again() -> None:
    held = register()
    for enabler in held:
        for year in range(2015, 2035):
            found = held.status(enabler, Period.year(year))
            over = enabler.ended or enabler.seen_ended
            assert not (found.is_open and over is not None and Period.year(year).end > over.end), enabler.id


def test_a_list_that_is_not_whole_says_so() -> None:
    for enabler in register():
        if any(not area.is_placed for area in enabler.areas):
            assert enabler.extent is not Extent.LISTED, enabler.id


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    for path in Path(FOLDER).glob("*.toml"):
        text = path.read_text("utf-8")
        assert not any(word in text for word in ("../", "/home/", "file:")), path.name
