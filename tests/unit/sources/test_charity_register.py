"""Lists of charities: columns under many titles, and every kind of bad row."""

import gzip
from pathlib import Path

import pytest

from levelling.core.errors import SourceChanged, UserError
from levelling.core.service import Problem, Service
from levelling.sources.charity_register.read import read_charities

HEADING = "name,number,postcode,activities,objects,income"


def read(path: Path, text: str | bytes) -> tuple[list[Service], list[Problem]]:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    entries = list(read_charities(path))
    return [one for one in entries if isinstance(one, Service)], [one for one in entries if isinstance(one, Problem)]


def test_a_charity_is_a_service_and_its_provider(tmp_path: Path) -> None:
    services, problems = read(
        tmp_path / "c.csv", f'{HEADING}\nStep On,123,TS24 7AA,"Runs a job club every week",Relief,"£1,234"\n'
    )
    assert problems == []
    (found,) = services
    assert found.provider is not None
    assert (found.id, found.provider.number, found.provider.income) == ("123", "123", 1234.0)
    assert (found.postcodes, found.description) == (("TS24 7AA",), "Runs a job club every week")


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_other_titles_and_other_marks_between_cells(tmp_path: Path, between: str) -> None:
    rows = [["Charity Name", "Registered Charity Number", "Charity activities"], ["Step On", "7", "Help to find paid work"]]
    services, problems = read(tmp_path / "c.csv", "\n".join(between.join(row) for row in rows))
    assert [one.name for one in services] == ["Step On"]
    assert problems == []


def test_what_it_may_do_counts_only_where_it_does_not_say_what_it_does(tmp_path: Path) -> None:
    text = f"{HEADING}\nA,1,,Runs a club for everybody,Relief of debt,\nB,2,,,Relief of debt,\n"
    services, _ = read(tmp_path / "c.csv", text)
    assert [one.description for one in services] == ["Runs a club for everybody", "Relief of debt"]


@pytest.mark.parametrize(
    ("row", "field", "used", "says"),
    [
        (",5,,Runs a club for everybody,,", "name", False, "no name"),
        ("A,,,Runs a club for everybody,,", "number", True, "no number"),
        ("A,5,,,,", "activities", True, "does not say what it does"),
        ("A,5,,Runs a club for everybody,,-20", "income", True, "below nought"),
        ("A,5,,Runs a club for everybody,,much", "income", True, "not an amount"),
        ("A,5,,Runs a club for everybody,,nan", "income", True, "not an amount"),
        ("A,5,,<b>Runs</b> a club for everybody,,", "activities", True, "HTML"),
        ("=A,5,,Runs a club for everybody,,", "name", True, "spreadsheet"),
        ("A,5,,Runs a club for everybody", "", False, "4 cells for 6 columns"),
        (f"A,5,,{'long ' * 5000},,", "activities", True, "longer than 20,000"),
    ],
)
def test_each_bad_thing_is_told_with_its_row(tmp_path: Path, row: str, field: str, used: bool, says: str) -> None:
    services, problems = read(tmp_path / "c.csv", f"{HEADING}\nGood,1,,Runs a club for everybody,,\n{row}\n")
    assert [problem.row for problem in problems] == [2] * len(problems)
    told = next(problem for problem in problems if problem.field == field)
    assert says in told.reason
    assert told.entry_used is used
    assert len(services) == 1 + used


def test_charities_that_have_gone_are_not_on_offer(tmp_path: Path) -> None:
    text = "name,number,activities,active\nA,1,Runs a club for everybody,False\nB,2,Runs a club for everybody,True\n"
    services, _ = read(tmp_path / "c.csv", text)
    assert [one.standing.open for one in services] == [False, True]


def test_windows_text_is_read_and_told_of(tmp_path: Path) -> None:
    services, problems = read(tmp_path / "c.csv", f"{HEADING}\nCafé,1,,Runs a club for everybody,,\n".encode("cp1252"))
    assert services[0].name == "Café"
    assert "Windows-1252" in problems[0].reason


def test_a_packed_table_that_breaks_off_gives_what_it_holds(tmp_path: Path) -> None:
    rows = "".join(f"Charity {at},{at},,Runs club number {at} for everybody,,\n" for at in range(3000))
    whole = gzip.compress(f"{HEADING}\n{rows}".encode())
    services, problems = read(tmp_path / "c.csv.gz", whole[: len(whole) // 2])
    assert 0 < len(services) < 3000
    assert "breaks off" in problems[-1].reason


@pytest.mark.parametrize(
    ("heading", "says"), [("a,b", "no column of name"), ("name,number", "activities or objects"), ("", "no heading")]
)
def test_another_table_is_refused_in_a_sentence(tmp_path: Path, heading: str, says: str) -> None:
    with pytest.raises(SourceChanged, match=says):
        read(tmp_path / "c.csv", f"{heading}\n1,2\n")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        list(read_charities(tmp_path / "none.csv"))


def test_nul_bytes_and_a_cell_without_end_do_no_harm(tmp_path: Path) -> None:
    services, _ = read(tmp_path / "c.csv", f"{HEADING}\nA\0,1,,Runs a club for everybody,,\n")
    assert services[0].name == "A"
    services, problems = read(tmp_path / "d.csv", f'{HEADING}\nA,1,,"{"x" * 1_200_000}\n')
    assert services == []
    assert "cannot be read as a row" in problems[0].reason
