"""Endpoints in files: CSV and JSON lines, plain or compressed with gzip.

What is wrong with a file is said without quoting it, since whoever may read the job may not be
allowed to read the file.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TextIO

from attrs import define
from botocore.model import ListShape, MapShape, Shape, StructureShape

from pinpoint_sdk.local.jobs.text_stream import BadFile
from pinpoint_sdk.local.protocol.bodies import parse_document, parse_json
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.service_model import service_model
from pinpoint_sdk.local.protocol.types import JSON
from pinpoint_sdk.local.quotas import MEGABYTE

LINE_CHARACTERS = MEGABYTE
"""The most that a line of JSON or a row of CSV may have: 64 times what an endpoint may."""
_INDEX = re.compile(r"\[\d+\]$")
_TOO_LONG = f"longer than {LINE_CHARACTERS} characters"


@define(frozen=True)
class Entry:
    """One endpoint of a file: its line, and its document or the problem with it."""

    line: int
    endpoint: JSON | None = None
    problem: str = ""


def read_endpoints(text: TextIO, form: str) -> Iterator[Entry]:
    """The endpoints of a file of the Format CSV or JSON, one by one.

    They are validated as those of UpdateEndpointsBatch are. In a CSV file the first
    row names the members: ``Id``, ``Location.Country``, ``Attributes.color``, ``Metrics.visits``,
    ``User.UserAttributes.name``. A list has a column for each value, of one name or numbered
    (``Attributes.color[0]``); an empty cell is ignored.

    Raises:
        BadFile: It cannot be read, its first row names a column that endpoints do not have, or a
            row is too long to find the next one. A line of JSON that is too long is skipped.
    """
    return _FORMS[form](text)


NEWLINES = {"CSV": "", "JSON": "\n"}
"""Where lines end in a file of each Format, as in ``io.TextIOWrapper``."""


def write_endpoints(endpoints: Iterable[JSON]) -> bytes:
    """JSON lines, compressed with gzip; the same endpoints make the same bytes."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        for endpoint in endpoints:
            file.write(f"{json.dumps(endpoint)}\n".encode())
    return packed.getvalue()


def _json_lines(text: TextIO) -> Iterator[Entry]:
    number = 0
    while line := text.readline(LINE_CHARACTERS + 1):
        number += 1
        if len(line) > LINE_CHARACTERS:
            _skip_line(line, text)
            yield Entry(number, problem=_TOO_LONG)
        elif not line.isspace():
            yield _json_entry(number, line)


def _skip_line(start: str, text: TextIO) -> None:
    while start and not start.endswith("\n"):
        start = text.readline(LINE_CHARACTERS)


def _json_entry(number: int, line: str) -> Entry:
    try:
        document = parse_json(line)
    except ValueError:
        return Entry(number, problem="it is not valid JSON")
    return _entry(number, document)


def _csv_rows(text: TextIO) -> Iterator[Entry]:
    """The first row is read at once, so that a bad one is reported before any other."""
    rows = _numbered_rows(text)
    _, names = next(rows, (0, list[str]()))
    columns = [_column(number, name) for number, name in enumerate(names, start=1)]
    return (_csv_entry(line, cells, columns) for line, cells in rows if any(cells))


def _numbered_rows(text: TextIO) -> Iterator[tuple[int, list[str]]]:
    """Rows of cells, each with the number of its last line; one may have many lines."""
    left = LINE_CHARACTERS

    def lines() -> Iterator[str]:
        nonlocal left
        while line := text.readline(left + 1):
            left -= len(line)
            if left < 0:
                raise BadFile(f"line {reader.line_num + 1}: {_TOO_LONG}")
            yield line

    reader = csv.reader(lines())
    try:
        for cells in reader:
            left = LINE_CHARACTERS
            yield reader.line_num, cells
    except csv.Error as error:
        raise BadFile(f"line {reader.line_num}: {error}") from error


def _csv_entry(line: int, cells: Sequence[str], columns: Sequence[_Column]) -> Entry:
    if len(cells) != len(columns):
        return Entry(line, problem=f"{len(cells)} cells under {len(columns)} names")
    document: JSON = {}
    for cell, column in zip(cells, columns, strict=True):
        if cell:
            try:
                column.put(document, cell)
            except ValueError:
                return Entry(line, problem=f"column {column.number}: it is not a number")
    return _entry(line, document)


_FORMS: dict[str, Callable[[TextIO], Iterator[Entry]]] = {"CSV": _csv_rows, "JSON": _json_lines}


def _entry(line: int, document: Any) -> Entry:
    try:
        return Entry(line, parse_document(document, _endpoint_shape()))
    except BadRequest as refusal:
        return Entry(line, problem=refusal.discreet.replace("The request body", "The line"))


@cache
def _endpoint_shape() -> StructureShape:
    shape = service_model().shape_for("EndpointBatchItem")
    assert isinstance(shape, StructureShape)
    return shape


@define(frozen=True)
class _Column:
    """Where the cells of a column go in the document of an endpoint."""

    number: int
    path: tuple[str, ...]
    is_list: bool
    is_number: bool

    def put(self, document: JSON, cell: str) -> None:
        """Add a cell to a document.

        Raises:
            ValueError: It is not the number that it should be.
        """
        *parents, last = self.path
        holder = document
        for parent in parents:
            holder = holder.setdefault(parent, {})
        value = _number(cell) if self.is_number else cell
        if self.is_list:
            holder.setdefault(last, []).append(value)
        else:
            holder[last] = value


def _column(number: int, name: str) -> _Column:
    """The column of a name; in a map the rest of the name is the key."""
    unknown = BadFile(f"line 1: the name of column {number} is not that of a member of endpoints")
    shape: Shape = _endpoint_shape()
    path: list[str] = []
    rest = _INDEX.sub("", name.strip())
    while isinstance(shape, (StructureShape, MapShape)):
        if isinstance(shape, MapShape):
            member, rest, shape = rest, "", shape.value
        else:
            member, _, rest = rest.partition(".")
            found = shape.members.get(member)
            if found is None:
                raise unknown
            shape = found
        path.append(member)
    if rest or not path[-1]:
        raise unknown
    return _Column(number, tuple(path), isinstance(shape, ListShape), shape.type_name == "double")


def _number(cell: str) -> float:
    number = float(cell)
    if not math.isfinite(number):
        raise ValueError("it is not finite")
    return number
