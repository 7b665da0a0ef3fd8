"""Models as JSON, checked while they are written.

A writer is generated for each request model at its first use. It passes over the members once and
gives up at the first that is not of its declared type; ``validation`` then says all that is wrong.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from datetime import datetime, timezone
from math import isfinite
from typing import Any, Literal, TypeAlias, get_args, get_origin

from pinpoint_sdk.models.base import Member, Model, members
from pinpoint_sdk.source import Source, is_model
from pinpoint_sdk.validation import check, check_secret, is_dict, is_list

__all__ = ["Unwritable", "json_writer", "write_json"]

write_json = json.JSONEncoder(check_circular=False).encode
"""Encodes what a writer returns; to the byte as boto3 does."""


class Unwritable(Exception):
    """A value is not of its declared type."""


Writer: TypeAlias = Callable[[Any], dict[str, Any]]


def json_writer(cls: type[Model]) -> Writer:
    """The function that turns an instance of ``cls`` into what a JSON encoder takes.

    It raises Unwritable where ``validation.check(cls)`` finds a problem. What it returns shares
    lists and dicts with the model: encode it and drop it.
    """
    if (known := _WRITERS.get(cls)) is None:
        known = _WRITERS[cls] = _generate_writer(cls)
    return known


_WRITERS: dict[type[Model], Writer] = {}


def _generate_writer(cls: type[Model]) -> Writer:
    source = WriterSource(f"{__name__} {cls.__qualname__}", cls=cls, **NAMES)
    with source.block("def write(self):"):
        source.refuse_unless("self.__class__ is cls or isinstance(self, cls)")
        source.line("data = {}")
        for member in members(cls):
            source.write_member(member)
        source.line("return data")
    writer: Writer = source.function("write")
    return writer


class WriterSource(Source):
    """The source of a writer."""

    def refuse_unless(self, condition: str) -> None:
        """Add lines that give up where a condition does not hold."""
        with self.block(f"if not ({condition}):"):
            self.line("raise Unwritable")

    def write_member(self, member: Member) -> None:
        """Add lines that check a member and put it into ``data``."""
        self.line(f"value = self.{member.name}")
        if member.required or member.never_none:
            self._put(member)
        else:
            with self.block("if value is not None:"):
                self._put(member)

    def _put(self, member: Member) -> None:
        if member.secret:
            self._check(member.type, "value", check_secret)
            written = "value"
        else:
            written = self._written(member.type, "value")
        self.line(f"data[{member.json_name!r}] = {written}")

    def _written(self, type_: Any, value: str, depth: int = 0) -> str:
        """Add lines that check ``value``; an expression for what JSON has in its place."""
        if is_model(type_):
            return f"{self.name(json_writer(type_))}({value})"
        if get_origin(type_) is list:
            return self._written_list(get_args(type_)[0], value, depth)
        if get_origin(type_) is dict:
            return self._written_dict(type_, value, depth)
        self._check(type_, value, check(type_))
        return JSON_OF.get(type_, "{}").format(value)

    def _check(self, type_: Any, value: str, problems: Callable[[Any], object]) -> None:
        """Look at the usual case first, without a call."""
        usual = USUAL.get(type_, "False")
        if get_origin(type_) is Literal:
            usual = f"{{0}}.__class__ is str and {{0}} in {self.name(frozenset(get_args(type_)))}"
        self.refuse_unless(f"{usual.format(value)} or not {self.name(problems)}({value})")

    def _written_list(self, item: Any, value: str, depth: int) -> str:
        self.refuse_unless(f"{value}.__class__ is list or is_list({value})")
        each = f"each{depth}"
        if is_model(item):
            return f"[{self._written(item, each)} for {each} in {value}]"
        with self.block(f"for {each} in {value}:"):
            assert self._written(item, each, depth + 1) == each, "a list of plain values"
        return value

    def _written_dict(self, type_: Any, value: str, depth: int) -> str:
        key_type, item = get_args(type_)
        self.refuse_unless(f"{value}.__class__ is dict or is_dict({value})")
        key, each, result = f"key{depth}", f"each{depth}", f"dict{depth}"
        self.line(f"{result} = {{}}")
        with self.block(f"for {key}, {each} in {value}.items():"):
            self._check(key_type, key, check(key_type))
            self.line(f"{result}[{key}] = {self._written(item, each, depth + 1)}")
        return result


USUAL = {
    str: "{0}.__class__ is str",
    int: "{0}.__class__ is int",
    bool: "{0}.__class__ is bool",
    float: "{0}.__class__ is float and isfinite({0})",
}
"""What holds for most values of a type that are right, and for none that is wrong."""


def base64_text(value: bytes) -> str:
    """A blob as JSON carries it."""
    return base64.b64encode(value).decode()


def iso_8601(value: datetime) -> str:
    """A timestamp as botocore writes it."""
    utc = value.astimezone(timezone.utc)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.%fZ" if utc.microsecond else "%Y-%m-%dT%H:%M:%SZ")


JSON_OF = {bytes: "base64_text({})", datetime: "iso_8601({})"}

NAMES: dict[str, object] = {
    "Unwritable": Unwritable,
    "base64_text": base64_text,
    "is_dict": is_dict,
    "is_list": is_list,
    "isfinite": isfinite,
    "iso_8601": iso_8601,
}
