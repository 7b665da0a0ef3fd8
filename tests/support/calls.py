"""Calls of our client with boto3's values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from botocore import xform_name

from pinpoint_sdk import models, structure
from tests.support.operations import body_key, input_of
from tests.support.service_model import fill

if TYPE_CHECKING:
    from botocore.model import OperationModel

    from pinpoint_sdk import PinpointClient

Values = dict[str, Any]


def values_for(operation: OperationModel) -> Values:
    """boto3's arguments for an operation, to the last member."""
    values = fill(input_of(operation))
    return {**values, "PageSize": "7"} if "PageSize" in values else values


def call_ours(client: PinpointClient, operation: OperationModel, values: Values) -> Any:
    arguments = {xform_name(name): value for name, value in values.items()}
    if "page_size" in arguments:
        arguments["page_size"] = int(arguments["page_size"])
    if body := body_key(operation):
        arguments[xform_name(body)] = structure(values[body], getattr(models, body))
    return getattr(client, xform_name(operation.name))(**arguments)
