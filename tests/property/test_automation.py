"""Laws of the share at high risk, whatever the groups."""

from hypothesis import given
from hypothesis import strategies as st

from levelling.challenge.automation import Group, Reading, Risk, hold, reckon
from levelling.core.area import Area, Level
from levelling.core.period import Period
from levelling.sources.nesta_career_causeways.titles import match
from levelling.sources.titles import plainly

HERE = Area("E06000001", "Hartlepool", Level.LAD, "E")
THERE = Area("E92000001", "England", Level.NATION, "E")
shares = st.floats(0, 1)
people = st.integers(1, 100_000)


@st.composite
def risks(draw: st.DrawFn, name: str) -> Risk:
    low, share, high = sorted(draw(st.tuples(shares, shares, shares)))
    return Risk(name, share, low, high, draw(shares))


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Reading, Reading]:
    count = draw(st.integers(1, 6))
    made = [draw(risks(str(at))) for at in range(count)]

    def one(area: Area) -> Reading:
        numbers = [draw(people) for _ in made]
        halves = [draw(st.integers(0, number)) for number in numbers]
        groups = [
            Group(risk.occupation, risk, number, number - half, number + half)
            for risk, number, half in zip(made, numbers, halves, strict=True)
        ]
        found = reckon(area, "SOC 2010", Period.year(2020), groups)
        assert found is not None
        return found

    return one(HERE), one(THERE)


@given(worlds())
def test_the_share_lies_in_its_ranges(world: tuple[Reading, Reading]) -> None:
    here, _ = world
    assert 0 <= here.lower <= here.share <= here.upper <= 100 + 1e-9
    assert here.survey is not None
    assert here.survey.lower <= here.share <= here.survey.upper


@given(worlds())
def test_people_at_risk_add_up_to_the_whole(world: tuple[Reading, Reading]) -> None:
    here, _ = world
    assert abs(sum(group.at_risk for group in here.groups) - here.at_risk) < 1e-6 * max(1.0, here.people)


@given(worlds())
def test_the_difference_lies_within_what_the_crosswalk_allows_and_turns_with_the_sides(world: tuple[Reading, Reading]) -> None:
    here, there = world
    gap, back = hold(here, there), hold(there, here)
    assert gap.least - 1e-9 <= gap.difference <= gap.most + 1e-9
    assert abs(gap.difference + back.difference) < 1e-9
    assert abs(gap.least + back.most) < 1e-9


@given(worlds(), st.integers(2, 50))
def test_a_place_many_times_as_large_has_the_same_share(world: tuple[Reading, Reading], times: int) -> None:
    here, _ = world
    grown = [Group(group.name, group.risk, times * group.people) for group in here.groups]
    found = reckon(HERE, "SOC 2010", Period.year(2020), grown)
    assert found is not None
    assert abs(found.share - here.share) < 1e-6


@given(st.text(max_size=40))
def test_writing_a_title_plainly_twice_changes_nothing_but_plurals(title: str) -> None:
    plain = plainly(title)
    assert plain == " ".join(plain.split())
    assert plain == plain.lower()
    assert "(" not in plain


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from(["baker", "clerk", "nurse", "guard"]), max_size=4)))
def test_a_match_never_uses_more_titles_than_there_are(groups: dict[str, list[str]]) -> None:
    book = {"baker": frozenset({"1"}), "clerk": frozenset({"2", "3"}), "nurse": frozenset({"9"})}
    found = match(groups, [book], {"1": True, "2": False, "3": True})
    assert set(found) == set(groups)
    for item in found.values():
        assert item.matched <= item.titles
        assert (item.share is None) == (item.matched == 0)
        assert item.share is None or 0 <= item.share <= 1
