"""Regional accounts: totals, the population they imply, indices against the UK, and what is refused."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs
from levelling.sources.ons_regional_accounts import SOURCE
from levelling.sources.ons_regional_accounts.output import AREA_GVA, AUTHORITY_GVA
from levelling.sources.ons_regional_accounts.tidy import INCOME, MEMBERS, tidy

YEAR = date(2017, 1, 1)
TOTAL, HEAD = "GDHI total (£m) current prices", "GDHI per capita (£) current prices"
# Two authorities of one region, one of them rich in output and poor in income; a third split between two ITL3 areas.
INCOMES = [("E06000001", 900.0, 9000.0), ("E06000002", 3200.0, 16000.0), ("S12000021", 1500.0, 15000.0)]
OUTPUTS = [("E06000001", 4000.0), ("E06000002", 2000.0), ("S12000021", 1000.0)]
AREAS = [("UK", 7500.0), ("UKX", 7000.0), ("TLZ", 500.0), ("TLB", 6000.0), ("TLC", 6000.0), ("TLC31", 4000.0), ("TLM93", 900.0)]


def _income(rows: list[tuple[str, float, float]]) -> pl.DataFrame:
    lines = [(YEAR, name, code, "B.6g", value) for code, total, head in rows for name, value in ((TOTAL, total), (HEAD, head))]
    lines.append((YEAR, TOTAL, "E06000001", "B.3g", 55.0))
    return pl.DataFrame(
        lines, schema=["dates.date", "variable.name", "geography.code", "transaction.code", "value"], orient="row"
    )


def _output(rows: list[tuple[str, float]], column: str, names: tuple[str, str]) -> pl.DataFrame:
    lines = [(YEAR, names[0], code, "Total", value) for code, value in rows]
    lines += [(YEAR, names[1], code, "Total", value + 100) for code, value in rows]
    lines += [(YEAR, names[0], code, industry, 10.0) for code, _ in rows for industry in ("A (1-3)", "B (5-9)", "24")]
    return pl.DataFrame(lines, schema=["dates.date", column, "geography.code", "industry.code", "value"], orient="row")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in SOURCE.files:
        (tmp_path / name).parent.mkdir(exist_ok=True)
    _income(INCOMES).write_parquet(tmp_path / INCOME)
    authority = _output(OUTPUTS, "variable.name", ("GVA Current Prices £m", "GVA Constant Prices £m"))
    authority.write_parquet(tmp_path / AUTHORITY_GVA)
    _output(AREAS, "variable.code", ("current", "constant")).write_parquet(tmp_path / AREA_GVA)
    (tmp_path / MEMBERS).write_text(
        "area_code,part,lau1_name,itl325cd,itl225cd,itl125cd\n"
        "E06000001,,Hartlepool,TLC31,TLC3,TLC\n"
        "E06000002,,Middlesbrough,TLC32,TLC3,TLC\n"
        "S12000021,mainland,North Ayrshire mainland,TLM93,TLM9,TLM\n"
        "S12000021,Arran and Cumbrae,Arran and Cumbrae,TLM20,TLM2,TLM\n"
    )
    return tmp_path


def value(frame: pl.DataFrame, indicator: str, area: str, category: str = "") -> float | None:
    found = frame.filter((pl.col("indicator") == indicator) & (pl.col("area_code") == area) & (pl.col("category") == category))[
        "value"
    ].to_list()
    assert len(found) <= 1
    return found[0] if found else None


def test_population_is_what_the_income_figures_imply(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "implied-population", "E06000001") == 100_000
    assert value(frame, "implied-population", "TLC3") == 300_000
    assert value(frame, "implied-population", "K02000001") == 400_000


def test_indices_are_against_the_uk_less_what_belongs_to_no_place(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    # 4,000 / 100,000 people against 7,000 / 400,000; with the whole UK (7,500) it would be 213.
    assert value(frame, "gva-per-head-index", "E06000001") == pytest.approx(228.571)
    # 9,000 a head against 5,600 / 400,000 people.
    assert value(frame, "gdhi-per-head-index", "E06000001") == pytest.approx(64.286)
    for indicator in ("gva-per-head-index", "gdhi-per-head-index"):
        assert value(frame, indicator, "K02000001") == 100


def test_the_uk_is_what_its_places_add_up_to_and_the_rest_is_told_apart(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "gva", "K02000001") == 7000
    assert value(frame, "gva-offshore", "K02000001") == 500
    assert not frame["area_code"].is_in(["UK", "UKX", "TLZ"]).any()


def test_regions_stand_under_both_of_their_codes(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    for indicator in ("gva", "gva-volume", "gdhi", "gva-per-head"):
        assert value(frame, indicator, "TLC") == value(frame, indicator, "E12000001") is not None


def test_industries_are_brought_to_those_local_authorities_have(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "gva", "TLC31", "agriculture-and-mining") == 20
    assert set(frame["category"]) == {"", "agriculture-and-mining"}


def test_an_area_that_holds_part_of_an_authority_has_output_but_no_income(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    assert value(frame, "gva", "TLM93") == 900
    assert value(frame, "gdhi", "TLM93") is None
    assert value(frame, "gdhi", "S92000003") == 1500


def test_each_figure_keeps_its_publication(folder: Path) -> None:
    frame = tidy(Inputs(folder, SOURCE.files)).estimates
    told = dict(frame.select("indicator", "release").unique().iter_rows())
    assert told["gva"] == "ons-regional-gva"
    assert told["gva-per-head"] == "ons-regional-gdhi"
    assert set(told.values()) == {release.id for release in SOURCE.releases}


def test_renamed_measures_and_columns_are_refused(folder: Path) -> None:
    _income(INCOMES).with_columns(pl.col("variable.name").str.replace("per capita", "per head")).write_parquet(folder / INCOME)
    with pytest.raises(SourceChanged, match="household income both in all and a head"):
        tidy(Inputs(folder, SOURCE.files))
    _income(INCOMES).rename({"value": "amount"}).write_parquet(folder / INCOME)
    with pytest.raises(SourceChanged, match="lacks the column"):
        tidy(Inputs(folder, SOURCE.files))
