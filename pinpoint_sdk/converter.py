"""Conversion between models, boto3's dicts and JSON, with or without a client."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from pinpoint_sdk._codec.arguments import (
    require_class,
    require_dict,
    require_model,
    require_text,
)
from pinpoint_sdk._codec.converter import converter
from pinpoint_sdk._codec.dict_reader import response_metadata
from pinpoint_sdk._codec.json_reader import read_json, structure_json
from pinpoint_sdk._codec.strict import is_strict, misfits, read_unique
from pinpoint_sdk._codec.validation import (
    check,
    is_dict,
    problems,
    problems_of_unwritable,
    refuse,
)
from pinpoint_sdk.errors import ValidationError
from pinpoint_sdk.models.base import Model, Response

__all__ = ["converter", "from_json", "structure", "to_json", "unstructure"]

ModelT = TypeVar("ModelT", bound=Model)


def structure(
    data: Mapping[str, object], cls: type[ModelT], *, strict: bool | None = None
) -> ModelT:
    """Make a model out of a boto3 dict.

    Shapes that only requests have, such as ``SMSMessage``, are read strictly: a member that is
    unknown or missing is an error. Shapes that answers have, such as ``CampaignLimits``, are read
    leniently: unknown members are ignored, unknown enum values are kept, and a required member
    that is missing takes the empty value of its type. ``data`` itself is not changed.

    Args:
        data: The shape as boto3 takes or returns it, with the wrapper that names it or without:
            ``client.get_campaign(...)`` or its ``["CampaignResponse"]``. Blobs may be bytes or
            Base64, timestamps ``datetime`` or ISO 8601, as in JSON that the AWS CLI prints. None
            counts as left out.
        cls: The model to make, for example ``CampaignResponse``.
        strict: True to read any shape strictly, False to read any leniently; by default as above.

    Returns:
        An instance of ``cls``, with the ``response_metadata`` found beside a wrapper.

    Raises:
        TypeError: ``data`` is not a mapping, or ``cls`` is not a model class.
        ValidationError: In a strict read: the dict has unknown members, lacks required ones or has
            values of the wrong type; each problem has its path in the dict.
    """
    require_class("structure", "data", data, cls)
    require_dict(data, cls)
    if is_strict(cls, strict):
        refuse(misfits(data, cls))
    wrapped = data.get(cls.__name__)
    obj = converter.structure(data if wrapped is None else wrapped, cls)
    if wrapped is not None and isinstance(obj, Response):
        obj.response_metadata = response_metadata(data)
    return obj


def from_json(document: str | bytes, cls: type[ModelT], *, strict: bool | None = None) -> ModelT:
    """Make a model out of JSON, such as that of the AWS CLI or of ``to_json``.

    Requests are read strictly, answers leniently, as ``structure`` reads them.

    Args:
        document: A JSON object: the shape, with the wrapper that names it or without.
        cls: The model to make, for example ``CampaignResponse``.
        strict: True to read any shape strictly, False to read any leniently; by default as above.

    Returns:
        An instance of ``cls``, read as ``structure`` reads a dict.

    Raises:
        TypeError: The document is not an object, or ``cls`` is not a model class.
        ValueError: The document is not JSON, or is nested too deeply, or in a strict read an
            object has a name twice.
        ValidationError: In a strict read: the document does not fit the shape.
    """
    require_class("from_json", "document", document, cls)
    require_text(document, cls)
    strictly = is_strict(cls, strict)
    try:
        body = read_unique(document) if strictly else read_json(document)
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply to be read") from error
    if strictly or not is_dict(body) or cls.__name__ in body:
        return structure(body, cls, strict=strict)
    return structure_json(document, body, cls)


def to_json(obj: Model, *, indent: int | None = None) -> str:
    """Write a model as JSON, for ``from_json`` or as input of the AWS CLI.

    Args:
        obj: A request or response model.
        indent: Spaces per level; by default all on one line.

    Returns:
        A JSON object with AWS's names: Base64 for blobs, ISO 8601 for timestamps.

    Raises:
        TypeError: ``obj`` is not a model.
        ValidationError: A value is not of the declared type and cannot be written.
    """
    require_model("to_json", obj)
    data = unstructure(obj)
    try:
        return json.dumps(data, default=_json_value, indent=indent, ensure_ascii=False)
    except (TypeError, ValueError, RecursionError) as error:
        cls: Any = type(obj)
        if wrong := problems(cls.__name__, obj, check(cls)):
            raise ValidationError(wrong) from error
        raise


def _json_value(value: object) -> str:
    match value:
        case bytes() | bytearray():
            return base64.b64encode(value).decode()
        case datetime():
            return value.isoformat()
        case _:
            raise TypeError(f"{type(value).__name__} is not JSON serializable")


def unstructure(obj: Model) -> dict[str, object]:
    """Make a plain boto3 dict out of a model.

    Members that are ``None`` are left out; an explicit ``[]`` or ``{}`` is kept. Nothing in the
    result is shared with the model.

    Args:
        obj: A request or response model. It is not checked, but must hold what its types say.

    Returns:
        The dict that boto3 takes or returns for the shape: AWS's names, ``bytes`` for blobs,
        ``datetime`` for timestamps.

    Raises:
        TypeError: ``obj`` is not a model.
        ValidationError: A value is not of the declared type and cannot be written.
    """
    require_model("unstructure", obj)
    try:
        result: dict[str, object] = converter.unstructure(obj)
    except (AttributeError, RuntimeError, TypeError) as error:
        cls: Any = type(obj)
        found = problems_of_unwritable(cls.__name__, obj, check(cls))
        raise ValidationError(found) from error
    return result
