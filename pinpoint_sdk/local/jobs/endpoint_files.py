"""Endpoints in files: CSV and JSON lines, plain or compressed with gzip."""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from attrs import define
from botocore.model import ListShape, MapShape, Shape, StructureShape

from pinpoint_sdk.local.protocol.bodies import parse_body
from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.service_model import service_model
from pinpoint_sdk.local.protocol.types import JSON

_GZIP_MAGIC = b"\x1f\x8b"
_INDEX = re.compile(r"\[\d+\]$")


class BadFile(Exception):
    """A file cannot be read."""


@define(frozen=True)
class Entry:
    """One endpoint of a file: its line, and its document or the problem with it."""

    line: int
    endpoint: JSON | None = None
    problem: str = ""


def read_endpoints(content: bytes, form: str) -> Iterator[Entry]:
    """The endpoints of a file of the Format CSV or JSON, one by one.

    They are validated as those of UpdateEndpointsBatch are. In a CSV file the first
    row names the members: ``Id``, ``Location.Country``, ``Attributes.color``, ``Metrics.visits``,
    ``User.UserAttributes.name``. A list has a column for each value, of one name or numbered
    (``Attributes.color[0]``); an empty cell is ignored.

    Raises:
        BadFile: It is not UTF-8 text, or its first row names a column that endpoints do not have.
    """
    text = _text(content)
    return _FORMS[form](text)


def write_endpoints(endpoints: Iterable[JSON]) -> bytes:
    """JSON lines, compressed with gzip; the same endpoints make the same bytes."""
    lines = "".join(f"{json.dumps(endpoint)}\n" for endpoint in endpoints)
    return gzip.compress(lines.encode(), mtime=0)


def _text(content: bytes) -> str:
    try:
        if content.startswith(_GZIP_MAGIC):
            content = gzip.decompress(content)
        return content.decode("utf-8-sig")
    except (OSError, EOFError, zlib.error) as error:
        raise BadFile("the gzip data is damaged") from error
    except UnicodeDecodeError as error:
        raise BadFile("it is not encoded in UTF-8") from error


def _json_lines(text: str) -> Iterator[Entry]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _entry(number, line.encode("utf-8", "surrogatepass"))


def _csv_rows(text: str) -> Iterator[Entry]:
    """The first row is read at once, so that a bad one is reported before any other."""
    lines = csv.reader(io.StringIO(text, newline=""))
    rows = _csv_cells(lines)
    columns = [_column(name) for name in next(rows, list[str]())]
    return (_csv_entry(lines.line_num, cells, columns) for cells in rows if any(cells))


def _csv_cells(lines: Any) -> Iterator[list[str]]:
    try:
        yield from lines
    except csv.Error as error:
        raise BadFile(f"line {lines.line_num}: {error}") from error


def _csv_entry(line: int, cells: Sequence[str], columns: Sequence[_Column]) -> Entry:
    if len(cells) != len(columns):
        return Entry(line, problem=f"{len(cells)} cells under {len(columns)} names")
    document: JSON = {}
    for cell, column in zip(cells, columns, strict=True):
        if cell:
            try:
                column.put(document, cell)
            except ValueError:
                return Entry(line, problem=f"{column.name}: {cell!r} is not a number")
    return _entry(line, json.dumps(document).encode())


_FORMS: dict[str, Callable[[str], Iterator[Entry]]] = {"CSV": _csv_rows, "JSON": _json_lines}


def _entry(line: int, body: bytes) -> Entry:
    try:
        return Entry(line, parse_body(body, _endpoint_shape()))
    except BadRequest as refusal:
        return Entry(line, problem=refusal.message.replace("The request body", "The line"))


@cache
def _endpoint_shape() -> StructureShape:
    shape = service_model().shape_for("EndpointBatchItem")
    assert isinstance(shape, StructureShape)
    return shape


@define(frozen=True)
class _Column:
    """Where the cells of a column go in the document of an endpoint."""

    path: tuple[str, ...]
    is_list: bool
    is_number: bool

    @property
    def name(self) -> str:
        return ".".join(self.path)

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


def _column(name: str) -> _Column:
    """The column of a name; in a map the rest of the name is the key."""
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
                raise BadFile(f"the column {name!r} is not a member of an endpoint")
            shape = found
        path.append(member)
    if rest or not path[-1]:
        raise BadFile(f"the column {name!r} is not a member of an endpoint")
    return _Column(tuple(path), isinstance(shape, ListShape), shape.type_name == "double")


def _number(cell: str) -> float:
    number = float(cell)
    if not math.isfinite(number):
        raise ValueError(f"{cell} is not finite")
    return number
