from pathlib import Path
from typing import Any

import polars as pl
import pytest

from levelling.core.area import Level
from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_geography import SOURCE
from levelling.sources.ons_geography import lookups as files_of
from levelling.sources.ons_geography.areas import nation_of
from levelling.sources.ons_geography.changes import classify
from tests.unit.sources.geography import NEIGHBOURHOODS, TODAY, write_lookups


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, pl.DataFrame]:
    folder = write_lookups(tmp_path_factory.mktemp("lookups"))
    return dict(SOURCE.tidy(Inputs(folder, SOURCE.files)).tables)


def area(tables: dict[str, pl.DataFrame], code: str, level: str) -> dict[str, Any]:
    return tables["areas"].row(by_predicate=(pl.col("code") == code) & (pl.col("level") == level), named=True)


def changes(tables: dict[str, pl.DataFrame], level: str) -> dict[tuple[str, str], tuple[int | None, str, int | None]]:
    rows = tables["area_changes"].filter(pl.col("level") == level)
    return {(old, new): (year, kind, people) for old, new, _, year, kind, people in rows.iter_rows()}


def test_every_area_stands_once(tables: dict[str, pl.DataFrame]) -> None:
    assert not tables["areas"].select("code", "level").is_duplicated().any()
    current = tables["areas"].filter(pl.col("level") == "lad", pl.col("end").is_null())
    assert set(current["code"]) == set(TODAY)
    assert current["population"].sum() == sum(row[2] for row in NEIGHBOURHOODS)


def test_an_area_knows_its_name_life_people_and_parents(tables: dict[str, pl.DataFrame]) -> None:
    hartlepool = area(tables, "E06000001", "lad")
    assert hartlepool["population"] == 1000
    assert {"region=E12000001", "itl3=TLC31", "police=E23000013", "nation=E92000001"} <= set(hartlepool["parents"])
    assert area(tables, "E06000063", "lad")["start"] == 2023
    assert area(tables, "E07000026", "lad")["end"] == 2022
    assert "Ynys Môn" in area(tables, "W06000001", "lad")["other_names"]


def test_a_new_code_for_the_same_area_is_a_recode(tables: dict[str, pl.DataFrame]) -> None:
    found = changes(tables, "lad")
    assert found["E08000016", "E08000038"] == (2025, "recoded", 400)
    assert set(tables["small_areas"]["lad"]) == set(TODAY)


def test_mergers_are_chained_and_counted(tables: dict[str, pl.DataFrame]) -> None:
    found = changes(tables, "lad")
    assert found["E07000026", "E06000063"] == (2023, "merged", 100)
    assert found["E07000030", "E06000064"] == (2023, "merged", 50)
    assert changes(tables, "county")["E10000006", "E06000063"] == (2023, "split", 300)


def test_districts_of_northern_ireland_are_followed_by_their_people(tables: dict[str, pl.DataFrame]) -> None:
    found = changes(tables, "lad")
    assert found["95GG", "N09000003"] == (2015, "merged", 280)
    assert found["95II", "N09000003"] == (2015, "split", 20)
    assert found["95II", "N09000007"] == (2015, "split", 60)
    assert area(tables, "95II", "lad")["name"] == "Castlereagh"


def test_itl_areas_of_the_same_people_are_recodes(tables: dict[str, pl.DataFrame]) -> None:
    found = changes(tables, "itl3")
    assert found["TLC11", "TLC31"] == (2025, "recoded", 3000)
    assert found["TLD12", "TLD13"][1:] == ("split", 200)
    assert area(tables, "TLM63", "itl3")["population"] is None


def test_north_ayrshire_lies_in_two_itl3_areas(tables: dict[str, pl.DataFrame]) -> None:
    rows = tables["area_members"].filter(pl.col("member") == "S12000021", pl.col("vintage").is_null())
    found = {code: people for _, level, code, _, people in rows.iter_rows() if level in {"itl2", "itl3"}}
    assert found == {"TLM93": 95, "TLM20": 5, "TLM9": 95, "TLM2": 5}


def test_districts_in_two_partnerships_are_in_both(tables: dict[str, pl.DataFrame]) -> None:
    rows = tables["area_members"].filter(pl.col("level") == "lep", pl.col("member") == "E07000192")
    assert set(rows.select("code", "vintage").iter_rows()) == {
        (code, year) for code in ("E37000012", "E37000032") for year in (2020, 2022)
    }


def test_a_district_the_later_file_has_lost_keeps_its_partnership(tables: dict[str, pl.DataFrame]) -> None:
    rows = tables["area_members"].filter(pl.col("level") == "lep", pl.col("member") == "E06000004", pl.col("vintage") == 2022)
    assert list(rows["code"]) == ["E37000034"]


def test_a_body_of_old_districts_counts_them_by_name(tables: dict[str, pl.DataFrame]) -> None:
    rows = tables["area_members"].filter(pl.col("code") == "E10000006")
    assert dict(rows.select("member", "people").iter_rows()) == {"E07000026": 100, "E07000028": 200, "E07000030": 50}
    assert area(tables, "E10000006", "county")["population"] == 350


