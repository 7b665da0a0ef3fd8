"""The operations that the client must have, and what their inputs look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.support.contract import contract_operations

if TYPE_CHECKING:
    from botocore.model import OperationModel, StructureShape

OPERATIONS = [
    *(each.name for each in contract_operations()),
    "CreateApp",
    "GetApp",
    "GetApps",
    "DeleteApp",
    "CreateSegment",
    "GetSegment",
]
"""Those of the 2017-09-27 release, and those without which nothing can be tried."""


def input_of(operation: OperationModel) -> StructureShape:
    assert operation.input_shape is not None
    return operation.input_shape


def output_of(operation: OperationModel) -> StructureShape:
    assert operation.output_shape is not None
    return operation.output_shape


def path_keys(operation: OperationModel) -> list[str]:
    """The input members in the path, in its order."""
    members = input_of(operation).members
    by_place = {shape.serialization.get("name"): name for name, shape in members.items()}
    return [by_place[place] for place in re.findall(r"{([^}]+)}", operation.http["requestUri"])]


def query_keys(operation: OperationModel) -> list[str]:
    members = input_of(operation).members.items()
    return [name for name, shape in members if shape.serialization.get("location") == "querystring"]


def body_key(operation: OperationModel) -> str | None:
    """The input member that is the body."""
    return input_of(operation).serialization.get("payload")


def result_key(operation: OperationModel) -> str:
    """The output member that is the body of the answer."""
    return str(output_of(operation).serialization["payload"])
