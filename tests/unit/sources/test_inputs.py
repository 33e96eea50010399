from pathlib import Path

import pytest

from levelling.core.errors import SourceChanged
from levelling.sources.inputs import Inputs


def read(folder: Path, raw: bytes) -> list[tuple[str, ...]]:
    (folder / "places.csv").write_bytes(raw)
    return Inputs(folder, ["places.csv"]).csv("places.csv", ["code", "name", "value"]).rows()


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_whole_file_is_read_whatever_its_last_line_ends_in(tmp_path: Path, end: bytes) -> None:
    rows = read(tmp_path, b'\xef\xbb\xbfcode,name,value\nE06000001,Hartlepool,1\nE06000023,"Bristol, City of",2' + end)
    assert rows == [("E06000001", "Hartlepool", "1"), ("E06000023", "Bristol, City of", "2")]


@pytest.mark.parametrize("last", [b"E06", b"E06000023,", b'E06000023,"Bristol, Ci', b"E06000023,Bristol"])
def test_a_file_that_breaks_off_in_a_row_is_refused(tmp_path: Path, last: bytes) -> None:
    with pytest.raises(SourceChanged, match=r"places\.csv .*truncated"):
        read(tmp_path, b"code,name,value\nE06000001,Hartlepool,1\n" + last)


def test_a_file_of_a_heading_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceChanged, match=r"places\.csv holds a heading and no rows"):
        read(tmp_path, b"code,name,value\n")
