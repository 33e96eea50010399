"""Nesta's risk on UK occupations: titles matched, unit groups weighed, Nesta's own shares, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell
from levelling.sources.nesta_career_causeways import SOURCE
from levelling.sources.nesta_career_causeways.occupations import CROSSWALK, FAMILIES, OCCUPATIONS
from levelling.sources.nesta_career_causeways.tidy import LABELS, NATION, REGIONS, UNIT_GROUPS, tidy
from levelling.sources.nesta_career_causeways.titles import Route, match
from levelling.sources.soc_2020 import SAMPLE, UNITS
from levelling.sources.titles import lookup, plainly
from tests.unit.sources.sheets import WithSheets

YEARS = "2014,2015,2016,2017,2018"
UNIT_ROWS: list[list[Cell]] = [
    [
        "SOC 2020 Major Group",
        "SOC 2020 Sub-Major Group",
        "SOC 2020 Minor Group",
        "SOC 2020 Unit Group",
        "SOC 2020 Group Title",
        "Groups",
        "Description",
        "Entry",
        "Tasks",
        "Related Job Titles",
    ],
    ["", 71, "", "", "Sales Occupations", "", "", "", "", ""],
    ["", "", "", 7111, "Sales and retail assistants", "", "", "", "", "~Shop assistant\n\n~Auditor"],
    ["", "", "", 7112, "Retail cashiers", "", "", "", "", "~Cashier\n~Baker"],
    ["", "", "", 7113, "Telephone salespersons", "", "", "", "", "~Auditor"],
    ["", "", "", 7114, "Pharmacy assistants", "", "", "", "", "~Nobody knows"],
]
SAMPLE_ROWS: list[list[Cell]] = [
    ["SOC2010", "SOC2020", "men lfs", "p", "men", "p", "women lfs", "p", "women", "p"],
    ["7111: Sales", "Total sample", 1, "", 40, "", 1, "", 60, ""],
    ["", "7111: Sales", "", 1, "", 0.5, "", 1, "", 0.5],
    ["", "7112: Cashiers", "", 0, "", 0.5, "", 0, "", 0.5],
    ["7112: Cashiers", "Total sample", 1, "", 100, "", 1, "", 0, ""],
    ["", "7113: Telephone", "", 1, "", 0.6, "", 1, "", 0],
    ["", "7114: Pharmacy", "", 0, "", 0.4, "", 0, "", 0],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    def put(name: str, *lines: str) -> None:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("\n".join(lines) + "\n")

    put(
        UNIT_GROUPS,
        "isco_code,isco_unit_group,risk_category",
        "5223,Shop sales assistants,High risk",
        "7512,Bakers,Other",
        "2411,Accountants,High risk",
        "5230,Cashiers and ticket clerks,High risk",
    )
    put(
        OCCUPATIONS,
        "id,occupation,isco_code,risk_category,sub_sector_code,sub_sector,risk,prevalence,concept_uri",
        "1,shop assistant,5223,High risk,3.4,sales,3.71234,0.2,at/a",
        "2,baker,7512,Other,3.4,sales,3.4,0.5,at/b",
        "3,accountant,2411,High risk,2.2,money,3.8,0.1,at/c",
        "4,cashier,5230,High risk,3.4,sales,3.9,0.1,at/d",
        "5,florist,5223,Other,3.4,sales,3.3,0.6,at/e",
    )
    put(CROSSWALK, "concept_uri,isco_code,onet_code", "at/a,5223,41-2031.00", "at/g,0110,55-1011.00")
    put(FAMILIES, "concept_uri,isco_code,sub_sector_code", "at/a,5223,3.4", "at/b,7512,3.4", "at/f,110,1.4")
    put(
        LABELS,
        "id,preferred_label,alt_labels",
        '1,shop assistant,"sales help\nretail helper"',
        "2,baker,",
        "3,accountant,auditor",
        "4,cashier,",
        "5,florist,",
        "99,never scored,nobody knows",
    )
    put(REGIONS, f"NUTS,risk_category,{YEARS}", "UKC,High risk,1,1,1,1,20", "UKC,Low risk,1,1,1,1,30", "UKC,Other,2,2,2,2,50")
    put(NATION, f"isco_code,RISK_CAT,{YEARS}", "522,0,1,1,1,1,30", "751,2,3,3,3,3,70")
    return tmp_path


def inputs(folder: Path, units: list[list[Cell]] = UNIT_ROWS) -> WithSheets:
    return WithSheets(folder, SOURCE.files, {(UNITS, "SOC2020 descriptions"): units, (SAMPLE, "Sheet1"): SAMPLE_ROWS})


def groups(folder: Path) -> dict[str, dict[str, object]]:
    table = tidy(inputs(folder)).tables["automation_groups"]
    return {row["code"]: row for row in table.iter_rows(named=True)}


def test_titles_lead_to_risk_the_preferred_name_first_and_shared_titles_last(folder: Path) -> None:
    found = groups(folder)
    assert [found[code]["route"] for code in ("7111", "7112", "7113", "7114")] == [Route.OWN, Route.OWN, Route.SHARED, Route.NONE]
    assert [found[code]["share"] for code in ("7111", "7112", "7113", "7114")] == [1.0, 0.5, 1.0, None]
    assert found["7112"]["isco"] == "5230,7512"
    assert found["7113"]["isco"] == "2411"


def test_sub_major_groups_weigh_unit_groups_by_the_sample(folder: Path) -> None:
    table = tidy(inputs(folder)).tables["automation_shares"]
    newer, older = (table.filter(pl.col("classification") == name).row(0, named=True) for name in ("soc2020", "soc2010"))
    # 50 people at 1, 50 at a half, 60 at 1, 40 unmatched: 135 of 160 matched; surely 110 and possibly all 200.
    assert (newer["share"], newer["low"], newer["high"], newer["matched"]) == (0.8438, 0.55, 1.0, 0.8)
    assert newer["occupation"] == older["occupation"] == "sales-occupations"
    assert older["share"] == newer["share"]
    assert newer["unit_groups"].startswith("Telephone salespersons; Sales and retail assistants")


def test_neighbours_by_skill_are_those_of_the_same_families_not_at_high_risk(folder: Path) -> None:
    tables = tidy(inputs(folder)).tables
    row = tables["automation_shares"].row(0, named=True)
    assert (row["families"], row["moves"]) == ("2.2,3.4", 2)
    assert tables["automation_families"].rows() == [("2.2", "money", 1, 1), ("3.4", "sales", 4, 2)]


def test_nestas_own_shares_for_regions_and_the_uk(folder: Path) -> None:
    frame = tidy(inputs(folder)).estimates.filter(pl.col("period") == "2018")
    assert dict(frame.select("area_code", "value").iter_rows()) == {"E12000001": 20.0, "K02000001": 30.0}


def test_each_occupation_has_what_any_of_the_three_files_says_of_it(folder: Path) -> None:
    rows = {row[0]: row[1:] for row in tidy(inputs(folder)).tables["nesta_occupations"].rows()}
    assert rows["a"] == ("5223", "41-2031.00", 3.7123, 0.2, "High risk", "3.4")
    assert rows["e"] == ("5223", None, 3.3, 0.6, "Other", None)
    assert rows["f"] == ("0110", None, None, None, None, "1.4")
    assert rows["g"] == ("0110", "55-1011.00", None, None, None, None)
    assert list(rows) == list("abcdefg")


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        (OCCUPATIONS, "3.4,0.5", "0.4,0.5", "1 row.* with a risk outside 1 to 5"),
        (OCCUPATIONS, "3.4,0.5", "3.4,", "1 row.* with a risk outside 1 to 5"),
        (CROSSWALK, "at/g", "at/a", "has an occupation twice"),
    ],
)
def test_odd_rows_of_occupations_are_refused(folder: Path, name: str, old: str, new: str, said: str) -> None:
    (folder / name).write_text((folder / name).read_text().replace(old, new))
    with pytest.raises(SourceChanged, match=said):
        tidy(inputs(folder))


def test_plural_aside_and_capitals_do_not_part_titles() -> None:
    assert plainly("Check-out Operators (retail)") == plainly("check out operator") == "check out operator"
    assert plainly("Waitress") == "waitress"
    assert lookup([("Bakers", "7512"), ("baker", "9999"), ("(none)", "1")]) == {"baker": frozenset({"7512", "9999"})}


def test_a_title_in_two_groups_is_used_only_where_there_is_no_other() -> None:
    book = {"auditor": frozenset({"2411"}), "baker": frozenset({"7512"})}
    found = match({"1": ["Auditor", "Baker"], "2": ["Auditor"]}, [book], {"2411": True, "7512": False})
    assert (found["1"].share, found["1"].route) == (0.0, Route.OWN)
    assert (found["2"].share, found["2"].route) == (1.0, Route.SHARED)


def test_an_unknown_risk_category_is_refused(folder: Path) -> None:
    text = (folder / UNIT_GROUPS).read_text().replace("Other", "Middling")
    (folder / UNIT_GROUPS).write_text(text)
    with pytest.raises(SourceChanged, match="Middling"):
        tidy(inputs(folder))


def test_another_layout_of_the_classification_is_refused(folder: Path) -> None:
    with pytest.raises(SourceChanged, match="Related Job Titles"):
        tidy(inputs(folder, [["Code", "Title"], [1, "a"]]))
