"""Every template has a place for every section, now and when a section is added."""

import pytest

from levelling.plan.build import makers
from levelling.plan.templates import Template, templates

ALL = list(templates().values())


def test_the_two_templates_are_there() -> None:
    assert set(templates()) >= {"get-britain-working", "source"}


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.name)
def test_every_section_has_one_place_and_every_place_a_section(item: Template) -> None:
    """A new file in plan/sections/ needs its name in each file of facts/templates/: under a heading, or declared in the annex."""
    names = {maker.name for maker in makers()}
    assert len(item.places) == len(set(item.places))
    assert names - set(item.places) == set(), f"give these a place in facts/templates/{item.name}.toml"
    assert set(item.places) - names == set(), "no section has this name"
    assert item.annexed[-1] == "sources"


@pytest.mark.parametrize("item", ALL, ids=lambda item: item.name)
def test_every_heading_says_what_is_asked_by_whom_and_what_is_open(item: Template) -> None:
    for part in item.parts:
        assert part.asks
        assert part.sources
        assert part.open, part.heading
        assert part.sections or "to be written" in item.what
    assert len({part.heading for part in item.parts}) == len(item.parts)
