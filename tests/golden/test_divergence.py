"""Output against income of real places, as the source paper and ONS publish them.

Cited:
- the source paper, section 1.1 and figure 2b: output and income per head, UK = 100, of Belfast, Nottingham and Dorset in 2017;
- ONS, Regional gross disposable household income, UK: 1997 to 2022 (4 September 2024): per head in 2022, UK 22,789 pounds,
  London 32,330, North East 18,388.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.challenge.divergence import Divergences, Measure, Quadrant, diverge, divergences
from levelling.core.area import Level
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


@pytest.fixture(scope="module")
def authorities(atlas: Atlas) -> Divergences:
    return divergences(atlas, Level.LAD, Period.year(2017))


@pytest.mark.parametrize(
    ("name", "output", "income", "kind"),
    [
        ("Belfast", 134, 79, Quadrant.OUTPUT_ONLY),
        ("Nottingham", 113, 67, Quadrant.OUTPUT_ONLY),
        ("Dorset", 71, 104, Quadrant.INCOME_ONLY),
    ],
)
def test_the_three_places_of_figure_2b(authorities: Divergences, name: str, output: int, income: int, kind: Quadrant) -> None:
    found = next(record for record in authorities.records() if record["name"] == name)
    assert (round(found["output_index"]), round(found["income_index"]), found["quadrant"]) == (output, income, kind.value)


def test_every_authority_has_both(authorities: Divergences) -> None:
    assert len(authorities.places) == 361
    assert authorities.missing == ()


def test_the_commuting_explanation_bears_out(authorities: Divergences) -> None:
    """Belfast and Nottingham have more jobs for each resident than the UK, Dorset fewer."""
    jobs = {item.area.name: item.jobs for item in authorities.places}
    assert authorities.uk_jobs is not None
    assert authorities.uk_jobs == pytest.approx(0.50, abs=0.01)
    for name in ("Belfast", "Nottingham"):
        assert (jobs[name] or 0.0) > 1.2 * authorities.uk_jobs
    assert (jobs["Dorset"] or 1.0) < authorities.uk_jobs


def test_by_the_hour_commuting_falls_away(authorities: Divergences) -> None:
    by_hour = {item.area.name: item.by_measure[Measure.HOUR] for item in authorities.places}
    assert (by_hour["Belfast"] or 100) < 100
    assert (by_hour["Nottingham"] or 100) < 100


def test_regions_of_figure_1(atlas: Atlas) -> None:
    """Output per worker and household income of the regions in 2017: London and the South East above the UK on both."""
    found = divergences(atlas, Level.REGION, Period.year(2017), Measure.JOB)
    above = {item.area.name for item in found.places if item.quadrant is Quadrant.BOTH_HIGH}
    assert above == {"London", "South East"}
    assert len(found.places) == 9


def test_regional_income_as_published(atlas: Atlas) -> None:
    found = {item.area.name: item.income.value for item in divergences(atlas, Level.REGION, Period.year(2022)).places}
    assert found["London"] == pytest.approx(100 * 32_330 / 22_789, abs=0.01)
    assert found["North East"] == pytest.approx(100 * 18_388 / 22_789, abs=0.01)


def test_a_combined_authority_is_made_from_its_authorities(atlas: Atlas) -> None:
    area = atlas.area("Tees Valley", Level.CAUTH)
    found = diverge(atlas, area)
    assert found is not None
    assert found.newest.output.moved is not None
    codes = [item.code for item in atlas.gazetteer.members(area, Level.LAD)]
    total = {
        slug: sum(atlas.estimate(slug, atlas.gazetteer.get(code), Period.year(2022)).value or 0.0 for code in codes)
        for slug in ("gdhi", "implied-population")
    }
    per_head = 1e6 * total["gdhi"] / total["implied-population"]
    assert found.newest.income.value == pytest.approx(100 * per_head / 22_789, rel=0.005)
