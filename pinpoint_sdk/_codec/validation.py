"""What a request must satisfy before it leaves: types, required members, enum values, ids.

A check takes a value and returns the problems it has, each with its path inside that value. Paths
are built on the way out, so a request without problems does not pay for them.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Literal, TypeAlias, get_args, get_origin

from typing_extensions import TypeIs

from pinpoint_sdk.errors import Problem, ValidationError
from pinpoint_sdk.models.base import Model, members

Problems: TypeAlias = Sequence[Problem]
Check: TypeAlias = Callable[[Any], Problems]

NO_PROBLEMS: Problems = ()
CHANGED = (
    "another thread changed it while it was written; nothing was sent. "
    "Pass a copy, or change it after the call"
)
SHOWN_LENGTH = 60


def problems(path: str, value: object, checker: Check) -> Problems:
    """Find all problems of ``value``, with paths that start with ``path``."""
    return _under(path, checker(value))


def problems_of_unwritable(path: str, value: object, checker: Check) -> Problems:
    """Find why a value could not be written: its problems, or that it changed meanwhile."""
    try:
        found = problems(path, value, checker)
    except RuntimeError:  # Python's, on a dict that grows while it is read
        found = NO_PROBLEMS
    return found or [Problem(path, CHANGED)]


def refuse(*found: Problems) -> None:
    """Raise all problems at once, if there are any."""
    if every := [problem for each in found for problem in each]:
        raise ValidationError(every)


@functools.cache
def check(type_: Any) -> Check:
    """Make the check for a declared type."""
    origin = get_origin(type_)
    if origin is list:
        return list_check(check(get_args(type_)[0]))
    if origin is dict:
        return dict_check(*map(check, get_args(type_)))
    if origin is Literal:
        return _enum_check(get_args(type_))
    if issubclass(type_, Model):
        return _model_check(type_)
    return _SCALAR_CHECKS[type_]


def check_id(value: Any) -> Problems:
    """Check a part of the URL's path: an empty one, or a dot, would address something else."""
    if wrong := check_text(value):
        return wrong
    if not value.replace("/", "").strip():
        return _must_not("be empty or only slashes and spaces", value)
    if value in (".", ".."):
        return _must_not("be '.' or '..', which proxies resolve as relative paths", value)
    return NO_PROBLEMS


def check_text(value: Any) -> Problems:
    """Check a part of the URL: a str that UTF-8 can encode."""
    if not isinstance(value, str):
        return _expected("str", value)
    try:
        value.encode()
    except UnicodeEncodeError:
        return _must_not("contain a lone surrogate, which UTF-8 cannot encode", value)
    return NO_PROBLEMS


def check_texts(value: Any) -> Problems:
    """Check a list of parts of the URL."""
    return list_check(check_text)(value)


def check_version(value: Any) -> Problems:
    """Check a version in the URL's path: a positive int, or a str such as ``latest``."""
    return NO_PROBLEMS if _is_int(value) and value > 0 else check_id(value)


def check_positive(value: Any) -> Problems:
    """Check a size or a limit: a positive int."""
    return NO_PROBLEMS if _is_int(value) and value > 0 else _expected("positive int", value)


def check_seconds(value: Any) -> Problems:
    """Check a duration: a number of seconds, at least 0."""
    if not _check_float(value) and value >= 0:
        return NO_PROBLEMS
    hint = ": pass value.total_seconds()" if isinstance(value, timedelta) else ""
    return [Problem("", f"expected a number of seconds, at least 0, got {described(value)}{hint}")]


def check_secret(value: Any) -> Problems:
    """Check a str that no error may show."""
    if isinstance(value, str):
        return NO_PROBLEMS
    return [Problem("", f"expected str, got {kind(value)}")]


def _check_str(value: Any) -> Problems:
    if isinstance(value, str):
        return NO_PROBLEMS
    if isinstance(value, date):
        return [Problem("", f"expected str, got {kind(value)}: pass ISO 8601, value.isoformat()")]
    return _expected("str", value)


def _check_int(value: Any) -> Problems:
    return NO_PROBLEMS if _is_int(value) else _expected("int", value)


def _check_float(value: Any) -> Problems:
    if (_is_int(value) or isinstance(value, (float, Decimal))) and _fits_a_double(value):
        return NO_PROBLEMS
    return _expected("finite float", value)


def _fits_a_double(value: float | Decimal) -> bool:
    try:
        return math.isfinite(value)
    except (OverflowError, ValueError):  # a huge int, a signaling NaN
        return False


