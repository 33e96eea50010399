"""Occupations and skills: published counts, and a few occupations and skills counted by another reading of the release.

Cited below:
- European Commission, ESCO version 1.2.0 (May 2024): 3,039 occupations and 13,939 skills and pieces of knowledge; its relations
  between occupations and skills number 67,622 essential and 61,382 optional;
- Nesta, Mapping Career Causeways, supplementary online data (2020): 1,627 occupations scored, 1,680 joined to O*NET;
- US Department of Labor, O*NET 29.2 (February 2025): 1,016 occupations, 923 with a job zone, 2,087 detailed work activities;
- International Labour Organization, ISCO-08 (2008): 10 major, 43 sub-major, 130 minor and 436 unit groups.
Counts of single occupations and skills were made from the release's own lists of labels, without this package.
"""

import math
from collections import Counter
from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.jobs.occupations import Catalogue, load


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def catalogue(atlas: Atlas) -> Catalogue:
    return load(atlas)


def loss(catalogue: Catalogue, words: str) -> tuple[int, int]:
    return next((item.count, item.of) for item in catalogue.losses if words in item.what)


def test_the_published_counts_of_esco(atlas: Atlas, catalogue: Catalogue) -> None:
    assert len(catalogue.occupations) == 3039
    assert loss(catalogue, "stand in no occupation") == (13939 - len(catalogue.skills), 13939)
    assert atlas.store.query("SELECT sum(len(essential)), sum(len(optional)) FROM esco_occupations") == [(67622, 61382)]


def test_the_published_counts_of_isco(catalogue: Catalogue) -> None:
    assert Counter(map(len, catalogue.isco)) == {1: 10, 2: 43, 3: 130, 4: 436}


@pytest.mark.parametrize(
    ("label", "key", "isco", "essential", "optional"),
    [
        ("bricklayer", "05f321f8-055b-407d-bf19-e0ddabda56b7", "7112", 19, 30),
        ("call centre agent", "0ededdc2-050a-4ec3-8e70-6295105fcd19", "5244", 17, 15),
        ("hand packer", "f5cb9901-86fc-48d0-9cde-667fbe8cef3a", "9321", 10, 13),
        ("nurse responsible for general care", "8d3e8aaa-791b-4c75-a465-f3f827028f50", "2221", 92, 14),
    ],
)
def test_skills_of_an_occupation(catalogue: Catalogue, label: str, key: str, isco: str, essential: int, optional: int) -> None:
    found = catalogue.by_label(label)
    assert (found.key, found.isco, len(found.essential), len(found.optional)) == (key, isco, essential, optional)


@pytest.mark.parametrize(
    ("label", "uses"),
    [("create solutions to problems", 347), ("manage staff", 337), ("mix concrete", 9), ("use séance tools", 1)],
)
def test_rarity_by_hand(catalogue: Catalogue, label: str, uses: int) -> None:
    """By hand for 'mix concrete': the natural logarithm of 3,039 over 9 is 5.822."""
    assert catalogue.skill_by_label(label).rarity == pytest.approx(math.log(3039) - math.log(uses), abs=1e-12)


def test_rarity_is_that_of_the_lists_themselves(catalogue: Catalogue) -> None:
    uses = Counter(key for item in catalogue.occupations.values() for key in (*item.essential, *item.optional))
    assert {key: skill.rarity for key, skill in catalogue.skills.items()} == {
        key: math.log(3039 / count) for key, count in uses.items()
    }


def test_the_published_counts_of_onet(catalogue: Catalogue) -> None:
    assert len(catalogue.onet) == 1016
    assert sum(item.zone is not None for item in catalogue.onet.values()) == 923
    assert len(catalogue.activities) == 2087
    # Read from 'Related Occupations' and 'Tasks to DWAs': 20 for each of 923; 17,806 pairs of an occupation and an activity.
    assert sum(len(item.related) for item in catalogue.onet.values()) == 18460
    assert sum(len(item.activities) for item in catalogue.onet.values()) == 17806


def test_an_onet_occupation(catalogue: Catalogue) -> None:
    found = catalogue.onet["11-1011.00"]
    assert (found.title, found.zone, found.related[0]) == ("Chief Executives", 5, "11-1021.00")
    assert "4.A.2.a.4.I09.D03" in found.activities
    assert catalogue.activities["4.A.2.a.4.I09.D03"] == "Analyze impact of legal or regulatory changes"


@pytest.mark.parametrize(
    ("label", "risk", "resists", "risk_class", "onet"),
    [
        ("metal drawing machine operator", 3.3076, 0.8, "Low risk", "51-4021.00"),
        ("hospitality revenue manager", 3.6244, 0.693, "Other", "13-1161.00"),
    ],
)
def test_nestas_scores(catalogue: Catalogue, label: str, risk: float, resists: float, risk_class: str, onet: str) -> None:
    found = catalogue.by_label(label)
    assert (found.risk, found.resists, found.risk_class, found.onet) == (risk, resists, risk_class, onet)
    assert found.activities == catalogue.onet[onet].activities


def test_a_code_of_2010_is_led_on_to_2019(catalogue: Catalogue) -> None:
    """Nesta joins the air traffic safety technician to 17-3023.01, which the publisher's table leads on to 17-3023.00."""
    assert catalogue.by_label("air traffic safety technician").onet == "17-3023.00"
    assert all(item.onet in catalogue.onet for item in catalogue.occupations.values() if item.onet)


@pytest.mark.parametrize(
    ("words", "count", "of"),
    [
        # 1,625 and 1,678 of Nesta's addresses are in ESCO 1.2.0.
        ("have no risk of automation", 3039 - 1625, 3039),
        ("have no O*NET occupation", 3039 - 1678, 3039),
        ("that Nesta scored are no longer in ESCO", 2, 1627),
        ("lie in another ISCO unit group since", 68, 2937),
        ("O*NET codes of 2010", 143, 668),
    ],
)
def test_losses_of_the_joins(catalogue: Catalogue, words: str, count: int, of: int) -> None:
    assert loss(catalogue, words) == (count, of)


def test_a_narrower_occupation_names_the_one_above(catalogue: Catalogue) -> None:
    """ESCO's codes: 5321.1.1, nurse assistant, is a narrower kind of 5321.1, healthcare assistant."""
    assert catalogue.by_label("nurse assistant").parent == catalogue.by_label("healthcare assistant").key
    assert catalogue.by_label("healthcare assistant").parent == ""
    narrower = [item for item in catalogue.occupations.values() if item.parent]
    assert all(catalogue.occupations[item.parent].isco == item.isco for item in narrower)
    assert len(narrower) == 1244  # codes of the release with more than one part below the unit group


def test_every_occupation_and_skill_is_found_by_its_own_label(catalogue: Catalogue) -> None:
    assert [key for key, item in catalogue.occupations.items() if catalogue.by_label(item.label).key != key] == []
    assert [key for key, item in catalogue.skills.items() if catalogue.skill_by_label(item.label).key != key] == []


def test_a_regulated_profession_is_told(catalogue: Catalogue) -> None:
    assert catalogue.by_label("nurse responsible for general care").regulated
    assert sum(item.regulated for item in catalogue.occupations.values()) == 15
