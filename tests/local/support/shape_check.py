"""A strict reader of answers: everything known, of the right type, nothing required missing."""

from __future__ import annotations

import json
from typing import Any, cast

from botocore.model import ListShape, MapShape, OperationModel, Shape, StringShape, StructureShape

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "long": (int,),
    "double": (int, float),
    "timestamp": (str,),
    "blob": (str,),
}


def problems(value: Any, shape: Shape, path: str = "") -> list[str]:
    """What is wrong with a JSON value, by the shape of the service model."""
    if isinstance(shape, StructureShape):
        return _structure_problems(value, shape, path)
    if isinstance(shape, ListShape):
        if not isinstance(value, list):
            return [f"{path}: no list"]
        items = cast("list[object]", value)
        return [
            problem
            for index, item in enumerate(items)
            for problem in problems(item, shape.member, f"{path}[{index}]")
        ]
    if isinstance(shape, MapShape):
        if not isinstance(value, dict):
            return [f"{path}: no map"]
        entries = cast("dict[str, object]", value)
        return [
            problem
            for key, item in entries.items()
            for problem in problems(item, shape.value, f"{path}[{key!r}]")
        ]
    return _scalar_problems(value, shape, path)


def _structure_problems(value: Any, shape: StructureShape, path: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{path}: no structure"]
    members = cast("dict[str, object]", value)
    wire = {name: member.serialization.get("name", name) for name, member in shape.members.items()}
    known = {wire[name]: member for name, member in shape.members.items()}
    required = [wire[name] for name in shape.required_members]
    found = [f"{path}.{name}: missing" for name in required if name not in members]
    for name, item in members.items():
        if name not in known:
            found.append(f"{path}.{name}: unknown")
        else:
            found += problems(item, known[name], f"{path}.{name}")
    return found


def _scalar_problems(value: object, shape: Shape, path: str) -> list[str]:
    wanted = _TYPES[shape.type_name]
    if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
        return [f"{path}: {value!r} is no {shape.type_name}"]
    if isinstance(shape, StringShape) and shape.enum and value not in shape.enum:
        return [f"{path}: {value!r} is none of {shape.enum}"]
    return []


def check_answer(body: bytes, model: OperationModel) -> None:
    """Fail unless a body is what the model says of the output of an operation."""
    output = model.output_shape
    if output is None:
        assert body == b""
        return
    assert isinstance(output, StructureShape)
    payload = output.members[output.serialization["payload"]]
    assert problems(json.loads(body), payload, model.name) == []
