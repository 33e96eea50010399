"""Creating jobs, reckoned by hand.

With the findings for all programmes (a collection that says it took the middles of the Additionality Guide of 2014: deadweight
0.2, 0 to 0.4; leakage 0.1, 0.05 to 0.5; displacement 0.25, 0 to 0.75; substitution 0, 0 to 0.1) and the multiplier of Faggio and
Overman (2014): 0.5 jobs in trades that serve the place for each public job, less 0.4 in those that sell beyond it, so 0.1:

    middle   100 x 0.8 x 0.9  x 0.75 x 1   x 1.1 =  59.4
    lowest   100 x 0.6 x 0.5  x 0.25 x 0.9 x 1.1 =   7.425
    highest  100 x 1   x 0.95 x 1    x 1   x 1.1 = 104.5

Community Catalysts in Somerset, as the source paper tells (Levelling up through employment, 2020, chapter 3): £135,000 once for
133 enterprises and 38 advised, which support 180 jobs: £750 a job.
"""

from datetime import date

import pytest

from levelling.atlas import Atlas
from levelling.jobs.creation import Ask, create, factors, findings, kind, net, wanting
from levelling.jobs.occupations import load
from levelling.jobs.pathways import Index, rules

CHOICES = {name: f"{name}-all-programmes" for name in ("deadweight", "leakage", "displacement", "substitution")} | {
    "multiplier": "multiplier-public-job-on-non-tradable+multiplier-public-job-on-tradable"
}


def test_net_jobs_by_hand() -> None:
    found = net(100, factors(findings(), "public", CHOICES))
    assert found.central == pytest.approx(59.4)
    assert found.low == pytest.approx(7.425)
    assert found.high == pytest.approx(104.5)


def test_over_all_findings_by_hand() -> None:
    # Lowest: the worst of each, deadweight 0.5 and multiplier 0.1. Highest: the best, deadweight 0 and multiplier 0.25.
    found = net(100, factors(findings(), "public", {}))
    assert found.central is None
    assert found.low == pytest.approx(100 * 0.5 * 0.5 * 0.25 * 0.9 * 1.1)
    assert found.high == pytest.approx(100 * 0.95 * 1.25)


def test_care_micro_enterprises_as_the_paper_tells() -> None:
    atlas = Atlas.open()
    index = Index(load(atlas), rules())
    care = kind(index.catalogue, "care-micro-enterprise")
    assert care.claim is not None
    assert (care.claim.enterprises, care.claim.advised, care.claim.jobs, care.claim.pounds) == (133, 38, 180, 135_000)
    assert care.claim.pounds_per_job == 750
    ask = Ask(date(2025, 6, 1), choices={**CHOICES, "multiplier": "none"}, cost=750.0)
    found = create(atlas, index, care, [atlas.area("Cornwall")], ask)
    (cornwall,) = found.places
    assert cornwall.net.central == pytest.approx(54.0)
    cost = found.cost_per_net_job(cornwall)
    assert cost is not None
    assert cost.value == pytest.approx(750 / 0.54)


def test_claimants_are_the_published_rate_of_the_published_people() -> None:
    atlas = Atlas.open()
    hartlepool = atlas.area("Hartlepool")
    found = wanting(atlas, hartlepool)
    rate = atlas.estimate("claimant-count", hartlepool).value
    people = atlas.estimate("working-age-population", hartlepool).value
    assert rate is not None
    assert people is not None
    assert found.people is not None
    assert found.people.value == pytest.approx(rate * people / 100)
    assert found.people.high - found.people.low == pytest.approx(people / 1000)
