"""The operations that the client must have, and what their inputs look like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from botocore.model import StructureShape

from tests.support.service_model import service_model

if TYPE_CHECKING:
    from botocore.model import OperationModel

OPERATIONS = service_model(with_2017_members=False).operation_names
"""All operations of AWS's model."""


def input_of(operation: OperationModel) -> StructureShape:
    assert operation.input_shape is not None
    return operation.input_shape


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


def result_key(operation: OperationModel) -> str | None:
    """The output member that is the body of the answer, if it has one."""
    return operation.output_shape.serialization["payload"] if operation.output_shape else None


def result_of(operation: OperationModel) -> StructureShape | None:
    """The body of the answer, if it has one."""
    output = operation.output_shape
    shape = output.members[output.serialization["payload"]] if output else None
    assert shape is None or isinstance(shape, StructureShape)
    return shape
