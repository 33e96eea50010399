"""Explore Local Statistics: what each row becomes, what is left out and said so, and what is refused."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from levelling.atlas.catalogue import Catalogue
from levelling.core.errors import ContractBroken, SourceChanged
from levelling.sources.checks import check_estimates
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Inputs
from levelling.sources.ons_local_statistics import SOURCE
from levelling.sources.ons_local_statistics.declared import FOLDER, DataFile, Declared, Publication, declared
from levelling.sources.ons_local_statistics.tidy import figures

HEADER = "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes"
SMALL = "Estimate and confidence interval unreliable since the group sample size is small (3-9)"
RATE = "Employment rate,2023-01-01/P1Y"
EMPLOYMENT = (
    f"K02000001,United Kingdom,Country,{RATE},75.7,Percentage,%,75.4,76.0,,",
    f"E06000001,Hartlepool,Local Authority District,{RATE},67.9,Percentage,%,63.00000000000001,72.80000000000001,,",
    f"E06000053,Isles of Scilly,Local Authority District,{RATE},,Percentage,%,,,x,",
    f"S12000023,Orkney Islands,Local Authority District,{RATE},88.3,Percentage,%,,,,{SMALL}",
)
OUTPUT = (
    "K99000002,UK less Extra-Regio,ITL Level 1,Gross value added per hour worked,2023-01-01/P1Y,41.87,Pounds,£,,,,",
    "E06000001,Hartlepool,Local Authority District,Gross value added per hour worked,2023-01-01/P1Y,38.1,Pounds,£,,,,",
)
POVERTY = (
    "E08000038,Barnsley,LAD,Children in poverty,2024-04-01/P1Y,28.16042038,Percentage,%,,,,",
    "E08000016,Barnsley,LAD,Children in poverty,2024-04-01/P1Y,28.16042038,Percentage,%,,,,Obsolete code",
    "E08000016,Barnsley,LAD,Children in poverty,2023-04-01/P1Y,27.1,Percentage,%,,,,Obsolete code",
    "E67000001,Hackney and City of London,LAD,Children in poverty,2024-04-01/P1Y,30.0,Percentage,%,,,Value for both combined,",
)
ARTS = (
    "TLC,North East,ITL Level 1,Engaged with the arts,2023-04-01/P1Y,89,Percentage,%,88,88,,",
    "E47000001,Greater Manchester,Combined Authority,Engaged with the arts,2023-04-01/P1Y,88,Percentage,%,87,89,,",
    "E47000001,Greater Manchester,ITL Level 2,Engaged with the arts,2023-04-01/P1Y,88,Percentage,%,87,89,,",
    "na,Glasgow City Region,City Region,Engaged with the arts,2023-04-01/P1Y,91,Percentage,%,89,93,,",
)
PLAN = Declared(
    licence="Open Government Licence v3.0",
    note="",
    set_aside={"E67000001": "Hackney and City of London together"},
    recode={"K99000002": "K02000001", "TLB": "E92000001"},
    superseded={"E08000016": "E08000038"},
    twins={"TLC": "E12000001", "TLD": "E12000002"},
    release=(
        Publication(
            id="test-release",
            publisher="A publisher",
            title="A release",
            released=date(2024, 4, 16),
            address="https://example.org",
            file=(
                DataFile(name="employment", rows=1, indicators={"Employment rate": "employment-rate"}),
                DataFile(
                    name="output",
                    indicators={"Gross value added per hour worked": "gross-value-added-per-hour-worked"},
                    modelled=("gross-value-added-per-hour-worked",),
                ),
                DataFile(
                    name="poverty",
                    indicators={"Children in poverty": "children-in-relative-poverty-before-housing"},
                    provisional=("2024-04-01/P1Y",),
                ),
                DataFile(
                    name="arts",
                    indicators={"Engaged with the arts": "engaged-with-arts"},
                    known_faults=("no code", "repeats", "intervals"),
                ),
            ),
        ),
    ),
)

Run = Callable[..., Tidy]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Write the four files, any of them changed by keyword, and tidy them."""

    def tidied(header: str = HEADER, **changed: tuple[str, ...]) -> Tidy:
        (tmp_path / FOLDER).mkdir(exist_ok=True)
        files = {"employment": EMPLOYMENT, "output": OUTPUT, "poverty": POVERTY, "arts": ARTS} | changed
        for name, rows in files.items():
            # Some of the publisher's files begin with a byte-order mark, some do not.
            mark = "\ufeff" if name in {"employment", "arts"} else ""
            (tmp_path / FOLDER / f"{name}.csv").write_text(mark + "\n".join((header, *rows)) + "\n", "utf-8")
        return figures(Inputs(tmp_path, [file.path for _, file in PLAN.files]), PLAN)

    return tidied


