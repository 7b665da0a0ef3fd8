"""Strict reading of dicts: what does not fit the shape is an error, not dropped or filled in.

Reading drops unknown members and fills in missing ones, as answers of AWS need it. A request would
then send less than was written, so its dict is checked against the shape first. A dict that passes
here becomes a model that passes ``validation.check``.
"""

from __future__ import annotations

import base64
import binascii
import difflib
import functools
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timezone
from typing import Any, TypeAlias, cast, get_args, get_origin

from pinpoint_sdk import models
from pinpoint_sdk._codec.codegen import is_model
from pinpoint_sdk._codec.validation import (
    NO_PROBLEMS,
    Check,
    Problems,
    check,
    check_secret,
    dict_check,
    kind,
    list_check,
    problems,
)
from pinpoint_sdk._lazy import lazy_names
from pinpoint_sdk.errors import Problem
from pinpoint_sdk.models.base import Member, Model, Response, members

PLACES_AT_MOST = 3
MODELS = "pinpoint_sdk.models"

Shape: TypeAlias = Any
"""A model class. mypy does not know that it is hashable."""


def is_strict(cls: type[Model], wanted: bool | None) -> bool:
    """Whether a shape is read strictly: as wanted, or else if no answer has it."""
    if wanted is not None:
        return wanted
    return not issubclass(cls, Response) and shapes_in_answers().isdisjoint(cls.__mro__)


@functools.cache
def shapes_in_answers() -> frozenset[type[Model]]:
    """Collect the shapes of AWS's answers, and those inside them."""
    public: list[object] = [getattr(models, name) for name in lazy_names(MODELS)]
    found: list[type[Model]] = [
        each for each in public if is_model(each) and issubclass(each, Response)
    ]
    for cls in found:
        inside = [_model_in(member.type) for member in members(cls)]
        found += [each for each in inside if each and each not in found]
    return frozenset(found)


def _model_in(type_: Any) -> type[Model] | None:
    """Find the model that a declared type is, or is a list or dict of."""
    while get_origin(type_) in (list, dict):
        type_ = get_args(type_)[-1]
    return type_ if is_model(type_) else None


def read_unique(document: str | bytes) -> Any:
    """Parse JSON, and refuse duplicate names in an object: the last would silently win."""
    return json.loads(document, object_pairs_hook=_unique)


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    read = dict(pairs)
    if len(read) < len(pairs):
        (name, _), *_ = Counter(name for name, _ in pairs).most_common(1)
        raise ValueError(f"the JSON has the name {name!r} twice in one object")
    return read


def misfits(data: Mapping[Any, object], cls: Shape) -> Problems:
    """Find all that is wrong with a dict for a shape, by the dict's own names.

    Args:
        data: The shape, with the wrapper that names it or without. Beside a wrapper there may be
            what boto3 has beside a body: ids, and the metadata of an answer.
        cls: The model to make.
    """
    name = cls.__name__
    if name in data:
        return [*problems(name, data[name], shape_check(cls, cls)), *_misfits_beside(data, cls)]
    if (wrapper := _other_wrapper(data, cls)) is not None:
        return [Problem(wrapper, f"wrong wrapper; expected {name}, or its members unwrapped")]
    return problems(name, data, shape_check(cls, cls))


def _misfits_beside(data: Mapping[Any, object], cls: Shape) -> Problems:
    expected = {cls.__name__, "ResponseMetadata"}
    known = _names(cls)
    return [
        Problem(str(name), f"unknown beside {cls.__name__}; did you mean a member of it?")
        for name, value in data.items()
        if name not in expected and (name in known or isinstance(value, (Mapping, list, tuple)))
    ]


def _other_wrapper(data: Mapping[Any, object], cls: Shape) -> str | None:
    """Find the name in place of the wrapper's, if it seems to be meant as a wrapper."""
    known = _names(cls)
    if known.keys() & data.keys():
        return None
    for name, value in data.items():
        if not (isinstance(name, str) and isinstance(value, Mapping)) or name in _places(cls):
            continue
        named = name in lazy_names(MODELS) or _nearest(name, [*known, cls.__name__]) == cls.__name__
        if named or known.keys() & cast("Mapping[Any, object]", value).keys():
            return name
    return None


@functools.cache
def shape_check(type_: Any, root: Shape) -> Check:
    """Make the check for the value that a dict for ``root`` has where ``type_`` is declared."""
    if is_model(type_):
        return _members_check(type_, root)
    if get_origin(type_) is list:
        return list_check(shape_check(get_args(type_)[0], root))
    if get_origin(type_) is dict:
        key, item = get_args(type_)
        return _mapping_check(dict_check(check(key), shape_check(item, root)))
    return _FORMS.get(type_) or check(type_)


