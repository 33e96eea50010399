"""The Health Index, disease prevalence, the Red Cross's indices and patients for each doctor, each from a few made-up rows."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import health_access, nation_health_indices, nhs_disease_prevalence, ons_health_index
from levelling.sources.build import check_tidy
from levelling.sources.contract import Source
from levelling.sources.mergers import CHAIN


def _put(folder: Path, name: str, columns: dict[str, list[str] | list[float] | list[int]]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    frame = pl.DataFrame(columns)
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path)


def _health_index(folder: Path) -> Source:
    area: dict[str, list[str] | list[float]] = {"ltla21_code": ["E06000001"], "year": [2021.0]}
    scores = {f"{name}_score": [90.0 + place] for place, name in enumerate(["overall", "healthy_people_domain"])}
    scores |= {"healthy_lives_domain_score": [92.0], "healthy_places_domain_score": [93.0]}
    _put(folder, ons_health_index.AUTHORITIES, {**area, **scores})
    boards = {"overall_score": [100.0], "healthy_people_domain": [101.0], "healthy_lives_domain": [102.0]}
    board: dict[str, list[str] | list[float]] = {"icb22_code": ["E54000008"], "year": [2021.0]}
    _put(folder, ons_health_index.CARE_BOARDS, {**board, **boards, "healthy_places_domain": [103.0]})
    parts = {part: [80.0 + place] for place, part in enumerate(ons_health_index._PARTS)}
    _put(folder, ons_health_index.SUBDOMAINS, {**area, **parts})
    names = [*ons_health_index._MEASURES, "Air pollution"]
    values = [79.456, *[10.0] * (len(names) - 1)]
    rows: dict[str, list[str] | list[float]] = {"ltla21_code": ["E06000001"] * len(names), "year": [2021.0] * len(names)}
    _put(folder, ons_health_index.INDICATORS, {**rows, "indicator": names, "value": values})
    return ons_health_index.SOURCE


def _prevalence(folder: Path) -> Source:
    codes = list(nhs_disease_prevalence.CONDITIONS)
    areas = ["E07000026", "E07000028", "W06000001"]
    rows = [
        (area, code, register, people)
        for area, register, people in zip(areas, (5, 15, 1), (100, 300, 2), strict=True)
        for code in codes
    ]
    columns = dict(zip(("lad_code", "group_code", "register", "list"), map(list, zip(*rows, strict=True)), strict=True))
    _put(folder, nhs_disease_prevalence.PREVALENCE, columns)
    old, new = areas[:2], ["E06000063", "E06000063"]
    _put(folder, CHAIN, {**{f"ltla{year}_code": old for year in range(19, 23)}, "ltla23_code": new, "ltla24_code": new})
    return nhs_disease_prevalence.SOURCE


def _red_cross(folder: Path) -> Source:
    for nation, code in (("scotland", "S12000005"), ("wales", "W06000001"), ("northern-ireland", "N09000001")):
        scores = {name: [float(place)] for place, name in enumerate(nation_health_indices._SCORES)}
        _put(folder, nation_health_indices.FILES[nation], {"ltla24_code": [code], **scores})
    return nation_health_indices.SOURCE


def _doctors(folder: Path) -> Source:
    for nation, code in (
        ("england", "E06000001"),
        ("wales", "W06000001"),
        ("scotland", "S12000005"),
        ("northern-ireland", "N09000001"),
    ):
        count = health_access.COUNTS[nation]
        rows: dict[str, list[str] | list[float] | list[int]] = {
            count.code: [code],
            "total_patients": [9000.0],
            count.doctors: [4.5],
        }
        _put(folder, count.file, rows if count.year else {**rows, "date": [2024]})
    return health_access.SOURCE


def _one(frame: pl.DataFrame, slug: str, area: str, category: str = "") -> dict[str, object]:
    same = (pl.col("indicator") == slug) & (pl.col("area_code") == area) & (pl.col("category") == category)
    return frame.filter(same).row(0, named=True)


def test_health_index_by_domain_part_and_care_board(tmp_path: Path) -> None:
    estimates = check_tidy(_health_index(tmp_path), tmp_path).estimates
    assert _one(estimates, "health-index", "E06000001")["value"] == 90.0
    assert _one(estimates, "health-index", "E54000008", "places")["value"] == 103.0
    assert _one(estimates, "health-index-part", "E06000001", "work")["value"] == 92.0
    assert _one(estimates, "life-expectancy-health-index", "E06000001")["value"] == 79.46
    assert _one(estimates, "health-index", "E06000001")["period"] == "2021"


def test_health_index_without_an_indicator_is_refused(tmp_path: Path) -> None:
    source = _health_index(tmp_path)
    path = tmp_path / ons_health_index.INDICATORS
    pl.read_parquet(path).filter(pl.col("indicator") != "Suicides").write_parquet(path)
    with pytest.raises(SourceChanged, match="no rows for Suicides"):
        check_tidy(source, tmp_path)


def test_prevalence_is_modelled_english_and_added_up_for_merged_authorities(tmp_path: Path) -> None:
    estimates = check_tidy(_prevalence(tmp_path), tmp_path).estimates
    assert set(estimates["area_code"]) == {"E07000026", "E07000028", "E06000063"}
    cumberland = _one(estimates, "disease-prevalence", "E06000063", "depression")
    assert (cumberland["value"], cumberland["status"]) == (5.0, "modelled")


def test_an_unknown_condition_is_refused(tmp_path: Path) -> None:
    source = _prevalence(tmp_path)
    path = tmp_path / nhs_disease_prevalence.PREVALENCE
    path.write_text(path.read_text(encoding="utf-8").replace(",DEP,", ",NEW,"), encoding="utf-8")
    with pytest.raises(SourceChanged, match="other conditions than those known: DEP, NEW"):
        check_tidy(source, tmp_path)


def test_red_cross_indices_are_kept_apart_by_nation(tmp_path: Path) -> None:
    estimates = check_tidy(_red_cross(tmp_path), tmp_path).estimates
    assert _one(estimates, "red-cross-health-index-wales", "W06000001", "people")["value"] == 1.0
    assert estimates.group_by("indicator").agg(pl.col("area_code").n_unique())["area_code"].max() == 1


def test_patients_for_each_doctor(tmp_path: Path) -> None:
    estimates = check_tidy(_doctors(tmp_path), tmp_path).estimates
    assert _one(estimates, "patients-per-gp-england", "E06000001")["value"] == 2000.0
    assert _one(estimates, "patients-per-gp-northern-ireland", "N09000001")["period"] == "2024"


def test_no_doctor_is_no_figure(tmp_path: Path) -> None:
    source = _doctors(tmp_path)
    path = tmp_path / health_access.COUNTS["wales"].file
    pl.read_csv(path).with_columns(pl.lit(0.0).alias("total_gp")).write_csv(path)
    row = _one(check_tidy(source, tmp_path).estimates, "patients-per-gp-wales", "W06000001")
    assert (row["value"], row["status"]) == (None, "missing")


def test_a_renamed_column_is_refused(tmp_path: Path) -> None:
    source = _red_cross(tmp_path)
    path = tmp_path / nation_health_indices.FILES["scotland"]
    path.write_text(path.read_text(encoding="utf-8").replace("healthy_people_score", "people"), encoding="utf-8")
    with pytest.raises(SourceChanged, match="healthy_people_score"):
        check_tidy(source, tmp_path)
