"""Awards of the Towns Fund and of the Levelling Up Fund, from small files made up for the tests."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import levelling_up_fund, towns_fund
from levelling.sources.build import check_tidy
from levelling.sources.levelling_up_fund.tidy import ROUND_1 as FIRST
from levelling.sources.levelling_up_fund.tidy import ROUND_2 as SECOND
from levelling.sources.levelling_up_fund.tidy import SHOWN as SHOWN_AT
from levelling.sources.levelling_up_fund.tidy import TABLE as BIDS
from levelling.sources.places import AUTHORITY_NAMES
from levelling.sources.towns_fund.tidy import GRANTS as GRANTS_AT
from levelling.sources.towns_fund.tidy import LEADS as LEADS_AT
from levelling.sources.towns_fund.tidy import PLACES as PLACES_AT
from levelling.sources.towns_fund.tidy import TABLE as TOWNS

NAMES = """LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE
E06000001,Hartlepool,E06000001,Hartlepool
E09000014,Haringey,E09000014,Haringey
E06000003,Redcar and Cleveland,E06000003,Redcar and Cleveland
"""
PLACES = """fund,prefix,place,place_code
Town Deal,TD,Hartlepool ,HTL
Town Deal,TD,Redcar,RDC
Town Deal,TD,Atlantis,ATL
Town Deal,TD,Nowhere,NOW
Future High Streets Fund,HS,Tottenham High Road,HRG
"""
LEADS = """place,lead_organisation
Hartlepool,Hartlepool Borough Council
Redcar,Redcar & Cleveland Borough Council
Atlantis,Atlantis City Council
Tottenham High Road,London Borough of Haringey
"""
GRANTS = """\ufeffIndex Code,RDEL,CDEL,Total
TD-HTL-01,10,90,100
TD-HTL-02,0,50,50
TD-RDC-01,1000,2000,
TD-RDC-02,5,5,30
TD-ATL-01,0,7,7
TD-NOW-01,0,8,8
HS-HRG,0,0,500
"""
HEADING = "LAD23CD,LA name,Population (mid 2022 est)," + ",".join(["All"] * 5 + ["Round 1"] * 5 + ["Round 2"] * 5)
BLANK = ",,,Bids,Total (£),Total,Per capita (£),Per capita" + ",Bids,Total (£),Total,Per capita (£),Per capita" * 2
SHOWN = f"""{HEADING}
{BLANK}
E06000001,"Hartlepool",100,2,,,,,1,50,"£50",,,1,33,"£33",,
E06000003,"Redcar",100,1,,,,,1,50,"£50",,,,,,,
S12000033,"Aberdeen",100,1,,,,,,,none,,none,1,20,"£20",,
"""
ROUND_1 = """Local Authority Name / Area,Grant Recipient (if not Local Authority),Bid Name,Bid Value,LADs,Notes
Tees Valley,,A road,100.50,E06000001;E06000003,A note
"""
ROUND_2 = """Legal name of lead applicant organisation,Bid Name,Country,Bid Value,LADs,Notes
Hartlepool Borough Council*,A village,England,33,E06000001,
Aberdeen City Council,A quay,Scotland,20,S12000033,
"""


def put(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def town_files(tmp_path: Path) -> Path:
    return put(tmp_path, {AUTHORITY_NAMES: NAMES, PLACES_AT: PLACES, LEADS_AT: LEADS, GRANTS_AT: GRANTS})


@pytest.fixture
def bid_files(tmp_path: Path) -> Path:
    return put(tmp_path, {FIRST: ROUND_1, SECOND: ROUND_2, SHOWN_AT: SHOWN})


def _town_awards(folder: Path) -> dict[str, dict[str, object]]:
    table = check_tidy(towns_fund.SOURCE, folder).tables[TOWNS]
    return {str(row["place"]): row for row in table.iter_rows(named=True)}


def test_a_town_has_the_sum_of_its_projects_and_the_code_of_its_council(town_files: Path) -> None:
    found = _town_awards(town_files)
    assert found["Hartlepool"] | {"note": ""} == {
        "fund": "towns-fund",
        "round": "town-deals",
        "place": "Hartlepool",
        "lead": "Hartlepool Borough Council",
        "area_codes": ["E06000001"],
        "pounds": 150.0,
        "period": "2019-07-01/P81M",
        "release": "towns-fund-awards",
        "note": "",
    }
    assert found["Tottenham High Road"]["area_codes"] == ["E09000014"]
    assert found["Tottenham High Road"]["round"] == "future-high-streets"
    assert sum(float(str(row["pounds"])) for row in found.values()) == 100 + 50 + 30 + 7 + 8 + 500


def test_a_total_that_is_missing_or_does_not_agree_is_told(town_files: Path) -> None:
    note = str(_town_awards(town_files)["Redcar"]["note"])
    assert "Project TD-RDC-01 has no total; its parts, £3,000, are not counted." in note
    assert "The parts of project TD-RDC-02 add up to £10; its total, £30, is counted." in note


def test_a_council_that_is_not_known_keeps_its_money_and_says_why_it_has_no_code(town_files: Path) -> None:
    found = _town_awards(town_files)
    assert (found["Atlantis"]["area_codes"], found["Atlantis"]["pounds"]) == ([], 7.0)
    assert found["Atlantis"]["note"] == "No local authority is known as 'Atlantis City Council'."
    assert found["Nowhere"]["note"] == "The list of lead councils leaves it out."


@pytest.mark.parametrize("row", ["TD-QQQ-01,0,0,5", "TD-HTL-01,0,0,5", "TD-HTL-09,0,0,-5", "TD-HTL-09,0,0,five"])
def test_grants_that_cannot_be_right_are_refused(town_files: Path, row: str) -> None:
    put(town_files, {GRANTS_AT: f"{GRANTS}{row}\n"})
    with pytest.raises(SourceChanged, match="TF-grant-awarded"):
        check_tidy(towns_fund.SOURCE, town_files)


def test_a_fund_that_is_not_known_is_refused(town_files: Path) -> None:
    put(town_files, {PLACES_AT: f"{PLACES}Another Fund,XX,Hartlepool,HTL\n"})
    with pytest.raises(SourceChanged, match="XX"):
        check_tidy(towns_fund.SOURCE, town_files)


def test_bids_keep_all_their_authorities_and_pennies(bid_files: Path) -> None:
    table = check_tidy(levelling_up_fund.SOURCE, bid_files).tables[BIDS]
    assert table.select("round", "lead", "pounds", "period").rows() == [
        ("1", "Tees Valley", 100.5, "2021"),
        ("2", "Hartlepool Borough Council", 33.0, "2023"),
        ("2", "Aberdeen City Council", 20.0, "2023"),
    ]
    assert table["area_codes"].to_list() == [["E06000001", "E06000003"], ["E06000001"], ["S12000033"]]
    assert table.schema["area_codes"] == pl.List(pl.String)


@pytest.mark.parametrize(
    ("file", "old", "new", "match"),
    [
        (SECOND, ",33,", ",35,", "shows £33"),
        (SECOND, ",33,", ",,", "without an amount"),
        (SECOND, ",33,", ",-33,", "without an amount"),
        (FIRST, "E06000003", "E99000003", "codes that are of no authority"),
        (FIRST, "E06000001;E06000003", "", "codes that are of no authority"),
        (FIRST, "Bid Value", "Value", "Bid Value"),
        (SHOWN_AT, 'S12000033,"Aberdeen",100,1,,,,,,,none,,none,1,20,"£20",,\n', "", "leaves out"),
    ],
)
def test_bids_that_do_not_agree_with_what_is_shown_are_refused(
    bid_files: Path, file: str, old: str, new: str, match: str
) -> None:
    path = bid_files / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(SourceChanged, match=match):
        check_tidy(levelling_up_fund.SOURCE, bid_files)