def _mapping_check(check_dict: Check) -> Check:
    return lambda value: check_dict({**value} if isinstance(value, Mapping) else value)


def _members_check(cls: Shape, root: Shape) -> Check:
    known = _names(cls)
    checks = [
        (member, check_secret if member.secret else shape_check(member.type, root))
        for member in members(cls)
    ]

    def check_members(value: Any) -> Problems:
        if not isinstance(value, Mapping):
            return [Problem("", f"expected dict, got {kind(value)}")]
        given = cast("Mapping[Any, object]", value)
        found: list[Problem] = []
        meant: set[str | None] = set()
        for name in given:
            if name not in known:
                near, reason = _unknown(name, cls, root)
                meant.add(near)
                found.append(Problem(_step(name), reason))
        for member, check_member in checks:
            name = member.wire_name
            if member.json_name != name and given.get(member.json_name) is not None:
                if given.get(name) is not None:
                    found.append(Problem(_step(member.json_name), f"duplicate of {name}"))
                    continue
                name = member.json_name
            item = given.get(name)
            if item is not None:
                if wrong := check_member(item):
                    found += [Problem(_step(name) + each.path, each.reason) for each in wrong]
            elif member.required and name not in meant:
                found.append(Problem(_step(name), "missing, but required"))
        return found

    return check_members


def _step(name: object) -> str:
    return f".{name}" if isinstance(name, str) and name.isidentifier() else f"[{name!r}]"


def _unknown(name: object, cls: Shape, root: Shape) -> tuple[str | None, str]:
    """Find the member that an unknown one seems to mean, if any, and the reason to report."""
    if not isinstance(name, str):
        return None, f"unknown member; expected a str, got {kind(name)}"
    places = _places(root).get(name, [])
    if 0 < len(places) <= PLACES_AT_MOST:
        return None, f"unknown member; it belongs in {' or '.join(places)}"
    if near := _nearest(name, _names(cls)):
        return near, f"unknown member; did you mean {near}?"
    return None, f"unknown member; {cls.__name__} has {', '.join(_names(cls))}"


def _nearest(name: str, known: Iterable[str]) -> str | None:
    """Find the known name that is most similar, whatever the case, in snake case too."""
    folded = {_folded(each): each for each in known}
    near = difflib.get_close_matches(_folded(name), folded, 1)
    return folded[near[0]] if near else None


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


@functools.cache
def _names(cls: Shape) -> Mapping[str, Member]:
    """Map the names that a dict may have to the members of a shape."""
    by_json_name = {member.json_name: member for member in members(cls)}
    return by_json_name | {member.wire_name: member for member in members(cls)}


@functools.cache
def _places(root: Shape) -> Mapping[str, list[str]]:
    """Map the names of all members in the tree of a shape to where they are in it."""
    found: dict[str, list[str]] = {}
    shapes = [(root.__name__, root)]
    for path, cls in shapes:
        for name in _names(cls):
            found.setdefault(name, []).append(path)
        for member in members(cls):
            if inner := _model_in(member.type):
                items = "" if is_model(member.type) else "[…]"
                shapes.append((f"{path}.{member.wire_name}{items}", inner))
    return found


# Values that a dict may have in other forms than a model


def _check_blob(value: Any) -> Problems:
    if not isinstance(value, str):
        return check(bytes)(value)
    try:
        base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return [Problem("", "expected bytes or Base64, got a str that is not Base64")]
    return NO_PROBLEMS


def _check_moment(value: Any) -> Problems:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return check(datetime)(value)
    try:
        if isinstance(value, str):
            written = MOMENT.fullmatch(value)
            datetime.fromisoformat(written["local"] if written else "")
        else:
            datetime.fromtimestamp(value, timezone.utc)
    except (ValueError, OverflowError, OSError):
        return [
            Problem("", f"{each.reason}; a str must be like '2026-12-01T09:00:00Z'")
            for each in check(datetime)(value)
        ]
    return NO_PROBLEMS


MOMENT = re.compile(
    r"(?P<local>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?)((?<=:\d\d:\d\d)\.\d+)?"
    r"(Z|[+-]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)",
    re.ASCII,
)
"""ISO 8601 with a time zone: without one, boto3 would take the zone of the machine."""

_FORMS: Mapping[Any, Check] = {
    bytes: _check_blob,
    datetime: _check_moment,
}
