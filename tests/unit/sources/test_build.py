"""The build: the same bytes each time, faults told whole, and the old figures safe whatever happens."""

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from levelling.atlas import Atlas
from levelling.atlas.ledger import LEDGER, read_ledger
from levelling.atlas.store import Store
from levelling.core.errors import ContractBroken, SourceChanged, UserError
from levelling.core.indicator import Release
from levelling.sources import build as building
from levelling.sources.contract import Source, Tidy
from levelling.sources.inputs import Inputs

RELEASE = Release("test-release", "A publisher", "A release", date(2024, 4, 16), "https://example.org/release", "OGL v3.0")
AREAS = ["E06000001", "E08000038"]


def _geography(_: Inputs) -> Tidy:
    return Tidy(
        tables={
            "areas": pl.DataFrame({"code": AREAS}),
            "small_areas": pl.DataFrame({"code": ["E01000001"]}),
            "area_changes": pl.DataFrame({"old_code": ["E08000016"], "new_code": ["E08000038"], "kind": ["recoded"]}),
        }
    )


def _rates(inputs: Inputs) -> Tidy:
    raw = inputs.csv(
        "rates.csv", {"code": pl.String, "year": pl.String, "rate": pl.Float64, "low": pl.Float64, "high": pl.Float64}
    )
    frame = raw.select(
        indicator=pl.lit("employment-rate"),
        category=pl.lit(""),
        area_code="code",
        period="year",
        value="rate",
        lower="low",
        upper="high",
        status=pl.when(pl.col("rate").is_null()).then(pl.lit("missing")).otherwise(pl.lit("normal")),
        release=pl.lit(RELEASE.id),
    )
    return Tidy(frame)


GEOGRAPHY = Source("ons-geography", (), (), _geography, "", "")
RATES = Source("test-rates", (RELEASE,), ("rates.csv",), _rates, "each year", "local authorities")
GOOD = "code,year,rate,low,high\nE06000001,2023,69.1,64.2,74.0\nE08000016,2023,70.0,66.0,74.0\nE06000001,2022,,,\n"


@pytest.fixture
def sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "discover", lambda: (GEOGRAPHY, RATES))


