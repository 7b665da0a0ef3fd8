"""Arguments that ``structure`` and its like do not take: what was given, and what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from pinpoint_sdk._codec.codegen import is_model
from pinpoint_sdk._codec.validation import kind
from pinpoint_sdk.models.base import Model


def require_class(function: str, parameter: str, given: object, cls: object) -> None:
    """Refuse anything but a model class as the second argument of a reader.

    Args:
        function: The reader.
        parameter: The name of its first argument.
        given: Its first argument.
        cls: Its second one.
    """
    call = f"{function}({parameter}, {{}})"
    if is_model(given):
        what = "dict" if parameter == "data" else "JSON"
        call = call.format(given.__name__)
        raise TypeError(f"{function}() takes the {what} first, then the class: {call}")
    if isinstance(cls, Model):
        name = type(cls).__name__
        call = call.format(name)
        raise TypeError(f"{function}() takes a class, got an instance of {name}: {call}")
    if not (is_model(cls) and attrs.has(cls)):
        got, call = kind(cls), call.format("models.CampaignResponse")
        raise TypeError(f"{function}() takes a class of pinpoint_sdk.models, got {got}: {call}")


def require_dict(data: object, cls: type[Model]) -> None:
    """Refuse anything but a mapping as what ``structure`` reads."""
    if isinstance(data, Mapping):
        return
    got = kind(data)
    if isinstance(data, (str, bytes, bytearray)):
        got += f"; JSON is read by from_json(document, {cls.__name__})"
    elif isinstance(data, Model):
        got += ", which is a model already; unstructure() makes a dict of it"
    raise TypeError(f"structure() takes a dict for {cls.__name__}, got {got}")


def require_text(document: object, cls: type[Model]) -> None:
    """Refuse anything but text as what ``from_json`` reads."""
    if isinstance(document, (str, bytes, bytearray)):
        return
    got = kind(document)
    if isinstance(document, Mapping):
        got += f"; a dict is read by structure(data, {cls.__name__})"
    elif isinstance(document, Model):
        got += ", which is a model already; to_json() makes JSON of it"
    elif hasattr(document, "read"):
        got += "; pass what its read() returns"
    elif hasattr(document, "read_bytes"):
        got += "; pass what its read_bytes() returns"
    raise TypeError(f"from_json() takes JSON as str or bytes, got {got}")


def require_model(function: str, obj: object) -> None:
    """Refuse anything but a model as what is written."""
    if isinstance(obj, Model):
        return
    got = kind(obj)
    if isinstance(obj, Mapping):
        got += "; structure(data, cls) makes a model of a dict"
    elif is_model(obj):
        got += "; make an instance of it first"
    raise TypeError(f"{function}() takes a model, got {got}")
