"""How ESCO, Nesta and O*NET are joined in figures of two occupations, and what is counted as lost."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import pytest

from levelling.atlas import Atlas
from levelling.atlas.catalogue import Catalogue as Indicators
from levelling.atlas.ledger import FigureFile, Ledger
from levelling.atlas.store import Store
from levelling.jobs.occupations import load
from levelling.jobs.occupations.catalogue import Catalogue
from levelling.jobs.occupations.joins import read

Rows = Sequence[tuple[Any, ...]]
TABLES: Mapping[str, Rows] = {
    "esco_occupations": [
        ("a", "bricklayer", "7112", "7112.1", False, "brick layer\nbricky", [0, 1], [1, 2]),
        ("b", "tuck pointer", "7112", "7112.1.1", True, "", [0], []),
        ("c", "poet", "2641", "2641.9", False, "", [], [2]),
    ],
    "esco_skills": [
        ("", "lay C++ bricks", "skill", "", 2, False, False, False, False),
        ("k1", "types of brick", "knowledge", "S1", 1, True, True, False, False),
        ("", "rhyme", "", "", 2, False, False, False, False),
    ],
    "esco_skill_groups": [("S1", "handling")],
    "esco_counts": [("skills in the release", 5)],
    "isco_groups": [("7112", "Bricklayers")],
    "esco_soc": [("a", "5312"), ("a", "5313")],
    "nesta_occupations": [
        ("a", "7112", "47-0001.01", 3.5, 0.4, "Other", "1.2"),
        ("c", "2640", "27-0001.00", None, None, "", "6.1"),
        ("gone", "7112", "99-0001.00", 3.9, 0.1, "High risk", "1.2"),
    ],
    "onet_occupations": [("27-0001.00", "Poets", None, [], []), ("47-0001.00", "Masons", 2, [1], [0])],
    "onet_activities": [("d1", "Write verse"), ("d2", "Lay bricks")],
    "onet_moves": [("47-0001.01", "47-0001.00")],
}


class Held:
    """Figures that hold only what is given, in the columns that the readers ask for."""

    folder = Path("nowhere")

    def __init__(self, tables: Mapping[str, Rows]) -> None:
        self.tables = tables
        self.ledger = Ledger(tuple(FigureFile(f"{name}.parquet", "table", name, 1, name) for name in tables), {}, {})

    def has(self, table: str) -> bool:
        return table in self.tables

    def query(self, sql: str) -> Rows:
        return self.tables[sql.partition(" FROM ")[2].split(maxsplit=1)[0]]


def catalogue(*without: str) -> Catalogue:
    return read(cast("Store", Held({name: rows for name, rows in TABLES.items() if name not in without})))


def test_an_occupation_has_what_each_join_gives() -> None:
    found = catalogue().by_key("a")
    assert (found.essential, found.optional) == (frozenset({"lay-c-plus-plus-bricks", "k1"}), frozenset({"rhyme"}))
    assert (found.soc, found.onet, found.zone, found.activities) == (("5312", "5313"), "47-0001.00", 2, frozenset({"d2"}))
    assert (found.risk, found.resists, found.risk_class, found.family) == (3.5, 0.4, "Other", "1.2")
    assert found.titles == ("brick layer", "bricky")


def test_what_is_not_joined_is_told_as_absent_and_nothing_is_handed_down() -> None:
    found = catalogue().by_key("b")
    assert (found.parent, found.regulated, found.titles) == ("a", True, ())
    assert (found.soc, found.onet, found.zone, found.risk, found.resists, found.risk_class) == ((), "", None, None, None, "")


def test_skills_have_a_key_a_group_marks_and_a_rarity() -> None:
    skills = catalogue().skills
    assert [(skill.key, skill.group, skill.marks) for skill in skills.values()] == [
        ("lay-c-plus-plus-bricks", "", ()),
        ("k1", "handling", ("digital", "green")),
        ("rhyme", "", ()),
    ]
    assert skills["k1"].rarity == pytest.approx(1.0986, abs=1e-4)


def test_losses_by_hand() -> None:
    assert list(map(str, catalogue().losses)) == [
        "2 of 5 skills of the release stand in no occupation and are left out",
        "2 of 3 skills have no address here, so their key is made from the label",
        "2 of 3 skills have no skill group here",
        "1 of 3 skills are not known to be knowledge or skill",
        "1 of 3 optional links are essential as well and count once",
        "2 of 3 occupations have no SOC 2020 unit group",
        "2 of 3 occupations have no risk of automation",
        "1 of 2 occupations without a risk are a narrower kind of one that has a risk",
        "1 of 3 occupations have no O*NET occupation",
        "1 of 2 occupations joined to O*NET have no job zone and no activities there",
        "1 of 3 occupations that Nesta placed (ESCO 1.0.3) are no longer in ESCO",
        "1 of 2 occupations that Nesta scored are no longer in ESCO",
        "1 of 2 occupations that Nesta placed lie in another ISCO unit group since",
        "1 of 3 O*NET codes of 2010 that Nesta used are no more, and were led on to those of 2019",
        "1 of 3 O*NET codes that Nesta used lead nowhere",
    ]


@pytest.mark.parametrize(
    ("without", "empty"),
    [
        (("nesta_occupations",), ("onet", "risk_class", "family")),
        (("onet_occupations", "onet_moves", "onet_activities"), ("onet", "activities")),
        (("esco_soc",), ("soc",)),
    ],
)
def test_figures_built_without_a_source_leave_its_fields_empty(without: tuple[str, ...], empty: tuple[str, ...]) -> None:
    found = catalogue(*without).by_key("a")
    assert not any(getattr(found, field) for field in empty)
    assert found.label == "bricklayer"


def test_figures_without_esco_give_an_empty_catalogue() -> None:
    assert catalogue(*TABLES) == Catalogue({}, {})


def test_the_same_tables_are_read_once_and_others_anew() -> None:
    whole, less = (
        Atlas(cast("Store", Held({name: rows for name, rows in TABLES.items() if name not in without})), Indicators([]))
        for without in ((), ("esco_soc",))
    )
    first = load(whole)
    assert load(whole) is first
    assert load(less).by_key("a").soc == ()
    assert load(whole).by_key("a").soc == ("5312", "5313")
