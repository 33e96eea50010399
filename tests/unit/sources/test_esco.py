"""ESCO's files as tables: skills numbered by use, addresses and groups where they join, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.esco import SOURCE
from levelling.sources.esco.skills import GROUPS, MARKS, PARENTS
from levelling.sources.esco.tidy import ISCO, OCCUPATIONS, PROFILES, tidy
from levelling.sources.inputs import Inputs

AT = "http://data.europa.eu/esco"
HEADING = "conceptUri,iscoGroup,preferredLabel,altLabels,regulatedProfessionNote,code"
PROFILE = {
    "occupation_uri": [f"{AT}/occupation/b", f"{AT}/occupation/a"],
    "essential_skills": [["lay bricks", "types of brick"], ["lay bricks "]],
    "optional_skills": [["C++", "use tools\u00a0well"], None],
    "essential_knowledge": [["types of brick"], None],
}


def put(folder: Path, name: str, *lines: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("\n".join(lines) + "\n")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(
        tmp_path,
        OCCUPATIONS,
        HEADING,
        f'{AT}/occupation/a,7112, tuck pointer ,"pointer\n pointer\nbrick  pointer",{AT}/regulated-professions/regulated,7112.2',
        f"{AT}/occupation/b,7112,bricklayer,,{AT}/regulated-professions/unregulated,7112.1",
    )
    pl.DataFrame(PROFILE).write_parquet(tmp_path / PROFILES)
    put(tmp_path, ISCO, "code,preferredLabel", "7112,Bricklayers and related workers", "7,Craft workers")
    put(tmp_path, GROUPS, "conceptUri,code,preferredLabel", f"{AT}/skill/g2,S2,knowing bricks", f"{AT}/skill/g1,S1,handling")
    put(
        tmp_path,
        PARENTS,
        "conceptType,conceptUri,broaderUri",
        f"KnowledgeSkillCompetence,{AT}/skill/t,{AT}/skill/u",
        f"KnowledgeSkillCompetence,{AT}/skill/u,{AT}/skill/g2",
        f"KnowledgeSkillCompetence,{AT}/skill/u,{AT}/skill/g1",
        f"SkillGroup,{AT}/skill/g1,{AT}/skill/top",
    )
    for mark, file in MARKS.items():
        rows = [f"{AT}/skill/t,types of brick,knowledge"] if mark == "green" else [f"{AT}/skill/z,juggle,skill/competence"]
        put(tmp_path, file, "conceptUri,preferredLabel,skillType", *rows)
    return tmp_path


def tables(folder: Path) -> Tidy:
    return tidy(Inputs(folder, SOURCE.files))


def test_skills_are_numbered_by_how_many_occupations_ask_for_them_then_by_label(folder: Path) -> None:
    skills = tables(folder).tables["esco_skills"]
    assert skills.select("number", "label", "uses").rows() == [
        (0, "lay bricks", 2),
        (1, "C++", 1),
        (2, "types of brick", 1),
        (3, "use tools well", 1),
    ]


def test_occupations_hold_their_skills_by_number_and_their_names_trimmed(folder: Path) -> None:
    rows = tables(folder).tables["esco_occupations"].rows()
    assert rows == [
        ("a", "tuck pointer", "7112", "7112.2", True, "pointer\nbrick pointer", [0], []),
        ("b", "bricklayer", "7112", "7112.1", False, "", [0, 2], [1, 3]),
    ]


def test_a_skill_has_an_address_and_the_nearest_group_only_where_a_file_gives_them(folder: Path) -> None:
    skills = {row["label"]: row for row in tables(folder).tables["esco_skills"].iter_rows(named=True)}
    brick, plus = skills["types of brick"], skills["C++"]
    assert (brick["address"], brick["group"], brick["kind"], brick["green"]) == ("t", "S1", "knowledge", True)
    assert (plus["address"], plus["group"], plus["kind"], plus["green"]) == ("", "", "", False)
    assert skills["lay bricks"]["kind"] == "skill"


def test_skills_of_the_release_are_counted_groups_apart(folder: Path) -> None:
    assert tables(folder).tables["esco_counts"].rows() == [("skills in the release", 2)]


def test_two_skills_that_would_have_one_key_are_refused(folder: Path) -> None:
    pl.DataFrame(PROFILE | {"optional_skills": [["Lay-bricks"], None]}).write_parquet(folder / PROFILES)
    with pytest.raises(SourceChanged, match=r"1 keys? would stand for more than one skill"):
        tables(folder)


def test_files_of_two_versions_are_refused(folder: Path) -> None:
    put(folder, OCCUPATIONS, HEADING, f"{AT}/occupation/c,7112,bricklayer,,,7112.1")
    with pytest.raises(SourceChanged, match="do not hold the same occupations"):
        tables(folder)


def test_an_occupation_without_a_unit_group_is_refused(folder: Path) -> None:
    put(folder, OCCUPATIONS, HEADING, f"{AT}/occupation/a,711,bricklayer,,,7112.1", f"{AT}/occupation/b,7112,pointer,,,7112.2")
    with pytest.raises(SourceChanged, match=r"1 row\(s\) without an ISCO unit group"):
        tables(folder)


def test_a_unit_group_without_a_title_is_refused(folder: Path) -> None:
    put(folder, ISCO, "code,preferredLabel", "7,Craft workers")
    with pytest.raises(SourceChanged, match="7112"):
        tables(folder)
