"""JSON → models. It is parsed by orjson where that is installed, else by the standard library."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable
from typing import Any, TypeVar, get_origin

from pinpoint_sdk._codec.coerce import Consumed, LargeFloats
from pinpoint_sdk._codec.converter import converter
from pinpoint_sdk.models.base import Model, members

_ModelT = TypeVar("_ModelT", bound=Model)


def structure_json(document: str | bytes, body: dict[str, Any], cls: type[_ModelT]) -> _ModelT:
    """Make a model out of a JSON object that is used nowhere else.

    Each item of the lists of ``body`` is released when it is read. So models and JSON are not in
    memory together, and Python's garbage collector has less to count.

    Args:
        document: The object as text.
        body: The same, parsed. It is used up.
        cls: The model to make.
    """
    before = LargeFloats.seen
    result = _structure_once(body, cls)
    if LargeFloats.seen != before:  # orjson makes floats of integers beyond 64 bits
        result = _structure_once(json.loads(document), cls)
    return result


def _structure_once(body: dict[str, Any], cls: type[_ModelT]) -> _ModelT:
    shape: Any = cls
    for name in _list_names(shape):
        if body.get(name).__class__ is list:
            body[name] = Consumed(body[name])
    result: _ModelT = converter.structure(body, cls)
    return result


@functools.cache
def _list_names(cls: Any) -> tuple[str, ...]:
    return tuple(each.json_name for each in members(cls) if get_origin(each.type) is list)


def read_json(document: str | bytes) -> Any:
    """Parse a document. ``NaN`` and ``Infinity`` are numbers, as in the standard library.

    Raises:
        ValueError: It is not JSON.
        RecursionError: It is nested too deeply.
    """
    try:
        return loads(document)
    except ValueError:
        return json.loads(document)


loads: Callable[[str | bytes], Any]
try:
    from orjson import loads as loads
except ImportError:
    loads = json.loads
