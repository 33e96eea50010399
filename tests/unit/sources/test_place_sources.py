"""How rural and how coastal a place is, from a few made-up neighbourhoods."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources import coastal, rural_urban
from levelling.sources.build import check_tidy
from levelling.sources.rural_urban.tidy import (
    AREAS_2021,
    AUTHORITIES_2021,
    CLASSES_2021,
    CLASSES_SCOTLAND,
    CODES,
    PEOPLE_2021,
    UK_AUTHORITIES,
    UK_CLASSES,
    WEIGHTS_2019,
)


def _put(folder: Path, name: str, columns: dict[str, list[str] | list[float] | list[int]]) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    frame = pl.DataFrame(columns)
    if path.suffix == ".csv":
        frame.write_csv(path)
    else:
        frame.write_parquet(path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    codes = ["E01000001", "E01000002", "E01000003", "S01006506"]
    lads = ["E06000059"] * 3 + ["S12000033"]
    _put(tmp_path, WEIGHTS_2019, {"lsoa11_code": codes, "lad": lads, "pop": [500, 300, 200, 100]})
    _put(tmp_path, UK_CLASSES, {"lsoa": codes, "ukruc-3": [0, 1, 2, 0]})
    _put(tmp_path, CLASSES_SCOTLAND, {"dz11_code": ["S01006506"], "ruc16_code": [5.0]})
    _put(tmp_path, CLASSES_2021, {"lsoa21_code": codes[:3], "ruc21_code": ["UN1", "RLF1", "RSF1"]})
    _put(tmp_path, AREAS_2021, {"lsoa21_code": codes[:3], "ltla24_code": lads[:3]})
    _put(tmp_path, PEOPLE_2021, {"lsoa21_code": codes[:3], "total_residents": [600, 300, 100]})
    majority = "Majority rural: Majority further from a major town or city"
    _put(tmp_path, AUTHORITIES_2021, {"ltla24_code": ["E06000059"], "ruc21_code": ["RMF"], "classification": [majority]})
    _put(tmp_path, CODES, {"gss-code": ["E06000059", "E07000050"], "local-authority-code": ["DST", "DST"]})
    _put(tmp_path, UK_AUTHORITIES, {"local-authority-code": ["DST"], "ruc-cluster-label": ["Urban with rural areas"]})
    return tmp_path


def _values(frame: pl.DataFrame, slug: str, area: str) -> dict[str, float]:
    same = (pl.col("indicator") == slug) & (pl.col("area_code") == area)
    return dict(frame.filter(same).select("category", "value").iter_rows())


def test_shares_of_people_by_class(folder: Path) -> None:
    estimates = check_tidy(rural_urban.SOURCE, folder).estimates
    assert _values(estimates, "rural-population-share", "E06000059") == {
        "": 50.0,
        "urban": 50.0,
        "rural": 30.0,
        "most-rural": 20.0,
    }
    newer = _values(estimates, "rural-population-share-2021", "E06000059")
    assert (newer[""], newer["urban-nearer"], newer["larger-rural-further"]) == (40.0, 60.0, 30.0)
    assert _values(estimates, "rural-population-share-scotland", "S12000033")["accessible-rural"] == 100.0


def test_a_neighbourhood_is_rural_or_not(folder: Path) -> None:
    small = check_tidy(rural_urban.SOURCE, folder).small_areas
    uk = small.filter(pl.col("indicator") == "rural-population-share").sort("area_code")
    assert uk["value"].to_list() == [0.0, 100.0, 100.0, 0.0]


def test_each_authority_has_its_own_class_under_its_current_code(folder: Path) -> None:
    classes = check_tidy(rural_urban.SOURCE, folder).tables["rural_urban_classes"]
    assert classes.select("code", "scheme", "class_code").rows() == [
        ("E06000059", "england-and-wales-2021", "RMF"),
        ("E06000059", "uk", ""),
    ]


def test_an_unknown_class_is_refused(folder: Path) -> None:
    path = folder / CLASSES_2021
    pl.read_parquet(path).with_columns(pl.lit("X9").alias("ruc21_code")).write_parquet(path)
    with pytest.raises(SourceChanged, match="classes that are not known: X9"):
        check_tidy(rural_urban.SOURCE, folder)


def test_coast_is_an_approximation_and_says_so(tmp_path: Path) -> None:
    _put(tmp_path, coastal.TOWNS, {"lad": ["E06000001"], "coastal_town_share": [0.973138]})
    _put(tmp_path, coastal.COASTLINE, {"areacd": ["E06000001"], "unshared_share": [0.479]})
    estimates = check_tidy(coastal.SOURCE, tmp_path).estimates
    assert dict(estimates.select("indicator", "value").iter_rows()) == {
        "coastal-town-population-share": 97.3,
        "coastline-share-of-boundary": 47.9,
    }
    assert set(estimates["status"]) == {"modelled"}


def test_a_coast_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    _put(tmp_path, coastal.TOWNS, {"lad": ["E06000001"], "share": [0.97]})
    _put(tmp_path, coastal.COASTLINE, {"areacd": ["E06000001"], "unshared_share": [0.479]})
    with pytest.raises(SourceChanged, match="coastal_town_share"):
        check_tidy(coastal.SOURCE, tmp_path)
