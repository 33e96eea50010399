import errno
import os
from pathlib import Path

import pytest

from levelling.core.area import Area, Level
from levelling.core.errors import UserError
from levelling.plan import file_name, save
from tests.unit.plan import made


def test_it_writes_the_whole_page_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    target = save(made.page(), tmp_path / "plan.html")
    assert target.read_text("utf-8").rstrip().endswith("</html>")
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"cannot be written to .*nowhere.*no such file") as caught:
        save(made.page(), tmp_path / "nowhere" / "plan.html")
    assert "--out" in str(caught.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="it is a folder"):
        save(made.page(), tmp_path)


def test_a_full_disk_leaves_the_old_page_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "plan.html"
    target.write_text("the old page")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UserError, match="the disk is full"):
        save(made.page(), target)
    assert target.read_text() == "the old page"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("Hartlepool", Level.LAD, "hartlepool.html"),
        ("King's Lynn and West Norfolk", Level.LAD, "kings-lynn-and-west-norfolk.html"),
        ("North East", Level.REGION, "north-east-region.html"),
    ],
)
def test_a_file_is_named_after_its_place(name: str, level: Level, expected: str) -> None:
    assert file_name(Area("X", name, level, "E")) == expected
