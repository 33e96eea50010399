"""One way for every verb to answer: JSON, CSV, a page, or a table."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from levelling.cli.output import answer
from levelling.core.errors import UserError

RECORDS: list[dict[str, Any]] = [
    {"area": "E1", "name": "Ash, Upper", "value": 1.25, "rank": 12000, "why": ["a"]},
    {"area": "E2", "name": "Beck", "value": None, "rank": 2},
]


def _ask(*, as_json: bool = False, as_csv: bool = False, out: Path | None = None) -> None:
    columns = {"name": "Area", "value": "Value", "rank": "Rank"}
    answer(RECORDS, title="A title", columns=columns, as_json=as_json, as_csv=as_csv, out=out, notes=["A note."])


def test_json_is_the_records(capsys: pytest.CaptureFixture[str]) -> None:
    _ask(as_json=True)
    assert json.loads(capsys.readouterr().out) == RECORDS


def test_csv_is_flat_and_leaves_blanks_blank(capsys: pytest.CaptureFixture[str]) -> None:
    _ask(as_csv=True)
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows[0] == {"area": "E1", "name": "Ash, Upper", "value": "1.25", "rank": "12000"}
    assert rows[1]["value"] == ""


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1"])
def test_what_a_spreadsheet_would_run_is_text_in_csv(capsys: pytest.CaptureFixture[str], text: str) -> None:
    records = [{"name": text, "low": "-1.5", "value": -2.0}]
    answer(records, title="", columns={}, as_json=False, as_csv=True)
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row == {"name": f"'{text}", "low": "-1.5", "value": "-2.0"}


def test_a_table_for_people_has_notes(capsys: pytest.CaptureFixture[str]) -> None:
    _ask()
    out = capsys.readouterr().out
    assert "12,000" in out
    assert out.rstrip().endswith("A note.")


def test_two_forms_at_once_are_refused() -> None:
    with pytest.raises(UserError, match="one form"):
        _ask(as_json=True, as_csv=True)


@pytest.mark.parametrize("name", ["page.docx", "page", "page.HTM"])
def test_a_page_of_an_unknown_form_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match=r"\.html"):
        _ask(out=tmp_path / name)
    assert list(tmp_path.iterdir()) == []
