"""Annual Population Survey: Nomis's marks, intervals, periods and areas, shares, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell
from levelling.sources.ons_annual_population_survey import SOURCE
from levelling.sources.ons_annual_population_survey.latest import INDUSTRY_COLUMNS, LATEST, LEVEL4_COLUMNS
from levelling.sources.ons_annual_population_survey.nomis import WORKBOOKS
from levelling.sources.ons_annual_population_survey.tidy import INDUSTRIES, QUALIFICATIONS, tidy
from levelling.sources.places import AUTHORITY_NAMES, PARTNERSHIP_NAMES
from tests.unit.sources.sheets import WithSheets

OWN = "User Defined Geography:"
Rows = list[list[Cell]]
INDUSTRY_HEADS = [f"T13a:{3 * at + 1} ({letters} An industry (SIC 2007) : All people )" for at, letters in enumerate(INDUSTRIES)]
HEADS = {
    "activity": ["T01:22 (Aged 16-64 - All : All People )", "T01:37 (Aged 16-64 - Unemployed : All People )"],
    "occupation": ["T09a:1 (All people - Corporate Managers and Directors (SOC2010) : All people )"],
    "industry": INDUSTRY_HEADS,
    "groups": [f"T19:{at} (Total - Females aged 16-64 : {level} )" for at, level in enumerate(QUALIFICATIONS)],
    "qualification": ["T19:6 (Total - All people aged 16-64 : NVQ4+ )"],
}
LATEST_NAMES = ("inemploymentOccupation (SOC2020 Sub-Major Group){} - Group {}", "inemploymentIndustry{}")
MAJORS = {1: 2, 2: 4, 3: 5, 4: 2, 5: 4, 6: 3, 7: 2, 8: 2, 9: 2}


def block(period: str, heads: list[str], cells: dict[str, list[tuple[Cell, Cell]]]) -> Rows:
    top: Rows = [["annual population survey"], ["date", period], ["confidence", "95% confidence interval (+/-)"]]
    header: list[Cell] = ["Area"]
    for head in heads:
        header += [head, None, None]
    body = [[area, *(part for value, half in found for part in (value, None, half))] for area, found in cells.items()]
    return [*top, header, [None, *["number", "Flags", "conf"] * len(heads)], *body, ["! Not available", None]]


def sheets(industry: list[tuple[Cell, Cell]] | None = None) -> dict[tuple[str, str], Rows]:
    many = industry or [(1000.0, 200.0)] * 8 + [(2000.0, "*")]
    cells: dict[str, list[tuple[Cell, Cell]]] = {
        "activity": [(57100.0, 3600.0), ("!", "!")],
        "occupation": [(300.0, 400.0)],
        "industry": many,
        "groups": [(100.0, 50.0), ("!", "!"), *[(380.0, 60.0)] * 5],
        "qualification": [("~", "*")],
    }
    period = {"occupation": "Jan 2021-Dec 2021", "qualification": "Jan 2021-Dec 2021", "groups": "Jan 2021-Dec 2021"}
    areas = ("ladu:Hartlepool", "lep:Tees Valley", f"{OWN}North of Tyne-MCA - from dn81838", f"{OWN}Cumbria-LSIP")
    return {
        (WORKBOOKS[key], "Data"): block(period.get(key, "Oct 2020-Sep 2021"), HEADS[key], dict.fromkeys(areas, cells[key]))
        for key in WORKBOOKS
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in SOURCE.files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
    groups = [(f"{major}{minor}", 100.0) for major, count in MAJORS.items() for minor in range(1, count + 1)]
    columns: dict[str, list[object]] = {"areaCode": ["E06000001", "E69000001"], "inemployment": [2800.0, 2900.0]}
    columns |= {LATEST_NAMES[0].format(code, code): [value, value] for code, value in groups}
    columns |= {name: [500.0, 500.0] for name in INDUSTRY_COLUMNS}
    columns |= {name: [0.35, 0.4] for name in LEVEL4_COLUMNS}
    columns[LATEST_NAMES[0].format(11, 11)] = [None, None]
    pl.DataFrame(columns).write_parquet(tmp_path / LATEST)
    (tmp_path / AUTHORITY_NAMES).write_text("LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE\nE06000001,Hartlepool,E06000001,Hartlepool\n")
    (tmp_path / PARTNERSHIP_NAMES).write_text("ERCD,ERNM\nE37000034,Tees Valley\n")
    return tmp_path


def row(frame: pl.DataFrame, indicator: str, category: str, period: str, area: str = "E06000001") -> dict[str, object]:
    key = {"indicator": indicator, "category": category, "period": period, "area_code": area}
    return frame.filter(pl.all_horizontal(pl.col(name) == value for name, value in key.items())).row(0, named=True)


def read(folder: Path, changed: dict[tuple[str, str], Rows] | None = None) -> pl.DataFrame:
    return tidy(WithSheets(folder, SOURCE.files, changed or sheets())).estimates


def test_a_half_width_becomes_an_interval_that_stops_at_nought(folder: Path) -> None:
    whole = row(read(folder), "people-by-economic-activity", "", "2020-10-01/P1Y")
    assert (whole["value"], whole["lower"], whole["upper"], whole["status"]) == (57100, 53500, 60700, "normal")
    few = row(read(folder), "employment-by-occupation-soc2010", "corporate-managers-and-directors", "2021")
    assert (few["lower"], few["upper"]) == (0, 700)


def test_nomis_marks_become_missing_or_unreliable(folder: Path) -> None:
    frame = read(folder)
    assert row(frame, "people-by-economic-activity", "unemployed", "2020-10-01/P1Y")["status"] == "missing"
    assert row(frame, "highest-qualification", "level-4-or-above", "2021")["status"] == "missing"
    unsure = row(frame, "employment-by-industry", "other-services", "2020-10-01/P1Y")
    assert (unsure["value"], unsure["lower"], unsure["status"]) == (2000, None, "unreliable")


def test_partnerships_combined_authorities_and_plan_areas_have_codes(folder: Path) -> None:
    areas = set(read(folder)["area_code"])
    assert areas == {"E06000001", "E37000034", "E47000011", "E69000001"}


def test_shares_are_of_known_industries_and_have_no_interval(folder: Path) -> None:
    found = row(read(folder), "employment-share-by-industry", "other-services", "2020-10-01/P1Y")
    assert (found["value"], found["upper"], found["status"]) == (20.0, None, "unreliable")


def test_no_shares_where_many_industries_are_withheld(folder: Path) -> None:
    frame = read(folder, sheets([("!", "!")] * 4 + [(1000.0, 200.0)] * 5))
    earlier = frame.filter((pl.col("indicator") == "employment-share-by-industry") & (pl.col("period") != "2024-04-01/P1Y"))
    assert earlier.height == 0


def test_the_newest_year_has_values_and_major_groups_only_where_whole(folder: Path) -> None:
    frame = read(folder)
    assert row(frame, "level-4-or-above-qualifications", "", "2024")["value"] == 35.0
    assert row(frame, "employment-share-by-occupation", "professionals", "2024-04-01/P1Y")["value"] == 16.0  # 400 / 2,500
    assert row(frame, "employment-share-by-occupation", "managers", "2024-04-01/P1Y")["status"] == "missing"


def test_a_share_of_a_group_has_the_interval_of_its_number_over_the_people_of_the_group(folder: Path) -> None:
    # 100 of 100 + 5 x 380 = 2,000 women, the number between 50 and 150; the level held back is left out of the whole.
    found = row(read(folder), "no-qualifications-by-age-and-sex", "female", "2021")
    assert (found["value"], found["lower"], found["upper"]) == (5.0, 2.5, 7.5)


def test_unknown_headings_periods_and_places_are_refused(folder: Path) -> None:
    name = (WORKBOOKS["qualification"], "Data")
    good = sheets()
    for old, new in ((": NVQ4+", ": RQF4+"), ("Jan 2021-Dec 2021", "2021"), ("ladu:Hartlepool", "ladu:Hartlepoole")):
        spoilt: Rows = [[cell.replace(old, new) if isinstance(cell, str) else cell for cell in line] for line in good[name]]
        with pytest.raises(SourceChanged, match=r"RQF4\+|'2021'|Hartlepoole"):
            read(folder, good | {name: spoilt})


def test_another_number_of_occupations_is_refused(folder: Path) -> None:
    pl.read_parquet(folder / LATEST).drop(LATEST_NAMES[0].format(91, 91)).write_parquet(folder / LATEST)
    with pytest.raises(SourceChanged, match="25 columns"):
        read(folder)


def test_everybody_in_work_is_the_whole_and_plan_areas_have_occupations_only(folder: Path) -> None:
    frame = read(folder)
    assert row(frame, "employment-by-occupation", "", "2024-04-01/P1Y")["value"] == 2800
    assert row(frame, "employment-by-occupation", "", "2024-04-01/P1Y", "E69000001")["value"] == 2900
    assert set(frame.filter(pl.col("area_code") == "E69000001")["indicator"]) == {"employment-by-occupation"}
