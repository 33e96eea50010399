"""Further education and destinations: columns to categories, shares to percent, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.dfe_further_education import SOURCE
from levelling.sources.dfe_further_education.tidy import DESTINATIONS, LATEST, LEARNING, SUBJECTS, tidy
from levelling.sources.inputs import Inputs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    names = [f"participation{name}" for name in LEARNING]
    names += [f"achievements{name}" for name in (*LEARNING, *SUBJECTS)]
    columns: dict[str, list[object]] = {"areaCode": ["E06000001", "E69000031", "E92000001"]}
    columns |= {name: [10.0 * at, 20.0, None] for at, name in enumerate(names)}
    for stem in ("sustainedPositiveDestinationKS4Rate", "sustainedPositiveDestinationKS5Rate"):
        columns |= {stem + name: [0.9124, 0.8, 0.7] for name in DESTINATIONS}
    (tmp_path / LATEST).parent.mkdir()
    pl.DataFrame(columns).write_parquet(tmp_path / LATEST)
    return tmp_path


def row(frame: pl.DataFrame, indicator: str, category: str, area: str) -> tuple[float | None, str, str]:
    key = (pl.col("indicator") == indicator) & (pl.col("category") == category) & (pl.col("area_code") == area)
    found = frame.filter(key).row(0, named=True)
    return found["value"], found["period"], found["status"]


def test_columns_become_categories(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert row(frame, "further-education-learners", "apprenticeships", "E06000001") == (10, "2023-08-01/P1Y", "normal")
    assert row(frame, "further-education-achievers", "", "E06000001")[0] == 110
    assert row(frame, "further-education-learners", "level-3", "E92000001") == (None, "2023-08-01/P1Y", "missing")


def test_destinations_are_percent_of_the_year_before(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert row(frame, "sustained-destination-after-16", "", "E06000001") == (91.2, "2022-08-01/P1Y", "normal")


def test_skills_improvement_areas_are_left_out(folder: Path) -> None:
    assert set(tidy(Inputs(folder, SOURCE.files)).estimates["area_code"]) == {"E06000001", "E92000001"}


def test_a_renamed_column_is_refused(folder: Path) -> None:
    pl.read_parquet(folder / LATEST).rename({"participation": "taking part"}).write_parquet(folder / LATEST)
    with pytest.raises(SourceChanged, match="participation"):
        tidy(Inputs(folder, SOURCE.files))
