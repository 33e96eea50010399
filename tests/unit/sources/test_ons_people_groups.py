"""Groups of people: what is read from four files, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_people_groups import SOURCE
from levelling.sources.ons_people_groups.ethnicity import QUALIFICATIONS
from levelling.sources.ons_people_groups.goals import PAY, UNEMPLOYMENT
from levelling.sources.ons_people_groups.tidy import NORTH, tidy
from levelling.sources.places import AUTHORITY_NAMES

JOBLESS = """Year,Series,Age,Country,Region,Country of birth,Disability status,Sex,GeoCode,Value
2023 Q1,Seasonally adjusted,,England,North East,,,Female,E12000001,3.6
2017 Q4,Seasonally adjusted,,England,North East,,,Female,E12000001,4.6
2023 Q1,Not seasonally adjusted,18 to 24,,,,,,,9.899
2023 Q1,Not seasonally adjusted,18 to 24,,,,,Male,,11.6
2023 Q1,Not seasonally adjusted,,,,,Disabled (GSS harmonised),Female,,4.98
2023 Q1,Not seasonally adjusted,,,,Born in UK,,,,3.9
"""
PAID = """Year,Series,Age,Country,Disability status,Sex,Sex by disability,Occupation,Working Pattern,GeoCode,Value
2021,1. ASHE,,England,,Male,,,,E12000001,17.0
2021,1. ASHE,,England,,Male,,,Full Time,E12000001,18.0
2021,1. ASHE,60 and over,,,,,,,,16.7
2021,2. APS,,,Disabled (GSS harmonised),,,,,,14.75
"""
ETHNIC_GROUPS = ("total", "asian", "black_british", "mixed_multiple", "white", "other")
WHAT = ("total", "no_qualification", "level_4")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in SOURCE.files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / UNEMPLOYMENT).write_text(JOBLESS)
    (tmp_path / PAY).write_text(PAID)
    numbers = ",".join(["200,50,60"] * len(ETHNIC_GROUPS))
    top = ",".join(group for group in ETHNIC_GROUPS for _ in WHAT)
    rows = [
        f"local_authority_code,local_authority_name,{top}",
        f",,{','.join(WHAT * len(ETHNIC_GROUPS))}",
        f"E06000001,Hartlepool,{numbers}",
        f",Powys,{numbers}",
    ]
    (tmp_path / QUALIFICATIONS).write_text("\n".join(rows) + "\n")
    names = [f"% who are economically inactive - aged {age}" for age in ("16-24", "25-49", "50-64", "16-64")]
    reasons = ("student", "looking after family/home", "temporary sick", "long-term sick", "retired", "other")
    names += [f"% of economically inactive {reason}" for reason in (*reasons, "who want a job", "who do not want a job")]
    pl.DataFrame(
        {
            "date_name": ["Jan 2023-Dec 2023"] * 2 * len(names),
            "geography_code": ["E06000001"] * 2 * len(names),
            "variable_name": names * 2,
            "measures_name": ["Variable"] * len(names) + ["Numerator"] * len(names),
            "value": [23.2] * len(names) + [3900.0] * len(names),
        }
    ).write_parquet(tmp_path / NORTH)
    (tmp_path / AUTHORITY_NAMES).write_text(
        "LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE\nE06000001,Hartlepool,E06000001,Hartlepool\nW06000023,Powys,W06000023,Powys\n"
    )
    return tmp_path


def read(folder: Path) -> pl.DataFrame:
    return tidy(Inputs(folder, SOURCE.files)).estimates


def row(frame: pl.DataFrame, indicator: str, category: str, area: str) -> dict[str, object]:
    key = (pl.col("indicator") == indicator) & (pl.col("category") == category) & (pl.col("area_code") == area)
    return frame.filter(key).row(0, named=True)


def test_unemployment_is_the_publishers_by_quarter_and_birth_is_left_out(folder: Path) -> None:
    frame = read(folder)
    found = row(frame, "unemployment-rate-by-sex", "female", "E12000001")
    assert (found["value"], found["period"], found["lower"]) == (3.6, "2023-01-01/P3M", None)
    assert row(frame, "unemployment-rate-by-group", "18-24", "K02000001")["value"] == 9.9
    assert row(frame, "unemployment-rate-by-group", "disabled-female", "K02000001")["value"] == 4.98
    assert frame.filter(pl.col("indicator").str.starts_with("unemployment")).height == 3


def test_pay_by_sex_and_hours_at_once_is_left_out(folder: Path) -> None:
    frame = read(folder)
    assert row(frame, "average-hourly-pay", "male", "E12000001")["value"] == 17.0
    assert row(frame, "average-hourly-pay", "60-plus", "K02000001")["value"] == 16.7
    assert frame.filter(pl.col("indicator") == "average-hourly-pay").height == 2
    assert row(frame, "average-hourly-pay-by-disability", "disabled", "K02000001")["value"] == 14.75


def test_ethnic_groups_are_counted_and_added_up_to_nations(folder: Path) -> None:
    frame = read(folder)
    assert row(frame, "no-qualifications-by-ethnicity", "black", "W06000023")["value"] == 25.0
    assert row(frame, "people-by-ethnicity", "asian", "K04000001")["value"] == 400.0


def test_inactivity_in_the_north_has_shares_and_numbers(folder: Path) -> None:
    frame = read(folder)
    assert row(frame, "reasons-for-inactivity-north", "wants-a-job", "E06000001")["value"] == 23.2
    assert row(frame, "inactive-people-by-reason-north", "wants-a-job", "E06000001")["value"] == 3900


def test_what_is_not_as_known_is_refused(folder: Path) -> None:
    (folder / UNEMPLOYMENT).write_text(JOBLESS.replace("Disabled (GSS harmonised)", ""))
    with pytest.raises(SourceChanged, match="breakdowns by sex, age or disability"):
        read(folder)
    (folder / UNEMPLOYMENT).write_text(JOBLESS)
    (folder / QUALIFICATIONS).write_text("code,name\nE06000001,Hartlepool\n")
    with pytest.raises(SourceChanged, match="two rows of headings"):
        read(folder)