def _row(tidy: Tidy, slug: str, code: str) -> dict[str, object]:
    (row,) = tidy.estimates.filter(pl.col("indicator") == slug, pl.col("area_code") == code).to_dicts()
    return row


def test_a_row_keeps_value_interval_and_release(run: Run) -> None:
    assert _row(run(), "employment-rate", "E06000001") == {
        "indicator": "employment-rate",
        "category": "",
        "area_code": "E06000001",
        "period": "2023",
        "value": 67.9,
        "lower": 63.0,
        "upper": 72.8,
        "status": "normal",
        "release": "test-release",
    }


def test_an_absent_value_is_missing_and_its_reason_is_kept(run: Run) -> None:
    tidy = run()
    assert _row(tidy, "employment-rate", "E06000053")["status"] == "missing"
    (absence,) = tidy.tables["absences"].to_dicts()
    assert (absence["area_code"], absence["code"], absence["reason"]) == ("E06000053", "x", "not available")


def test_a_value_from_a_handful_of_answers_is_unreliable(run: Run) -> None:
    row = _row(run(), "employment-rate", "S12000023")
    assert (row["status"], row["value"], row["lower"]) == ("unreliable", 88.3, None)


def test_output_of_the_uk_is_known_by_the_code_of_the_uk(run: Run) -> None:
    assert _row(run(), "gross-value-added-per-hour-worked", "K02000001")["value"] == 41.87


def test_an_itl_region_stands_under_its_region_too(run: Run) -> None:
    tidy = run()
    assert _row(tidy, "engaged-with-arts", "E12000001")["value"] == _row(tidy, "engaged-with-arts", "TLC")["value"] == 89.0


def test_a_region_with_its_own_row_gets_no_second_one(run: Run) -> None:
    own = ARTS[0].replace("TLC", "E12000001").replace(",89,", ",90,").replace("88,88", "88,92")
    assert _row(run(arts=(*ARTS, own)), "engaged-with-arts", "E12000001")["value"] == 90.0


def test_england_among_the_itl_regions_is_england(run: Run) -> None:
    england = OUTPUT[0].replace("K99000002", "TLB").replace("41.87", "42.39")
    assert _row(run(output=(*OUTPUT, england)), "gross-value-added-per-hour-worked", "E92000001")["value"] == 42.39
    both = (*OUTPUT, england, england.replace("TLB", "E92000001"))
    assert _row(run(output=both), "gross-value-added-per-hour-worked", "E92000001")["value"] == 42.39


def test_only_local_figures_of_a_modelled_indicator_are_marked_modelled(run: Run) -> None:
    tidy = run()
    assert _row(tidy, "gross-value-added-per-hour-worked", "E06000001")["status"] == "modelled"
    assert _row(tidy, "gross-value-added-per-hour-worked", "K02000001")["status"] == "normal"


def test_values_the_publisher_calls_provisional_are_marked(run: Run) -> None:
    assert _row(run(), "children-in-relative-poverty-before-housing", "E08000038")["status"] == "provisional"


def test_an_old_code_goes_only_where_the_new_one_says_the_same(run: Run) -> None:
    rows = run().estimates.filter(pl.col("indicator") == "children-in-relative-poverty-before-housing")
    assert rows.select("area_code", "period").rows() == [("E08000016", "2023-04-01/P1Y"), ("E08000038", "2024-04-01/P1Y")]


def test_an_old_code_with_another_value_stays_for_the_contract_to_judge(run: Run) -> None:
    changed = (POVERTY[0], POVERTY[1].replace("28.16", "29.16"))
    assert run(poverty=changed).estimates.filter(pl.col("area_code") == "E08000016").height == 1


def test_an_interval_that_leaves_its_value_outside_is_dropped_and_the_value_kept(run: Run) -> None:
    row = _row(run(), "engaged-with-arts", "TLC")
    assert (row["value"], row["lower"], row["upper"]) == (89.0, None, None)


def test_every_row_left_out_or_mended_is_counted(run: Run) -> None:
    counted = {(row["file"], row["reason"]): row["rows"] for row in run().tables["set_aside"].to_dicts()}
    assert counted == {
        ("arts", "an interval that leaves its own value outside: the value is kept without it"): 1,
        ("arts", "city regions that the file gives no code"): 1,
        ("arts", "the same row again"): 1,
        ("poverty", "Hackney and City of London together"): 1,
        ("poverty", "an area under a code it is no longer known by, beside the same figures under the one it is"): 1,
    }


