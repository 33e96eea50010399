"""Consortia: small directories, and the set that is chosen."""

from datetime import date
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.core.errors import NotEnoughData, UserError
from levelling.solutions.providers import Bid, Consortium, Covering, consortium, read_bid, themes

HERE, THERE = "E06000001", "E06000005"


def covering(name: str, serves: str, where: str = "", *, fresh: bool = True) -> Covering:
    codes = frozenset(where.split())
    return Covering(
        name.lower(),
        name,
        dict.fromkeys(serves.split(), codes),
        newest=date(2026, 1, 1) if fresh else None,
        fresh=fresh,
        placed=bool(codes),
    )


def found(bid: Bid, *providers: Covering) -> Consortium:
    return consortium(providers, bid, themes())


def names(result: Consortium) -> list[str]:
    return [member.provider.name for member in result.members]


def test_two_do_what_three_would() -> None:
    result = found(
        Bid(("employability", "money", "mental-health")),
        covering("A", "employability"),
        covering("B", "money"),
        covering("C", "mental-health"),
        covering("D", "employability money"),
    )
    assert names(result) == ["D", "C"]
    assert (result.proven, result.at_least, result.best_proven) == (True, 2, True)
    assert result.sentence == "2 providers together cover all 3 themes of the bid: no smaller set does."


def test_what_each_brings_and_what_rests_on_it_alone() -> None:
    result = found(Bid(("employability", "money", "carers")), covering("A", "employability money"), covering("B", "money carers"))
    told = {member.provider.name: (member.themes, member.alone) for member in result.members}
    assert told == {"A": (("employability", "money"), ("employability",)), "B": (("money", "carers"), ("carers",))}
    assert result.fragile == ("employability", "carers")
    assert result.members[0].sentence == "A brings employability and money; employability would be lost without it."


def test_of_two_sets_of_one_size_the_one_that_covers_more_then_the_fresher() -> None:
    bid = Bid(("employability", "money"))
    wide = covering("Z", "employability money")
    assert names(found(bid, covering("A", "employability money", fresh=False), wide)) == ["Z"]
    one, two = covering("A", "employability"), covering("B", "money")
    more = found(Bid(("employability", "money", "carers")), one, two, covering("C", "carers"), covering("D", "carers money"))
    assert names(more) == ["D", "A"]


def test_each_theme_often_enough() -> None:
    providers = [covering(name, "employability") for name in "ABC"] + [covering("D", "money"), covering("E", "money")]
    result = found(Bid(("employability", "money"), at_least=2), *providers)
    assert len(result.members) == 4
    assert all(member.needed_for and not member.alone for member in result.members)
    assert result.fragile == ()
    assert result.members[0].sentence.endswith("without it fewer than 2 would serve employability.")
    assert "each at least 2 times" in result.sentence
    assert len(result.alternatives) == 2


def test_must_and_never() -> None:
    providers = [covering("A", "employability money"), covering("B", "employability"), covering("C", "money")]
    bid = Bid(("employability", "money"), must=("B",))
    assert sorted(names(found(bid, *providers))) == ["A", "B"]
    assert found(bid, *providers).alternatives == (("B", "C"),)
    assert sorted(names(found(Bid(("employability", "money"), never=("a",)), *providers))) == ["B", "C"]


def test_a_member_that_must_be_in_may_bring_nothing() -> None:
    result = found(Bid(("money",), must=("Lead",)), covering("Lead", ""), covering("C", "money"))
    lead = next(member for member in result.members if member.provider.name == "Lead")
    assert lead.sentence == "Lead brings none of the themes, and the bid asks for it by name; nothing would be lost without it."


def test_other_sets_as_small() -> None:
    result = found(Bid(("money",), alternatives=2), *(covering(name, "money") for name in "ABCD"))
    assert names(result) == ["A"]
    assert result.alternatives == (("B",), ("C",))
    assert result.more
    whole = found(Bid(("money",)), *(covering(name, "money") for name in "ABC"))
    assert (whole.alternatives, whole.more) == ((("B",), ("C",)), False)
    assert any("No other set" in note for note in found(Bid(("money",)), covering("A", "money")).notes)