def test_neighbourhoods_of_both_vintages(tables: dict[str, pl.DataFrame]) -> None:
    small = tables["small_areas"]
    assert dict(small.group_by("vintage").agg(pl.col("population").sum()).iter_rows()) == {2011: 4970, 2021: 1280}
    cut = small.filter(pl.col("code") == "E01999999").row(0, named=True)
    assert (cut["lad"], cut["lad_2011"], cut["ttwa"], cut["icb"]) == ("E06000001", "E06000001", "E30000215", "E54000050")
    trusts = dict(small.filter(pl.col("code").str.starts_with("95")).select("code", "health_board").iter_rows())
    assert trusts == {"95GG01S1": "BHSCT", "95II01S1": "BHSCT", "95II02S1": "BHSCT", "95SS01S1": "SEHSCT"}


def test_neighbours_bear_the_codes_of_today(tables: dict[str, pl.DataFrame]) -> None:
    neighbours = tables["neighbours"]
    assert "E08000016" not in {*neighbours["code"], *neighbours["neighbour_code"]}
    mine = neighbours.filter(pl.col("code") == "E06000001", pl.col("basis") == "economic")
    assert list(mine["position"]) == list(range(1, 11))
    assert set(tables["clusters"]["basis"]) == {"global", "economic", "demographic"}


def test_the_same_input_gives_the_same_tables(tmp_path: Path, tables: dict[str, pl.DataFrame]) -> None:
    again = SOURCE.tidy(Inputs(write_lookups(tmp_path), SOURCE.files)).tables
    assert all(again[name].equals(table) for name, table in tables.items())


def test_a_renamed_column_is_refused(tmp_path: Path) -> None:
    path = write_lookups(tmp_path) / files_of.REGIONS
    path.write_text(path.read_text("utf-8-sig").replace("region24_code", "rgn24cd"), "utf-8")
    with pytest.raises(SourceChanged, match="region24_code"):
        SOURCE.tidy(Inputs(tmp_path, SOURCE.files))


def test_a_neighbourhood_in_no_authority_is_refused(tmp_path: Path) -> None:
    folder = write_lookups(tmp_path)
    table = pl.read_parquet(folder / files_of.WEIGHTS)
    table.with_columns(pl.col("lad").replace("E06000001", "E06009999")).write_parquet(folder / files_of.WEIGHTS)
    with pytest.raises(SourceChanged, match="in no local authority, such as E01000001"):
        SOURCE.tidy(Inputs(folder, SOURCE.files))


def test_an_authority_nobody_knows_is_refused(tmp_path: Path) -> None:
    path = write_lookups(tmp_path) / files_of.LEP_2020
    path.write_text(path.read_text("utf-8-sig").replace("E06000021", "E06009999"), "utf-8")
    with pytest.raises(SourceChanged, match="E06009999"):
        SOURCE.tidy(Inputs(tmp_path, SOURCE.files))


def test_people_below_nought_are_refused(tmp_path: Path) -> None:
    folder = write_lookups(tmp_path)
    table = pl.read_parquet(folder / files_of.WEIGHTS)
    table.with_columns(-pl.col("pop")).write_parquet(folder / files_of.WEIGHTS)
    with pytest.raises(SourceChanged, match="without a count of people"):
        SOURCE.tidy(Inputs(folder, SOURCE.files))


def test_a_truncated_table_is_refused(tmp_path: Path) -> None:
    path = write_lookups(tmp_path) / files_of.TTWA
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(SourceChanged, match="cannot be read as Parquet"):
        SOURCE.tidy(Inputs(tmp_path, SOURCE.files))


@pytest.mark.parametrize(
    ("shared", "kind"),
    [
        ({("a", "x"): 100}, "recoded"),
        ({("a", "x"): 100, ("b", "x"): 100}, "merged"),
        ({("a", "x"): 60, ("a", "y"): 40}, "split"),
        ({("a", "x"): 95, ("a", "y"): 5, ("b", "y"): 95}, "boundary"),
        ({("a", "x"): 998, ("a", "y"): 2, ("b", "y"): 500}, "recoded"),
    ],
)
def test_the_kind_of_a_change_is_told_by_its_people(shared: dict[tuple[str, str], int], kind: str) -> None:
    first = classify(Level.LAD, 2015, shared)[0]
    assert (first.old_code, first.new_code, first.kind) == ("a", "x", kind)


@pytest.mark.parametrize(
    ("code", "nation"),
    [("E06000001", "E"), ("TLL31", "W"), ("TLM", "S"), ("TLC", "E"), ("95GG", "N"), ("BHSCT", "N"), ("K01000010", "K")],
)
def test_the_nation_of_a_code(code: str, nation: str) -> None:
    assert nation_of(code) == nation
