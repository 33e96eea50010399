"""Apprenticeships: homes and places of teaching, whole years and the one under way, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.dfe_apprenticeships import SOURCE
from levelling.sources.dfe_apprenticeships.standards import STANDARDS
from levelling.sources.dfe_apprenticeships.tidy import AUTHORITIES, UPPER_TIER, tidy
from levelling.sources.inputs import Inputs
from levelling.sources.places import AUTHORITY_NAMES

UNKNOWN = "Outside of England and unknown"
ROWS = [
    ("2022/23", "A LTD", "Hartlepool", "Darlington", 15, 35, 7),
    ("2022/23", "B LTD", "Hartlepool", "Hartlepool", 5, 5, 1),
    ("2022/23", "B LTD", UNKNOWN, "Hartlepool", 2, 3, 0),
    ("2025/26 (Aug to Apr)", "A LTD", "Hartlepool", "Darlington", 9, 30, 4),
]
CARE = ("Intermediate Apprenticeship", "Adult Care Worker ", "Health", "Social care", "Standard")
STARTED = [
    ("2022/23", *CARE, "Starts", 20),
    ("2022/23", *CARE, "Starts", 3),
    ("2022/23", *CARE, "Enrolments", 50),
    ("2022/23", *CARE, "Achievements", 7),
    ("2025/26 (Aug to Apr)", "Higher Apprenticeship", "Management", "Business", "Management", "Framework", "Starts", 1),
]
HISTORY = "time_period,new_la_code,starts\n{}"
LINES = "202122,E06000001,730\n202223,E06000001,20\n202223,E10000007,4680\n202223,z,100\n202324,E06000001,400\n"


def write(folder: Path, rows: list[tuple[str, str, str, str, int, int, int]]) -> None:
    columns = ["year", "provider_name", "learner_home_lad", "delivery_lad", "starts", "enrolments", "achievements"]
    for name in SOURCE.files:
        (folder / name).parent.mkdir(exist_ok=True)
    pl.DataFrame(rows, schema=columns, orient="row").write_parquet(folder / AUTHORITIES)
    names = ["year", "apps_Level", "std_fwk_name", "ssa_t1_desc", "ssa_t2_desc", "std_fwk_flag", "measure", "values"]
    pl.DataFrame(STARTED, schema=names, orient="row").write_parquet(folder / STANDARDS)
    (folder / UPPER_TIER).write_text(HISTORY.format(LINES))
    (folder / AUTHORITY_NAMES).write_text(
        "LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE,UTLACD\n"
        "E06000001,Hartlepool,E06000001,Hartlepool,E06000001\n"
        "E06000005,Darlington,E06000005,Darlington,E06000005\n"
        "E07000032,Amber Valley,E07000032,Amber Valley,E10000007\n"
        "E07000033,Bolsover,E07000033,Bolsover,E10000007\n"
    )


def read(folder: Path) -> dict[tuple[str, str, str], tuple[float, str, str]]:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    return {
        (row["indicator"], row["area_code"], row["period"]): (row["value"], row["status"], row["release"])
        for row in frame.iter_rows(named=True)
    }


def test_home_and_place_of_teaching_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path, ROWS)
    found = read(tmp_path)
    assert found["apprenticeship-starts-residents", "E06000001", "2022-08-01/P1Y"][0] == 20
    assert found["apprenticeship-starts-taught-here", "E06000005", "2022-08-01/P1Y"][0] == 15
    assert found["apprenticeship-achievements-residents", "E06000001", "2022-08-01/P1Y"][0] == 8


def test_england_counts_those_whose_home_is_not_known(tmp_path: Path) -> None:
    write(tmp_path, ROWS)
    assert read(tmp_path)["apprenticeship-starts-residents", "E92000001", "2022-08-01/P1Y"][0] == 22


def test_a_county_has_the_sum_of_its_districts(tmp_path: Path) -> None:
    districts = [("2024/25", "A LTD", place, "Bolsover", 4, 5, 1) for place in ("Amber Valley", "Bolsover")]
    write(tmp_path, [*ROWS, *districts])
    found = read(tmp_path)
    assert found["apprenticeship-starts-residents", "E10000007", "2024-08-01/P1Y"][0] == 8
    assert found["apprenticeship-achievements-taught-here", "E10000007", "2024-08-01/P1Y"][0] == 2


def test_the_year_under_way_is_an_indicator_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, ROWS)
    found = read(tmp_path)
    assert found["apprenticeship-starts-residents-so-far", "E06000001", "2025-08-01/P9M"][:2] == (9, "provisional")
    assert {period for slug, _, period in found if not slug.endswith("so-far")} == {"2021-08-01/P1Y", "2022-08-01/P1Y"}
    assert not any(slug.startswith("apprenticeship-ach") and slug.endswith("so-far") for slug, _, _ in found)


def test_history_fills_what_the_newer_table_lacks_and_its_cut_short_year_is_left_out(tmp_path: Path) -> None:
    write(tmp_path, ROWS)
    found = read(tmp_path)
    starts = {
        (area, period[:4]): figure for (slug, area, period), figure in found.items() if slug == "apprenticeship-starts-residents"
    }
    assert starts["E06000001", "2021"] == (730.0, "normal", "dfe-apprenticeships-history")
    assert starts["E06000001", "2022"] == (20.0, "normal", "dfe-apprenticeships")
    assert starts["E10000007", "2022"] == (4680.0, "normal", "dfe-apprenticeships-history")
    assert {year for _, year in starts} == {"2021", "2022"}


def test_other_part_years_and_unknown_places_are_refused(tmp_path: Path) -> None:
    write(tmp_path, [("2025/26 (Aug to Jul)", "A", "Hartlepool", "Hartlepool", 1, 1, 1)])
    with pytest.raises(SourceChanged, match="Aug to Jul"):
        tidy(Inputs(tmp_path, SOURCE.files))
    write(tmp_path, [("2024/25", "A", "Hartelpool", "Hartlepool", 1, 1, 1)])
    with pytest.raises(SourceChanged, match="Hartelpool"):
        tidy(Inputs(tmp_path, SOURCE.files))


def test_standards_are_added_up_over_providers(tmp_path: Path) -> None:
    write(tmp_path, ROWS)
    rows = tidy(Inputs(tmp_path, SOURCE.files)).tables["apprenticeship_standards"].rows()
    assert rows == [
        ("Adult Care Worker", "intermediate", "standard", "Health", "Social care", "2022-08-01/P1Y", 23, 7),
        ("Management", "higher", "framework", "Business", "Management", "2025-08-01/P9M", 1, 0),
    ]


def test_a_level_that_is_not_known_is_refused(tmp_path: Path) -> None:
    write(tmp_path, ROWS)
    pl.read_parquet(tmp_path / STANDARDS).with_columns(pl.lit("Grand").alias("apps_Level")).write_parquet(tmp_path / STANDARDS)
    with pytest.raises(SourceChanged, match="values of apps_Level that are not known: Grand"):
        tidy(Inputs(tmp_path, SOURCE.files))
