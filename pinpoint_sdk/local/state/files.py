"""Files that are replaced as a whole or not at all, and read only if they are files."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

LARGEST = 512 * 1024 * 1024
"""The most bytes of a file: some 250,000 endpoints, and as many messages."""

_SUFFIX = ".saving"
_KINDS = {
    stat.S_IFBLK: "a device",
    stat.S_IFCHR: "a device",
    stat.S_IFDIR: "a directory",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}


def replace_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Replace a file, or leave it as it was; links are followed.

    What a process that was killed meanwhile left beside it is removed.

    Raises:
        OSError: It cannot be written, is too large, or the path is that of something else.
    """
    if len(content) > LARGEST:
        raise OSError(errno.EFBIG, f"More than {LARGEST} bytes to write", os.fspath(path))
    with suppress(FileNotFoundError):
        _check_kind(path, Path(path).stat().st_mode)
    target = Path(path).resolve()
    remove_leftovers(target)
    with _begin(target) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "win32":
                file.close()  # it cannot replace an open file
            Path(file.name).replace(target)
        except BaseException:
            file.close()
            with suppress(OSError):
                Path(file.name).unlink()
            raise


def read_file(path: str | os.PathLike[str]) -> bytes:
    """Read a file; links are followed.

    Raises:
        OSError: It cannot be read, is too large, or the path is that of something else.
    """
    _check_kind(path, Path(path).stat().st_mode)  # first: to open a device may do something
    remove_leftovers(Path(path).resolve())
    with open(path, "rb", opener=_open_at_once) as file:
        _check_kind(path, os.fstat(file.fileno()).st_mode)
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise OSError(errno.EFBIG, f"More than {LARGEST} bytes", os.fspath(path))
    return content


def remove_leftovers(target: Path) -> None:
    """Remove what killed processes left of their attempts to replace a file.

    Who still writes has locked what it writes; Windows does not remove a file that is open.
    """
    for leftover in _leftovers(target):
        with suppress(OSError), open(leftover, "rb", opener=_open_at_once) as file:
            _lock(file, wait=False)
            if sys.platform == "win32":
                file.close()
            leftover.unlink()


def _leftovers(target: Path) -> Iterator[Path]:
    prefix = _prefix(target)
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if (
                entry.name.startswith(prefix)
                and entry.name.endswith(_SUFFIX)
                and entry.is_file(follow_symlinks=False)
            ):
                yield Path(entry.path)


def _prefix(target: Path) -> str:
    return f".{target.name}."


def _begin(target: Path) -> IO[bytes]:
    """Create a locked file beside another; one that somebody removed before the lock is no use."""
    while True:
        file = NamedTemporaryFile(  # noqa: SIM115  it is closed by the caller
            dir=target.parent, prefix=_prefix(target), suffix=_SUFFIX, delete=False
        )
        with suppress(OSError):  # not every file system has locks; it is not removed there either
            _lock(file, wait=True)
        if Path(file.name).exists():
            return file
        file.close()


def _lock(file: IO[bytes], *, wait: bool) -> None:
    """Lock a file until it is closed, or its process ends.

    Raises:
        OSError: Somebody else has locked it, or it cannot be locked.
    """
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def _check_kind(path: str | os.PathLike[str], mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = _KINDS.get(stat.S_IFMT(mode), "something else")
        code = errno.EISDIR if stat.S_ISDIR(mode) else errno.EINVAL
        raise OSError(code, f"Not a regular file but {kind}", os.fspath(path))


def _open_at_once(path: str, flags: int) -> int:
    """Open without waiting for the other end of a pipe."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
