"""NEET scorecards: whose rows, which season each figure is of, what is withheld, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.dfe_neet import SOURCE
from levelling.sources.dfe_neet.tidy import FILES, tidy
from levelling.sources.inputs import Inputs

COLUMNS = (
    "geographic_level,country_code,region_code,new_la_code,NEET_not_known_percent,NEET_percent,Notknown_percent,"
    "VG_NEET_NK_percentage,NEET_NK_EHCP_percent,NEET_NK_SENDsupport_percent,"
    "TOTAL_participating_in_education_and_training_percent,Apprenticeship_percent,September_guarantee_Offer_made_percent"
)
LINES = (
    "National,E92000001,,,5.6,3.4,2.2,28.2,10.1,9.6,92,4.2,94.6",
    "Regional,E92000001,E12000001,,5.0,3.0,2.0,27.0,10.0,9.0,91,4.0,95.0",
    "Local authority,E92000001,E12000001,E06000001,4.7,4.7,0.1,32.7,7.7,c,90.4,4.7,97.8",
    "Local authority,E92000001,E12000009,,1.0,1.0,0.0,z,z,z,c,c,z",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES.values():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("\n".join((COLUMNS, *LINES)))
    return tmp_path


def value(frame: pl.DataFrame, indicator: str, area: str, period: str) -> list[float | None]:
    key = (pl.col("indicator") == indicator) & (pl.col("area_code") == area) & (pl.col("period") == period)
    return frame.filter(key)["value"].to_list()


def test_each_figure_stands_in_its_own_season(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "neet-or-not-known-16-17", "E06000001", "2024-12-01/P3M") == [4.7]
    assert value(frame, "in-education-or-training-16-17", "E06000001", "2025-03") == [90.4]
    assert value(frame, "september-guarantee", "E06000001", "2024-09") == [97.8]


def test_regions_and_england_have_their_own_codes(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "neet-16-17", "E12000001", "2022-12-01/P3M") == [3.0]
    assert value(frame, "neet-16-17", "E92000001", "2022-12-01/P3M") == [3.4]


def test_withheld_figures_are_missing_rows_and_rows_without_a_code_are_none(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "neet-or-not-known-16-17-sen-support", "E06000001", "2024-12-01/P3M") == [None]
    assert frame["area_code"].n_unique() == 3


def test_groups_of_2021_are_not_taken_because_that_file_repeats_another_years(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "neet-or-not-known-16-17-vulnerable", "E92000001", "2020-12-01/P3M") == []


def test_a_renamed_column_is_refused(folder: Path) -> None:
    (folder / FILES[2022]).write_text("\n".join((COLUMNS.replace("NEET_percent", "neet"), *LINES)))
    with pytest.raises(SourceChanged, match="NEET_percent"):
        tidy(Inputs(folder, SOURCE.files))
