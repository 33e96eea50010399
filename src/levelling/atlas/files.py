"""Writing a file whole or not at all; reading a user's own file, within limits."""

import errno
import os
import stat
import tempfile
from pathlib import Path

_KEPT_OF_NAME = 40  # a file system bounds the length of a name, and the temporary name must fit where the real one does

LARGEST_READ = 50_000_000
"""Bytes that a file of a user's own may hold."""


def read_within(path: Path, most: int = LARGEST_READ) -> bytes:
    """What a file holds, if it is not too large: a device that never ends is refused as well.

    Args:
        path: The file.
        most: Bytes that it may hold.

    Raises:
        OSError: It cannot be read, or is larger.
    """
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it is larger than {most // 1_000_000} million bytes")
    return content


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file by one rename: until then what stood there before is untouched, and nothing is left behind on failure.

    A link stays a link, and the file it leads to is written. A pipe or a device (`/dev/stdout`) is written as it stands:
    a rename would put a file in its place.

    Args:
        path: The file to write.
        content: Its bytes.

    Raises:
        OSError: The folder cannot be written, or the disk is full.
    """
    if _is_stream(path):
        with path.open("wb") as stream:
            stream.write(content)
        return
    path = path.resolve() if path.is_symlink() else path
    # The mode that any new file of this user would have; a temporary file is private.
    mask = os.umask(0)
    os.umask(mask)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:_KEPT_OF_NAME]}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.chmod(0o666 & ~mask)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
