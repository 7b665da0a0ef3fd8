"""Everything that can be wrong with a request: every value in it, replaced by one of a wrong type.

The walk goes along the declared types and builds each path by itself, so that it can be compared
with the path that the request checks report.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal, get_args, get_origin

import attrs

from pinpoint_sdk import models
from pinpoint_sdk.models.base import Model, members

SECRET = "8675309"
"""Digits, so that a number can be made of it too."""

Arguments = dict[str, Any]
"""What a method of the client is called with, by parameter name."""


@attrs.frozen
class Mistake:
    """One value of a request, and the wrong one to put in its place."""

    path: str
    holder: Any
    """The model, list or dict (of arguments, too) that holds the value."""
    key: Any
    """Its attribute, index or key."""
    wrong: object
    given: str
    """How the problem must name what was given."""
    accepted: str
    """How the problem must name what is accepted."""
    at_leaf: bool = False

    @contextmanager
    def made(self) -> Generator[None]:
        """Put the wrong value there for as long as the block runs."""
        missing = object()
        right = _get(self.holder, self.key, missing)
        _put(self.holder, self.key, self.wrong)
        try:
            yield
        finally:
            if right is missing:
                del self.holder[self.key]
            else:
                _put(self.holder, self.key, right)

    def __str__(self) -> str:
        return f"{self.path} = {self.given}"


def _get(holder: Any, key: Any, default: object) -> object:
    if isinstance(holder, Model):
        return getattr(holder, key)
    if isinstance(holder, list):
        return holder[key]  # pyright: ignore[reportUnknownVariableType]
    return holder.get(key, default)


def _put(holder: Any, key: Any, value: object) -> None:
    if isinstance(holder, Model):
        setattr(holder, key, value)
    else:
        holder[key] = value


def mistakes(arguments: Arguments, name: str) -> Iterator[Mistake]:
    """Every mistake that can be made in one argument, at every depth."""
    body = arguments[name]
    yield from _here(name, arguments, name, type(body), nullable=False)
    yield from _inside(name, body, type(body))


def _inside(path: str, value: Any, type_: Any) -> Iterator[Mistake]:
    if isinstance(value, Model):
        for member in members(type(value)):
            inner = f"{path}.{member.name}"
            nullable = not member.required
            yield from _here(inner, value, member.name, member.type, nullable, member.secret)
            yield from _inside(inner, getattr(value, member.name), member.type)
    elif get_origin(type_) is list:
        (item_type,) = get_args(type_)
        for index, item in enumerate(value):
            inner = f"{path}[{index}]"
            yield from _here(inner, value, index, item_type)
            yield from _inside(inner, item, item_type)
    elif get_origin(type_) is dict:
        key_type, item_type = get_args(type_)
        for key, item in value.items():
            inner = f"{path}[{key!r}]"
            yield from _here(inner, value, key, item_type)
            yield from _inside(inner, item, item_type)
        item = next(iter(value.values()))
        for wrong in (5, None):
            given = "int 5" if key_type is str and wrong else repr(wrong)
            yield Mistake(f"{path}[{wrong}]", value, wrong, item, given, accepted_as(key_type))


def _here(
    path: str, holder: Any, key: Any, type_: Any, nullable: bool = False, secret: bool = False
) -> Iterator[Mistake]:
    accepted = accepted_as(type_)
    at_leaf = not isinstance(_get(holder, key, None), (Model, list, dict))
    for wrong, given in SECRET_SCALARS if secret else wrong_values(type_):
        yield Mistake(path, holder, key, wrong, given, accepted, at_leaf)
    if not nullable:
        yield Mistake(path, holder, key, None, "None", accepted, at_leaf)


def wrong_values(type_: Any) -> Sequence[tuple[object, str]]:
    """Values that ``type_`` does not take, and how a problem must name each."""
    match get_origin(type_):
        case None if issubclass(type_, Model):
            other = models.QuietTime if type_ is models.Template else models.Template
            return [({}, "dict"), ("x", "str"), (other(), other.__name__)]
        case None:
            return WRONG_SCALARS[type_]
        case origin if origin is Literal:
            lower = get_args(type_)[0].lower()
            return [(lower, repr(lower)), ("", "''"), (5, "5"), ([], "list")]
        case origin if origin is list:
            return [("text", "str 'text'"), ({}, "dict"), (5, "int 5")]
        case _:
            return [([], "list"), ("text", "str 'text'"), (5, "int 5")]


WRONG_SCALARS: Mapping[type, Sequence[tuple[object, str]]] = {
    str: [(5, "int 5"), (b"x", "bytes"), (True, "True"), (["x"], "list")],
    int: [("5", "str '5'"), (1.5, "float 1.5"), (True, "True")],
    float: [
        ("1.5", "str '1.5'"),
        (True, "True"),
        (float("nan"), "float nan"),
        (float("-inf"), "float -inf"),
    ],
    bool: [("true", "str 'true'"), (1, "int 1")],
    bytes: [("text", "str 'text'"), ([1], "list")],
    datetime: [
        ("2026-01-01T00:00:00Z", "str '2026-01-01T00:00:00Z'"),
        (datetime(2026, 1, 1), "one without"),
    ],
}

SECRET_SCALARS: Sequence[tuple[object, str]] = [(int(SECRET), "int"), (SECRET.encode(), "bytes")]


def accepted_as(type_: Any) -> str:
    """How a problem must name the values that ``type_`` takes."""
    if get_origin(type_) is Literal:
        return ", ".join(map(repr, get_args(type_)))
    if type_ is datetime:
        return "datetime with a time zone"
    declared: type = get_origin(type_) or type_
    return declared.__name__
