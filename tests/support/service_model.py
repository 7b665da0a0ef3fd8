"""botocore's model of Pinpoint, as AWS has it and with our additions."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

from botocore.loaders import Loader
from botocore.model import ListShape, MapShape, ServiceModel, Shape, StructureShape

from pinpoint_sdk._boto.loaders import DATA_PATH


@functools.cache
def service_model(*, with_2017_members: bool = True) -> ServiceModel:
    return ServiceModel(service_description(with_2017_members=with_2017_members), "pinpoint")


def service_description(*, with_2017_members: bool = True) -> Any:
    """What ``service_model`` is made of, read anew: the caller may change it."""
    loader = Loader([DATA_PATH] if with_2017_members else [])
    return loader.load_service_model("pinpoint", "service-2")


def fill(shape: Shape) -> Any:
    """A boto3 value with every member of a shape set, no two strings or numbers alike."""
    return _fill(shape, itertools.count(1))


def _fill(shape: Shape, numbers: Iterator[int]) -> Any:
    if isinstance(shape, StructureShape):
        return {name: _fill(member, numbers) for name, member in shape.members.items()}
    if isinstance(shape, ListShape):
        return [_fill(shape.member, numbers), _fill(shape.member, numbers)]
    if isinstance(shape, MapShape):
        return {_key(shape.key, numbers): _fill(shape.value, numbers) for _ in range(2)}
    number = next(numbers)
    enum: list[str] = getattr(shape, "enum", [])
    if enum:
        return enum[number % len(enum)]
    values: dict[str, Any] = {
        "string": f"string {number}",
        "integer": number,
        "double": number + 0.5,
        "boolean": number % 2 == 0,
        "blob": b"blob %d" % number,
        "timestamp": datetime(2026, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=number),
    }
    return values[shape.type_name]


def _key(shape: Shape, numbers: Iterator[int]) -> str:
    return str(_fill(shape, numbers)).replace("string", "key")