def test_no_row_is_lost_uncounted(run: Run) -> None:
    tidy = run()
    left_out = tidy.tables["set_aside"].filter(~pl.col("reason").str.contains("interval"))["rows"].sum()
    twins = tidy.estimates.filter(pl.col("area_code") == "E12000001").height
    assert tidy.estimates.height - twins + left_out == len(EMPLOYMENT + OUTPUT + POVERTY + ARTS)


def test_large_counts_keep_every_digit(run: Run) -> None:
    rows = (OUTPUT[0], OUTPUT[1].replace("38.1", "14143567"))
    assert _row(run(output=rows), "gross-value-added-per-hour-worked", "E06000001")["value"] == 14143567.0


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ((EMPLOYMENT[0].replace("Employment rate", "Work rate"), EMPLOYMENT[1]), "not known: Work rate"),
        ((EMPLOYMENT[0], EMPLOYMENT[1].replace("Percentage", "Count")), "several measures"),
        (
            (EMPLOYMENT[0], EMPLOYMENT[1].replace("2023-01-01/P1Y", "the year 2023")),
            "period that cannot be read: 'the year 2023'",
        ),
        ((EMPLOYMENT[0], EMPLOYMENT[2].replace(",x,", ",?,")), "status code that is not known"),
        ((EMPLOYMENT[0], EMPLOYMENT[1].replace("67.9", "about 68")), "not numbers, such as 'about 68'"),
        ((EMPLOYMENT[0], EMPLOYMENT[1][:20]), "whole ones are known"),
        ((), "holds a heading and no rows"),
    ],
)
def test_a_file_that_is_not_as_known_is_refused_in_a_sentence(run: Run, changed: tuple[str, ...], word: str) -> None:
    with pytest.raises(SourceChanged) as error:
        run(employment=changed)
    assert word in str(error.value)
    assert "employment.csv" in str(error.value)


def test_an_indicator_that_is_gone_is_named(run: Run, tmp_path: Path) -> None:
    run()
    two = {"Employment rate": "employment-rate", "Economically inactive": "economic-inactivity-rate"}
    release = PLAN.release[0].model_copy(update={"file": (DataFile(name="employment", indicators=two),)})
    plan = PLAN.model_copy(update={"release": (release,)})
    with pytest.raises(SourceChanged, match=r"lacks the indicator\(s\) Economically inactive"):
        figures(Inputs(tmp_path, [file.path for _, file in plan.files]), plan)


def test_a_renamed_column_is_named(run: Run) -> None:
    with pytest.raises(SourceChanged, match=r"lacks the column\(s\) observation"):
        run(header=HEADER.replace("observation", "value"))


def test_a_missing_file_is_named(run: Run, tmp_path: Path) -> None:
    run()
    (tmp_path / FOLDER / "output.csv").unlink()
    with pytest.raises(SourceChanged, match=r"output\.csv is not in"):
        figures(Inputs(tmp_path, [file.path for _, file in PLAN.files]), PLAN)


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ((*EMPLOYMENT, EMPLOYMENT[1]), "stands twice"),
        ((EMPLOYMENT[0], EMPLOYMENT[1].replace("63.00000000000001,72.80000000000001", "72.8,63.0")), "upside down"),
        ((EMPLOYMENT[0].replace("K02000001", "na"),), "area code is not known"),
    ],
)
def test_faults_nobody_declared_break_the_contract(run: Run, changed: tuple[str, ...], fault: str) -> None:
    tidy = run(employment=changed)
    areas = {"K02000001", "E06000001", "E06000053", "S12000023", "E08000016", "E08000038", "TLC", "E47000001", "E12000001"}
    with pytest.raises(ContractBroken, match=fault):
        check_estimates("estimates", tidy.estimates, Catalogue.load(), ["test-release"], areas)


def test_every_declared_indicator_has_its_file_and_names_its_release() -> None:
    catalogue = Catalogue.load()
    slugs = [(release, slug) for release, file in declared().files for slug in file.indicators.values()]
    assert len(slugs) == len(set(slugs)) == 89
    assert [slug for release, slug in slugs if catalogue.get(slug).release != release] == []
    publishers = {release.id: release.publisher for release in SOURCE.releases}
    assert [slug for release, slug in slugs if catalogue.get(slug).publisher != publishers[release]] == []


def test_every_release_is_dated_addressed_and_licensed() -> None:
    assert [
        item.id for item in SOURCE.releases if not (item.released and item.address.startswith("https://") and item.licence)
    ] == []
    assert len({item.id for item in SOURCE.releases}) == len(SOURCE.releases)
    assert all("Explore Local Statistics" in item.note for item in SOURCE.releases)


def test_every_marked_slug_is_in_its_file() -> None:
    for _, file in declared().files:
        assert set(file.modelled) | set(file.provisional_only) <= set(file.indicators.values()), file.name
