"""O*NET's workbooks as tables: zones, activities and neighbours by number, and what is refused."""

from pathlib import Path

import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.contract import Tidy
from levelling.sources.inputs import Cell
from levelling.sources.onet import SOURCE
from levelling.sources.onet.moves import moves
from levelling.sources.onet.tidy import ACTIVITIES, OCCUPATIONS, RELATED, TASKS, ZONES, tidy
from tests.unit.sources.sheets import WithSheets

Sheets = dict[tuple[str, str], list[list[Cell]]]
LATER = sorted(set(moves().values()))
CODE = "O*NET-SOC Code"


@pytest.fixture
def sheets() -> Sheets:
    later: list[list[Cell]] = [[code, f"Title of {code}", "A sentence."] for code in LATER]
    return {
        (OCCUPATIONS, "Occupation Data"): [
            [CODE, "Title", "Description"],
            ["00-0002.00", "Pointers", "A sentence."],
            ["00-0001.00", "Layers", "A sentence."],
            *later,
        ],
        (ZONES, "Job Zones"): [[CODE, "Title", "Job Zone"], ["00-0001.00", "Layers", 2.0]],
        (ACTIVITIES, "DWA Reference"): [
            ["IWA ID", "DWA ID", "DWA Title"],
            ["i", "d2", "Point walls."],
            ["i", "d1", "Lay bricks."],
        ],
        (TASKS, "Tasks to DWAs"): [
            [CODE, "Task", "DWA ID"],
            ["00-0001.00", "Lay them.", "d2"],
            ["00-0001.00", "Lay them.", "d1"],
            ["00-0001.00", "Lay more.", "d1"],
        ],
        (RELATED, "Related Occupations"): [
            [CODE, "Related O*NET-SOC Code", "Index"],
            ["00-0001.00", LATER[0], 2.0],
            ["00-0001.00", "00-0002.00", 1.0],
        ],
    }


def tables(folder: Path, sheets: Sheets) -> Tidy:
    return tidy(WithSheets(folder, SOURCE.files, sheets))


def test_occupations_hold_zone_activities_and_neighbours_the_nearest_first(tmp_path: Path, sheets: Sheets) -> None:
    rows = tables(tmp_path, sheets).tables["onet_occupations"].rows()
    assert rows[0] == (0, "00-0001.00", "Layers", 2, [0, 1], [1, 2])
    assert rows[1] == (1, "00-0002.00", "Pointers", None, [], [])


def test_activities_are_terms_and_no_sentence_is_carried_over(tmp_path: Path, sheets: Sheets) -> None:
    found = tables(tmp_path, sheets)
    assert found.tables["onet_activities"].rows() == [(0, "d1", "Lay bricks"), (1, "d2", "Point walls")]
    assert "sentence" not in str([frame.rows() for frame in found.tables.values()])


def test_codes_that_moved_are_listed_once(tmp_path: Path, sheets: Sheets) -> None:
    rows = tables(tmp_path, sheets).tables["onet_moves"].rows()
    assert rows == sorted(moves().items())
    assert all(old != new for old, new in rows)


@pytest.mark.parametrize(
    ("key", "row", "said"),
    [
        ((ZONES, "Job Zones"), ["00-0001.00", "Layers", 6.0], "1 job zone.* not 1 to 5, such as '6'"),
        ((ZONES, "Job Zones"), ["00-0009.00", "Nobody", 2.0], "00-0009.00"),
        ((TASKS, "Tasks to DWAs"), ["00-0001.00", "Lay them.", "d9"], "names d9"),
        ((RELATED, "Related Occupations"), ["00-0001.00", "00-0009.00", 3.0], "names 00-0009.00"),
        ((ACTIVITIES, "DWA Reference"), ["i", None, "Nothing."], r"1 row.* without DWA ID and DWA Title"),
    ],
)
def test_odd_rows_are_refused(tmp_path: Path, sheets: Sheets, key: tuple[str, str], row: list[Cell], said: str) -> None:
    sheets[key].append(row)
    with pytest.raises(SourceChanged, match=said):
        tables(tmp_path, sheets)


def test_a_lost_successor_and_another_layout_are_refused(tmp_path: Path, sheets: Sheets) -> None:
    sheets[OCCUPATIONS, "Occupation Data"].pop()
    with pytest.raises(SourceChanged, match=r"1 code\(s\) are not in"):
        tables(tmp_path, sheets)
    sheets[ZONES, "Job Zones"] = [["Code", "Zone"], ["00-0001.00", 2.0]]
    with pytest.raises(SourceChanged, match="Job Zone"):
        tables(tmp_path, sheets)


def test_an_empty_sheet_is_refused(tmp_path: Path, sheets: Sheets) -> None:
    sheets[OCCUPATIONS, "Occupation Data"] = sheets[OCCUPATIONS, "Occupation Data"][:1]
    with pytest.raises(SourceChanged, match="has no row"):
        tables(tmp_path, sheets)