def test_every_authority_of_the_area() -> None:
    area = Atlas.open().area("Tees Valley")
    codes = frozenset({HERE, THERE})
    providers = [covering("A", "money", HERE), covering("B", "money", THERE), covering("C", "money")]
    result = consortium(providers, Bid(("money",), area="Tees Valley"), themes(), area, codes)
    assert names(result) == ["A", "B"]
    assert result.unplaced == 1
    with pytest.raises(NotEnoughData, match="in every authority of Tees Valley: nobody covers money"):
        consortium(providers[:1], Bid(("money",)), themes(), area, codes)


def test_what_nobody_covers_is_named_and_the_rest_offered() -> None:
    providers = [covering("A", "employability"), covering("B", "money")]
    with pytest.raises(NotEnoughData) as told:
        found(Bid(("employability", "money", "carers", "transport")), *providers)
    assert str(told.value) == (
        "No set of providers covers the bid: nobody covers carers or transport. "
        "The others can be covered: --themes employability,money."
    )
    with pytest.raises(NotEnoughData, match=r"fewer than 2 cover employability \(by 1\)"):
        found(Bid(("employability",), at_least=2), *providers)
    with pytest.raises(NotEnoughData, match="nobody covers carers"):
        found(Bid(("carers",)))


def test_fewer_members_than_are_needed_cover_as_much_as_they_can() -> None:
    providers = [covering("A", "employability money"), covering("B", "carers"), covering("C", "transport")]
    result = found(Bid(("employability", "money", "carers", "transport"), most=2), *providers)
    assert len(result.members) == 2
    assert names(result)[0] == "A"
    assert len(result.uncovered) == 1
    assert result.needed == 3
    assert "3 are needed for all" in result.sentence


def test_only_fresh_entries_where_the_bid_says_so() -> None:
    providers = [covering("A", "money", fresh=False), covering("B", "money"), covering("C", "money carers", fresh=False)]
    assert names(found(Bid(("money",), fresh_only=True), *providers)) == ["B"]
    assert any("Look at these first" in note for note in found(Bid(("carers",)), *providers).notes)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"themes": ("moneyy",)}, "Did you mean: money"),
        ({"must": ("Nobody",)}, "'Nobody', which must be in, is not in the directory"),
        ({"must": ("Alpa",)}, "Did you mean: Alpha"),
        ({"never": ("Twin",)}, "is the name of several"),
        ({"must": ("Alpha",), "never": ("Alpha",)}, "must and must not"),
        ({"must": ("Alpha", "Beta"), "most": 1}, "names 2 providers that must be in, and allows 1"),
    ],
)
def test_a_bid_that_cannot_be_meant(asked: dict[str, tuple[str, ...]], says: str) -> None:
    twins = [Covering(id_, "Twin", {"money": frozenset()}) for id_ in ("t1", "t2")]
    providers = [covering("Alpha", "money"), covering("Beta", "carers"), *twins]
    with pytest.raises(UserError, match=says):
        found(Bid(**{"themes": ("money", "carers"), **asked}), *providers)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong", [{"themes": ()}, {"at_least": 0}, {"at_least": 99}, {"most": 0}, {"alternatives": -1}, {"alternatives": 10_000}]
)
def test_numbers_out_of_range(wrong: dict[str, int]) -> None:
    with pytest.raises(UserError):
        Bid(**{"themes": ("money",), **wrong})  # type: ignore[arg-type]


def test_a_bid_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "bid.toml"
    path.write_text('title = "Work for all"\nthemes = ["money", "carers"]\nat_least = 2\nmust = ["A"]\n')
    bid = read_bid(path, themes=(), at_least=None, most=4)
    assert (bid.title, bid.themes, bid.at_least, bid.must, bid.most) == ("Work for all", ("money", "carers"), 2, ("A",), 4)
    assert read_bid(path, themes=("transport",)).themes == ("transport",)


def test_every_fault_of_a_bid_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "bid.toml"
    path.write_text('theme = ["money"]\nat_least = 0\nmust = "A"\n')
    with pytest.raises(UserError) as told:
        read_bid(path)
    assert all(place in str(told.value) for place in ("at_least:", "must:", "theme: there is no such field"))
    path.write_text("themes = [")
    with pytest.raises(UserError, match="is not TOML"):
        read_bid(path)
    with pytest.raises(UserError, match="cannot be read"):
        read_bid(tmp_path / "none.toml")
