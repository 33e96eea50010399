"""A program that is killed while it writes leaves nothing behind: neither half a file nor a temporary one."""

import os
import signal
from pathlib import Path
from unittest.mock import patch

import pytest

from levelling.atlas.files import write_atomically


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="needs files without names")
def test_killed_before_the_end(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("before", "utf-8")
    child = os.fork()
    if child == 0:  # pragma: no cover - the child is killed
        with patch("os.fsync", lambda _: os.kill(os.getpid(), signal.SIGKILL)):
            write_atomically(path, b"after")
        os._exit(0)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    assert [(file.name, file.read_text("utf-8")) for file in tmp_path.iterdir()] == [("people.csv", "before")]
    write_atomically(path, b"after")
    assert [(file.name, file.read_text("utf-8")) for file in tmp_path.iterdir()] == [("people.csv", "after")]


def test_where_files_have_names_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with patch("levelling.atlas.files._nameless", return_value=None):
        write_atomically(path, b"one")
        with patch("os.fsync", side_effect=OSError(28, "full")), pytest.raises(OSError, match="full"):
            write_atomically(path, b"two")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.csv", b"one")]
