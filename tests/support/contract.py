"""The 2017-09-27 release: its operations, and values that fill their shapes to the last member."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

CONTRACT = Path(__file__).parents[1] / "contract" / "2017-09-27.json"


@attrs.frozen
class ContractOperation:
    """One operation of the release; shapes as the contract file nests them."""

    name: str
    method: str
    request: Mapping[str, Any]
    response: Mapping[str, Any]


def contract_operations() -> list[ContractOperation]:
    operations = json.loads(CONTRACT.read_text())["operations"]
    return [
        ContractOperation(name, each["method"], each["request"], each["response"])
        for name, each in operations.items()
    ]


def fill(shape: Any) -> Any:
    """A value with every member of a shape set, no two strings or numbers alike."""
    return _fill(shape, itertools.count(1))


def _fill(shape: Any, numbers: Iterator[int]) -> Any:
    match shape:
        case "string":
            return f"string {next(numbers)}"
        case "integer":
            return next(numbers)
        case "double":
            return next(numbers) + 0.5
        case "boolean":
            return next(numbers) % 2 == 0
        case {"enum": values}:
            return values[next(numbers) % len(values)]
        case {"list": member}:
            return [_fill(member, numbers), _fill(member, numbers)]
        case {"map": value}:
            return {f"key {next(numbers)}": _fill(value, numbers) for _ in range(2)}
        case _:
            return {name: _fill(member, numbers) for name, member in shape.items()}


def count_members(shape: Any) -> int:
    """How many members a shape names, at every depth."""
    match shape:
        case str() | {"enum": _}:
            return 0
        case {"list": inner} | {"map": inner}:
            return count_members(inner)
        case _:
            return sum(1 + count_members(member) for member in shape.values())
