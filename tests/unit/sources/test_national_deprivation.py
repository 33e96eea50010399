"""The Welsh, Scottish and Northern Irish indices and mySociety's for the UK, each read from three made-up neighbourhoods."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import mysociety_uk_deprivation, northern_irish_deprivation, scottish_deprivation, welsh_deprivation
from levelling.sources.build import check_tidy
from levelling.sources.contract import Source
from levelling.sources.deprivation import WEIGHTS_2011, Index

CODES = ["Z1", "Z2", "Z3"]


def _write(folder: Path, name: str, frame: pl.DataFrame) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path)


def _shared(folder: Path, areas: list[str]) -> None:
    _write(folder, WEIGHTS_2011, pl.DataFrame({"lsoa11_code": CODES, "lad": areas, "pop": [1000, 3000, 0]}))
    rates = {"income_score": [40.0, 20.0, 10.0], "employment_score": [30.0, 10.0, 5.0]}
    composite = {"UK_IMD_E_score": [80.0, 20.0, 5.0], "UK_IMD_E_pop_decile": [1, 2, 10]}
    _write(folder, "uk-composite-imd/UK_IMD_E_lsoa.parquet", pl.DataFrame({"lsoa": CODES, **rates, **composite}))


def _deciles(index: Index, *rows: int) -> dict[str, list[int]]:
    return {f"{name}_decile": list(rows) for name in ("IMD", *index.domains)}


def _wales(folder: Path) -> Source:
    _shared(folder, ["W06000001", "W06000001", "W06000002"])
    ranks = {"lsoa11_code": CODES, **_deciles(welsh_deprivation.WIMD, 1, 2, 10), "IMD_score": [60.0, 30.0, 2.0]}
    _write(folder, welsh_deprivation.RANKS, pl.DataFrame(ranks))
    _write(folder, welsh_deprivation.AUTHORITIES, pl.DataFrame({"ltla22_code": ["W06000001"], "Score": [37.5], "Extent": [0.4]}))
    return welsh_deprivation.SOURCE


def _scotland(folder: Path) -> Source:
    _shared(folder, ["S12000005", "S12000005", "S12000006"])
    _write(
        folder, scottish_deprivation.RANKS, pl.DataFrame({"dz11_code": CODES, **_deciles(scottish_deprivation.SIMD, 1, 2, 10)})
    )
    counts = {
        "Total_population": [1000.0, 3000.0, 0.0],
        "Working_age_population": [500.0, 2000.0, 0.0],
        "Income_count": [400.0, 400.0, 0.0],
        "Employment_count": [100.0, 150.0, 0.0],
    }
    _write(folder, scottish_deprivation.INDICATORS, pl.DataFrame({"dz11_code": CODES, **counts}))
    _write(folder, scottish_deprivation.AUTHORITIES, pl.DataFrame({"ltla24_code": ["S12000005"], "Extent": [0.25]}))
    return scottish_deprivation.SOURCE


def _northern_ireland(folder: Path) -> Source:
    _shared(folder, ["N09000001", "N09000001", "N09000002"])
    ranks = {"soa01_code": CODES, **_deciles(northern_irish_deprivation.NIMDM, 1, 2, 10)}
    _write(folder, northern_irish_deprivation.RANKS, pl.DataFrame(ranks))
    _write(folder, northern_irish_deprivation.AUTHORITIES, pl.DataFrame({"lgd14_code": ["N09000001"], "Extent": [0.1]}))
    return northern_irish_deprivation.SOURCE


def _uk(folder: Path) -> Source:
    _shared(folder, ["E06000001", "E06000001", "N09000002"])
    return mysociety_uk_deprivation.SOURCE


@pytest.mark.parametrize(
    ("write", "slug", "value"),
    [
        (_wales, "index-of-multiple-deprivation-2019-wales", 37.5),
        (_wales, "income-deprivation-rate-2019-wales", 25.0),
        (_wales, "people-in-most-deprived-tenth-2019-wales", 25.0),
        (_scotland, "income-deprivation-rate-2020-scotland", 20.0),
        (_scotland, "employment-deprived-people-2020-scotland", 250.0),
        (_scotland, "neighbourhoods-in-most-deprived-tenth-2020-scotland", 50.0),
        (_northern_ireland, "employment-deprivation-rate-2017-northern-ireland", 15.0),
        (_northern_ireland, "deprivation-extent-2017-northern-ireland", 10.0),
        (_uk, "composite-deprivation-score-2020-uk", 35.0),
        (_uk, "people-in-most-deprived-fifth-2020-uk", 100.0),
    ],
)
def test_figures_of_an_authority(write: Callable[[Path], Source], slug: str, value: float, tmp_path: Path) -> None:
    estimates = check_tidy(write(tmp_path), tmp_path).estimates
    row = estimates.filter((pl.col("indicator") == slug) & (pl.col("category") == "")).sort("area_code").head(1)
    assert row["value"].item() == value


def test_nobody_lives_in_a_data_zone_so_it_has_no_rate(tmp_path: Path) -> None:
    done = check_tidy(_scotland(tmp_path), tmp_path)
    slug = "income-deprivation-rate-2020-scotland"
    rates = done.small_areas.filter(pl.col("indicator") == slug)
    assert rates["area_code"].to_list() == ["Z1", "Z2"]
    empty = done.estimates.filter((pl.col("area_code") == "S12000006") & (pl.col("indicator") == slug))
    assert empty["status"].to_list() == ["missing"]


@pytest.mark.parametrize("write", [_wales, _scotland, _northern_ireland])
def test_a_renamed_column_is_refused(write: Callable[[Path], Source], tmp_path: Path) -> None:
    source = write(tmp_path)
    path = next(tmp_path / name for name in source.files if name.startswith("deprivation/") and name.endswith("parquet"))
    frame = pl.read_parquet(path)
    frame.rename({frame.columns[-1]: "something_else"}).write_parquet(path)
    with pytest.raises(SourceChanged, match="lacks the column"):
        check_tidy(source, tmp_path)
