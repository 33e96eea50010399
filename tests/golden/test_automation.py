"""Automation and learning: published values, and a second reckoning from the tables.

Cited below:
- Nesta, Mapping Career Causeways: Supporting workers at risk (24 November 2020), as told in FE News the same day: 'the highest
  proportion of at-risk workers are in the North West (17 per cent) and the lowest are in the East Midlands (14.5 per cent)';
- Nesta, supplementary online data, regions: average shares of 2014 to 2018 (North East 0.167, London 0.162);
- DfE, Further education and skills, academic year 2021/22 (28 November 2022): adults in learning in 2020/21, 1,640,300;
- ONS, The probability of automation in England: 2011 and 2017 (25 March 2019): 7.4% of jobs at high risk in 2017.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.atlas.parameters import parameter
from levelling.challenge.automation import across, automation, read_risks
from levelling.challenge.automation.result import PUBLISHED
from levelling.challenge.learning import everywhere, fall
from levelling.core.area import Level
from levelling.core.comparison import Verdict
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def average(atlas: Atlas, code: str) -> float:
    values = [atlas.estimate(PUBLISHED, atlas.gazetteer.get(code), Period.year(year)).value for year in range(2014, 2019)]
    return sum(value or 0.0 for value in values) / len(values)


@pytest.mark.parametrize(
    ("code", "published"), [("E12000002", 17.1), ("E12000004", 14.5), ("E12000001", 16.7), ("E12000007", 16.2)]
)
def test_nestas_own_shares_of_regions(atlas: Atlas, code: str, published: float) -> None:
    assert average(atlas, code) == pytest.approx(published, abs=0.06)


def test_the_north_west_is_highest_of_britains_regions_and_the_east_midlands_lowest(atlas: Atlas) -> None:
    shares = {area.code: average(atlas, area.code) for area in atlas.gazetteer.all(Level.REGION)}
    assert max(shares, key=lambda code: shares[code]) == "E12000002"
    assert min(shares, key=lambda code: shares[code]) == "E12000004"


def test_our_range_for_england_holds_nestas_own_count_for_the_uk(atlas: Atlas) -> None:
    """Two routes from ISCO to the UK: Nesta's by minor groups of the labour force survey, ours by titles of unit groups."""
    reading = automation(atlas, atlas.area("England")).reading
    published = atlas.estimate(PUBLISHED, atlas.area("United Kingdom")).value
    assert reading is not None
    assert published is not None
    assert reading.lower < published < reading.upper
    assert abs(reading.share - published) < 3


def test_a_share_reckoned_a_second_time_from_the_rows(atlas: Atlas) -> None:
    rows = atlas.store.query(
        "SELECT sum(e.value * s.share) / sum(e.value), sum(e.value) FROM estimates e JOIN automation_shares s "
        "ON s.occupation = e.category AND s.classification = 'soc2010' "
        "WHERE e.indicator = 'employment-by-occupation-soc2010' AND e.period = '2020' AND e.area_code = 'E06000001'"
    )
    reading = automation(atlas, atlas.area("Hartlepool")).reading
    assert reading is not None
    assert reading.share == pytest.approx(100 * rows[0][0])
    assert reading.people == rows[0][1] == 37_200


def test_sub_major_groups_agree_with_their_unit_groups(atlas: Atlas) -> None:
    rows = atlas.store.query(
        "SELECT sub_major, sum(sample * share) FILTER (share IS NOT NULL) / sum(sample) FILTER (share IS NOT NULL) "
        "FROM automation_groups GROUP BY 1"
    )
    told = dict(atlas.store.query("SELECT code, share FROM automation_shares WHERE classification = 'soc2020'"))
    assert len(rows) == 26
    assert all(told[code] == pytest.approx(share, abs=1e-4) for code, share in rows)


def test_the_crosswalk_reaches_nine_in_ten_people_and_every_group_of_the_figures(atlas: Atlas) -> None:
    [(matched, whole)] = atlas.store.query("SELECT sum(sample) FILTER (share IS NOT NULL), sum(sample) FROM automation_groups")
    assert 0.9 < matched / whole < 0.95
    risks = read_risks(atlas)
    assert set(risks["SOC 2020"]) == set(atlas.catalogue.get("employment-by-occupation").categories)
    assert set(risks["SOC 2010"]) == set(atlas.catalogue.get("employment-by-occupation-soc2010").categories)


def test_few_authorities_can_be_told_from_england(atlas: Atlas) -> None:
    verdicts = [gap.verdict for gap in across(atlas).gaps.values()]
    assert len(verdicts) > 100
    assert sum(verdict in {Verdict.HIGHER, Verdict.LOWER} for verdict in verdicts) < 0.1 * len(verdicts)


def test_the_other_method_of_the_ons() -> None:
    assert parameter("jobs-at-high-risk-of-automation-england").value == 7.4


def test_adults_in_learning_as_published(atlas: Atlas) -> None:
    slug, england = "further-education-adults-2016-to-2020", atlas.area("England")
    assert round(atlas.estimate(slug, england, Period.parse("2020-08-01/P1Y")).value or 0, -2) == 1_640_300


def test_authorities_add_up_to_england_but_for_those_whose_home_is_not_known(atlas: Atlas) -> None:
    found = everywhere(atlas)
    total = sum(row.before or 0 for row in found.rows)
    assert found.england.before is not None
    assert 0.97 < total / found.england.before <= 1.001


def test_the_fall_in_england_before_the_pandemic(atlas: Atlas) -> None:
    """2,236,790 to 2,068,200: 168,590 fewer, 7.5%."""
    found = fall(atlas, atlas.area("England"))
    assert found is not None
    assert found.percent == pytest.approx(-7.537, abs=0.001)


def test_apprenticeships_taught_and_begun_are_the_same_in_england(atlas: Atlas) -> None:
    england = everywhere(atlas).england
    assert england.residents == england.taught == 353_503
