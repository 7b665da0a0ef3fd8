"""Files, folders and documents, read one document at a time.

A file holds one JSON value, or one a line as export jobs write endpoints, plain or compressed with
gzip. What is read is bounded: a document, and all of them together, also once decompressed.
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import IO, Any, NoReturn, TypeAlias, cast

from attrs import define, evolve, frozen

from pinpoint_sdk.local.populate.places import Place, collecting
from pinpoint_sdk.local.populate.report import LeftOut
from pinpoint_sdk.local.times.dates import format_date

Source: TypeAlias = "str | os.PathLike[str] | Mapping[str, Any] | Sequence[Mapping[str, Any]]"
"""A file, a folder, a document, or a list of documents."""

DOCUMENT_BYTES = 64 * 1024 * 1024
"""What one document may have."""

_SUFFIXES = (".json", ".jsonl", ".ndjson", ".gz")
_GZIP_MAGIC = b"\x1f\x8b"


@frozen
class Document:
    """A JSON value and where it was."""

    value: object
    place: Place


@define
class Sources:
    """Reads sources; what cannot be read is among ``problems``, what is not JSON ``left_out``.

    Args:
        limit: How many bytes they may have together.
    """

    limit: int
    problems: list[str]
    left_out: list[LeftOut]
    _used: int = 0

    def documents(self, sources: Iterable[Source]) -> Iterator[Document]:
        """The documents in the sources, in order.

        Raises:
            TypeError: A source is of another type.
            OSError: A file cannot be read.
        """
        for number, source in enumerate(sources, start=1):
            with collecting(self.problems):
                if isinstance(source, (str, os.PathLike)):
                    yield from self._in_path(Path(source))
                else:
                    yield _given(source, Place(f"document {number}"))

    def _in_path(self, path: Path) -> Iterator[Document]:
        if not path.is_dir():
            yield from self._in_file(path)
            return
        files = sorted(Path(folder, name) for folder, _, names in os.walk(path) for name in names)
        if not any(file.name.lower().endswith(_SUFFIXES) for file in files):
            raise Place(str(path)).refusal(f"no file in it ends in {', '.join(_SUFFIXES)}")
        for file in files:
            if any(part.startswith(".") for part in file.relative_to(path).parts):
                continue
            if not file.name.lower().endswith(_SUFFIXES):
                why = f"its name does not end in {', '.join(_SUFFIXES)}"
                self.left_out.append(LeftOut(str(file), "the file", why))
            elif file.is_file():
                with collecting(self.problems):
                    yield from self._in_file(file)

    def _in_file(self, path: Path) -> Iterator[Document]:
        place = Place(str(path), path.absolute().parent.parts[::-1])
        with path.open("rb") as file:
            if file.peek(2)[:2] != _GZIP_MAGIC:
                yield from self._in_stream(file, place)
                return
            try:
                with gzip.GzipFile(fileobj=file) as stream:
                    yield from self._in_stream(cast("IO[bytes]", stream), place)
            except (gzip.BadGzipFile, EOFError, zlib.error) as error:
                raise place.refusal(
                    f"its gzip data is damaged ({error}); copy or download it again"
                ) from error

    def _in_stream(self, stream: IO[bytes], place: Place) -> Iterator[Document]:
        """One value, where the first line is not one by itself, or one a line."""
        first, number = b"", 0
        while not first.strip():
            number += 1
            first = self._read(stream.readline, place)
            if not first:
                raise place.refusal(
                    "it is empty, as after a call that failed; save the answer again, or remove it"
                )
        try:
            value = _parse(first)
        except ValueError:
            rest = self._read(stream.read, place, len(first))
            yield Document(_whole(first + rest, place), place)
            return
        line = self._read(stream.readline, place)
        if not line:
            yield Document(value, place)
            return
        yield Document(value, _at_line(place, number))
        while line:
            number += 1
            if line.strip():
                yield Document(_whole(line, _at_line(place, number)), _at_line(place, number))
            line = self._read(stream.readline, place)

    def _read(self, read: Any, place: Place, before: int = 0) -> bytes:
        most = min(DOCUMENT_BYTES - before, self.limit - self._used)
        content: bytes = read(most + 1)
        self._used += len(content)
        if self._used > self.limit:
            raise place.refusal(
                f"all files together have more than {self.limit} bytes; give fewer of them, or"
                " LocalPinpoint(quotas=Quotas(import_job_bytes=...)) a higher limit"
            )
        if len(content) > most:
            raise place.refusal(
                f"a document, or a line, has more than {DOCUMENT_BYTES} bytes; split it"
            )
        return content


def _at_line(place: Place, number: int) -> Place:
    return evolve(place, line=number)


def _given(source: object, place: Place) -> Document:
    """A document that was passed, as JSON has it: a date as text, a tuple as an array."""
    if isinstance(source, (bytes, bytearray)) or not isinstance(source, (Mapping, Sequence)):
        raise TypeError(
            f"populate: expected the path of a file or a folder, or an answer as a dict, got"
            f" {type(source).__name__}; unstructure() makes a dict of a model"
        )
    try:
        text = json.dumps(source, default=_plain, allow_nan=False)
    except (ValueError, RecursionError) as error:
        raise place.refusal(f"it cannot be written as JSON ({error})") from error
    return Document(_whole(text.encode("utf-8", "surrogatepass"), place), place)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return format_date(value)
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    raise TypeError(f"populate: a document cannot hold {type(value).__name__}, only JSON and dates")


def _whole(content: bytes, place: Place) -> object:
    try:
        return _parse(content)
    except ValueError as error:
        raise place.refusal(
            f"it is not JSON ({error}); the AWS CLI writes it with --output json"
        ) from error


def _parse(content: bytes) -> object:
    try:
        return json.loads(content, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