@pytest.fixture
def raw(tmp_path: Path) -> Callable[[str | bytes], Path]:
    def write(content: str | bytes) -> Path:
        folder = tmp_path / "raw"
        folder.mkdir(exist_ok=True)
        (folder / "rates.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.usefixtures("sources")
def test_a_table_that_is_worked_out_from_the_figures_is_kept_beside_them(
    raw: Callable[[str | bytes], Path], tmp_path: Path
) -> None:
    def counted(atlas: Atlas) -> list[dict[str, object]]:
        return [{"code": "all", "rows": atlas.store.query("SELECT count(*) FROM areas")[0][0]}]

    ledger = building.build(raw(GOOD), tmp_path / "out", derived={"counted": counted, "nothing": lambda _: []})
    store = Store(tmp_path / "out")
    assert store.query("SELECT code, rows FROM counted") == [("all", 2)]
    store.close()
    assert not [file for file in ledger.files if file.name == "nothing"]


@pytest.mark.usefixtures("sources")
def test_the_same_input_gives_the_same_bytes(raw: Callable[[str | bytes], Path], tmp_path: Path) -> None:
    folder = raw(GOOD)
    building.build(folder, tmp_path / "one")
    building.build(folder, tmp_path / "two")
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


@pytest.mark.usefixtures("sources")
def test_the_ledger_says_what_was_read(raw: Callable[[str | bytes], Path], tmp_path: Path) -> None:
    building.build(raw(GOOD), tmp_path / "out")
    ledger = read_ledger(tmp_path / "out")
    entry = ledger.entries["test-release"]
    assert entry.release == RELEASE
    assert (entry.rows, entry.areas, entry.first_period, entry.last_period) == (3, 2, "2022", "2023")
    assert len(ledger.inputs["test-rates"]["rates.csv"]) == 64


@pytest.mark.usefixtures("sources")
def test_an_old_code_becomes_the_new_one_and_the_newer_row_wins(raw: Callable[[str | bytes], Path], tmp_path: Path) -> None:
    ledger = building.build(raw(GOOD + "E08000038,2023,71.5,67.0,75.0\n"), tmp_path / "out")
    name = ledger.of_kind("estimates")[0].file
    frame = pl.read_parquet(tmp_path / "out" / name).filter(pl.col("area_code") == "E08000038")
    assert frame["value"].to_list() == [71.5]


@pytest.mark.usefixtures("sources")
@pytest.mark.parametrize(
    ("content", "error", "says"),
    [
        (GOOD.replace("rate,", "percent,"), SourceChanged, "lacks the column(s) rate"),
        (GOOD.encode() + b"E06000001,2021,6\xff,1,2\n", SourceChanged, "not UTF-8"),
        ("", SourceChanged, "empty"),
        (GOOD + "E06000001,2021,sixty,1,2\n", SourceChanged, "'sixty'"),
        (GOOD + "E06000001,2021,60,70,50\n", ContractBroken, "upside down"),
        (GOOD + "E06000001,2023,69.1,64.2,74.0\n", ContractBroken, "stands twice"),
        (GOOD + "E99999999,2023,69.1,64.2,74.0\n", ContractBroken, "E99999999"),
        (GOOD + "E06000001,2023/24,69.1,64.2,74.0\n", ContractBroken, "2023/24"),
        (GOOD + "E06000001,2021,60,50,\n", ContractBroken, "only one end"),
        (GOOD + "E06000001,2021,inf,50,70\n", ContractBroken, "not finite"),
        ('code,year,rate,low,high\nE06000001,2023,"69', SourceChanged, "rates.csv"),
    ],
)
def test_a_bad_file_is_refused_in_words_and_the_old_figures_stay(
    raw: Callable[[str | bytes], Path], tmp_path: Path, content: str | bytes, error: type[UserError], says: str
) -> None:
    out = tmp_path / "out"
    building.build(raw(GOOD), out)
    before = _bytes(out)
    with pytest.raises(error) as caught:
        building.build(raw(content), out)
    assert says in str(caught.value)
    assert _bytes(out) == before


@pytest.mark.usefixtures("sources")
def test_every_fault_is_listed_with_its_count(raw: Callable[[str | bytes], Path], tmp_path: Path) -> None:
    content = GOOD + "E06000001,2021,60,70,50\nE06000001,2020,60,70,50\nE06000001,2019,60,50,\n"
    with pytest.raises(ContractBroken) as caught:
        building.build(raw(content), tmp_path / "out")
    assert {(fault.what[:20], fault.count) for fault in caught.value.faults} == {
        ("only one end of the ", 1),
        ("the interval is upsi", 2),
    }


@pytest.mark.usefixtures("sources")
def test_a_missing_file_and_a_missing_folder_are_named(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    with pytest.raises(SourceChanged, match=r"rates\.csv is not in"):
        building.build(tmp_path / "raw", tmp_path / "out")
    with pytest.raises(UserError, match="is not there"):
        building.build(tmp_path / "nowhere", tmp_path / "out")


@pytest.mark.usefixtures("sources")
def test_a_full_disk_leaves_the_old_figures_whole(
    raw: Callable[[str | bytes], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    building.build(raw(GOOD), out)
    before = _bytes(out)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_parquet", full)
    with pytest.raises(UserError, match="disk is full"):
        building.build(raw(GOOD.replace("69.1", "68.1")), out)
    assert _bytes(out) == before


@pytest.mark.usefixtures("sources")
def test_a_kill_before_the_rename_leaves_the_old_figures_whole(
    raw: Callable[[str | bytes], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    building.build(raw(GOOD), out)
    old = (out / LEDGER).read_bytes()

    def killed(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        building.build(raw(GOOD.replace("69.1", "68.1")), out)
    assert (out / LEDGER).read_bytes() == old
    assert all((out / file.file).exists() for file in read_ledger(out).files)


@pytest.mark.usefixtures("sources")
def test_a_reader_of_the_old_figures_keeps_them_until_they_are_pruned(raw: Callable[[str | bytes], Path], tmp_path: Path) -> None:
    out = tmp_path / "out"
    old = building.build(raw(GOOD), out)
    new = building.build(raw(GOOD.replace("69.1", "68.1")), out)
    assert all((out / file.file).exists() for file in old.files)
    gone = building.prune(out)
    assert set(gone) == {file.file for file in old.files} - {file.file for file in new.files}
    assert old.of_kind("estimates")[0].file in gone