def _check_bool(value: Any) -> Problems:
    return NO_PROBLEMS if isinstance(value, bool) else _expected("bool", value)


def _check_bytes(value: Any) -> Problems:
    return NO_PROBLEMS if isinstance(value, (bytes, bytearray)) else _expected("bytes", value)


def _check_datetime(value: Any) -> Problems:
    if not isinstance(value, datetime):
        return [Problem("", f"expected datetime with a time zone, got {described(value)}")]
    if value.utcoffset() is None:
        hint = "pass value.replace(tzinfo=...)"
        return [Problem("", f"expected datetime with a time zone, got one without: {hint}")]
    try:
        value.astimezone(timezone.utc)
    except OverflowError:
        return _must_not("lie outside the years 1 to 9999 in UTC", value.isoformat())
    return NO_PROBLEMS


_SCALAR_CHECKS: dict[Any, Check] = {
    str: _check_str,
    int: _check_int,
    float: _check_float,
    bool: _check_bool,
    bytes: _check_bytes,
    datetime: _check_datetime,
}


def _enum_check(accepted: tuple[str, ...]) -> Check:
    def check_enum(value: Any) -> Problems:
        if isinstance(value, str) and value in accepted:
            return NO_PROBLEMS
        return [Problem("", f"{_shown(value)} is not one of {', '.join(map(repr, accepted))}")]

    return check_enum


def list_check(check_item: Check) -> Check:
    """Make the check for a list from that for its items."""

    def check_list(value: Any) -> Problems:
        if not is_list(value):
            return _expected("list", value)
        found: list[Problem] = []
        for index, item in enumerate(value):
            if inner := check_item(item):
                found += _under(f"[{index}]", inner)
        return found

    return check_list


def dict_check(check_key: Check, check_value: Check) -> Check:
    """Make the check for a dict from those for its keys and values."""

    def check_dict(value: Any) -> Problems:
        if not is_dict(value):
            return _expected("dict", value)
        found: list[Problem] = []
        for key, item in value.items():
            wrong_key, wrong_value = check_key(key), check_value(item)
            if wrong_key or wrong_value:
                found += _under(f"[{key!r}]", [*wrong_key, *wrong_value])
        return found

    return check_dict


def _model_check(cls: type[Model]) -> Check:
    checks = [
        (
            member.name,
            not (member.required or member.never_none),
            check_secret if member.secret else check(member.type),
        )
        for member in members(cls)
    ]

    def check_model(value: Any) -> Problems:
        if not isinstance(value, cls):
            return [Problem("", f"expected {cls.__name__}, got {_kind_and_hint(value, cls)}")]
        found: list[Problem] = []
        for name, nullable, check_member in checks:
            given = getattr(value, name, None)
            if given is None and nullable:
                continue
            if inner := check_member(given):
                found += _under(f".{name}", inner)
        return found

    return check_model


def is_list(value: object) -> TypeIs[list[Any] | tuple[Any, ...]]:
    """Whether a value is accepted as a list."""
    return isinstance(value, (list, tuple))


def is_dict(value: object) -> TypeIs[dict[Any, Any]]:
    """Whether a value is accepted as a dict."""
    return isinstance(value, dict)


def _is_int(value: object) -> TypeIs[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _must_not(what: str, value: object) -> Problems:
    return [Problem("", f"must not {what}, got {_shown(value)}")]


def _expected(what: str, value: object) -> Problems:
    return [Problem("", f"expected {what}, got {described(value)}")]


def described(value: object) -> str:
    """Describe a value with its type; a container, which may hold a secret, by its type alone."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return f"{kind(value)} {_shown(value)}"
    return _shown(value)


def _shown(value: object) -> str:
    if not isinstance(value, (str, int, float)):
        return kind(value)
    shown = repr(value)
    return shown if len(shown) <= SHOWN_LENGTH else f"{shown[:SHOWN_LENGTH]}…"


def _kind_and_hint(value: object, cls: type[Model]) -> str:
    if is_dict(value):
        return f"{kind(value)}: make a model of it with structure(..., {cls.__name__})"
    if isinstance(value, type):
        return f"{kind(value)}: call it, {value.__name__}(...)"
    return kind(value)


def kind(value: object) -> str:
    """Name the type of a value; None and a class by their own names."""
    if isinstance(value, type):
        return f"the class {value.__name__}"
    return "None" if value is None else type(value).__name__


def _under(path: str, found: Problems) -> list[Problem]:
    return [Problem(path + each.path, each.reason) for each in found]
