"""Online job adverts: units that cancel, areas put together wrongly, fields from professions, and what is refused."""

from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Cell
from levelling.sources.ons_online_job_adverts import SOURCE
from levelling.sources.ons_online_job_adverts.areas import PLAN_AREA_NAMES, REGIONS
from levelling.sources.ons_online_job_adverts.authorities import UNITS, YEARS
from levelling.sources.ons_online_job_adverts.months import MONTHS, PROFESSIONS
from levelling.sources.ons_online_job_adverts.occupations import LATEST
from levelling.sources.ons_online_job_adverts.tidy import tidy
from levelling.sources.places import AUTHORITY_NAMES, PARTNERSHIP_NAMES
from tests.unit.sources.sheets import WithSheets

_STEM = "vacanciesOccupation (SOC2020 Sub-Major Group)"
NAMES = (
    "LADCD,LADNM,LADCD_ACTIVE,LADNM_ACTIVE",
    "E06000001,Hartlepool,E06000001,Hartlepool",
    "E07000028,Carlisle,E06000063,Cumberland",
    "E07000026,Allerdale,E06000063,Cumberland",
    "E07000004,Aylesbury Vale,E06000060,Buckinghamshire",
    "E07000005,Chiltern,E06000060,Buckinghamshire",
    "S12000008,East Ayrshire,S12000008,East Ayrshire",
)
MONTH_LINES = (
    "geographic_level,area,time_period,vacancies,jobpc,Year",
    "LSIP,Tees Valley,Apr 17,6620,0.1,17",
    "LSIP,Tees Valley,Nov 21,1e+05,0.1,21",
    "LSIP,Dorset,Nov 21,24880,0.1,21",
    "LEP,Tees Valley,Apr 17,6620,0.1,17",
    "MCA,North of Tyne,Apr 17,10,0.1,17",
    "LEP,Unknown,Apr 17,99999,0.1,17",
)
PROFESSION_LINES = (
    "geographic_level,area,Summary Profession Category,Detailed Profession Category,time_period,vacancies",
    "Local Skills Improvement Plan,Tees Valley,Healthcare,Nurses,Oct 22,500",
    "Local Skills Improvement Plan,Tees Valley,Healthcare,Opticians,Oct 22,[x]",
    "Local Skills Improvement Plan,Tees Valley,Defence,Soldiers,Oct 22,20",
    "Local Skills Improvement Plan,Dorset,Healthcare,Nurses,Oct 22,900",
    "Country,England,Healthcare,Nurses,Oct 22,9000",
    "Mayoral Combined Authorities,Tees Valley,Healthcare,Nurses,Oct 22,500",
    "Country,Unknown,Healthcare,Nurses,Oct 22,1",
)


def sheets() -> dict[tuple[str, str], list[list[Cell]]]:
    blank: list[Cell] = [None]
    local: list[list[Cell]] = [
        ["Local authority", "Region", *map(float, YEARS)],
        ["Hartlepool", "North East", "2.0", "2.1", "4.0", "3.0", "5.0", "6.0"],
        ["Carlisle", "North West", *["1.0"] * 6],
        ["Aylesbury Vale", "South East", *["1.5"] * 6],
        ["Chiltern", "South East", *["0.5"] * 6],
    ]
    whole: list[list[Cell]] = [["Region", *map(float, YEARS)]]
    whole += [[name, *["10.0"] * 6] for name in REGIONS]
    whole.append(["Unknown [note 4]", *["80.0"] * 6])
    left_out: list[list[Cell]] = [["text"], ["text"], ["text"], ["Allerdale"], ["East Ayshire"]]
    return {(UNITS, "1"): [*[blank] * 3, *local], (UNITS, "2"): [*[blank] * 3, *whole], (UNITS, "4"): left_out}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in SOURCE.files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / AUTHORITY_NAMES).write_text("\n".join(NAMES))
    (tmp_path / PARTNERSHIP_NAMES).write_text("ERCD,ERNM\nE37000034,Tees Valley\n")
    (tmp_path / PLAN_AREA_NAMES).write_text("LSIP23CD,LSIP23NM\nE69000031, Tees Valley \nE69000008,Dorset\n")
    (tmp_path / MONTHS).write_text("\n".join(MONTH_LINES))
    (tmp_path / PROFESSIONS).write_text("\n".join(PROFESSION_LINES))
    groups = {f"{_STEM}{11 + at} - Group {at}": [float(at), None] for at in range(26)}
    table = {"areaCode": ["E06000001", "E09000007"], "vacancies": [330.0, None], f"{_STEM}Unknown": [5.0, None], **groups}
    pl.DataFrame(table).write_parquet(tmp_path / LATEST)
    return tmp_path


