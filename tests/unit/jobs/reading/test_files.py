"""Files as people have them: shapes, encodings, and everything that can be wrong with them."""

import gzip
import json
from pathlib import Path

import pytest

from levelling.core.errors import UserError
from levelling.jobs.reading import streams
from levelling.jobs.reading.records import Broken, Record, records
from levelling.jobs.reading.streams import Source, lines
from tests.unit.jobs.reading.world import faults, vacancies

HEAD = "id,title,employer,place,salary\n"


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def rows(path: Path) -> list[Record | Broken]:
    return list(records(Source(path, "file")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252"])
def test_any_encoding(tmp_path: Path, encoding: str) -> None:
    path = put(tmp_path, "v.csv", (HEAD + "1,Café cook,A,Hartlepool,£13 per hour\n").encode(encoding))
    read = vacancies(path)
    assert [one.title for one in read.good] == ["Café cook"]
    assert read.good[0].pay is not None
    assert read.good[0].pay.least == 13
    told = any("not UTF-8" in fault.reason for fault in read.noted)
    assert told == (encoding in {"latin-1", "cp1252"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_end_of_line(tmp_path: Path, delimiter: str, end: str) -> None:
    text = (HEAD + '1,"Cook, or ""chef""",A,Hartlepool,£13 per hour\n2,Porter,B,Leeds,\n').replace("\n", end)
    if delimiter != ",":
        text = text.replace("Cook, or", "Cook or").replace(",", delimiter)
    assert [one.id for one in vacancies(put(tmp_path, "v.csv", text)).good] == ["1", "2"]


def test_a_cell_over_several_lines_keeps_them(tmp_path: Path) -> None:
    path = put(tmp_path, "v.csv", 'id,title,description\n1,Cook,"No driving\nlicence needed"\n')
    record = rows(path)[0]
    assert isinstance(record, Record)
    assert record.fields["description"] == "No driving\nlicence needed"


def test_nuls_are_left_out(tmp_path: Path) -> None:
    assert vacancies(put(tmp_path, "v.csv", HEAD + "1,Co\0ok,A,Leeds,\n")).good[0].title == "Cook"


def test_json_in_its_shapes(tmp_path: Path) -> None:
    one = {"@type": "JobPosting", "title": "Cook", "identifier": "1"}
    two = {"@type": "JobPosting", "title": "Porter", "identifier": "2"}
    forms = {
        "object": json.dumps(one),
        "spread": json.dumps(one, indent=2),
        "array": json.dumps([one, two]),
        "array-spread": json.dumps([one, two], indent=2),
        "graph": json.dumps({"@context": "x", "@graph": [one, two]}),
        "graph-spread": json.dumps({"@context": "x", "@graph": [one, two]}, indent=1),
        "items": json.dumps({"itemListElement": [{"item": one}, {"item": two}]}),
        "lines": f"{json.dumps(one)}\n\n{json.dumps(two)}\n",
        "marked": f"\ufeff{json.dumps([one, two])}",
    }
    for name, text in forms.items():
        ids = [item.id for item in vacancies(put(tmp_path, f"{name}.json", text)).good]
        assert ids == (["1"] if name in {"object", "spread"} else ["1", "2"]), name


def test_packed_files(tmp_path: Path) -> None:
    path = put(tmp_path, "v.jsonl.gz", gzip.compress(b'{"title": "Cook", "id": 1}\n' * 2 + b'{"title": "Porter", "id": 2}'))
    read = vacancies(path)
    assert [(one.id, one.merged) for one in read.good] == [("1", ("1",)), ("2", ())]


def test_a_bomb_a_stub_and_a_false_packed_file_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "_PACKED_FREELY", 1_000_000)
    with pytest.raises(UserError, match="times its size"):
        vacancies(put(tmp_path, "bomb.gz", gzip.compress(b'{"title":"' + b" " * 30_000_000)))
    with pytest.raises(UserError, match="damaged"):
        vacancies(put(tmp_path, "stub.gz", gzip.compress(b'{"title": "Cook"}')[:8]))
    with pytest.raises(UserError, match="packed and damaged"):
        vacancies(put(tmp_path, "false.gz", b"\x1f\x8bnot at all"))


def test_of_a_packed_file_that_is_cut_short_the_rows_there_are_are_used(tmp_path: Path) -> None:
    packed = gzip.compress("".join(f'{{"title": "Cook", "id": "{n * 7919 % 999_983}"}}\n' for n in range(3000)).encode())
    read = vacancies(put(tmp_path, "cut.gz", packed[: len(packed) // 2]))
    assert 0 < len(read.good) < 3000
    assert any("cut short" in fault.reason for fault in read.noted)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("book.xlsx", b"PK\x03\x04" + b"\0" * 100),
        ("paper.pdf", b"%PDF-1.7"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("empty.csv", b""),
        ("blank.csv", b"\n\n  \n"),
        ("heading.csv", b"id,title\n"),
    ],
)
def test_what_is_no_file_of_records_is_refused_in_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(UserError, match=name):
        vacancies(put(tmp_path, name, content))


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/urandom", "/dev/null", "/nowhere/at/all", "/dev"])
def test_devices_and_folders_are_refused(name: str) -> None:
    with pytest.raises(UserError):
        vacancies(Path(name))


def test_a_broken_row_does_not_stop_the_others(tmp_path: Path) -> None:
    deep = "[" * 100_000
    text = (
        '{"title": "Cook", "id": 1}\n{"title": \n[1]\n"x"\n' + f'{{"title": {deep}\n' + '{"title": "Porter", "id": 9' + "1" * 5000
    )
    text += '}\n{"title": "Porter", "id": 2}\n'
    read = vacancies(put(tmp_path, "v.jsonl", text))
    assert [one.id for one in read.good] == ["1", "2"]
    assert read.refused_count == 5
    assert [fault.row for fault in read.refused] == [2, 3, 4, 5, 6]


def test_a_broken_element_of_an_array_does_not_lose_those_behind_it(tmp_path: Path) -> None:
    text = '[{"title": "Cook", "id": 1}, {"title": nonsense, "id": 2}, {"title": "Porter", "id": 3}, {"title": "Cut'
    read = vacancies(put(tmp_path, "v.json", text))
    assert [one.id for one in read.good] == ["1", "3"]
    assert read.refused_count == 2


def test_a_quotation_that_is_never_closed_loses_one_row(tmp_path: Path) -> None:
    text = HEAD + '1,Cook,A,Leeds,\n2,"Porter,B,Leeds,\n3,Cook,C,Leeds,\n4,Cook,D,Leeds,\n'
    read = vacancies(put(tmp_path, "v.csv", text))
    assert [one.id for one in read.good] == ["1", "3", "4"]
    assert (3, "", "a quotation mark in it is never closed") in faults(read)


def test_a_row_with_too_many_cells_is_refused_and_a_short_one_is_used(tmp_path: Path) -> None:
    read = vacancies(put(tmp_path, "v.csv", HEAD + "1,Cook,A,Leeds,£13 an hour,and more\n2,Porter\n"))
    assert [one.id for one in read.good] == ["2"]
    assert (2, "", "it has 6 cells under 5 headings") in faults(read)


def test_a_description_of_ten_million_signs_is_read(tmp_path: Path) -> None:
    long = "Care for people. " * 600_000
    csv_file = put(tmp_path, "v.csv", f'id,title,description\n1,Cook,"{long}"\n2,Porter,short\n')
    json_file = put(
        tmp_path, "v.jsonl", f"{json.dumps({'title': 'Cook', 'id': 3, 'description': long})}\n" + '{"title": "Porter"}\n'
    )
    assert len(vacancies(csv_file).good) == len(vacancies(json_file).good) == 2


def test_two_files_that_disagree_on_columns(tmp_path: Path) -> None:
    one = put(tmp_path, "one.csv", "Reference;Job Title;Location;Hourly mood\nA;Cook;Leeds;fine\n")
    two = put(tmp_path, "two.csv", "position,ref,town\nPorter,B,Hartlepool\n")
    read = vacancies(one, two)
    assert [(item.id, item.title, item.point is not None) for item in read.good] == [("A", "Cook", True), ("B", "Porter", True)]
    assert any(fault.field == "Hourly mood" and fault.file == "one.csv" for fault in read.noted)


@pytest.mark.parametrize("chunk", [1, 2, 3, 7, 64])
def test_where_pieces_of_a_file_begin_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    values = [{"title": "Café £1", "id": 1}, {"title": "b", "n": [1, {"x": 2}]}, {"title": "c\nd"}]
    array = put(tmp_path, "a.json", json.dumps(values, ensure_ascii=False))
    table = put(tmp_path, "a.csv", 'title,id\r\n"Café ""£""",1\r\n"b\nc",2\r\n')
    whole = rows(array), rows(table)
    monkeypatch.setattr(streams, "_CHUNK", chunk)
    assert (rows(array), rows(table)) == whole
    assert [one.fields for one in whole[0] if isinstance(one, Record)] == values


def test_a_line_that_is_too_long_is_told_and_the_next_is_read() -> None:
    found = list(lines(["a" * 30, "b\nshort\n"], longest=20))
    assert [isinstance(line, streams.TooLong) for line in found] == [True, False]
    assert found[1] == "short"
    with pytest.raises(UserError, match="no ends of lines"):
        list(lines(("x" * 100 for _ in range(10)), longest=20))
