"""Operations: how their requests are checked and written, and how their answers are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast

import attrs
from botocore import xform_name
from botocore.model import OperationModel, Shape

from pinpoint_sdk import models
from pinpoint_sdk._boto.loaders import CONTENT_TYPE
from pinpoint_sdk._codec.converter import converter
from pinpoint_sdk._codec.dict_reader import response_metadata
from pinpoint_sdk._codec.json_reader import read_json, structure_json
from pinpoint_sdk._codec.json_writer import Unwritable, json_writer
from pinpoint_sdk._codec.validation import (
    Check,
    check,
    check_id,
    check_positive,
    check_text,
    check_texts,
    check_version,
    problems,
    problems_of_unwritable,
    refuse,
)
from pinpoint_sdk.errors import Problem, UnreadableResponseError
from pinpoint_sdk.models.base import Response, ResponseMetadata, members

_ResponseT = TypeVar("_ResponseT", bound=Response)


_Accept: TypeAlias = Callable[[Any, list[Problem]], object]
"""Converts an argument of our methods for boto3, or adds its problems to the list."""


@attrs.frozen
class _Parameter:
    """One member of an operation's input."""

    optional: bool
    accept: _Accept


@attrs.frozen
class OperationCodec:
    """What a call needs to know of one operation, read from the boto3 client's model."""

    name: str
    method: str
    """boto3's name for it."""
    body: str | None
    """The name that boto3 wraps the body of the answer in; None if there is no body."""
    parameters: Mapping[str, _Parameter]
    constants: Mapping[str, object]
    """Further arguments of every call."""

    @classmethod
    def from_model(cls, model: OperationModel) -> OperationCodec:
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
                    _body_parameter(name, shape)
                    if name == body
                    else _url_parameter(name, shape, required=name in accepts.required_members)
                )
                for name, shape in shapes.items()
            },
            constants=constants,
        )

    def request(self, given: Mapping[str, object]) -> dict[str, object]:
        """Check all parameters and convert them to boto3's arguments."""
        found: list[Problem] = []
        accepted = {**self.constants}
        for wire_name, value in given.items():
            parameter = self.parameters[wire_name]
            if value is not None or not parameter.optional:
                accepted[wire_name] = parameter.accept(value, found)
        refuse(found)
        return accepted

    def response(self, answer: Mapping[str, Any], result: type[_ResponseT]) -> _ResponseT:
        """Read boto3's answer.

        Raises:
            UnreadableResponseError: It has no member of the operation's answer.
        """
        assert self.body is not None
        body = answer.get(self.body, {})
        metadata = response_metadata(answer)
        if isinstance(body, str):
            response = self._read(body, result)
        elif body or _body_is_empty_object(body, metadata):
            response = converter.structure(body, result)
        else:
            raise nothing_known(self.name)
        response.response_metadata = metadata
        return response

    def _read(self, text: str, result: type[_ResponseT]) -> _ResponseT:
        body = read_object(self.name, text)
        if body and not _has_member_of(result, body):
            raise nothing_known(self.name)
        return structure_json(text, body, result)


def read_object(operation: str, text: str | bytes) -> dict[str, Any]:
    """Parse the answer to an operation.

    Raises:
        UnreadableResponseError: The answer is not a JSON object.
    """
    try:
        body: object = read_json(text)
    except (ValueError, RecursionError) as error:
        what = f"is not JSON: {error}" if text else "is empty"
        raise UnreadableResponseError(f"The answer to {operation} {what}") from error
    if not isinstance(body, dict):
        what = f"is not a JSON object but a {type(body).__name__}"
        raise UnreadableResponseError(f"The answer to {operation} {what}")
    return cast("dict[str, Any]", body)


def nothing_known(operation: str) -> UnreadableResponseError:
    """Make the error for an answer that is not empty, but has no member of the operation's."""
    return UnreadableResponseError(
        f"The answer to {operation} has no member that the operation returns: something between "
        "you and AWS, such as a proxy, may have answered in its place"
    )


def _has_member_of(cls: type[Response], body: Mapping[str, object]) -> bool:
    """Whether the body has a value for a member of the model."""
    for member in members(cls):  # mostly the first is there
        if body.get(member.json_name) is not None or body.get(member.wire_name) is not None:
            return True
    return False


def _body_is_empty_object(body: object, metadata: ResponseMetadata) -> bool:
    """Whether a body that boto3 read as empty was ``{}``, judging by its headers.

    boto3 reads a body that is not JSON as an empty object, too.
    """
    headers = metadata.http_headers
    length = headers.get("content-length", "")
    return (
        body is not None
        and "json" in headers.get("content-type", "json").lower()
        and (not length.isdecimal() or int(length) == len("{}"))
    )


def _body_parameter(wire_name: str, shape: Shape) -> _Parameter:
    name, cls = xform_name(wire_name), getattr(models, wire_name)
    if shape.type_name == "string":
        return _Parameter(optional=False, accept=_json_of(name, cls))
    return _Parameter(optional=False, accept=_checked(name, check(cls), converter.unstructure))


def _url_parameter(wire_name: str, shape: Shape, *, required: bool) -> _Parameter:
    name = xform_name(wire_name)
    if shape.serialization["location"] == "uri":
        check_key = check_version if name == "version" else check_id
        return _Parameter(optional=False, accept=_checked(name, check_key, _plain_text))
    if name == "page_size":
        return _Parameter(optional=True, accept=_checked(name, check_positive, _plain_text))
    check_value, write = _QUERY_KINDS[shape.type_name]
    return _Parameter(not required, accept=_checked(name, check_value, write))


def _plain_text(value: str | int) -> str:
    """Write a str or an int as text, even if its class overrides ``__str__``."""
    return str.__str__(value) if isinstance(value, str) else int.__repr__(value)


def _plain_texts(values: Iterable[str]) -> list[str]:
    return [*map(_plain_text, values)]


def _unchanged(value: object) -> object:
    return value


_QUERY_KINDS: dict[str, tuple[Check, Callable[[Any], object]]] = {
    "string": (check_text, _plain_text),
    "boolean": (check(bool), _unchanged),
    "timestamp": (check(datetime), _unchanged),
    "list": (check_texts, _plain_texts),
}


def _checked(name: str, checker: Check, write: Callable[[Any], object]) -> _Accept:
    def accept(value: Any, found: list[Problem]) -> object:
        try:
            if not (wrong := problems(name, value, checker)):
                return write(value)
        except (AttributeError, RuntimeError, TypeError):  # changed after the check
            wrong = problems_of_unwritable(name, value, checker)
        found += wrong
        return None

    return accept


def _json_of(name: str, cls: Any) -> _Accept:
    """Write at once; only what cannot be written is checked, to find all its problems."""
    write = json_writer(cls)

    def accept(value: Any, found: list[Problem]) -> object:
        try:
            return write(value)
        except (Unwritable, RuntimeError):
            found += problems_of_unwritable(name, value, check(cls))
            return None

    return accept
