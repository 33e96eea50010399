"""Health, disability, care and population as published, against the compiled figures.

Cited:
- ONS, How health has changed in your area, 16 June 2023: Harrogate highest and Blackpool lowest of the Health Index in 2021.
  Scores as reported at the time (thedailycheck.net, Map reveals unhealthiest places to live in England).
- ONS, Disability and Unpaid care, England and Wales: Census 2021 (19 January 2023), as summed up by Disability Rights UK:
  9.8 million disabled people in England and 670,000 in Wales; 5.0 million unpaid carers.
- ONS, Population and household estimates, England and Wales: Census 2021, first results: 59,597,300 people.
- ONS, Population estimates for the UK, mid-2019: 66.8 million people.
- NRS, Mid-2022 population estimates, Scotland: 5,447,700 people.
"""

from collections.abc import Iterator

import pytest

from levelling.atlas import Atlas
from levelling.core.area import Level
from levelling.core.estimate import Estimate, Status
from levelling.core.period import Period


@pytest.fixture(scope="module")
def atlas() -> Iterator[Atlas]:
    opened = Atlas.open()
    yield opened
    opened.store.close()


def value(estimate: Estimate) -> float:
    assert estimate.value is not None, estimate.why_absent
    return estimate.value


@pytest.mark.parametrize(
    ("code", "published"),
    [
        ("E06000009", 76.5),
        ("E06000010", 77.5),
        ("E08000012", 79.9),
        ("E06000002", 80.2),
        ("E06000017", 124.6),
        ("E07000207", 124.1),
        ("E07000216", 123.1),
        ("E07000165", 124.9),
    ],
    ids=["Blackpool", "Hull", "Liverpool", "Middlesbrough", "Rutland", "Elmbridge", "Waverley", "Harrogate"],
)
def test_health_index_2021(atlas: Atlas, code: str, published: float) -> None:
    area = atlas.gazetteer.get(code, Level.LAD)
    assert value(atlas.estimate("health-index", area, Period.year(2021))) == published


def test_blackpool_is_lowest_of_the_307(atlas: Atlas) -> None:
    scores = {
        code: figure.value or 0.0 for code, figure in atlas.store.column("health-index", "", "2021").items() if code[:3] != "E54"
    }
    assert len(scores) == 307
    assert min(scores, key=lambda code: scores[code]) == "E06000009"
    assert max(scores, key=lambda code: scores[code]) == "E07000165"


@pytest.mark.parametrize(("code", "published"), [("E92000001", 9.8), ("W92000004", 0.67)], ids=["England", "Wales"])
def test_disabled_people(atlas: Atlas, code: str, published: float) -> None:
    millions = value(atlas.estimate("disabled-people", atlas.gazetteer.get(code))) / 1e6
    assert round(millions, 1 if published > 1 else 2) == published


def test_unpaid_carers(atlas: Atlas) -> None:
    both = [atlas.gazetteer.get(code) for code in ("E92000001", "W92000004")]
    carers = sum(value(atlas.estimate("unpaid-carers", nation)) for nation in both)
    assert round(carers / 1e6, 1) == 5.0


def test_population(atlas: Atlas) -> None:
    uk, both, scotland = (atlas.gazetteer.get(code) for code in ("K02000001", "K04000001", "S92000003"))
    assert value(atlas.estimate("population", uk, Period.parse("2019-06-30"))) / 1e6 == pytest.approx(66.8, abs=0.005)
    # The counts by age are each altered a little, so that their sum is some hundreds off the first results.
    assert value(atlas.estimate("population", both, Period.parse("2021-03-21"))) == pytest.approx(59_597_300, abs=500)
    assert value(atlas.estimate("population", scotland, Period.parse("2022-06-30"))) == 5_447_700


def test_every_authority_of_the_uk_has_people(atlas: Atlas) -> None:
    column = atlas.column("population", Level.LAD, Period.parse("2019-06-30"))
    assert len(column) == 361
    assert sum(item.value or 0 for item in column) / 1e6 == pytest.approx(66.8, abs=0.005)


def test_disease_prevalence_is_modelled_and_not_welsh(atlas: Atlas) -> None:
    column = atlas.column("disease-prevalence", Level.LAD, category="high-blood-pressure")
    assert {item.status for item in column} == {Status.MODELLED}
    assert {item.area.nation for item in column} == {"E"}
    assert len(column) == 296
