"""Models as JSON text, checked while they are written.

A writer is generated for each request model at its first use. It passes over the members once and
gives up at the first that is not of its declared type; ``validation`` then finds all problems.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from math import isfinite
from typing import Any, Literal, TypeAlias, get_args, get_origin

from pinpoint_sdk._codec.codegen import CodeBuilder, is_model
from pinpoint_sdk._codec.validation import check, is_dict, is_list
from pinpoint_sdk.models.base import Member, Model, members

_json_string = json.encoder.encode_basestring_ascii
"""Writes a str; of anything else it is a TypeError."""


class Unwritable(Exception):
    """A value is not of its declared type."""


_Writer: TypeAlias = Callable[[Any], str]


def json_writer(cls: type[Model]) -> _Writer:
    """Get the function that writes an instance of ``cls``, byte for byte as boto3 does.

    It raises Unwritable where ``validation.check(cls)`` finds a problem.
    """
    if (known := _WRITERS.get(cls)) is None:
        known = _WRITERS[cls] = _generate_writer(cls)
    return known


_WRITERS: dict[type[Model], _Writer] = {}


def _generate_writer(cls: type[Model]) -> _Writer:
    source = _WriterBuilder(f"{__name__} {cls.__qualname__}", cls=cls, **_NAMES)
    with source.block("def write(self):"):
        with source.block("if not (self.__class__ is cls or isinstance(self, cls)):"):
            source.line("raise Unwritable")
        with source.block("try:"):
            parts = ", ".join(map(source.part, members(cls)))
            source.line(f"return '{{' + ''.join([{parts}])[2:] + '}}'")
        with source.block("except (AttributeError, KeyError, TypeError):"):
            source.line("raise Unwritable from None")
    writer: _Writer = source.function("write")
    return writer


class _WriterBuilder(CodeBuilder):
    """The source of a writer."""

    def part(self, member: Member) -> str:
        """Return an expression for the text of a member, empty if it is not sent."""
        name = f"{f', {_json_string(member.json_name)}: '!r}"
        written = self.written(member.type, "value")  # read once: another thread may change it
        if member.required or member.never_none:
            self.line(f"value = self.{member.name}")
            self.line(f"_{member.name} = {name} + {written}")
            return f"_{member.name}"
        return f"'' if (value := self.{member.name}) is None else {name} + {written}"

    def written(self, type_: Any, value: str, depth: int = 0) -> str:
        """Return an expression for the text of ``value``, without a call in the usual case."""
        if is_model(type_):
            return f"{self.name(json_writer(type_))}({value})"
        if get_origin(type_) is Literal:
            words = _Words((each, _json_string(each)) for each in get_args(type_))
            return f"{self.name(words)}[{value}]"
        each, key = f"each{depth}", f"key{depth}"
        if get_origin(type_) is list:
            items = f"({value} if {value}.__class__ is list else _require_list({value}))"
            item = self.written(get_args(type_)[0], each, depth + 1)
            return f"'[' + ', '.join([{item} for {each} in {items}]) + ']'"
        if get_origin(type_) is dict:
            items = f"({value} if {value}.__class__ is dict else _require_dict({value})).items()"
            name, item = (
                self.written(part, variable, depth + 1)
                for part, variable in zip(get_args(type_), (key, each), strict=True)
            )
            entry = f"{name} + ': ' + {item}"
            return f"'{{' + ', '.join([{entry} for {key}, {each} in {items}]) + '}}'"
        return _EXPRESSIONS[type_].format(value)


class _Words(dict[str, str]):
    """The values of an enum as JSON; an instance of a str subclass counts as its value."""

    def __missing__(self, word: str) -> str:
        if word.__class__ is str:
            raise KeyError(word)
        return self[str.__str__(word)]


_EXPRESSIONS = {
    str: "_json_string({0})",
    int: "(f'{{{0}}}' if {0}.__class__ is int else _write_int({0}))",
    float: "(f'{{{0}!r}}' if {0}.__class__ is float and isfinite({0}) else _write_float({0}))",
    bool: "('true' if {0} is True else 'false' if {0} is False else _reject({0}))",
    bytes: "_write_blob({0})",
    datetime: "_write_timestamp({0})",
}


def _reject(_: object) -> str:
    """Raise in an expression."""
    raise Unwritable


def _write_int(value: int) -> str:
    """Write an instance of an int subclass; raise Unwritable for anything else."""
    return _reject(value) if check(int)(value) else int.__repr__(value)


def _write_float(value: float | Decimal) -> str:
    """Write an int, a Decimal or an instance of a float subclass."""
    if check(float)(value):
        return _reject(value)
    return json.dumps(float(value) if isinstance(value, Decimal) else value)


def _write_blob(value: bytes) -> str:
    """Write a blob as Base64."""
    return _reject(value) if check(bytes)(value) else f'"{base64.b64encode(value).decode()}"'


def _write_timestamp(value: datetime) -> str:
    """Write a timestamp with its own offset; boto3 would convert it to UTC."""
    if check(datetime)(value):
        return _reject(value)
    if (offset := value.utcoffset()) and not offset % _MINUTE:
        return f'"{value.isoformat()}"'
    utc = value.astimezone(timezone.utc)
    return utc.strftime('"%Y-%m-%dT%H:%M:%S.%fZ"' if utc.microsecond else '"%Y-%m-%dT%H:%M:%SZ"')


def _require_list(value: Any) -> Any:
    """Accept a tuple or an instance of a list subclass."""
    return value if is_list(value) else _reject(value)


def _require_dict(value: Any) -> Any:
    """Accept an instance of a dict subclass."""
    return value if is_dict(value) else _reject(value)


_MINUTE = timedelta(minutes=1)

_NAMES: dict[str, object] = {
    "Unwritable": Unwritable,
    "_require_dict": _require_dict,
    "_require_list": _require_list,
    "_write_blob": _write_blob,
    "isfinite": isfinite,
    "_json_string": _json_string,
    "_write_float": _write_float,
    "_write_timestamp": _write_timestamp,
    "_write_int": _write_int,
    "_reject": _reject,
}
