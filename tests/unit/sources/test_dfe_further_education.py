"""Further education and destinations: columns to categories, shares to percent, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.dfe_further_education import SOURCE
from levelling.sources.dfe_further_education.earlier import EARLIER
from levelling.sources.dfe_further_education.tidy import DESTINATIONS, LATEST, LEARNING, SUBJECTS, tidy
from levelling.sources.inputs import Inputs
from levelling.sources.places import AUTHORITY_NAMES

EARLIER_LINES = (
    "area,geographic_level,time_period,chart_year,metric,value",
    "England,COUNTRY,201617,2016-01-01,participation,2236790",
    "Hartlepool,LADU,201617,2016-01-01,participation,6190",
    "Hartlepool,LADU,201617,2016-01-01,achievements,4570",
    "Poole,LADU,201617,2016-01-01,participation,100",
    "Christchurch,LADU,201617,2016-01-01,participation,20",
    "Shepway,LADU,201617,2016-01-01,participation,7",
    "Tees Valley,LEP,201617,2016-01-01,participation,9",
    "Outside of England and unknown,LADU,201617,2016-01-01,participation,8",
)
NAMES = (
    "LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE",
    "E06000001,Hartlepool,E06000001,Hartlepool",
    'E06000029,Poole,E06000058,"Bournemouth, Christchurch and Poole"',
    'E07000048,Christchurch,E06000058,"Bournemouth, Christchurch and Poole"',
    "E07000112,Folkestone and Hythe,E07000112,Folkestone and Hythe",
)


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
    for name, lines in ((EARLIER, EARLIER_LINES), (AUTHORITY_NAMES, NAMES)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("\n".join(lines))
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
    newest = tidy(Inputs(folder, SOURCE.files)).estimates.filter(pl.col("indicator") == "further-education-learners")
    assert set(newest["area_code"]) == {"E06000001", "E92000001"}


def test_earlier_learners_are_added_up_for_the_authorities_of_today(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates.filter(pl.col("indicator") == "further-education-adults-2016-to-2020")
    assert dict(frame.select("area_code", "value").iter_rows()) == {
        "E06000001": 6190,
        "E06000058": 120,
        "E07000112": 7,
        "E92000001": 2236790,
    }
    assert frame["period"].unique().to_list() == ["2016-08-01/P1Y"]


def test_a_withheld_part_leaves_the_whole_unknown(folder: Path) -> None:
    (folder / EARLIER).write_text("\n".join(EARLIER_LINES).replace("participation,20", "participation,low"))
    frame = tidy(Inputs(folder, SOURCE.files)).estimates.filter(pl.col("area_code") == "E06000058")
    assert frame["value"].to_list() == [None]


def test_an_authority_nobody_knows_is_refused(folder: Path) -> None:
    (folder / EARLIER).write_text("\n".join(EARLIER_LINES).replace("Hartlepool", "Hartlepole"))
    with pytest.raises(SourceChanged, match="Hartlepole"):
        tidy(Inputs(folder, SOURCE.files))


def test_a_renamed_column_is_refused(folder: Path) -> None:
    pl.read_parquet(folder / LATEST).rename({"participation": "taking part"}).write_parquet(folder / LATEST)
    with pytest.raises(SourceChanged, match="participation"):
        tidy(Inputs(folder, SOURCE.files))
