"""JSON bodies against the shapes of the service model: reading requests, shaping answers."""

from __future__ import annotations

import base64
import binascii
import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NoReturn, TypeAlias, cast

from botocore.model import ListShape, MapShape, Shape, StringShape, StructureShape

from pinpoint_sdk.local.faults import BadRequest
from pinpoint_sdk.local.wire import JSON

_Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a body: names of members and keys, positions in lists."""


def read_body(raw: bytes, shape: StructureShape) -> JSON:
    """Parse a request's body and hold it against its shape.

    What the shape does not know and what is null is left out. Raises BadRequest naming the
    member that is missing, of the wrong type or not one of the values of its enum.
    """
    return _read_structure(_parse(raw), shape, ())


def shape_document(document: JSON, shape: StructureShape) -> JSON:
    """The part of a document that its output shape has; null counts as absent."""
    shaped: JSON = _shape(document, shape)
    return shaped


def _shape(value: Any, shape: Shape) -> Any:
    if isinstance(shape, StructureShape):
        members = _members(shape)
        return {
            name: _shape(item, members[name])
            for name, item in value.items()
            if item is not None and name in members
        }
    if isinstance(shape, ListShape):
        return [_shape(item, shape.member) for item in value]
    if isinstance(shape, MapShape):
        return {key: _shape(item, shape.value) for key, item in value.items()}
    return value


@cache
def _members(shape: StructureShape) -> Mapping[str, Shape]:
    """The members of a structure by their wire names: journeys have some of their own."""
    return {
        str(member.serialization.get("name", name)): member
        for name, member in shape.members.items()
    }


@cache
def _required(shape: StructureShape) -> tuple[str, ...]:
    """The wire names of the members that must be there."""
    required = set(shape.required_members)
    return tuple(
        str(shape.members[name].serialization.get("name", name))
        for name in shape.members
        if name in required
    )


def _parse(raw: bytes) -> Any:
    if not raw.strip():
        raise BadRequest("The request needs a body")
    try:
        return json.loads(raw, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BadRequest("The request body is not valid JSON") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _read(value: Any, shape: Shape, path: _Path) -> Any:
    if isinstance(shape, StructureShape):
        return _read_structure(value, shape, path)
    if isinstance(shape, ListShape):
        return _read_list(value, shape, path)
    if isinstance(shape, MapShape):
        return _read_map(value, shape, path)
    if not _SCALARS[shape.type_name](value):
        raise _unfit(path, _NOUNS[shape.type_name], value)
    if isinstance(shape, StringShape) and shape.enum and value not in shape.enum:
        raise BadRequest(f"{_written(path)}: {value!r} is not one of {', '.join(shape.enum)}")
    return value


def _read_structure(value: Any, shape: StructureShape, path: _Path) -> JSON:
    if not isinstance(value, dict):
        raise _unfit(path, "an object", value)
    members = _members(shape)
    sent = cast("JSON", value)
    read: JSON = {}
    for name, item in sent.items():
        if item is not None and name in members:
            read[name] = _read(item, members[name], (*path, name))
    for name in _required(shape):
        if name not in read:
            raise BadRequest(f"{_written((*path, name))} is required")
    return read


def _read_list(value: Any, shape: ListShape, path: _Path) -> list[Any]:
    if not isinstance(value, list):
        raise _unfit(path, "an array", value)
    sent = cast("Sequence[Any]", value)
    return [_read(item, shape.member, (*path, index)) for index, item in enumerate(sent)]


def _read_map(value: Any, shape: MapShape, path: _Path) -> JSON:
    if not isinstance(value, dict):
        raise _unfit(path, "an object", value)
    sent = cast("JSON", value)
    return {
        key: _read(item, shape.value, (*path, f"[{key!r}]"))
        for key, item in sent.items()
        if item is not None
    }


def _is_string(value: Any) -> bool:
    return isinstance(value, str)


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool)


def _is_whole(bits: int) -> Callable[[Any], bool]:
    def check(value: Any) -> bool:
        return (
            isinstance(value, int) and not isinstance(value, bool) and -(2**bits) <= value < 2**bits
        )

    return check


def _is_number(value: Any) -> bool:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _is_timestamp(value: Any) -> bool:
    return _is_string(value) or _is_number(value)


def _is_blob(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


_SCALARS: dict[str, Callable[[Any], bool]] = {
    "string": _is_string,
    "boolean": _is_boolean,
    "integer": _is_whole(31),
    "long": _is_whole(63),
    "double": _is_number,
    "timestamp": _is_timestamp,
    "blob": _is_blob,
}

_NOUNS = {
    "string": "a string",
    "boolean": "a boolean",
    "integer": "a 32-bit integer",
    "long": "a 64-bit integer",
    "double": "a number",
    "timestamp": "a timestamp",
    "blob": "Base64 text",
}

_JSON_NOUNS: dict[type, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    int: "a number",
    float: "a number",
    type(None): "null",
}


def _unfit(path: _Path, expected: str, value: Any) -> BadRequest:
    # The type only: the value may be a secret.
    return BadRequest(f"{_written(path)}: expected {expected}, got {_JSON_NOUNS[type(value)]}")


def _written(path: _Path) -> str:
    """``Item[3].Id``, ``Addresses['+1'].ChannelType``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part.startswith("["):
            text += part
        else:
            text += f".{part}" if text else part
    return text or "The request body"
