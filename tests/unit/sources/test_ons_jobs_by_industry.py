"""Jobs by industry: codes of areas, sections, the whole, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_jobs_by_industry import SOURCE
from levelling.sources.ons_jobs_by_industry.tidy import FILES, ITL_NAMES, SECTIONS, tidy
from levelling.sources.places import PARTNERSHIP_NAMES

AREAS = ("country:England", "lep:Tees Valley", "lep:Leeds City Region", "nuts316:UKC13 Darlington", "nuts316:UKK22 Dorset CC")


def table(letters: str) -> str:
    header = "Area," + ",".join(f'"{letter} : A section, in words",Flags' for letter in letters) + ',"1 : A group (A)",Flags'
    units = "," + ",".join("number,Flags" for _ in letters) + ",number,"
    rows = [f"{area}," + ",".join(f"{100 * at}," for at, _ in enumerate(letters)) + ",5," for area in AREAS]
    return "\n".join((header, units, *rows))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in SOURCE.files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
    for name in FILES.values():
        (tmp_path / name).write_text("\ufeff" + table("".join(SECTIONS)), "utf-8")
    (tmp_path / ITL_NAMES).write_text("itl_code,itl_name,level\nTLC13,Darlington,ITL3\nTLK25,Dorset,ITL3\n")
    (tmp_path / PARTNERSHIP_NAMES).write_text("ERCD,ERNM\nE37000034,Tees Valley\nE37000050,Leeds City Region\n")
    return tmp_path


def test_areas_that_became_itl3_are_kept_and_redrawn_ones_left_out(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert set(frame["area_code"]) == {"E92000001", "E37000034", "E37000062", "TLC13"}


def test_sections_and_their_sum(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates.filter((pl.col("area_code") == "TLC13") & (pl.col("period") == "2017"))
    found = dict(frame.select("category", "value").iter_rows())
    assert found["manufacturing"] == 200
    assert found[""] == sum(100 * at for at in range(21))
    assert len(found) == 22


def test_a_missing_section_and_a_file_without_areas_are_refused(folder: Path) -> None:
    (folder / FILES[2016]).write_text(table("ABDEFGHIJKLMNOPQRSTU"))
    with pytest.raises(SourceChanged, match=r"section\(s\) C"):
        tidy(Inputs(folder, SOURCE.files))
    (folder / FILES[2016]).write_text("\n".join(table("".join(SECTIONS)).splitlines()[:2]))
    with pytest.raises(SourceChanged, match="no area that is known"):
        tidy(Inputs(folder, SOURCE.files))
