"""The English indices, read from two made-up neighbourhoods of one authority and one of another."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import mhclg_deprivation
from levelling.sources.build import check_tidy
from levelling.sources.deprivation import WEIGHTS_2011
from levelling.sources.mhclg_deprivation import editions

CODES = ["E01000001", "E01000002", "E01000003"]
AUTHORITIES = ["E06000001", "E06000001", "E06000002"]


def _deciles(names: list[str], *rows: int) -> dict[str, list[float]]:
    return {f"{name}_decile": [float(row) for row in rows] for name in ("IMD", *names)}


def _write(folder: Path, name: str, columns: dict[str, list[str] | list[float] | list[float | None]]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    frame = pl.DataFrame(columns)
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    counts: dict[str, list[float | None]] = {
        "income_domain_numerator": [400.0, None, 100.0],
        "employment_domain_numerator": [150.0, 50.0, 20.0],
    }
    _write(
        tmp_path,
        editions.AUTHORITIES_2015,
        {"ltla21_code": ["E06000001"], "Score": [33.2], "Proportion": [0.5], "Extent": [0.46]},
    )
    rates = {"Income_Score": [0.2251], "Employment_Score": [0.18265]}
    summary = {"Score": [35.0367], "Proportion": [0.3621], "Extent": [0.4973]}
    _write(tmp_path, editions.AUTHORITIES_2019, {"ltla23_code": ["E06000001"], **summary, **rates})
    _write(tmp_path, editions.RANKS_2019, {"lsoa11_code": CODES, **_deciles(list(editions.IOD_2019.domains), 1, 5, 10)})
    _write(tmp_path, editions.INDICATORS_2019, {"lsoa11_code": CODES, **counts})
    scores = {
        "overall_local_score": [60.1234, 20.0, 5.0],
        "income_score": [40.0, 12.5, 3.1],
        "employment_score": [30.0, 9.0, 2.0],
    }
    _write(tmp_path, editions.SCORES_2019, {"lsoa": CODES, **scores})
    _write(tmp_path, WEIGHTS_2011, {"lsoa11_code": CODES, "lad": AUTHORITIES, "pop": [1000.0, 3000.0, 2000.0]})
    ranks = {"IMD_rank": [1.0, 2.0, 3.0], "IMD_score": [70.0, 30.0, 4.0]}
    shares = {"Income_score": [0.5, 0.1, 0.02], "Employment_score": [0.4, 0.1, 0.01]}
    deciles = _deciles(list(editions.IOD_2025.domains), 1, 3, 10)
    _write(tmp_path, editions.RANKS_2025, {"lsoa21_code": CODES, **deciles, **ranks, **shares})
    more = {
        "comparative_illness_and_disability_ratio_indicator": [200.0, 100.0, 50.0],
        "adult_skills_and_english_language_proficiency_indicator": [0.4, 0.2, 0.1],
    }
    _write(tmp_path, editions.INDICATORS_2025, {"lsoa21_code": CODES, **counts, **more})
    _write(tmp_path, editions.AREAS_2025, {"lsoa21_code": CODES, "ltla24_code": AUTHORITIES})
    _write(tmp_path, editions.PEOPLE_2021, {"lsoa21_code": CODES, "total_residents": [1000.0, 1000.0, 2000.0]})
    return tmp_path


def _value(frame: pl.DataFrame, slug: str, area: str, category: str = "") -> float:
    row = frame.filter((pl.col("indicator") == slug) & (pl.col("area_code") == area) & (pl.col("category") == category))
    return float(row["value"].item())


def test_summaries_as_given_are_kept_and_the_rest_is_worked_out(folder: Path) -> None:
    done = check_tidy(mhclg_deprivation.SOURCE, folder)
    hartlepool = "E06000001"
    assert _value(done.estimates, "index-of-multiple-deprivation-2019-england", hartlepool) == 35.037
    assert _value(done.estimates, "income-deprivation-rate-2019-england", hartlepool) == 22.51
    assert _value(done.estimates, "people-in-most-deprived-tenth-2019-england", hartlepool) == 25.0
    assert _value(done.estimates, "neighbourhoods-in-most-deprived-tenth-2019-england", hartlepool) == 36.21
    assert _value(done.estimates, "index-of-multiple-deprivation-2025-england", hartlepool) == 50.0
    assert _value(done.estimates, "people-in-most-deprived-tenth-2025-england", hartlepool, "housing") == 50.0
    assert _value(done.estimates, "comparative-illness-and-disability-2025-england", hartlepool) == 150.0
    assert _value(done.estimates, "neighbourhoods-in-most-deprived-tenth-2015-england", hartlepool) == 50.0


def test_a_withheld_count_is_absent_for_the_neighbourhood_and_nobody_in_the_sum(folder: Path) -> None:
    done = check_tidy(mhclg_deprivation.SOURCE, folder)
    small = done.small_areas.filter(pl.col("indicator") == "income-deprived-people-2025-england")
    assert small["area_code"].to_list() == ["E01000001", "E01000003"]
    assert _value(done.estimates, "income-deprived-people-2025-england", "E06000001") == 400.0


def test_editions_are_separate_indicators(folder: Path) -> None:
    done = check_tidy(mhclg_deprivation.SOURCE, folder)
    periods = done.estimates.group_by("indicator").agg(pl.col("period").n_unique())
    assert periods["period"].max() == 1


def test_a_renamed_column_is_refused_by_name(folder: Path) -> None:
    path = folder / editions.RANKS_2025
    pl.read_parquet(path).rename({"IMD_decile": "imd_dec"}).write_parquet(path)
    with pytest.raises(SourceChanged, match="IMD_decile"):
        _compile(folder)


def test_a_truncated_file_is_refused(folder: Path) -> None:
    path = folder / editions.RANKS_2019
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(SourceChanged, match="cannot be read"):
        _compile(folder)


def _compile(folder: Path) -> None:
    check_tidy(mhclg_deprivation.SOURCE, folder)
