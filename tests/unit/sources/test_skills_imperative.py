"""Projections: the blocks of the workbook, growth in percent, areas left out, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell
from levelling.sources.skills_imperative import SOURCE
from levelling.sources.skills_imperative.tidy import LATEST, WORKBOOK, tidy
from tests.unit.sources.sheets import WithSheets

GROUPS = [f"{11 + at} Group {at}" for at in range(26)]
LEVELS = [*(f"RQF{level} Title {level}" for level in range(8, 0, -1)), "No Qualification"]
YEARS: list[Cell] = ["Levels (000s)", 2015.0, 2019.0, 2020.0, 2025.0, 2035.0]


def levels(names: list[str]) -> list[list[Cell]]:
    rows: list[list[Cell]] = [["A title"], YEARS]
    rows += [[name, 1.0, 2.0, 3.04 + at, 4.0 + at, 5.0 + at] for at, name in enumerate(names)]
    return [*rows, ["Shares (%)", *YEARS[1:]], [names[0], 9.0, 9.0, 9.0, 9.0, 9.0]]


def sheets() -> dict[tuple[str, str], list[list[Cell]]]:
    demand: list[list[Cell]] = []
    for name in ("All qualifications", *LEVELS):
        demand.append([f"{name} (Constrained)", 2020.0, 2035.0, "Net Change", "Level", "Total", "Rate"])
        demand += [[group, 1.0, 2.0, -1.0 - at, 10.0, 9.0 - at, 0.1] for at, group in enumerate([*GROUPS, "All occupations"])]
    return {
        (WORKBOOK, "Occ T2"): levels([*GROUPS, "All occupations"]),
        (WORKBOOK, "Qual T1"): levels(LEVELS),
        (WORKBOOK, "RD T1"): demand,
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in SOURCE.files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
    table: dict[str, list[object]] = {
        "areaCode": ["E69000031", "E69000013", "E69000013", "E69000008", "E06000001"],
        "employmentProjection": [0.0325, 0.05, 0.05, 0.06, None],
    }
    table |= {f"employmentProjectionOccupation (SOC2020 Sub-Major Group){n[:2]} - {n[3:]}": [0.1] * 4 + [None] for n in GROUPS}
    table |= {f"employmentProjectionQualification{name}": [-0.25] * 4 + [None] for name in LEVELS}
    pl.DataFrame(table).write_parquet(tmp_path / LATEST)
    return tmp_path


def test_england_by_occupation_and_qualification(folder: Path) -> None:
    table = tidy(WithSheets(folder, SOURCE.files, sheets())).tables["job_projections"]
    assert table.height == 36
    first = table.row(by_predicate=(pl.col("kind") == "occupation") & (pl.col("code") == "11"), named=True)
    assert (first["key"], first["label"], first["jobs_2020"], first["jobs_2035"], first["net_change"]) == (
        "group-0",
        "Group 0",
        3.0,
        5.0,
        -1.0,
    )
    none = table.row(by_predicate=(pl.col("kind") == "qualification") & (pl.col("code") == "0"), named=True)
    assert (none["key"], none["jobs_2025"], none["net_change"]) == ("none", 12.0, -27.0)


def test_growth_is_in_percent_and_mistaken_or_absent_areas_have_none(folder: Path) -> None:
    frame = tidy(WithSheets(folder, SOURCE.files, sheets())).estimates
    assert set(frame["area_code"]) == {"E69000031", "E69000013"}
    whole = frame.filter((pl.col("area_code") == "E69000031") & (pl.col("category") == ""))
    assert whole.select("value", "period").row(0) == (3.2, "2024-01-01/P12Y")
    by_level = frame.filter(pl.col("indicator") == "projected-job-growth-by-qualification")
    assert set(by_level["category"]) == {"none", *(f"level-{level}" for level in range(1, 9))}


def test_a_workbook_of_another_shape_is_refused(folder: Path) -> None:
    made = sheets()
    made[WORKBOOK, "Occ T2"][1] = ["Levels", 2016.0, 2019.0, 2020.0, 2025.0, 2035.0]
    with pytest.raises(SourceChanged, match="no row of years"):
        tidy(WithSheets(folder, SOURCE.files, {**made, (WORKBOOK, "Occ T2"): made[WORKBOOK, "Occ T2"][:3]}))
    short = sheets()
    short[WORKBOOK, "Qual T1"] = levels(LEVELS[:5])
    with pytest.raises(SourceChanged, match="9 qualifications"):
        tidy(WithSheets(folder, SOURCE.files, short))
    blockless = sheets() | {(WORKBOOK, "RD T1"): [["nothing", None]]}
    with pytest.raises(SourceChanged, match="no block"):
        tidy(WithSheets(folder, SOURCE.files, blockless))
