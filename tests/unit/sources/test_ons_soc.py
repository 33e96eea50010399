"""The UK's occupations: ways in read by rule, titles compared by their words, ESCO led to unit groups by both."""

from pathlib import Path

import pytest

from levelling.atlas.declared import FactsBroken
from levelling.atlas.uk_occupations import Fact, Route
from levelling.sources.ons_soc.entry import Said, facts
from levelling.sources.ons_soc.isco import declared
from levelling.sources.ons_soc.join import SAME, Link, Named, evidence, join
from levelling.sources.ons_soc.likeness import Shelf, parts, words


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("Entrants usually possess a degree.", {Fact.DEGREE: Said.USUAL}),
        ("A degree may be an advantage for some posts.", {Fact.DEGREE: Said.SOME}),
        ("No academic qualifications are required.", {Fact.OPEN: Said.USUAL}),
        ("Academic qualifications may not be required.", {Fact.OPEN: Said.SOME}),
        ("Entrants need to register with the Council.", {Fact.REGISTRATION: Said.USUAL}),
        ("A full driving licence is required.", {Fact.DRIVING: Said.USUAL}),
        ("A DBS check is mandatory.", {Fact.CHECK: Said.USUAL}),
        ("Training is typically by apprenticeship.", {Fact.APPRENTICESHIP: Said.USUAL}),
        ("Apprenticeships are available in some areas.", {Fact.APPRENTICESHIP: Said.SOME}),
        ("NVQs at level 2 are available.", {Fact.VOCATIONAL: Said.SOME}),
        ("Entry is by election.", {Fact.CANNOT_TELL: Said.USUAL}),
        ("", {Fact.CANNOT_TELL: Said.USUAL}),
    ],
)
def test_ways_in(entry: str, said: dict[Fact, Said]) -> None:
    assert facts(entry) == said


def test_the_firmer_of_two_sentences_counts() -> None:
    assert facts("A degree may help. Entrants must have a degree.") == {Fact.DEGREE: Said.USUAL}


def test_words_and_parts() -> None:
    said = words("Managers of the shops (retail)")
    assert said is not None
    assert (said.all, said.head) == (frozenset({"manager", "shop"}), "manager")
    assert words("(all)") is None
    assert parts("Forestry and related workers") == ("Forestry and related workers", "Forestry", "Forestry workers")


def test_a_special_title_is_like_the_general_one() -> None:
    shelf = Shelf({"5431": ["Butcher", "Slaughterer"], "5432": ["Baker"], "1150": ["Shop manager"], "1132": ["Sales manager"]})
    halal = words("halal butcher")
    assert halal is not None
    assert [codes for _, codes in shelf.near(halal, 0.05)] == [frozenset({"5431"})]


def test_titles_come_before_neighbours_and_neighbours_before_nothing() -> None:
    titles = {"5431": ("Butchers", "Butcher"), "5432": ("Bakers", "Baker"), "5433": ("Fishmongers", "Fishmonger")}
    people = [
        Named("a", "butcher", (), "7511"),
        Named("b", "carver of joints", ("butcher",), "7511"),
        Named("c", "boner", (), "7511"),
        Named("d", "baker", (), "7512"),
    ]
    links = join(people, {"7511": ("5431", "5433"), "7512": ("5432",)}, titles)
    first = {link.esco: link for link in links if link.rank == 1}
    assert (first["a"].soc, first["a"].route) == ("5431", Route.OWN)
    assert (first["c"].soc, first["c"].route) == ("5431", Route.ISCO)
    assert (first["d"].soc, first["d"].route) == ("5432", Route.OWN)
    assert first["a"].share > first["c"].share


def test_a_preferred_title_leads_where_no_neighbour_does() -> None:
    titles = {"5431": ("Butchers", "Butcher"), "5432": ("Bakers", "Baker"), "5433": ("Fishmongers", "Boner (fish)")}
    people = [Named("a", "baker", (), "7511"), Named("b", "boner", (), "7511")]
    first = {link.esco: link for link in join(people, {"7511": ("5431",)}, titles) if link.rank == 1}
    assert (first["a"].soc, first["a"].route) == ("5432", Route.OWN)
    assert first["b"].soc == "5431", "a title with an aside is not every such job"


def test_a_shared_title_is_shared_out() -> None:
    shelf = Shelf({"1": ["Auditor"], "2": ["Auditor"]})
    proof = evidence(Named("a", "auditor", (), "2411"), shelf)
    assert proof.weight == {"1": SAME / 2, "2": SAME / 2}
    assert set(proof.route.values()) == {Route.SHARED}


def test_order_of_input_changes_nothing() -> None:
    titles = {"5431": ("Butchers", "Butcher"), "5432": ("Bakers", "Baker")}
    people = [Named(str(at), name, ("butcher", "baker"), "7511") for at, name in enumerate(("butcher", "baker", "cook"))]

    def made(order: list[Named]) -> list[Link]:
        return sorted(join(order, {"7511": ("5431",)}, titles), key=lambda link: (link.esco, link.rank))

    assert made(people) == made(people[::-1])


def test_what_is_declared_is_checked(tmp_path: Path) -> None:
    path = tmp_path / "isco_soc.toml"
    path.write_text(
        'reason = "because it is so"\n[[sources]]\ntitle = "a book"\n[soc]\n7511 = ["5431", "5431", "9999"]\n', "utf-8"
    )
    with pytest.raises(FactsBroken, match="no unit group 9999") as broken:
        declared({"5431"}, path)
    assert "stands twice" in str(broken.value)
    path.write_text("[soc]\n7511 = []\n", "utf-8")
    with pytest.raises(FactsBroken, match="reason"):
        declared({"5431"}, path)
