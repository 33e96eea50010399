"""`levelling divergence`, `inequality` and `quadrants` as a user meets them."""

import csv
import json
from pathlib import Path

import pytest

from levelling.atlas import Atlas
from levelling.challenge.quadrants import Average, Growth, quadrants
from levelling.core.area import Level
from levelling.plan.charts.kinds import Scatter
from levelling.plan.document import Figure
from levelling.plan.national import quadrants as national
from tests.command import levelling


def test_quadrants_of_the_source() -> None:
    done = levelling("quadrants", "--level", "itl3", "--from", "2008", "--to", "2017", "--per", "hour", "--smoothed", "--json")
    records = json.loads(done.stdout)
    assert len(records) == 179
    wiltshire = next(record for record in records if record["name"] == "Wiltshire")
    assert (wiltshire["quadrant"], wiltshire["below_region"], wiltshire["ways"]) == ("falling behind", True, 36)
    assert {"level_index", "growth", "uk_growth", "region_growth", "coast", "firm_share"} <= set(wiltshire)


def test_quadrants_in_words() -> None:
    done = levelling("quadrants", "--level", "region", "--unsmoothed", "--from", "2010")
    assert "Growth quadrants, regions, 2010 to 2022" in done.stdout
    assert "Growth is real" in done.stdout
    assert done.stderr == ""


def test_inequality_each_year_between_and_within() -> None:
    records = json.loads(
        levelling("inequality", "gdhi-per-head", "--level", "lad", "--by", "region", "--from", "2019", "--json").stdout
    )
    assert [record["year"] for record in records] == [2019, 2020, 2021, 2022]
    for record in records:
        assert record["area"] == "K02000001"
        assert record["between"] + record["within"] == pytest.approx(record["theil_t"], rel=1e-9)
        assert record["theil_t_lower"] < record["theil_t"] < record["theil_t_upper"]
        assert len(record["groups"]) == 12


def test_inequality_by_kind_of_place_and_of_several_indicators() -> None:
    done = levelling(
        "inequality", "gva-per-head", "gdhi-per-head", "--by", "kind", "--from", "2022", "--interval", "none", "--csv"
    )
    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [row["indicator"] for row in rows] == ["gva-per-head", "gdhi-per-head"]
    assert {row["by"] for row in rows} == {"kind"}


def test_divergence_of_every_authority() -> None:
    records = json.loads(levelling("divergence", "--level", "lad", "--period", "2017", "--json").stdout)
    nottingham = next(record for record in records if record["name"] == "Nottingham")
    assert (round(nottingham["output_index"]), round(nottingham["income_index"])) == (113, 67)
    assert nottingham["quadrant"] == "high output, low income"
    assert nottingham["jobs_per_resident"] > 0.6


def test_divergence_of_one_place_through_the_years() -> None:
    records = json.loads(levelling("divergence", "Hartlepool", "--json").stdout)
    assert [record["year"] for record in records] == list(range(1998, 2023))
    (one,) = json.loads(levelling("divergence", "Hartlepool", "--period", "2017", "--measure", "hour", "--json").stdout)
    assert one["output_index"] == one["output_per_hour_index"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["quadrants", "--from", "1990"], "The window 1990 to 2022 is outside the series"),
        (["quadrants", "--from", "2017", "--to", "2008"], "it has to end after it starts"),
        (["quadrants", "--level", "lad", "--unsmoothed"], "published smoothed only"),
        (["quadrants", "--per", "week"], "--per cannot be 'week'. Choose hour or job."),
        (["quadrants", "--level", "region", "--against", "region"], "Regions have no region of their own"),
        (["quadrants", "--level", "icb"], "not published for integrated care boards"),
        (["inequality", "no-such-thing"], "no-such-thing"),
        (["inequality", "gdhi-per-head", "--by", "colour"], "--by cannot be 'colour'"),
        (["inequality", "gdhi-per-head", "--from", "2040"], "runs from 1997 to 2022"),
        (["inequality", "gdhi-per-head", "--level", "region", "--by", "region"], "Regions do not lie in a region"),
        (["inequality", "gdhi-per-head", "--level", "itl3", "--by", "kind"], "known of local authorities only"),
        (["inequality", "gdhi-per-head", "--interval", "survey"], "No intervals are published"),
        (["inequality", "gdhi-per-head", "--weights", "gdhi-per-head"], "it is no count"),
        (["inequality", "gdhi-per-head", "--weights", "nothing"], "nothing"),
        (["divergence", "Hartlepol"], "Did you mean: Hartlepool"),
        (["divergence", "--period", "2035"], "both published for 1998 to 2022, not for 2035"),
        (["divergence", "Hartlepool", "--period", "1990"], "it has no 1990"),
        (["divergence", "--period", "soon"], "'soon' is not a year"),
        (["divergence", "United Kingdom"], "not both known of United Kingdom"),
        (["divergence", "--level", "icb"], "not both published for integrated care boards"),
    ],
)
def test_a_mistake_is_one_sentence(arguments: list[str], says: str) -> None:
    done = levelling(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "holds"),
    [
        (["quadrants", "--to", "2017"], ["By start and growth", "Beside their own regions", "Fisher's exact"]),
        (["quadrants", "--level", "nation"], ["Areas of this level have no region"]),
        (
            ["inequality", "gdhi-per-head", "gva-per-head", "--by", "nation", "--from", "2020"],
            ["Side by side", "The groups in 2022"],
        ),
        (["divergence", "--period", "2017"], ["How many of each type", "Nottingham"]),
        (["divergence", "--level", "region", "--measure", "job"], ["Yorkshire and The Humber"]),
        (["divergence", "Hartlepool"], ["jobs here for every hundred", "by the hour worked"]),
    ],
)
def test_a_page(tmp_path: Path, arguments: list[str], holds: list[str]) -> None:
    page = tmp_path / "page.md"
    done = levelling(*arguments, "--out", str(page))
    assert done.returncode == 0, done.stderr
    text = page.read_text(encoding="utf-8")
    assert all(part in text for part in holds)


@pytest.mark.parametrize("average", list(Average))
def test_every_place_stands_in_the_corner_of_its_kind(average: Average) -> None:
    """The picture and the label speak of one average: whoever falls behind is in the corner that says so."""
    atlas = Atlas.open()
    page = national.document(atlas, quadrants(atlas, Level.ITL3, (2008, 2017), average=average))
    figures = [block for section in page.sections for block in section.blocks if isinstance(block, Figure)]
    (chart,) = (chart for block in figures for chart in block.charts if isinstance(chart, Scatter))
    level_up = chart.level if chart.level_up is None else chart.level_up
    for spot in chart.spots:
        kind = Growth.of(spot.across, spot.up, average=chart.level, average_growth=level_up)
        assert chart.bands[spot.band or 0] == kind.value
