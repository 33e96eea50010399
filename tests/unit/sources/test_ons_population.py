"""Counts of people, read from a handful of made-up authorities."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import ons_population
from levelling.sources.build import check_tidy
from levelling.sources.contract import Tidy
from levelling.sources.mergers import CHAIN
from levelling.sources.ons_population.tidy import (
    AGES_2020,
    AGES_2021,
    AGES_2022,
    LSOA_2021,
    NEIGHBOURHOODS_2019,
    REGIONS,
    ZONES_2020,
    ZONES_2021,
)

ENGLISH = ["E07000026", "E07000028", "W06000001"]
"""Allerdale and Carlisle, merged into Cumberland in 2023, and Anglesey."""


def _put(folder: Path, name: str, frame: pl.DataFrame) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ones = [1.0, 2.0, 3.0]
    total = {"total_population": [91.0, 182.0, 273.0]}
    years = {str(age): ones for age in range(90)} | {"90+": ones}
    _put(tmp_path, AGES_2020, pl.DataFrame({"ltla21_code": ENGLISH, **total, **years}))
    census = {f"Age: Aged {age} years; measures: Value": ones for age in range(2, 100)}
    census |= {f"Age: Aged {name}; measures: Value": ones for name in ("under 1 year", "1 year", "100 years and over")}
    whole = {"Age: Total; measures: Value": [101.0, 202.0, 303.0]}
    _put(tmp_path, AGES_2021, pl.DataFrame({"geography code": ENGLISH, **whole, **census}))
    scotland = {str(age): [10] for age in range(90)} | {"90 and over": [10]}
    _put(tmp_path, AGES_2022, pl.DataFrame({"ltla19_code": ["S12000005"], "all_ages": [910], **scotland}))
    newer = ["E06000063", "E06000063", "W06000001"]
    years_before = {f"ltla{year}_code": ENGLISH for year in range(19, 23)}
    _put(tmp_path, CHAIN, pl.DataFrame({**years_before, "ltla23_code": newer, "ltla24_code": newer}))
    _put(tmp_path, REGIONS, pl.DataFrame({"ltla24_code": ["E06000063"], "region24_code": ["E12000002"]}))
    lads = ["E06000063", "W06000001", "S12000005", "N09000001"]
    weights = {"lsoa11_code": ["E01000001", "W01000001", "S01006506", "95AA01S1"], "lad": lads, "pop": [400, 300, 200, 100]}
    _put(tmp_path, NEIGHBOURHOODS_2019, pl.DataFrame(weights))
    _put(tmp_path, LSOA_2021, pl.DataFrame({"lsoa21_code": ["E01000001", "W01000001"], "total_residents": [303.0, 303.0]}))
    zones = pl.DataFrame({"dz11_code": ["S01006506"], "total_population": [205.0], "pop_16_64": [130.0]})
    _put(tmp_path, ZONES_2020, zones)
    _put(tmp_path, ZONES_2021, zones.select("dz11_code", "total_population"))
    return tmp_path


def _compile(folder: Path) -> Tidy:
    return check_tidy(ons_population.SOURCE, folder)


def _of(done: Tidy, slug: str, period: str, category: str = "") -> dict[str, float]:
    same = (pl.col("indicator") == slug) & (pl.col("period") == period) & (pl.col("category") == category)
    return dict(done.estimates.filter(same).select("area_code", "value").iter_rows())


def test_mid_2019_adds_up_to_the_whole_country(folder: Path) -> None:
    counts = _of(_compile(folder), "population", "2019-06-30")
    assert counts["K02000001"] == 1000
    assert counts["K03000001"] == 900
    assert counts["E12000002"] == 400


def test_a_merged_authority_is_the_sum_of_its_districts_which_stay(folder: Path) -> None:
    counts = _of(_compile(folder), "population", "2021-03-21")
    assert counts["E06000063"] == counts["E07000026"] + counts["E07000028"] == 303
    assert counts["K04000001"] == 606
    assert "K02000001" not in counts


def test_ages_fall_into_bands_that_hold_everybody_once(folder: Path) -> None:
    done = _compile(folder)
    bands = [
        _of(done, "population-by-age", "2021-03-21", band)["W06000001"] for band in ("0-15", "16-24", "25-49", "50-64", "65-plus")
    ]
    assert sum(bands) == 303
    assert _of(done, "population-by-age", "2021-03-21", "16-64")["W06000001"] == 49 * 3
    assert _of(done, "population-share-by-age", "2022-06-30", "16-64")["S12000005"] == 53.85
    assert _of(done, "population-by-five-year-band", "2022-06-30", "85-plus")["S12000005"] == 60


def test_small_areas_hold_everybody(folder: Path) -> None:
    small = _compile(folder).small_areas
    assert dict(small.group_by("period").agg(pl.col("value").sum()).iter_rows()) == {"2019-06-30": 1000, "2021-03-21": 606}


def test_ages_that_do_not_add_up_are_refused(folder: Path) -> None:
    path = folder / AGES_2022
    pl.read_csv(path).with_columns(pl.lit(2000).alias("all_ages")).write_csv(path)
    with pytest.raises(SourceChanged, match="do not add up"):
        _compile(folder)


def test_a_renamed_column_is_refused(folder: Path) -> None:
    path = folder / AGES_2020
    pl.read_csv(path).rename({"16": "sixteen"}).write_csv(path)
    with pytest.raises(SourceChanged, match="16"):
        _compile(folder)
