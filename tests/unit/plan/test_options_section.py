"""The options of a plan: what each must bring, from sourced numbers alone, and what cannot be told is told as such."""

import pytest

from levelling.atlas import Atlas
from levelling.plan.document import Group, Number, Paragraph, Section, Table, plain
from levelling.plan.sections.options import section
from levelling.plan.view import View
from levelling.practice.appraisal import appraise, green_book, read_option, ready, shipped
from levelling.practice.appraisal.even import even


def made(name: str) -> Section:
    atlas = Atlas.open()
    found = section(View(atlas, atlas.area(name)))
    assert found is not None
    return found


def test_each_option_says_what_it_must_bring_and_what_is_wanted() -> None:
    found = made("Hartlepool")
    table = next(block for block in found.blocks if isinstance(block, Table))
    assert [plain(row[0]) for row in table.rows] == [read_option(path).name for path in shipped().values()]
    groups = [block for block in found.blocks if isinstance(block, Group)]
    assert len(groups) == len(shipped())
    for group in groups:
        rests = next(block for block in group.blocks if isinstance(block, Table))
        assert rests.folded
        assert all(plain(row[2]) for row in rests.rows)
        assert all("names no source" not in plain(row[2]) for row in rests.rows)


def test_where_a_figure_is_not_held_the_option_says_why() -> None:
    notes = [plain(block.text) for block in made("Belfast").blocks if isinstance(block, Paragraph) and block.role == "note"]
    assert any("Care micro-enterprises: cannot be told here" in note for note in notes)


def test_more_than_the_whole_claim_is_said_to_be_impossible() -> None:
    said = " ".join(
        plain(inner.text)
        for block in made("Isles of Scilly").blocks
        if isinstance(block, Group)
        for inner in block.blocks
        if isinstance(inner, Paragraph)
    )
    assert "That is more than all of it, so on these numbers it would not pay." in said


@pytest.mark.parametrize("name", list(shipped()))
def test_at_the_value_told_the_option_just_breaks_even(name: str) -> None:
    """What is told is put back in, with every other input at one value: nothing is left over."""
    atlas = Atlas.open()
    place = (atlas, atlas.area("Hartlepool"))
    option = read_option(shipped()[name])
    held = ready(option, green_book(), place, breaking_even=True)
    given = {key: held.inputs[key].mean for key in {**option.shares, **option.people, **option.inputs} if key in held.inputs}
    fixed = even(option, place, {key: value for key, value in given.items() if key != option.break_even})
    found = appraise([ready(option, green_book(), place, {**given, option.break_even: fixed.middle})], 10).items[0]
    assert found.npsv.mean == pytest.approx(0.0, abs=1e-6 * (found.public_cost.mean or 1.0))
    assert fixed.best == pytest.approx(fixed.middle)


def test_every_number_shown_leads_to_how_it_was_made() -> None:
    for block in made("Hartlepool").blocks:
        if isinstance(block, Table):
            numbers = [part for row in block.rows for cell in row for part in cell if isinstance(part, Number)]
            assert numbers
            assert all("Quoted from: " in number.origin.how for number in numbers if hasattr(number.origin, "how"))
