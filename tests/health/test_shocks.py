"""Every shock that comes with the package is whole, and every figure it asks for is there."""

import pytest

from levelling.atlas import Atlas
from levelling.atlas.shocks import shipped, shocks
from levelling.challenge.vulnerability import covered, lay

ATLAS = Atlas.open()
SHOCKS = {item.slug: item for item in shocks(ATLAS.catalogue)}


def test_the_three_are_there() -> None:
    assert {"covid-2020", "automation", "cost-of-living"} <= set(shipped()) == set(SHOCKS)


@pytest.mark.parametrize("name", sorted(SHOCKS))
def test_every_indicator_has_figures_at_every_level(name: str) -> None:
    shock = SHOCKS[name]
    for level in shock.levels:
        laid = lay(ATLAS, shock, level)
        areas = covered(ATLAS, shock, level)
        for domain, mine in zip(shock.domains, laid.measures, strict=True):
            assert [item.declared.slug for item in mine if not item.values or not item.spread] == []
            assert len(laid.scores[domain.name]) >= 0.7 * len(areas), f"{name}, {level}: {domain.name} is known for too few"


@pytest.mark.parametrize("name", sorted(SHOCKS))
def test_a_direction_does_not_gainsay_the_indicator(name: str) -> None:
    """Where the catalogue says which way is good, the other way is the more vulnerable."""
    wrong = [
        item.slug
        for domain in SHOCKS[name].domains
        for item in domain.indicators
        if ATLAS.catalogue.get(item.slug).direction.value == f"{item.direction} better"
    ]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(SHOCKS))
def test_a_shock_says_whose_choice_it_is_and_what_it_lacks(name: str) -> None:
    shock = SHOCKS[name]
    assert shock.source.endswith(".")
    assert shock.lacks
    assert all(item.endswith(".") for item in (shock.what, *shock.lacks))
    assert all(len(domain.indicators) > 1 for domain in shock.domains), "a domain of one figure cannot be tried without it"