def read(folder: Path) -> pl.DataFrame:
    return tidy(WithSheets(folder, SOURCE.files, sheets())).estimates


def values(frame: pl.DataFrame, slug: str, code: str) -> dict[tuple[str, str], float | None]:
    rows = frame.filter((pl.col("indicator") == slug) & (pl.col("area_code") == code))
    return {(period, category): value for period, category, value in rows.select("period", "category", "value").iter_rows()}


def test_the_secret_unit_cancels(folder: Path) -> None:
    frame = read(folder)
    assert values(frame, "online-adverts-share", "E06000001")["2022-01", ""] == pytest.approx(100 * 6 / 120)
    assert values(frame, "online-adverts-index", "E06000001")["2022-01", ""] == 150
    assert values(frame, "online-adverts-share", "E06000060")["2019-01", ""] == pytest.approx(100 * 2 / 120, abs=1e-4)
    assert ("2022-01", "") not in values(frame, "online-adverts-share", "K02000001")
    assert values(frame, "online-adverts-index", "K02000001")["2022-01", ""] == 100


def test_a_merged_authority_with_a_part_left_out_has_no_figure(folder: Path) -> None:
    frame = read(folder)
    assert set(values(frame, "online-adverts-share", "E06000063").values()) == {None}
    assert set(values(frame, "online-adverts-index", "S12000008").values()) == {None}


def test_months_are_coded_by_kind_of_area_and_mistaken_areas_withheld(folder: Path) -> None:
    frame = read(folder)
    assert values(frame, "online-adverts-by-month", "E69000031") == {("2017-04", ""): 6620, ("2021-11", ""): 100000}
    assert values(frame, "online-adverts-by-month", "E37000034") == {("2017-04", ""): 6620}
    assert values(frame, "online-adverts-by-month", "E47000011") == {("2017-04", ""): 10}
    assert values(frame, "online-adverts-by-month", "E69000008") == {("2021-11", ""): None}


def test_fields_are_sums_of_what_is_published(folder: Path) -> None:
    made = tidy(WithSheets(folder, SOURCE.files, sheets()))
    found = values(made.estimates, "online-adverts-by-profession", "E69000031")
    assert found == {("2022-10", ""): 520, ("2022-10", "healthcare"): 500, ("2022-10", "defence"): 20}
    assert set(values(made.estimates, "online-adverts-by-profession", "E69000008").values()) == {None}
    detailed = made.tables["advert_professions"]
    assert set(detailed["area_code"]) == {"E69000031", "E92000001"}
    assert detailed.filter(pl.col("profession") == "Opticians")["adverts"].to_list() == [None]


def test_occupations_and_the_whole(folder: Path) -> None:
    frame = read(folder)
    found = values(frame, "online-adverts-by-occupation", "E06000001")
    assert (found["2025-06", ""], found["2025-06", "group-7"], len(found)) == (330, 7, 27)
    assert set(values(frame, "online-adverts-by-occupation", "E09000007").values()) == {None}


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        (MONTHS, "LSIP,Tees Valley,Apr 17", "LSIP,Nowhere,Apr 17", "Nowhere"),
        (MONTHS, "Apr 17", "17-Apr", "17-Apr"),
        (PROFESSIONS, "Oct 22,500", "Nov 22,500", "October 2022 only"),
        (PROFESSIONS, "Country,England", "Parish,England", "Parish"),
        (AUTHORITY_NAMES, "Hartlepool", "Elsewhere", "Hartlepool"),
    ],
)
def test_what_is_not_known_is_refused(folder: Path, name: str, old: str, new: str, told: str) -> None:
    (folder / name).write_text((folder / name).read_text().replace(old, new))
    with pytest.raises(SourceChanged, match=told):
        read(folder)


def test_other_years_are_refused(folder: Path) -> None:
    made = sheets()
    made[UNITS, "1"][3][2] = 2016.0
    with pytest.raises(SourceChanged, match="2017 to 2022"):
        tidy(WithSheets(folder, SOURCE.files, made))
