"""What a call knows of its operation: how a request is checked and written, an answer read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast

import attrs
from botocore import xform_name
from botocore.model import OperationModel, Shape

from pinpoint_sdk import models
from pinpoint_sdk.collector import uncollected
from pinpoint_sdk.converter import converter, response_metadata, unstructure
from pinpoint_sdk.errors import Problem, UnreadableResponseError
from pinpoint_sdk.json_text import read_json
from pinpoint_sdk.json_writer import Unwritable, json_writer
from pinpoint_sdk.models.base import Response
from pinpoint_sdk.validation import (
    Check,
    check,
    check_id,
    check_positive,
    check_version,
    problems,
    refuse,
)
from pinpoint_sdk.wire import CONTENT_TYPE

__all__ = ["Operation"]

ResponseT = TypeVar("ResponseT", bound=Response)


Accept: TypeAlias = Callable[[Any, list[Problem]], object]
"""Turns what our methods take into what boto3 takes, or adds what is wrong with it to a list."""


@attrs.frozen
class Parameter:
    """One member of an operation's input."""

    optional: bool
    accept: Accept


@attrs.frozen
class Operation:
    """What a call needs to know of one operation, read from the boto3 client's model."""

    name: str
    method: str
    """boto3's name for it."""
    body: str | None
    """What boto3 wraps the body of the answer in; None where there is no body."""
    parameters: Mapping[str, Parameter]
    constants: Mapping[str, object]
    """What every call passes beside the parameters."""

    @classmethod
    def from_model(cls, model: OperationModel) -> Operation:
        """Read an operation from botocore's model."""
        accepts, returns = model.input_shape, model.output_shape
        assert accepts is not None
        shapes = {**accepts.members}
        constants = {CONTENT_TYPE: "application/json"} if shapes.pop(CONTENT_TYPE, None) else {}
        body = accepts.serialization.get("payload")
        return cls(
            name=model.name,
            method=xform_name(model.name),
            body=returns.serialization["payload"] if returns else None,
            parameters={
                name: (
                    body_parameter(name, shape)
                    if name == body
                    else url_parameter(name, shape, required=name in accepts.required_members)
                )
                for name, shape in shapes.items()
            },
            constants=constants,
        )

    def request(self, given: Mapping[str, object]) -> dict[str, object]:
        """Check all that was given and turn it into boto3's arguments."""
        found: list[Problem] = []
        accepted = {**self.constants}
        for wire_name, value in given.items():
            parameter = self.parameters[wire_name]
            if value is not None or not parameter.optional:
                accepted[wire_name] = parameter.accept(value, found)
        refuse(found)
        return accepted

    @uncollected
    def response(self, answer: Mapping[str, Any], result: type[ResponseT]) -> ResponseT:
        """Read boto3's answer."""
        assert self.body is not None
        body = answer.get(self.body)
        if isinstance(body, str):
            body = self._read_text(body)
        response = converter.structure(body, result)
        response.response_metadata = response_metadata(answer)
        return response

    def _read_text(self, text: str) -> object:
        try:
            body: object = read_json(text) if text else {}
        except (ValueError, RecursionError) as error:
            reason = f"the answer to {self.name} is no JSON: {error}"
            raise UnreadableResponseError(reason) from error
        if not isinstance(body, dict):
            reason = f"the answer to {self.name} is no JSON object but {type(body).__name__}"
            raise UnreadableResponseError(reason)
        return cast("object", body)


def body_parameter(wire_name: str, shape: Shape) -> Parameter:
    name, cls = xform_name(wire_name), getattr(models, wire_name)
    if shape.type_name == "string":
        return Parameter(optional=False, accept=json_of(name, cls))
    return Parameter(optional=False, accept=checked(name, check(cls), unstructure))


def url_parameter(wire_name: str, shape: Shape, *, required: bool) -> Parameter:
    name = xform_name(wire_name)
    if shape.serialization["location"] == "uri":
        check_part = check_version if name == "version" else check_id
        return Parameter(optional=False, accept=checked(name, check_part, str))
    if name == "page_size":
        return Parameter(optional=True, accept=checked(name, check_positive, str))
    accepted = check(QUERY_TYPES[shape.type_name])
    return Parameter(not required, accept=checked(name, accepted, lambda value: value))


QUERY_TYPES: dict[str, Any] = {
    "string": str,
    "boolean": bool,
    "timestamp": datetime,
    "list": list[str],
}


def checked(name: str, check: Check, write: Callable[[Any], object]) -> Accept:
    def accept(value: Any, found: list[Problem]) -> object:
        wrong = problems(name, value, check)
        found += wrong
        return None if wrong else write(value)

    return accept


def json_of(name: str, cls: Any) -> Accept:
    """Write at once; only what cannot be written is looked at again, to say all that is wrong."""
    write = json_writer(cls)

    def accept(value: Any, found: list[Problem]) -> object:
        try:
            return write(value)
        except Unwritable:
            if not (wrong := problems(name, value, check(cls))):
                raise
            found += wrong
            return None

    return accept
