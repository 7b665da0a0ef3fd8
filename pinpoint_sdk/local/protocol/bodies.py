"""JSON bodies by the shapes of the service model: parsing requests, serializing responses."""

from __future__ import annotations

import base64
import binascii
import json
import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NoReturn, TypeAlias, cast

from botocore.model import ListShape, MapShape, Shape, StringShape, StructureShape

from pinpoint_sdk.local.protocol.errors import BadRequest
from pinpoint_sdk.local.protocol.types import JSON

Path: TypeAlias = tuple[str | int, ...]
"""Where a value is in a body: names of members and keys, positions in lists."""


def parse_body(raw: bytes, shape: StructureShape) -> JSON:
    """Parse the body of a request and validate it by its shape.

    Unknown members, and those that are null, are left out.

    Raises:
        BadRequest: It is not JSON, or parse_document refuses it.
    """
    return parse_document(_parse_json(raw), shape)


def parse_document(value: Any, shape: StructureShape, path: Path = ()) -> JSON:
    """Validate a JSON value by its shape; unknown members, and those that are null, are left out.

    Args:
        value: The value.
        shape: The shape.
        path: Where it is, for the message.

    Raises:
        BadRequest: A member is missing, has the wrong type or is not a value of its enum.
    """
    return _parse_structure(value, shape, path)


def serialize(document: JSON, shape: StructureShape) -> JSON:
    """The members of a document that its output shape has; null counts as absent."""
    shaped: JSON = _serialize(document, shape)
    return shaped


def _serialize(value: Any, shape: Shape) -> Any:
    if isinstance(shape, StructureShape):
        members = members_of(shape)
        return {
            name: _serialize(item, members[name])
            for name, item in value.items()
            if item is not None and name in members
        }
    if isinstance(shape, ListShape):
        return [_serialize(item, shape.member) for item in value]
    if isinstance(shape, MapShape):
        return {key: _serialize(item, shape.value) for key, item in value.items()}
    return value


@cache
def members_of(shape: StructureShape) -> Mapping[str, Shape]:
    """The members of a structure by their wire names, which differ in journeys."""
    return {
        str(member.serialization.get("name", name)): member
        for name, member in shape.members.items()
    }


@cache
def required_members(shape: StructureShape) -> tuple[str, ...]:
    """The wire names of the members that must be there."""
    required = set(shape.required_members)
    return tuple(
        str(shape.members[name].serialization.get("name", name))
        for name in shape.members
        if name in required
    )


def _parse_json(raw: bytes) -> Any:
    if not raw.strip():
        raise BadRequest("The request needs a body")
    try:
        return parse_json(raw)
    except ValueError as error:
        raise BadRequest("The request body is not valid JSON") from error


def parse_json(text: str | bytes) -> Any:
    """Parse JSON, without the constants that only Python has.

    Raises:
        ValueError: It is not valid JSON, or nested too deeply.
    """
    try:
        return json.loads(text, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def expected_instead(value: Any, shape: Shape) -> str | None:
    """What a scalar of this shape is, for a value that is something else; None for one that is."""
    if not _SCALARS[shape.type_name](value):
        return _NOUNS[shape.type_name]
    if isinstance(shape, StringShape) and shape.enum and value not in shape.enum:
        return f"one of {', '.join(shape.enum)}"
    return None


def _parse_value(value: Any, shape: Shape, path: Path) -> Any:
    if isinstance(shape, StructureShape):
        return _parse_structure(value, shape, path)
    if isinstance(shape, ListShape):
        return _parse_list(value, shape, path)
    if isinstance(shape, MapShape):
        return _parse_map(value, shape, path)
    if not _SCALARS[shape.type_name](value):
        raise _mismatch(path, _NOUNS[shape.type_name], value)
    if isinstance(shape, StringShape) and shape.enum and value not in shape.enum:
        expected = f"not one of {', '.join(shape.enum)}"
        raise BadRequest(
            f"{path_text(path)}: {value!r} is {expected}",
            discreet=f"{path_text(path, keys=False)}: it is {expected}",
        )
    return value


def _parse_structure(value: Any, shape: StructureShape, path: Path) -> JSON:
    if not isinstance(value, dict):
        raise _mismatch(path, "an object", value)
    members = members_of(shape)
    sent = cast("JSON", value)
    read: JSON = {}
    for name, item in sent.items():
        if item is not None and name in members:
            read[name] = _parse_value(item, members[name], (*path, name))
    for name in required_members(shape):
        if name not in read:
            where = (*path, name)
            raise BadRequest(
                f"{path_text(where)} is required",
                discreet=f"{path_text(where, keys=False)} is required",
            )
    return read


def _parse_list(value: Any, shape: ListShape, path: Path) -> list[Any]:
    if not isinstance(value, list):
        raise _mismatch(path, "an array", value)
    sent = cast("Sequence[Any]", value)
    return [_parse_value(item, shape.member, (*path, index)) for index, item in enumerate(sent)]


def _parse_map(value: Any, shape: MapShape, path: Path) -> JSON:
    if not isinstance(value, dict):
        raise _mismatch(path, "an object", value)
    sent = cast("JSON", value)
    return {
        key: _parse_value(item, shape.value, (*path, f"[{key!r}]"))
        for key, item in sent.items()
        if item is not None
    }


def _is_string(value: Any) -> bool:
    return isinstance(value, str)


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool)


def _is_integer(bits: int) -> Callable[[Any], bool]:
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
    "integer": _is_integer(31),
    "long": _is_integer(63),
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


def _mismatch(path: Path, expected: str, value: Any) -> BadRequest:
    # The type only: the value may be a secret.
    problem = f"expected {expected}, got {_JSON_NOUNS[type(value)]}"
    return BadRequest(
        f"{path_text(path)}: {problem}", discreet=f"{path_text(path, keys=False)}: {problem}"
    )


def path_text(path: Path, *, keys: bool = True) -> str:
    """``Item[3].Id``, ``Addresses['+1'].ChannelType``; without keys ``Addresses[*]...``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part.startswith("["):
            text += part if keys else "[*]"
        else:
            text += f".{part}" if text else part
    return text or "The request body"
