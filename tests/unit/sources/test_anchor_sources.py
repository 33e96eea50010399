"""UK Business Counts and hospital catchments, from small files made up for the tests."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import ohid_trust_catchments as catchments
from levelling.sources.build import check_tidy
from levelling.sources.inputs import Cell
from levelling.sources.ons_business_counts import SOURCE
from levelling.sources.ons_business_counts.tidy import INDUSTRIES, SIZES, WORKBOOK, tidy
from levelling.sources.places import AUTHORITY_NAMES, PARTNERSHIP_NAMES
from tests.unit.sources.sheets import WithSheets

Rows = list[list[Cell]]
NAMES = """LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE
E06000001,Hartlepool,E06000001,Hartlepool
E07000026,Allerdale,E06000063,Cumberland
E07000028,Carlisle,E06000063,Cumberland
"""


def block(year: int, industry: str, areas: dict[str, list[Cell]]) -> Rows:
    """One block as Nomis lays it out."""
    rest: list[Cell] = [None] * 4
    top: Rows = [
        ["UK Business Counts", None, *rest],
        [None, None, *rest],
        ["date", float(year), *rest],
        ["industry", industry, *rest],
        ["legal status", "Total", *rest],
    ]
    return [*top, ["Area", *SIZES], *[[area, *cells] for area, cells in areas.items()], ["All figures are rounded.", None, *rest]]


def workbook(years: tuple[int, ...] = (2021, 2022), drop: str = "") -> Rows:
    areas: dict[str, list[Cell]] = {
        "ladu:Hartlepool": [10.0, 5.0, 0.0, 5.0, 0.0],
        "User Defined Geography:Tees Valley-MCA": [20.0, 10.0, 0.0, 5.0, 5.0],
        "User Defined Geography:Tees Valley-LSIP - from dn81838": [20.0, 10.0, 0.0, 5.0, 5.0],
    }
    return [row for year in years for number in INDUSTRIES if number != drop for row in block(year, f"{number} : Any (A)", areas)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in ((AUTHORITY_NAMES, NAMES), (PARTNERSHIP_NAMES, "ERCD,ERNM\nE37000034,Tees Valley\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def read(folder: Path, rows: Rows) -> pl.DataFrame:
    return tidy(WithSheets(folder, SOURCE.files, {(WORKBOOK, "Data"): rows})).estimates


def test_sizes_are_added_up_over_industries_for_every_year(folder: Path) -> None:
    found = read(folder, workbook()).filter(pl.col("indicator") == "enterprises-by-size")
    assert set(found["period"]) == {"2021", "2022"}
    assert set(found["area_code"]) == {"E06000001", "E47000006"}
    of = dict(
        found.filter(pl.col("period") == "2022", pl.col("area_code") == "E06000001").select("category", "value").iter_rows()
    )
    assert of == {"": 180.0, "micro": 90.0, "small": 0.0, "medium": 90.0, "large": 0.0}


def test_industries_are_kept_for_the_newest_year(folder: Path) -> None:
    found = read(folder, workbook()).filter(pl.col("indicator") == "large-enterprises-by-industry")
    assert set(found["period"]) == {"2022"}
    assert set(found["category"]) == set(INDUSTRIES.values())
    assert found.filter(pl.col("area_code") == "E47000006")["value"].to_list() == [5.0] * 18


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (workbook(drop="17"), "17 industries for 2021, not 18"),
        ([["Area", *SIZES]], "only cells"),
        (block(2022, "99 : Space (Z)", {"ladu:Hartlepool": [1.0] * 5}), "industry '99 : Space"),
        (block(2022, "1 : Any (A)", {"ladu:Hartlepool": [1.0, 1.0, "-", 1.0, 1.0]}), "1 cells that are not numbers"),
        (block(2022, "1 : Any (A)", {"ladu:Atlantis": [1.0] * 5}), "not known, such as ladu:Atlantis"),
    ],
)
def test_a_workbook_that_has_changed_is_refused(folder: Path, rows: Rows, told: str) -> None:
    with pytest.raises(SourceChanged, match=told):
        read(folder, rows)


SHARES = "nhs_trust22_code,ltla21_code,proportion_trust_came_from_ltla\n"
GOOD = "RAA,E06000001,0.9\nRAA,E07000026,0.096\nRAA,E07000028,0.004\nRBB,E07000026,0.995\nRBB,E06000001,0.005\n"


def trusts(folder: Path, rows: str) -> pl.DataFrame:
    (folder / catchments.SHARES).parent.mkdir(exist_ok=True)
    (folder / catchments.SHARES).write_text(SHARES + rows)
    return check_tidy(catchments.SOURCE, folder).tables[catchments.TABLE]


def test_shares_are_by_the_authorities_of_today_and_small_ones_left_out(folder: Path) -> None:
    found = trusts(folder, GOOD).drop("release").rows()
    assert found == [("RAA", "E06000001", 0.9), ("RAA", "E06000063", 0.1), ("RBB", "E06000063", 0.995)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("RAA,E06000001,0.9\n", "1 trust.*do not add up to one, such as RAA"),
        ("RAA,E06000001,1.5\nRAA,E07000026,-0.5\n", "2 row"),
        ("RAA,E06099999,1.0\n", "of no authority: E06099999"),
        ("RAA,E06000001,much\n", "not numbers"),
    ],
)
def test_shares_that_cannot_be_are_refused(folder: Path, rows: str, told: str) -> None:
    with pytest.raises(SourceChanged, match=told):
        trusts(folder, rows)
