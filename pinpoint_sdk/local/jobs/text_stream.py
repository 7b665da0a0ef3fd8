"""A file of a job as text, read a little at a time, so that what it costs is bounded."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Generator
from contextlib import closing, contextmanager
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

from attrs import define

from pinpoint_sdk.local.quotas import MEGABYTE

if TYPE_CHECKING:
    from typing_extensions import Buffer

GROWTH = 100
"""How many times its size a file of gzip may unpack to, the first megabyte apart.

Files of endpoints unpack to five to twenty times their size.
"""
_GZIP_MAGIC = b"\x1f\x8b"
_READ = 8192


class BadFile(Exception):
    """A file cannot be read; the text says why, and quotes nothing of the file."""


class TooManyBytes(BadFile):
    """The files of a job have more bytes than it may read."""


@define
class ByteCount:
    """How many bytes the files of a job have had so far, unpacked, and how many they may have.

    AWS explains its 1 GB a job as 250,000 endpoints of 4 KB: it counts what was unpacked.
    """

    limit: int
    used: int = 0

    def add(self, number: int) -> None:
        """Count bytes.

        Raises:
            TooManyBytes: There are more than the limit.
        """
        self.used += number
        if self.used > self.limit:
            raise TooManyBytes(f"The files have more than {self.limit} bytes")


@contextmanager
def open_text(body: Any, count: ByteCount, newline: str) -> Generator[TextIO, None, None]:
    """Read the body of an object in S3, plain or packed with gzip, as text, and close it.

    Args:
        body: The body, as boto3 gives it.
        count: Counts its bytes.
        newline: As in ``io.TextIOWrapper``.

    Raises:
        BadFile: In the block: S3 does not send it, the data is damaged, not UTF-8 or too much.
    """
    with closing(body):
        try:
            raw = _Unpacked(_Source(body), count)
            yield io.TextIOWrapper(io.BufferedReader(raw, _READ), "utf-8-sig", newline=newline)
        except UnicodeDecodeError as error:
            raise BadFile("it is not encoded in UTF-8") from error


class _Source:
    """What S3 sends: counted, and read in small parts, so that growth shows at once."""

    def __init__(self, body: Any) -> None:
        self._body = body
        self._start = b""
        self.taken = 0
        self._start = self.read(len(_GZIP_MAGIC))
        self.is_gzip = self._start == _GZIP_MAGIC

    def read(self, size: int) -> bytes:
        if self._start:
            start, self._start = self._start, b""
            return start
        try:
            data: bytes = self._body.read(min(size, _READ))
        except Exception as error:  # any failure of boto3 or below it
            raise BadFile(str(error)) from error
        self.taken += len(data)
        return data


class _Unpacked(io.RawIOBase):
    """The bytes of a source, counted for the job."""

    def __init__(self, source: _Source, count: ByteCount) -> None:
        self._source = source
        self._count = count
        self._size = 0
        plain = cast("IO[bytes]", source)
        self._file = gzip.GzipFile(fileobj=plain, mode="rb") if source.is_gzip else plain

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        view = memoryview(buffer)
        try:
            data = self._file.read(len(view))
        except (OSError, EOFError, zlib.error) as error:
            raise BadFile("the gzip data is damaged") from error
        self._size += len(data)
        self._count.add(len(data))
        if self._source.is_gzip and self._size > MEGABYTE + GROWTH * self._source.taken:
            raise BadFile(f"the gzip data unpacks to more than {GROWTH} times its size")
        view[: len(data)] = data
        return len(data)
