"""Writing a file whole or not at all; reading a user's own file, within limits."""

import errno
import os
import secrets
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
        size = f"{most // 1_000_000} million" if most >= 1_000_000 else f"{most:,}"
        raise OSError(errno.EFBIG, f"it is larger than {size} bytes")
    return content


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file by one rename: until then what stood there before is untouched, and nothing is left behind on failure.

    Where the system knows files without names, a program that is killed while it writes leaves nothing behind either.
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
    part: Path | None = None
    handle = _nameless(path.parent)
    if handle is None:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=_prefix(path), suffix=".part")
        part = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
            os.fchmod(stream.fileno(), 0o666 & ~mask)
            part = part or _named(stream.fileno(), path)
        part.replace(path)
    except BaseException:
        if part is not None:
            part.unlink(missing_ok=True)
        raise


def _nameless(folder: Path) -> int | None:
    """A file without a name, which a program that is killed leaves nowhere; `None` where the system has no such thing."""
    if not hasattr(os, "O_TMPFILE") or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
    except OSError as error:
        if error.errno in {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL}:
            return None
        raise


def _named(handle: int, path: Path) -> Path:
    """A name for a file that has none, beside the one it is to replace."""
    while True:
        part = path.parent / f"{_prefix(path)}{secrets.token_hex(4)}.part"
        try:
            # Only with a folder given does Python follow the link; an absolute path does not look at which.
            os.link(f"/proc/self/fd/{handle}", part, src_dir_fd=handle, follow_symlinks=True)
        except FileExistsError:
            continue
        return part


def _prefix(path: Path) -> str:
    return f".{path.name[:_KEPT_OF_NAME]}."


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
